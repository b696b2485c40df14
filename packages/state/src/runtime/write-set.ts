import {
  WRITE_BYTES_PER_BLOCK_MAX,
  WRITE_BYTES_PER_TRANSACTION_MAX,
  WRITE_OVERHEAD_BYTES,
  WRITES_PER_TRANSACTION_MAX,
} from '@hanse/protocol'
import { HELD, HeldState, type HeldValue } from '../data/held-value.ts'
import { LimitFault } from './limit-fault.ts'

/** Reads by `keyText`, so that a chain of layers makes a key's bytes only for the store. */
export interface TextReader {
  read(text: string): HeldValue
}

/** By `keyText`; a value without bytes deletes its key. */
export type Changes = ReadonlyMap<string, HeldValue>

/** Keys that a layer may change, and what they may weigh: each with what it had before and has afterwards. */
export interface WriteLimits {
  readonly writesMax: number
  readonly bytesMax: number
}

/** Of one transaction, and of one module of a package at the start of a block. */
export const STEP_LIMITS: WriteLimits = { writesMax: WRITES_PER_TRANSACTION_MAX, bytesMax: WRITE_BYTES_PER_TRANSACTION_MAX }

const NO_LIMITS: WriteLimits = { writesMax: Number.POSITIVE_INFINITY, bytesMax: Number.POSITIVE_INFINITY }

/** Changes on top of a state. Dropped as a whole, or taken over by the layer below. */
export class WriteSet extends HeldState implements TextReader {
  readonly #changes = new Map<string, HeldValue>()
  readonly #below: TextReader
  readonly #limits: WriteLimits
  #sizeBytes = 0
  #failure: { readonly error: unknown } | undefined

  constructor(below: TextReader, limits: WriteLimits = NO_LIMITS) {
    super()
    this.#below = below
    this.#limits = limits
  }

  get changes(): Changes {
    return this.#changes
  }

  /** @throws LimitFault, and what a read below throws */
  set(text: string, value: HeldValue): void {
    const { writesMax, bytesMax } = this.#limits
    const sizeBytes = this.#sizeBytes + this.#growth(text, value)
    if (sizeBytes > bytesMax) throw new LimitFault('tx/too-many-writes', `more than ${bytesMax} bytes would be written`)
    if (this.#changes.size >= writesMax && !this.#changes.has(text)) {
      throw new LimitFault('tx/too-many-writes', `more than ${writesMax} keys would be changed`)
    }
    this.#sizeBytes = sizeBytes
    this.#changes.set(text, value)
  }

  takeOver(above: WriteSet): void {
    this.#take(above, Number.POSITIVE_INFINITY)
  }

  /** Takes nothing, and says so, where this layer, a block's, would then weigh more than a block may. */
  takeOverIfRoom(above: WriteSet): boolean {
    return this.#take(above, WRITE_BYTES_PER_BLOCK_MAX)
  }

  #take(above: WriteSet, bytesMax: number): boolean {
    let sizeBytes = this.#sizeBytes
    for (const [text, value] of above.#changes) sizeBytes += this.#growth(text, value)
    if (sizeBytes > bytesMax) return false
    for (const [text, value] of above.#changes) this.#changes.set(text, value)
    this.#sizeBytes = sizeBytes
    return true
  }

  /** What is replaced weighs as well: a block keeps it, so that older heights can be read. */
  #growth(text: string, { bytes }: HeldValue): number {
    const before = this.#changes.get(text)
    const sizeBytes = bytes?.length ?? 0
    if (before !== undefined) return sizeBytes - (before.bytes?.length ?? 0)
    return WRITE_OVERHEAD_BYTES + text.length + sizeBytes + (this.read(text).bytes?.length ?? 0)
  }

  read(text: string): HeldValue {
    const change = this.#changes.get(text)
    if (change !== undefined) return change
    try {
      return this.#below.read(text)
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

  [HELD](text: string): HeldValue {
    return this.read(text)
  }
}
