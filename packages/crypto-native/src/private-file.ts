import { randomBytes } from 'node:crypto'
import { constants, type FileHandle, link, mkdir, open, realpath, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { err, ok, type Result, reject } from '@hanse/primitives'

/** Files that only their owner may read. */

const OWNER_ONLY_FILE = 0o600
const OWNER_ONLY_DIRECTORY = 0o700
const GROUP_AND_OTHERS = 0o077

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}

function ioFailure(path: string, error: unknown): Result<never> {
  const code = errorCode(error)
  if (code === 'ENOENT') return err(reject('keys/not-found', `there is no key file ${path}`, { hint: 'Make one with `hanse keys new`.' }))
  if (code === 'EEXIST') return err(reject('keys/exists', `${path} exists`, { hint: 'Choose another name: a key is never overwritten.' }))
  return err(reject('keys/io', `${path}: ${code}`, { hint: 'Check that the path is right and that its owner runs this command.' }))
}

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function temporaryPath(path: string): string {
  return `${path}.${randomBytes(8).toString('hex')}.tmp`
}

async function writeSynced(path: string, content: string): Promise<void> {
  const handle = await open(path, 'wx', OWNER_ONLY_FILE)
  try {
    await handle.writeFile(content, 'utf8')
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Whole and synced under its name, or not there: never half a key, and never over another file. Codes `keys/exists`, `keys/io`. */
export async function createPrivateFile(path: string, content: string): Promise<Result<undefined>> {
  const temporary = temporaryPath(path)
  try {
    await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_DIRECTORY })
    await writeSynced(temporary, content)
    try {
      await link(temporary, path)
    } finally {
      await unlink(temporary)
    }
    if (process.platform !== 'win32') await syncDirectory(dirname(path))
    return ok(undefined)
  } catch (error) {
    return ioFailure(path, error)
  }
}

/**
 * The new content in the place of what is there, in one step: whoever reads, at any time and after any crash, finds one of the two whole. A
 * link stays a link. Code `keys/io`.
 */
export async function replacePrivateFile(path: string, content: string): Promise<Result<undefined>> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_DIRECTORY })
    const target = await realpath(path).catch(() => path)
    const temporary = temporaryPath(target)
    try {
      await writeSynced(temporary, content)
      await rename(temporary, target)
    } catch (error) {
      await unlink(temporary).catch(() => undefined)
      throw error
    }
    if (process.platform !== 'win32') await syncDirectory(dirname(target))
    return ok(undefined)
  } catch (error) {
    return ioFailure(path, error)
  }
}

async function readChecked(path: string, handle: FileHandle, sizeBytesMax: number): Promise<Result<string>> {
  const status = await handle.stat()
  if (!status.isFile()) return err(reject('keys/malformed', `${path} is not a file`))
  // Windows has no such bits.
  if (process.platform !== 'win32' && (status.mode & GROUP_AND_OTHERS) !== 0) {
    const mode = (status.mode & 0o777).toString(8).padStart(3, '0')
    return err(reject('keys/permissions', `${path} has mode ${mode}: others can read or change it`, { hint: `Run: chmod 600 ${path}` }))
  }
  if (status.size > sizeBytesMax)
    return err(reject('keys/malformed', `${path} has ${status.size} bytes, a key file at most ${sizeBytesMax}`))
  return ok(await handle.readFile('utf8'))
}

/** The text of a file that nobody else can read. Codes `keys/not-found`, `keys/permissions`, `keys/malformed`, `keys/io`. */
export async function readPrivateFile(path: string, sizeBytesMax: number): Promise<Result<string>> {
  try {
    const handle = await open(path, constants.O_RDONLY)
    try {
      return await readChecked(path, handle, sizeBytesMax)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return ioFailure(path, error)
  }
}
