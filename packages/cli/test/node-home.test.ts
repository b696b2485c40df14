import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createKeyPair } from '@hanse/crypto'
import { checkNodeConfig, readNodeConfig } from '@hanse/node/folder'
import { bytesToHex } from '@hanse/primitives'
import { encodeGenesis } from '@hanse/protocol'
import { type Test, test } from 'tap'
import { testChain } from '../../node/test/support/test-chain.ts'
import { jsonOf, runCli } from './support/run-cli.ts'

const PASSWORD = 'correct horse battery'
const NAMES = ['bank-a', 'bank-b', 'core-firm', 'supplier']

/** The first state that docs/operating.md shows, and with keys in the places that it leaves for them. */
const [, PLACEHOLDERS = ''] =
  /^```json state.json\n([\s\S]*?)^```$/m.exec(readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8')) ?? []

const keyOf = (seed: number): string => bytesToHex(createKeyPair(new Uint8Array(32).fill(seed)).publicKey).slice(2)
const STATE = ['1', '2'].reduce((text, digit) => text.replaceAll(digit.repeat(64), keyOf(Number(digit))), PLACEHOLDERS)

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

test('four members: init, genesis, run', async (t) => {
  const root = t.testdir({ 'state.json': STATE, 'example.json': PLACEHOLDERS, password: `${PASSWORD}\n` })
  const [p2p = 0, rpc = 0, metrics = 0] = await freePorts(3)
  const homeOf = (name: string): string => join(root, name)
  const inits = await Promise.all(
    NAMES.map((org) =>
      runCli([
        ...['node', 'init', '--json', '--home', homeOf(org), '--org', org, '--p2p', `127.0.0.1:${p2p}`],
        ...['--listen', `127.0.0.1:${p2p}`, '--rpc-port', `${rpc}`, '--metrics-port', `${metrics}`],
        ...(org === 'bank-a' ? ['--password-file', join(root, 'password')] : ['--unencrypted']),
      ]),
    ),
  )
  const first = jsonOf(inits[0] as (typeof inits)[0])
  t.match(first, {
    organization: 'bank-a',
    record: { organization: 'bank-a', consensusKey: { algorithm: 1 }, peerId: /^12D3KooW/, addresses: [`127.0.0.1:${p2p}`] },
  })
  t.same(JSON.parse(await readFile(join(homeOf('bank-a'), 'validator.json'), 'utf8')), first['record'])
  t.match(await readdir(join(homeOf('bank-a'), 'keys')), ['consensus.json', 'identity.json', 'vote-guard'])
  t.equal((await stat(join(homeOf('bank-a'), 'keys', 'consensus.json'))).mode & 0o777, 0o600)

  const out = join(root, 'genesis.json')
  const records = NAMES.flatMap((name) => ['--validator', join(homeOf(name), 'validator.json')])
  const base = ['genesis', 'create', '--chain-id', '77', '--name', 'four towns', '--state', join(root, 'state.json'), ...records]
  const example = await runCli([...base.with(base.indexOf('--state') + 1, join(root, 'example.json')), '--out', out, '--json'])
  t.match(jsonOf(example), { error: { code: 'genesis/placeholder-key', path: 'organizations.parties.0.operators.0.publicKey' } })
  const created = await runCli([...base, '--param', 'heartbeatMs=500', '--time', '2026-01-01T00:00:00Z', '--out', out, '--json'])
  t.equal(created.code, 0, created.stdout)
  t.match(jsonOf(created), { quorum: 3, genesis: { chainId: 77, timeMs: 1_767_225_600_000, params: { heartbeatMs: 500, window: 8 } } })
  const [again, verified, hashed, badParam, noState, threeOnly] = await Promise.all([
    runCli([...base, '--out', out, '--json']),
    runCli(['genesis', 'verify', out, '--json']),
    runCli(['genesis', 'hash', out]),
    runCli([...base, '--param', 'window=0', '--out', join(root, 'x.json'), '--json']),
    runCli([...base.filter((word) => word !== '--state' && !word.endsWith('state.json')), '--out', join(root, 'y.json'), '--json']),
    runCli([...base.slice(0, -2), '--out', join(root, 'z.json'), '--json']),
  ])
  t.match(jsonOf(again), { error: { code: 'genesis/exists' } }, 'never written over')
  t.equal(jsonOf(verified)['genesisHash'], jsonOf(created)['genesisHash'])
  t.equal(hashed.stdout, `${jsonOf(created)['genesisHash']}\n`)
  t.match(jsonOf(badParam), { error: { code: 'genesis/bad-params', path: 'params.window' } })
  t.match(jsonOf(noState), { error: { code: 'genesis/bad-state', message: /registrar/, path: 'modules.0.genesis' } })
  t.match(jsonOf(threeOnly), { error: { path: 'validators' } })
  await writeFile(join(homeOf('bank-a'), 'genesis.json'), await readFile(out))
  await runs(t, homeOf('bank-a'), rpc)
})

/** The node alone: it comes up, says that it has no quorum, and ends when it is told to. */
async function runs(t: Test, home: string, rpcPort: number): Promise<void> {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
  const child = spawn(process.execPath, [main, 'node', 'run', '--home', home], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => child.kill('SIGKILL'))
  let log = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let status = await runCli(['node', 'status', '--json', '--rpc', `http://127.0.0.1:${rpcPort}`])
  for (let tries = 0; tries < 40 && 'error' in jsonOf(status); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    status = await runCli(['node', 'status', '--json', '--rpc', `http://127.0.0.1:${rpcPort}`])
  }
  t.match([status.code, jsonOf(status)], [3, { info: { organization: 'bank-a', role: 'validator', chainId: 77 }, status: { height: 0 } }])
  t.match((jsonOf(status)['status'] as unknown as { reasons: string[] }).reasons.join(), /quorum/)
  const byHome = await runCli(['node', 'status', '--home', home], { env: { HANSE_RPC: undefined } })
  t.match([byHome.code, byHome.stdout], [3, `http://127.0.0.1:${rpcPort}`], 'the home says where its node listens')
  await administered(t, home)
  child.kill('SIGTERM')
  t.equal(await ended, 0, log)
  for (const line of log.trim().split('\n')) t.ok(JSON.parse(line), 'the log is JSON lines')
}

/** `hanse rpc admin_…` finds the listener and its token by the home alone. */
async function administered(t: Test, home: string): Promise<void> {
  const rpc = async (...words: readonly string[]) => await runCli(['rpc', ...words, '--home', home, '--json'])
  const [level, made, document, unknown] = await Promise.all([
    rpc('admin_setLogLevel', 'level=debug'),
    rpc('admin_createApiKey', '{"organization":"bank-b","label":"erp"}'),
    rpc('rpc.discover', '--admin'),
    rpc('admin_disconnectPeer', 'peer=nobody'),
  ])
  t.match([level.code, jsonOf(level)], [0, { level: 'debug', before: 'info' }])
  t.match(jsonOf(made), { organization: 'bank-b', label: 'erp', key: /^hanse_/ })
  t.match(jsonOf(document), { info: { title: 'Hanse node, administration' } })
  t.match([unknown.code, jsonOf(unknown)], [1, { error: { code: 'p2p/unknown-peer', try: /admin_listPeers/ } }])
  const { id } = jsonOf(made) as { readonly id?: string }
  t.match(jsonOf(await rpc('admin_revokeApiKey', `id:="${id}"`)), { id, state: 'revoked' })
  for (const file of ['admin-token', 'api-keys.json']) t.equal((await stat(join(home, file))).mode & 0o777, 0o600, file)
}

test('an observer has no voting key; a home is not made twice', async (t) => {
  const home = join(t.testdir(), 'home')
  const words = ['node', 'init', '--home', home, '--org', 'auditor', '--observer', '--unencrypted', '--json']
  const made = jsonOf(await runCli(words))
  t.match(made, { organization: 'auditor', peerId: /^12D3KooW/ })
  t.notOk('record' in made)
  const config = await readNodeConfig(join(home, 'config.toml'))
  t.match(config, { ok: true, value: { organization: 'auditor', keys: { consensus: undefined } } })
  t.match(jsonOf(await runCli(words)), { error: { code: 'node/home-exists' } })
})

test('a home that cannot work is not made', async (t) => {
  const root = t.testdir({ 'genesis.json': '{}' })
  const base = ['node', 'init', '--unencrypted', '--json', '--home']
  const rows: readonly (readonly [readonly string[], object])[] = [
    [['--org', 'Bank A', '--p2p', '127.0.0.1:1'], { code: 'encoding/bad-field', path: 'organization' }],
    [['--org', 'bank-a'], { code: 'node/no-address' }],
    [['--org', 'bank-a', '--p2p', '0.0.0.0:1'], { code: 'node/no-address', try: /as the other members see it/ }],
    [['--org', 'bank-a', '--p2p', 'nonsense'], { code: 'p2p/address' }],
    [['--org', 'bank-a', '--p2p', '127.0.0.1:1', '--genesis', join(root, 'genesis.json')], { code: 'encoding/bad-field' }],
  ]
  await Promise.all(
    rows.map(async ([words, error], index) => {
      const home = join(root, `home-${index}`)
      t.match(jsonOf(await runCli([...base, home, ...words])), { error }, words.join(' '))
      await t.rejects(stat(home), 'nothing was written')
    }),
  )
  const run = await runCli(['node', 'run', '--home', join(root, 'nowhere')])
  t.match([run.code, run.stderr], [1, /Try: hanse node init --home/])
})

test('what stands in the way of a start is told with a way out, beside the line of the log', async (t) => {
  const root = t.testdir({ password: `${PASSWORD}\n` })
  const [taken = 0, free = 0, other = 0] = await freePorts(3)
  const server = createServer().listen(taken, '127.0.0.1')
  t.teardown(() => server.close())
  const init = async (name: string, ...more: readonly string[]): Promise<string> => {
    const home = join(root, name)
    const words = ['node', 'init', '--home', home, '--org', 'auditor', '--observer', '--rpc-port', `${taken}`, ...more]
    const made = await runCli([...words, '--metrics-port', `${free}`, '--listen', `127.0.0.1:${other}`])
    t.equal(made.code, 0, made.stderr)
    await writeFile(join(home, 'genesis.json'), encodeGenesis(testChain().genesis))
    return home
  }
  const [noGenesis, locked, open, unknown, busy] = (await Promise.all([
    init('no-genesis', '--unencrypted'),
    init('locked', '--password-file', join(root, 'password')),
    init('open', '--unencrypted'),
    init('unknown', '--unencrypted'),
    init('busy', '--unencrypted'),
  ])) as [string, string, string, string, string]
  await rm(join(noGenesis, 'genesis.json'))
  await writeFile(join(root, 'password'), 'another password')
  await chmod(join(open, 'keys', 'identity.json'), 0o644)
  await writeFile(join(unknown, 'config.toml'), 'organization = "auditor"\n[rpc]\nprot = 1\n')
  const rows: readonly (readonly [home: string, code: string, way: RegExp])[] = [
    [noGenesis, 'genesis/not-found', /hanse genesis create/],
    [locked, 'keys/wrong-password', /Mend .*password: it does not hold/],
    [open, 'keys/permissions', /chmod 600/],
    [unknown, 'config/invalid', /docs\/operating\.md/],
    [busy, 'rpc/port-taken', /another port/],
  ]
  await Promise.all(
    rows.map(async ([home, code, way]) => {
      const run = await runCli(['node', 'run', '--home', home])
      t.equal(run.code, 1, code)
      const lines = run.stdout.trim().split('\n')
      t.match(JSON.parse(lines.findLast((line) => line.includes('"level":60')) ?? '{}'), { code, hint: way })
      t.match(run.stderr, /^✖ [^\n]+\n {2}Try: [^\n]+\n$/, code)
      t.match(run.stderr, `[${code}]`)
      t.match(run.stderr, way)
      t.equal((await runCli(['node', 'run', '--home', home, '--json'])).stderr, '', 'in JSON mode the log says it all')
    }),
  )
})

test('the configuration that init writes says what the defaults are', async (t) => {
  const home = join(t.testdir(), 'home')
  await runCli(['node', 'init', '--home', home, '--org', 'bank-a', '--p2p', '10.1.2.3:10545', '--unencrypted'])
  const written = await readNodeConfig(join(home, 'config.toml'))
  const defaults = checkNodeConfig({
    organization: 'bank-a',
    keys: { consensus: 'keys/consensus.json' },
    p2p: { listen: ['0.0.0.0:10545'] },
  })
  if (!written.ok || !defaults.ok) throw new Error('not a configuration')
  const { genesis: _, dataDir: __, keys: ___, admin, ...rest } = written.value
  const { genesis: ____, dataDir: _____, keys: ______, admin: expectedAdmin, ...expected } = defaults.value
  t.same(rest, expected)
  t.same([admin.host, admin.port], [expectedAdmin.host, expectedAdmin.port])
})
