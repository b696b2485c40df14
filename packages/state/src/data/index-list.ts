import type { StateReader, StateWriter } from '../module.ts'
import { pagedList } from './paged-list.ts'
import type { KeyParts } from './state-key.ts'
import type { ValueCodec } from './value-codec.ts'

/** A list that only grows, one a key: what belongs to a party, an invoice, a day. */
export interface IndexList<T> {
  append(state: StateWriter, key: KeyParts, item: T): void
  count(state: StateReader, key: KeyParts): number
  /** Items `from` to `from + limit − 1`, as far as there are any. */
  page(state: StateReader, key: KeyParts, from: number, limit: number): readonly T[]
}

export interface IndexListOptions<T> {
  readonly module: string
  /** Part of every key: it may never change. */
  readonly name: string
  /** Of what is small, as an id is: eight together have to fit into a value of the state. */
  readonly item: ValueCodec<T>
}

export function indexList<T>({ module, name, item }: IndexListOptions<T>): IndexList<T> {
  const list = pagedList({ module, name, item })
  const count = (state: StateReader, key: KeyParts): number => list.bounds(state, key).end
  return {
    append: list.append,
    count,
    page: (state, key, from, limit) => {
      const end = Math.min(from + limit, count(state, key))
      const page: T[] = []
      for (let position = from; position < end; position++) page.push(list.at(state, key, position))
      return page
    },
  }
}
