import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesToHex, concatBytes, uint64ToBytes } from '@hanse/primitives'
import { encodeGenesis } from '@hanse/protocol'
import { storedStateKey } from '@hanse/replica'
import { stateKey } from '@hanse/state'
import { openLevelStore } from '@hanse/storage'
import { test } from 'tap'
import { inspectNode } from '../src/inspect/inspect-node.ts'
import { reindex } from '../src/reindex.ts'
import { CHAIN, grownHome } from './support/grown-home.ts'

const BLOCK_TABLE = 2

test('a stopped node: heights, signers, roots, records, votes and guard', async (t) => {
  const { home, heights } = await grownHome(t)
  const found = await inspectNode(home, {
    count: true,
    invariants: true,
    verify: 'all',
    blockHeight: 2,
    key: bytesToHex(stateKey('settlement', 'nothing')),
  })
  t.strictSame(found.problems, [])
  t.match(found.chain, { chainId: 77, genesisHash: CHAIN.genesisHash })
  t.match(found.store, {
    exists: true,
    head: { height: heights, signers: ['bank-a', 'bank-b', 'core-firm'] },
    verifiedBlocks: heights,
    block: { height: 2, signers: ['bank-a', 'bank-b', 'core-firm'], transactions: [{ outcome: 'success' }] },
    value: { value: undefined },
  })
  t.strictSame(
    found.modules,
    CHAIN.genesis.modules.map(({ name, version }) => ({ name, version })),
  )
  t.equal(found.store?.stateRoot?.computed, found.store?.stateRoot?.stored)
  const counts = Object.fromEntries((found.store?.records ?? []).map(({ kind, count }) => [kind, count]))
  t.match(counts, {
    block: heights + 1,
    summary: heights + 1,
    heightOfHash: heights + 1,
    heightOfTransaction: heights,
    meta: 1,
    'state head': 1,
  })
  t.ok((counts['state settlement'] ?? 0) > 0 && (counts['state page'] ?? 0) > 0 && (counts['state undo'] ?? 0) > 0)
  t.match(found.log, { segments: 1, tornBytes: 0, records: { wants: 2 }, positions: { first: 0, last: 1 } })
  t.match(found.guard, { state: 'good', start: 'validator', guard: { height: 0 } })
})

