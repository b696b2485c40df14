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

export function table<V>({ module, name, value }: TableOptions<V>): Table<V> {
  const beginning = stateKeyText(module, [name])
  // One record is asked for several times, by who judges and by who changes it, and some tables have one alone: a map finds a text faster that
  // it has seen before.
  let lastKey: KeyParts = ''
  let lastText = textBelow(beginning, lastKey)
  const textOf = (key: KeyParts): string => {
    if (!isSameKey(key, lastKey)) {
      lastText = textBelow(beginning, key)
      lastKey = typeof key === 'string' ? key : [...key]
    }
    return lastText
  }
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
    const known = held.decodedBy(value)
    if (known instanceof RecordWithBytes) return known.copy() as V
    if (known !== undefined) return known as V
    const record = decode(held.bytes)
    if (madeConstant(record)) held.remember(value, record)
    else if (isWithBytes(record)) {
      const remembered = new RecordWithBytes(record)
      held.remember(value, remembered)
      return remembered.copy() as V
    }
    return record
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
    if (madeConstant(put)) held.remember(value, put)
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

function isSameKey(left: KeyParts, right: KeyParts): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right
  if (left.length !== right.length) return false
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false
  return true
}

/**
 * What a module changed in a record that others get too would be seen by later transactions, on the nodes that have it in memory alone: so
 * nobody can, and each gets bytes of its own.
 */
class RecordWithBytes {
  readonly #record: Readonly<Record<string, unknown>>
  readonly #withBytes: readonly string[]

  constructor(record: Readonly<Record<string, unknown>>) {
    this.#record = record
    this.#withBytes = Object.keys(record).filter((name) => record[name] instanceof Uint8Array)
  }

  copy(): unknown {
    const own = { ...this.#record }
    for (const name of this.#withBytes) own[name] = copied(own[name] as Uint8Array)
    return Object.freeze(own)
  }
}

/** False for one that has to be decoded anew each time: beside bytes it has something in it that can be changed. */
function isWithBytes(record: unknown): record is Readonly<Record<string, unknown>> {
  if (typeof record !== 'object' || record === null || Object.getPrototypeOf(record) !== Object.prototype) return false
  return Object.values(record).every((member) => madeConstant(member) || Object.getPrototypeOf(member) === Uint8Array.prototype)
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
