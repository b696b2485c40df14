import { type Distribution, distributionOf } from '@hanse/bench'
import type { History } from '../load/history.ts'
import type { Journal } from '../run/journal.ts'
import { faultsMaxOf, type Schedule } from '../schedule.ts'
import { checkIdle, checkMemoryFlat } from './flat.ts'
import { outagesOf, without } from './outages.ts'
import type { Violation } from './violation.ts'

/** Blocks resume within this time of a heal, and while no more than f nodes are impaired none is missing for longer, in ms. */
const RESUME_MS_MAX = 5_000
/** A node that was healed is at the head again within this time, in ms. */
const CATCH_UP_MS_MAX = 15_000
/** The longest time without a block while no more than f nodes are impaired, in ms: the timeouts of two dead primaries and what they cost. */
const GAP_MS_MAX = 8_000
/** Views that one fault may cost at once; and one more for as long as a view lasts at least, in ms. */
const VIEWS_PER_FAULT = 4
const VIEW_MS_MIN = 800
/** What was sent at the end of a run may be answered so much after it and still counts as committed over the run, in ms. */
const COMMIT_GRACE_MS = 2_000
const MIB = 1024 * 1024
const RESIDENT_BYTES_MAX = 512 * MIB
/** Sockets of clients that are on their way out. */
const DESCRIPTORS_GROWTH_MAX = 24

export interface Figures {
  /** From each heal to the next block that any node told of. */
  readonly resumeMs: Distribution
  /** Each of them. */
  readonly resumesMs: readonly number[]
  /** From each heal to the healed nodes at the head that the others had by then. */
  readonly catchUpMs: Distribution
  /** Without a block, outages left out. */
  readonly longestGapMs: number
  readonly offered: number
  readonly committed: number
  readonly committedPercent: number
  readonly rejected: number
  readonly unknown: number
  readonly refused: Readonly<Record<string, number>>
  readonly latencyMs: Distribution
  readonly heights: number
  readonly views: number
  readonly residentBytesMax: number
  readonly offeredPerSecond: number
  /** Of a closed loop before, where it was measured. */
  readonly maximumPerSecond?: number
}

/** When each fault was healed: how long until the next block, of all nodes and of those healed. */
export function healTimes(
  { faults, blocks, firstSeenMs }: Pick<Journal, 'faults' | 'blocks' | 'firstSeenMs'>,
  faultsMax: number,
): { readonly resumeMs: readonly number[]; readonly catchUpMs: readonly number[] } {
  const resumeMs: number[] = []
  const catchUpMs: number[] = []
  const seen = [...firstSeenMs].sort(([, a], [, b]) => a - b)
  for (const { type, healedMs, nodes } of faults) {
    if (healedMs === undefined || type === 'abuse') continue
    const others = faults.filter((other) => other.atMs <= healedMs && (other.healedMs ?? Number.POSITIVE_INFINITY) > healedMs)
    // What still keeps the others from agreeing has its own heal.
    if (others.reduce((sum, { impaired }) => sum + impaired, 0) > faultsMax) continue
    const next = seen.find(([, atMs]) => atMs > healedMs)
    resumeMs.push(next === undefined ? Number.POSITIVE_INFINITY : next[1] - healedMs)
    catchUpMs.push(...backTimes({ healedMs, nodes }, { blocks, firstSeenMs }).map((backMs) => backMs - healedMs))
  }
  return { resumeMs, catchUpMs }
}

/** When each node of a fault that was healed was at the head that there was then. */
function backTimes(
  { healedMs, nodes }: { readonly healedMs: number; readonly nodes: readonly number[] },
  { blocks, firstSeenMs }: Pick<Journal, 'blocks' | 'firstSeenMs'>,
): readonly number[] {
  const head = [...firstSeenMs].reduce((highest, [height, atMs]) => (atMs <= healedMs ? Math.max(highest, height) : highest), 0)
  return nodes.map(
    (node) =>
      blocks.find((block) => block.node === node && block.height >= head && block.atMs >= healedMs)?.atMs ?? Number.POSITIVE_INFINITY,
  )
}

/**
 * The longest time without a block until `toMs`, where more than f nodes were impaired left out. One that was healed is impaired until it is
 * at the head, for as long as it may take to come there.
 */
export function longestGap(
  { blocks, firstSeenMs, faults }: Pick<Journal, 'blocks' | 'firstSeenMs' | 'faults'>,
  schedule: Schedule,
  toMs: number,
): number {
  const caughtUpMax = schedule.bounds?.caughtUpMsMax ?? CATCH_UP_MS_MAX
  const impairments = faults.map((fault) => {
    const { healedMs } = fault
    if (healedMs === undefined) return fault
    const backMs = Math.max(...backTimes({ ...fault, healedMs }, { blocks, firstSeenMs }))
    return { ...fault, backMs: Math.min(backMs, healedMs + caughtUpMax) }
  })
  const outages = outagesOf(impairments, schedule.liars?.length ?? 0, faultsMaxOf(schedule.validators))
  const times = [0, ...[...firstSeenMs.values()].sort((a, b) => a - b).filter((atMs) => atMs <= toMs), toMs]
  let longest = 0
  for (const [index, fromMs] of times.entries()) {
    const next = times[index + 1]
    if (next === undefined) break
    const pieces = outages.reduce((free, outage) => free.flatMap((piece) => without(piece, outage)), [{ fromMs, toMs: next }])
    for (const piece of pieces) longest = Math.max(longest, piece.toMs - piece.fromMs)
  }
  return longest
}

