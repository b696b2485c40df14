import type { UblDocument } from '@hanse/documents'
import { err, type Result } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import type { FinalReceipt, Signer } from '@hanse/sdk'
import { inTermsOf } from './element-of.ts'
import { type ImportClient, submitCall } from './submit-call.ts'

/** Issues one invoice and waits until it is final. What the chain refuses comes back with the element of the document it is about. */
export async function submitInvoice(
  client: ImportClient,
  signer: Signer,
  document: UblDocument,
  params: Json,
  timeoutMs: number,
): Promise<Result<FinalReceipt>> {
  const issued = await submitCall(client, [signer], { kind: 'ubl', module: 'invoices', command: 'issue', params }, timeoutMs)
  return issued.ok ? issued : err(inTermsOf(document, issued.error))
}
