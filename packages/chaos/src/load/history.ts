import type { Hash } from '@hanse/primitives'

/** What a client asks for: money moved, made or taken off the chain. Amounts are minor units of one currency. */
export type Intent =
  | { readonly type: 'transfer'; readonly from: string; readonly to: string; readonly amount: bigint }
  | { readonly type: 'mint'; readonly to: string; readonly amount: bigint }
  | { readonly type: 'redeem'; readonly amount: bigint }

/** What the client knows of it. Nobody knows what became of `unknown`: it may have taken effect, and may still. */
export type Outcome =
  | { readonly type: 'final'; readonly height: number; readonly isSuccess: boolean; readonly code?: string }
  | { readonly type: 'refused'; readonly code: string }
  | { readonly type: 'unknown'; readonly code: string }

/** One operation of one client. Times are of one monotonic clock, in ms. */
export interface Operation {
  readonly intent: Intent
  /** The only node that the client asks, if it has only one. */
  readonly node?: number
  readonly sentMs: number
  /** Absent until it was signed. */
  hash?: Hash
  returnedMs?: number
  outcome?: Outcome
}

/** One node's word about an account, at a height. */
export interface Read {
  readonly node: number
  readonly account: string
  readonly sentMs: number
  readonly returnedMs: number
  readonly height: number
  readonly amount: bigint
}

/** All that clients did and saw. */
export interface History {
  readonly operations: readonly Operation[]
  readonly reads: readonly Read[]
}
