import type { Hash, Hex } from '@hanse/primitives'
import type { CommitCertificate, Event, Header } from '@hanse/protocol'
import type { FinalReceipt, ReadableBody } from './methods.ts'

export interface BlockData {
  readonly hash: Hash
  readonly height: number
  readonly timeMs: number
  readonly header: Header
  readonly certificate?: CommitCertificate
  readonly transactionIds: readonly Hash[]
  readonly sizeBytes: number
}

export interface TransactionData {
  readonly hash: Hash
  readonly body: ReadableBody
  readonly receipt: FinalReceipt
}

export interface EventData {
  readonly event: Event
  readonly txId: Hash
  readonly height: number
  readonly blockHash: Hash
  readonly timeMs: number
}

/**
 * Entries of this node's memory that are not there any more: first of all after a cursor of another run of the node's process
 * (`restarted`), or where younger ones took their place (`overwritten`). `lost` is null when nobody knows how many.
 */
export interface GapData {
  readonly type: 'gap'
  readonly atMs: number
  readonly reason: 'restarted' | 'overwritten'
  readonly lost: number | null
}

/** `atMs` is this node's clock, as in all data of `consensus` and `node`. */
export type ConsensusData =
  | GapData
  | { readonly type: 'view-left'; readonly atMs: number; readonly next: number; readonly nextPrimary: string; readonly reason: string }
  | { readonly type: 'view-entered'; readonly atMs: number; readonly view: number; readonly primary: string }
  | {
      readonly type: 'epoch-entered'
      readonly atMs: number
      readonly epoch: number
      readonly firstHeight: number
      /** This node’s. */
      readonly role: 'validator' | 'observer'
      /** Who decides from `firstHeight` on, by index. */
      readonly validators: readonly string[]
    }
  | {
      readonly type: 'phase'
      readonly atMs: number
      readonly height: number
      readonly phase: 'proposed' | 'prepared' | 'committed'
      /** Since the phase before. */
      readonly tookMs?: number
    }
  | {
      readonly type: 'final'
      readonly atMs: number
      readonly height: number
      readonly hash: Hash
      readonly timeMs: number
      readonly view: number
      readonly proposer: string
      /** Of the certificate. */
      readonly signers: readonly string[]
      readonly transactions: number
      /** Since the first phase; absent for a block that came by sync. */
      readonly tookMs?: number
    }
  | {
      readonly type: 'evidence'
      readonly atMs: number
      readonly sequence: number
      readonly height: number
      readonly culprit: string
      readonly kind: string
    }
  | { readonly type: 'other-header'; readonly atMs: number; readonly height: number; readonly own: Hash; readonly others: Hash }
  | { readonly type: 'punished'; readonly atMs: number; readonly validator: string; readonly reason: string }

type NodeState = 'starting' | 'syncing' | 'synced' | 'stalled'
type PoolLevel = 'normal' | 'high' | 'full'

export type NodeData =
  | GapData
  | {
      readonly type: 'started'
      readonly atMs: number
      readonly height: number
      readonly version: string
      readonly chainId: number
      readonly genesisHash: Hash
      readonly organization: string
      readonly role: 'validator' | 'observer'
      readonly peerId: string
    }
  | {
      readonly type: 'state'
      readonly atMs: number
      readonly state: NodeState
      readonly before: NodeState
      readonly height: number
      readonly lag: number
      readonly reasons: readonly string[]
    }
  | {
      readonly type: 'peer-connected'
      readonly atMs: number
      readonly peerId: string
      readonly organization?: string
      readonly version: string
      readonly head: number
    }
  | {
      readonly type: 'peer-disconnected'
      readonly atMs: number
      readonly peerId: string
      readonly organization?: string
      readonly reason: string
    }
  | {
      readonly type: 'pool'
      readonly atMs: number
      readonly level: PoolLevel
      readonly before: PoolLevel
      readonly size: number
      readonly sizeBytes: number
      readonly capacity: number
    }
  | { readonly type: 'log-level'; readonly atMs: number; readonly level: string; readonly before: string }
  | { readonly type: 'stopping'; readonly atMs: number; readonly height: number }

/** A height, or a cursor. */
type PlaceInChain = number | string

/**
 * What each topic tells, what it can be narrowed by (what is given must all fit), and where it can start. What `consensus` and `node` tell
 * stands in no block: no height, but a cursor alone.
 */
export interface Topics {
  readonly blocks: { readonly data: BlockData; readonly filter: Readonly<Record<string, never>>; readonly from: PlaceInChain }
  readonly transactions: {
    readonly data: TransactionData
    readonly filter: {
      readonly sender?: Hex
      readonly module?: string
      readonly command?: string
      readonly outcome?: 'success' | 'rejected'
    }
    readonly from: PlaceInChain
  }
  readonly events: {
    readonly data: EventData
    readonly filter: { readonly module?: string; readonly type?: string; readonly attributes?: Readonly<Record<string, string>> }
    readonly from: PlaceInChain
  }
  readonly consensus: {
    readonly data: ConsensusData
    readonly filter: { readonly types?: readonly Exclude<ConsensusData['type'], 'gap'>[] }
    readonly from: string
  }
  readonly node: {
    readonly data: NodeData
    readonly filter: { readonly types?: readonly Exclude<NodeData['type'], 'gap'>[] }
    readonly from: string
  }
}

export type Topic = keyof Topics

export interface SubscribeOptions<T extends Topic> {
  /**
   * The first height to be told, `earliest`, or the cursor of the last item that was dealt with. Default, and `latest`: the next block.
   * One far above the head is refused (`rpc/start-above-head`): it would be silent for ever where the chain was started anew.
   */
  readonly from?: Topics[T]['from']
  readonly filter?: Topics[T]['filter']
  /** Ends the iteration. */
  readonly signal?: AbortSignal
  /** Called whenever a connection stands, with the cursor that it goes on from. Must not throw. */
  readonly onOpen?: (cursor: string) => void
  /** Called once when the connection broke; it is opened again by itself until `onOpen` tells that it stands. Must not throw. */
  readonly onLost?: (error: unknown) => void
}

/** One thing that became final. Keep `cursor` with what you made of it: `from: cursor` goes on after it, without gap or repetition. */
export interface Notification<T extends Topic> {
  readonly cursor: string
  readonly data: Topics[T]['data']
}
