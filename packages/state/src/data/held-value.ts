import { STATE_KEY_BYTES_MAX } from '@hanse/protocol'
import type { StateReader, StateWriter } from '../module.ts'
import { keyText } from './state-key.ts'

/** A key as the store and the tree take it. */
export interface HeldKey {
  readonly bytes: Uint8Array
  readonly hash: Uint8Array
}

/**
 * What stands under a key: bytes, or none. The state's layers and caches hand the same one on from each to the next, so that what was decoded
 * of it is decoded once, not once a transaction.
 */
export class HeldValue {
  /** To be read, not to be changed. */
  readonly bytes: Uint8Array | undefined
  /** Of one that replaced another: whatever replaces it needs it again. */
  key: HeldKey | undefined
  #decoder: unknown
  #decoded: unknown

  constructor(bytes: Uint8Array | undefined) {
    this.bytes = bytes
  }

  /** What `decoder` has remembered of it. */
  decodedBy(decoder: unknown): unknown {
    return this.#decoder === decoder ? this.#decoded : undefined
  }

  remember(decoder: unknown, decoded: unknown): void {
    this.#decoder = decoder
    this.#decoded = decoded
  }
}

export const ABSENT = new HeldValue(undefined)

/** Under these names a state hands out and takes what it holds, by `keyText`: for code that changes nothing in it. */
export const HELD = Symbol('held value')
export const HOLD = Symbol('hold value')

interface Holder extends StateReader {
  [HELD](text: string): HeldValue
}

interface WritableHolder extends StateWriter {
  [HOLD](text: string, value: HeldValue): void
}

/** What a state holds that modules read: `get` gives them copies, so that none can change the state in place. */
export abstract class HeldState implements Holder {
  abstract [HELD](text: string): HeldValue

  get(key: Uint8Array): Uint8Array | undefined {
    // Nothing stands under a key that is too long to be written: not each store would say so.
    if (key.length > STATE_KEY_BYTES_MAX) return undefined
    const { bytes } = this[HELD](keyText(key))
    return bytes === undefined ? undefined : copied(bytes)
  }
}

/** Not `slice`, which of Node's buffers is a view. */
export function copied(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}

export function isHolder(state: StateReader): state is Holder {
  return HELD in state
}

export function isWritableHolder(state: StateWriter): state is WritableHolder {
  return HOLD in state
}
