/** Changes with every change of the tables, or of what a row or a term says: an index of another format is made anew. */
export const INDEX_FORMAT = 'hanse index 2'

/**
 * Rows are numbered from 0 in the order of the chain, so that a range of heights is a range of numbers, and a block knows its first ones.
 * `*_terms` are posting lists: which rows have what a filter can ask for, in order, some to a record:
 * the first one, and how far from it the others are.
 */
export const SCHEMA = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE blocks (
    height INTEGER PRIMARY KEY,
    hash BLOB NOT NULL,
    header BLOB NOT NULL,
    time_ms INTEGER NOT NULL,
    size_bytes INTEGER NOT NULL,
    first_transaction INTEGER NOT NULL,
    transaction_count INTEGER NOT NULL,
    rejected_count INTEGER NOT NULL,
    first_event INTEGER NOT NULL,
    event_count INTEGER NOT NULL
  );
  CREATE TABLE transactions (
    number INTEGER PRIMARY KEY,
    height INTEGER NOT NULL,
    hash BLOB NOT NULL,
    sender BLOB NOT NULL,
    calls TEXT NOT NULL,
    outcome TEXT NOT NULL,
    code TEXT,
    call_index INTEGER,
    client_ref TEXT
  );
  CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    height INTEGER NOT NULL,
    transaction_index INTEGER NOT NULL,
    event BLOB NOT NULL
  );
  CREATE TABLE transaction_terms (
    term INTEGER NOT NULL,
    first INTEGER NOT NULL,
    offsets BLOB NOT NULL,
    PRIMARY KEY (term, first)
  ) WITHOUT ROWID;
  CREATE TABLE event_terms (
    term INTEGER NOT NULL,
    first INTEGER NOT NULL,
    offsets BLOB NOT NULL,
    PRIMARY KEY (term, first)
  ) WITHOUT ROWID;
`
