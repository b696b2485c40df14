import { join } from 'node:path'
import { nodeHome } from '@hanse/devnet'
import { snapshotHome } from '@hanse/node'
import { openLevelStore } from '@hanse/storage'
import { unwrap } from '../bench-chain.ts'
import { createNetwork } from '../network.ts'
import { defineScenario, type OnProgress } from '../scenario.ts'
import { type BlockCost, measureBlocks } from '../state/block-cost.ts'
import { growStore } from '../state/grown-store.ts'
import { type TimedStart, timeStart } from '../state/timed-start.ts'

/** Keys of each state; the largest takes minutes to make, and must be asked for. */
const SIZES = [100_000, 1_000_000, 10_000_000] as const
const MIB = 1024 * 1024
/** A transaction in the largest state may cost so many times that in the smallest. */
const RATIO_MAX = 2
/** Of a node with the keys of the second size, verified, in seconds. */
const START_SECONDS_MAX = 10
const NODE = 'bank-a'
const VALIDATORS = 4

interface SizeFigures {
  readonly keys: number
  readonly growSeconds: number
  readonly storeBytes: number
  readonly start: TimedStart
  readonly snapshot: { readonly seconds: number; readonly cpuSeconds: number; readonly sizeBytes: number; readonly chunks: number }
  /** Of a transaction. */
  readonly cost: BlockCost
  readonly ratioToSmallest: number
}

interface StateFigures {
  readonly scenario: 'state'
  readonly blocks: number
  readonly transactionsPerBlock: number
  readonly sizes: readonly SizeFigures[]
}

export const stateScenario = defineScenario({
  name: 'state',
  summary: 'states of 100,000 keys and more: what a transaction costs, how long a start verifies, how long a snapshot takes',
  options: {
    keys: { default: SIZES[1] as number, min: SIZES[0], max: SIZES[2] },
    blocks: { default: 40, min: 1, max: 10_000 },
    transactions: { default: 500, min: 10, max: 2_000 },
  },
  run: async ({ keys, blocks, transactions }, onProgress) => {
    const sizes: SizeFigures[] = []
    for (const size of [...SIZES.filter((one) => one < keys), keys]) {
      const measured = await measureSize(size, { count: blocks, transactionsPerBlock: transactions }, onProgress)
      sizes.push({ ...measured, ratioToSmallest: measured.cost.totalUs / (sizes[0]?.cost ?? measured.cost).totalUs })
    }
    const figures: StateFigures = { scenario: 'state', blocks, transactionsPerBlock: transactions, sizes }
    const failed = sizes.some(
      ({ keys: count, start, ratioToSmallest }) =>
        ratioToSmallest > RATIO_MAX || (count <= SIZES[1] && start.verifiedSeconds > START_SECONDS_MAX),
    )
    return { lines: linesOf(figures), figures, failed }
  },
})

async function measureSize(
  keys: number,
  blocks: Parameters<typeof measureBlocks>[1],
  onProgress: OnProgress,
): Promise<Omit<SizeFigures, 'ratioToSmallest'>> {
  const network = await createNetwork(VALIDATORS)
  try {
    const home = nodeHome(network.devnet, NODE)
    const startedMs = performance.now()
    await growStore(home, keys, (done, what) => onProgress(done, keys, what))
    const growSeconds = (performance.now() - startedMs) / 1000
    const storeBytes = await storedBytes(home)
    onProgress(0, 1, `a node of ${keys} keys starts`)
    const start = await timeStart(network.devnet, NODE)
    const snapshot = await timeSnapshot(home, onProgress)
    const cost = await measureBlocks(home, blocks, (done) => onProgress(done, blocks.count, 'blocks'))
    return { keys, growSeconds, storeBytes, start, snapshot, cost }
  } finally {
    await network.close()
  }
}

async function storedBytes(home: string): Promise<number> {
  const store = await openLevelStore({ directory: join(home, 'data', 'store') })
  try {
    return await store.sizeBytes()
  } finally {
    await store.close()
  }
}

async function timeSnapshot(home: string, onProgress: OnProgress): Promise<SizeFigures['snapshot']> {
  const cpuBefore = process.cpuUsage()
  const made = unwrap(await snapshotHome(home, { onProgress: ({ what, done, total }) => onProgress(done, total ?? done, what) }))
  const { user, system } = process.cpuUsage(cpuBefore)
  const { elapsedMs, sizeBytes, chunks } = made
  return { seconds: elapsedMs / 1000, cpuSeconds: (user + system) / 1e6, sizeBytes, chunks }
}

function linesOf({ blocks, transactionsPerBlock, sizes }: StateFigures): readonly string[] {
  return [
    `state: ${blocks} blocks of ${transactionsPerBlock} transfers on each, each with a key of its own; processor time of a transaction in µs`,
    '        keys  execute + tree  encode  store write   total  ratio',
    ...sizes.map(({ keys, cost: { executeUs, encodeUs, writeUs, totalUs }, ratioToSmallest }) => {
      const parts = [executeUs.toFixed(1).padStart(15), encodeUs.toFixed(1).padStart(7), writeUs.toFixed(1).padStart(12)].join(' ')
      return `  ${`${keys}`.padStart(10)} ${parts} ${totalUs.toFixed(1).padStart(7)} ${ratioToSmallest.toFixed(2).padStart(6)}`
    }),
    ...sizes.map(({ keys, growSeconds, storeBytes, start, snapshot }) =>
      [
        `  ${`${keys}`.padStart(10)} store ${(storeBytes / MIB).toFixed(0)} MiB, made in ${growSeconds.toFixed(0)} s`,
        `start ${start.answerSeconds.toFixed(1)} s until it answers, ${start.verifiedSeconds.toFixed(1)} s until it is verified (${start.cpuSeconds.toFixed(1)} s CPU, ${start.residentMb.toFixed(0)} MB)`,
        `snapshot ${(snapshot.sizeBytes / MIB).toFixed(0)} MiB in ${snapshot.seconds.toFixed(1)} s (${snapshot.cpuSeconds.toFixed(1)} s CPU)`,
      ].join(' · '),
    ),
  ]
}
