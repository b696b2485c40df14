import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TrustedEpochs, verifySignature } from '@hanse/crypto'
import { createSigner } from '@hanse/crypto-native'
import { bytesToHex, type Hash, type Hex, hexToBytes, type Result } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type CommitCertificate,
  consensusSignBytes,
  type Guard,
  guardCodec,
  logRecordCodec,
  type SignedMessage,
} from '@hanse/protocol'
import { ChainReader, pruneWrites } from '@hanse/replica'
import { STATE_TREE_RANGE, STATE_VALUES_RANGE } from '@hanse/state'
import { openGuardFile, openLevelStore, openWriteAheadLog } from '@hanse/storage'
import { test } from 'tap'
import {
  applyRecovery,
  inspectNode,
  type RecoverySigned,
  recoveryStatus,
  repair,
  restoreSnapshot,
  signRecovery,
  snapshotHome,
  verifySnapshotFolder,
} from '../src/index.ts'
import { epochEndsOf } from '../src/snapshot/epoch-ends.ts'
import { guardPathOf } from '../src/vote-guard.ts'
import { damageRecord, firstKey, intoTables } from './support/damage.ts'
import { CHAIN, grownHome } from './support/grown-home.ts'
import { consensusSeed, NAMES } from './support/test-chain.ts'

const NOBODY = async (): Promise<undefined> => undefined
const DOMAIN = { genesisHash: CHAIN.genesisHash, chainId: CHAIN.genesis.chainId }
const NO_HASH = `0x${'00'.repeat(32)}` as Hash

const guardFileOf = (home: string): string => guardPathOf(join(home, 'keys', 'consensus.json'))

async function setGuard(home: string, change: Partial<Guard>): Promise<void> {
  const file = await openGuardFile({ path: guardFileOf(home) })
  const content = await file.read()
  const before = content.type === 'value' ? guardCodec.decode(content.bytes) : undefined
  if (before?.ok !== true) throw new Error('there is a guard')
  await file.write(guardCodec.encode({ ...before.value, ...change }))
  await file.close()
}

async function headOf(home: string): Promise<Hash> {
  const status = await recoveryStatus(home)
  if (!status.ok) throw new Error(status.error.message)
  return status.value.head.hash
}

function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** What the others would sign for the same head. */
function signedBy(
  name: string,
  { chainId, genesisHash, statement }: RecoverySigned,
): Pick<RecoverySigned, 'chainId' | 'genesisHash' | 'statement'> {
  const { epoch, message } = statement
  const signer = asValidatorIndex(CHAIN.genesis.validators.findIndex(({ organization }) => organization === name))
  const signature = bytesToHex(createSigner(consensusSeed(name)).sign(consensusSignBytes(DOMAIN, epoch, message)))
  const signed: SignedMessage = { epoch, signer, signature, message }
  return { chainId, genesisHash, statement: signed }
}

async function addToLog(home: string, height: number): Promise<void> {
  const log = await openWriteAheadLog({ directory: join(home, 'data', 'log'), genesisHash: hexToBytes(CHAIN.genesisHash) })
  const vote = { epoch: asEpoch(0), view: asView(0), height: asHeight(height), digest: NO_HASH, headerHash: NO_HASH }
  const signatures = [0, 1, 2].map((signer) => ({ signer: asValidatorIndex(signer), signature: `0x${'00'.repeat(64)}` as Hex }))
  const certificate: CommitCertificate = { ...vote, signatures }
  await log.append([logRecordCodec.encode({ type: 'committed', ...certificate })])
  await log.close()
}

