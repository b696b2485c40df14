import { open } from 'node:fs/promises'

/** The end of a log that a bundle takes, in bytes and in lines. */
const TAIL_BYTES_MAX = 2 * 1024 * 1024
const TAIL_LINES_MAX = 2_000

/** The last whole lines of a file; undefined where it cannot be read. */
export async function logTail(path: string): Promise<string | undefined> {
  try {
    const handle = await open(path, 'r')
    try {
      const { size } = await handle.stat()
      const from = Math.max(0, size - TAIL_BYTES_MAX)
      const bytes = Buffer.alloc(size - from)
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from)
      const lines = bytes.toString('utf8', 0, bytesRead).split('\n')
      // A cut that is not at the start of the file goes through a line.
      return lines
        .slice(from > 0 ? 1 : 0)
        .slice(-TAIL_LINES_MAX - 1)
        .join('\n')
    } finally {
      await handle.close()
    }
  } catch {
    return undefined
  }
}
