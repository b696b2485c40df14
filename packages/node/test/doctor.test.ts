import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, chmod, chown, copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { createKeystore } from '@hanse/crypto-native'
import { peerIdFromSeed } from '@hanse/p2p'
import { bytesToHex, concatBytes, uint64ToBytes } from '@hanse/primitives'
import { asEpoch, asHeight, asView, encodeGenesis, guardCodec, moduleSetCodec, type ValidatorRecord } from '@hanse/protocol'
import { storedStateKey } from '@hanse/replica'
import { stateKey } from '@hanse/state'
import { openGuardFile, openLevelStore } from '@hanse/storage'
import root, { type Test, test } from 'tap'
import { TEST_CERTIFICATE } from '../../rpc/test/support/certificate.ts'
import { examine } from '../src/doctor/doctor.ts'
import { CHECKS, type CheckName, type Finding } from '../src/doctor/finding.ts'
import { readModulePackage } from '../src/own-modules/package-files.ts'
import { fakeNode } from './support/fake-node.ts'
import { CHAIN, grownHome } from './support/grown-home.ts'
import { writePackage } from './support/loyalty-package.ts'
import { consensusSeed, identitySeed, temporaryFolder } from './support/test-chain.ts'

const PASSWORD = 'correct horse battery'
const BLOCK_TABLE = 2
const IS_ROOT = process.getuid?.() === 0

type Plant = (home: string, t: Test) => Promise<void>

interface Expected {
  readonly check: CheckName
  readonly status: 'failed' | 'warning'
  readonly message: RegExp
  /** The way out names this. */
  readonly fix: RegExp
}

interface Circumstances {
  /** The keys of the home are encrypted, and it has a password file. */
  readonly encrypted?: boolean
  /** The clock of the host. */
  readonly nowMs?: number
  readonly skip?: boolean
}

type Fault = readonly [what: string, plant: Plant, expected: Expected, circumstances?: Circumstances]

const failed = (check: CheckName, message: RegExp, fix: RegExp): Expected => ({ check, status: 'failed', message, fix })
const warning = (check: CheckName, message: RegExp, fix: RegExp): Expected => ({ check, status: 'warning', message, fix })

const HEAD = ['organization = "bank-a"', '[keys]', 'consensus = "keys/consensus.json"']
const ANY_PORT = ['[p2p]', 'listen = ["127.0.0.1:0"]', '[metrics]', 'port = 0', '[rpc]', 'port = 0']
const rewrite = async (home: string, lines: readonly string[]): Promise<void> =>
  await writeFile(join(home, 'config.toml'), [...HEAD, ...lines].join('\n'))
const config =
  (...lines: readonly string[]): Plant =>
  async (home) =>
    await rewrite(home, lines)
const append =
  (...lines: readonly string[]): Plant =>
  async (home) =>
    await appendFile(join(home, 'config.toml'), `${lines.join('\n')}\n`)
const mode =
  (name: string, bits: number): Plant =>
  async (home) =>
    await chmod(join(home, name), bits)
const remove =
  (name: string): Plant =>
  async (home) =>
    await rm(join(home, name), { recursive: true })
const write =
  (name: string, text: string): Plant =>
  async (home) =>
    await writeFile(join(home, name), text)
const nothing: Plant = async () => undefined

const key =
  (name: 'consensus' | 'identity', seed: Uint8Array): Plant =>
  async (home) => {
    const path = join(home, 'keys', `${name}.json`)
    await rm(path)
    await createKeystore({ path, purpose: name === 'consensus' ? 'consensus' : 'node', seed, unencrypted: true })
  }

const guardWith =
  (more: object): Plant =>
  async (home) => {
    const guard = await openGuardFile({ path: join(home, 'keys', 'vote-guard') })
    const value = { epoch: asEpoch(0), view: asView(0), height: asHeight(7), lastVote: `0x${'11'.repeat(32)}` as const, ...more }
    await guard.write(guardCodec.encode(value as Parameters<typeof guardCodec.encode>[0]))
    await guard.close()
  }

