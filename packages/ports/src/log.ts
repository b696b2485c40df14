/**
 * The write-ahead log: an append-only sequence of opaque records, hash-chained, each with length and checksum.
 * Positions count records from 0 for ever; pruning drops whole segments from the front and keeps the numbering.
 */
export interface Log {
  /** Durable when the promise resolves. One call, one fdatasync. @throws StoreFailure (see Store: fail-stop) */
  append(records: readonly Uint8Array[]): Promise<void>
  /** Every record that is held, oldest first. Called once, at start. */
  readAll(): Promise<readonly LogEntry[]>
  /** Records below `position` are no longer needed; segments that hold none at or above it may be deleted. */
  prune(position: number): Promise<void>
  /** The position that the next record gets. */
  readonly nextPosition: number
  sizeBytes(): Promise<number>
  close(): Promise<void>
}

export interface LogEntry {
  readonly position: number
  readonly bytes: Uint8Array
}

/**
 * One small value (≤ GUARD_VALUE_BYTES_MAX) kept beside the key it guards: two alternating checksummed slots,
 * written in place and synced, so that a torn write leaves the one before it readable.
 */
export interface GuardFile {
  /** `absent` when it was never written, `damaged` when no slot passes its checksum. */
  read(): Promise<{ readonly type: 'absent' } | { readonly type: 'damaged' } | { readonly type: 'value'; readonly bytes: Uint8Array }>
  /** Durable when the promise resolves. @throws StoreFailure */
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

export const GUARD_VALUE_BYTES_MAX = 200
