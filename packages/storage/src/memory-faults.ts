import { StoreFailure } from '@hanse/ports'

export type MemoryPart = 'store' | 'log' | 'guard'
export type MemoryOperation = 'read' | 'write' | 'sync'

/** A failure to come. What a failing write or sync was about stays unsynced: a crash may keep it or not. */
export interface MemoryFault {
  readonly operation: MemoryOperation
  /** Any part when absent. */
  readonly part?: MemoryPart
  /** Operations that it lets pass first. Default 0. */
  readonly skip?: number
  /** Again after every crash. Default: once. */
  readonly isSticky?: boolean
  /** Default `storage/io`. */
  readonly code?: string
}

export interface MemoryCounters {
  readonly writes: number
  readonly syncs: number
  readonly bytesWritten: number
  /** Crashes within a record of the log. */
  readonly tornWrites: number
}

/** What the parts of one disk have in common: planned faults, the fail-stop latch, and counters. */
export class MemoryFaults {
  readonly counters = { writes: 0, syncs: 0, bytesWritten: 0, tornWrites: 0 }
  #planned: { readonly fault: MemoryFault; toSkip: number }[] = []
  #failure: StoreFailure | undefined

  plan(fault: MemoryFault): void {
    this.#planned.push({ fault, toSkip: fault.skip ?? 0 })
  }

  /** Clears the latch, as a restart of the process does. */
  restart(): void {
    this.#failure = undefined
  }

  clear(): void {
    this.#planned = []
  }

  /** @throws StoreFailure when something failed since the last crash. */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure
  }

  /** @throws StoreFailure when it is this operation's turn to fail, or one failed since the last crash. */
  pass(part: MemoryPart, operation: MemoryOperation): void {
    this.check()
    for (const entry of this.#planned) {
      const { fault } = entry
      if (fault.operation !== operation || (fault.part !== undefined && fault.part !== part)) continue
      if (entry.toSkip > 0) {
        entry.toSkip -= 1
        continue
      }
      if (fault.isSticky !== true) this.#planned = this.#planned.filter((other) => other !== entry)
      this.#failure = new StoreFailure(fault.code ?? 'storage/io', `injected: ${operation} of the ${part} failed`, 'this disk is simulated')
      throw this.#failure
    }
  }
}
