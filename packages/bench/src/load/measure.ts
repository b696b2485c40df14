import { setTimeout as sleep } from 'node:timers/promises'
import { type BenchNetwork, primaryOf } from '../network.ts'
import { type ProcessUsage, usageOf } from '../process-usage.ts'
import type { OnProgress } from '../scenario.ts'
import { type LoadCrew, type OfferedPace, type RunningLoad, watched } from './crew.ts'
import { type NodeSample, sampleNodes } from './node-sample.ts'
import { type Sendings, sharedNowMs } from './orders.ts'

/** The load goes on for so long before the window in which it is measured: what was sent before is final in it. */
const LEAD_SECONDS = 2
/** Beyond that, what is to be sent is signed on the way: it would be too old, and too much. */
const SIGNED_SECONDS_MAX = 240
/** A load without a rate: what is signed for the warm-up, and how much more than the warm-up's rate for the run. */
const FIRST_GUESS_PER_SECOND = 1_000
const RESERVE = 1.3
const PROGRESS_MS = 200

export interface LoadPlan {
  readonly pace: OfferedPace
  readonly seconds: number
  /** The same load before, for processes that have just begun: they compile what they run. */
  readonly warmupSeconds: number
}

/** Everything that ran, at one moment. */
export interface Moment {
  readonly nodes: ReadonlyMap<string, NodeSample>
  /** By the node that each of them sends to. */
  readonly clients: ReadonlyMap<string, ProcessUsage>
  readonly benchCpuSeconds: number
}

/** What was seen of one measured load. */
export interface Measured {
  readonly seconds: number
  /** When the window began, in ms since the start of the sending. */
  readonly windowMs: number
  readonly before: Moment
  readonly after: Moment
  readonly warmup: readonly Sendings[]
  /** Of each client, in the order of the nodes. */
  readonly sendings: readonly Sendings[]
  /** At the begin. */
  readonly primary: string
}

/** The window that is being measured, on the clock of `sharedNowMs`. */
export interface Window {
  readonly fromMs: number
  readonly untilMs: number
}

export interface MeasureParts {
  readonly network: BenchNetwork
  readonly crew: LoadCrew
  readonly onProgress: OnProgress
  /** What happens to the network while it is measured. */
  readonly during?: (network: BenchNetwork, window: Window) => Promise<void>
}

/** Warms up, signs, sends, and looks at every process at the begin and at the end of the window. */
export async function measureLoad(plan: LoadPlan, { network, crew, onProgress, during }: MeasureParts): Promise<Measured> {
  const told = (what: string) => (done: number, total: number) => onProgress(done, total, what)
  const { pace, warmupSeconds, seconds } = plan
  await crew.sign(warmupSeconds * (pace.type === 'rate' ? pace.perSecond : FIRST_GUESS_PER_SECOND), told('transactions signed'))
  const warming = crew.send(pace, 1000 * warmupSeconds)
  const warmup = await watched(warming.ended, () => onProgress(sharedNowMs() - warming.startMs, 1000 * warmupSeconds, 'ms of warm-up'))
  const perSecond = pace.type === 'rate' ? pace.perSecond : (RESERVE * committedIn(warmup)) / warmupSeconds
  await crew.sign(Math.ceil(perSecond * Math.min(SIGNED_SECONDS_MAX, LEAD_SECONDS + seconds)), told('transactions signed'))
  const primary = await primaryOf(network)
  const load = crew.send(pace, 1000 * (LEAD_SECONDS + seconds))
  const fromMs = load.startMs + 1000 * LEAD_SECONDS
  const window: Window = { fromMs, untilMs: fromMs + 1000 * seconds }
  const happening = during?.(network, window)
  // Heard of below, when the load is over.
  happening?.catch(() => undefined)
  await until(window.fromMs, load, seconds, onProgress)
  const before = await momentOf(network, crew)
  await until(window.untilMs, load, seconds, onProgress)
  const after = await momentOf(network, crew)
  const [sendings] = await Promise.all([load.ended, happening])
  return { seconds, windowMs: 1000 * LEAD_SECONDS, before, after, warmup, sendings, primary }
}

function committedIn(sendings: readonly Sendings[]): number {
  return sendings.reduce((sum, { finalMs }) => sum + finalMs.length, 0)
}

async function until(atMs: number, load: RunningLoad, seconds: number, onProgress: OnProgress): Promise<void> {
  for (let nowMs = sharedNowMs(); nowMs < atMs; nowMs = sharedNowMs()) {
    const passed = Math.max(0, Math.floor((nowMs - load.startMs) / 1000) - LEAD_SECONDS)
    onProgress(Math.min(passed, seconds), seconds, 's measured')
    await sleep(Math.min(PROGRESS_MS, atMs - nowMs))
  }
}

async function momentOf(network: BenchNetwork, crew: LoadCrew): Promise<Moment> {
  const clients = crew.processes.flatMap(({ name, pid }) => {
    const usage = usageOf(pid)
    return usage === undefined ? [] : [[name, usage] as const]
  })
  const { user, system } = process.cpuUsage()
  return { nodes: await sampleNodes(network), clients: new Map(clients), benchCpuSeconds: (user + system) / 1e6 }
}
