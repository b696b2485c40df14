import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { EventFilter, ListedBlock, ListedEvent, ListedTransaction, ListPage, ListRange, TransactionFilter } from '@hanse/ports'
import { type Address, assert, bytesToHex, type Hash, ZERO_HASH } from '@hanse/primitives'
import { eventCodec, headerCodec } from '@hanse/protocol'
import { prepareLists } from './database.ts'
import { fitsEvent, fitsTransaction } from './fits.ts'
import { PAGE_ENTRIES_MAX } from './limits.ts'
import { PostingReader } from './postings.ts'
import { type BlockBounds, type RowKind, walkRows } from './row-walk.ts'
import type { TermGroups, Terms } from './terms.ts'

/** A table of numbered rows with its posting lists, and the columns of `blocks` that bound a block's rows. */
interface RowTable {
  readonly bounds: StatementSync
  readonly boundsOfRow: StatementSync
  readonly row: StatementSync
  readonly postings: PostingReader
}

function rowTable(database: DatabaseSync, names: { readonly rows: string; readonly one: string }, columns: string): RowTable {
  const { rows, one } = names
  const bounds = `SELECT height, first_${one}, ${one}_count FROM blocks WHERE height =`
  return {
    bounds: prepareLists(database, `${bounds} ?`),
    boundsOfRow: prepareLists(database, `${bounds} (SELECT height FROM ${rows} WHERE number = ?)`),
    row: prepareLists(database, columns),
    postings: new PostingReader(database, `${one}_terms`),
  }
}

function boundsFrom(statement: StatementSync, key: number): BlockBounds {
  const row = statement.get(key) as unknown as readonly number[] | undefined
  assert(row !== undefined, `the index has no block of ${key}`)
  const [height, first, count] = row as readonly [number, number, number]
  return { height, first, count }
}

function kindOf<T>(table: RowTable, read: RowKind<T>['read']): RowKind<T> {
  return {
    bounds: (height) => boundsFrom(table.bounds, height),
    boundsOfRow: (number) => boundsFrom(table.boundsOfRow, number),
    read,
    seek: (isDescending) => table.postings.walk(isDescending),
  }
}

type Column = null | number | string | Uint8Array

/** Answers lists from the tables. Each page costs what it returns and a bounded number of look-ups, however large the tables are. */
export class IndexReader {
  readonly #terms: Terms
  readonly #blocksUp: StatementSync
  readonly #blocksDown: StatementSync
  readonly #transactions: RowTable
  readonly #events: RowTable
  readonly #lowest: StatementSync
  #firstHeight: number | undefined

