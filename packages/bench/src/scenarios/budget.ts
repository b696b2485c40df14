import { setTimeout as sleep } from 'node:timers/promises'
import { type NodeEndpoints, statusOf } from '@hanse/devnet'
import { faultCounts } from '../load/counts.ts'
import { LoadCrew } from '../load/crew.ts'
import { WORKLOADS, type WorkloadName } from '../load/workloads.ts'
import { type BenchNetwork, createNetwork, startNodes } from '../network.ts'
import { growth, metricsOf } from '../node-metrics.ts'
import { usageOf } from '../process-usage.ts'
import { type StageTime, stageTimes, unclassifiedFunctions } from '../profile/classify.ts'
import { type CpuProfile, profileClockUs, samplesBetween, withoutPauses } from '../profile/cpu-profile.ts'
import { Profiler } from '../profile/profiler.ts'
import { defineScenario, type OnProgress } from '../scenario.ts'
import { type ThreadUsage, threadsOf, usedSince } from '../thread-usage.ts'
import { type BudgetReport, type BudgetRow, budgetFaults, budgetLines, type NodeBudget } from './budget-report.ts'

/** Threads of libuv's pool, which it starts together; whoever has their name and is younger was started by one of them. */
const POOL_THREADS = 4
/** Load beyond what the windows take: what begins and ends them takes time too. */
const SLACK_SECONDS = 15
/** Unclassified functions that are told. */
const TOLD_FUNCTIONS = 12

interface BudgetOptions {
  readonly seconds: number
  readonly warmup: number
  readonly rate: number
  readonly validators: number
  readonly load: WorkloadName
}

export const budgetScenario = defineScenario({
  name: 'budget',
  summary: 'where the processor time of a transaction goes, by stage, on the primary and on the others',
  options: {
    seconds: { default: 20, min: 1, max: 60 },
    warmup: { default: 10, min: 1, max: 60 },
    rate: { default: 1_000, min: 1, max: 20_000 },
    validators: { default: 4, min: 4, max: 16 },
    load: { default: 'transfer', choices: Object.keys(WORKLOADS) },
    /** What each stage is made of. */
    parts: { default: 'no', choices: ['no', 'yes'] },
  },
  run: async (options, onProgress) => {
    const report = await budget({ ...options, load: options.load as WorkloadName }, onProgress)
    const faults = budgetFaults(report)
    const lines = [...budgetLines(report, options.parts === 'yes'), ...faults.map((fault) => `  not to be believed: ${fault}`)]
    return { lines, figures: report, failed: faults.length > 0 || Object.keys(report.failures).length > 0 }
  },
})

/** Under a load that goes on: a while without the profiler, a while with it, and a while without it again. */
async function budget(options: BudgetOptions, onProgress: OnProgress): Promise<BudgetReport> {
  const { seconds, warmup, rate, validators, load: workload } = options
  const profiler = await Profiler.open()
  const network = await createNetwork(validators)
  let crew: LoadCrew | undefined
  try {
    await startNodes(network, profiler.nodeStart)
    const { nodes } = network.devnet
    const secondsMax = 3 * (warmup + seconds) + SLACK_SECONDS
    crew = await LoadCrew.hire(network.devnet, workload)
    await crew.sign(secondsMax * rate, (done, total) => onProgress(done, total, 'transactions signed'))
    const load = crew.send({ type: 'rate', perSecond: rate }, secondsMax * 1000)
    await sleep(warmup * 1000)
    const window = (): Promise<readonly NodeWindow[]> => measured(network, () => sleep(seconds * 1000))
    const before = await window()
    const { under, profiles } = await profiled(network, profiler, warmup, window)
    await sleep(warmup * 1000)
    const after = await window()
    const status = await statusOf(nodes[0] as NodeEndpoints)
    load.stop()
    const failures = faultCounts(await load.ended)
    const budgets = nodes.map(({ name }, index) => {
      const at = <T>(list: readonly T[]): T => list[index] as T
      return nodeBudget(name, name === status?.primary ? 'primary' : 'backup', {
        without: [at(before), at(after)],
        under: at(under),
        profile: at(profiles),
      })
    })
    const first = under[0] as NodeWindow
    return {
      scenario: 'budget',
      ...{ load: workload, validators, offeredPerSecond: rate, seconds },
      committedPerSecond: first.transactions / first.seconds,
      transactionsPerBlock: first.transactions / Math.max(1, first.blocks),
      nodes: budgets,
      failures,
      unclassified: unclassifiedFunctions(profiles, TOLD_FUNCTIONS),
    }
  } finally {
    crew?.dismiss()
    await network.close()
    await profiler.close()
  }
}

