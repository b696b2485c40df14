import type { BlockIndex, EventFilter, ListRange, TransactionFilter } from '@hanse/ports'
import type { IndexFileOptions } from './database.ts'

/** What the thread is asked. Answers come in the same order. */
export type IndexRequest =
  | { readonly type: 'append'; readonly records: readonly Uint8Array[] }
  | { readonly type: 'blocks'; readonly range: ListRange }
  | { readonly type: 'transactions'; readonly range: ListRange; readonly filter: TransactionFilter }
  | { readonly type: 'events'; readonly range: ListRange; readonly filter: EventFilter }
  | { readonly type: 'close' }

/** The first one answers the opening. `head` is that after the request. */
export type IndexReply =
  | { readonly type: 'done'; readonly value: unknown; readonly head: BlockIndex['head'] }
  | { readonly type: 'failed'; readonly code: string; readonly message: string; readonly head: BlockIndex['head'] }

export type IndexWorkerData = IndexFileOptions
