import { guardAfter } from '@hanse/consensus'
import { bytesToHex, type Hex } from '@hanse/primitives'
import { type Guard, type Height, type LogRecord, logRecordCodec } from '@hanse/protocol'
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

interface LiveRecord {
  readonly record: LogRecord
  readonly sizeBytes: number
}

/**
 * Knows which records of the write-ahead log are still needed, and when it pays to write those again and drop the rest. The copy keeps
 * the order, so that reading a log keeps the last of equal records and has what would have been there without compaction.
 */
export class LogKeeper {
  #live: LiveRecord[] = []
  #slackRecords = 0
  #slackBytes = 0
  #guard: Guard
  readonly #slackRecordsMax: number

  constructor(guard: Guard, slackRecordsMax = LOG_SLACK_RECORDS_MAX) {
    this.#guard = guard
    this.#slackRecordsMax = slackRecordsMax
  }

  get neededRecords(): number {
    return this.#live.length
  }

  get guard(): Guard {
    return this.#guard
  }

  /** Takes over what a start found, without duplicates, and returns it in order. */
  adopt(log: readonly LoggedEntry[]): readonly LoggedEntry[] {
    const last = new Map<Hex, LoggedEntry>()
    for (const entry of log) {
      const key = bytesToHex(logRecordCodec.encode(entry.record))
      last.delete(key)
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
    const guard = this.#live.reduce((covered, { record }) => guardAfter(covered, record), this.#guard)
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
    return effects
  }

  /** Heights below are final and stored. */
  release(belowHeight: Height): readonly ReplicaEffect[] {
    const newest = new Map<LogRecord['type'], LiveRecord>()
    for (const entry of this.#live) newest.set(entry.record.type, entry)
    const kept: LiveRecord[] = []
    for (const entry of this.#live) {
      const height = heightOf(entry.record)
      const needed = newest.get(entry.record.type) === entry || (height !== undefined && height >= belowHeight)
      if (needed) kept.push(entry)
      else {
        this.#slackRecords += 1
        this.#slackBytes += entry.sizeBytes
      }
    }
    this.#live = kept
    if (this.#slackRecords <= this.#slackRecordsMax && this.#slackBytes <= LOG_SLACK_BYTES_MAX) return []
    this.#slackRecords = 0
    this.#slackBytes = 0
    return [{ type: 'compact-log', records: kept.map((entry) => entry.record) }]
  }

  #keep(record: LogRecord): void {
    let sizeBytes = 256
    if (record.type === 'proposal') for (const bytes of record.transactions) sizeBytes += bytes.length + 32
    this.#live.push({ record, sizeBytes })
  }
}
