import type { UblDocument } from '@hanse/documents'
import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { type FinalReceipt, type HanseClient, HanseRpcError, RPC_CODE, type Signer } from '@hanse/sdk'
import { inTermsOf } from './element-of.ts'

/** What an importer needs of a client. */
export type InvoiceClient = Pick<HanseClient, 'transact' | 'callRaw'>

/**
 * Issues one invoice and waits until it is final. What the chain refuses comes back with the element of the document it is about; what
 * keeps the chain from answering is thrown.
 */
export async function submitInvoice(
  client: InvoiceClient,
  signer: Signer,
  document: UblDocument,
  params: Json,
  timeoutMs: number,
): Promise<Result<FinalReceipt>> {
  const calls = [{ module: 'invoices', command: 'issue', params }]
  try {
    return ok(await client.transact({ signers: [signer], calls, timeoutMs }))
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    return err(inTermsOf(document, refusal))
  }
}

/** A refusal of this very transaction; undefined when the node, and not the document, is to blame. */
function refusalOf(error: unknown): Rejection | undefined {
  if (!(error instanceof HanseRpcError)) return undefined
  const isOfThePool = error.code >= 1000 && error.code <= 1099
  return error.code === RPC_CODE.rejectedByModule || isOfThePool ? error.rejection : undefined
}