  constructor(database: DatabaseSync, terms: Terms) {
    this.#terms = terms
    this.#lowest = prepareLists(database, 'SELECT min(height) FROM blocks')
    const blocks = `SELECT hash, header, size_bytes, transaction_count, rejected_count, event_count
      FROM blocks WHERE height >= ? AND height <= ? ORDER BY height`
    this.#blocksUp = prepareLists(database, `${blocks} LIMIT ?`)
    this.#blocksDown = prepareLists(database, `${blocks} DESC LIMIT ?`)
    this.#transactions = rowTable(
      database,
      { rows: 'transactions', one: 'transaction' },
      `SELECT t.hash, t.sender, t.calls, t.outcome, t.code, t.call_index, t.client_ref, t.number - b.first_transaction, b.height, b.hash, b.time_ms
       FROM transactions t JOIN blocks b ON b.height = t.height WHERE t.number = ?`,
    )
    this.#events = rowTable(
      database,
      { rows: 'events', one: 'event' },
      `SELECT e.event, e.number - b.first_event, b.height, b.hash, b.time_ms, t.hash
       FROM events e JOIN blocks b ON b.height = e.height
       LEFT JOIN transactions t ON t.number = b.first_transaction + e.transaction_index AND t.height = e.height
       WHERE e.number = ?`,
    )
  }

  /** The first height that is here. Rows are added at the end alone, so it never changes once there is one. */
  get #first(): number {
    this.#firstHeight ??= (this.#lowest.get() as unknown as readonly [number | null])[0] ?? undefined
    return this.#firstHeight ?? 0
  }

  /** A block is one entry, of index 0. */
  blocks(head: number, asked: ListRange): ListPage<ListedBlock> {
    assertLimit(asked)
    const indexedFrom = this.#first
    const { from, to, start, order, limit } = rangeFrom(indexedFrom, asked)
    const isDescending = order === 'descending'
    const boundary = start === undefined ? undefined : start.height + (start.index === 0 ? 0 : 1)
    const low = isDescending ? from : Math.max(from, boundary ?? from)
    const high = Math.min(to, head, isDescending && boundary !== undefined ? boundary - 1 : to)
    const statement = isDescending ? this.#blocksDown : this.#blocksUp
    const rows = statement.all(low, high, limit + 1) as unknown as readonly (readonly Column[])[]
    const items = rows.slice(0, limit).map(listedBlock)
    const more = rows.length > limit
    const last = items.at(-1)?.header.height ?? low
    const page = { items, indexedFrom, indexedTo: head }
    if (more) return { ...page, next: isDescending ? { height: last - 1, index: 1 } : { height: last + 1, index: 0 } }
    return { ...page, ...(isDescending || to <= head ? {} : { next: { height: head + 1, index: 0 } }) }
  }

  transactions(head: number, range: ListRange, filter: TransactionFilter): ListPage<ListedTransaction> {
    assertLimit(range)
    const kind = kindOf(this.#transactions, (number) => {
      const item = listedTransaction(this.#transactions.row.get(number) as unknown as readonly Column[])
      return fitsTransaction(filter, item) ? { item, characters: 0 } : undefined
    })
    return this.#walk(kind, head, range, this.#terms.ofTransactionFilter(filter))
  }

  events(head: number, range: ListRange, filter: EventFilter): ListPage<ListedEvent> {
    assertLimit(range)
    const kind = kindOf(this.#events, (number) => {
      const item = listedEvent(this.#events.row.get(number) as unknown as readonly Column[])
      return fitsEvent(filter, item.event) ? { item, characters: JSON.stringify(item.event.attributes).length } : undefined
    })
    return this.#walk(kind, head, range, this.#terms.ofEventFilter(filter))
  }

  #walk<T>(kind: RowKind<T>, head: number, asked: ListRange, groups: TermGroups): ListPage<T> {
    const indexedFrom = this.#first
    return { ...walkRows(kind, head, rangeFrom(indexedFrom, asked), groups), indexedFrom }
  }
}

/** What of a range the index can have. */
function rangeFrom(first: number, range: ListRange): ListRange {
  const { from, start } = range
  const isBelow = start !== undefined && start.height < first
  return { ...range, from: Math.max(from, first), ...(isBelow ? { start: { height: first, index: 0 } } : {}) }
}

function assertLimit({ limit }: ListRange): void {
  assert(
    Number.isSafeInteger(limit) && limit >= 1 && limit <= PAGE_ENTRIES_MAX,
    `a page has 1 to ${PAGE_ENTRIES_MAX} entries, not ${limit}`,
  )
}

function hashOf(bytes: Column | undefined): Hash {
  return bytesToHex(bytes as Uint8Array) as Hash
}

function listedBlock(row: readonly Column[]): ListedBlock {
  const [hash, headerBytes, sizeBytes, transactionCount, rejectedCount, eventCount] = row as readonly [
    Uint8Array,
    Uint8Array,
    number,
    number,
    number,
    number,
  ]
  const header = headerCodec.decode(headerBytes)
  assert(header.ok, 'a header of the index does not decode')
  return { hash: hashOf(hash), header: header.value, transactionCount, rejectedCount, eventCount, sizeBytes }
}

function listedTransaction(row: readonly Column[]): ListedTransaction {
  const [hash, sender, calls, outcome, code, callIndex, clientRef, index, height, blockHash, timeMs] = row
  return {
    hash: hashOf(hash),
    height: height as number,
    blockHash: hashOf(blockHash),
    timeMs: timeMs as number,
    index: index as number,
    sender: bytesToHex(sender as Uint8Array) as Address,
    calls: (calls as string).split(' ').map((call) => {
      const [module = '', command = ''] = call.split('.')
      return { module, command }
    }),
    outcome: outcome as ListedTransaction['outcome'],
    ...(code === null ? {} : { code: code as string }),
    ...(callIndex === null ? {} : { callIndex: callIndex as number }),
    ...(clientRef === null ? {} : { clientRef: clientRef as string }),
  }
}

function listedEvent(row: readonly Column[]): ListedEvent {
  const [bytes, index, height, blockHash, timeMs, txId] = row
  const event = eventCodec.decode(bytes as Uint8Array)
  assert(event.ok, 'an event of the index does not decode')
  return {
    event: event.value,
    txId: txId === null ? ZERO_HASH : hashOf(txId),
    height: height as number,
    blockHash: hashOf(blockHash),
    timeMs: timeMs as number,
    index: index as number,
  }
}