test('the index: how far it goes, or that it is damaged', async (t) => {
  const { home, heights } = await grownHome(t)
  t.match((await inspectNode(home)).index, { exists: false, problems: [] })
  const made = await reindex(home, () => undefined)
  t.match(made, { ok: true, value: { height: heights } })
  t.match((await inspectNode(home)).index, { exists: true, height: heights, transactions: heights, problems: [] })
  await writeFile(join(home, 'data', 'index', 'index.db'), 'no database')
  const { problems } = await inspectNode(home)
  t.match(problems, [{ code: /^index\//, hint: /hanse node reindex/ }])
})

test('a value is shown under its whole key', async (t) => {
  const { home } = await grownHome(t)
  const store = await openLevelStore({ directory: join(home, 'data', 'store') })
  const [record] = await store.range({
    from: storedStateKey(stateKey('settlement', '')),
    to: storedStateKey(stateKey('settlementz')),
    limit: 1,
  })
  await store.close()
  if (record === undefined) return t.fail('no value')
  const { store: summary } = await inspectNode(home, { key: bytesToHex(record.key.subarray(1)) })
  t.ok(record.value.length > 0 && bytesToHex(record.value).endsWith((summary?.value?.value ?? 'none').slice(2)))
})

test('a genesis file that was changed is one problem, and the index and the guard are left alone', async (t) => {
  const { home } = await grownHome(t)
  await reindex(home, () => undefined)
  await writeFile(join(home, 'genesis.json'), encodeGenesis({ ...CHAIN.genesis, name: 'another' }))
  const found = await inspectNode(home, { count: true, verify: 'all', invariants: true })
  t.match(found.problems, [{ code: 'node/wrong-chain', message: CHAIN.genesisHash, hint: /untouched copy/ }])
  t.equal(found.problems.length, 1)
})

type Plant = (home: string) => Promise<void>

const flip =
  (name: string, offset: number): Plant =>
  async (home) => {
    const path = join(home, name)
    const bytes = await readFile(path)
    bytes[offset] = (bytes[offset] as number) ^ 0x40
    await writeFile(path, bytes)
  }

const SEGMENT = 'data/log/0000000000000000.segment'

/** What breaks, which codes say so, and what is still read. */
const DAMAGES: readonly (readonly [what: string, plant: Plant, codes: readonly string[], stillRead: object])[] = [
  ['the configuration', async (home) => await writeFile(join(home, 'config.toml'), 'organization = '), ['config/not-toml'], {}],
  [
    'the genesis',
    async (home) => await writeFile(join(home, 'genesis.json'), '{'),
    ['encoding/malformed'],
    { store: { head: { height: 3 } }, guard: { state: 'good' } },
  ],
  ['no genesis', async (home) => await rm(join(home, 'genesis.json')), ['genesis/not-found'], { store: { head: { height: 3 } } }],
  ['a block', async (home) => await removeBlock(home, 2), ['node/store-damaged'], { store: { head: { height: 3 } } }],
  [
    'LevelDB’s CURRENT',
    async (home) => await writeFile(join(home, 'data/store/CURRENT'), 'nonsense'),
    ['storage/damaged'],
    { log: { segments: 1 } },
  ],
  ['the header of a segment', flip(SEGMENT, 50), ['storage/log-damaged'], { log: { segments: 0 }, guard: { state: 'good' } }],
  ['a record of the log', flip(SEGMENT, 110), ['storage/log-damaged'], { store: { head: { height: 3 } } }],
  [
    'the bounds of the log',
    async (home) => await writeFile(join(home, 'data/log/bounds'), 'x'),
    ['storage/log-damaged'],
    { log: { segments: 1 } },
  ],
  [
    'the guard',
    async (home) => await writeFile(join(home, 'keys/vote-guard'), 'x'),
    ['consensus/guard-damaged'],
    { guard: { state: 'damaged' } },
  ],
  ['no guard', async (home) => await rm(join(home, 'keys/vote-guard')), ['consensus/guard-missing'], { guard: { state: 'absent' } }],
]

async function removeBlock(home: string, height: number): Promise<void> {
  const store = await openLevelStore({ directory: join(home, 'data', 'store') })
  await store.write([{ key: concatBytes(Uint8Array.of(BLOCK_TABLE), uint64ToBytes(height)) }], { sync: true })
  await store.close()
}

for (const [what, plant, codes, stillRead] of DAMAGES) {
  test(`damaged: ${what}`, async (t) => {
    const { home } = await grownHome(t)
    await plant(home)
    const found = await inspectNode(home, { verify: 'all' })
    t.strictSame([...new Set(found.problems.map(({ code }) => code))], codes)
    for (const { hint, code } of found.problems) t.ok((hint ?? '').length > 0 || code.startsWith('encoding/'), `${code}: a way out`)
    t.match(found, stillRead)
  })
}

test('a folder that somebody holds is told as held; log and guard are read all the same', async (t) => {
  const { home } = await grownHome(t)
  const holder = await openLevelStore({ directory: join(home, 'data', 'store') })
  const found = await inspectNode(home)
  await holder.close()
  t.match(found.problems, [{ code: 'storage/locked', hint: /stop it/ }])
  t.match(found, { log: { segments: 1 }, guard: { state: 'good' } })
})

test('looking changes nothing in log, guard, keys and configuration', async (t) => {
  const { home } = await grownHome(t)
  const contents = async (): Promise<readonly (readonly [string, string])[]> => {
    const names = (await readdir(home, { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile() && !/store|lock/.test(entry.parentPath),
    )
    return await Promise.all(
      names.map(async ({ parentPath, name }) => [join(parentPath, name), bytesToHex(await readFile(join(parentPath, name)))] as const),
    )
  }
  const before = await contents()
  await inspectNode(home, { verify: 'all' })
  t.strictSame(await contents(), before)
  t.ok(before.length >= 6)
})

test('a home that has not run has nothing to be wrong', async (t) => {
  const { home } = await grownHome(t)
  await rm(join(home, 'data'), { recursive: true })
  await mkdir(join(home, 'data'))
  await chmod(join(home, 'data'), 0o700)
  const found = await inspectNode(home, { verify: 'all' })
  t.match(found, { problems: [], store: { exists: false }, log: { segments: 0 } })
})
