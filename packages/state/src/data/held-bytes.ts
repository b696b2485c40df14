import type { StateReader } from '../module.ts'

/** Under this name a state hands out the bytes that its caches hold, the same ones again and again: for code that changes nothing in them. */
export const HELD_BYTES = Symbol('held bytes')

interface Holder extends StateReader {
  [HELD_BYTES](key: Uint8Array): Uint8Array | undefined
}

/** What a state holds that modules read: `get` gives them copies, so that none can change the state in place. */
export abstract class HeldState implements Holder {
  abstract [HELD_BYTES](key: Uint8Array): Uint8Array | undefined

  get(key: Uint8Array): Uint8Array | undefined {
    const held = this[HELD_BYTES](key)
    return held === undefined ? undefined : copied(held)
  }
}

/** Not `slice`, which of Node's buffers is a view. */
export function copied(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes)
}

/** To be read, not to be changed. */
export function heldBytes(state: StateReader, key: Uint8Array): Uint8Array | undefined {
  return HELD_BYTES in state ? (state as Holder)[HELD_BYTES](key) : state.get(key)
}
