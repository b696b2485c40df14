import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Json } from '@hanse/protocol'
import { test } from 'tap'
import { fakeNode } from '../../node/test/support/fake-node.ts'
import { TEST_CERTIFICATE } from '../../rpc/test/support/certificate.ts'
import { NO_TERMINAL, runAtTerminal } from './support/at-terminal.ts'
import { fakeRpc } from './support/fake-rpc.ts'
import { type CliRun, jsonOf, runCli } from './support/run-cli.ts'

const INFO: Json = {
  ...{ version: '0.1.0', chainId: 7, genesisHash: `0x${'00'.repeat(32)}`, name: 'test', organization: 'bank-a', role: 'validator' },
  ...{ peerId: '12D3KooW', modules: [] },
}

function statusAt(height: number, head: number): Json {
  const state = height < head ? 'syncing' : 'synced'
  const reasons = height < head ? [`${head - height} blocks behind`] : []
  return { state, height, headTime: 0, lag: head - height, epoch: 0, view: 0, primary: 'bank-a', peers: 3, reasons }
}

test('a node that syncs is waited for, with a bar at a terminal', { skip: NO_TERMINAL }, async (t) => {
  let startedMs: number | undefined
  const url = await fakeRpc(t, (method) => {
    startedMs ??= performance.now()
    return method === 'node_info' ? INFO : statusAt(Math.min(1_000, Math.floor((performance.now() - startedMs) / 4)), 1_000)
  })
  const run = await runAtTerminal(['node', 'status', '--wait', '--rpc', url])
  t.equal(run.code, 0, run.screen)
  t.match(run.screen, /blocks █+░+ [0-9]+\/[0-9]+ [0-9]+ %/)
  t.match(stripVTControlCharacters(run.screen), /\r✔ bank-a is in step with the chain/)
})

test('a node that syncs is exit code 3; with --wait one that takes too long is 4, and one that comes up is waited for', async (t) => {
  const url = await fakeRpc(t, (method) => (method === 'node_info' ? INFO : statusAt(5, 9)))
  const [now, later] = await Promise.all([
    runCli(['node', 'status', '--json', '--rpc', url]),
    runCli(['node', 'status', '--wait', '--timeout', '1', '--json', '--rpc', url]),
  ])
  t.match([now.code, jsonOf(now)], [3, { status: { state: 'syncing', lag: 4 } }])
  t.match(
    [later.code, jsonOf(later)],
    [4, { error: { code: 'node/not-in-step', message: /is syncing, 4 blocks behind/, status: { height: 5 } } }],
  )
  let calls = 0
  const starting = await fakeRpc(t, (method) => (method === 'node_info' ? INFO : calls++ < 3 ? undefined : statusAt(9, 9)))
  const up = await runCli(['node', 'status', '--wait', '--json', '--rpc', starting])
  t.match([up.code, jsonOf(up)], [0, { status: { state: 'synced' } }])
})

test('the node of a home that speaks TLS is asked with the certificate of the home; a key set to nothing is none', async (t) => {
  const home = await mkdtemp(join(tmpdir(), 'hanse-status-'))
  t.teardown(() => rm(home, { recursive: true }))
  const answers = { genesisHash: `0x${'00'.repeat(32)}`, version: '0.1.0', headTime: 0, peers: [], tls: true }
  const rpc = await fakeNode(t, { ...answers, key: 'a-key' })
  const configure = async (port: number): Promise<void> => {
    const lines = ['organization = "bank-a"', '[rpc]', `port = ${port}`, 'tlsCert = "cert.pem"', 'tlsKey = "key.pem"']
    await writeFile(join(home, 'config.toml'), lines.join('\n'))
  }
  await configure(rpc)
  await writeFile(join(home, 'cert.pem'), TEST_CERTIFICATE.cert)
  const status = ['node', 'status', '--home', home]
  const statusWith = (key: string | undefined): Promise<CliRun> => runCli(status, { env: { HANSE_RPC: undefined, HANSE_RPC_KEY: key } })
  const known = await statusWith('a-key')
  t.equal(known.code, 0, known.stderr)
  t.match(known.stdout, `https://127.0.0.1:${rpc}`)
  t.not((await statusWith(undefined)).code, 0, 'it wants its key')
  await configure(await fakeNode(t, { ...answers, isKeyless: true }))
  t.equal((await statusWith('')).code, 0)
})
