import type { GuardFile } from '@hanse/ports'
import type { Prng } from '@hanse/primitives'
import { slotsDamaged } from './failure.ts'
import { assertGuardValue } from './guard-file.ts'
import type { MemoryFaults } from './memory-faults.ts'

export type GuardContent = Awaited<ReturnType<GuardFile['read']>>

/** The guard of a simulated disk. A crash keeps the last synced value or one written after it. */
export interface MemoryGuard {
  read(): GuardContent
  /** Not durable before `sync`. */
  write(bytes: Uint8Array): void
  sync(): void
  /** Both slots fail their checksum from now on, until `wipe`. */
  damage(): void
  /** The file is gone. */
  wipe(): void
}

export class DurableMemoryGuard implements MemoryGuard {
  readonly #faults: MemoryFaults
  #synced: GuardContent = { type: 'absent' }
  #unsynced: GuardContent[] = []

  constructor(faults: MemoryFaults) {
    this.#faults = faults
  }

  read(): GuardContent {
    this.#faults.pass('guard', 'read')
    const content = this.#unsynced.at(-1) ?? this.#synced
    return content.type === 'value' ? { type: 'value', bytes: content.bytes.slice() } : content
  }

  write(bytes: Uint8Array): void {
    assertGuardValue(bytes)
    this.#faults.check()
    if (this.#synced.type === 'damaged') throw slotsDamaged('the guard')
    this.#unsynced.push({ type: 'value', bytes: bytes.slice() })
    this.#faults.counters.writes += 1
    this.#faults.counters.bytesWritten += bytes.length
    this.#faults.pass('guard', 'write')
  }

  sync(): void {
    this.#faults.counters.syncs += 1
    this.#faults.pass('guard', 'sync')
    this.#synced = this.#unsynced.at(-1) ?? this.#synced
    this.#unsynced = []
  }

  damage(): void {
    this.#synced = { type: 'damaged' }
    this.#unsynced = []
  }

  wipe(): void {
    this.#synced = { type: 'absent' }
    this.#unsynced = []
  }

  crash(prng: Prng | undefined): void {
    const kept = prng === undefined ? 0 : prng.below(this.#unsynced.length + 1)
    this.#synced = this.#unsynced[kept - 1] ?? this.#synced
    this.#unsynced = []
  }

  copyInto(target: DurableMemoryGuard): void {
    target.#synced = this.#synced
  }
}
