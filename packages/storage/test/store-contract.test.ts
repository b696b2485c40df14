import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '@hanse/ports'
import { compareBytes, createPrng, equalBytes, InvariantError, type Prng } from '@hanse/primitives'
import {
  createMemoryDisk,
  createMemoryStore,
  openLevelStore,
  STORE_KEY_BYTES_MAX,
  STORE_VALUE_BYTES_MAX,
  STORE_WRITE_BUFFER_BYTES_MAX,
} from '@hanse/storage'
import { type Test, test } from 'tap'

/** Opens the same place again each time. */
type OpenStore = () => Promise<Store>

const ADAPTERS: Readonly<Record<string, (t: Test) => OpenStore>> = {
  'LevelDB store': (t) => {
    const directory = join(t.testdir({}), 'deep', 'store')
    return () => openLevelStore({ directory })
  },
  'memory store': () => {
    const disk = createMemoryDisk()
    return async () => createMemoryStore(disk)
  },
}

const LOWEST = new Uint8Array(0)
const HIGHEST = new Uint8Array(64).fill(255)

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function text(value: Uint8Array | undefined): string | undefined {
  return value === undefined ? undefined : new TextDecoder().decode(value)
}

async function put(store: Store, entries: Readonly<Record<string, string>>): Promise<void> {
  await store.write(
    Object.entries(entries).map(([key, value]) => ({ key: bytes(key), value: bytes(value) })),
    { sync: true },
  )
}

