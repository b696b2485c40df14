import type { Prng } from '@hanse/primitives'
import { type Guard, guardCodec, type LogRecord, logRecordCodec } from '@hanse/protocol'
import { type ChainWrite, type FinalBlock, finalWrites, INITIAL_GUARD } from '@hanse/replica'
import { createMemoryDisk, type MemoryDisk } from '@hanse/storage'
import type { CrashPoint } from './crash-point.ts'

const LOG_SEGMENT_BYTES = 16 * 1024

/** A node's disk with what its process has not made durable yet. Between any two writes the process can end. */
export class SimDisk {
  readonly memory: MemoryDisk
  readonly #reach: (point: CrashPoint) => void
  #isDirty = false
  /** Written once the log has what it speaks of. */
  #guard: Guard | undefined
  #pruneBelow: number | undefined

  constructor(reach: (point: CrashPoint) => void, memory: MemoryDisk = createMemoryDisk({ segmentBytesMax: LOG_SEGMENT_BYTES })) {
    this.#reach = reach
    this.memory = memory
    if (memory.guard.read().type === 'absent') {
      memory.guard.write(guardCodec.encode(INITIAL_GUARD))
      memory.guard.sync()
    }
  }

  log(record: LogRecord): void {
    this.memory.log.append([logRecordCodec.encode(record)])
    this.#isDirty = true
  }

  guard(guard: Guard): void {
    this.#guard = guard
    this.#isDirty = true
  }

  store(final: FinalBlock): void {
    this.write(finalWrites(final))
  }

  write(writes: readonly ChainWrite[]): void {
    this.memory.store.write(writes)
    this.#isDirty = true
  }

  /** The records that stay are written again; when they are durable, what lies before them goes. */
  compact(records: readonly LogRecord[]): void {
    this.#pruneBelow = this.memory.log.nextPosition
    this.memory.log.append(records.map((record) => logRecordCodec.encode(record)))
    this.#isDirty = true
    this.#reach('amid a compaction')
  }

  /** Log, then guard, then store. */
  sync(): void {
    if (!this.#isDirty) return
    const { log, guard, store } = this.memory
    log.sync()
    this.#reach('after log sync')
    if (this.#guard !== undefined) {
      guard.write(guardCodec.encode(this.#guard))
      this.#guard = undefined
      this.#reach('before guard sync')
      guard.sync()
      this.#reach('after guard sync')
    }
    store.sync()
    this.#reach('after sync')
    if (this.#pruneBelow !== undefined) log.prune(this.#pruneBelow)
    this.#pruneBelow = undefined
    this.#isDirty = false
  }

  /** The process ends; what was not synced is lost, or some of it. */
  crash(prng: Prng): void {
    this.#isDirty = false
    this.#guard = undefined
    this.#pruneBelow = undefined
    this.memory.crash(prng)
  }
}
