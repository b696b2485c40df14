import { EVIDENCE_BLOCKS } from '@hanse/modules'
import type { Store, StoreWrite } from '@hanse/ports'
import { bytesToHex } from '@hanse/primitives'
import type { LogRecord } from '@hanse/protocol'
import {
  decodeKept,
  encodeKept,
  KEPT_NEW_VIEWS_MAX,
  KEPT_PREPARED_PER_HEIGHT_MAX,
  type KeptNewView,
  type KeptPrepared,
  keptNewViewKey,
  keptNewViewSequence,
  keptPreparedKey,
} from '@hanse/replica'

/** NewViews that one look at what is kept reads. */
export const KEPT_NEW_VIEWS_PER_PAGE_MAX = 32

export interface KeptPage {
  readonly prepared: readonly KeptPrepared[]
  /** Those that concern the height or may do so, the oldest first. */
  readonly newViews: readonly KeptNewView[]
  /** Where the next page begins. */
  readonly next?: number
}

/**
 * What must outlive the log so that whoever made a fork can be named (`KeptFacts` of consensus): the prepared certificates that own Commits
 * rested on, for `EVIDENCE_BLOCKS` heights, and the NewViews that were entered, each with its ViewChanges. Commit certificates are in the
 * blocks. What is of a height is written with its block, once; until then the log has it, and `flush` comes before that is cut.
 */
export class KeptEvidence {
  readonly #store: Pick<Store, 'get' | 'range' | 'write'>
  /** Of heights that are not final. */
  readonly #prepared = new Map<number, KeptPrepared[]>()
  #newViews: KeptNewView[] = []
  /** The newest that is stored, as hexadecimal digits: a start finds it in the log again. */
  #newest: string | undefined
  #nextSequence = 0

  constructor(store: Pick<Store, 'get' | 'range' | 'write'>) {
    this.#store = store
  }

  /** Before anything is added. */
  async open(): Promise<void> {
    const all = { from: keptNewViewKey(0), to: keptNewViewKey(Number.MAX_SAFE_INTEGER), limit: 1, reverse: true }
    const [last] = await this.#store.range(all)
    if (last === undefined) return
    this.#nextSequence = keptNewViewSequence(last.key) + 1
    this.#newest = bytesToHex(last.value)
  }

  /** A record as it goes into the log, or as a start finds it there. */
  add(record: LogRecord): void {
    if (record.type === 'newView') this.#newViews.push(record)
    if (record.type !== 'prepared') return
    const kept = (this.#prepared.get(record.height) ?? this.#stored(record.height)).filter(({ view }) => view !== record.view)
    kept.push(record)
    if (kept.length > KEPT_PREPARED_PER_HEIGHT_MAX) kept.shift()
    this.#prepared.set(record.height, kept)
  }

  /** What the batch of the blocks from `from` to `to` takes along: all that concerns them, and what is too old by then is deleted. */
  writesWith(from: number, to: number): readonly StoreWrite[] {
    const writes = this.#waiting(to)
    for (const height of this.#prepared.keys()) if (height <= to) this.#prepared.delete(height)
    for (let height = from; height <= to; height++)
      if (height > EVIDENCE_BLOCKS) writes.push({ key: keptPreparedKey(height - EVIDENCE_BLOCKS) })
    return writes
  }

  /** All that waits is durable when the promise resolves. */
  async flush(): Promise<void> {
    const writes = this.#waiting(Number.MAX_SAFE_INTEGER)
    if (writes.length > 0) await this.#store.write(writes, { sync: true })
  }

  /** What is kept about a height; `start` is 0, or `next` of the page before. */
  async about(height: number, start: number): Promise<KeptPage> {
    const prepared = this.#prepared.get(height) ?? this.#stored(height)
    const range = { from: keptNewViewKey(start), to: keptNewViewKey(Number.MAX_SAFE_INTEGER), limit: KEPT_NEW_VIEWS_PER_PAGE_MAX }
    const page = await this.#store.range(range)
    const newViews = page
      .flatMap(({ value }) => decodeKept(value))
      .filter((record) => record.type === 'newView')
      .filter(({ newView: { message } }) => message.type === 'newView' && message.base < height)
    const last = page.at(-1)
    const more = last === undefined || page.length < KEPT_NEW_VIEWS_PER_PAGE_MAX ? {} : { next: keptNewViewSequence(last.key) + 1 }
    return { prepared, newViews, ...more }
  }

  #stored(height: number): KeptPrepared[] {
    const stored = this.#store.get(keptPreparedKey(height))
    return stored === undefined ? [] : decodeKept(stored).filter((record) => record.type === 'prepared')
  }

  #waiting(to: number): StoreWrite[] {
    const writes: StoreWrite[] = []
    for (const [height, records] of this.#prepared)
      if (height <= to) writes.push({ key: keptPreparedKey(height), value: encodeKept(records) })
    for (const record of this.#newViews) {
      const value = encodeKept([record])
      const newest = bytesToHex(value)
      if (newest === this.#newest) continue
      this.#newest = newest
      writes.push({ key: keptNewViewKey(this.#nextSequence), value })
      if (this.#nextSequence >= KEPT_NEW_VIEWS_MAX) writes.push({ key: keptNewViewKey(this.#nextSequence - KEPT_NEW_VIEWS_MAX) })
      this.#nextSequence += 1
    }
    this.#newViews = []
    return writes
  }
}
