import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { findDevnet, rpcUrl, runDemo, STORY_NAMES } from '@hanse/devnet'
import { createClient } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { runDevnet, runHanse } from './support/run-devnet.ts'
import { endWithTest, freeBasePort, temporaryFolder } from './support/test-network.ts'

const README = new URL('../../README.md', import.meta.url)
/** On cores that have nothing else to do. */
const FIRST_BLOCK_MS = 15_000
/** Measured only where something went wrong. */
const OF_INCIDENTS = ['hanse_view_changes_total', 'hanse_pool_rejected_total']

interface Network {
  readonly genesisHash: string
  readonly nodes: readonly { readonly name: string; readonly rpc: string; readonly ws: string; readonly metrics: string }[]
}

test('one command brings up four validators, and the stories play on them', { timeout: 300_000 }, async (t) => {
  const directory = join(await temporaryFolder(t), 'net')
  const startedMs = performance.now()
  const { code, stdout, stderr } = await runDevnet('--json', '--data-dir', directory, '--base-port', `${await freeBasePort()}`)
  const elapsedMs = performance.now() - startedMs
  const found = await findDevnet(directory)
  if (!found.ok || found.value === undefined) throw new Error(`no devnet: ${stderr}`)
  const devnet = found.value
  endWithTest(t, devnet)
  t.equal(code, 0, stderr)
  const finalMs = FIRST_BLOCK_MS * Math.max(1, (loadavg()[0] as number) / availableParallelism())
  t.ok(elapsedMs < finalMs, `first final block and demo members within ${Math.round(finalMs)} ms: ${Math.round(elapsedMs)} ms`)

  const network = JSON.parse(stdout) as Network
  t.equal(network.nodes.length, 4)
  await t.test('every endpoint that was printed answers', (t) => endpointsAnswer(t, network))

  const [first] = devnet.nodes
  if (first === undefined) throw new Error('no node')
  const play = async (fresh: boolean, story = 'shunhe') => await runDemo(story, { rpcUrl: rpcUrl(first), fresh, write: () => undefined })
  await t.test('the story comes out as told', async (t) => {
    const result = await play(false)
    t.equal(result.brokenOff, undefined)
    t.strictSame(
      result.steps.filter(({ ok }) => !ok),
      [],
    )
    const told = /(\d+) steps, (\d+) of them frauds and errors that are refused; (\d+) when Gaoming wins/.exec(readFileSync(README, 'utf8'))
    const hasGaomingWon = result.steps.some(({ step }) => step.startsWith('Gaoming won'))
    t.equal(result.steps.length, Number(told?.[hasGaomingWon ? 3 : 1]), 'as many steps as README says')
    t.equal(result.steps.filter(({ expected }) => expected.includes('/')).length, Number(told?.[2]), 'as many frauds and errors')
  })
  for (const story of STORY_NAMES.filter((name) => name !== 'shunhe')) {
    await t.test(`${story} comes out as told`, async (t) => {
      const { steps, brokenOff } = await play(false, story)
      t.equal(brokenOff, undefined)
      t.strictSame(
        steps.filter(({ ok }) => !ok),
        [],
      )
      const told = new RegExp(`demo ${story} .*: (\\d+) steps, (\\d+) of them refused`).exec(readFileSync(README, 'utf8'))
      t.equal(steps.length, Number(told?.[1]), 'as many steps as README says')
      t.equal(steps.filter(({ expected }) => expected.includes('/')).length, Number(told?.[2]), 'as many refusals')
    })
  }
  await t.test('with new identifiers all of them play again on the same chain, one after the other', async (t) => {
    const result = await play(true, 'all')
    t.match(result, { ok: true, brokenOff: undefined, story: 'all' })
    t.strictSame([...new Set(result.steps.map(({ story }) => story))], STORY_NAMES)
  })
  await t.test('without, the chain remembers the first time', async (t) => {
    const result = await play(false)
    t.equal(result.ok, false)
    t.match(result.brokenOff, { code: 'invoices/duplicate-number', message: /played before on this chain/ })
    const { code, stdout, stderr } = await runHanse('demo', 'shunhe', '--rpc', rpcUrl(first))
    t.equal(code, 1)
    t.match(stdout, /1 step, 0 frauds and errors refused, 1 surprise\n/)
    t.match(stderr, /^✖ .*played before on this chain.*\n {2}Try: hanse demo shunhe --fresh --rpc http:\/\/\S+\n$/)
    const all = await runHanse('demo', 'all', '--rpc', rpcUrl(first))
    t.match(all, { code: 1, stdout: /4 steps, 0 frauds and errors refused, 4 surprises\n/, stderr: /Try: hanse demo all --fresh/ })
    const json = await runHanse('demo', 'shunhe', '--json', '--rpc', rpcUrl(first))
    t.match(
      { ...json, stdout: JSON.parse(json.stdout) },
      { code: 1, stdout: { error: { code: 'invoices/duplicate-number', story: 'shunhe' } }, stderr: '' },
    )
  })
  await t.test('all nodes have one chain, and nothing is left waiting', async (t) => {
    const clients = devnet.nodes.map((node) => createClient({ url: rpcUrl(node) }))
    const heights = await Promise.all(clients.map((client) => client.call('chain_getHeight')))
    const height = Math.min(...heights)
    const hashes = await Promise.all(clients.map(async (client) => (await client.call('chain_getHeader', { height })).hash))
    t.equal(new Set(hashes).size, 1, `one block at height ${height}`)
    for (const client of clients) t.match(await client.call('pool_status'), { size: 0, sizeBytes: 0 })
  })
  await t.test('every metric that is declared is measured', (t) => metricsAreFed(t, network))
})

