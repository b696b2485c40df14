import { HELD_BYTES, HeldState } from '../data/held-bytes.ts'
import { keyText } from '../data/state-key.ts'

/** Reads by key and by its `keyText`, so that a chain of layers makes that text once. */
export interface TextReader {
  read(text: string, key: Uint8Array): Uint8Array | undefined
}

/** A change of one key; `value` undefined deletes it. */
export interface Change {
  readonly key: Uint8Array
  readonly value: Uint8Array | undefined
}

/** Changes on top of a state. Dropped as a whole, or taken over by the layer below. */
export class WriteSet extends HeldState implements TextReader {
  readonly changes = new Map<string, Change>()
  readonly #below: TextReader

  constructor(below: TextReader) {
    super()
    this.#below = below
  }

  read(text: string, key: Uint8Array): Uint8Array | undefined {
    const change = this.changes.get(text)
    return change === undefined ? this.#below.read(text, key) : change.value
  }

  [HELD_BYTES](key: Uint8Array): Uint8Array | undefined {
    return this.read(keyText(key), key)
  }

  takeOver(above: WriteSet): void {
    for (const [text, change] of above.changes) this.changes.set(text, change)
  }
}
