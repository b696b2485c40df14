import { IndexFailure } from '@hanse/ports'
import type { Address, Hash } from '@hanse/primitives'
import {
  decodeTransaction,
  type Event,
  type Header,
  headerCodec,
  headerHash,
  type Receipt,
  storedBlockCodec,
  type Transaction,
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
  const stored = storedBlockCodec.decode(record)
  if (!stored.ok) throw new IndexFailure('index/other-chain', `a block does not decode: ${stored.error.message}`)
  const { header, certified, receipts } = stored.value
  const byId = new Map<Hash, Transaction>()
  for (const raw of certified?.transactions ?? []) {
    const transaction = decodeTransaction(raw)
    if (!transaction.ok) throw new IndexFailure('index/other-chain', `a transaction does not decode: ${transaction.error.message}`)
    byId.set(transaction.value.id, transaction.value)
  }
  const transactions: TransactionFacts[] = []
  const events: { transactionIndex: number; event: Event }[] = []
  let sizeBytes = 0
  for (const [transactionIndex, receipt] of receipts.entries()) {
    const transaction = byId.get(receipt.txId)
    if (transaction !== undefined) {
      transactions.push(factsOf(transaction, receipt))
      sizeBytes += transaction.bytes.length
    }
    for (const event of receipt.events) events.push({ transactionIndex, event })
  }
  return { header, headerBytes: headerCodec.encode(header), hash: headerHash(header), sizeBytes, transactions, events }
}

function factsOf({ id, body }: Transaction, { outcome, code, callIndex }: Receipt): TransactionFacts {
  const { sender, clientRef } = body
  return {
    hash: id,
    sender,
    calls: body.calls.map(({ module, command }) => ({ module, command })),
    outcome,
    ...(code === undefined ? {} : { code }),
    ...(callIndex === undefined ? {} : { callIndex }),
    ...(clientRef === undefined ? {} : { clientRef }),
  }
}
