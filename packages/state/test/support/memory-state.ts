import { keyText } from '../../src/data/state-key.ts'
import type { StateWriter } from '../../src/module.ts'

/** A state that is only a map, to test what modules build on it. */
export function memoryState(): StateWriter & { readonly size: number } {
  const values = new Map<string, Uint8Array>()
  return {
    get: (key) => values.get(keyText(key)),
    put: (key, value) => void values.set(keyText(key), value),
    delete: (key) => void values.delete(keyText(key)),
    emit: () => {},
    eventsLeft: Number.POSITIVE_INFINITY,
    get size() {
      return values.size
    },
  }
}
