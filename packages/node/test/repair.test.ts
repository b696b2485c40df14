import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Store, StoreFailure } from '@hanse/ports'
import { compareBytes } from '@hanse/primitives'
import { asEpoch, asView } from '@hanse/protocol'
import { ChainReader, encodeKept, keptNewViewKey, pruneWrites, storedBlockKeys } from '@hanse/replica'
import { STATE_TREE_RANGE, STATE_VALUES_RANGE } from '@hanse/state'
import { createMemoryDisk, createMemoryStore, openLevelStore, openWriteAheadLog } from '@hanse/storage'
import { type Test, test } from 'tap'
import { inspectNode } from '../src/inspect/inspect-node.ts'
import { copyStore } from '../src/repair/copy-store.ts'
import { OldStore } from '../src/repair/old-store.ts'
import { repair } from '../src/repair/repair.ts'
import { damageRecord, filesOf, firstKey, intoTables, storeOf } from './support/damage.ts'
import { CHAIN, grownHome } from './support/grown-home.ts'

const BLOCKS = 20

const damage =
  (keyOf: (home: string) => Promise<Uint8Array> | Uint8Array) =>
  async (home: string): Promise<void> => {
    if ((await damageRecord(home, await keyOf(home))) === 0) throw new Error('not found in any table')
  }
const onFile =
  (pattern: RegExp, change: (path: string) => Promise<unknown>) =>
  async (home: string): Promise<void> => {
    const [path] = await filesOf(home, pattern)
    if (path === undefined) throw new Error(`no file ${pattern}`)
    await change(path)
  }

interface Case {
  readonly what: string
  readonly plant: (home: string) => Promise<void>
  readonly outcome: 'copied' | 'replayed' | 'set-aside'
  readonly height?: number
  readonly missing?: number
}

const CASES: readonly Case[] = [
  { what: 'a page of the tree', plant: damage((home) => firstKey(home, STATE_TREE_RANGE)), outcome: 'copied', height: BLOCKS },
  { what: 'an old block', plant: damage(() => storedBlockKeys(5).block), outcome: 'copied', height: BLOCKS, missing: 1 },
  { what: 'the summary of an old block', plant: damage(() => storedBlockKeys(5).summary), outcome: 'copied', height: BLOCKS },
  { what: 'a value of the state', plant: damage((home) => firstKey(home, STATE_VALUES_RANGE)), outcome: 'replayed', height: BLOCKS },
  { what: 'the head block', plant: damage(() => storedBlockKeys(BLOCKS).block), outcome: 'replayed', height: BLOCKS - 1 },
  { what: 'an empty CURRENT', plant: onFile(/^CURRENT$/, (path) => truncate(path)), outcome: 'set-aside' },
  { what: 'no CURRENT', plant: onFile(/^CURRENT$/, (path) => rm(path)), outcome: 'set-aside' },
  {
    what: 'half a MANIFEST',
    plant: onFile(/^MANIFEST/, async (path) => truncate(path, (await readFile(path)).length / 2)),
    outcome: 'set-aside',
  },
  { what: 'a missing table', plant: onFile(/\.ldb$/, (path) => rm(path)), outcome: 'set-aside' },
  { what: 'a table cut short', plant: onFile(/\.ldb$/, (path) => truncate(path, 1_000)), outcome: 'set-aside' },
]

async function isSound(t: Test, home: string): Promise<void> {
  t.strictSame((await inspectNode(home, { verify: 'all', count: true, invariants: true })).problems, [])
}

for (const { what, plant, outcome, height, missing = 0 } of CASES) {
  test(`${what}: ${outcome}`, async (t) => {
    const { home } = await grownHome(t, { blocks: BLOCKS })
    await intoTables(home)
    await plant(home)
    const others = await readdir(join(home, 'data', 'log'))
    const repaired = await repair(home)
    if (!repaired.ok) return t.fail(repaired.error.message)
    t.match(repaired.value, { outcome, missing, setAside: `${storeOf(home)}.damaged-1` })
    t.equal(repaired.value.height, height)
    t.ok(repaired.value.problems.length > 0, 'it says what was wrong')
    for (const { message, hint } of repaired.value.problems) t.match({ message, hint }, { message: /\w/, hint: /hanse node repair/ })
    t.ok((await readdir(`${storeOf(home)}.damaged-1`)).length > 0, 'the damaged store is kept')
    t.strictSame(
      (await readdir(join(home, 'data'))).sort(),
      height === undefined ? ['log', 'store.damaged-1'] : ['log', 'store', 'store.damaged-1'],
    )
    t.same((await readdir(join(home, 'data', 'log'))).sort(), [...new Set([...others, 'lock'])].sort())
    if (missing > 0) {
      const { store } = await inspectNode(home, { count: true })
      t.equal(store?.records?.find(({ kind }) => kind === 'block')?.count, BLOCKS, 'all blocks but one')
    } else await isSound(t, home)
    if (height !== undefined && missing === 0) t.match(await repair(home), { ok: true, value: { outcome: 'sound' } })
  })
}

