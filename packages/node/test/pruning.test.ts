import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asHeight, SNAPSHOT_HEADERS_MIN } from '@hanse/protocol'
import { ChainReader } from '@hanse/replica'
import { openLevelStore } from '@hanse/storage'
import { type Test, test } from 'tap'
import { BlockStore } from '../src/block-store.ts'
import { checkNodeConfig, type NodeConfigInput } from '../src/config.ts'
import { dataPaths } from '../src/node-files.ts'
import { type OpenChain, openChain } from '../src/open-chain.ts'
import { pruneHome } from '../src/prune-home.ts'
import { type Pruning, prunableUpTo } from '../src/pruning.ts'
import { reindex } from '../src/reindex.ts'
import { restoreSnapshot, snapshotHome } from '../src/snapshot/home-snapshot.ts'
import { CHAIN, grownHome } from './support/grown-home.ts'
import { nextBlock, SILENT, temporaryFolder, transfer } from './support/test-chain.ts'

/** Of the home that is pruned while it is stopped. */
const HEAD = 30 + SNAPSHOT_HEADERS_MIN
/** Block time between two blocks: two of them are a time-to-live. */
const HALF_A_LIFE_MS = CHAIN.genesis.params.timeToLiveMsMax / 2

async function opened(t: Test, directory: string, input: NodeConfigInput = { organization: 'bank-a' }) {
  const config = checkNodeConfig(input)
  if (!config.ok) throw new Error(config.error.message)
  const store = await openLevelStore({ directory })
  t.teardown(() => store.close())
  const chain = await openChain(CHAIN, store, config.value, SILENT)
  if (!chain.ok) throw new Error(chain.error.message)
  return { store, ...chain.value }
}

async function grow({ ledger, blocks }: Pick<OpenChain, 'ledger' | 'blocks'>, count: number, stepMs: number): Promise<void> {
  for (let block = 0; block < count; block++) {
    const timeMs = ledger.head.header.timeMs + stepMs
    const final = nextBlock(CHAIN, ledger, [transfer(CHAIN, timeMs + 60_000)], timeMs)
    await blocks.append([final])
    ledger.stored(final.block.header.height)
  }
}

test('a node that prunes keeps the last blocks, and more while transactions of older ones could come again', async (t) => {
  const { store, ledger } = await opened(t, await temporaryFolder(t))
  const pruning: Pruning = { keepBlocks: 5, timeToLiveMsMax: CHAIN.genesis.params.timeToLiveMsMax }
  const reader = new ChainReader(store)
  const blocks = new BlockStore(store, ledger.head, pruning)
  await grow({ ledger, blocks }, SNAPSHOT_HEADERS_MIN + 12, 1_000)
  t.equal(blocks.earliest, 0, 'all within a time-to-live')
  const old = blocks.block(3)?.transactions[0]?.id
  await grow({ ledger, blocks }, 8, HALF_A_LIFE_MS)
  t.equal(blocks.earliest, 21)
  t.equal(reader.earliest(), 21)
  t.equal(blocks.block(20), undefined)
  t.ok(blocks.block(21))
  t.same(blocks.certifiedFrom(3, 10), [])
  t.equal(blocks.certifiedFrom(21, 10).length, 10)
  for (const height of [0, 3, 20]) {
    t.equal(reader.record(height), undefined, `nothing is left of block ${height}`)
    t.equal(reader.summary(height), undefined)
  }
  t.ok(old !== undefined && blocks.heightOfTransaction(old) === undefined)
  const again = await opened(t, await copyOf(t, store))
  t.equal(again.blocks.earliest, 21, 'a start takes it as it is')
  t.equal(again.blocks.head.header.height, SNAPSHOT_HEADERS_MIN + 20)
})

async function copyOf(t: Test, store: Awaited<ReturnType<typeof openLevelStore>>): Promise<string> {
  const directory = join(await temporaryFolder(t), 'store')
  const copy = await openLevelStore({ directory })
  for (const { key, value } of await store.range({ from: new Uint8Array(0), to: new Uint8Array(8).fill(0xff), limit: 100_000 }))
    await copy.write([{ key, value }], { sync: false })
  await copy.close()
  return directory
}

