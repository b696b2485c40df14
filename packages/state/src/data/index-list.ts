import type { StateReader, StateWriter } from '../module.ts'
import { type KeyParts, partsOf } from './state-key.ts'
import { table } from './table.ts'
import { countValue, type ValueCodec } from './value-codec.ts'

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
  readonly item: ValueCodec<T>
}

/** Items are stored one by one, at `name.item`, the number of them at `name.count`. */
export function indexList<T>({ module, name, item }: IndexListOptions<T>): IndexList<T> {
  const counts = table({ module, name: `${name}.count`, value: countValue })
  const items = table({ module, name: `${name}.item`, value: item })
  const itemKey = (key: KeyParts, position: number): readonly string[] => [...partsOf(key), `${position}`]
  const count = (state: StateReader, key: KeyParts): number => counts.get(state, key) ?? 0
  return {
    append: (state, key, value) => {
      const position = count(state, key)
      items.put(state, itemKey(key, position), value)
      counts.put(state, key, position + 1)
    },
    count,
    page: (state, key, from, limit) => {
      const end = Math.min(from + limit, count(state, key))
      const page: T[] = []
      for (let position = from; position < end; position++) page.push(items.require(state, itemKey(key, position)))
      return page
    },
  }
}
