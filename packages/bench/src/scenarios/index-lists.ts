import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createDevnet, nodeHome, operatorKey } from '@hanse/devnet'
import { openBlockIndex } from '@hanse/indexer'
import { readGenesis, reindex } from '@hanse/node'
import type { BlockIndex, ListPage, ListRange } from '@hanse/ports'
import type { Result } from '@hanse/primitives'
import { fillStore } from '../filled-store.ts'
import { defineScenario, type OnProgress } from '../scenario.ts'
import { type Distribution, distributionOf } from '../statistics.ts'

/** Entries of a page: what `tx_list` gives unless asked otherwise, and the most that it gives. */
const PAGE_ENTRIES = [50, 200] as const
/** Pages of each kind that are timed. */
const PAGES = 40
const CACHE_BYTES = 8 * 1024 * 1024
const VALIDATORS = 4
const UNUSED_PORT = 20_900
const BANK = 'bank-a'
/** Of --keep. */
const NOT_KEPT = 'nowhere'

interface TimedPages {
  readonly list: string
  readonly entries: number
  readonly timeMs: Distribution
}

interface IndexFigures {
  readonly scenario: 'index'
  readonly transactions: number
  readonly events: number
  readonly blocks: number
  readonly fillSeconds: number
  readonly rebuildSeconds: number
  /** Processor time of it: less where others use the machine too. */
  readonly rebuildCpuSeconds: number
  readonly transactionsPerSecond: number
  readonly indexBytes: number
  readonly pages: readonly TimedPages[]
}

export const indexScenario = defineScenario({
  name: 'index',
  summary: 'the index of a long chain is made anew from its blocks, and lists are read from it',
  options: { transactions: { default: 100_000, min: 1_000, max: 10_000_000 }, keep: { default: NOT_KEPT } },
  run: async ({ transactions, keep }, onProgress) => {
    const figures = await measureIndex(transactions, keep === NOT_KEPT ? undefined : resolve(keep), onProgress)
    return { lines: linesOf(figures), figures, failed: false }
  },
})

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** Makes the chain in a folder of its own, which is gone afterwards; or in `keep`, where the next run finds it. */
async function measureIndex(transactions: number, keep: string | undefined, onProgress: OnProgress): Promise<IndexFigures> {
  const directory = keep ?? (await mkdtemp(join(tmpdir(), 'hanse-bench-')))
  try {
    const home = nodeHome({ directory }, BANK)
    const fillSeconds = existsSync(home) ? 0 : await makeChain(directory, home, transactions, onProgress)
    const cpuBefore = process.cpuUsage()
    const report = unwrap(await reindex(home, (height, head) => onProgress(height, head, 'blocks indexed')))
    const cpu = process.cpuUsage(cpuBefore)
    const rebuildSeconds = report.elapsedMs / 1000
    return {
      scenario: 'index',
      transactions: report.transactions,
      events: report.events,
      blocks: report.height,
      fillSeconds,
      rebuildSeconds,
      rebuildCpuSeconds: (cpu.user + cpu.system) / 1e6,
      transactionsPerSecond: report.transactions / rebuildSeconds,
      indexBytes: await sizeOf(join(home, 'data', 'index')),
      pages: await timeLists(home, report.height, report.transactions),
    }
  } finally {
    if (keep === undefined) await rm(directory, { recursive: true, force: true })
  }
}

async function makeChain(directory: string, home: string, transactions: number, onProgress: OnProgress): Promise<number> {
  const startMs = performance.now()
  unwrap(await createDevnet({ directory, basePort: UNUSED_PORT, validators: VALIDATORS, demo: true }))
  await fillStore(home, transactions, (done) => onProgress(done, transactions, 'transactions stored'))
  return (performance.now() - startMs) / 1000
}

/** As a node reads them: from another thread. */
async function timeLists(home: string, head: number, transactions: number): Promise<readonly TimedPages[]> {
  const { genesisHash } = unwrap(await readGenesis(join(home, 'genesis.json')))
  const index = await openBlockIndex({ directory: join(home, 'data', 'index'), genesisHash, cacheBytes: CACHE_BYTES })
  try {
    return await timePages(index, head, transactions)
  } finally {
    await index.close()
  }
}

