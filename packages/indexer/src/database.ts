import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { IndexFailure } from '@hanse/ports'
import { assert, bytesToHex, type Hash, hexToBytesOrUndefined } from '@hanse/primitives'
import { INDEX_FORMAT, SCHEMA } from './schema.ts'
import { HASH_KEY_BYTES } from './text-hash.ts'

const DATABASE_FILE = 'index.db'
/** Pages of the write-ahead log before SQLite copies them into the file: 16 MiB. */
const CHECKPOINT_PAGES = 4_096
/** The file of the write-ahead log is cut to this after a checkpoint. */
const JOURNAL_BYTES_MAX = 32 * 1024 * 1024
/** The rows of a block begin where those of the block before end. */
const EMPTY_TIP: Tip = { height: -1, hash: undefined, transactions: 0, events: 0 }

export interface IndexFileOptions {
  /** Created when missing. Holds nothing else. */
  readonly directory: string
  readonly genesisHash: Hash
  /** Pages that SQLite keeps in memory. */
  readonly cacheBytes: number
}

/** The last block of the index, and how many rows there are. */
export interface Tip {
  readonly height: number
  readonly hash: Hash | undefined
  readonly transactions: number
  readonly events: number
}

/**
 * Opens or creates the file. A commit is whole or absent whatever ends the process, but the last ones may be lost in a power cut: they are
 * made again.
 * @throws IndexFailure `index/format`, `index/other-chain`; and what SQLite throws
 */
export function openDatabase({ directory, genesisHash, cacheBytes }: IndexFileOptions): DatabaseSync {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(join(directory, DATABASE_FILE))
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA temp_store = MEMORY;
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
      PRAGMA journal_size_limit = ${JOURNAL_BYTES_MAX};
      PRAGMA cache_size = -${Math.ceil(cacheBytes / 1024)};
    `)
    checkMeta(database, genesisHash)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function checkMeta(database: DatabaseSync, genesisHash: Hash): void {
  const isNew = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count'] === 0
  if (isNew) {
    inTransaction(database, () => {
      database.exec(SCHEMA)
      const insert = database.prepare('INSERT INTO meta (name, value) VALUES (?, ?)')
      insert.run('format', INDEX_FORMAT)
      insert.run('genesisHash', genesisHash)
      insert.run('termKey', bytesToHex(randomBytes(HASH_KEY_BYTES)))
    })
    return
  }
  const hasMeta = database.prepare(`SELECT count(*) AS count FROM sqlite_schema WHERE name = 'meta'`).get()?.['count'] === 1
  const read = hasMeta ? database.prepare('SELECT value FROM meta WHERE name = ?') : undefined
  if (read?.get('format')?.['value'] !== INDEX_FORMAT) throw new IndexFailure('index/format', 'the index has another format')
  if (read.get('genesisHash')?.['value'] !== genesisHash) throw new IndexFailure('index/other-chain', 'the index is of another chain')
}

/** The key that the terms of this file are made with. */
export function readTermKey(database: DatabaseSync): Uint8Array {
  const text = database.prepare(`SELECT value FROM meta WHERE name = 'termKey'`).get()?.['value']
  const key = typeof text === 'string' ? hexToBytesOrUndefined(text) : undefined
  assert(key?.length === HASH_KEY_BYTES, 'the index has no key of its terms')
  return key
}

export function readTip(database: DatabaseSync): Tip {
  const row = database
    .prepare(
      `SELECT height, hash, first_transaction + transaction_count AS transactions, first_event + event_count AS events
       FROM blocks ORDER BY height DESC LIMIT 1`,
    )
    .get()
  if (row === undefined) return EMPTY_TIP
  return {
    height: row['height'] as number,
    hash: bytesToHex(row['hash'] as Uint8Array) as Hash,
    transactions: row['transactions'] as number,
    events: row['events'] as number,
  }
}

/** All or nothing. */
export function inTransaction(database: DatabaseSync, body: () => void): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    body()
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** A statement whose rows are lists in the order of its columns. */
export function prepareLists(database: DatabaseSync, sql: string): StatementSync {
  const statement = database.prepare(sql)
  statement.setReturnArrays(true)
  return statement
}
