import type { DatabaseSync } from 'node:sqlite'
import { type BlockIndex, type EventFilter, IndexFailure, type ListRange, type TransactionFilter } from '@hanse/ports'
import { type IndexFileOptions, openDatabase, readTermKey, readTip, type Tip } from './database.ts'
import { toIndexFailure } from './failure.ts'
import { IndexReader } from './reader.ts'
import { Terms } from './terms.ts'
import { IndexWriter } from './writer.ts'

/** The index in this thread: every call blocks until SQLite is done. For tools that have nothing else to do; a node has a worker do it. */
export class LocalIndex {
  readonly #database: DatabaseSync
  readonly #writer: IndexWriter
  readonly #reader: IndexReader
  #tip: Tip

  /** @throws IndexFailure */
  constructor(options: IndexFileOptions) {
    this.#database = guarded('open the index', () => openDatabase(options))
    try {
      this.#tip = guarded('read the index', () => readTip(this.#database))
      const terms = guarded('read the index', () => new Terms(readTermKey(this.#database)))
      this.#writer = guarded('open the index', () => new IndexWriter(this.#database, terms))
      this.#reader = guarded('open the index', () => new IndexReader(this.#database, terms))
    } catch (error) {
      this.#database.close()
      throw error
    }
  }

  get head(): BlockIndex['head'] {
    const { height, hash } = this.#tip
    return hash === undefined ? undefined : { height, hash }
  }

  /** How many it lists. */
  get rows(): { readonly transactions: number; readonly events: number } {
    const { transactions, events } = this.#tip
    return { transactions, events }
  }

  append(records: readonly Uint8Array[]): void {
    this.#tip = this.#guarded('write to the index', () => this.#writer.append(this.#tip, records))
  }

  blocks(range: ListRange): ReturnType<IndexReader['blocks']> {
    return this.#guarded('read the index', () => this.#reader.blocks(this.#tip.height, range))
  }

  transactions(range: ListRange, filter: TransactionFilter): ReturnType<IndexReader['transactions']> {
    return this.#guarded('read the index', () => this.#reader.transactions(this.#tip.height, range, filter))
  }

  events(range: ListRange, filter: EventFilter): ReturnType<IndexReader['events']> {
    return this.#guarded('read the index', () => this.#reader.events(this.#tip.height, range, filter))
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close()
  }

  #guarded<T>(doing: string, body: () => T): T {
    if (!this.#database.isOpen) throw new IndexFailure('index/closed', 'the index is closed')
    return guarded(doing, body)
  }
}

function guarded<T>(doing: string, body: () => T): T {
  try {
    return body()
  } catch (error) {
    throw toIndexFailure(doing, error)
  }
}
