import type { Counts } from './counts.ts'
import type { WorkloadName } from './workloads.ts'

/** What a client's process is told. It answers each order with one `done`, or with `failed`. */
export type Order =
  /** Opens the connection and does what the load needs beforehand. */
  | { readonly type: 'begin'; readonly post: Post }
  /** Signs so many transactions, for the next `send`. */
  | { readonly type: 'sign'; readonly transactions: number }
  | { readonly type: 'send'; readonly pace: Pace; readonly startMs: number; readonly endMs: number }
  /** Sends no more: the order `send` ends when what was sent is answered. */
  | { readonly type: 'stop' }

/** Where a client stands among the others. */
export interface Post {
  readonly genesisPath: string
  readonly workload: WorkloadName
  /** RPC ports of all nodes, its own first. */
  readonly ports: readonly number[]
  readonly client: number
  readonly clients: number
  /** Of the chain's head when clients were hired. */
  readonly height: number
}

/** Of one client. */
export type Pace =
  /** Open loop: each transaction has its time, whatever the answers do. */
  | { readonly type: 'rate'; readonly perSecond: number }
  /** Closed loop: so many without an answer, never more and never fewer. */
  | { readonly type: 'window'; readonly size: number }

export type Word =
  | { readonly type: 'progress'; readonly signed: number; readonly sent: number; readonly committed: number }
  | { readonly type: 'done'; readonly sendings?: Sendings }
  | { readonly type: 'failed'; readonly message: string }

/** What became of one `send`. */
export interface Sendings {
  readonly sent: number
  /** One entry a committed transaction: when it was sent and when its receipt was there, in ms since the start. */
  readonly sentMs: Float64Array
  readonly finalMs: Float64Array
  /** Final with a receipt that says no, by code. */
  readonly rejected: Counts
  /** Refused for good, or never answered. */
  readonly failures: Counts
  /** Refused for now: sent again a little later, and counted among the others when it was answered. */
  readonly heldOff: Counts
  /** Bytes of the transactions that were committed. */
  readonly transactionBytes: number
  /** Of the transactions that were sent, those that had to be signed while others were being sent. */
  readonly signedLate: number
  readonly reconnections: number
  readonly bytesSent: number
  readonly bytesReceived: number
}

/** From the sending to the receipt, one entry a committed transaction, in ms. */
export function latenciesOf({ sentMs, finalMs }: Pick<Sendings, 'sentMs' | 'finalMs'>): Float64Array {
  return finalMs.map((ms, index) => ms - (sentMs[index] as number))
}

/** The clock that all processes of a machine share, in ms since 1970. */
export function sharedNowMs(): number {
  return performance.timeOrigin + performance.now()
}
