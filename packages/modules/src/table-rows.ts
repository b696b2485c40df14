import { utf8FromBytesOrUndefined } from '@hanse/protocol'
import type { StateReader, Table } from '@hanse/state'

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
  for (const bytes of keys()) {
    const [keyModule, keyTable, ...key] = (utf8FromBytesOrUndefined(bytes) ?? '').split('\0')
    if (keyModule === module && keyTable === name) yield { key, value: table.require(state, key) }
  }
}
