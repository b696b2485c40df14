import { chmodSync, copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Test, test } from 'tap'
import { whyNoHosts } from './support/hosts.ts'
import { createLan } from './support/lan.ts'
import { ADDRESSES, block, Members } from './support/members.ts'

const NAMES = [...ADDRESSES.keys()]
const COORDINATOR = 'bank-a'
const READER = 'core-firm'
const VICTIM = 'supplier'
const REMOTE = 'bank-b'
const PROPOSAL_MS = 3_600_000

async function createMembers(t: Test): Promise<Members> {
  const folder = mkdtempSync(join(tmpdir(), 'hanse-hosts-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const lan = await createLan(folder, ADDRESSES)
  t.teardown(() => lan.stop())
  return new Members(lan)
}

/** A file from one desk to another, as by mail. */
function send(members: Members, from: readonly [string, ...string[]], to: readonly [string, ...string[]]): void {
  copyFileSync(members.path(...from), members.path(...to))
}

/** Makes an operator's key as the document says, and gives its public key. */
async function operatorKey(members: Members, name: string): Promise<string> {
  const exported = await members.mustType(COORDINATOR, block('operator').replaceAll('maker', name))
  const [, publicKey = ''] = /"publicKey": "(0x[0-9a-f]{64})"/.exec(exported) ?? []
  return publicKey
}

/** A file of the document, with the keys of people in the place of its examples. */
async function writeWithKeys(members: Members, file: string, keys: Readonly<Record<string, string>>): Promise<void> {
  let text = block(file)
  for (const [digit, operator] of Object.entries(keys)) text = text.replace(`0x${digit.repeat(64)}`, await operatorKey(members, operator))
  writeFileSync(members.path(COORDINATOR, 'desk', file), text)
}

async function setUp(members: Members): Promise<void> {
  const prepared = await Promise.all(members.lan.hosts.map((host) => host.run(block('root'), { user: 'root' })))
  for (const { code, stderr } of prepared) if (code !== 0) throw new Error(`the host is not prepared: ${stderr}`)
  await members.everywhere(block('init'))
  for (const name of NAMES) send(members, [name, 'validator.json'], [COORDINATOR, 'desk', `${name}.json`])
  await writeWithKeys(members, 'state.json', { 1: 'maker', 2: 'checker' })
  await members.mustType(COORDINATOR, block('genesis'))
  for (const name of NAMES) if (name !== COORDINATOR) send(members, [COORDINATOR, 'desk', 'genesis.json'], [name, 'desk', 'genesis.json'])
  const shown = await members.everywhere(block('verify'))
  const hashes = new Set(shown.map((text) => /0x[0-9a-f]{64}/.exec(text)?.[0]))
  if (hashes.size !== 1) throw new Error(`the members have different chains: ${shown.join('')}`)
}

/** The document's first transaction; its hash. */
async function transact(members: Members): Promise<string> {
  return hashIn(await members.mustType(COORDINATOR, block('transaction')))
}

function hashIn(said: string): string {
  return /final at height [0-9]+\s+hash\s+(0x[0-9a-f]{64})/.exec(said)?.[1] ?? ''
}

test('four hosts by hand, as docs/operating.md tells', { skip: whyNoHosts(), timeout: 280_000 }, async (t) => {
  const startedMs = performance.now()
  const members = await createMembers(t)
  t.equal(NAMES.length, 4)
  await setUp(members)
  for (const name of NAMES) members.startNode(name)

  await t.test('they agree', async (t) => {
    for (const name of NAMES) t.match(await members.statusOnce(name, true), { code: 0, text: `${name} is in step with the chain` })
    const headers = await members.everywhere('hanse rpc chain_getHeader \'{"height":1}\'')
    t.equal(new Set(headers).size, 1, 'on the first block')
    t.comment(`four hosts agree ${Math.round(performance.now() - startedMs)} ms after the first command`)
  })

  await t.test('a transaction from one host has its receipt on another', async (t) => {
    await writeWithKeys(members, 'first-party.json', { 3: 'maker-of-bank-a', 4: 'checker-of-bank-a' })
    const hash = await transact(members)
    const shown = await members.mustType(READER, `hanse tx show ${hash}`)
    t.match(shown, /status\s+final/)
    t.match(shown, '"partyId": "bank-a"')
  })

  await t.test('a host that is cut off says so, and catches up by itself', async (t) => await cutAndHeal(t, members))
  await t.test('a node that is killed starts again', async (t) => await killAndStart(t, members))
  await t.test('a node whose disk is lost begins with a snapshot of another', async (t) => await beginsWithSnapshot(t, members))
  await t.test('and comes back from its backup', async (t) => await comesBack(t, members))
  await t.test('RPC for other machines', async (t) => await opensRpc(t, members))

  await t.test('every node stops when it is told to', async (t) => {
    for (const name of NAMES) t.equal(await members.stopNode(name, 'TERM'), 0, name)
  })
  t.comment(`all of it took ${Math.round(performance.now() - startedMs)} ms`)
})

/** A transaction of the registrar's maker alone, unlike any other; its hash. */
async function propose(members: Members, digit: string): Promise<string> {
  const said = await members.mustType(
    COORDINATOR,
    `export HANSE_HOME=~/operator
    hanse tx build organizations.propose callDigest=0x${digit.repeat(64)} expiresAtMs:=${Date.now() + PROPOSAL_MS} --sender maker --out small.json
    hanse tx sign small.json --key maker
    hanse tx send small.json --wait`,
  )
  return hashIn(said)
}

async function isFinalAt(members: Members, name: string, hash: string): Promise<boolean> {
  const { stdout } = await members.type(name, `hanse tx show ${hash}`)
  return /status\s+final/.test(stdout)
}

async function cutAndHeal(t: Test, members: Members): Promise<void> {
  const victim = members.host(VICTIM)
  await members.lan.setCable(victim, 'down')
  const hash = await propose(members, 'a')
  t.ok(await isFinalAt(members, READER, hash), 'three go on without it')
  t.notOk(await isFinalAt(members, VICTIM, hash), 'and it does not know')
  t.match(await members.statusOnce(VICTIM, false), { code: 3, text: /supplier is stalled: .*a quorum needs 2/ })

  await members.lan.setCable(victim, 'up')
  const healedMs = performance.now()
  await members.mustType(VICTIM, `hanse tx wait ${hash}`)
  t.match(await members.statusOnce(VICTIM, true), { code: 0 })
  t.comment(`back in step ${Math.round(performance.now() - healedMs)} ms after the cable`)
}

async function killAndStart(t: Test, members: Members): Promise<void> {
  t.equal(await members.stopNode(VICTIM, 'KILL'), 137)
  const hash = await propose(members, 'b')
  t.ok(await isFinalAt(members, READER, hash), 'three go on without it')
  members.startNode(VICTIM)
  await members.statusOnce(VICTIM, true)
  await members.mustType(VICTIM, `hanse tx wait ${hash}`)
}

/** A folder of one host's node to a desk, where its user may read it. */
function carry(members: Members, from: readonly [string, ...string[]], to: readonly [string, ...string[]]): void {
  const target = members.path(...to)
  cpSync(members.path(...from), target, { recursive: true })
  chmodSync(target, 0o755)
  for (const name of readdirSync(target)) chmodSync(join(target, name), 0o644)
}

async function beginsWithSnapshot(t: Test, members: Members): Promise<void> {
  t.match(await members.mustType(READER, block('snapshot')), /snapshot of height [0-9]+/)
  const [height = ''] = readdirSync(members.path(READER, 'data', 'snapshots'))
  t.equal(await members.stopNode(VICTIM, 'TERM'), 0)
  rmSync(members.path(VICTIM, 'data', 'store'), { recursive: true })
  carry(members, [READER, 'data', 'snapshots', height], [VICTIM, 'desk', 'snapshot'])
  t.match(await members.mustType(VICTIM, block('begin')), new RegExp(`begins at height ${height}`))
  members.startNode(VICTIM)
  t.match(await members.statusOnce(VICTIM, true), { code: 0 })
}

async function comesBack(t: Test, members: Members): Promise<void> {
  t.match(await members.mustType(VICTIM, block('backup')), /backup of height [0-9]+/)
  const [height = ''] = readdirSync(members.path(VICTIM, 'data', 'backups'))
  t.equal(await members.stopNode(VICTIM, 'TERM'), 0)
  carry(members, [VICTIM, 'data', 'backups', height], [VICTIM, 'desk', 'backup'])
  rmSync(members.path(VICTIM, 'data'), { recursive: true })
  t.match(await members.mustType(VICTIM, block('restore')), /follows in silence up to height/)
  t.match(await members.mustType(VICTIM, block('prune')), /keeps the blocks from height/)
  members.startNode(VICTIM)
  t.match(await members.statusOnce(VICTIM, true), { code: 0 })
}

async function opensRpc(t: Test, members: Members): Promise<void> {
  const config = members.path(REMOTE, 'config.toml')
  const before = readFileSync(config, 'utf8')
  const section = (text: string): string => before.replace(/^\[rpc\]\n[\s\S]*?(?=^\[)/m, () => `${text}\n`)
  t.equal(await members.stopNode(REMOTE, 'TERM'), 0)

  writeFileSync(config, section(block('rpc').replace(/^(tls|accessKeys)[\s\S]*/m, '')))
  const open = members.startNode(REMOTE)
  t.equal(await open.exit, 1, 'it does not start open')
  t.match(open.log(), '"code":"rpc/open-listener"')

  const hash = (await members.mustType(REMOTE, block('access'))).trim().split('\n').at(-1) ?? ''
  writeFileSync(config, section(block('rpc').replace(`0x${'5'.repeat(64)}`, hash)))
  members.startNode(REMOTE)
  await members.until(`${REMOTE} answers`, async () => {
    send(members, [REMOTE, 'rpc-cert.pem'], [READER, 'desk', 'rpc-cert.pem'])
    send(members, [REMOTE, 'desk', 'client-key'], [READER, 'desk', 'client-key'])
    return (await members.type(READER, block('client'))).code === 0
  })
  const answer = await members.mustType(READER, block('client'))
  t.match(answer, /^\{"jsonrpc":"2.0","id":1,"result":/, 'with the key')
  t.match(answer, 'core-firm', 'and the command of the project')
  const [request = ''] = block('client').split('\nexport')
  const without = await members.type(READER, request.replace(/-H "Authorization[^"]*"/, "--output /dev/null --write-out '%{http_code}'"))
  t.match([without.code, without.stdout], [22, '401'], 'without it')
  const probe = await members.mustType(REMOTE, 'curl --silent --insecure https://127.0.0.1:9545/metrics')
  t.match(probe, /^hanse_height [0-9]+$/m, 'metrics speak TLS too')
}
