import { err, ok, type Result } from '@hanse/primitives'
import type { Field, Json } from '@hanse/protocol'
import { type Failure, failure } from '../errors.ts'
import { nextTurn } from '../next-turn.ts'
import type { Gap, Journal } from './journal.ts'
import { type Peeked, type Reader, WAITING } from './reader.ts'

/** Entries that one subscription is told before others may run. */
const ENTRIES_PER_TURN = 64

const CURSOR = /^([0-9a-f]{16})@([0-9]{1,15})$/

type LostEntries = Pick<Gap, 'reason' | 'lost'>

/** Where a subscription to a journal starts. */
export interface JournalStart {
  readonly sequence: number
  /** What the cursor asked for and nobody has any more: the reader is told first. */
  readonly gap?: LostEntries
}

/** Texts of entries are the same for all subscribers, and live as long as the journal keeps the entry. */
const texts = new WeakMap<object, string>()

/** A height is of no use here, and a cursor behind the end is none that this run gave. */
export function journalStart(
  from: number | string | undefined,
  { run, oldest, next }: Pick<Journal<object>, 'run' | 'oldest' | 'next'>,
): Result<JournalStart, Failure> {
  if (from === undefined || from === 'latest') return ok({ sequence: next })
  if (from === 'earliest') return ok({ sequence: oldest })
  const [, cursorRun, digits] = CURSOR.exec(`${from}`) ?? []
  if (digits === undefined)
    return err(failure('rpc/bad-params', { message: 'this topic starts at latest, earliest or a cursor of its own', path: 'from' }))
  if (cursorRun !== run) return ok({ sequence: oldest, gap: { reason: 'restarted', lost: null } })
  const sequence = Number(digits)
  if (sequence > next) return err(failure('rpc/bad-params', { message: `there is no item at ${from} yet`, path: 'from' }))
  return ok(sequence < oldest ? { sequence: oldest, gap: { reason: 'overwritten', lost: oldest - sequence } } : { sequence })
}

export interface JournalReaderParts<E extends { readonly type: string }> {
  readonly journal: Journal<E>
  readonly field: Field<E | ({ readonly type: 'gap' } & Gap)>
  readonly matches: (event: E) => boolean
  readonly start: JournalStart
  readonly nowMs: () => number
}

/** Reads a journal from memory. What was overwritten before it could be read is told as a gap: nothing is lost silently. */
export class JournalReader<E extends { readonly type: string }> implements Reader {
  readonly #parts: JournalReaderParts<E>
  #sequence: number
  #gap: LostEntries | undefined
  #toldInTurn = 0

  constructor(parts: JournalReaderParts<E>) {
    this.#parts = parts
    this.#sequence = parts.start.sequence
    this.#gap = parts.start.gap
  }

  get cursor(): string {
    return `${this.#parts.journal.run}@${this.#sequence}`
  }

  onMore(listener: () => void): () => void {
    return this.#parts.journal.onEntry(listener)
  }

  async peek(): Promise<Peeked> {
    if (this.#toldInTurn >= ENTRIES_PER_TURN) {
      this.#toldInTurn = 0
      await nextTurn()
    }
    const { journal, matches } = this.#parts
    this.#noticeLoss()
    if (this.#gap !== undefined) return { type: 'item', text: this.#gapText(this.#gap) }
    for (; this.#sequence < journal.next; this.#sequence++) {
      const event = journal.entry(this.#sequence)
      if (event !== undefined && matches(event)) return { type: 'item', text: this.#textOf(event) }
    }
    return WAITING
  }

  advance(): void {
    this.#toldInTurn += 1
    if (this.#gap === undefined) this.#sequence += 1
    else this.#gap = undefined
  }

  #noticeLoss(): void {
    const { oldest } = this.#parts.journal
    if (this.#sequence >= oldest) return
    const before = this.#gap
    const lost = before?.lost === null ? null : (before?.lost ?? 0) + oldest - this.#sequence
    this.#gap = { reason: before?.reason ?? 'overwritten', lost }
    this.#sequence = oldest
  }

  #textOf(event: E): string {
    const known = texts.get(event)
    if (known !== undefined) return known
    const text = JSON.stringify(this.#parts.field.toJson(event))
    texts.set(event, text)
    return text
  }

  #gapText(lost: LostEntries): string {
    const json: Json = this.#parts.field.toJson({ type: 'gap', atMs: this.#parts.nowMs(), ...lost })
    return JSON.stringify(json)
  }
}