/** Once the profiler is on, V8 compiles anew what runs: the first while is not measured. */
async function profiled(
  network: BenchNetwork,
  profiler: Profiler,
  warmup: number,
  window: () => Promise<readonly NodeWindow[]>,
): Promise<{ readonly under: readonly NodeWindow[]; readonly profiles: readonly CpuProfile[] }> {
  const pids = network.pids().map(({ pid }) => pid)
  if (pids.length < network.devnet.nodes.length) throw new Error('a node has ended')
  await Promise.all(pids.map((pid) => profiler.begin(pid)))
  await sleep(warmup * 1000)
  const fromUs = profileClockUs()
  const under = await window()
  const toUs = profileClockUs()
  const profiles = await Promise.all(pids.map((pid) => profiler.end(pid)))
  return { under, profiles: profiles.map((profile) => samplesBetween(profile, fromUs, toUs)) }
}

/** What a node did in a while. */
interface NodeWindow {
  readonly seconds: number
  readonly transactions: number
  readonly blocks: number
  readonly cpuMs: number
  readonly threads: readonly ThreadUsage[]
}

async function measured({ devnet, pids }: BenchNetwork, during: () => Promise<unknown>): Promise<readonly NodeWindow[]> {
  const look = async () =>
    await Promise.all(
      pids().map(async ({ pid }, index) => ({
        metrics: await metricsOf(devnet.nodes[index] as NodeEndpoints),
        threads: threadsOf(pid),
        cpuMs: (usageOf(pid)?.cpuSeconds ?? 0) * 1000,
        atMs: performance.now(),
      })),
    )
  const before = await look()
  await during()
  const after = await look()
  return after.map((end, index) => {
    const begin = before[index] as typeof end
    return {
      seconds: (end.atMs - begin.atMs) / 1000,
      transactions: growth(begin.metrics, end.metrics, 'hanse_transactions_total'),
      blocks: growth(begin.metrics, end.metrics, 'hanse_height'),
      cpuMs: end.cpuMs - begin.cpuMs,
      threads: usedSince(begin.threads, end.threads),
    }
  })
}

interface NodeMeasurement {
  readonly without: readonly NodeWindow[]
  readonly under: NodeWindow
  readonly profile: CpuProfile
}

function nodeBudget(name: string, role: NodeBudget['role'], { without, under, profile }: NodeMeasurement): NodeBudget {
  const times = busyTimes(withoutPauses(profile))
  const sampledMs = totalMs(times)
  const [main, ...others] = under.threads
  const ranMs = main?.cpuMs ?? 0
  const usOf = (ms: number): number => (1000 * ms) / Math.max(1, under.transactions)
  const total = (count: (window: NodeWindow) => number): number => without.reduce((sum, window) => sum + count(window), 0)
  return {
    ...{ name, role },
    observedUs:
      (1000 * total(({ cpuMs }) => cpuMs)) /
      Math.max(
        1,
        total(({ transactions }) => transactions),
      ),
    profiledUs: usOf(under.cpuMs),
    // Samples say how a thread's time is divided, the kernel how much it was.
    rows: [
      ...times.map(({ stage, part, us }) => ({ stage, part, us: usOf(((us / 1000) * ranMs) / sampledMs) })),
      ...threadRows(others, usOf),
    ],
    ...{ busyMs: totalMs(busyTimes(profile)), ranMs, waitedMs: main?.waitedMs ?? 0 },
  }
}

function busyTimes(profile: CpuProfile): readonly StageTime[] {
  return stageTimes(profile).filter(({ stage }) => stage !== 'idle')
}

function totalMs(times: readonly StageTime[]): number {
  return times.reduce((total, { us }) => total + us, 0) / 1000
}

/** What no profile of the main thread shows. */
function threadRows(threads: readonly ThreadUsage[], usOf: (ms: number) => number): readonly BudgetRow[] {
  const sums = new Map<string, number>()
  let pool = 0
  for (const { name, cpuMs } of threads) {
    if (name === 'libuv-worker') pool += 1
    const part = partOf(name, pool)
    if (part !== undefined) sums.set(part, (sums.get(part) ?? 0) + cpuMs)
  }
  return [...sums].map(([part, ms]) => ({ stage: 'other threads', part, us: usOf(ms) }))
}

/** Threads are named by Node, V8 and libuv, and those of ours by us. The profiler's own is no part of a node. */
function partOf(name: string, pool: number): string | undefined {
  if (name.startsWith('v8:Prof')) return undefined
  if (name === 'libuv-worker') return pool <= POOL_THREADS ? 'log and store (pool of libuv)' : 'compaction (LevelDB)'
  if (name === 'V8Worker') return 'garbage and compiling (V8)'
  return name.startsWith('hanse-') ? name.replace('hanse-', 'thread of the ') : 'others'
}
