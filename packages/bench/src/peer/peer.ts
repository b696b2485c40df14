import type { OnProgress } from '../scenario.ts'
import { distributionOf } from '../statistics.ts'

export interface MeasureOptions {
  readonly seconds: number
  readonly warmup: number
  readonly runs: number
  /** As much as is committed, or so many transactions a second. */
  readonly rate: 'max' | number
}

/** One run of one system in one configuration. */
export interface PeerRun {
  readonly committedPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Of one core, the mean of the nodes. */
  readonly cpuPercentNode: number
  /** The same as time for each committed transaction. */
  readonly cpuMicrosNode: number
  readonly cpuPercentClient: number
  readonly blocks: number
  readonly transactionsPerBlock: number
  /** What was not committed, by reason; a pool that was full is none, the load is bounded by it. */
  readonly failures: Readonly<Record<string, number>>
}

/** Which system, how it was set and what it was asked: what one row of the table says before its figures. */
export interface RowHead {
  readonly system: string
  readonly configuration: string
  readonly application: string
  /** Every node verifies an Ed25519 signature of each transaction. */
  readonly isSigned: boolean
  readonly load: string
}

export type PeerRow = RowHead & ({ readonly runs: readonly PeerRun[] } | NotMeasured)

export interface NotMeasured {
  readonly notMeasured: string
  /** It should have been. */
  readonly isFault: boolean
}

/** A system that Hanse is compared with. Another one is an entry in `PEERS`. */
export interface Peer {
  readonly name: string
  readonly title: string
  /** Builds what is to be measured, or tells why that cannot be. */
  prepare(onProgress: OnProgress): Promise<PreparedPeer | MissingPeer>
}

export interface PreparedPeer {
  readonly kind: 'prepared'
  /** With its version. */
  readonly title: string
  measure(options: MeasureOptions, onProgress: OnProgress): Promise<readonly PeerRow[]>
  /** Its best configuration, setting by setting. */
  tune(options: MeasureOptions, onProgress: OnProgress): Promise<readonly PeerRow[]>
}

export interface MissingPeer {
  readonly kind: 'missing'
  readonly reason: string
  readonly hint: string
  /** Its tools are there, but something went wrong. */
  readonly isFault: boolean
}

const FIGURES = [
  'committedPerSecond',
  'p50Ms',
  'p99Ms',
  'cpuPercentNode',
  'cpuMicrosNode',
  'cpuPercentClient',
  'blocks',
  'transactionsPerBlock',
] as const satisfies readonly (keyof PeerRun)[]

/** The median of each figure by itself; failures are added up. `runs` is not empty. */
export function medianRun(runs: readonly PeerRun[]): PeerRun {
  const failures: Record<string, number> = {}
  for (const run of runs) for (const [reason, count] of Object.entries(run.failures)) failures[reason] = (failures[reason] ?? 0) + count
  const figures = FIGURES.map((name) => [name, distributionOf(runs.map((run) => run[name])).p50] as const)
  return { ...(Object.fromEntries(figures) as Record<(typeof FIGURES)[number], number>), failures }
}
