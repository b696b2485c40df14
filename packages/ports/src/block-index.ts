import type { Address, Hash } from '@hanse/primitives'
import type { Event, Header } from '@hanse/protocol'

/** A place between two entries of a list: before the one with `index` in the block at `height`. The same in every node's index. */
export interface ListPosition {
  readonly height: number
  readonly index: number
}

export interface ListRange {
  /** Heights, both inclusive. */
  readonly from: number
  readonly to: number
  readonly order: 'ascending' | 'descending'
  /** Where to go on: upwards from here, or downwards. */
  readonly start?: ListPosition
  /** Entries. */
  readonly limit: number
}

export interface ListPage<T> {
  readonly items: readonly T[]
  /** Where the next page starts. A page may be short, or empty, and have one. Absent at the end of the range. */
  readonly next?: ListPosition
  /** The first height that is in the index: above 0 where the node had no older blocks when it was made. */
  readonly indexedFrom: number
  /** The last height that was in the index when this was read. */
  readonly indexedTo: number
}

/** What a transaction must be; what is absent does not matter. */
export interface TransactionFilter {
  /** One of these. Empty: nobody. */
  readonly senders?: readonly Address[]
  /** One of its calls is one of these; without `command`, any of the module. */
  readonly calls?: readonly { readonly module: string; readonly command?: string }[]
  readonly outcome?: 'success' | 'rejected'
  readonly code?: string
  readonly clientRef?: string
}

/** What an event must be. */
export interface EventFilter {
  readonly module?: string
  readonly type?: string
  /** It has all of these. */
  readonly attributes?: Readonly<Record<string, string>>
}

export interface ListedBlock {
  readonly hash: Hash
  readonly header: Header
  readonly transactionCount: number
  /** Of them, those that a module rejected. */
  readonly rejectedCount: number
  readonly eventCount: number
  /** Of its transactions. */
  readonly sizeBytes: number
}

export interface ListedTransaction {
  readonly hash: Hash
  readonly height: number
  readonly blockHash: Hash
  readonly timeMs: number
  /** In its block. */
  readonly index: number
  readonly sender: Address
  readonly clientRef?: string
  readonly calls: readonly { readonly module: string; readonly command: string }[]
  readonly outcome: 'success' | 'rejected'
  readonly code?: string
  readonly callIndex?: number
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

/**
 * Lists over final blocks: a derivation of what the store holds, that may be deleted at any time and made again. It holds the blocks from
 * genesis up to `head`, without a gap. Calls are answered in their order. Every failure is an `IndexFailure` and says nothing of the chain.
 */
export interface BlockIndex {
  /** Undefined when it is empty. */
  readonly head: { readonly height: number; readonly hash: Hash } | undefined
  /**
   * The next blocks, as `storedBlockCodec` writes them; all or none. Those that do not continue the chain are refused: `index/other-chain`.
   * @throws IndexFailure
   */
  append(records: readonly Uint8Array[]): Promise<void>
  /** @throws IndexFailure */
  blocks(range: ListRange): Promise<ListPage<ListedBlock>>
  /** @throws IndexFailure */
  transactions(range: ListRange, filter: TransactionFilter): Promise<ListPage<ListedTransaction>>
  /** @throws IndexFailure */
  events(range: ListRange, filter: EventFilter): Promise<ListPage<ListedEvent>>
  /** Idempotent. What waits is answered before. */
  close(): Promise<void>
}

/** Why the index cannot be used as it is. The node goes on without it. */
export class IndexFailure extends Error {
  override readonly name = 'IndexFailure'
  /**
   * `index/damaged`, `index/other-chain`, `index/format`: delete it and make it anew. `index/io`, `index/unsupported`, `index/closed`:
   * that would not help. `index/busy`: too many wait.
   */
  readonly code: string

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
