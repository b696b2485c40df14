import { StoreFailure } from '@hanse/ports'
import { createPrng } from '@hanse/primitives'
import { openLogOn } from '../../src/write-ahead-log.ts'
import { LossyFiles } from '../support/lossy-files.ts'

const DIRECTORY = 'log'
const OPTIONS = { directory: DIRECTORY, genesisHash: new Uint8Array(32).fill(7), segmentBytesMax: 900 }
/** Records of each append. */
const WRITES = [1, 5, 2, 9, 1, 3, 4]

function contentOf(position: number): Buffer {
  return Buffer.from(createPrng(position).bytes(10 + ((position * 37) % 90)))
}

async function buildImage(): Promise<ReadonlyMap<string, Buffer>> {
  const files = new LossyFiles(createPrng(0))
  const log = await openLogOn(OPTIONS, files, async () => {})
  for (const count of WRITES) await log.append(Array.from({ length: count }, (_, index) => contentOf(log.nextPosition + index)))
  await log.close()
  return files.image()
}

const image = await buildImage()
const records = WRITES.reduce((sum, count) => sum + count, 0)
/** A slash has no place in the name of an input. */
const labelOf = (path: string): string => path.slice(DIRECTORY.length + 1)

export const target = {
  name: 'log',
  promise: 'a log with any file of it replaced gives the first of its records and no other, or is refused with what to do',
  shape: 'bytes',
  seeds: () => [...image].map(([path, content]) => ({ label: labelOf(path), bytes: new Uint8Array(content) })),
  check: async ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): Promise<string> => {
    const damaged = new Map([...image].map(([path, content]) => [path, labelOf(path) === label ? Buffer.from(bytes) : content]))
    try {
      const log = await openLogOn(OPTIONS, LossyFiles.fromImage(createPrng(1), damaged), async () => {})
      const entries = await log.readAll()
      for (const [index, entry] of entries.entries())
        if (entry.position !== index || !contentOf(index).equals(entry.bytes)) throw new Error(`a wrong record at ${index}`)
      if (entries.length > records || log.nextPosition !== entries.length) throw new Error('more records than were written')
      await log.close()
      return `accepted ${entries.length === records ? 'whole' : 'a prefix'}`
    } catch (error) {
      if (error instanceof StoreFailure && error.hint.length > 0) return `${error.code} ${error.message.replace(/\d+/g, 'n').slice(0, 60)}`
      throw error
    }
  },
}
