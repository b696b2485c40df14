import { bytesToHex, type Rejection } from '@hanse/primitives'
import { type FinalReceipt, type HanseClient, HanseError, HanseRpcError, RPC_CODE, type SignedTransaction } from '@hanse/sdk'

type SendingClient = Pick<HanseClient, 'call' | 'sendAndWait'>

/**
 * Sends and waits. A receipt carries the code of a refusal and no words; the same transaction simulated at the head usually says with
 * which values it did not fit, and then the error does too.
 */
export async function sendAndExplain(client: SendingClient, transaction: SignedTransaction, timeoutMs: number): Promise<FinalReceipt> {
  try {
    return await client.sendAndWait(transaction, { timeoutMs })
  } catch (error) {
    throw error instanceof HanseRpcError && error.code === RPC_CODE.rejectedByModule ? await inWords(client, transaction, error) : error
  }
}

async function inWords(client: SendingClient, { bodyBytes }: SignedTransaction, refused: HanseRpcError): Promise<HanseRpcError> {
  const rejection = await simulatedRejection(client, bodyBytes)
  if (rejection?.code !== refused.data.code) return refused
  const { message, hint, path = refused.data.path } = rejection
  const told = { ...(hint === undefined ? {} : { hint }), ...(path === undefined ? {} : { path }) }
  const height = refused.receipt?.height
  return new HanseRpcError(refused.method, refused.code, `rejected at height ${height}: ${message}`, { ...refused.data, ...told })
}

/** Its path leads from the call's index on. Undefined when the node cannot say: the refusal stands without words. */
async function simulatedRejection(client: SendingClient, bodyBytes: Uint8Array): Promise<Rejection | undefined> {
  try {
    const { rejection, callIndex } = await client.call('tx_simulate', { body: bytesToHex(bodyBytes) })
    if (rejection?.path === undefined) return rejection
    return { ...rejection, path: `calls.${callIndex ?? 0}.params.${rejection.path}` }
  } catch (error) {
    if (error instanceof HanseError) return undefined
    throw error
  }
}
