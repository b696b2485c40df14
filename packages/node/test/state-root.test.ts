import { sha256Native } from '@hanse/crypto-native'
import { storedStateKey } from '@hanse/replica'
import { type StateRecord, stateRootOf } from '@hanse/state'
import { createMemoryDisk, createMemoryStore } from '@hanse/storage'
import { test } from 'tap'
import { packRecords, unpackRecords } from '../src/state-root/messages.ts'
import { RootThread } from '../src/state-root/root-thread.ts'
import { computeStateRoot, StateCheck } from '../src/state-root/state-check.ts'
import { PAGE_ENTRIES } from '../src/store-range.ts'

const MODULE = 'x\0'

/** Distinct keys, values of all lengths up to 40 bytes, none of them empty of meaning: zero bytes are a value too. */
function entries(count: number): readonly StateRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    key: Buffer.from(`${MODULE}${index}`),
    value: new Uint8Array(index % 41).fill(index % 256),
  }))
}

/** `present ‖ height ‖ value`, as the state's table has them. */
async function storeOf(records: readonly StateRecord[]): Promise<ReturnType<typeof createMemoryStore>> {
  const store = createMemoryStore(createMemoryDisk())
  const present = Uint8Array.of(1, 0, 0, 0, 0, 0, 1)
  await store.write(
    records.map(({ key, value }) => ({ key: storedStateKey(key), value: Buffer.concat([present, value]) })),
    { sync: true },
  )
  return store
}

test('a root is the same in a thread as it is here, wherever a page ends', async (t) => {
  for (const count of [0, 1, PAGE_ENTRIES - 1, PAGE_ENTRIES, PAGE_ENTRIES + 1, 7 * PAGE_ENTRIES + 5]) {
    const records = entries(count)
    t.equal(await computeStateRoot(await storeOf(records)), stateRootOf(records, sha256Native), `${count} records`)
  }
})

test('one record that differs, in any page, is another root', async (t) => {
  const records = [...entries(3 * PAGE_ENTRIES)]
  const root = await computeStateRoot(await storeOf(records))
  for (const index of [0, PAGE_ENTRIES, 3 * PAGE_ENTRIES - 1]) {
    const [key, value] = [records[index]?.key as Uint8Array, Uint8Array.of(9, 9, 9)]
    t.not(await computeStateRoot(await storeOf(records.with(index, { key, value }))), root)
  }
})

test('what is released while it is read or computed ends, and says so', async (t) => {
  const store = await storeOf(entries(6 * PAGE_ENTRIES))
  const reading = new StateCheck(store)
  const read = reading.readTo(Number.MAX_SAFE_INTEGER)
  await Promise.all([t.rejects(read, /not read any more|has ended/), reading.release()])
  const computing = new StateCheck(store)
  await computing.readTo(Number.MAX_SAFE_INTEGER)
  const root = computing.root()
  await Promise.all([t.rejects(root, /has ended/), computing.release()])
  await computing.release()
  await t.rejects(computing.root(), /not read any more/)
})

test('a thread that fails rejects what waits for it, and what comes later', async (t) => {
  const thread = new RootThread()
  const [twice] = entries(1) as [StateRecord]
  const stored = { key: storedStateKey(twice.key), value: Uint8Array.of(1, 0, 0, 0, 0, 0, 1, 5) }
  await thread.add([stored, stored])
  await t.rejects(thread.root(), /two entries have the same key/)
  await t.rejects(thread.root(), /two entries have the same key/)
  await thread.close()
})

test('packed and unpacked, records are the same', (t) => {
  for (const count of [0, 1, 100]) {
    const records = entries(count)
    const again = [...unpackRecords(packRecords(records))]
    t.same(
      again.map(({ key, value }) => [Buffer.from(key), Buffer.from(value)]),
      records.map(({ key, value }) => [Buffer.from(key), Buffer.from(value)]),
    )
  }
  t.end()
})