async function endpointsAnswer(t: Test, { genesisHash, nodes }: Network): Promise<void> {
  for (const { name, rpc, ws, metrics } of nodes) {
    t.match(await createClient({ url: rpc }).call('node_info'), { organization: name, genesisHash, role: 'validator' })
    t.match(await (await fetch(new URL('/livez', rpc))).json(), { live: true })
    t.equal((await fetch(new URL('/readyz', rpc))).status, 200)
    t.match(await (await fetch(new URL('/openrpc.json', rpc))).json(), { openrpc: /^1\./ })
    t.match(await (await fetch(metrics)).text(), /^hanse_height [1-9]/m)
    t.ok(await answersOverSocket(ws), `${name} answers at ${ws}`)
  }
}

function answersOverSocket(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url)
    socket.onopen = () => socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'chain_getHeight', params: {} }))
    socket.onerror = () => resolve(false)
    socket.onmessage = ({ data }) => {
      socket.close()
      resolve((JSON.parse(String(data)) as { result?: number }).result !== undefined)
    }
  })
}

async function metricsAreFed(t: Test, { nodes }: Network): Promise<void> {
  const pages = await Promise.all(nodes.map(async ({ metrics }) => await (await fetch(metrics)).text()))
  const declared = [...(pages[0] ?? '').matchAll(/^# TYPE (hanse_\w+) /gm)].map(([, name]) => name ?? '')
  t.ok(declared.length >= 20, `${declared.length} metrics are declared`)
  for (const name of declared) {
    if (OF_INCIDENTS.includes(name)) continue
    const sample = new RegExp(`^${name}(_count|_bucket)?(\\{[^}]*\\})? `, 'm')
    t.ok(
      pages.every((page) => sample.test(page)),
      name,
    )
  }
  const signed = pages.map((page) => [...page.matchAll(/^hanse_validator_last_signed_height\{validator="([^"]+)"\} (\d+)$/gm)])
  t.ok(
    signed.every((rows) => rows.length === 4),
    'each validator has signed',
  )
  t.ok(
    pages.some((page) => /^hanse_tx_final_seconds_count [1-9]/m.test(page)),
    'finality was timed',
  )
}
