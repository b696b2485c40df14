import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { IndexFailure } from '@hanse/ports'
import { assert, type Hex } from '@hanse/primitives'
import { type BlockRows, blockRowsOf } from './block-rows.ts'
import { inTransaction, type Tip } from './database.ts'
import { APPEND_BYTES_MAX } from './limits.ts'
import { PostingWriter } from './postings.ts'
import { termsOfEvent, termsOfTransaction } from './terms.ts'

interface Lists {
  readonly transactions: PostingWriter
  readonly events: PostingWriter
}

/** Puts blocks into the tables. */
export class IndexWriter {
  readonly #database: DatabaseSync
  readonly #block: StatementSync
  readonly #transaction: StatementSync
  readonly #event: StatementSync
  readonly #transactionTerm: StatementSync
  readonly #eventTerm: StatementSync

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#block = database.prepare('INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    this.#transaction = database.prepare('INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    this.#event = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)')
    this.#transactionTerm = database.prepare('INSERT INTO transaction_terms VALUES (?, ?, ?, ?)')
    this.#eventTerm = database.prepare('INSERT INTO event_terms VALUES (?, ?, ?, ?)')
  }

  /** In one transaction. Gives the new tip. */
  append(tip: Tip, records: readonly Uint8Array[]): Tip {
    const sizeBytes = records.reduce((sum, { length }) => sum + length, 0)
    assert(records.length === 1 || sizeBytes <= APPEND_BYTES_MAX, `one append takes at most ${APPEND_BYTES_MAX} bytes, not ${sizeBytes}`)
    let next = tip
    const lists = { transactions: new PostingWriter(this.#transactionTerm), events: new PostingWriter(this.#eventTerm) }
    inTransaction(this.#database, () => {
      for (const record of records) next = this.#add(next, blockRowsOf(record), lists)
      lists.transactions.flush()
      lists.events.flush()
    })
    return next
  }

  #add(tip: Tip, rows: BlockRows, lists: Lists): Tip {
    const { header, hash, transactions, events } = rows
    const { height } = header
    if (height !== tip.height + 1 || (tip.hash !== undefined && header.parent !== tip.hash)) {
      throw new IndexFailure('index/other-chain', `block ${height} does not continue the index at ${tip.height}`)
    }
    const rejected = transactions.filter(({ outcome }) => outcome === 'rejected').length
    this.#block.run(
      ...[height, blobOf(hash), rows.headerBytes, header.timeMs, rows.sizeBytes],
      ...[tip.transactions, transactions.length, rejected, tip.events, events.length],
    )
    this.#addTransactions(tip.transactions, rows, lists.transactions)
    this.#addEvents(tip.events, rows, lists.events)
    return { height, hash, transactions: tip.transactions + transactions.length, events: tip.events + events.length }
  }

  #addTransactions(first: number, { header, transactions }: BlockRows, lists: PostingWriter): void {
    for (const [index, transaction] of transactions.entries()) {
      const { hash, sender, calls, outcome, code, callIndex, clientRef } = transaction
      const number = first + index
      const names = calls.map(({ module, command }) => `${module}.${command}`).join(' ')
      this.#transaction.run(
        ...[number, header.height, blobOf(hash), blobOf(sender), names, outcome],
        ...[code ?? null, callIndex ?? null, clientRef ?? null],
      )
      lists.add(termsOfTransaction(transaction), number)
    }
  }

  #addEvents(first: number, { header, events }: BlockRows, lists: PostingWriter): void {
    for (const [index, { transactionIndex, event }] of events.entries()) {
      const { module, type, attributes } = event
      const number = first + index
      const pairs = JSON.stringify(attributes.flatMap(({ key, value }) => [key, value]))
      this.#event.run(number, header.height, transactionIndex, module, type, pairs)
      lists.add(termsOfEvent(event), number)
    }
  }
}

/** SQLite takes bytes; Node's own conversion is four times as fast as one in JavaScript. */
function blobOf(hex: Hex): Uint8Array {
  return Buffer.from(hex.slice(2), 'hex')
}