type OpenStore = Awaited<ReturnType<typeof openLevelStore>>
const store =
  (change: (store: OpenStore) => Promise<void>): Plant =>
  async (home) => {
    const opened = await openLevelStore({ directory: join(home, 'data', 'store') })
    await change(opened)
    await opened.close()
  }

async function loseBlock(opened: OpenStore): Promise<void> {
  await opened.write([{ key: concatBytes(Uint8Array.of(BLOCK_TABLE), uint64ToBytes(2)) }], { sync: true })
}

async function loseParty(opened: OpenStore): Promise<void> {
  const prefix = storedStateKey(stateKey('organizations', 'party', ''))
  const [party] = await opened.range({ from: prefix, to: concatBytes(prefix, Uint8Array.of(0xff)), limit: 1 })
  if (party === undefined) throw new Error('no party')
  await opened.write([{ key: party.key }], { sync: true })
}

/** A bit of a page of the state's tree. */
const damagePage: Plant = async (home) => {
  const directory = join(home, 'data', 'store')
  const opened = await openLevelStore({ directory })
  const [page] = await opened.range({ from: storedStateKey(Uint8Array.of(0)), to: storedStateKey(Uint8Array.of(1)), limit: 1 })
  if (page === undefined) throw new Error('no page')
  await opened.close()
  // Of a hash, which is not compressed.
  const tail = page.value.subarray(-12)
  for (const file of await readdir(directory)) {
    if (!/\.(log|ldb)$/.test(file)) continue
    const bytes = await readFile(join(directory, file))
    for (let at = bytes.indexOf(tail); at >= 0; at = bytes.indexOf(tail, at + 1)) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    await writeFile(join(directory, file), bytes)
  }
}

async function listening(t: Test, onSocket: (socket: { destroy(): void }) => void = () => undefined): Promise<number> {
  const server = createServer(onSocket).listen(0, '127.0.0.1')
  t.teardown(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

const tls =
  (privateKey: string, ...more: readonly string[]): Plant =>
  async (home) => {
    await rewrite(home, [...ANY_PORT, 'tlsCert = "cert.pem"', 'tlsKey = "key.pem"', ...more])
    await writeFile(join(home, 'cert.pem'), TEST_CERTIFICATE.cert)
    await writeFile(join(home, 'key.pem'), privateKey, { mode: 0o600 })
  }
const OWN_KEY = TEST_CERTIFICATE.key
const NEW_KEY = `process.stdout.write(require('node:crypto').generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }))`
const OTHER_KEY = execFileSync(process.execPath, ['-e', NEW_KEY]).toString()

const runsWithTls: Plant = async (home, t) => {
  const answers = { genesisHash: CHAIN.genesisHash, version: '0.1.0', headTime: Date.now(), peers: [LOST], tls: true, key: 'a-key' }
  const [rpc, metrics] = [await fakeNode(t, answers), await fakeNode(t, answers)]
  await tls(OWN_KEY)(home, t)
  const listeners = ['[p2p]', 'listen = ["127.0.0.1:0"]', '[metrics]', `port = ${metrics}`, '[rpc]', `port = ${rpc}`]
  await rewrite(home, [...listeners, 'tlsCert = "cert.pem"', 'tlsKey = "key.pem"'])
}

const withRpcKey =
  (rpcKey: string, plant: Plant): Plant =>
  async (home, t) => {
    process.env['HANSE_RPC_KEY'] = rpcKey
    t.teardown(() => delete process.env['HANSE_RPC_KEY'])
    await plant(home, t)
  }

/** What answers there has another key pair than the home. */
const OTHER_CERTIFICATE: Plant = async (home, t) => {
  await runsWithTls(home, t)
  const path = join(home, 'cert.pem')
  execFileSync(
    'openssl',
    [...'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=x -keyout'.split(' '), path, '-out', path],
    {
      stdio: 'ignore',
    },
  )
}

const runs =
  (more: Partial<Parameters<typeof fakeNode>[1]>): Plant =>
  async (home, t) => {
    const answers = { genesisHash: CHAIN.genesisHash as string, version: '0.1.0', headTime: Date.now(), peers: [], ...more }
    const [rpc, metrics] = [await fakeNode(t, answers), await fakeNode(t, answers)]
    await rewrite(home, ['[p2p]', 'listen = ["127.0.0.1:0"]', '[rpc]', `port = ${rpc}`, '[metrics]', `port = ${metrics}`])
  }
const peerIdOf = (index: number): string => CHAIN.genesis.validators[index]?.peerId ?? ''
const LOST = { peerId: peerIdOf(2), connected: false, lastDisconnectReason: 'timed out' }

const newerLog: Plant = async (home) => {
  const path = join(home, 'data/log/0000000000000000.segment')
  const bytes = await readFile(path)
  bytes.writeUInt32BE(2, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 100)), 100)
  await writeFile(path, bytes)
}

