import type { Store } from '@hanse/ports'
import { stateKeyOfStored, tableOfStored } from '@hanse/replica'
import { stateRecordKind } from '@hanse/state'
import { pagesOf } from '../store-range.ts'

/** Records of one kind in the store: keys and values, before LevelDB compresses them. */
export interface RecordCount {
  /** `block`, `summary`, `heightOfHash`, `state page`, `state receivables`, … */
  readonly kind: string
  readonly count: number
  readonly sizeBytes: number
}

const LOWEST = Uint8Array.of(0)
const HIGHEST = Uint8Array.of(0xff)

function kindOf(key: Uint8Array): string {
  const table = tableOfStored(key)
  if (table !== 'state') return table ?? 'unknown'
  const kind = stateRecordKind(stateKeyOfStored(key))
  return typeof kind === 'string' ? `state ${kind}` : `state ${kind.module}`
}

/** Walks the whole store, and so checks the checksum of every record. @throws StoreFailure */
export async function countRecords(store: Store): Promise<readonly RecordCount[]> {
  const counts = new Map<string, RecordCount>()
  for await (const page of pagesOf(store, LOWEST, HIGHEST)) {
    for (const { key, value } of page) {
      const kind = kindOf(key)
      const count = counts.get(kind) ?? { kind, count: 0, sizeBytes: 0 }
      counts.set(kind, { kind, count: count.count + 1, sizeBytes: count.sizeBytes + key.length + value.length })
    }
  }
  return [...counts.values()].sort((left, right) => right.sizeBytes - left.sizeBytes)
}
