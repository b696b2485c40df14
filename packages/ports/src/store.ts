/** Absent `value` deletes the key. */
export interface StoreWrite {
  readonly key: Uint8Array
  readonly value?: Uint8Array
}

export interface StoreRange {
  /** Inclusive. */
  readonly from: Uint8Array
  /** Exclusive. */
  readonly to: Uint8Array
  readonly reverse?: boolean
  readonly limit: number
}

export interface StoredEntry {
  readonly key: Uint8Array
  readonly value: Uint8Array
}

/** What a store held at one moment, whatever is written since. Close it soon: what it holds cannot be thrown away meanwhile. */
export interface StoreView extends Pick<Store, 'get' | 'range'> {
  /** Idempotent. A store that is closed closes its views. */
  close(): Promise<void>
}

/**
 * A key-value store whose records carry checksums. Keys are ordered byte-wise.
 *
 * The first I/O error or bad checksum makes the store *failed*: that call and every later one throws `StoreFailure`,
 * nothing is acknowledged any more, and the host MUST end the process. An error means that the outcome is unknown.
 */
export interface Store {
  /** Synchronous, for execution. Undefined when absent. @throws StoreFailure */
  get(key: Uint8Array): Uint8Array | undefined
  /** As `get`, for a record that can be had anew: a bad checksum is an answer, and no failure. @throws StoreFailure */
  examine(key: Uint8Array): Uint8Array | 'damaged' | undefined
  /** In key order, or the reverse. @throws StoreFailure */
  range(range: StoreRange): Promise<readonly StoredEntry[]>
  /** All or nothing. With `sync` the promise resolves once the batch survives a power cut. @throws StoreFailure */
  write(writes: readonly StoreWrite[], options: { readonly sync: boolean }): Promise<void>
  /** Approximate bytes on disk. */
  sizeBytes(): Promise<number>
  /** Everything up to the last batch that was written. @throws StoreFailure */
  view(): StoreView
  /** Gives the disk back what was deleted between these keys, which may take long. @throws StoreFailure */
  compact(range: Pick<StoreRange, 'from' | 'to'>): Promise<void>
  close(): Promise<void>
}

/** The disk said something other than yes. The host ends the process. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure'
  /**
   * Stable, of the form `storage/reason`: `storage/io`, `storage/checksum`, `storage/locked`, `storage/format`, `storage/damaged`,
   * `storage/log-damaged`, `storage/closed`.
   */
  readonly code: string
  /** What an operator can do about it. */
  readonly hint: string

  constructor(code: string, message: string, hint: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.code = code
    this.hint = hint
  }
}
