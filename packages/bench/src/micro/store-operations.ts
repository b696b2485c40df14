import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256Native } from '@hanse/crypto-native'
import type { StoreWrite } from '@hanse/ports'
import { concatBytes, uint64ToBytes } from '@hanse/primitives'
import { openLevelStore } from '@hanse/storage'
import { at, type OperationSet, operation, waitingOperation } from './operation.ts'

/** Records of a block's batch, and batches before keys come again. */
const RECORDS = 2_500
const BATCHES = 8
const VALUE_BYTES = 100
const TABLE = 1

/** What a node does on its disk, in a folder of its own. */
export async function storeOperations(): Promise<OperationSet> {
  const directory = await mkdtemp(join(tmpdir(), 'hanse-bench-'))
  const store = await openLevelStore({ directory: join(directory, 'store') })
  const batches = Array.from({ length: BATCHES }, (_, batch) => batchOf(batch))
  for (const batch of batches) await store.write(batch, { sync: false })
  const keys = batches.flatMap((batch) => batch.map(({ key }) => key))
  return {
    operations: [
      // Without a sync, whose cost is the file system's.
      waitingOperation('store: write a batch', 'a record', (index) => store.write(at(batches, index), { sync: false }), RECORDS),
      // Far apart, so that it is another block of a table each time.
      operation('store: read', 'a record', (index) => store.get(at(keys, index * 7_919))),
    ],
    close: async () => {
      await store.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function batchOf(batch: number): readonly StoreWrite[] {
  return Array.from({ length: RECORDS }, (_, index) => {
    const hash = sha256Native(uint64ToBytes(batch * RECORDS + index))
    const value = new Uint8Array(VALUE_BYTES)
    for (let byte = 0; byte < VALUE_BYTES; byte++) value[byte] = hash[byte % hash.length] as number
    return { key: concatBytes(Uint8Array.of(TABLE), hash), value }
  })
}
