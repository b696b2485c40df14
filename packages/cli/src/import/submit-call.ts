import { createHash } from 'node:crypto'
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

/** Codes of the pool, for what is wrong with one transaction. */
const POOL_CODES = { min: 1000, max: 1099 } as const
/** Hexadecimal digits of a reference. */
const REFERENCE_DIGITS = 40

export type ImportClient = Pick<HanseClient, 'call' | 'chain' | 'params' | 'sendAndWait'>

export interface ImportedCall {
  readonly module: string
  readonly command: string
  readonly params: Json
  /** Begins its reference. */
  readonly kind: string
}

/**
 * The transaction of one document, sent until it is final. The same document has the same reference: a run that was interrupted can be
 * repeated, and what is final is told again, not done again. What refuses this very transaction is given; what keeps the chain from
 * answering is thrown.
 */
export async function submitCall(
  client: ImportClient,
  [sender, ...coSigners]: readonly [Signer, ...Signer[]],
  { kind, ...call }: ImportedCall,
  timeoutMs: number,
): Promise<Result<FinalReceipt>> {
  const digest = createHash('sha256').update(JSON.stringify(call.params)).digest('hex')
  const clientRef = `${kind}-${digest.slice(0, REFERENCE_DIGITS)}`
  const [chain, params] = await Promise.all([client.chain(), client.params()])
  const others = coSigners.map((signer) => addressOf(signer))
  const unsigned = buildTransaction({ chain, params, sender: addressOf(sender), coSigners: others, calls: [call], clientRef })
  const transaction = await signTransaction(unsigned, [sender, ...coSigners])
  try {
    return ok(await sendAndExplain(client, transaction, timeoutMs))
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    return err(refusal)
  }
}

/** A refusal of this very transaction; undefined when the node, and not the document, is to blame. */
function refusalOf(error: unknown): Rejection | undefined {
  if (!(error instanceof HanseRpcError)) return undefined
  const isOfThePool = error.code >= POOL_CODES.min && error.code <= POOL_CODES.max
  return error.code === RPC_CODE.rejectedByModule || isOfThePool ? error.rejection : undefined
}
