import { compareBytes } from '@hanse/primitives'
import type { StateSource } from '../chain/final-state.ts'
import { keyText, moduleOfKeyText } from '../data/state-key.ts'
import type { StateWrites } from '../ledger.ts'
import { type StateRecord, stateEntries } from '../store/layout.ts'

/** A store of the state's table, in memory. */
export class MemorySource implements StateSource {
  readonly #records = new Map<string, StateRecord>()

  get(key: Uint8Array): Uint8Array | undefined {
    return this.#records.get(keyText(key))?.value
  }

  apply({ puts, deletes }: StateWrites): void {
    for (const record of puts) this.#records.set(keyText(record.key), record)
    for (const key of deletes) this.#records.delete(keyText(key))
  }

  /** All records in order of key. */
  records(): readonly StateRecord[] {
    return [...this.#records.values()].sort((left, right) => compareBytes(left.key, right.key))
  }

  keysOf(module: string): readonly Uint8Array[] {
    const keys: Uint8Array[] = []
    for (const { key } of stateEntries(this.#records.values())) if (moduleOfKeyText(keyText(key)) === module) keys.push(key)
    return keys.sort(compareBytes)
  }
}
