import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { concatBytes } from '@hanse/primitives'
import { storedStateKey } from '@hanse/replica'
import { openLevelStore } from '@hanse/storage'
import { ClassicLevel } from 'classic-level'

const DATA_BYTE = 1

export const storeOf = (home: string): string => join(home, 'data', 'store')

/** LevelDB moves its log into tables when it is opened: here without packing them, so that every byte can be found. */
export async function intoTables(home: string): Promise<void> {
  for (let round = 0; round < 2; round++) {
    const level = new ClassicLevel(storeOf(home), { compression: false })
    await level.open()
    await level.close()
  }
}

export async function filesOf(home: string, pattern: RegExp): Promise<readonly string[]> {
  const names = (await readdir(storeOf(home))).filter((name) => pattern.test(name)).sort()
  return names.map((name) => join(storeOf(home), name))
}

/** The key in the store of the first record of a range of the state. */
export async function firstKey(home: string, { from, to }: { readonly from: Uint8Array; readonly to: Uint8Array }): Promise<Uint8Array> {
  const store = await openLevelStore({ directory: storeOf(home) })
  const [record] = await store.range({ from: storedStateKey(from), to: storedStateKey(to), limit: 1 })
  await store.close()
  if (record === undefined) throw new Error('no record')
  return record.key
}

/** Flips a bit of the checksum of what is stored under `key` wherever it lies in a table. Gives how often it was found. */
export async function damageRecord(home: string, key: Uint8Array): Promise<number> {
  const store = await openLevelStore({ directory: storeOf(home) })
  const value = store.get(key)
  await store.close()
  if (value === undefined) throw new Error('no such record')
  const stored = concatBytes(Uint8Array.of(DATA_BYTE), key)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(value, crc32(stored, stored.length)))
  let found = 0
  for (const path of await filesOf(home, /\.(ldb|sst)$/)) {
    const bytes = await readFile(path)
    for (let at = bytes.indexOf(checksum); at >= 0; at = bytes.indexOf(checksum, at + 1)) {
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      found += 1
    }
    await writeFile(path, bytes)
  }
  return found
}
