import { constants } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { toStoreFailure } from './failure.ts'

const BLOCK_BYTES = 4096

/** How long the disk takes to make a write durable, in ms: the times of `rounds` writes of one block, sorted. @throws StoreFailure `storage/io` */
export async function measureSync(path: string, rounds: number): Promise<readonly number[]> {
  try {
    const handle = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, 0o600)
    try {
      const block = new Uint8Array(BLOCK_BYTES)
      const times: number[] = []
      for (let round = 0; round < rounds; round++) {
        const startedMs = performance.now()
        await handle.write(block, 0, block.length, round * block.length)
        await handle.datasync()
        times.push(performance.now() - startedMs)
      }
      return times.sort((left, right) => left - right)
    } finally {
      await handle.close()
      await rm(path)
    }
  } catch (error) {
    throw toStoreFailure(`write ${path}`, error)
  }
}
