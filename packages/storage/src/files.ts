import { constants } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { isNotFound } from './failure.ts'

/** The few calls on files that the log and the guard need. One implementation is Node's; tests bring one that loses power. */
export interface Files {
  /** With the directories above it; durable. Existing is fine. */
  makeDirectory(path: string): Promise<void>
  /** Names, sorted; empty when the directory does not exist. */
  list(directory: string): Promise<readonly string[]>
  /** Undefined when the file does not exist. */
  open(path: string): Promise<OpenFile | undefined>
  /** An empty file, readable by its owner alone. Its name is durable after `syncDirectory`, not before. */
  create(path: string): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  syncDirectory(path: string): Promise<void>
}

export interface OpenFile {
  readAll(): Promise<Uint8Array>
  /** How many bytes were written, which may be fewer than asked for. */
  write(bytes: Uint8Array, offset: number): Promise<number>
  truncate(sizeBytes: number): Promise<void>
  /** Data and size are durable when the promise resolves. */
  sync(): Promise<void>
  close(): Promise<void>
}

const OWNER_ONLY_FILE = 0o600
const OWNER_ONLY_DIRECTORY = 0o700

async function openNodeFile(path: string, flags: number): Promise<OpenFile> {
  const handle = await open(path, flags, OWNER_ONLY_FILE)
  return {
    readAll: async () => {
      const { size } = await handle.stat()
      const bytes = new Uint8Array(size)
      let filled = 0
      while (filled < size) {
        const { bytesRead } = await handle.read(bytes, filled, size - filled, filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return bytes.subarray(0, filled)
    },
    write: async (bytes, offset) => (await handle.write(bytes, 0, bytes.length, offset)).bytesWritten,
    truncate: (sizeBytes) => handle.truncate(sizeBytes),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  }
}

async function syncNodeDirectory(path: string): Promise<void> {
  // Windows cannot open a directory; NTFS journals names by itself.
  if (process.platform === 'win32') return
  const handle = await open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const nodeFiles: Files = {
  makeDirectory: async (path) => {
    const topmost = await mkdir(path, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
    if (topmost === undefined) return
    for (let created = resolve(path); created.length >= resolve(topmost).length; created = dirname(created)) {
      await syncNodeDirectory(dirname(created))
    }
  },
  list: async (directory) => {
    try {
      return (await readdir(directory)).sort()
    } catch (error) {
      if (isNotFound(error)) return []
      throw error
    }
  },
  open: async (path) => {
    try {
      return await openNodeFile(path, constants.O_RDWR)
    } catch (error) {
      if (isNotFound(error)) return undefined
      throw error
    }
  },
  create: (path) => openNodeFile(path, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC),
  rename,
  remove: (path) => rm(path),
  syncDirectory: syncNodeDirectory,
}

/** Writes all of it, however little the disk takes at a time. */
export async function writeFully(file: OpenFile, bytes: Uint8Array, offset: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const count = await file.write(bytes.subarray(written), offset + written)
    if (count <= 0) throw new Error(`the disk took ${written} of ${bytes.length} bytes`)
    written += count
  }
}
