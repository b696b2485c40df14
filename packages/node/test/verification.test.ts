import { readFile, writeFile } from 'node:fs/promises'
import { storedStateKey } from '@hanse/replica'
import { STATE_VALUES_RANGE, StateRebuilder, stateRootOf } from '@hanse/state'
import { openLevelStore } from '@hanse/storage'
import { test } from 'tap'
import { computeStateRoot, StateCheck } from '../src/state-root/state-check.ts'
import { filesOf, intoTables, storeOf } from './support/damage.ts'
import { SmallNetwork, until } from './support/small-network.ts'

const ALL_LATER = { stateRecords: 1, storeBytes: 1 }

test('a large store is verified behind the node: it follows and answers, votes when it is done, and goes on from its log', {
  timeout: 120_000,
}, async (t) => {
  const network = await SmallNetwork.create(t)
  await network.startAll()
  await network.grow(3)
  await network.stop('supplier')
  await network.grow(3)
  const back = await network.start('supplier', { verifyBeforeStart: ALL_LATER })
  if (!back.ok) return t.fail(back.error.message)
  t.match(back.value.api.status(), { state: 'starting', verified: false, reasons: [/^verifying the st(ate|ore).*no vote before that$/] })
  t.match(back.value.api.query('settlement', 'balance', { partyId: 'bank-b', currency: 'CNY' }), { ok: true }, 'it answers')
  await until('verified', () => network.statusOf('supplier').verified === true)
  await network.reaches(network.head())
  // Of four, three are a quorum: without its vote nothing would be final.
  await network.stop('bank-a')
  await network.grow(3)
  t.match(network.statusOf('supplier'), { verified: true })
  t.equal(network.fatal.size, 0)
})

test('while it is not verified it signs nothing: three of four cannot go on with it', { timeout: 120_000 }, async (t) => {
  const network = await SmallNetwork.create(t)
  await network.startAll()
  await network.grow(2)
  await network.stop('supplier')
  await network.stop('bank-a')
  const head = network.head()
  const held = StateCheck.prototype.readTo
  let go: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    go = resolve
  })
  t.teardown(() => {
    StateCheck.prototype.readTo = held
  })
  // The start reads one page, what comes after waits for us.
  StateCheck.prototype.readTo = async function (recordsMax, onRead): Promise<void> {
    if (recordsMax > 1) await gate
    else return
    await held.call(this, recordsMax, onRead)
  }
  const back = await network.start('supplier', { verifyBeforeStart: { stateRecords: 1 } })
  if (!back.ok) return t.fail(back.error.message)
  await until('connected', () => network.statusOf('supplier').peers === 2)
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  t.equal(network.head(), head, 'three run, and one of them has no vote')
  t.match(network.statusOf('supplier'), { state: 'starting', verified: false, reasons: [/^verifying the state: 0 records/] })
  go()
  await network.grow(3)
  t.match(network.statusOf('supplier'), { verified: true })
})

test('a state that is not the head’s ends the node that found it behind its start', { timeout: 120_000 }, async (t) => {
  const network = await SmallNetwork.create(t)
  await network.startAll()
  await network.grow(2)
  await network.stop('supplier')
  const home = network.homeOf('supplier')
  const store = await openLevelStore({ directory: storeOf(home) })
  const { from, to } = STATE_VALUES_RANGE
  const values = await store.range({ from: storedStateKey(from), to: storedStateKey(to), limit: 5_000 })
  const last = values.at(-1)
  if (last === undefined) return t.fail('no value')
  await store.write([{ key: last.key }], { sync: true })
  await store.close()
  const started = await network.start('supplier', { verifyBeforeStart: { stateRecords: 1 } })
  t.equal(started.ok, true, 'nothing of it was read yet')
  await until('found', () => network.fatal.has('supplier'))
  t.match(network.fatal.get('supplier'), { code: 'node/store-damaged', message: /does not have the root/, hint: /hanse node repair/ })
  await network.stop('supplier')
  t.match(await network.start('supplier'), { ok: false, error: { code: 'node/store-damaged' } }, 'and a start that verifies it all')
})

/** A table ends with 48 bytes that begin with where its metaindex lies, as a varint; the filter lies just before that. */
function metaindexOffsetOf(table: Buffer): number {
  let offset = 0
  for (let at = table.length - 48, scale = 1; ; at++, scale *= 128) {
    const byte = table.readUInt8(at)
    offset += (byte & 127) * scale
    if (byte < 128) return offset
  }
}

test('a damaged table: refused by name, before the start or behind it', { timeout: 120_000 }, async (t) => {
  const network = await SmallNetwork.create(t)
  await network.startAll()
  await network.grow(5)
  await network.stop('supplier')
  const home = network.homeOf('supplier')
  await intoTables(home)
  const [table] = await filesOf(home, /\.ldb$/)
  if (table === undefined) return t.fail('no table')
  const bytes = await readFile(table)
  // A filter: whatever it says wrong, LevelDB would believe, and a record would be as if it had never been.
  const inFilter = metaindexOffsetOf(bytes) - 100
  bytes.writeUInt8(bytes.readUInt8(inFilter) ^ 1, inFilter)
  await writeFile(table, bytes)
  await t.rejects(network.start('supplier'), { code: 'storage/damaged', message: /\d+\.ldb is damaged/, hint: /hanse node repair/ })
  const behind = await network.start('supplier', { verifyBeforeStart: { storeBytes: 1 } })
  t.equal(behind.ok, true)
  await until('found', () => network.fatal.has('supplier'))
  t.match(network.fatal.get('supplier'), { code: 'storage/damaged', message: /\d+\.ldb is damaged/ })
})

test('the root is of the store as it was when the check began', async (t) => {
  const network = await SmallNetwork.create(t)
  await network.startAll()
  await network.stopAll()
  const store = await openLevelStore({ directory: storeOf(network.homeOf('bank-a')) })
  t.teardown(() => store.close())
  const before = await computeStateRoot(store)
  const check = new StateCheck(store)
  await store.write([{ key: storedStateKey(Uint8Array.from([0x7a, 0, 1])), value: Uint8Array.from([1, 0, 0, 0, 0, 0, 9, 7]) }], {
    sync: true,
  })
  await check.readTo(1)
  await check.readTo(Number.MAX_SAFE_INTEGER)
  t.equal(await check.root(), before)
  await check.release()
  t.not(await computeStateRoot(store), before)
  const rebuilder = new StateRebuilder(3)
  t.same(rebuilder.add([]), [])
  t.equal(rebuilder.root(), stateRootOf([]))
})
