import type { LogEntry } from '@hanse/ports'
import type { Prng } from '@hanse/primitives'
import { recordsBytes } from './log-record.ts'
import type { MemoryFaults } from './memory-faults.ts'
import { tearWrite } from './torn-write.ts'

/** The log of a simulated disk. A crash drops records from the end, down to the last sync at most. */
export interface MemoryLog {
  /** Not durable before `sync`. */
  append(records: readonly Uint8Array[]): void
  sync(): void
  readAll(): readonly LogEntry[]
  /** Drops whole segments, as the log on a real disk does. */
  prune(position: number): void
  readonly nextPosition: number
  /** Records from here on are lost in a crash, or some of them. */
  readonly syncedPosition: number
  sizeBytes(): number
  /** Records from `position` on are lost, synced or not: a lying disk, or a file cut by hand. */
  truncate(position: number): void
  /** The files are gone: numbering begins at 0 again. */
  wipe(): void
}

interface MemorySegment {
  readonly firstPosition: number
  readonly records: Uint8Array[]
  sizeBytes: number
}

export class DurableMemoryLog implements MemoryLog {
  readonly #faults: MemoryFaults
  readonly #segmentBytesMax: number
  #segments: MemorySegment[] = [{ firstPosition: 0, records: [], sizeBytes: 0 }]
  #nextPosition = 0
  #syncedPosition = 0

  constructor(faults: MemoryFaults, segmentBytesMax: number) {
    this.#faults = faults
    this.#segmentBytesMax = segmentBytesMax
  }

  get nextPosition(): number {
    return this.#nextPosition
  }

  get syncedPosition(): number {
    return this.#syncedPosition
  }

  append(records: readonly Uint8Array[]): void {
    const sizeBytes = recordsBytes(records)
    this.#faults.check()
    let segment = this.#segments.at(-1) as MemorySegment
    if (segment.records.length > 0 && segment.sizeBytes + sizeBytes > this.#segmentBytesMax) {
      segment = { firstPosition: this.#nextPosition, records: [], sizeBytes: 0 }
      this.#segments.push(segment)
    }
    for (const bytes of records) segment.records.push(bytes.slice())
    segment.sizeBytes += sizeBytes
    this.#nextPosition += records.length
    this.#faults.counters.writes += 1
    this.#faults.counters.bytesWritten += sizeBytes
    this.#faults.pass('log', 'write')
  }

  sync(): void {
    this.#faults.counters.syncs += 1
    this.#faults.pass('log', 'sync')
    this.#syncedPosition = this.#nextPosition
  }

  readAll(): readonly LogEntry[] {
    this.#faults.pass('log', 'read')
    return this.#segments.flatMap(({ firstPosition, records }) =>
      records.map((bytes, index) => ({ position: firstPosition + index, bytes: bytes.slice() })),
    )
  }

  prune(position: number): void {
    this.#faults.pass('log', 'write')
    const keepFrom = this.#segments.findLastIndex((segment) => segment.firstPosition <= position)
    if (keepFrom > 0) this.#segments.splice(0, keepFrom)
  }

  sizeBytes(): number {
    return this.#segments.reduce((total, segment) => total + segment.sizeBytes, 0)
  }

  truncate(position: number): void {
    this.#segments = this.#segments.filter((segment, index) => index === 0 || segment.firstPosition < position)
    const last = this.#segments.at(-1) as MemorySegment
    last.records.length = Math.max(0, Math.min(last.records.length, position - last.firstPosition))
    last.sizeBytes = recordsBytes(last.records)
    this.#nextPosition = last.firstPosition + last.records.length
    this.#syncedPosition = Math.min(this.#syncedPosition, this.#nextPosition)
  }

  wipe(): void {
    this.#segments = [{ firstPosition: 0, records: [], sizeBytes: 0 }]
    this.#nextPosition = 0
    this.#syncedPosition = 0
  }

  /** Keeps what a write that ends at a random byte leaves of the unsynced records, or none of them; what stays is as good as synced. */
  crash(prng: Prng | undefined): void {
    const unsynced = this.#segments.flatMap(({ firstPosition, records }) =>
      records.slice(Math.max(0, this.#syncedPosition - firstPosition)),
    )
    const { kept, isTorn } = prng === undefined ? { kept: 0, isTorn: false } : tearWrite(unsynced, prng)
    if (isTorn) this.#faults.counters.tornWrites += 1
    this.truncate(this.#syncedPosition + kept)
    this.#syncedPosition = this.#nextPosition
  }

  /** As it would be after a crash that keeps nothing unsynced. */
  copyInto(target: DurableMemoryLog): void {
    target.#segments = this.#segments.map((segment) => ({ ...segment, records: [...segment.records] }))
    target.#nextPosition = this.#nextPosition
    target.truncate(this.#syncedPosition)
    target.#syncedPosition = target.#nextPosition
  }
}
