import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LocalIndex } from '@hanse/indexer/local'
import { encodeGenesis } from '@hanse/protocol'
import { ChainReader } from '@hanse/replica'
import { openLevelStore } from '@hanse/storage'
import { type Test, test } from 'tap'
import { checkNodeConfig } from '../src/config.ts'
import { openChain } from '../src/open-chain.ts'
import { reindex } from '../src/reindex.ts'
import { nextBlock, SILENT, temporaryFolder, testChain, transfer } from './support/test-chain.ts'

const CHAIN = testChain()
const CACHE_BYTES = 1024 * 1024
const BLOCKS = 8
const EVERYTHING = { from: 0, to: BLOCKS, order: 'ascending', limit: 1_000 } as const

/** A node's folder with a chain of transfers, two a block, as a stopped node leaves it, and the ids in their order. */
async function stoppedHome(t: Test): Promise<{ readonly home: string; readonly ids: readonly string[] }> {
  const home = await temporaryFolder(t)
  await writeFile(join(home, 'config.toml'), 'organization = "bank-a"\n')
  await writeFile(join(home, 'genesis.json'), encodeGenesis(CHAIN.genesis))
  const config = checkNodeConfig({ organization: 'bank-a' })
  mkdirSync(join(home, 'data'))
  const store = await openLevelStore({ directory: join(home, 'data/store') })
  const opened = config.ok ? await openChain(CHAIN, store, config.value, SILENT) : config
  if (!opened.ok) throw new Error(opened.error.message)
  const { ledger, blocks } = opened.value
  const ids: string[] = []
  for (let height = 1; height <= BLOCKS; height++) {
    const final = nextBlock(CHAIN, ledger, [transfer(CHAIN), transfer(CHAIN)])
    ids.push(...final.block.included.map(({ id }) => id))
    await blocks.append([final])
    ledger.stored(height)
  }
  await store.close()
  return { home, ids }
}

function indexedIds(home: string): readonly string[] {
  const index = new LocalIndex({ directory: join(home, 'data/index'), genesisHash: CHAIN.genesisHash, cacheBytes: CACHE_BYTES })
  const { items } = index.transactions(EVERYTHING, {})
  index.close()
  return items.map(({ hash }) => hash)
}

test('it makes the whole index from the blocks, in the place of the old one, and tells how far it is', async (t) => {
  const { home, ids } = await stoppedHome(t)
  mkdirSync(join(home, 'data/index'))
  writeFileSync(join(home, 'data/index/index.db'), 'an index that was')
  const told: number[] = []
  const report = await reindex(home, (height, head) => told.push(height, head))
  t.match(report, { ok: true, value: { height: BLOCKS, resumedAt: 0, transactions: ids.length } })
  t.ok(report.ok && report.value.events >= ids.length && report.value.elapsedMs > 0)
  t.same(told.slice(-2), [BLOCKS, BLOCKS])
  t.same(indexedIds(home), ids)
  t.notOk(existsSync(join(home, 'data/index.new')), 'nothing else is left')
  t.match(await reindex(home, () => undefined), { ok: true, value: { resumedAt: 0 } }, 'again, from the beginning')
  t.same(indexedIds(home), ids)
})

test('what an interrupted run has left is gone on with; what is of no use is not', async (t) => {
  const { home, ids } = await stoppedHome(t)
  const unfinished = join(home, 'data/index.new')
  const store = await openLevelStore({ directory: join(home, 'data/store') })
  const reader = new ChainReader(store)
  const index = new LocalIndex({ directory: unfinished, genesisHash: CHAIN.genesisHash, cacheBytes: CACHE_BYTES })
  index.append([0, 1, 2, 3].map((height) => reader.recordBytes(height) as Uint8Array))
  index.close()
  await store.close()
  t.match(await reindex(home, () => undefined), { ok: true, value: { resumedAt: 4, height: BLOCKS, transactions: ids.length } })
  t.same(indexedIds(home), ids)

  mkdirSync(unfinished)
  writeFileSync(join(unfinished, 'index.db'), Buffer.alloc(10_000, 7))
  t.match(await reindex(home, () => undefined), { ok: true, value: { resumedAt: 0 } })
  t.same(indexedIds(home), ids)
})

test('a running node, a folder without blocks and another chain are refused, and nothing is touched', async (t) => {
  const { home, ids } = await stoppedHome(t)
  await reindex(home, () => undefined)
  const running = await openLevelStore({ directory: join(home, 'data/store') })
  const refused = await reindex(home, () => undefined)
  t.match(refused, { ok: false, error: { code: 'storage/locked', hint: /Stop the node/ } })
  await running.close()
  t.same(indexedIds(home), ids)

  await writeFile(join(home, 'genesis.json'), encodeGenesis({ ...CHAIN.genesis, name: 'another' }))
  t.match(await reindex(home, () => undefined), { ok: false, error: { code: 'node/wrong-chain' } })
  t.same(indexedIds(home), ids)

  await rm(join(home, 'data/store'), { recursive: true })
  t.match(await reindex(home, () => undefined), { ok: false, error: { code: 'node/no-blocks' } })
  t.notOk(existsSync(join(home, 'data/store')), 'no store is made')
})