const CONTRACT: Readonly<Record<string, (t: Test, open: OpenStore) => Promise<void>>> = {
  'a value that was written is read, an absent one is undefined': async (t, open) => {
    const store = await open()
    await put(store, { a: 'one', '': 'empty key', b: '' })
    t.equal(text(store.get(bytes('a'))), 'one')
    t.equal(text(store.get(bytes(''))), 'empty key')
    t.equal(text(store.get(bytes('b'))), '', 'an empty value is a value')
    t.equal(store.get(bytes('c')), undefined)
    await store.close()
  },

  'a write without a value deletes, and the last of one key in a batch counts': async (t, open) => {
    const store = await open()
    await put(store, { a: '1', b: '1' })
    const writes = [
      { key: bytes('a') },
      { key: bytes('b') },
      { key: bytes('b'), value: bytes('2') },
      { key: bytes('c'), value: bytes('1') },
      { key: bytes('c') },
    ]
    await store.write(writes, { sync: false })
    t.equal(store.get(bytes('a')), undefined)
    t.equal(text(store.get(bytes('b'))), '2')
    t.equal(store.get(bytes('c')), undefined)
    await store.close()
  },

  'a view stays as it was, whatever is written and compacted since': async (t, open) => {
    const store = await open()
    await put(store, { a: '1', b: '1' })
    const view = store.view()
    await store.write([{ key: bytes('a') }, { key: bytes('b'), value: bytes('2') }, { key: bytes('c'), value: bytes('1') }], { sync: true })
    await store.compact({ from: LOWEST, to: HIGHEST })
    t.equal(text(view.get(bytes('a'))), '1')
    t.equal(text(view.get(bytes('b'))), '1')
    t.equal(view.get(bytes('c')), undefined)
    const seen = await view.range({ from: LOWEST, to: HIGHEST, limit: 10 })
    t.same(
      seen.map(({ key, value }) => [text(key), text(value)]),
      [
        ['a', '1'],
        ['b', '1'],
      ],
    )
    t.equal(text(store.get(bytes('b'))), '2', 'the store itself has gone on')
    await view.close()
    await view.close()
    await t.rejects(view.range({ from: LOWEST, to: HIGHEST, limit: 1 }), { code: 'storage/closed' })
    t.throws(() => view.get(bytes('a')), { code: 'storage/closed' })
    t.equal(text(store.get(bytes('c'))), '1', 'and goes on after it')
    await store.close()
  },

  'concurrent writes apply in the order of the calls': async (t, open) => {
    const store = await open()
    await Promise.all(Array.from({ length: 50 }, (_, index) => put(store, { key: String(index) })))
    t.equal(text(store.get(bytes('key'))), '49')
    await store.close()
  },

  'ranges are ordered byte-wise, half-open, limited, reversible': async (t, open) => {
    const store = await open()
    const keys = [
      LOWEST,
      Uint8Array.of(0),
      Uint8Array.of(0, 0),
      Uint8Array.of(1),
      Uint8Array.of(1, 255),
      Uint8Array.of(127),
      Uint8Array.of(128),
      Uint8Array.of(255),
    ]
    await store.write(
      keys.toReversed().map((key) => ({ key, value: key })),
      { sync: true },
    )
    const found = async (range: Parameters<Store['range']>[0]) => (await store.range(range)).map(({ key }) => [...key].join('.'))
    t.same(
      await found({ from: LOWEST, to: HIGHEST, limit: 100 }),
      keys.map((key) => [...key].join('.')),
    )
    t.same(await found({ from: Uint8Array.of(0, 0), to: Uint8Array.of(127), limit: 100 }), ['0.0', '1', '1.255'])
    t.same(await found({ from: LOWEST, to: HIGHEST, limit: 2, reverse: true }), ['255', '128'])
    t.same(await found({ from: LOWEST, to: HIGHEST, limit: 0 }), [])
    t.same(await found({ from: Uint8Array.of(9), to: Uint8Array.of(3), limit: 9 }), [], 'a range the wrong way round is empty')
    await store.close()
  },

  'a record that is examined is what a read gives': async (t, open) => {
    const store = await open()
    await put(store, { a: '1' })
    const examined = store.examine(bytes('a'))
    t.equal(examined === 'damaged' ? examined : text(examined), '1')
    t.equal(store.examine(bytes('b')), undefined)
    await store.close()
  },

  'what a caller does to bytes afterwards does not reach the store': async (t, open) => {
    const store = await open()
    const [key, value] = [bytes('key'), bytes('value')]
    const write = store.write([{ key, value }], { sync: false })
    key.fill(0)
    value.fill(0)
    await write
    store.get(bytes('key'))?.fill(0)
    t.equal(text(store.get(bytes('key'))), 'value')
    await store.close()
  },

  'it is all there after closing and opening': async (t, open) => {
    const store = await open()
    await put(store, { a: '1', b: '2' })
    await store.close()
    await store.close()
    const again = await open()
    t.equal(text(again.get(bytes('b'))), '2')
    t.ok((await again.sizeBytes()) > 0)
    await again.close()
  },

  'a second holder is refused and told what to do; after closing it is let in': async (t, open) => {
    const store = await open()
    await t.rejects(open(), { name: 'StoreFailure', code: 'storage/locked', hint: /stop it|own/ })
    await store.close()
    await (await open()).close()
  },

  'after closing every call fails, and a write that was under way is done': async (t, open) => {
    const store = await open()
    const write = put(store, { a: '1' })
    await store.close()
    await write
    t.throws(() => store.get(bytes('a')), { code: 'storage/closed' })
    await t.rejects(put(store, { a: '2' }), { code: 'storage/closed' })
    await t.rejects(store.range({ from: LOWEST, to: HIGHEST, limit: 1 }), { code: 'storage/closed' })
    await t.rejects(store.sizeBytes(), { code: 'storage/closed' })
    const again = await open()
    t.equal(text(again.get(bytes('a'))), '1')
    await again.close()
  },

  'beyond the limits is a broken invariant, not a failed disk': async (t, open) => {
    const store = await open()
    await t.rejects(store.write([{ key: new Uint8Array(STORE_KEY_BYTES_MAX + 1) }], { sync: true }), InvariantError)
    await t.rejects(store.write([{ key: LOWEST, value: new Uint8Array(STORE_VALUE_BYTES_MAX + 1) }], { sync: true }), InvariantError)
    t.throws(() => store.get(new Uint8Array(STORE_KEY_BYTES_MAX + 1)), InvariantError)
    await t.rejects(store.range({ from: LOWEST, to: HIGHEST, limit: -1 }), InvariantError)
    await put(store, { a: '1' })
    t.equal(text(store.get(bytes('a'))), '1')
    await store.close()
  },

  'it agrees with a sorted list under random work': async (t, open) => {
    for (let seed = 0; seed < 4; seed++) t.equal(await compareWithModel(createPrng(seed), await open()), undefined, `seed ${seed}`)
  },
}

