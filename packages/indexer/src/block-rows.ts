import { IndexFailure } from '@hanse/ports'
import { bytesToHex, type Hash, type Result, ZERO_HASH } from '@hanse/primitives'
import { type EventOutline, type Header, headerCodec, headerHash, outlineBlock, outlineTransaction, type Span } from '@hanse/protocol'

/** What a list says of a transaction, beside its block: where it stands in the block's record. */
export interface TransactionRow {
  readonly hash: Span
  readonly sender: Span
  readonly calls: readonly { readonly module: Span; readonly command: Span }[]
  readonly outcome: Span
  readonly code: Span | undefined
  readonly callIndex: number | undefined
  readonly clientRef: Span | undefined
}

/** A block as the index keeps it. Spans are of `record`. */
export interface BlockRows {
  readonly record: Uint8Array
  readonly header: Header
  readonly headerBytes: Uint8Array
  readonly hash: Hash
  readonly sizeBytes: number
  /** In block order. */
  readonly transactions: readonly TransactionRow[]
  /** In the order in which they were emitted. `transactionIndex` is the number of transactions where the block itself emitted it. */
  readonly events: readonly { readonly transactionIndex: number; readonly event: EventOutline }[]
}

/** From a stored record. One that does not decode is none of this format. @throws IndexFailure `index/other-chain` */
export function blockRowsOf(record: Uint8Array): BlockRows {
  const outline = decoded(outlineBlock(record))
  const transactions: TransactionRow[] = []
  const events: { transactionIndex: number; event: EventOutline }[] = []
  let sizeBytes = 0
  let at = 0
  for (const [transactionIndex, { txId, outcome, code, callIndex, events: emitted }] of outline.receipts.entries()) {
    // Receipts are in the order of the ids, and some ids have none.
    while (at < outline.ids.length && !isEqual(record, outline.ids[at] as Span, txId)) at += 1
    const raw = outline.transactions[at]
    if (raw !== undefined) {
      const { sender, clientRef, calls } = decoded(outlineTransaction(record, raw))
      transactions.push({ hash: txId, sender, calls, outcome, code, callIndex, clientRef })
      sizeBytes += raw.to - raw.from
    } else if (bytesToHex(record.subarray(txId.from, txId.to)) !== ZERO_HASH) {
      throw new IndexFailure('index/other-chain', 'a block has a receipt of a transaction that it does not have')
    }
    for (const event of emitted) events.push({ transactionIndex, event })
  }
  const headerBytes = record.subarray(outline.header.from, outline.header.to)
  const header = decoded(headerCodec.decode(headerBytes))
  return { record, header, headerBytes, hash: headerHash(header), sizeBytes, transactions, events }
}

function decoded<T>(result: Result<T>): T {
  if (!result.ok) throw new IndexFailure('index/other-chain', `a block does not decode: ${result.error.message}`)
  return result.value
}

function isEqual(bytes: Uint8Array, left: Span, right: Span): boolean {
  const length = left.to - left.from
  if (right.to - right.from !== length) return false
  for (let index = 0; index < length; index++) if (bytes[left.from + index] !== bytes[right.from + index]) return false
  return true
}