test('a stopped validator shows where it is, signs once, and keeps its promise', async (t) => {
  const { home, heights } = await grownHome(t)
  const before = granted(await recoveryStatus(home))
  t.match(before, {
    head: { height: heights },
    epoch: 0,
    nextEpoch: 2,
    validators: 4,
    quorum: 3,
    organization: 'bank-a',
    guard: { epoch: 0 },
  })
  t.match(before, { log: { state: 'whole' }, start: 'validator' })
  t.notOk('signedEpoch' in before)
  const head = before.head.hash
  const signed = granted(await signRecovery(home, { head, ask: NOBODY }))
  t.match(signed, {
    organization: 'bank-a',
    head: { height: heights, hash: head },
    statement: { epoch: 2, message: { height: heights + 1 } },
  })
  t.ok(existsSync(signed.logBefore ?? ''))
  t.match(await recoveryStatus(home), {
    value: { signedEpoch: 2, guard: { epoch: 2, view: 0, height: heights + 1 }, log: { state: 'empty' }, start: 'recovering' },
  })
  t.same(granted(await signRecovery(home, { head, ask: NOBODY })).statement, signed.statement, 'the same again')
  const refusals: readonly (readonly [string, Parameters<typeof signRecovery>[1], string])[] = [
    ['another head', { head: NO_HASH, ask: NOBODY }, 'recover/other-head'],
    ['the present epoch', { head, epoch: 0, ask: NOBODY }, 'recover/bad-epoch'],
    ['the number of a vote', { head, epoch: 1, ask: NOBODY }, 'recover/bad-epoch'],
    ['one far away', { head, epoch: 17, ask: NOBODY }, 'recover/bad-epoch'],
  ]
  for (const [words, options, code] of refusals) t.match(await signRecovery(home, options), { ok: false, error: { code } }, words)
  granted(await signRecovery(home, { head, epoch: 4, ask: NOBODY }))
  t.match(await signRecovery(home, { head, ask: NOBODY }), { ok: false, error: { code: 'recover/promised' } }, 'an epoch that was given up')
})

test('it signs with a log that is damaged, and not without its guard, nor where blocks are missing', async (t) => {
  const { home, heights } = await grownHome(t)
  const head = await headOf(home)
  const sign = async (more: { readonly giveUpBlocks?: boolean } = {}) => await signRecovery(home, { head, ask: NOBODY, ...more })
  await addToLog(home, heights + 1)
  t.match(await recoveryStatus(home), { value: { log: { state: 'whole', finalHeight: heights + 1 } } })
  t.match(await sign(), { ok: false, error: { code: 'recover/blocks-in-log' } })
  const log = join(home, 'data', 'log')
  const [segment = ''] = (await readdir(log)).filter((file) => /^[0-9]/.test(file))
  const name = join(log, segment)
  const bytes = await readFile(name)
  bytes.writeUInt8(bytes.readUInt8(70) ^ 1, 70)
  await writeFile(name, bytes)
  t.match(await recoveryStatus(home), { value: { log: { state: 'damaged' } } })

  const { window } = CHAIN.genesis.params
  await setGuard(home, { height: asHeight(heights + window + 1) })
  t.match(await recoveryStatus(home), { value: { lostUpTo: heights + 1 } })
  t.match(await sign(), { ok: false, error: { code: 'recover/blocks-missing' } })
  const guard = await readFile(guardFileOf(home))
  await writeFile(
    guardFileOf(home),
    guard.map(() => 0),
  )
  t.match(await sign({ giveUpBlocks: true }), { ok: false, error: { code: 'consensus/guard-damaged' } })
  await writeFile(guardFileOf(home), guard)
  t.match(await sign({ giveUpBlocks: true }), { ok: true })
})

test('who has no place among the validators signs nothing', async (t) => {
  const { home } = await grownHome(t)
  const head = await headOf(home)
  const config = join(home, 'config.toml')
  const text = await readFile(config, 'utf8')
  await writeFile(config, text.replace('[keys]\nconsensus = "keys/consensus.json"\n', ''), { mode: 0o644 })
  t.match(await signRecovery(home, { head, ask: NOBODY }), { ok: false, error: { code: 'recover/no-validator' } })
  t.notOk('organization' in granted(await recoveryStatus(home)))
})

