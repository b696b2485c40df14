import { err, type Hash, ok } from '@hanse/primitives'
import { decodeTransaction } from '@hanse/protocol'
import { type Failure, failure, REJECTED_BY_MODULE, refusedTransaction } from '../errors.ts'
import type { MethodContext, Outcome } from '../method.ts'
import { type FlatReceipt, finalReceiptField, flatReceipt } from '../results.ts'

/** Hands a transaction to the node. A node that is behind would judge it by an old state, and says so instead. */
export async function submitTransaction(
  { api, services }: MethodContext,
  raw: Uint8Array,
): Promise<Outcome<{ readonly hash: Hash; readonly known: boolean }>> {
  const behind = behindTheHead(services.status())
  if (behind !== undefined) return err(behind)
  const submitted = await api.submit(raw)
  if (!submitted.ok) {
    services.onRefused(submitted.error.code)
    const decoded = decodeTransaction(raw)
    return err(refusedTransaction(submitted.error, decoded.ok ? { txHash: decoded.value.id } : {}))
  }
  const { id, known } = submitted.value
  if (!known) services.onSubmitted(id)
  return ok({ hash: id, known })
}

/** Why the node cannot speak for the chain's head, if it cannot. */
export function behindTheHead({ state, lag }: { readonly state: string; readonly lag: number }): Failure | undefined {
  if (state !== 'starting' && state !== 'syncing') return undefined
  return failure('node/syncing', { message: state === 'starting' ? 'the node starts' : `the node is ${lag} blocks behind` })
}

/** What is waited for, and for how long. */
interface Wait {
  readonly id: Hash
  readonly timeoutMs: number
  /** What to make of a final receipt. */
  readonly judge: (context: MethodContext, receipt: FlatReceipt) => Outcome<FlatReceipt>
}

/** The receipt, as soon as it is final; else why there is none. Very many wait at once: each holds only what it needs afterwards. */
export function awaitReceipt(context: MethodContext, wait: Wait): Promise<Outcome<FlatReceipt>> {
  const { api, caller } = context
  const startedMs = performance.now()
  return api
    .waitForReceipt(wait.id, wait.timeoutMs, caller.signal())
    .then((final) =>
      final === undefined ? withoutReceipt(context, wait, startedMs) : wait.judge(context, flatReceipt(final, api.modules)),
    )
}

async function withoutReceipt({ api, caller }: MethodContext, { id, timeoutMs }: Wait, startedMs: number): Promise<Outcome<FlatReceipt>> {
  const data = { txHash: id }
  if (caller.signal().aborted) return err(failure('rpc/stopping', { data }))
  const { status } = await api.transaction(id)
  if (status === 'expired') return err(failure('pool/expired', { message: 'the transaction expired before it was final', data }))
  // A node that cannot take one more waiter answers at once.
  const waitedMs = performance.now() - startedMs
  if (waitedMs < timeoutMs / 2) return err(failure('node/busy', { data }))
  return err(failure('tx/wait-timed-out', { message: `not final after ${timeoutMs} ms`, data: { ...data, status } }))
}

/** For one who asks what became of it. */
export function anyReceipt(_context: MethodContext, receipt: FlatReceipt): Outcome<FlatReceipt> {
  return ok(receipt)
}

/** For one who sent it and counts on its success. */
export function successOnly(context: MethodContext, receipt: FlatReceipt): Outcome<FlatReceipt> {
  return receipt.outcome === 'rejected' ? err(rejectedByModule(context, receipt)) : ok(receipt)
}

/** A final receipt that says no, as the error it is for one who sent and waited. */
function rejectedByModule({ api }: MethodContext, receipt: FlatReceipt): Failure {
  const { code = 'tx/rejected', callIndex, reason, txId, height } = receipt
  const row = api.rejectionRow(code)
  return {
    number: REJECTED_BY_MODULE,
    rejection: {
      code,
      message: `the transaction is final at height ${height} and was rejected: ${row?.meaning ?? code}`,
      hint: row?.hint ?? 'tx_simulate says why in words; the docs say what to do about the code.',
      ...(callIndex === undefined ? {} : { path: `calls.${callIndex}` }),
      ...(reason === undefined ? {} : { reason }),
    },
    data: { txHash: txId, height, ...(row === undefined ? {} : { meaning: row.meaning }), receipt: finalReceiptField.toJson(receipt) },
  }
}
