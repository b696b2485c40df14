import { assert } from '@hanse/primitives'
import type { Journal } from '@hanse/rpc'

/** Entries that one journal keeps: some minutes of a busy chain. */
export const JOURNAL_ENTRIES_MAX = 4_096

/** The last entries of one kind, in a ring. Sequences begin at 0 and rise by one. */
export class RingJournal<E extends object> implements Journal<E> {
  readonly run: string
  readonly #entriesMax: number
  readonly #entries: E[] = []
  readonly #listeners = new Set<() => void>()
  #next = 0

  /** `run` is new for every run of the process: 16 hexadecimal digits. */
  constructor(run: string, entriesMax = JOURNAL_ENTRIES_MAX) {
    assert(/^[0-9a-f]{16}$/.test(run), 'a run has 16 hexadecimal digits')
    this.run = run
    this.#entriesMax = entriesMax
  }

  get next(): number {
    return this.#next
  }

  get oldest(): number {
    return Math.max(0, this.#next - this.#entriesMax)
  }

  entry(sequence: number): E | undefined {
    return sequence < this.oldest || sequence >= this.#next ? undefined : this.#entries[sequence % this.#entriesMax]
  }

  onEntry(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(entry: E): void {
    this.#entries[this.#next % this.#entriesMax] = entry
    this.#next += 1
    for (const listener of this.#listeners) listener()
  }
}