/** The first difference, if any. Leaves the store empty and closed. */
async function compareWithModel(prng: Prng, store: Store): Promise<string | undefined> {
  const model = new Map<string, Uint8Array>()
  const randomKey = (): Uint8Array => prng.bytes(prng.below(4)).map((byte) => byte % 5)
  for (let round = 0; round < 60; round++) {
    const writes = Array.from({ length: prng.below(20) }, () => ({
      key: randomKey(),
      ...(prng.chance(2, 3) ? { value: prng.bytes(prng.below(50)) } : {}),
    }))
    for (const { key, value } of writes) {
      if (value === undefined) model.delete(key.join())
      else model.set(key.join(), value)
    }
    await store.write(writes, { sync: prng.chance(1, 3) })
    const probe = randomKey()
    const [expected, found] = [model.get(probe.join()), store.get(probe)]
    if (expected === undefined ? found !== undefined : found === undefined || !equalBytes(expected, found))
      return `round ${round}: get ${probe}`
    const range = { from: randomKey(), to: randomKey(), limit: prng.below(10), reverse: prng.chance(1, 2) }
    const keys = [...model.keys()]
      .map((key) => Uint8Array.from(key === '' ? [] : key.split(',').map(Number)))
      .filter((key) => compareBytes(key, range.from) >= 0 && compareBytes(key, range.to) < 0)
      .sort(compareBytes)
    if (range.reverse) keys.reverse()
    const records = await store.range(range)
    if (
      records.map(({ key }) => key.join()).join(' ') !==
      keys
        .slice(0, range.limit)
        .map((key) => key.join())
        .join(' ')
    )
      return `round ${round}: range keys`
    if (!records.every(({ key, value }) => equalBytes(value, model.get(key.join()) as Uint8Array))) return `round ${round}: range values`
  }
  await store.write(
    [...model.keys()].map((key) => ({ key: Uint8Array.from(key === '' ? [] : key.split(',').map(Number)) })),
    { sync: true },
  )
  const rest = await store.range({ from: LOWEST, to: HIGHEST, limit: 1 })
  await store.close()
  return rest.length === 0 ? undefined : 'something is left'
}

for (const [adapter, prepare] of Object.entries(ADAPTERS)) {
  test(adapter, async (t) => {
    for (const [behaviour, check] of Object.entries(CONTRACT)) await t.test(behaviour, (t) => check(t, prepare(t)))
  })
}

test('a store with a smaller buffer writes its tables sooner, and reads the same', async (t) => {
  const tablesWith = async (writeBufferBytes: number): Promise<number> => {
    const directory = join(t.testdir({}), `${writeBufferBytes}`)
    const store = await openLevelStore({ directory, writeBufferBytes })
    const value = new Uint8Array(1_024).fill(7)
    for (let index = 0; index < 4_000; index++) await store.write([{ key: bytes(`key ${index}`), value }], { sync: false })
    t.ok(equalBytes(store.get(bytes('key 3999')) ?? new Uint8Array(0), value))
    t.ok(equalBytes(store.get(bytes('key 0')) ?? new Uint8Array(0), value))
    await store.close()
    return (await readdir(directory)).filter((name) => name.endsWith('.ldb')).length
  }
  t.ok((await tablesWith(1024 * 1024)) > 0)
  t.equal(await tablesWith(STORE_WRITE_BUFFER_BYTES_MAX), 0, 'four megabytes are less than the most')
})
