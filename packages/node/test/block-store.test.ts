import type { Store } from '@hanse/ports'
import { certifiedBlockCodec, type Height } from '@hanse/protocol'
import { createMemoryDisk, createMemoryStore, type MemoryDisk } from '@hanse/storage'
import { test } from 'tap'
import type { BlockStore } from '../src/block-store.ts'
import { checkNodeConfig } from '../src/config.ts'
import { openChain } from '../src/open-chain.ts'
import { nextBlock, SILENT, testChain, transfer } from './support/test-chain.ts'

const CHAIN = testChain()

async function openOn(store: Store) {
  const config = checkNodeConfig({ organization: 'bank-a' })
  const opened = config.ok ? await openChain(CHAIN, store, config.value, SILENT) : config
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

async function newChain(): Promise<{ disk: MemoryDisk; store: Store } & Awaited<ReturnType<typeof openOn>>> {
  const disk = createMemoryDisk()
  const store = createMemoryStore(disk)
  return { disk, store, ...(await openOn(store)) }
}

function everything(blocks: BlockStore, height: number): unknown {
  const block = blocks.block(height)
  return block && { ...block, transactions: block.transactions.map(({ id }) => id) }
}

test('a block reads the same from memory, from the store, and after a restart', async (t) => {
  const { blocks, ledger, store } = await newChain()
  const expired = transfer(CHAIN, Date.now() - 1_000)
  const made = [[transfer(CHAIN), expired, transfer(CHAIN)], [], [transfer(CHAIN)]].map((transactions) =>
    nextBlock(CHAIN, ledger, transactions),
  )
  await blocks.append(made)
  const { blocks: reopened } = await openOn(store)
  for (const { block, certificate } of made) {
    const { height } = block.header
    t.match(blocks.block(height), { hash: block.hash, header: block.header, certificate, receipts: block.receipts })
    t.strictSame(everything(reopened, height), everything(blocks, height))
    t.strictSame(blocks.block(block.hash), blocks.block(height))
  }
  t.equal(blocks.block(1)?.transactions.length, 2, 'what was ordered and had expired is not among the executed')
  const [first] = made[0]?.block.included ?? []
  t.equal(first && reopened.heightOfTransaction(first.id), 1)
  t.equal(reopened.heightOfTransaction(expired.id), undefined)
  t.match(reopened.block(0), { transactions: [], receipts: [], certificate: undefined }, 'genesis')
})

test('the head, and every block up to it, is what is durable', async (t) => {
  const { blocks, ledger, disk } = await newChain()
  await blocks.append([nextBlock(CHAIN, ledger, [transfer(CHAIN)])])
  const unsaved = nextBlock(CHAIN, ledger, [transfer(CHAIN)])
  const writing = blocks.append([unsaved])
  t.strictSame([ledger.head.header.height, blocks.head.header.height], [2, 1], 'the ledger is ahead while the batch is written')
  t.equal(blocks.block(2), undefined)
  await writing
  t.equal(blocks.head.hash, unsaved.block.hash)
  disk.injectFault({ part: 'store', operation: 'sync' })
  await t.rejects(blocks.append([nextBlock(CHAIN, ledger, [])]), { code: 'storage/io' })
  t.equal(blocks.head.header.height, 2, 'a batch that failed is not told of')
})

test('an old block is decoded once for those who ask for it one after the other, and a bounded number is kept', async (t) => {
  const { blocks, ledger, store } = await newChain()
  for (let height = 1; height <= 18; height++) {
    await blocks.append([nextBlock(CHAIN, ledger, [transfer(CHAIN)])])
    ledger.stored(height)
  }
  const { blocks: reopened } = await openOn(store)
  const first = reopened.block(1)
  t.equal(reopened.block(1), first)
  for (let height = 2; height <= 18; height++) reopened.block(height)
  t.not(reopened.block(1), first)
  t.strictSame(everything(reopened, 1), everything(blocks, 1))
})

test('a batch that does not continue the chain is a broken invariant', async (t) => {
  const { blocks, ledger } = await newChain()
  const [first, second] = [nextBlock(CHAIN, ledger, []), nextBlock(CHAIN, ledger, [])]
  await t.rejects(blocks.append([second]), { name: 'InvariantError' })
  await t.rejects(blocks.append([]), { name: 'InvariantError' })
  await blocks.append([first, second])
})

test('an answer to a peer that syncs has the blocks asked for, without gaps, inside the limit', async (t) => {
  const { blocks, ledger } = await newChain()
  for (let height = 1; height <= 40; height++) {
    await blocks.append([nextBlock(CHAIN, ledger, [transfer(CHAIN)])])
    ledger.stored(height)
  }
  const heightOf = (block: Uint8Array): Height => {
    const decoded = certifiedBlockCodec.decode(block)
    if (!decoded.ok) throw new Error(decoded.error.message)
    return decoded.value.body.height
  }
  const heights = (from: number, limit: number): readonly Height[] => blocks.certifiedFrom(from, limit).map(heightOf)
  t.strictSame(heights(3, 4), [3, 4, 5, 6])
  t.strictSame(heights(39, 32), [39, 40])
  t.strictSame(heights(41, 32), [])
  t.strictSame(heights(0, 32), [], 'genesis is nobody’s to send')
  t.equal(blocks.block(2)?.header.height, 2, 'an old one is read from the store')
  t.equal(blocks.recent(2), undefined)
  t.equal(blocks.recent(40), blocks.block(40), 'all readers share a recent one')
})
