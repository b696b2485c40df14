import type { Prng } from '@hanse/primitives'
import { type MemoryCounters, type MemoryFault, MemoryFaults } from './memory-faults.ts'
import { DurableMemoryGuard, type MemoryGuard } from './memory-guard.ts'
import { DurableMemoryLog, type MemoryLog } from './memory-log.ts'
import { DurableMemoryStore, type MemoryStore } from './memory-store.ts'
import { LOG_SEGMENT_BYTES_MAX } from './write-ahead-log.ts'

export interface MemoryDiskOptions {
  /** Default LOG_SEGMENT_BYTES_MAX. A simulator takes a small one, so that pruning has something to drop. */
  readonly segmentBytesMax?: number
}

/**
 * The disk of one simulated node: store, log and guard that lose what was not synced. Everything is synchronous and
 * deterministic, for an event loop of its own; `createMemoryStore` and its like put the ports in front of it.
 * Every call throws `StoreFailure` once one has failed, until `crash`.
 */
export interface MemoryDisk {
  readonly store: MemoryStore
  readonly log: MemoryLog
  readonly guard: MemoryGuard
  readonly counters: MemoryCounters
  /** The end of the process that used it: unsynced writes are gone, or with a `prng` a random prefix of each part's stays. */
  crash(prng?: Prng): void
  injectFault(fault: MemoryFault): void
  /** Faults that are still to come are called off. */
  clearFaults(): void
  /** What is durable now, on a disk of its own without faults: a backup. */
  copy(): MemoryDisk
  /** How often `crash` was called. */
  readonly crashes: number
}

export function createMemoryDisk(options: MemoryDiskOptions = {}): MemoryDisk {
  return new SimulatedDisk(options)
}

class SimulatedDisk implements MemoryDisk {
  readonly #options: MemoryDiskOptions
  readonly #faults = new MemoryFaults()
  readonly store = new DurableMemoryStore(this.#faults)
  readonly log: DurableMemoryLog
  readonly guard = new DurableMemoryGuard(this.#faults)
  crashes = 0

  constructor(options: MemoryDiskOptions) {
    this.#options = options
    this.log = new DurableMemoryLog(this.#faults, options.segmentBytesMax ?? LOG_SEGMENT_BYTES_MAX)
  }

  get counters(): MemoryCounters {
    return { ...this.#faults.counters }
  }

  crash(prng?: Prng): void {
    this.store.crash(prng)
    this.log.crash(prng)
    this.guard.crash(prng)
    this.#faults.restart()
    this.crashes += 1
  }

  injectFault(fault: MemoryFault): void {
    this.#faults.plan(fault)
  }

  clearFaults(): void {
    this.#faults.clear()
  }

  copy(): MemoryDisk {
    const copy = new SimulatedDisk(this.#options)
    this.store.copyInto(copy.store)
    this.log.copyInto(copy.log)
    this.guard.copyInto(copy.guard)
    return copy
  }
}
