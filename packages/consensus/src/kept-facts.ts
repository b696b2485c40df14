import type { Height, LogRecord } from '@hanse/protocol'
import { type Fact, factsOf } from './culprits.ts'

/** NewViews that are kept, the newest: more are made only while no block is. */
const NEW_VIEWS_MAX = 4_096
/** Prepared certificates that are kept of one height: of its newest views. */
const PREPARED_PER_HEIGHT_MAX = 256

interface Kept {
  readonly record: LogRecord
  /** The head when a later view was entered: the view concerns no height that became final long after. */
  until: number | undefined
}

/**
 * What a validator must keep of its log, beyond what it needs itself, so that `findCulprits` can name those who made a fork: for
 * `evidenceBlocks` heights the commit certificate of each, the prepared certificates that it voted on, and every NewView that it entered,
 * with its ViewChanges.
 */
export class KeptFacts {
  readonly #evidenceBlocks: number
  readonly #committed = new Map<Height, LogRecord>()
  readonly #prepared = new Map<Height, LogRecord[]>()
  readonly #newViews: Kept[] = []
  #head = 0

  constructor(evidenceBlocks: number) {
    this.#evidenceBlocks = evidenceBlocks
  }

  /** A record as it goes into the log. Certificates of blocks that came by sync are given as `committed`. */
  add(record: LogRecord): void {
    if (record.type === 'committed') this.#addCommitted(record.height, record)
    else if (record.type === 'prepared') this.#addPrepared(record.height, record)
    else if (record.type === 'newView') this.#addNewView(record)
  }

  /** For `findCulprits`, with those of all other validators that can be had. */
  *facts(): Iterable<Fact> {
    for (const record of this.#committed.values()) yield* factsOf(record)
    for (const records of this.#prepared.values()) for (const record of records) yield* factsOf(record)
    for (const { record } of this.#newViews) yield* factsOf(record)
  }

  #addCommitted(height: Height, record: LogRecord): void {
    this.#committed.set(height, record)
    if (height <= this.#head) return
    this.#head = height
    const oldest = height - this.#evidenceBlocks
    for (const kept of [this.#committed, this.#prepared]) for (const at of kept.keys()) if (at < oldest) kept.delete(at)
    while (this.#newViews[0]?.until !== undefined && this.#newViews[0].until < oldest) this.#newViews.shift()
  }

  #addPrepared(height: Height, record: LogRecord): void {
    const records = this.#prepared.get(height) ?? []
    records.push(record)
    if (records.length > PREPARED_PER_HEIGHT_MAX) records.shift()
    this.#prepared.set(height, records)
  }

  #addNewView(record: LogRecord): void {
    const last = this.#newViews.at(-1)
    if (last !== undefined) last.until = this.#head
    this.#newViews.push({ record, until: undefined })
    if (this.#newViews.length > NEW_VIEWS_MAX) this.#newViews.shift()
  }
}
