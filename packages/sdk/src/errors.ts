import type { Hash, Hex, Rejection } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import type { FinalReceipt } from './methods.ts'

/**
 * What this package throws when it cannot do what it was asked to: `rejection` says why, by a stable code of the form `area/reason`,
 * with a hint and, where a field is to blame, its path. Codes of its own are `sdk/…`: docs/errors.md has them all.
 */
export class HanseError extends Error {
  override readonly name: string = 'HanseError'
  readonly rejection: Rejection

  constructor(rejection: Rejection, options?: ErrorOptions) {
    super(rejection.message, options)
    this.rejection = rejection
  }
}

/** Members of an error reply's `data`; a method may add more. */
export interface RpcErrorData {
  /** `area/reason`. */
  readonly code: string
  readonly hint?: string
  readonly docs?: string
  readonly path?: string
  /** What a standard calls the refusal: a reason code of ISO 20022, a rule of EN 16931. */
  readonly reason?: string
  readonly txHash?: string
  readonly receipt?: FinalReceipt
  readonly [member: string]: Json | FinalReceipt | undefined
}

/** The node answered with an error. `code` is JSON-RPC's number, the class; `data.code` says which one. */
export class HanseRpcError extends HanseError {
  override readonly name = 'HanseRpcError'
  readonly code: number
  readonly data: RpcErrorData
  readonly method: string

  constructor(method: string, code: number, message: string, data: RpcErrorData) {
    const { code: stable, hint, path, reason } = data
    const more = {
      ...(hint === undefined ? {} : { hint }),
      ...(path === undefined ? {} : { path }),
      ...(reason === undefined ? {} : { reason }),
    }
    super({ code: stable, message, ...more })
    this.method = method
    this.code = code
    this.data = data
  }

  /** The final receipt of a transaction that a module rejected. */
  get receipt(): FinalReceipt | undefined {
    return this.data.receipt
  }
}

/**
 * The transaction was not final in time. It may become so until it expires, or be so already where nobody answers: the same bytes can be
 * sent again without harm, a new transaction for the same thing cannot. `cause` is what was heard last.
 */
export class NotFinalInTime extends HanseError {
  override readonly name = 'NotFinalInTime'
  readonly txHash: Hash
  /** The bytes, where it was being sent: for `readSignedTransaction` and `sendAndWait`. */
  readonly raw?: Hex

  constructor(transaction: { readonly hash: Hash; readonly raw?: Hex }, waitedMs: number, options?: ErrorOptions) {
    super(
      {
        code: 'tx/wait-timed-out',
        message: `${transaction.hash} is not final after ${waitedMs} ms`,
        hint: 'It may still become final: wait for its receipt, or send the same bytes again.',
      },
      options,
    )
    this.txHash = transaction.hash
    if (transaction.raw !== undefined) this.raw = transaction.raw
  }
}

/** Classes of JSON-RPC errors that this package tells apart. */
export const RPC_CODE = {
  badParams: -32602,
  internalError: -32603,
  unavailable: -32002,
  rejectedByModule: -32003,
  limitExceeded: -32005,
  waitTimedOut: 4,
  poolFull: 1000,
  senderQuota: 1001,
  expired: 1002,
} as const

const PASSING: ReadonlySet<number> = new Set([RPC_CODE.unavailable, RPC_CODE.limitExceeded, RPC_CODE.poolFull, RPC_CODE.senderQuota])

const PASSING_UNASKED: ReadonlySet<string> = new Set(['sdk/unreachable', 'sdk/no-answer', 'sdk/call-timed-out'])

/** True when the same call may succeed a moment later: nobody answered, or the node was not ready for it. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HanseRpcError) return PASSING.has(error.code)
  return error instanceof HanseError && PASSING_UNASKED.has(error.rejection.code)
}