test('a sound store is left alone, and so is one whose node runs', async (t) => {
  const { home } = await grownHome(t)
  t.match(await repair(home), { ok: true, value: { outcome: 'sound', problems: [] } })
  const log = await openWriteAheadLog({ directory: join(home, 'data', 'log'), genesisHash: Buffer.from(CHAIN.genesisHash.slice(2), 'hex') })
  t.match(await repair(home), { ok: false, error: { code: 'storage/locked', hint: /Stop the node/ } })
  await log.close()
})

test('without room for a second store nothing is begun, and the damaged one stays where it is', async (t) => {
  const { home } = await grownHome(t, { blocks: BLOCKS })
  await intoTables(home)
  await damage((of) => firstKey(of, STATE_TREE_RANGE))(home)
  const before = (await readdir(join(home, 'data'))).sort()
  const full = await repair(home, { freeBytes: async () => 64 * 1024 * 1024 })
  t.match(full, { ok: false, error: { code: 'repair/no-space', message: /data has 64 MiB free, this takes 1 MiB/, hint: /second store/ } })
  t.strictSame((await readdir(join(home, 'data'))).sort(), before)
  t.match(await repair(home, { freeBytes: async () => 80 * 1024 * 1024 }), { ok: true, value: { outcome: 'copied' } })
})

test('what is not damage is refused, and nothing is touched', async (t) => {
  const { home } = await grownHome(t)
  await rm(storeOf(home), { recursive: true })
  t.match(await repair(home), { ok: false, error: { code: 'node/no-blocks' } })
  await writeFile(join(home, 'genesis.json'), '{')
  t.match(await repair(home), { ok: false })
})

test('a chain that begins above genesis is copied with what it has below its first block', async (t) => {
  const { home } = await grownHome(t, { blocks: BLOCKS })
  const store = await openLevelStore({ directory: storeOf(home) })
  await store.write(pruneWrites(new ChainReader(store), 0, 8), { sync: true })
  const kept = { key: keptNewViewKey(0), value: encodeKept([{ type: 'wants', epoch: asEpoch(0), view: asView(3) }]) }
  await store.write([kept], { sync: true })
  await store.close()
  await intoTables(home)
  await damage((of) => firstKey(of, STATE_TREE_RANGE))(home)
  t.match(await repair(home), { ok: true, value: { outcome: 'copied', height: BLOCKS, missing: 0 } })
  await isSound(t, home)
  const after = await openLevelStore({ directory: storeOf(home) })
  const reader = new ChainReader(after)
  t.strictSame([reader.earliest(), reader.record(7), reader.record(8)?.header.height], [8, undefined, 8])
  t.same(after.get(kept.key), kept.value, 'and with what it has kept of who signed what')
  await after.close()
})

/** As LevelDB does when it cannot make out an entry: neither that record nor any later one is read. */
function failingAt(store: Store, failing: Uint8Array): Store {
  let hasFailed = false
  const examine: Store['examine'] = (key) => {
    hasFailed ||= compareBytes(key, failing) === 0
    if (hasFailed) throw new StoreFailure('storage/damaged', 'read from store: Corruption: bad entry in block', 'hanse node repair')
    return store.examine(key)
  }
  return new Proxy(store, {
    get: (of, name) => {
      if (name === 'examine') return examine
      const member: unknown = Reflect.get(of, name)
      return typeof member === 'function' ? member.bind(of) : member
    },
  })
}

test('a block at which LevelDB itself fails ends the reading and not the repair', async (t) => {
  const { home } = await grownHome(t, { blocks: BLOCKS })
  const store = await openLevelStore({ directory: storeOf(home) })
  t.teardown(() => store.close())
  const old = new OldStore(failingAt(store, storedBlockKeys(5).block))
  const copied = await copyStore(old, createMemoryStore(createMemoryDisk()), () => undefined)
  t.match(copied, { height: BLOCKS, missing: Array.from({ length: BLOCKS - 4 }, (_, index) => 5 + index) })
})
