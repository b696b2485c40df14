import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { discardIndex, openBlockIndex } from '@hanse/indexer'
import { IndexFailure, type ListRange } from '@hanse/ports'
import { storedBlockCodec } from '@hanse/protocol'
import { test } from 'tap'
import { LocalIndex } from '../src/local-index.ts'
import { MadeChain, senderOf } from './support/random-chain.ts'

const CACHE_BYTES = 1024 * 1024
const ALL: ListRange = { from: 0, to: 1_000, order: 'ascending', limit: 100 }
const CALL = { module: 'alpha', command: 'open' } as const

/** The two ways to have an index, as one: what they promise is the same. */
interface Opened {
  readonly head: LocalIndex['head']
  append(records: readonly Uint8Array[]): Promise<void>
  transactions: (range: ListRange) => Promise<ReturnType<LocalIndex['transactions']>>
  close(): Promise<void>
}

type Open = (directory: string, genesisHash: MadeChain['genesisHash']) => Promise<Opened>

const openLocal: Open = async (directory, genesisHash) => {
  const index = new LocalIndex({ directory, genesisHash, cacheBytes: CACHE_BYTES })
  return {
    get head() {
      return index.head
    },
    append: async (records) => index.append(records),
    transactions: async (range) => index.transactions(range, {}),
    close: async () => index.close(),
  }
}
const openInThread: Open = async (directory, genesisHash) => {
  const index = await openBlockIndex({ directory, genesisHash, cacheBytes: CACHE_BYTES })
  return {
    get head() {
      return index.head
    },
    append: (records) => index.append(records),
    transactions: (range) => index.transactions(range, {}),
    close: () => index.close(),
  }
}

function chainOf(blocks: number, seed = 1): MadeChain {
  const chain = new MadeChain(seed)
  for (let block = 0; block < blocks; block++) chain.add({ transactions: [{ sender: block % 3, calls: [CALL] }] })
  return chain
}

/** The block with its receipts alone. */
function withoutTransactions(record: Uint8Array): Uint8Array {
  const block = storedBlockCodec.decode(record)
  if (!block.ok) throw new Error(block.error.message)
  const { certified, ...rest } = block.value
  return storedBlockCodec.encode(rest)
}

function codeOf(body: () => unknown): string {
  try {
    body()
    return 'none'
  } catch (error) {
    return error instanceof IndexFailure ? error.code : String(error)
  }
}

