import { assert } from '@hanse/primitives'
import type { StateReader, StateWriter } from '../module.ts'
import { ABSENT, copied, HELD, HeldValue, HOLD, isHolder, isWritableHolder } from './held-value.ts'
import { type KeyParts, keyBytes, partsOf, stateKeyText, textBelow } from './state-key.ts'
import type { ValueCodec } from './value-codec.ts'

/** Typed records of one module under `module ‖ 0x00 ‖ name ‖ 0x00 ‖ part ‖ 0x00 ‖ part …`. */
export interface Table<V> {
  /** Frozen, as with `require`: to change a record, put another one. */
  get(state: StateReader, key: KeyParts): V | undefined
  /** An absent record is a broken invariant: use it where its existence has been checked. */
  require(state: StateReader, key: KeyParts): V
  has(state: StateReader, key: KeyParts): boolean
  /** A record that its codec would not read again is a broken invariant. */
  put(state: StateWriter, key: KeyParts, value: V): void
  delete(state: StateWriter, key: KeyParts): void
  /** The whole state key: what a state proof is asked for. */
  keyOf(key: KeyParts): Uint8Array
}

export interface TableOptions<V> {
  readonly module: string
  /** Part of every key: it may never change. */
  readonly name: string
  readonly value: ValueCodec<V>
}

/** Gives a record that was decoded to each who asks for it. */
type Remembered<V> = () => V

export function table<V>({ module, name, value }: TableOptions<V>): Table<V> {
  const beginning = stateKeyText(module, [name])
  const textOf = (key: KeyParts): string => textBelow(beginning, key)
  const decode = (bytes: Uint8Array): V => {
    // What is decoded may hold parts of the bytes.
    const decoded = value.decode(copied(bytes))
    assert(decoded.ok, () => `a record of ${module}/${name} does not decode`)
    return decoded.value
  }
  const get = (state: StateReader, key: KeyParts): V | undefined => {
    const text = textOf(key)
    const held = isHolder(state) ? state[HELD](text) : new HeldValue(state.get(keyBytes(text)))
    if (held.bytes === undefined) return undefined
    const known = held.decodedBy(value) as Remembered<V> | undefined
    if (known !== undefined) return known()
    const record = decode(held.bytes)
    const remembered = rememberedOf(record)
    if (remembered === undefined) return record
    held.remember(value, remembered)
    return remembered()
  }
  // A record that cannot be read would stand there for ever, and fail whoever asks for it.
  const put = (state: StateWriter, key: KeyParts, record: V): void => {
    const text = textOf(key)
    const bytes = value.encode(record)
    const decoded = value.decode(bytes)
    if (!decoded.ok) {
      const { path, message } = decoded.error
      const place = `${partsOf(key).join('/')} of ${module}/${name}`
      assert(false, `${place} could not be read again: ${path === undefined ? '' : `${path}: `}${message}`)
    }
    if (!isWritableHolder(state)) return state.put(keyBytes(text), bytes)
    const held = new HeldValue(copied(bytes))
    const put = decoded.value
    // One with bytes in it may hold those of the caller.
    if (madeConstant(put)) held.remember(value, () => put)
    state[HOLD](text, held)
  }
  return {
    get,
    require: (state, key) => {
      const found = get(state, key)
      assert(found !== undefined, () => `no record ${partsOf(key).join('/')} in ${module}/${name}`)
      return found
    },
    has: (state, key) => (isHolder(state) ? state[HELD](textOf(key)).bytes : state.get(keyBytes(textOf(key)))) !== undefined,
    put,
    delete: (state, key) => (isWritableHolder(state) ? state[HOLD](textOf(key), ABSENT) : state.delete(keyBytes(textOf(key)))),
    keyOf: (key) => keyBytes(textOf(key)),
  }
}

/**
 * What a module changed in a record that others get too would be seen by later transactions, on the nodes that have it in memory alone: so
 * nobody can. Undefined for one that has to be decoded anew each time.
 */
function rememberedOf<V>(record: V): Remembered<V> | undefined {
  if (madeConstant(record)) return () => record
  if (typeof record !== 'object' || record === null || Object.getPrototypeOf(record) !== Object.prototype) return undefined
  const changeable = Object.entries(record).filter(([, member]) => !madeConstant(member))
  if (!changeable.every(([, member]) => Object.getPrototypeOf(member) === Uint8Array.prototype)) return undefined
  return () => {
    const own = { ...(record as Record<string, unknown>) }
    for (const [name, bytes] of changeable) own[name] = copied(bytes)
    return Object.freeze(own) as V
  }
}

/** Freezes a record with all that is in it. False where something in it can be changed all the same: bytes cannot be frozen. */
function madeConstant(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (ArrayBuffer.isView(value)) return false
  Object.freeze(value)
  let isConstant = true
  for (const member of Object.values(value)) if (!madeConstant(member)) isConstant = false
  return isConstant
}
