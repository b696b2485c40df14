import { constants } from 'node:fs'
import { mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refuse } from './refused.ts'

/** Names of the files of a snapshot: they are made here, and never read out of one. */
export const MANIFEST_FILE = 'manifest.json'
/** What is being written; whoever finds one found an interrupted work. */
const PART_SUFFIX = '.part'
const OWNER_ONLY_FILE = 0o600
const OWNER_ONLY_DIRECTORY = 0o700
/** Beside what is written, for the node that goes on meanwhile. */
const FREE_BYTES_LEFT_MIN = 64 * 1024 * 1024

/**
 * A file as it is, if it is one and has the size that was said, or at the most `sizeBytes` where `isMost`. Links are not followed: a
 * folder from somebody else must not read out another file. `snapshot/not-found`, `snapshot/bad-file`.
 */
export async function readWhole(path: string, sizeBytes: number, isMost = false): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch(
    (error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('snapshot/not-found', `there is no ${path}`)
      if (code === 'ELOOP') return refuse('snapshot/bad-file', `${path} is a link`)
      throw error
    },
  )
  try {
    const status = await handle.stat()
    if (!status.isFile()) return refuse('snapshot/bad-file', `${path} is no file`)
    if (isMost ? status.size > sizeBytes : status.size !== sizeBytes) {
      return refuse('snapshot/bad-file', `${path} has ${status.size} bytes, ${isMost ? 'at most ' : 'not '}${sizeBytes}`)
    }
    const bytes = new Uint8Array(status.size)
    for (let filled = 0; filled < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled)
      if (bytesRead === 0) return refuse('snapshot/bad-file', `${path} became shorter while it was read`)
      filled += bytesRead
    }
    return bytes
  } finally {
    await handle.close()
  }
}

/** Durable when it resolves, but for its name. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', OWNER_ONLY_FILE)
  try {
    await handle.writeFile(bytes)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: OWNER_ONLY_DIRECTORY })
}

/**
 * A folder that is there whole, under its name, or not at all: it is filled under another one. What an interrupted work has left in
 * `parent` goes first; one work at a time.
 */
export async function makeWhole(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const parent = dirname(target)
  await makeFolder(parent)
  for (const name of await readdir(parent)) if (name.endsWith(PART_SUFFIX)) await rm(join(parent, name), { recursive: true, force: true })
  const folder = `${target}${PART_SUFFIX}`
  await makeFolder(folder)
  try {
    await fill(folder)
    await syncFolder(folder)
    await rename(folder, target)
    await syncFolder(parent)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** Bytes that this user may still write to the disk of a folder. */
export async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** What keeps `sizeBytes` more from a folder's disk of which `freeBytes` are left, in words; undefined where there is room. */
export function spaceFault(folder: string, freeBytes: number, sizeBytes: number): string | undefined {
  if (freeBytes - sizeBytes >= FREE_BYTES_LEFT_MIN) return undefined
  return `${folder} has ${mib(freeBytes)} MiB free, this takes ${mib(sizeBytes)} MiB and leaves less than ${mib(FREE_BYTES_LEFT_MIN)}`
}

/** `snapshot/no-space`. */
export async function checkSpace(folder: string, sizeBytes: number): Promise<void> {
  const fault = spaceFault(folder, await freeBytesAt(folder), sizeBytes)
  if (fault !== undefined) refuse('snapshot/no-space', fault, 'Free space, or put the folder on another disk.')
}

function mib(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024))
}
