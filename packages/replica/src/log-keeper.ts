import { guardAfter } from '@hanse/consensus'
import { bytesToHex, type Hex } from '@hanse/primitives'
import { type Epoch, type Guard, type Height, type LogRecord, logRecordCodec } from '@hanse/protocol'
import type { ReplicaEffect } from './effect.ts'
import type { LoggedEntry } from './input.ts'
import { LOG_SLACK_BYTES_MAX, LOG_SLACK_RECORDS_MAX } from './limits.ts'

/** Records of these kinds matter by their newest, whatever its height: who we promised what, and where the chain was. */
function heightOf(record: LogRecord): Height | undefined {
  switch (record.type) {
    case 'proposal':
      return record.body.height
    case 'prepare':
    case 'commit':
    case 'prepared':
    case 'committed':
      return record.height
    case 'viewChange':
    case 'newView':
    case 'wants':
      return undefined
  }
}

/**
 * Of these only the newest is ever read: it is of the highest view, and nothing is said or entered in a lower one again. Others are helped
 * with what the engine holds.
 */
function isReplacedByNext({ type }: LogRecord): boolean {
  return type === 'viewChange' || type === 'newView' || type === 'wants'
}

export function epochOf(record: LogRecord): Epoch {
  if (record.type === 'proposal') return record.body.epoch
  return record.type === 'newView' ? record.newView.epoch : record.epoch
}

/** Whoever comes to an epoch that its log knows already may write of the one before in the meantime: that replaces nothing. */
function isNewest(record: LogRecord, among: ReadonlyMap<LogRecord['type'], LogRecord>): boolean {
  const newest = among.get(record.type)
  return newest === undefined || epochOf(record) >= epochOf(newest)
}

/** What a record takes on the disk beside its transactions, in bytes, when it is of the small kinds. */
const SMALL_RECORD_BYTES = 256
/** Of a transaction, beside its own bytes. */
const TRANSACTION_OVERHEAD_BYTES = 32

function sizeOf(record: LogRecord): number {
  switch (record.type) {
    case 'proposal':
      return record.transactions.reduce((total, { length }) => total + length + TRANSACTION_OVERHEAD_BYTES, SMALL_RECORD_BYTES)
    case 'viewChange':
    case 'newView':
      // Up to q ViewChanges of two certificates each.
      return logRecordCodec.encode(record).length
    default:
      return SMALL_RECORD_BYTES
  }
}

/**
 * Knows which records of the write-ahead log are still needed, and when it pays to write those again and drop the rest. The copy keeps
 * the order, so that reading a log keeps the last of equal records and has what would have been there without compaction.
 */
export class LogKeeper {
  #live: LogRecord[] = []
  /** Of the kinds of which only the newest is needed. */
  readonly #newest = new Map<LogRecord['type'], LogRecord>()
  #slackRecords = 0
  #slackBytes = 0
  #guard: Guard
  readonly #slackRecordsMax: number

  constructor(guard: Guard, slackRecordsMax = LOG_SLACK_RECORDS_MAX) {
    this.#guard = guard
    this.#slackRecordsMax = slackRecordsMax
  }

  /** In their order. */
  get needed(): readonly LogRecord[] {
    return this.#live
  }

  get guard(): Guard {
    return this.#guard
  }

  /** Takes over what a start found, without duplicates, and returns it in order. */
  adopt(log: readonly LoggedEntry[]): readonly LoggedEntry[] {
    const last = new Map<Hex, LoggedEntry>()
    for (const entry of log) {
      const key = bytesToHex(logRecordCodec.encode(entry.record))
      if (last.delete(key)) this.#addSlack(entry.record)
      last.set(key, entry)
    }
    const entries = [...last.values()]
    for (const entry of entries) this.#keep(entry.record)
    return entries
  }

  /**
   * Power may go between the syncs of log and guard: what was adopted holds votes that the guard does not cover, and that are said again.
   * For a log that has the guard's last vote only: an older one would make the guard forget.
   */
  coverAdopted(): readonly ReplicaEffect[] {
    const guard = this.#live.reduce(guardAfter, this.#guard)
    const { epoch, view, height, lastVote } = this.#guard
    const isCovered = guard.epoch === epoch && guard.view === view && guard.height === height && guard.lastVote === lastVote
    if (isCovered) return []
    this.#guard = guard
    return [{ type: 'guard', guard }]
  }

  append(record: LogRecord): readonly ReplicaEffect[] {
    this.#keep(record)
    const guard = guardAfter(this.#guard, record)
    const effects: ReplicaEffect[] = [{ type: 'log', record }]
    if (guard !== this.#guard) effects.push({ type: 'guard', guard })
    this.#guard = guard
    // Views that fail raise no head that would release anything.
    effects.push(...this.#compactIfItPays())
    return effects
  }

  /**
   * Heights below are final and stored, and epochs before `epoch` are over: what was voted above their end is void. The newest of each kind
   * stays all the same: the guard names the last vote.
   */
  release(belowHeight: Height, epoch: Epoch): readonly ReplicaEffect[] {
    const newest = new Map<LogRecord['type'], LogRecord>()
    for (const record of this.#live) if (isNewest(record, newest)) newest.set(record.type, record)
    const kept: LogRecord[] = []
    for (const record of this.#live) {
      const height = heightOf(record)
      const isAbove = height !== undefined && height >= belowHeight && epochOf(record) >= epoch
      if (newest.get(record.type) === record || isAbove) kept.push(record)
      else this.#addSlack(record)
    }
    this.#live = kept
    return this.#compactIfItPays()
  }

  #compactIfItPays(): readonly ReplicaEffect[] {
    if (this.#slackRecords <= this.#slackRecordsMax && this.#slackBytes <= LOG_SLACK_BYTES_MAX) return []
    this.#slackRecords = 0
    this.#slackBytes = 0
    return [{ type: 'compact-log', records: [...this.#live] }]
  }

  #keep(record: LogRecord): void {
    this.#live.push(record)
    if (!isReplacedByNext(record) || !isNewest(record, this.#newest)) return
    const replaced = this.#newest.get(record.type)
    this.#newest.set(record.type, record)
    if (replaced === undefined) return
    this.#live.splice(this.#live.indexOf(replaced), 1)
    this.#addSlack(replaced)
  }

  #addSlack(record: LogRecord): void {
    this.#slackRecords += 1
    this.#slackBytes += sizeOf(record)
  }
}