test('a quorum of statements begins the epoch, at the head that they name and nowhere else', async (t) => {
  const { home, heights } = await grownHome(t)
  const signed = granted(await signRecovery(home, { head: await headOf(home), ask: NOBODY }))
  const others = NAMES.slice(1).map((name) => signedBy(name, signed))
  const [second, third] = others as [RecoverySigned, RecoverySigned]
  const forged = { ...third, statement: { ...third.statement, signature: second.statement.signature } }
  const ordinary = { ...third, statement: { ...third.statement, message: { type: 'wants' } as never } }
  const refusals: readonly (readonly [string, Parameters<typeof applyRecovery>[1], { readonly code: string; readonly path?: string }])[] = [
    ['none', [], { code: 'recover/bad-statement' }],
    ['too few', [signed, second], { code: 'recover/too-few' }],
    ['one of them twice', [signed, second, second], { code: 'recover/too-few' }],
    ['a signature that does not hold', [signed, second, forged], { code: 'recover/bad-statement', path: '2.signature' }],
    ['another message', [signed, second, ordinary], { code: 'recover/other-head', path: '2' }],
    ['another chain', [signed, second, { ...third, genesisHash: NO_HASH }], { code: 'recover/wrong-chain', path: '2' }],
  ]
  for (const [words, statements, error] of refusals) t.match(await applyRecovery(home, statements), { ok: false, error }, words)

  const below = await grownHome(t, { blocks: heights - 1 })
  t.match(await applyRecovery(below.home, [signed, second, third]), { ok: false, error: { code: 'recover/behind' } })
  const beside = await grownHome(t, { blocks: heights })
  t.match(await applyRecovery(beside.home, [signed, second, third]), { ok: false, error: { code: 'recover/other-head' } })
  const above = await grownHome(t, { blocks: heights + 1 })
  t.match(await applyRecovery(above.home, [signed, second, third]), { ok: false, error: { code: 'consensus/left-behind' } })

  const applied = granted(await applyRecovery(home, [third, signed, second]))
  t.match(applied, { outcome: 'applied', epoch: 2, height: heights + 1, signers: NAMES.slice(0, 3) })
  t.match(await applyRecovery(home, [signed, second, third]), { value: { ...applied, outcome: 'present' } })
  t.match(await recoveryStatus(home), { value: { head: { height: heights + 1, hash: applied.hash }, epoch: 2, nextEpoch: 4 } })
})

test('what was recovered is proven from genesis, in a snapshot and after pruning, and nothing is wrong with the store', async (t) => {
  const { home, heights } = await grownHome(t)
  const signed = granted(await signRecovery(home, { head: await headOf(home), epoch: 2, ask: NOBODY }))
  granted(await applyRecovery(home, [signed, ...NAMES.slice(1, 3).map((name) => signedBy(name, signed))]))
  const { problems, store } = await inspectNode(home, { count: true, verify: 'all' })
  t.same(problems, [])
  t.match(store, { head: { height: heights + 1 } })

  const { folder } = granted(await snapshotHome(home))
  const genesis = join(home, 'genesis.json')
  t.match(await verifySnapshotFolder(folder, genesis), { ok: true, value: { height: heights + 1 } })
  const other = await grownHome(t, { blocks: 0 })
  t.match(await restoreSnapshot(other.home, folder, { force: true }), { ok: true })
  t.match(await recoveryStatus(other.home), { value: { head: { height: heights + 1 }, epoch: 2 } })

  const directory = join(home, 'data', 'store')
  const opened = await openLevelStore({ directory })
  await opened.write([...pruneWrites(new ChainReader(opened), 0, heights + 2)], { sync: true })
  const reader = new ChainReader(opened)
  t.equal(reader.record(heights + 1), undefined)
  const ends = epochEndsOf(reader, CHAIN.genesis, { epoch: asEpoch(2) })
  t.match(
    ends,
    [{ header: { epoch: 2, height: heights + 1 } }, { header: { epoch: 2, height: heights + 1 } }],
    'once for the epoch passed over',
  )
  await opened.close()
  const epochs = new TrustedEpochs(CHAIN)
  for (const end of ends) t.match(epochs.extend(end, verifySignature), { ok: true })
  t.match(epochs.newest, { firstHeight: heights + 1 })
})

test('a store that was recovered is repaired: its values proven by its head, or its blocks executed again', async (t) => {
  for (const [range, outcome] of [
    [STATE_TREE_RANGE, 'copied'],
    [STATE_VALUES_RANGE, 'replayed'],
  ] as const) {
    const { home, heights } = await grownHome(t)
    const signed = granted(await signRecovery(home, { head: await headOf(home), ask: NOBODY }))
    granted(await applyRecovery(home, [signed, ...NAMES.slice(1, 3).map((name) => signedBy(name, signed))]))
    await intoTables(home)
    t.ok((await damageRecord(home, await firstKey(home, range))) > 0)
    t.match(await repair(home), { ok: true, value: { outcome, height: heights + 1, missing: 0 } })
    t.match(await recoveryStatus(home), { value: { head: { height: heights + 1 }, epoch: 2 } })
  }
})

test('a store that a node has open is not touched', async (t) => {
  const { home } = await grownHome(t)
  const store = await openLevelStore({ directory: join(home, 'data', 'store') })
  t.teardown(() => store.close())
  for (const run of [recoveryStatus(home), signRecovery(home, { head: NO_HASH, ask: NOBODY }), applyRecovery(home, [])])
    t.match(await run, { ok: false, error: { code: 'storage/locked' } })
})
