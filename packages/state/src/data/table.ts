import { assert } from '@hanse/primitives'
import type { StateReader, StateWriter } from '../module.ts'
import { copied, heldBytes } from './held-bytes.ts'
import { type KeyParts, partsOf, stateKey } from './state-key.ts'
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
  const keyOf = (key: KeyParts): Uint8Array => stateKey(module, name, ...partsOf(key))
  // The state's caches hand out the same bytes again and again: a party is decoded once, not once a transaction. What a module changed in
  // such a record would be seen by later transactions, on the nodes that have it in memory alone: so nobody can.
  const decodedOf = new WeakMap<Uint8Array, { readonly record: V }>()
  const remember = (bytes: Uint8Array | undefined, record: V): V => {
    if (madeConstant(record) && bytes !== undefined) decodedOf.set(bytes, { record })
    return record
  }
  const get = (state: StateReader, key: KeyParts): V | undefined => {
    const bytes = heldBytes(state, keyOf(key))
    if (bytes === undefined) return undefined
    const known = decodedOf.get(bytes)
    if (known !== undefined) return known.record
    // What is decoded may hold parts of the bytes.
    const decoded = value.decode(copied(bytes))
    assert(decoded.ok, `a record of ${module}/${name} does not decode`)
    return remember(bytes, decoded.value)
  }
  // A record that cannot be read would stand there for ever, and fail whoever asks for it.
  const put = (state: StateWriter, key: KeyParts, record: V): void => {
    const stateKey = keyOf(key)
    const bytes = value.encode(record)
    const decoded = value.decode(bytes)
    if (!decoded.ok) {
      const { path, message } = decoded.error
      assert(
        false,
        `${partsOf(key).join('/')} of ${module}/${name} could not be read again: ${path === undefined ? '' : `${path}: `}${message}`,
      )
    }
    state.put(stateKey, bytes)
    remember(heldBytes(state, stateKey), decoded.value)
  }
  return {
    get,
    require: (state, key) => {
      const found = get(state, key)
      assert(found !== undefined, `no record ${partsOf(key).join('/')} in ${module}/${name}`)
      return found
    },
    has: (state, key) => heldBytes(state, keyOf(key)) !== undefined,
    put,
    delete: (state, key) => state.delete(keyOf(key)),
    keyOf,
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
