import type { DatabaseSync } from 'node:sqlite'
import { IndexFailure } from '@hanse/ports'
import { assert } from '@hanse/primitives'
import type { Span } from '@hanse/protocol'
import { type BlockRows, blockRowsOf } from './block-rows.ts'
import { inTransaction, type Tip } from './database.ts'
import { APPEND_BYTES_MAX } from './limits.ts'
import { PostingWriter } from './postings.ts'
import { RowInserter } from './row-inserter.ts'
import type { Terms } from './terms.ts'

const REJECTED = 'rejected'

/** Puts blocks into the tables. */
export class IndexWriter {
  readonly #database: DatabaseSync
  readonly #terms: Terms
  readonly #blocks: RowInserter
  readonly #transactions: RowInserter
  readonly #events: RowInserter
  readonly #transactionLists: PostingWriter
  readonly #eventLists: PostingWriter

  constructor(database: DatabaseSync, terms: Terms) {
    this.#database = database
    this.#terms = terms
    this.#blocks = new RowInserter(database, 'blocks', 10)
    this.#transactions = new RowInserter(database, 'transactions', 9)
    this.#events = new RowInserter(database, 'events', 4)
    this.#transactionLists = new PostingWriter(new RowInserter(database, 'transaction_terms', 3))
    this.#eventLists = new PostingWriter(new RowInserter(database, 'event_terms', 3))
  }

  /** In one transaction. Gives the new tip. */
  append(tip: Tip, records: readonly Uint8Array[]): Tip {
    const sizeBytes = records.reduce((sum, { length }) => sum + length, 0)
    assert(records.length === 1 || sizeBytes <= APPEND_BYTES_MAX, `one append takes at most ${APPEND_BYTES_MAX} bytes, not ${sizeBytes}`)
    let next = tip
    const tables = [this.#blocks, this.#transactions, this.#events, this.#transactionLists, this.#eventLists]
    for (const table of tables) table.begin()
    inTransaction(this.#database, () => {
      for (const record of records) next = this.#add(next, blockRowsOf(record))
      for (const table of tables) table.flush()
    })
    return next
  }

  #add(tip: Tip, rows: BlockRows): Tip {
    const { header, hash, transactions, events } = rows
    const { height } = header
    // The first block of an empty index is the first that the node has.
    if (tip.hash !== undefined && (height !== tip.height + 1 || header.parent !== tip.hash)) {
      throw new IndexFailure('index/other-chain', `block ${height} does not continue the index at ${tip.height}`)
    }
    const rejected = this.#addTransactions(tip.transactions, rows)
    this.#addEvents(tip.events, rows)
    this.#blocks.add(
      ...[height, Buffer.from(hash.slice(2), 'hex'), rows.headerBytes, header.timeMs, rows.sizeBytes],
      ...[tip.transactions, transactions.length, rejected, tip.events, events.length],
    )
    return { height, hash, transactions: tip.transactions + transactions.length, events: tip.events + events.length }
  }

  /** Gives how many of them were rejected. */
  #addTransactions(first: number, { record, header, transactions }: BlockRows): number {
    const text = textsOf(record)
    let rejected = 0
    for (const [index, row] of transactions.entries()) {
      const number = first + index
      const outcome = text(row.outcome)
      if (outcome === REJECTED) rejected += 1
      this.#transactions.add(
        number,
        header.height,
        bytesOf(record, row.hash),
        bytesOf(record, row.sender),
        row.calls.map(({ module, command }) => `${text(module)}.${text(command)}`).join(' '),
        outcome,
        row.code === undefined ? null : text(row.code),
        row.callIndex ?? null,
        row.clientRef === undefined ? null : text(row.clientRef),
      )
      this.#terms.ofTransaction(record, row, (term) => this.#transactionLists.add(term, number))
    }
    return rejected
  }

  #addEvents(first: number, { record, header, events }: BlockRows): void {
    for (const [index, { transactionIndex, event }] of events.entries()) {
      const number = first + index
      this.#events.add(number, header.height, transactionIndex, bytesOf(record, event.whole))
      this.#terms.ofEvent(record, event, (term) => this.#eventLists.add(term, number))
    }
  }
}

function bytesOf(record: Uint8Array, { from, to }: Span): Uint8Array {
  return record.subarray(from, to)
}

/** Reads texts of a record. */
function textsOf(record: Uint8Array): (span: Span) => string {
  const buffer = Buffer.from(record.buffer, record.byteOffset, record.length)
  return ({ from, to }) => buffer.toString('utf8', from, to)
}
