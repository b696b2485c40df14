import { createHash } from 'node:crypto'
import type { UblDocument } from '@hanse/documents'
import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import {
  addressOf,
  buildTransaction,
  type FinalReceipt,
  type HanseClient,
  HanseRpcError,
  RPC_CODE,
  type Signer,
  signTransaction,
} from '@hanse/sdk'
import { sendAndExplain } from '../transactions/send-and-explain.ts'
import { inTermsOf } from './element-of.ts'

/** Codes of the pool, for what is wrong with one transaction. */
const POOL_CODES = { min: 1000, max: 1099 } as const

/** The same invoice has the same reference: a run that was interrupted can be repeated, and what is final is told again, not done again. */
function clientRefOf(params: Json): string {
  return `ubl-${createHash('sha256').update(JSON.stringify(params)).digest('hex').slice(0, 40)}`
}

/**
 * Issues one invoice and waits until it is final. What the chain refuses comes back with the element of the document it is about; what
 * keeps the chain from answering is thrown.
 */
export async function submitInvoice(
  client: Pick<HanseClient, 'call' | 'chain' | 'params' | 'sendAndWait'>,
  signer: Signer,
  document: UblDocument,
  params: Json,
  timeoutMs: number,
): Promise<Result<FinalReceipt>> {
  const calls = [{ module: 'invoices', command: 'issue', params }]
  const [chain, inForce] = await Promise.all([client.chain(), client.params()])
  const unsigned = buildTransaction({ chain, params: inForce, sender: addressOf(signer), calls, clientRef: clientRefOf(params) })
  const transaction = await signTransaction(unsigned, [signer])
  try {
    return ok(await sendAndExplain(client, transaction, timeoutMs))
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    return err(inTermsOf(document, refusal))
  }
}

/** A refusal of this very transaction; undefined when the node, and not the document, is to blame. */
function refusalOf(error: unknown): Rejection | undefined {
  if (!(error instanceof HanseRpcError)) return undefined
  const isOfThePool = error.code >= POOL_CODES.min && error.code <= POOL_CODES.max
  return error.code === RPC_CODE.rejectedByModule || isOfThePool ? error.rejection : undefined
}