for (const [name, open] of Object.entries({ local: openLocal, 'in a thread': openInThread })) {
  test(`${name}: it starts empty, takes blocks in their order alone, and goes on where it was`, async (t) => {
    const directory = `${t.testdir({})}/index`
    const chain = chainOf(6)
    const index = await open(directory, chain.genesisHash)
    t.equal(index.head, undefined)
    await index.append(chain.records(0, 3))
    t.same(index.head, { height: 2, hash: chain.blocks[2]?.hash })
    await t.rejects(index.append(chain.records(4, 5)), { code: 'index/other-chain' }, 'a gap')
    await t.rejects(index.append(chain.records(2, 3)), { code: 'index/other-chain' }, 'the same again')
    await t.rejects(index.append(chainOf(6, 2).records(3, 4)), { code: 'index/other-chain' }, 'the next height of another chain')
    t.same(index.head, { height: 2, hash: chain.blocks[2]?.hash }, 'refusals change nothing')
    await index.close()
    await index.close()

    const again = await open(directory, chain.genesisHash)
    t.same(again.head, { height: 2, hash: chain.blocks[2]?.hash })
    await again.append(chain.records(3))
    const page = await again.transactions(ALL)
    t.same(
      page.items.map(({ hash, sender }) => ({ hash, sender })),
      chain.blocks.slice(1).map(({ transactions }, block) => ({ hash: transactions[0]?.id, sender: senderOf(block % 3) })),
    )
    t.equal(page.indexedTo, 6)
    await again.close()
    await t.rejects(again.transactions(ALL), { code: 'index/closed' })
  })

  test(`${name}: it may begin above genesis, and says from where on it knows`, async (t) => {
    const chain = chainOf(6)
    const index = await open(`${t.testdir({})}/index`, chain.genesisHash)
    t.equal((await index.transactions(ALL)).indexedFrom, 0, 'an empty one lacks nothing yet')
    await index.append(chain.records(3))
    await t.rejects(index.append(chain.records(0, 3)), { code: 'index/other-chain' }, 'what is below does not come any more')
    for (const order of ['ascending', 'descending'] as const) {
      const range = { ...ALL, order }
      const page = await index.transactions(range)
      t.match(page, { indexedFrom: 3, indexedTo: 6 })
      t.equal(page.items.length, 4)
      t.match(await index.transactions({ ...range, from: 1, to: 2 }), { items: [], indexedFrom: 3 })
      const below = await index.transactions({ ...range, start: { height: 1, index: 0 } })
      t.equal(below.items.length, order === 'ascending' ? 4 : 0)
    }
    await index.close()
  })

  test(`${name}: blocks that are appended together are all there or none`, async (t) => {
    const chain = chainOf(4)
    const index = await open(`${t.testdir({})}/index`, chain.genesisHash)
    await t.rejects(index.append([...chain.records(0, 3), new Uint8Array([1, 2, 3])]), { code: 'index/other-chain' })
    await t.rejects(index.append([...chain.records(0, 3), withoutTransactions(chain.records(3, 4)[0] as Uint8Array)]), {
      ...{ code: 'index/other-chain', message: /a receipt of a transaction that it does not have/ },
    })
    t.equal(index.head, undefined)
    await index.append(chain.records())
    t.equal((await index.transactions(ALL)).items.length, 4)
    await index.close()
  })

  test(`${name}: a file of another chain, of another format, or none of ours is refused with a code that says so`, async (t) => {
    const root = t.testdir({ text: { 'index.db': 'this is not a database, whatever it is called\n'.repeat(100) } })
    const chain = chainOf(3)
    const index = await open(`${root}/index`, chain.genesisHash)
    await index.append(chain.records())
    await index.close()
    await t.rejects(open(`${root}/index`, chainOf(3, 2).genesisHash), { code: 'index/other-chain' })
    await t.rejects(open(`${root}/text`, chain.genesisHash), { code: 'index/damaged' })
    const database = new DatabaseSync(`${root}/index/index.db`)
    database.prepare(`UPDATE meta SET value = 'hanse index 0' WHERE name = 'format'`).run()
    database.close()
    await t.rejects(open(`${root}/index`, chain.genesisHash), { code: 'index/format' })
    const keyless = await open(`${root}/keyless`, chain.genesisHash)
    await keyless.close()
    const meta = new DatabaseSync(`${root}/keyless/index.db`)
    meta.prepare(`DELETE FROM meta WHERE name = 'termKey'`).run()
    meta.close()
    await t.rejects(open(`${root}/keyless`, chain.genesisHash), { code: 'index/damaged' })
    const stranger = new DatabaseSync(`${root}/stranger.db`)
    stranger.exec('CREATE TABLE meta (value TEXT)')
    stranger.close()
    await discardIndex(`${root}/index`)
    const anew = await open(`${root}/index`, chain.genesisHash)
    t.equal(anew.head, undefined, 'after it was discarded it starts anew')
    await anew.close()
  })

  test(`${name}: a folder that cannot be made is no damage`, async (t) => {
    const root = t.testdir({ file: 'in the way' })
    await t.rejects(open(`${root}/file/index`, chainOf(1).genesisHash), { code: 'index/io' })
  })
}

test('damaged pages are found when they are read, and called damage', (t) => {
  const root = t.testdir({})
  const chain = new MadeChain()
  for (let block = 0; block < 40; block++)
    chain.add({ transactions: Array.from({ length: 50 }, (_, sender) => ({ sender, calls: [CALL], clientRef: `ref-${block}-${sender}` })) })
  const options = { directory: `${root}/index`, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES }
  const index = new LocalIndex(options)
  index.append(chain.records())
  index.close()
  const database = new DatabaseSync(`${root}/index/index.db`)
  const pages = database.prepare('PRAGMA page_count').get()?.['page_count'] as number
  const size = database.prepare('PRAGMA page_size').get()?.['page_size'] as number
  database.close()
  const path = `${root}/index/index.db`
  const bytes = Buffer.from(new Uint8Array(pages * size).fill(0xa5))
  // Page 1 has the schema; with it gone the file is no database at all.
  writeFileSync(path, bytes.subarray(size), { flag: 'r+' })
  const code = codeOf(() => new LocalIndex(options).transactions({ from: 0, to: 100, order: 'ascending', limit: 100 }, {}))
  t.equal(code, 'index/damaged')
  t.end()
})

test('lists of blocks and events of an index that begins above genesis hold what it has', (t) => {
  const chain = chainOf(6)
  const index = new LocalIndex({ directory: `${t.testdir({})}/index`, genesisHash: chain.genesisHash, cacheBytes: CACHE_BYTES })
  index.append(chain.records(4))
  for (const order of ['ascending', 'descending'] as const) {
    const range = { ...ALL, order }
    t.match(index.blocks(range), { indexedFrom: 4, indexedTo: 6 })
    t.equal(index.blocks(range).items.length, 3)
    t.equal(index.blocks({ ...range, start: { height: 2, index: 0 } }).items.length, order === 'ascending' ? 3 : 0)
    t.match(index.events(range, {}), { indexedFrom: 4, indexedTo: 6 })
    t.match(index.events({ ...range, from: 0, to: 3 }, {}), { items: [] })
  }
  index.close()
  t.end()
})
