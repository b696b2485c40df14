import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type NodeEndpoints,
  type NodeStart,
  nodeHome,
  runningPid,
  startNodeProcess,
  statusOf,
  stopNodeProcess,
  waitForNode,
} from '@hanse/devnet'
import { NODE_PROGRAM_UNBUNDLED } from '@hanse/node/outside'
import { fillStore } from '../filled-store.ts'
import { faultCounts } from '../load/counts.ts'
import { LoadCrew, UNTIL_STOPPED_MS } from '../load/crew.ts'
import { type BenchNetwork, createNetwork } from '../network.ts'
import { usageOf } from '../process-usage.ts'
import { defineScenario, type OnProgress } from '../scenario.ts'
import { type StageShare, stagesOf } from './catch-up-stages.ts'

const SAMPLE_MS = 100
/** Blocks behind the head at which a node follows again. */
const FOLLOWS_WITHIN_BLOCKS = 16
/** A node that has not caught up by then does not, in ms. */
const CATCH_UP_TIMEOUT_MS = 600_000
/** How long the chain is watched before the node comes, to compare with, in ms; and how long it runs in before that. */
const WATCHED_MS = 8_000
const RUN_IN_MS = 4_000
/** As a chain does that was made while a node was away: its time does not run ahead of the clock. */
const BLOCK_MS = 1
/** What is to be reached with the default. */
const CATCH_UP_SECONDS_MAX = 30

interface CatchUpOptions {
  readonly blocks: number
  readonly transactions: number
  readonly rate: number
  readonly validators: number
  readonly stages: string
}

interface CatchUpFigures {
  readonly scenario: 'catch-up'
  readonly behindBlocks: number
  readonly transactionsPerBlock: number
  readonly offeredPerSecond: number
  readonly liveBlocksPerSecond: number
  readonly liveTransactionsPerSecond: number
  /** From the start of the process until its RPC answers: it verifies its state and its log. */
  readonly startSeconds: number
  /** From the start of the process until it follows. */
  readonly catchUpSeconds: number
  /** Blocks that it made final a second while it caught up; the chain went on meanwhile. */
  readonly blocksPerSecond: number
  readonly transactionsPerSecond: number
  readonly timesLiveRate: number
  /** Processor time of the node that caught up, and of the three others meanwhile, a block that it came on. */
  readonly cpuMsPerBlock: number
  readonly othersCpuMsPerBlock: number
  /** What that time went into, in ms a block: with `--stages yes`, under a profiler. */
  readonly stages?: readonly StageShare[]
  readonly failures: Readonly<Record<string, number>>
}

export const catchUpScenario = defineScenario({
  name: 'catch-up',
  summary: 'a node that is some thousand blocks behind comes to the head while the load goes on',
  options: {
    blocks: { default: 10_000, min: 100, max: 1_000_000 },
    transactions: { default: 7, min: 1, max: 2_000 },
    rate: { default: 300, min: 1, max: 20_000 },
    validators: { default: 4, min: 4, max: 16 },
    stages: { default: 'no', choices: ['no', 'yes'] },
  },
  run: async (options, onProgress) => {
    const figures = await catchUp(options, onProgress)
    const isLate = options.blocks <= 10_000 && figures.catchUpSeconds > CATCH_UP_SECONDS_MAX
    const late = `  not kept: it follows after ${figures.catchUpSeconds.toFixed(1)} s, to be reached are ${CATCH_UP_SECONDS_MAX} s`
    return { lines: [...linesOf(figures), ...(isLate ? [late] : [])], figures, failed: isLate || Object.keys(figures.failures).length > 0 }
  },
})

async function heightOf(node: NodeEndpoints): Promise<number> {
  return (await statusOf(node))?.height ?? 0
}

async function catchUp(options: CatchUpOptions, onProgress: OnProgress): Promise<CatchUpFigures> {
  const { blocks, transactions, rate, validators } = options
  const network = await createNetwork(validators)
  const profiles = await mkdtemp(join(tmpdir(), 'hanse-bench-profile-'))
  let crew: LoadCrew | undefined
  try {
    const { devnet } = network
    const absent = devnet.nodes.at(-1) as NodeEndpoints
    const others = devnet.nodes.filter((node) => node !== absent)
    await fillOthers(network, others, options, onProgress)
    for (const { name } of others) await startNodeProcess(devnet, name)
    for (const node of others) await waitForNode(devnet, node, { height: blocks, peers: others.length - 1 })

    crew = await LoadCrew.hire(devnet, 'transfer', { nodes: others })
    const load = crew.send({ type: 'rate', perSecond: rate }, UNTIL_STOPPED_MS)
    await sleep(RUN_IN_MS)
    const witness = others[0] as NodeEndpoints
    const [from, fromMs, committedBefore] = [await heightOf(witness), performance.now(), load.committed()]
    onProgress(0, 1, 'the chain is watched')
    await sleep(WATCHED_MS)
    const liveSeconds = (performance.now() - fromMs) / 1000
    const [live, liveTransactions] = [((await heightOf(witness)) - from) / liveSeconds, (load.committed() - committedBefore) / liveSeconds]
    const { stages, ...behind } = await comeBack(network, { absent, witness, others }, options, profiles, onProgress)
    load.stop()
    const failures = faultCounts(await load.ended)
    return {
      scenario: 'catch-up',
      behindBlocks: blocks,
      transactionsPerBlock: transactions,
      offeredPerSecond: rate,
      liveBlocksPerSecond: live,
      liveTransactionsPerSecond: liveTransactions,
      ...behind,
      transactionsPerSecond: behind.blocksPerSecond * transactions,
      timesLiveRate: behind.blocksPerSecond / live,
      ...(stages === undefined ? {} : { stages }),
      failures,
    }
  } finally {
    crew?.dismiss()
    await network.close()
    await rm(profiles, { recursive: true, force: true })
  }
}

