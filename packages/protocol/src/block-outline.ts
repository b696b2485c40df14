import { err, ok, type Result, reject } from '@hanse/primitives'
import { FieldWalk, type Span } from './schema/field-walk.ts'

/** Where things stand in a stored record, for who lists them and needs a tenth of them. */
export interface BlockOutline {
  readonly header: Span
  readonly ids: readonly Span[]
  /** Of `ids`, each at the place of its own. */
  readonly transactions: readonly Span[]
  readonly receipts: readonly ReceiptOutline[]
}

export interface ReceiptOutline {
  readonly txId: Span
  readonly outcome: Span
  readonly code: Span | undefined
  readonly callIndex: number | undefined
  readonly events: readonly EventOutline[]
}

export interface EventOutline {
  /** As `eventCodec` writes it. */
  readonly whole: Span
  readonly module: Span
  readonly type: Span
  readonly attributes: readonly { readonly key: Span; readonly value: Span }[]
}

export interface TransactionOutline {
  readonly sender: Span
  readonly clientRef: Span | undefined
  readonly calls: readonly { readonly module: Span; readonly command: Span }[]
}

/** What is absent on the wire: an empty text, no bytes. */
const NOTHING: Span = { from: 0, to: 0 }

/**
 * The outline of what `storedBlockCodec` wrote. Nothing is decoded, copied or checked beyond the lengths: the record's checksum answers for
 * the rest. A tenth of what decoding costs.
 */
export function outlineBlock(record: Uint8Array): Result<BlockOutline> {
  return outlined(() => {
    let header: Span | undefined
    let certified: Span | undefined
    const receipts: ReceiptOutline[] = []
    const walk = new FieldWalk(record, { from: 0, to: record.length })
    while (walk.next()) {
      if (walk.field === 1) header = walk.span()
      else if (walk.field === 2) certified = walk.span()
      else if (walk.field === 3) receipts.push(receiptOutline(record, walk.span()))
    }
    if (header === undefined) throw new RangeError('a block without a header')
    return { header, receipts, ...(certified === undefined ? { ids: [], transactions: [] } : certifiedOutline(record, certified)) }
  })
}

/** What a quorum certified, as `certifiedBlockCodec` wrote it within the record; undefined for genesis. */
export function certifiedBytes(record: Uint8Array): Result<Uint8Array | undefined> {
  return outlined(() => {
    const walk = new FieldWalk(record, { from: 0, to: record.length })
    while (walk.next()) if (walk.field === 2) return record.subarray(walk.from, walk.to)
    return undefined
  })
}

/** The outline of a transaction within the bytes of its block. */
export function outlineTransaction(record: Uint8Array, transaction: Span): Result<TransactionOutline> {
  return outlined(() => {
    let body = NOTHING
    const walk = new FieldWalk(record, transaction)
    while (walk.next()) if (walk.field === 2) body = walk.span()
    return bodyOutline(record, body)
  })
}

function outlined<T>(body: () => T): Result<T> {
  try {
    return ok(body())
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return err(reject('encoding/malformed', `these bytes are no stored block: ${error.message}`))
  }
}

function certifiedOutline(record: Uint8Array, certified: Span): Pick<BlockOutline, 'ids' | 'transactions'> {
  const ids: Span[] = []
  const transactions: Span[] = []
  const walk = new FieldWalk(record, certified)
  while (walk.next()) {
    if (walk.field === 2) transactions.push(walk.span())
    else if (walk.field === 1) {
      const body = new FieldWalk(record, walk)
      while (body.next()) if (body.field === 3) ids.push(body.span())
    }
  }
  return { ids, transactions }
}

function receiptOutline(record: Uint8Array, receipt: Span): ReceiptOutline {
  let [txId, outcome] = [NOTHING, NOTHING]
  let code: Span | undefined
  let callIndex: number | undefined
  const events: EventOutline[] = []
  const walk = new FieldWalk(record, receipt)
  while (walk.next()) {
    if (walk.field === 1) txId = walk.span()
    else if (walk.field === 3) outcome = walk.span()
    else if (walk.field === 4) code = walk.span()
    else if (walk.field === 5) callIndex = walk.value
    else if (walk.field === 6) events.push(eventOutline(record, walk.span()))
  }
  return { txId, outcome, code, callIndex, events }
}

function eventOutline(record: Uint8Array, whole: Span): EventOutline {
  let [module, type] = [NOTHING, NOTHING]
  const attributes: { key: Span; value: Span }[] = []
  const walk = new FieldWalk(record, whole)
  while (walk.next()) {
    if (walk.field === 1) module = walk.span()
    else if (walk.field === 2) type = walk.span()
    else if (walk.field === 3) {
      const [key, value] = pairOf(record, walk)
      attributes.push({ key, value })
    }
  }
  return { whole, module, type, attributes }
}

function bodyOutline(record: Uint8Array, body: Span): TransactionOutline {
  let sender = NOTHING
  let clientRef: Span | undefined
  const calls: { module: Span; command: Span }[] = []
  const walk = new FieldWalk(record, body)
  while (walk.next()) {
    if (walk.field === 3) sender = walk.span()
    else if (walk.field === 8) clientRef = walk.span()
    else if (walk.field === 9) {
      const [module, command] = pairOf(record, walk)
      calls.push({ module, command })
    }
  }
  return { sender, clientRef, calls }
}

/** The fields 1 and 2 of a message. */
function pairOf(record: Uint8Array, message: Span): readonly [Span, Span] {
  let [first, second] = [NOTHING, NOTHING]
  const walk = new FieldWalk(record, message)
  while (walk.next()) {
    if (walk.field === 1) first = walk.span()
    else if (walk.field === 2) second = walk.span()
  }
  return [first, second]
}
