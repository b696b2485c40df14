import { assert } from '@hanse/primitives'
import { utf8FromBytesOrUndefined } from '@hanse/protocol'
import { type StateReader, stateKey, type Table } from '@hanse/state'

/** One record of a table, with the parts of its key inside the table. */
export interface TableRow<V> {
  readonly key: readonly string[]
  readonly value: V
}

/** Where a table's records stand: its `module` and `name` as they were given to `table`. */
export interface TablePlace<V> {
  readonly module: string
  readonly name: string
  readonly table: Table<V>
}

/** All records of one table, for invariants: `keys` walks the module's whole state keys. */
export function* rowsOf<V>(
  state: StateReader,
  keys: () => Iterable<Uint8Array>,
  { module, name, table }: TablePlace<V>,
): Generator<TableRow<V>> {
  const prefix = stateKey(module, name, '')
  for (const bytes of keys()) {
    if (!startsWith(bytes, prefix)) continue
    const text = utf8FromBytesOrUndefined(bytes.subarray(prefix.length))
    assert(text !== undefined, `a key of ${module}/${name} is not UTF-8`)
    const key = text.split('\0')
    yield { key, value: table.require(state, key) }
  }
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  if (bytes.length < prefix.length) return false
  // From the end: the keys of one module begin alike.
  for (let index = prefix.length - 1; index >= 0; index--) if (bytes[index] !== prefix[index]) return false
  return true
}