/** All but the one that is absent have a chain of so many blocks. */
async function fillOthers(
  { devnet }: BenchNetwork,
  [first, ...others]: readonly NodeEndpoints[],
  { blocks, transactions }: CatchUpOptions,
  onProgress: OnProgress,
): Promise<void> {
  if (first === undefined) throw new Error('nobody is there')
  const told = (done: number): void => onProgress(Math.floor(done / transactions), blocks, 'blocks made beforehand')
  await fillStore(nodeHome(devnet, first.name), blocks * transactions, told, { transactionsPerBlock: transactions, blockMs: BLOCK_MS })
  for (const { name } of others)
    await cp(join(nodeHome(devnet, first.name), 'data'), join(nodeHome(devnet, name), 'data'), { recursive: true })
}

interface Cast {
  readonly absent: NodeEndpoints
  readonly witness: NodeEndpoints
  readonly others: readonly NodeEndpoints[]
}

type Return = Pick<
  CatchUpFigures,
  'startSeconds' | 'catchUpSeconds' | 'blocksPerSecond' | 'cpuMsPerBlock' | 'othersCpuMsPerBlock' | 'stages'
>

/** Starts the node that was absent, and waits until it follows. */
async function comeBack(
  { devnet }: BenchNetwork,
  { absent, witness, others }: Cast,
  { stages }: CatchUpOptions,
  profiles: string,
  onProgress: OnProgress,
): Promise<Return> {
  const cpuSeconds = (nodes: readonly NodeEndpoints[]): number =>
    nodes.reduce((total, { name }) => total + (usageOf(runningPid(devnet, name) ?? 0)?.cpuSeconds ?? 0), 0)
  const startMs = performance.now()
  const othersBefore = cpuSeconds(others)
  await startNodeProcess(devnet, absent.name, stages === 'yes' ? profiled(profiles) : {})
  // By then it has fetched some: it answers last of all.
  await waitForNode(devnet, absent, { height: 0, peers: 0 })
  const answeredMs = performance.now()
  let [blocks, head] = [0, Number.POSITIVE_INFINITY]
  while (head - blocks > FOLLOWS_WITHIN_BLOCKS) {
    if (performance.now() - startMs > CATCH_UP_TIMEOUT_MS)
      throw new Error(`${absent.name} is at height ${blocks}, the others are at ${head}`)
    await sleep(SAMPLE_MS)
    ;[blocks, head] = await Promise.all([heightOf(absent), heightOf(witness)])
    onProgress(blocks, head, 'blocks fetched')
  }
  const seconds = (performance.now() - startMs) / 1000
  const [ownCpu, othersCpu] = [cpuSeconds([absent]), cpuSeconds(others) - othersBefore]
  await stopNodeProcess(devnet, absent.name)
  return {
    startSeconds: (answeredMs - startMs) / 1000,
    catchUpSeconds: seconds,
    blocksPerSecond: blocks / seconds,
    cpuMsPerBlock: (1000 * ownCpu) / blocks,
    othersCpuMsPerBlock: (1000 * othersCpu) / blocks,
    ...(stages === 'yes' ? { stages: await stagesOf(profiles, blocks) } : {}),
  }
}

/** Node writes the profile when the process ends. */
function profiled(directory: string): NodeStart {
  return { program: NODE_PROGRAM_UNBUNDLED, flags: ['--cpu-prof', `--cpu-prof-dir=${directory}`] }
}

function linesOf(figures: CatchUpFigures): readonly string[] {
  const failures = Object.entries(figures.failures).map(([code, count]) => `${code} × ${count}`)
  return [
    `catch-up: ${figures.behindBlocks} blocks of ${figures.transactionsPerBlock} transactions behind, ${figures.offeredPerSecond} transactions/s offered meanwhile`,
    `  live        ${figures.liveBlocksPerSecond.toFixed(1)} blocks/s, ${figures.liveTransactionsPerSecond.toFixed(0)} transactions/s`,
    `  answers     after ${figures.startSeconds.toFixed(1)} s`,
    `  caught up   after ${figures.catchUpSeconds.toFixed(1)} s: ${figures.blocksPerSecond.toFixed(0)} blocks/s, ${figures.transactionsPerSecond.toFixed(0)} transactions/s`,
    `  ratio       ${figures.timesLiveRate.toFixed(1)} times the live rate`,
    `  processor   ${figures.cpuMsPerBlock.toFixed(2)} ms a block, the others ${figures.othersCpuMsPerBlock.toFixed(2)} ms`,
    ...(figures.stages?.length === 0 ? ['    no profile was written: the node did not end in time'] : []),
    ...(figures.stages ?? []).map(({ stage, msPerBlock }) => `    ${stage.padEnd(40)} ${msPerBlock.toFixed(3)} ms`),
    `  failures    ${failures.length === 0 ? 'none' : failures.join(', ')}`,
  ]
}
