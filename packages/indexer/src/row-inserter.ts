import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** Rows of one statement: a call from JavaScript into SQLite costs as much as what it does for a row. */
const ROWS = 16

type Value = null | number | string | Uint8Array

/** Inserts into one table, some rows at a time. What was added is in the table after `flush`. */
export class RowInserter {
  readonly #some: StatementSync
  readonly #one: StatementSync
  readonly #columns: number
  #values: Value[] = []

  constructor(database: DatabaseSync, table: string, columns: number) {
    const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`
    this.#one = database.prepare(`INSERT INTO ${table} VALUES ${row}`)
    this.#some = database.prepare(`INSERT INTO ${table} VALUES ${Array.from({ length: ROWS }, () => row).join(', ')}`)
    this.#columns = columns
  }

  /** Forgets what was not flushed. */
  begin(): void {
    this.#values = []
  }

  add(...row: readonly Value[]): void {
    this.#values.push(...row)
    if (this.#values.length < ROWS * this.#columns) return
    this.#some.run(...this.#values)
    this.#values = []
  }

  flush(): void {
    for (let from = 0; from < this.#values.length; from += this.#columns) this.#one.run(...this.#values.slice(from, from + this.#columns))
    this.#values = []
  }
}
