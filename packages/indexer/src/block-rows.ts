import { IndexFailure } from '@hanse/ports'
import type { Address, Hash, Result } from '@hanse/primitives'
import {
  type Event,
  type Header,
  headerCodec,
  headerHash,
  type Receipt,
  storedBlockCodec,
  transactionBodyCodec,
  transactionEnvelopeCodec,
} from '@hanse/protocol'

/** What a list says of a transaction, beside its block. */
export interface TransactionFacts {
  readonly hash: Hash
  readonly sender: Address
  readonly calls: readonly { readonly module: string; readonly command: string }[]
  readonly outcome: Receipt['outcome']
  readonly code?: string
  readonly callIndex?: number
  readonly clientRef?: string
}

/** A block as the index keeps it. */
export interface BlockRows {
  readonly header: Header
  readonly headerBytes: Uint8Array
  readonly hash: Hash
  readonly sizeBytes: number
  /** In block order. */
  readonly transactions: readonly TransactionFacts[]
  /** In the order in which they were emitted. `transactionIndex` is the number of transactions where the block itself emitted it. */
  readonly events: readonly { readonly transactionIndex: number; readonly event: Event }[]
}

/** From a stored record. One that does not decode is none of this format. @throws IndexFailure `index/other-chain` */
export function blockRowsOf(record: Uint8Array): BlockRows {
  const { header, certified, receipts } = decoded(storedBlockCodec.decode(record))
  const rawById = new Map<Hash, Uint8Array>()
  for (const [index, raw] of (certified?.transactions ?? []).entries()) rawById.set(certified?.body.ids[index] as Hash, raw)
  const transactions: TransactionFacts[] = []
  const events: { transactionIndex: number; event: Event }[] = []
  let sizeBytes = 0
  for (const [transactionIndex, receipt] of receipts.entries()) {
    const raw = rawById.get(receipt.txId)
    if (raw !== undefined) {
      transactions.push(factsOf(raw, receipt))
      sizeBytes += raw.length
    }
    for (const event of receipt.events) events.push({ transactionIndex, event })
  }
  return { header, headerBytes: headerCodec.encode(header), hash: headerHash(header), sizeBytes, transactions, events }
}

function decoded<T>(result: Result<T>): T {
  if (!result.ok) throw new IndexFailure('index/other-chain', `a block does not decode: ${result.error.message}`)
  return result.value
}

/** The block names its transactions by id: hashing each of them again would be a fifth of the work. */
function factsOf(raw: Uint8Array, { txId, outcome, code, callIndex }: Receipt): TransactionFacts {
  const { sender, clientRef, calls } = decoded(transactionBodyCodec.decode(decoded(transactionEnvelopeCodec.decode(raw)).body))
  return {
    hash: txId,
    sender,
    calls: calls.map(({ module, command }) => ({ module, command })),
    outcome,
    ...(code === undefined ? {} : { code }),
    ...(callIndex === undefined ? {} : { callIndex }),
    ...(clientRef === undefined ? {} : { clientRef }),
  }
}