test('what is still being read is not pruned', async (t) => {
  const { store, ledger } = await opened(t, await temporaryFolder(t))
  const blocks = new BlockStore(store, ledger.head, { keepBlocks: 2, timeToLiveMsMax: 1 })
  blocks.keepFrom(() => 3)
  await grow({ ledger, blocks }, SNAPSHOT_HEADERS_MIN + 10, 1_000)
  t.equal(blocks.earliest, 3)
  blocks.keepFrom(() => Number.POSITIVE_INFINITY)
  await grow({ ledger, blocks }, 1, 1_000)
  t.equal(blocks.earliest, 7, 'it catches up some blocks at a time')
  await grow({ ledger, blocks }, 1, 1_000)
  t.equal(blocks.earliest, 11)
})

test('the heights that may go', (t) => {
  const summary = (height: number) => ({ header: { height, timeMs: 1_000 * height } }) as never
  const head = { height: asHeight(1_000), timeMs: 1_000_000 } as never
  const upTo = (keepBlocks: number, timeToLiveMsMax: number, from: number, to: number): number =>
    prunableUpTo({ summary }, head, { keepBlocks, timeToLiveMsMax }, { from, to })
  t.equal(upTo(300, 1_000, 0, 1_000), 701)
  t.equal(upTo(10, 1_000, 0, 1_000), 1_001 - SNAPSHOT_HEADERS_MIN, 'as many as a snapshot has headers of are kept')
  t.equal(upTo(300, 500_000, 0, 1_000), 501, 'blocks in which an id may stand that could come again are kept')
  t.equal(upTo(300, 1_000, 0, 20), 20)
  t.equal(upTo(300, 1_000, 900, 1_000), 900, 'what is gone does not come back')
  t.equal(upTo(2_000, 1_000, 3, 1_000), 3)
  t.end()
})

test('hanse prune: a stopped node’s old blocks go, and with them the disk that they took', async (t) => {
  const { home } = await grownHome(t, { blocks: 30 })
  t.match(await pruneHome(home), { ok: false, error: { code: 'prune/archive', hint: /--keep/ } })
  const young = await pruneHome(home, { keepBlocks: 10 })
  t.match(young, { ok: true, value: { earliest: 0 } }, 'nothing that a transaction could need')
  const { store: directory } = dataPaths(join(home, 'data'))
  const { ledger, blocks, store } = await opened(t, directory)
  await grow({ ledger, blocks }, SNAPSHOT_HEADERS_MIN, HALF_A_LIFE_MS)
  await store.close()
  const steps: string[] = []
  const pruned = await pruneHome(home, { keepBlocks: 10, onProgress: ({ what }) => steps.push(what) })
  t.match(pruned, { ok: true, value: { height: HEAD, earliestBefore: 0, earliest: 31 } })
  t.ok(pruned.ok && pruned.value.sizeBytes < pruned.value.sizeBytesBefore, 'the store is smaller')
  t.same([...new Set(steps)], ['deleting blocks', 'giving the disk its space back'])
  t.match(
    await pruneHome(home, { keepBlocks: 10 }),
    { ok: true, value: { earliestBefore: 31, earliest: 31 } },
    'again, nothing is left to do',
  )

  t.match(
    await reindex(home, () => undefined),
    { ok: true, value: { height: HEAD, resumedAt: 31 } },
    'the index begins where the blocks do',
  )
  const snapshot = await snapshotHome(home)
  t.match(snapshot, { ok: true, value: { height: HEAD } }, 'a pruned node makes snapshots')
  const newcomer = await temporaryFolder(t)
  await writeFile(join(newcomer, 'config.toml'), 'organization = "newcomer"\n')
  await writeFile(join(newcomer, 'genesis.json'), await readFile(join(home, 'genesis.json')))
  t.match(snapshot.ok && (await restoreSnapshot(newcomer, snapshot.value.folder)), { ok: true, value: { height: HEAD } })
  const running = await opened(t, directory)
  t.match(await pruneHome(home, { keepBlocks: 10 }), { ok: false, error: { code: 'storage/locked' } })
  t.equal(running.blocks.earliest, 31)
  t.ok((await readdir(join(home, 'data'))).includes('index'))
})