const namesModule: Plant = async (home) => {
  const file = join(home, 'config.toml')
  await writeFile(file, `modules = ["loyalty"]\n${await readFile(file, 'utf8')}`)
}

const installed =
  (files: Readonly<Record<string, string>> = {}): Plant =>
  async (home, t) => {
    await writePackage(join(home, 'loyalty'), files)
    await namesModule(home, t)
  }

/** Votes have brought the package of the tests, from height 120 on. */
const voted =
  (version: number): Plant =>
  async (home, t) => {
    const read = await readModulePackage(await writePackage(await temporaryFolder(t)))
    if (!read.ok) throw new Error(read.error.message)
    const set = { active: [], scheduled: [{ proposal: '1', height: 120, module: { name: 'loyalty', version, hash: read.value.hash } }] }
    const value = concatBytes(Uint8Array.of(1), uint64ToBytes(2).subarray(2), moduleSetCodec.encode(set))
    await store(async (opened) => await opened.write([{ key: storedStateKey(stateKey('_modules', 'set')), value }], { sync: true }))(
      home,
      t,
    )
  }

/** A chain that has the package of the tests from genesis on, and no block. */
const named: Plant = async (home, t) => {
  const read = await readModulePackage(await writePackage(await temporaryFolder(t)))
  if (!read.ok) throw new Error(read.error.message)
  await rm(join(home, 'data'), { recursive: true })
  const modules = [...CHAIN.genesis.modules, { name: 'loyalty', version: 1, hash: read.value.hash }]
  await writeFile(join(home, 'genesis.json'), encodeGenesis({ ...CHAIN.genesis, modules }))
}

const auctions = encodeGenesis({ ...CHAIN.genesis, modules: [...CHAIN.genesis.modules, { name: 'auctions', version: 1 }] })

