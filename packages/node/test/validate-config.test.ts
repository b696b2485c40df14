import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Test, test } from 'tap'
import { readConfigSource } from '../src/config.ts'
import { viewConfig } from '../src/configuration/config-view.ts'
import { type ConfigFinding, validateConfig } from '../src/configuration/validate-config.ts'
import { temporaryFolder } from './support/test-chain.ts'

const SHA256 = `0x${'ab'.repeat(32)}`

/** A folder in which everything that a configuration names is in order. */
async function homeWith(t: Test, lines: readonly string[]): Promise<string> {
  const home = await temporaryFolder(t)
  await mkdir(join(home, 'keys'))
  for (const name of ['consensus', 'identity', 'password']) await writeFile(join(home, 'keys', name), 'x', { mode: 0o600 })
  for (const name of ['genesis.json', 'cert.pem']) await writeFile(join(home, name), '{}', { mode: 0o644 })
  await writeFile(join(home, 'key.pem'), 'x', { mode: 0o600 })
  await writeFile(join(home, 'config.toml'), lines.join('\n'), { mode: 0o644 })
  return home
}

const GOOD = [
  'organization = "bank-a"',
  '[keys]',
  'consensus = "keys/consensus"',
  'identity = "keys/identity"',
  'passwordFile = "keys/password"',
]
const TLS = ['[rpc]', 'host = "0.0.0.0"', 'tlsCert = "cert.pem"', 'tlsKey = "key.pem"']
const ACCESS = `accessKeys = [{ organization = "bank-b", sha256 = "${SHA256}" }]`

const found = async (home: string): Promise<readonly ConfigFinding[]> => await validateConfig(join(home, 'config.toml'))

test('what is in order has no finding, on loopback and open with TLS and keys', async (t) => {
  t.strictSame(await found(await homeWith(t, GOOD)), [])
  t.strictSame(await found(await homeWith(t, [...GOOD, ...TLS, ACCESS])), [])
})

test('every fault is told at once, each with path, line and a way out', async (t) => {
  const lines = ['organization = ""', 'ports = 1', '[rpc]', 'prot = 1', 'port = "x"', '[pool]', 'capacity = 1', '[log]', 'level = "loud"']
  const findings = await found(await homeWith(t, lines))
  t.strictSame(
    findings.map(({ path, line, severity }) => [path, line, severity]).sort(),
    [
      ['organization', 1, 'error'],
      ['ports', 2, 'error'],
      ['rpc.prot', 4, 'error'],
      ['rpc.port', 5, 'error'],
      ['pool.capacity', 7, 'error'],
      ['log.level', 9, 'error'],
    ].sort(),
  )
  for (const { hint, path } of findings) t.ok(hint.length > 0, path)
  t.match(findings.find(({ path }) => path === 'pool.capacity')?.hint, /100 to 1,000,000; default 20000/)
})

type Plant = (home: string) => Promise<void>
const mode =
  (name: string, bits: number): Plant =>
  async (home) =>
    await chmod(join(home, name), bits)

const ROWS: readonly (readonly [what: string, lines: readonly string[], plant: Plant, expected: Partial<ConfigFinding> | object])[] = [
  ['a key that others can read', GOOD, mode('keys/consensus', 0o640), { path: 'keys.consensus', line: 3, hint: /^chmod 600/ }],
  [
    'a password that others can read',
    GOOD,
    mode('keys/password', 0o644),
    { path: 'keys.passwordFile', severity: 'error', hint: /^chmod 600/ },
  ],
  [
    'a TLS key that others can read',
    [...GOOD, ...TLS, ACCESS],
    mode('key.pem', 0o604),
    { path: 'rpc.tlsKey', line: 9, hint: /^chmod 600/ },
  ],
  ['a genesis that others can change', GOOD, mode('genesis.json', 0o666), { path: 'genesis', severity: 'warning', hint: /^chmod go-w/ }],
  ['a configuration that others can change', GOOD, mode('config.toml', 0o666), { path: '', severity: 'warning', hint: /^chmod go-w/ }],
  [
    'a key that is not there',
    [...GOOD.slice(0, 2), 'consensus = "keys/none"', ...GOOD.slice(3)],
    async () => undefined,
    { path: 'keys.consensus', line: 3, message: /ENOENT/ },
  ],
  [
    'a folder for a file',
    [...GOOD.slice(0, 3), 'identity = "keys"'],
    async () => undefined,
    { path: 'keys.identity', line: 4, message: /is no file/ },
  ],
  [
    'an address that is none',
    [...GOOD, '[p2p]', 'listen = ["nowhere"]'],
    async () => undefined,
    { path: 'p2p.listen', line: 7, hint: /host:port/ },
  ],
  [
    'a member’s address that is none',
    [...GOOD, '[p2p.addresses]', 'bank-b = ["x"]'],
    async () => undefined,
    { path: 'p2p.addresses.bank-b', line: 7 },
  ],
  [
    'a named peer that is none',
    [...GOOD, '[p2p]', 'peers = ["10.0.0.2:7000"]'],
    async () => undefined,
    { path: 'p2p.peers.0', line: 7, message: /PEERID@HOST:PORT/ },
  ],
  [
    'an open listener without keys',
    [...GOOD, ...TLS],
    async () => undefined,
    { path: 'rpc.host', line: 7, severity: 'error', hint: /127\.0\.0\.1/ },
  ],
  ['any origin', [...GOOD, '[rpc]', 'cors = true'], async () => undefined, { path: 'rpc.cors', line: 7, severity: 'warning' }],
  ['what is no TOML', ['organization = bank'], async () => undefined, { path: '', message: /line 1/, hint: /quotes/ }],
]

for (const [what, lines, plant, expected] of ROWS) {
  test(`${what} is found`, async (t) => {
    const home = await homeWith(t, lines)
    await plant(home)
    t.match(await found(home), [{ hint: /./, ...expected }])
  })
}

test('what a configuration says, with its line; what it does not say only when asked for', async (t) => {
  const home = await homeWith(t, [...GOOD, '[rpc]', ACCESS, 'apiKey = "a secret in the wrong place"', '[strange]', 'token = "another one"'])
  const source = await readConfigSource(join(home, 'config.toml'))
  if (!source.ok) return t.fail(source.error.message)
  const said = viewConfig(source.value, { effective: false })
  t.strictSame(
    said.map(({ path, from, line }) => [path, from, line]),
    [
      ['organization', 'file', 1],
      ['keys.consensus', 'file', 3],
      ['keys.identity', 'file', 4],
      ['keys.passwordFile', 'file', 5],
      ['rpc.accessKeys', 'file', 7],
      ['rpc.apiKey', 'unknown setting', undefined],
      ['strange', 'unknown setting', undefined],
    ],
  )
  t.notMatch(JSON.stringify(said), /secret|another one|abab/, 'neither hashes of keys nor what is no setting')
  const effective = viewConfig(source.value, { effective: true })
  t.match(
    effective.find(({ path }) => path === 'rpc.port'),
    { value: 8545, from: 'default' },
  )
  t.match(
    effective.find(({ path }) => path === 'rpc.accessKeys'),
    { value: [{ organization: 'bank-b', sha256: '(hidden)' }] },
  )
})
