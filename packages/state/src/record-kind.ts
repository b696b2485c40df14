import type { Codec, Field } from '@hanse/protocol'

/** Names a member that exists for the compiler only. */
declare const shape: unique symbol

/**
 * One kind of record that a module keeps, for whoever wants a proof of one: how its key is made of what names it, and how its bytes are
 * read. It describes what is there and takes no part in execution.
 */
export interface RecordKind<K, V> {
  readonly summary: string
  /** What names one record. */
  readonly key: Field<K>
  readonly value: Codec<V>
  /** The whole state key. */
  keyOf(key: K): Uint8Array
}

export interface BoundRecord extends Omit<RecordKind<never, never>, 'value'> {
  readonly value: Codec<unknown>
  readonly bound: 'record'
}

/** A kind of record as it was defined: a typed client takes the types of key and value from here. */
export interface DefinedRecord<K, V, S extends string = string> extends BoundRecord {
  readonly summary: S
  readonly [shape]?: { readonly key: K; readonly value: V }
}

export function defineRecord<K, V, const S extends string>(kind: RecordKind<K, V> & { readonly summary: S }): DefinedRecord<K, V, S> {
  return { ...kind, bound: 'record' } as unknown as DefinedRecord<K, V, S>
}
