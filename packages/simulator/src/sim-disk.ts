import { assert, type Hash, type Prng } from '@hanse/primitives'
import { type Guard, guardCodec, type LogRecord, logRecordCodec } from '@hanse/protocol'
import {
  type ChainWrite,
  type FinalBlock,
  finalWrites,
  INITIAL_GUARD,
  type ReplicaEffect,
  stateKeyOfStored,
  storedStateKey,
} from '@hanse/replica'
import { RootBuilder, STATE_VALUES_RANGE, stateEntries } from '@hanse/state'
import { createMemoryDisk, type MemoryDisk, type MemoryStore } from '@hanse/storage'
import type { CrashPoint } from './crash-point.ts'
import type { Damage } from './fault.ts'
import { NATIVE_SHA256 } from './native-hash.ts'

const LOG_SEGMENT_BYTES = 16 * 1024
const RECORDS_MAX = 1_000_000
/** Above every key of a store. */
const KEYS_END = Uint8Array.of(0xff, 0xff, 0xff, 0xff)

const STORED_STATE = { from: storedStateKey(STATE_VALUES_RANGE.from), to: storedStateKey(STATE_VALUES_RANGE.to), limit: RECORDS_MAX }

function damageState(store: MemoryStore, damage: Damage, prng: Prng): void {
  const records = store.range(STORED_STATE)
  const { key, value } = prng.pick(records)
  if (damage === 'missing') store.write([{ key }])
  else if (damage === 'misdirected-write') store.write([{ key, value: prng.pick(records).value }])
  else {
    const changed = value.slice()
    const at = prng.below(Math.max(1, changed.length))
    changed[at] = (changed[at] ?? 0) ^ (1 << prng.below(8))
    store.write([{ key, value: changed }])
  }
  store.sync()
}

/** What a replica asks of its disk. */
export type Write = Extract<ReplicaEffect, { type: 'log' | 'guard' | 'store' | 'compact-log' }>

export function isWrite(effect: ReplicaEffect): effect is Write {
  return effect.type === 'log' || effect.type === 'guard' || effect.type === 'store' || effect.type === 'compact-log'
}

/** A node's disk with what its process has not made durable yet. Between any two writes the process can end. */
export class SimDisk {
  #memory: MemoryDisk
  #backup: MemoryDisk | undefined
  readonly #reach: (point: CrashPoint) => void
  #isLogDirty = false
  #isStoreDirty = false
  /** Written once the log has what it speaks of. */
  #guard: Guard | undefined
  #pruneBelow: number | undefined

  constructor(reach: (point: CrashPoint) => void, memory: MemoryDisk = createMemoryDisk({ segmentBytesMax: LOG_SEGMENT_BYTES })) {
    this.#reach = reach
    this.#memory = memory
    if (memory.guard.read().type === 'absent') {
      memory.guard.write(guardCodec.encode(INITIAL_GUARD))
      memory.guard.sync()
    }
  }

  get memory(): MemoryDisk {
    return this.#memory
  }

  /** Keeps a copy of what is on the disk. */
  backUp(): void {
    this.#backup = this.#memory.copy()
  }

  get hasBackup(): boolean {
    return this.#backup !== undefined
  }

  /** The backup takes the place of all but the guard. */
  restore(): void {
    const guard = this.#memory.guard.read()
    const older = this.#backup?.copy()
    assert(older !== undefined && guard.type === 'value', 'only what was backed up is restored')
    older.guard.write(guard.bytes)
    older.guard.sync()
    this.#memory = older
  }

  /** Nothing is left but the guard. */
  wipe(): void {
    const { store, log } = this.#memory
    store.wipe()
    log.wipe()
    this.#memory.clearFaults()
  }

  /**
   * Records of the log have checksums: of a changed one nothing can be read. A log that is gone is an empty one. Values of the state are
   * changed as they lie.
   */
  damage(part: 'log' | 'state', damage: Damage, prng: Prng): void {
    const { store, log } = this.#memory
    if (part === 'state') damageState(store, damage, prng)
    else if (damage === 'missing') log.wipe()
    else this.#memory.injectFault({ part: 'log', operation: 'read', code: 'storage/log-damaged' })
  }

  /** The backup takes the place of everything, the guard too. */
  restoreAll(): void {
    const older = this.#backup?.copy()
    assert(older !== undefined, 'only what was backed up is restored')
    this.#memory = older
  }

  /** What the key has signed is forgotten: no log, and the guard of a new key. */
  forget(): void {
    const { store } = this.#memory
    const empty = createMemoryDisk({ segmentBytesMax: LOG_SEGMENT_BYTES })
    empty.store.write(store.range({ from: new Uint8Array(), to: KEYS_END, limit: RECORDS_MAX }))
    empty.store.sync()
    empty.guard.write(guardCodec.encode(INITIAL_GUARD))
    empty.guard.sync()
    this.#memory = empty
  }

  log(record: LogRecord): void {
    this.memory.log.append([logRecordCodec.encode(record)])
    this.#isLogDirty = true
  }

  guard(guard: Guard): void {
    this.#guard = guard
    this.#isLogDirty = true
  }

  store(final: FinalBlock): void {
    this.write(finalWrites(final))
  }

  write(writes: readonly ChainWrite[]): void {
    this.memory.store.write(writes)
    this.#isStoreDirty = true
  }

  /** The records that stay are written again; when they are durable, what lies before them goes. */
  compact(records: readonly LogRecord[]): void {
    this.#pruneBelow = this.memory.log.nextPosition
    this.memory.log.append(records.map((record) => logRecordCodec.encode(record)))
    this.#isLogDirty = true
    this.#reach('amid a compaction')
  }

  /** What "final" rests on, too; then the log is cut. */
  sync(): void {
    this.syncLog()
    const { log, store } = this.memory
    if (this.#isStoreDirty) {
      store.sync()
      this.#reach('after sync')
      this.#isStoreDirty = false
    }
    if (this.#pruneBelow !== undefined) log.prune(this.#pruneBelow)
    this.#pruneBelow = undefined
  }

  /** What votes rest on: log, then guard. */
  syncLog(): void {
    if (!this.#isLogDirty) return
    const { log, guard } = this.memory
    log.sync()
    this.#reach('after log sync')
    if (this.#guard !== undefined) {
      guard.write(guardCodec.encode(this.#guard))
      this.#guard = undefined
      this.#reach('before guard sync')
      guard.sync()
      this.#reach('after guard sync')
    }
    this.#isLogDirty = false
  }

  /** The process ends; what was not synced is lost, or some of it. */
  crash(prng: Prng): void {
    this.#isLogDirty = false
    this.#isStoreDirty = false
    this.#guard = undefined
    this.#pruneBelow = undefined
    this.memory.crash(prng)
  }

  /** Computed anew from every value that the store has. */
  stateRoot(): Hash {
    const builder = new RootBuilder(NATIVE_SHA256.sha256)
    const records = this.#memory.store.range(STORED_STATE).map(({ key, value }) => ({ key: stateKeyOfStored(key), value }))
    for (const { key, value } of stateEntries(records)) builder.add(key, value)
    return builder.root()
  }
}
