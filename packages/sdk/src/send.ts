import type { Hash, Hex } from '@hanse/primitives'
import { backOffMs, sleep } from './back-off.ts'
import { HanseError, HanseRpcError, isPassing, NotFinalInTime, RPC_CODE } from './errors.ts'
import type { CallOptions } from './http.ts'
import { EXPIRY_GRACE_MS, RECEIPT_TIMEOUT_MS_DEFAULT, SERVER_WAIT_MS_MAX, WAIT_MARGIN_MS } from './limits.ts'
import type { FinalReceipt, RpcMethods } from './methods.ts'
import { rejectedByModule } from './rejected.ts'
import type { WordsOf } from './rejection-words.ts'
import type { SignedTransaction } from './transaction.ts'

export interface WaitOptions {
  /** How long to try, in ms. Default 60,000. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

type WaitMethod = 'tx_sendAndWait' | 'tx_waitForReceipt'
type OnPassedOver = (error: unknown) => void
/** One call, of one node after the other; `onPassedOver` hears of each that was passed over. */
export type CallForReceipt = <M extends WaitMethod>(
  method: M,
  params: RpcMethods[M]['params'],
  options: CallOptions,
  onPassedOver: OnPassedOver,
) => Promise<FinalReceipt>

/** Who is asked for receipts, and for the words of those that say no. */
export interface ReceiptSource {
  readonly call: CallForReceipt
  readonly wordsOf: WordsOf
}

/** Nobody said what became of the transaction: it may wait in a pool, and may be final. */
function leavesOpen(error: unknown): boolean {
  if (error instanceof HanseRpcError) return error.code === RPC_CODE.waitTimedOut || error.code === RPC_CODE.internalError
  return error instanceof HanseError && isPassing(error)
}

/** What no later block can change: a receipt, and the expiry of what the node has in no block. */
function isLastWord(error: unknown): boolean {
  return error instanceof HanseRpcError && (error.code === RPC_CODE.rejectedByModule || error.code === RPC_CODE.expired)
}

interface Asked {
  readonly wordsOf: WordsOf
  readonly hash: Hash
  readonly raw?: Hex
}

/**
 * Asks with the same bytes, or the same hash, until there is a receipt or something is decided: whatever was lost on the way, the chain
 * executes a transaction once. A refusal after an attempt that nobody answered does not tell that attempt's outcome.
 */
async function insist(
  ask: (waitMs: number, onPassedOver: OnPassedOver) => Promise<FinalReceipt>,
  asked: Asked,
  deadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<FinalReceipt> {
  const startedMs = Date.now()
  let isOpen = false
  const note = (error: unknown): void => {
    isOpen ||= asked.raw !== undefined && leavesOpen(error)
  }
  let cause: unknown
  for (let attempt = 0; ; attempt++) {
    signal?.throwIfAborted()
    const leftMs = deadlineMs - Date.now()
    if (leftMs <= 0 && attempt > 0) throw new NotFinalInTime(asked, Date.now() - startedMs, { cause })
    try {
      return await accepted(asked.wordsOf, await ask(Math.max(0, Math.min(leftMs, SERVER_WAIT_MS_MAX)), note))
    } catch (error) {
      if (!isPassing(error) && !leavesOpen(error)) {
        throw isOpen && !isLastWord(error) ? new NotFinalInTime(asked, Date.now() - startedMs, { cause: error }) : error
      }
      note(error)
      cause = error
    }
    await sleep(Math.min(backOffMs(attempt), Math.max(0, deadlineMs - Date.now())), signal)
  }
}

/** A receipt that says no is an error here, however the node gave it: nobody shall take it for a success. */
async function accepted(wordsOf: WordsOf, receipt: FinalReceipt): Promise<FinalReceipt> {
  if (receipt.outcome === 'success') return receipt
  throw rejectedByModule('tx_waitForReceipt', receipt, { ...(await wordsOf(receipt.code ?? '')) })
}

function callOptions(waitMs: number, signal: AbortSignal | undefined): CallOptions {
  return { timeoutMs: waitMs + WAIT_MARGIN_MS, ...(signal === undefined ? {} : { signal }) }
}

/** See `HanseClient.sendAndWait`. */
export async function sendAndWait(
  { call, wordsOf }: ReceiptSource,
  transaction: SignedTransaction,
  options: WaitOptions = {},
): Promise<FinalReceipt> {
  const { timeoutMs = RECEIPT_TIMEOUT_MS_DEFAULT, signal } = options
  const { hash, raw, body } = transaction
  const deadlineMs = Math.min(Date.now() + timeoutMs, body.expiresAtMs + EXPIRY_GRACE_MS)
  return await insist(
    (waitMs, note) => call('tx_sendAndWait', { raw, timeoutMs: waitMs }, callOptions(waitMs, signal), note),
    { wordsOf, hash, raw },
    deadlineMs,
    signal,
  )
}

/** See `HanseClient.waitForReceipt`. */
export async function waitForReceipt({ call, wordsOf }: ReceiptSource, hash: Hex, options: WaitOptions = {}): Promise<FinalReceipt> {
  const { timeoutMs = RECEIPT_TIMEOUT_MS_DEFAULT, signal } = options
  const deadlineMs = Date.now() + timeoutMs
  return await insist(
    (waitMs, note) => call('tx_waitForReceipt', { hash, timeoutMs: waitMs }, callOptions(waitMs, signal), note),
    { wordsOf, hash: hash as Hash },
    deadlineMs,
    signal,
  )
}
