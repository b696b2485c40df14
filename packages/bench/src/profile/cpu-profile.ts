/** A CPU profile as V8 writes it: a tree of calls, and which of its nodes was at work at each sample. Times in µs. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[]
  /** Ids of nodes. */
  readonly samples: readonly number[]
  /** Before each sample, since the one before it. */
  readonly timeDeltas: readonly number[]
  /** By the machine's monotonic clock. */
  readonly startTime: number
}

/** By the clock that profiles have, in µs. */
export function profileClockUs(): number {
  return Number(process.hrtime.bigint() / 1000n)
}

/** The samples of a profile between two moments of its clock. */
export function samplesBetween(profile: CpuProfile, fromUs: number, toUs: number): CpuProfile {
  const samples: number[] = []
  const timeDeltas: number[] = []
  let atUs = profile.startTime
  for (const [index, id] of profile.samples.entries()) {
    const deltaUs = profile.timeDeltas[index] ?? 0
    atUs += deltaUs
    if (atUs < fromUs || atUs > toUs) continue
    samples.push(id)
    timeDeltas.push(deltaUs)
  }
  return { ...profile, samples, timeDeltas, startTime: fromUs }
}

export interface ProfileNode {
  readonly id: number
  readonly callFrame: CallFrame
  readonly children?: readonly number[]
}

export interface CallFrame {
  readonly functionName: string
  readonly url: string
}

/** V8 samples this often where nobody says otherwise, in µs. */
const INTERVAL_US = 1_000
/** Longer than so many intervals between two samples, the thread did not run, or nobody was there to sample it. */
const INTERVALS_MAX = 2

/** A profile's clock is the wall's: here what others had of the processor between two samples is left out, all but the beginning. */
export function withoutPauses(profile: CpuProfile): CpuProfile {
  return { ...profile, timeDeltas: profile.timeDeltas.map((us) => Math.min(us, INTERVALS_MAX * INTERVAL_US)) }
}