const FAULTS: readonly Fault[] = [
  ['no home', async (home) => await rm(home, { recursive: true }), failed('home', /there is no folder/, /hanse node init/)],
  ['a folder that others write in', mode('keys', 0o770), failed('home', /others can write/, /^chmod go-w/)],
  [
    'a data folder that is a file',
    async (home) => {
      await rm(join(home, 'data'), { recursive: true })
      await writeFile(join(home, 'data'), '')
    },
    failed('home', /is no folder/, /move/),
  ],
  ['no configuration', remove('config.toml'), failed('config', /cannot read/, /hanse node init/)],
  ['a configuration that is no TOML', write('config.toml', 'organization = bank'), failed('config', /line 1/, /quotes/)],
  ['a setting that is none', append('[pool]', 'capazity = 1'), failed('config', /^line \d+: there is no setting/, /pool\.capacity/)],
  ['an open listener', config('[rpc]', 'host = "0.0.0.0"', 'port = 0', '[metrics]', 'port = 0'), failed('config', /0\.0\.0\.0/, /127\.0/)],
  ['a password that others read', mode('password', 0o644), failed('config', /others can use/, /^chmod 600/), { encrypted: true }],
  ['no genesis', remove('genesis.json'), failed('genesis', /genesis\/not-found/, /hanse genesis create/)],
  ['a genesis that is cut', write('genesis.json', '{"chainId":'), failed('genesis', /encoding\//, /./)],
  [
    'a module that this release lacks',
    async (home) => {
      await rm(join(home, 'data'), { recursive: true })
      await writeFile(join(home, 'genesis.json'), auctions)
    },
    failed('modules', /the module auctions version 1, which this node does not have/, /the version of this software that has auctions 1/),
  ],
  ['a folder of a module that is gone', namesModule, failed('modules', /module\/not-found/, /./)],
  ['a package that a vote brings', voted(1), failed('modules', /from height 120 on .* loyalty version 1 \(hash 0x/, /hanse module hash/)],
  ['a package that genesis names', named, failed('modules', /^the chain has the module loyalty version 1 \(hash 0x/, /config\.toml/)],
  [
    'a package of another hash',
    async (home, t) => {
      await named(home, t)
      await installed({ 'src/limit.ts': 'export const LIMIT = 7' })(home, t)
    },
    failed('modules', /this node’s package has the hash 0x.*\[module\/other-hash\]/, /the very files/),
  ],
  [
    'a node that runs without a package which is here',
    async (home, t) => {
      await voted(1)(home, t)
      await runs({ reasons: ['lacks module loyalty version 1, needed from height 120 on'] })(home, t)
      await installed()(home, t)
    },
    warning('modules', /started without loyalty version 1/, /Restart/),
  ],
  [
    'a vote for a version of the protocol that the software does not know',
    runs({ reasons: ['does not know protocol version 9, in force from height 120 on'] }),
    warning('modules', /does not know protocol version 9, in force from height 120/, /newer software/),
  ],
  ['a genesis that others can change', mode('genesis.json', 0o664), warning('genesis', /others can change/, /^chmod go-w/)],
  ['a node of another chain', runs({ genesisHash: `0x${'ab'.repeat(32)}` }), failed('genesis', /runs the chain 0xabab/, /ports/)],
  ['a key that is gone', remove('keys/identity.json'), failed('keys', /keys\/not-found/, /./)],
  ['a key that others can read', mode('keys/consensus.json', 0o640), failed('keys', /keys\/permissions/, /chmod 600/)],
  ['a key file that is damaged', write('keys/consensus.json', '{}'), failed('keys', /keys\/malformed/, /./)],
  [
    'a key for something else',
    async (home) => await copyFile(join(home, 'keys/identity.json'), join(home, 'keys/consensus.json')),
    failed('keys', /keys\/wrong-purpose/, /Name the key file/),
  ],
  ['a key without a password', nothing, warning('keys', /not encrypted/, /hanse keys passwd/)],
  ['a wrong password', write('password', 'another one\n'), failed('keys', /keys\/wrong-password/, /password/), { encrypted: true }],
  ['no password file', remove('password'), failed('keys', /keys\/password-file/, /keys\.passwordFile/), { encrypted: true }],
  ['no password at hand', config(...ANY_PORT), warning('keys', /no password is at hand/, /HANSE_PASSWORD/), { encrypted: true }],
  [
    'a key that genesis does not know',
    key('consensus', consensusSeed('nobody')),
    warning('keys', /is not in the genesis file: until a vote/, /voted in/),
  ],
  ['another identity', key('identity', identitySeed('nobody')), failed('keys', /the chain knows bank-a as peer/, /handed in/)],
  [
    'another name',
    write('config.toml', ['organization = "bank-b"', ...HEAD.slice(1), ...ANY_PORT].join('\n')),
    warning('keys', /the chain calls this node bank-a, the configuration bank-b/, /organization = "bank-a"/),
  ],
  ['no guard', remove('keys/vote-guard'), failed('guard', /consensus\/guard-missing/, /Restore the guard/)],
  ['a guard that is damaged', write('keys/vote-guard', 'x'), failed('guard', /consensus\/guard-damaged/, /Restore the guard/)],
  [
    'a guard of another chain',
    guardWith({ genesisHash: `0x${'22'.repeat(32)}` }),
    failed('guard', /consensus\/guard-of-another-chain/, /hanse node init/),
  ],
  ['a guard that others can read', mode('keys/vote-guard', 0o644), failed('guard', /others can use/, /^chmod 600/)],
  ['a log without the last vote', guardWith({}), warning('guard', /lacks this key’s last vote \(height 7\)/, /by itself/)],
  [
    'a store that somebody holds',
    async (home, t) => {
      const held = await openLevelStore({ directory: join(home, 'data', 'store') })
      t.teardown(() => held.close())
    },
    failed('data', /another process has/, /fuser/),
  ],
  [
    'a store of another user',
    async (home) => await chown(join(home, 'data/store'), 65_534, 65_534),
    failed('data', /node\/other-user/, /sudo -u '#65534'/),
    { skip: !IS_ROOT },
  ],
  ['a block that is gone', store(loseBlock), failed('data', /block 2 is missing/, /hanse node repair/)],
  ['state that is not what the header says', store(loseParty), failed('data', /has the root/, /hanse node repair/)],
  ['an invariant that does not hold', store(loseParty), failed('data', /does not hold/, /report it/)],
  ['a store that is damaged', write('data/store/CURRENT', 'nonsense'), failed('data', /storage\/damaged/, /sync again/)],
  ['a page of the state’s tree that is damaged', damagePage, failed('data', /fails its checksum|storage\/damaged/, /sync again/)],
  ['a log that is damaged', write('data/log/bounds', 'x'), failed('data', /storage\/log-damaged/, /guard/)],
  [
    'an index that is damaged',
    async (home) => {
      await mkdir(join(home, 'data', 'index'))
      await writeFile(join(home, 'data', 'index', 'index.db'), 'no database')
    },
    warning('data', /data\/index: /, /hanse node reindex/),
  ],
  ['a log of a newer release', newerLog, failed('data', /storage\/format/, /the release that wrote it/)],
  ['a log file in no folder', append('[log]', 'file = "genesis.json/node.log"'), failed('log', /cannot be written/, /log\.file/)],
  [
    'a port that is taken',
    async (home, t) => await rewrite(home, [...ANY_PORT.slice(0, -1), `port = ${await listening(t)}`]),
    failed('ports', /rpc 127\.0\.0\.1:\d+ is taken/, /ss -ltnp/),
  ],
  [
    'an address of another host',
    config('[p2p]', 'listen = ["192.0.2.1:23900"]', ...ANY_PORT.slice(2)),
    failed('ports', /192\.0\.2\.1 is no address of this host/, /ip -brief address/),
  ],
  ['a certificate that expired', tls(OWN_KEY), failed('tls', /expired/, /new certificate/), { nowMs: Date.UTC(2200, 0) }],
  ['one that expires soon', tls(OWN_KEY), warning('tls', /expires in \d+ days/, /new certificate/), { nowMs: Date.UTC(2126, 9, 20) }],
  ['a certificate of tomorrow', tls(OWN_KEY), failed('tls', /valid from/, /clock/), { nowMs: Date.UTC(2020, 0) }],
  ['a key of another certificate', tls(OTHER_KEY), failed('tls', /is not the key of/, /one pair/)],
  ['a name that the certificate lacks', tls(OWN_KEY, 'hostNames = ["a.example"]'), warning('tls', /a\.example/, /names/)],
  ['a TLS file that is none', tls('nonsense'), failed('tls', /cannot be used/, /PEM/)],
  ['a clock that is behind', nothing, failed('clock', /in the future of this host’s clock/, /NTP/), { nowMs: Date.UTC(2020, 0) }],
  ['peers that nobody reaches', nothing, warning('peers', /bank-b: nobody answers at 127\.0\.0\.1:3 .*ECONNREFUSED/, /firewall/)],
  [
    'a peer that hangs up',
    async (home, t) => {
      const port = await listening(t, (socket) => socket.destroy())
      await append('[p2p.addresses]', `bank-b = ["127.0.0.1:${port}"]`)(home, t)
    },
    warning('peers', /bank-b: .* ends the handshake/, /genesis hash/),
  ],
  [
    'a running node without its peers',
    runs({ peers: [{ peerId: peerIdOf(1), connected: true }, LOST] }),
    failed('peers', /1 of 3 are connected, a quorum needs 2/, /quorum/),
  ],
  ['a peer of a running node', runs({ peers: [LOST] }), warning('peers', /core-firm is not connected: timed out/, /Ask core-firm/)],
  [
    'a node that speaks TLS, without a key',
    runsWithTls,
    warning('peers', /^the RPC speaks TLS and wants a key: HANSE_RPC_KEY$/, /access key/),
  ],
  ['an empty key', withRpcKey('', runsWithTls), warning('peers', /wants a key: HANSE_RPC_KEY$/, /access key/)],
  ['a wrong key', withRpcKey('b-key', runsWithTls), warning('peers', /speaks TLS, does not answer/, /a key of this node/)],
  ['another certificate', withRpcKey('a-key', OTHER_CERTIFICATE), warning('peers', /speaks TLS, does not answer/, /renewed/)],
  ['a peer of a node that speaks TLS', withRpcKey('a-key', runsWithTls), warning('peers', /core-firm is not connected: timed out/, /Ask/)],
  ['a node that was not restarted', runs({ version: '0.0.9' }), warning('versions', /runs 0\.0\.9/, /Restart/)],
]

/** Homes of bank-a, made once and copied: encrypting keys takes its time. */
const templates: Partial<Record<'encrypted' | 'plain', Promise<string>>> = {}

async function template(t: Test, kind: 'encrypted' | 'plain'): Promise<string> {
  const options = kind === 'encrypted' ? { password: PASSWORD, lines: ['passwordFile = "password"', ...ANY_PORT] } : { lines: ANY_PORT }
  const { home } = await grownHome(t, options)
  if (kind === 'encrypted') await writeFile(join(home, 'password'), `${PASSWORD}\n`, { mode: 0o600 })
  return home
}

async function orderly(t: Test, encrypted = false): Promise<string> {
  const kind = encrypted ? 'encrypted' : 'plain'
  const home = await temporaryFolder(t)
  templates[kind] ??= template(root, kind)
  await cp(await templates[kind], home, { recursive: true })
  return home
}

const examineAt = async (home: string, nowMs = Date.now()): Promise<readonly Finding[]> => await examine(home, { nowMs: () => nowMs })

test('a home in order has nothing that failed', async (t) => {
  const findings = await examineAt(await orderly(t, true))
  t.strictSame(
    findings.filter(({ status }) => status === 'failed'),
    [],
  )
  for (const { status, fix, message } of findings) t.equal(fix === undefined, status === 'good', message)
  const data = findings.find(({ check }) => check === 'data')
  t.match(data, {
    message: /^height 3, of the tip and the state: hash chain, .* verified, \d+ invariants hold; every block: hanse node inspect --verify$/,
  })
  const keys = findings.filter(({ check }) => check === 'keys').map(({ status }) => status)
  t.strictSame(keys, ['good', 'good', 'good'])
})

for (const [what, plant, expected, { encrypted, nowMs, skip } = {}] of FAULTS) {
  test(`${expected.check}: ${what}`, { skip: skip === true }, async (t) => {
    const home = await orderly(t, encrypted)
    await plant(home, t)
    const findings = await examineAt(home, nowMs)
    const isIt = ({ check, status, message }: Finding): boolean =>
      check === expected.check && status === expected.status && expected.message.test(message)
    t.match(findings.find(isIt), expected, JSON.stringify(findings.filter(({ status }) => status !== 'good')))
    t.notMatch(JSON.stringify(findings), PASSWORD)
    for (const { message, fix } of findings) t.notMatch(`${message}${fix}`, /\n| at .*\.js:\d+/, 'one line each, and no stack')
  })
}

test('modules: of a node that runs, by its RPC; what is here is told, too', async (t) => {
  const home = await orderly(t)
  const hash = `0x${'ab'.repeat(32)}`
  const [{ name, version }] = CHAIN.genesis.modules as unknown as readonly [{ readonly name: string; readonly version: number }]
  await runs({ modules: [{ name, version }], scheduled: [{ proposalId: '1', name: 'loyalty', version: 1, hash, height: 900 }] })(home, t)
  await installed()(home, t)
  const held = await openLevelStore({ directory: join(home, 'data', 'store') })
  t.teardown(() => held.close())
  const rows = (await examineAt(home)).filter(({ check }) => check === 'modules')
  t.match(rows, [
    { status: 'failed', message: new RegExp(`^the chain has loyalty version 1 \\(hash ${hash}\\), this node’s package has the hash 0x`) },
    { status: 'good', message: /^loyalty version 1 \(hash 0x[0-9a-f]{64}\) is here, and neither in force nor scheduled/ },
  ])
})

test('modules: a version that was replaced is not useless', async (t) => {
  const home = await orderly(t)
  const [{ name, version }] = CHAIN.genesis.modules as unknown as readonly [{ readonly name: string; readonly version: number }]
  const modules = [
    { name, version },
    { name: 'loyalty', version: 2, hash: `0x${'ab'.repeat(32)}` },
  ]
  await runs({ modules, scheduled: [] })(home, t)
  await installed()(home, t)
  const held = await openLevelStore({ directory: join(home, 'data', 'store') })
  t.teardown(() => held.close())
  const rows = (await examineAt(home)).filter(({ check }) => check === 'modules')
  t.match(rows.at(-1), { status: 'good', message: /^loyalty version 1 \(hash 0x[0-9a-f]{64}\) is here, older than the one in force/ })
})

test('modules: what is in force and what comes', async (t) => {
  const home = await orderly(t)
  await voted(1)(home, t)
  await installed()(home, t)
  t.match(
    (await examineAt(home)).filter(({ check }) => check === 'modules'),
    [
      { status: 'good', message: /^\d+ in force, all here; all of this software$/ },
      { status: 'good', message: /^loyalty version 1 \(hash 0x[0-9a-f]{64}\) comes into force at height 120, and is here$/ },
    ],
  )
})

test('peers: a validator whose own key cannot be read does not dial itself', async (t) => {
  const home = await orderly(t)
  await remove('keys/consensus.json')(home, t)
  const peers = (await examineAt(home)).filter(({ check }) => check === 'peers')
  t.match(peers[0], { message: /^0 of 3 / })
  t.notMatch(JSON.stringify(peers), /bank-a/)
})

const found = (findings: readonly Finding[], name: CheckName): readonly string[] =>
  findings.filter(({ check }) => check === name).map(({ status, message }) => `${status}: ${message}`)

test('members: keys, peers, quorum and clock are judged by what votes have made of the chain, not by genesis', async (t) => {
  const home = await orderly(t)
  const [own, ...others] = CHAIN.genesis.validators as unknown as readonly [ValidatorRecord, ...ValidatorRecord[]]
  const newcomers = ['clearing', 'customs', 'port'].map((organization) => ({
    ...{ organization, peerId: peerIdFromSeed(identitySeed(organization)), addresses: [] },
    consensusKey: { algorithm: 1, bytes: bytesToHex(consensusSeed(organization)) },
  }))
  const validators = [own, ...others, ...newcomers]
  const peers = [others[0], newcomers[0], newcomers[1]].map((record) => ({ peerId: record?.peerId ?? '', connected: true }))
  const modules = CHAIN.genesis.modules.map(({ name, version }) => ({ name, version }))
  const params = { ...CHAIN.genesis.params, maxDriftMs: 3_600_000 }
  const headTime = Date.now() + 600_000
  await runs({ epoch: 3, validators, peers, modules, params, headTime })(home, t)
  const findings = await examineAt(home)
  t.ok(found(findings, 'keys').some((row) => /^good: the keys are bank-a’s in the validators of epoch 3/.test(row)))
  t.match(found(findings, 'peers')[0], /^failed: 3 of 6 are connected, a quorum needs 4$/, 'five of seven decide')
  t.match(found(findings, 'peers').slice(1).join(), /port is not connected/)
  t.match(found(findings, 'clock')[0], /^good: not behind the head/, 'the drift that is allowed now')

  await runs({ epoch: 4, validators: [...others, ...newcomers], observers: [own], peers })(home, t)
  const removed = await examineAt(home)
  t.ok(found(removed, 'keys').some((row) => /^good: the keys are bank-a’s in the observers/.test(row)))
  t.match(found(removed, 'peers')[0], /^good: 3 of 6 are connected$/, 'who observes needs one')
  await runs({ epoch: 5, validators: [...others, ...newcomers], peers: [] })(home, t)
  const gone = await examineAt(home)
  t.ok(found(gone, 'keys').some((row) => /^warning: the consensus key 0x.* is not in the validators of epoch 5/.test(row)))
  t.match(found(gone, 'peers')[0], /^failed: 0 of 6 are connected, one is needed$/)
})

test('members: a store that cannot be asked leaves genesis, and a word about it', async (t) => {
  const home = await orderly(t)
  await key('consensus', consensusSeed('nobody'))(home, t)
  await write('data/store/CURRENT', 'nonsense')(home, t)
  const keys = found(await examineAt(home), 'keys')
  t.match(keys.join(), /is not in the genesis file \(what votes have changed since cannot be read\)/)
})

test('a genesis file that was changed is told once, on top', async (t) => {
  const home = await orderly(t)
  const changed = encodeGenesis({ ...CHAIN.genesis, name: 'another', validators: CHAIN.genesis.validators.toReversed() })
  await writeFile(join(home, 'genesis.json'), changed)
  const findings = await examineAt(home)
  const message = new RegExp(
    `^the data folder is of the chain ${CHAIN.genesisHash}, the genesis file of 0x[0-9a-f]{64} \\[node/wrong-chain\\]$`,
  )
  t.match(findings[0], { check: 'genesis', status: 'failed', message, fix: /untouched copy/ })
  t.strictSame(
    findings.filter(({ status }) => status === 'failed'),
    findings.slice(0, 1),
  )
})

test('every check has shown to fail', (t) => {
  const planted = new Set(FAULTS.map(([, , { check }]) => check))
  // A disk cannot be filled everywhere: the test below does where it may.
  t.strictSame(
    CHECKS.filter((check) => !planted.has(check)),
    ['disk'],
  )
  t.end()
})

test('disk: memory, small and full', { skip: !IS_ROOT || process.platform !== 'linux' }, async (t) => {
  const home = await orderly(t)
  const data = join(home, 'data')
  await rename(data, `${data}.aside`)
  await mkdir(data)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1000000', 'tmpfs', data])
  t.teardown(() => execFileSync('umount', [data]))
  await append('[log]', 'file = "data/node.log"')(home, t)
  const small = (await examineAt(home)).filter(({ check }) => check === 'disk' || check === 'log')
  t.match(small, [
    { status: 'failed', message: /^0 MiB free/, fix: /Free space/ },
    { status: 'warning', message: /tmpfs: it is memory/, fix: /local disk/ },
    { status: 'good', message: /durable after/ },
    { check: 'log', status: 'warning', message: /no room for 5 log files/, fix: /log\.fileBytesMax/ },
  ])
  await writeFile(join(data, 'filler'), new Uint8Array(1_000_000)).catch(() => undefined)
  const full = (await examineAt(home)).find(({ check, message }) => check === 'disk' && message.includes('storage/io'))
  t.match(full, { status: 'failed', fix: /space/ })
})

test('examining changes nothing but what LevelDB tidies', async (t) => {
  const home = await orderly(t)
  const names = async (): Promise<readonly string[]> =>
    (await readdir(home, { recursive: true })).filter((name) => !name.startsWith('data/store/')).sort()
  const before = await names()
  await examineAt(home)
  t.strictSame(await names(), before)
  t.ok(existsSync(join(home, 'data', 'store', 'CURRENT')))
})
