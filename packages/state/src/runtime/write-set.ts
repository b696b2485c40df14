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
  #failure: { readonly error: unknown } | undefined

  constructor(below: TextReader) {
    super()
    this.#below = below
  }

  read(text: string, key: Uint8Array): Uint8Array | undefined {
    const change = this.changes.get(text)
    if (change !== undefined) return change.value
    try {
      return this.#below.read(text, key)
    } catch (error) {
      this.#failure ??= { error }
      throw error
    }
  }

  /**
   * A read that failed below is a failure of this node, and must not look like one of the module, which all nodes would have alike: not to
   * who runs the module's code, and not where that code catches it.
   * @throws what a read threw
   */
  checkReads(): void {
    if (this.#failure !== undefined) throw this.#failure.error
  }

  [HELD_BYTES](key: Uint8Array): Uint8Array | undefined {
    return this.read(keyText(key), key)
  }

  takeOver(above: WriteSet): void {
    for (const [text, change] of above.changes) this.changes.set(text, change)
  }
}