export function figuresOf(
  schedule: Schedule,
  journal: Journal,
  { operations }: History,
  more: { readonly offeredPerSecond: number; readonly maximumPerSecond?: number; readonly skipped: number },
): Figures {
  const { resumeMs, catchUpMs } = healTimes(journal, faultsMaxOf(schedule.validators))
  const own = operations.filter(({ sentMs }) => sentMs >= journal.startMs && sentMs <= journal.startMs + schedule.durationMs)
  const endMs = journal.startMs + schedule.durationMs + COMMIT_GRACE_MS
  const finals = own.filter(({ outcome, returnedMs = 0 }) => outcome?.type === 'final' && returnedMs <= endMs)
  // One that a module rejects is as final as one that it does not: it is on every node, with its reason.
  const offered = own.length + more.skipped
  const refused: Record<string, number> = {}
  for (const { outcome } of own) if (outcome?.type === 'refused') refused[outcome.code] = (refused[outcome.code] ?? 0) + 1
  const views = journal.samples.flatMap(({ status }) => (status === undefined ? [] : [status.view]))
  return {
    resumeMs: distributionOf(resumeMs),
    resumesMs: resumeMs.map(Math.round),
    catchUpMs: distributionOf(catchUpMs),
    longestGapMs: longestGap(journal, schedule, schedule.durationMs),
    offered,
    committed: finals.length,
    committedPercent: offered === 0 ? 0 : (100 * finals.length) / offered,
    rejected: finals.filter(({ outcome }) => outcome?.type === 'final' && !outcome.isSuccess).length,
    unknown: own.filter(({ outcome }) => outcome?.type === 'unknown').length,
    refused,
    latencyMs: distributionOf(finals.map(({ sentMs, returnedMs = sentMs }) => returnedMs - sentMs)),
    heights: journal.head,
    views: Math.max(0, ...views) - Math.min(...views, Number.MAX_SAFE_INTEGER),
    residentBytesMax: Math.max(0, ...journal.samples.map(({ residentBytes }) => residentBytes)),
    offeredPerSecond: more.offeredPerSecond,
    ...(more.maximumPerSecond === undefined ? {} : { maximumPerSecond: more.maximumPerSecond }),
  }
}

/** What was not reached: the bounds that hold for every run, and those of the schedule. */
export function figureFaults(schedule: Schedule, journal: Journal, figures: Figures): readonly Violation[] {
  const faults: Violation[] = []
  const need = (isReached: boolean, check: string, message: string): void => {
    if (!isReached) faults.push({ check, message })
  }
  const { bounds = {} } = schedule
  const { resumeMs, catchUpMs, longestGapMs, committedPercent, residentBytesMax, views } = figures
  const gapMax = bounds.gapMsMax ?? GAP_MS_MAX
  const catchUpMax = bounds.caughtUpMsMax ?? CATCH_UP_MS_MAX
  need(resumeMs.p99 <= RESUME_MS_MAX, 'resume', `blocks resumed ${ms(resumeMs.p99)} after a heal, the bound is ${ms(RESUME_MS_MAX)}`)
  need(catchUpMs.max <= catchUpMax, 'catch-up', `a healed node was at the head after ${ms(catchUpMs.max)}, the bound is ${ms(catchUpMax)}`)
  need(longestGapMs <= gapMax, 'gap', `no block for ${ms(longestGapMs)} with a quorum up, the bound is ${ms(gapMax)}`)
  const percentMin = bounds.committedPercentMin ?? 0
  need(committedPercent >= percentMin, 'committed', `${committedPercent.toFixed(1)} % were committed, the bound is ${percentMin} %`)
  need(residentBytesMax <= RESIDENT_BYTES_MAX, 'memory', `a node had ${Math.round(residentBytesMax / MIB)} MiB`)
  const viewsMax = schedule.faults.reduce((sum, { forMs }) => sum + VIEWS_PER_FAULT + forMs / VIEW_MS_MIN, VIEWS_PER_FAULT)
  const liarViews = (schedule.liars ?? []).length * (schedule.durationMs / VIEW_MS_MIN)
  need(views <= viewsMax + liarViews, 'views', `${views} views went by, the bound is ${Math.floor(viewsMax + liarViews)}`)
  return [...faults, ...descriptorFaults(schedule, journal), ...checkMemoryFlat(journal.samples, journal.changes), ...checkIdle(journal)]
}

/** At rest a node has about as many descriptors open as it had before the first fault, whatever it has been through. */
function descriptorFaults({ validators, faults, behindBlocks }: Schedule, { samples }: Journal): readonly Violation[] {
  const firstMs = Math.min(...faults.map(({ atMs }) => atMs), 5_000)
  // One that is only then started has no before.
  const nodes = behindBlocks === undefined ? validators : validators - 1
  return Array.from({ length: nodes }, (_, node) => node).flatMap((node) => {
    const own = samples.filter((sample) => sample.node === node)
    const before = Math.max(0, ...own.filter(({ atMs }) => atMs <= firstMs).map(({ descriptors }) => descriptors))
    const last = own.at(-1)?.descriptors ?? 0
    if (before === 0 || last <= before + DESCRIPTORS_GROWTH_MAX) return []
    return [{ check: 'descriptors', message: `node ${node} has ${last} descriptors open at rest, it had ${before} under load` }]
  })
}

function ms(value: number): string {
  return value === Number.POSITIVE_INFINITY ? 'never' : `${Math.round(value)} ms`
}
