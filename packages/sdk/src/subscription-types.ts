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

/** What each topic tells, and what it can be narrowed by: what is given must all fit. */
export interface Topics {
  readonly blocks: { readonly data: BlockData; readonly filter: Readonly<Record<string, never>> }
  readonly transactions: {
    readonly data: TransactionData
    readonly filter: {
      readonly sender?: Hex
      readonly module?: string
      readonly command?: string
      readonly outcome?: 'success' | 'rejected'
    }
  }
  readonly events: {
    readonly data: EventData
    readonly filter: { readonly module?: string; readonly type?: string; readonly attributes?: Readonly<Record<string, string>> }
  }
}

export type Topic = keyof Topics

export interface SubscribeOptions<T extends Topic> {
  /**
   * The first height to be told, `earliest`, or the cursor of the last item that was dealt with. Default, and `latest`: the next block.
   * One far above the head is refused (`rpc/start-above-head`): it would be silent for ever where the chain was started anew.
   */
  readonly from?: number | string
  readonly filter?: Topics[T]['filter']
  /** Ends the iteration. */
  readonly signal?: AbortSignal
}

/** One thing that became final. Keep `cursor` with what you made of it: `from: cursor` goes on after it, without gap or repetition. */
export interface Notification<T extends Topic> {
  readonly cursor: string
  readonly data: Topics[T]['data']
}