async function sizeOf(directory: string): Promise<number> {
  const sizes = await Promise.all((await readdir(directory)).map(async (name) => (await stat(join(directory, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** A kind of page: what is asked the n-th time. */
interface PageKind {
  readonly list: string
  read(index: BlockIndex, limit: number, nth: number): Promise<ListPage<unknown>>
}

function pageKinds(head: number, transactions: number): readonly PageKind[] {
  const all = (order: ListRange['order'], limit: number, height?: number): ListRange => ({
    ...{ from: 0, to: head, order, limit },
    ...(height === undefined ? {} : { start: { height, index: 100 } }),
  })
  /** Spread over the chain, another one each time. */
  const deep = (nth: number): number => Math.max(1, Math.floor(((nth + 0.5) / PAGES) * head))
  const sender = operatorKey(BANK, 'maker').address
  const rejected = { senders: [sender], calls: [{ module: 'settlement', command: 'transfer' }], outcome: 'rejected' as const }
  const reference = (nth: number): string => `order-${Math.floor(((nth + 0.5) / PAGES) * transactions)}`
  return [
    { list: 'tx_list, first page', read: (index, limit) => index.transactions(all('descending', limit), {}) },
    { list: 'tx_list, deep', read: (index, limit, nth) => index.transactions(all('descending', limit, deep(nth)), {}) },
    {
      list: 'tx_list of a sender, deep',
      read: (index, limit, nth) => index.transactions(all('descending', limit, deep(nth)), { senders: [sender] }),
    },
    {
      list: 'tx_list of a sender, command and outcome',
      read: (index, limit, nth) => index.transactions(all('ascending', limit, deep(nth)), rejected),
    },
    {
      list: 'tx_list, nothing fits',
      read: (index, limit) => index.transactions(all('descending', limit), { code: 'settlement/none', outcome: 'rejected' }),
    },
    {
      list: 'event_list of one attribute',
      read: (index, limit, nth) =>
        index.events(all('ascending', limit), { module: 'settlement', attributes: { reference: reference(nth) } }),
    },
    {
      list: 'event_list of two common attributes, deep',
      read: (index, limit, nth) => index.events(all('ascending', limit, deep(nth)), { attributes: { from: BANK, currency: 'CNY' } }),
    },
    { list: 'chain_listBlocks, deep', read: (index, limit, nth) => index.blocks(all('descending', limit, deep(nth))) },
  ]
}

async function timePages(index: BlockIndex, head: number, transactions: number): Promise<readonly TimedPages[]> {
  const timed: TimedPages[] = []
  for (const { list, read } of pageKinds(head, transactions)) {
    for (const limit of PAGE_ENTRIES) {
      const timesMs: number[] = []
      let entries = 0
      for (let nth = 0; nth < PAGES; nth++) {
        const startMs = performance.now()
        const page = await read(index, limit, nth)
        timesMs.push(performance.now() - startMs)
        entries = Math.max(entries, page.items.length)
      }
      timed.push({ list, entries, timeMs: distributionOf(timesMs) })
    }
  }
  return timed
}

function linesOf(figures: IndexFigures): readonly string[] {
  const { transactions, events, blocks, fillSeconds, rebuildSeconds, rebuildCpuSeconds, transactionsPerSecond, indexBytes } = figures
  return [
    `index: ${transactions} transactions and ${events} events in ${blocks} blocks${fillSeconds === 0 ? '' : `, made in ${fillSeconds.toFixed(0)} s`}`,
    `  rebuilt     in ${rebuildSeconds.toFixed(1)} s: ${transactionsPerSecond.toFixed(0)} transactions/s; ${rebuildCpuSeconds.toFixed(1)} s of one processor, ${((rebuildCpuSeconds * 1e6) / transactions).toFixed(0)} µs each`,
    `  size        ${(indexBytes / 1024 / 1024).toFixed(0)} MiB, ${(indexBytes / transactions).toFixed(0)} bytes a transaction`,
    ...figures.pages.map(
      ({ list, entries, timeMs: { p50, max } }) =>
        `  ${list.padEnd(44)} ${`${entries}`.padStart(3)} entries · median ${p50.toFixed(1)} ms · worst ${max.toFixed(1)} ms`,
    ),
  ]
}
