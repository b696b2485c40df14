import type { Hash, Hex } from '@hanse/primitives'
import type { Event, Header } from '@hanse/protocol'
import type { HeightReference } from './methods.ts'

/** What lists have in common: heights, both inclusive; a page goes on where `cursor`, the `nextCursor` of the one before, says. */
export interface ListParams {
  readonly from?: HeightReference
  readonly to?: HeightReference
  /** By height. Default: descending, newest first. */
  readonly order?: 'descending' | 'ascending'
  readonly cursor?: string
  readonly limit?: number
}

export interface ListPage<T> {
  readonly items: readonly T[]
  /** Null at the end. A page may be short, or empty, and have one. */
  readonly nextCursor: string | null
  /**
   * False: blocks of the range above `indexedTo` are missing here, because the node's index is behind, or below `indexedFrom`, because it does
   * not keep them.
   */
  readonly complete: boolean
  readonly indexedFrom: number
  readonly indexedTo: number
  /** The head. */
  readonly height: number
}

export interface ListedBlock {
  readonly hash: Hash
  readonly height: number
  readonly timeMs: number
  readonly header: Header
  readonly transactionCount: number
  /** Of them, those that a module rejected. */
  readonly rejectedCount: number
  readonly eventCount: number
  readonly sizeBytes: number
}

export interface NamedCall {
  readonly module: string
  readonly command: string
}

export interface ListedTransaction {
  readonly hash: Hash
  readonly height: number
  readonly blockHash: Hash
  readonly timeMs: number
  /** In its block. */
  readonly index: number
  readonly sender: Hex
  readonly clientRef?: string
  readonly calls: readonly NamedCall[]
  readonly outcome: 'success' | 'rejected'
  readonly code?: string
  readonly callIndex?: number
  /** What a standard calls the refusal: a reason code of ISO 20022, a rule of EN 16931. */
  readonly reason?: string
}

/** What is given must all fit. */
export interface TransactionListParams extends ListParams {
  readonly sender?: Hex
  /** Sent with a key that this party has or had. */
  readonly party?: string
  readonly module?: string
  readonly command?: string
  readonly outcome?: 'success' | 'rejected'
  readonly code?: string
  readonly clientRef?: string
}

export interface ListedEvent {
  readonly event: Event
  /** Zeros where the block itself emitted it. */
  readonly txId: Hash
  readonly height: number
  readonly blockHash: Hash
  readonly timeMs: number
  /** Among the events of its block. */
  readonly index: number
}

/** Oldest first. */
export interface EventListParams {
  readonly module?: string
  readonly type?: string
  /** It has all of these. */
  readonly attributes?: Readonly<Record<string, string>>
  readonly from: HeightReference
  readonly to: HeightReference
  readonly cursor?: string
  readonly limit?: number
}

export interface WaitingTransaction {
  readonly hash: Hash
  readonly sender: Hex
  readonly expiresAtMs: number
  readonly sequence?: number
  readonly clientRef?: string
  readonly calls: readonly NamedCall[]
  readonly sizeBytes: number
  readonly admittedAtMs: number
}
