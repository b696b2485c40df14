import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { StoreFailure } from '@hanse/ports'
import { MalformedBytes } from './byte-cursor.ts'
import { isNotFound, storeDamaged, toStoreFailure } from './failure.ts'
import { nodeFiles } from './files.ts'
import { type LevelManifest, readManifest } from './level-manifest.ts'
import { verifyTable } from './level-table.ts'

const CURRENT_PATTERN = /^(MANIFEST-\d+)\n$/
const NAME_DIGITS = 6

function fileName(number: number, extension: string): string {
  return `${number.toString().padStart(NAME_DIGITS, '0')}.${extension}`
}

/** The MANIFEST that CURRENT names, read. @throws StoreFailure `storage/damaged`, which names the file */
async function currentManifest(directory: string): Promise<LevelManifest> {
  const current = (await read(join(directory, 'CURRENT'))).toString('latin1')
  const name = CURRENT_PATTERN.exec(current)?.[1]
  if (name === undefined) throw storeDamaged(`${join(directory, 'CURRENT')} is damaged: it names no MANIFEST`)
  const path = join(directory, name)
  try {
    return readManifest(await read(path))
  } catch (error) {
    if (error instanceof MalformedBytes) throw storeDamaged(`${path} is damaged: ${error.message}`)
    throw error
  }
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isNotFound(error)) throw storeDamaged(`${path} is missing`)
    throw error
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

/** The name of a table on disk: LevelDB takes either ending. */
async function tableName(directory: string, number: number): Promise<{ readonly name: string; readonly sizeBytes: number | undefined }> {
  const old = fileName(number, 'sst')
  const oldSize = await sizeOf(join(directory, old))
  if (oldSize !== undefined) return { name: old, sizeBytes: oldSize }
  const name = fileName(number, 'ldb')
  return { name, sizeBytes: await sizeOf(join(directory, name)) }
}

/** A running node's LevelDB may be between two states when it is looked at. */
const LOOKS_MAX = 3
const LOOK_AGAIN_MS = 50

/**
 * Whether the files of LevelDB that must be there are, in their sizes, before LevelDB opens them: it takes a folder without CURRENT for a
 * new one, goes on with the half of a MANIFEST, and deletes what that does not name.
 * @throws StoreFailure `storage/damaged`, which names the file
 */
export async function checkLevelFiles(directory: string): Promise<void> {
  for (let look = 1; ; look++) {
    try {
      return await lookAtFiles(directory)
    } catch (error) {
      if (look === LOOKS_MAX) throw error
      await pause(LOOK_AGAIN_MS)
    }
  }
}

async function lookAtFiles(directory: string): Promise<void> {
  const names = await nodeFiles.list(directory)
  if (!names.includes('CURRENT')) {
    if (names.some((name) => /^(\d+\.(ldb|sst|log)|MANIFEST-\d+)$/.test(name))) {
      throw storeDamaged(`${join(directory, 'CURRENT')} is missing, and files of LevelDB are there`)
    }
    return
  }
  const { tables, logNumber } = await currentManifest(directory)
  for (const [number, expectedBytes] of tables) {
    const { name, sizeBytes } = await tableName(directory, number)
    if (sizeBytes === undefined) throw storeDamaged(`${join(directory, name)} is missing`)
    if (sizeBytes !== expectedBytes) throw storeDamaged(`${join(directory, name)} has ${sizeBytes} bytes instead of ${expectedBytes}`)
  }
  // Deleted only when a later MANIFEST no longer names it: without it, this MANIFEST has lost its end.
  const log = fileName(logNumber, 'log')
  if (logNumber !== 0 && !names.includes(log)) {
    throw storeDamaged(`${join(directory, log)} is missing, or the MANIFEST that names it has lost its end`)
  }
}

export interface TableVerification {
  readonly files: number
  readonly bytes: number
  /** Of each table that is damaged, the file and the place. */
  readonly problems: readonly StoreFailure[]
}

/**
 * Reads the tables of a store, whether it is open or not, and verifies the checksums that LevelDB does not look at: a bit that flips in a
 * key makes a record look as if it had never been. What goes away meanwhile, because LevelDB joined it with others, is passed over.
 */
export async function verifyTables(
  directory: string,
  onVerified: (bytes: number) => void | Promise<void> = () => undefined,
): Promise<TableVerification> {
  const problems: StoreFailure[] = []
  let [files, bytes] = [0, 0]
  try {
    const { tables } = await currentManifest(directory)
    for (const number of tables.keys()) {
      const { name } = await tableName(directory, number)
      const file = await readIfThere(join(directory, name))
      if (file === undefined) continue
      const fault = await runTo(verifyTable(file))
      // Read while LevelDB removed it, or damaged: only what is still in use counts.
      if (fault !== undefined && (await currentManifest(directory)).tables.has(number))
        problems.push(storeDamaged(`${join(directory, name)} is damaged: ${fault}`))
      files += 1
      bytes += file.length
      await onVerified(bytes)
    }
  } catch (error) {
    problems.push(toStoreFailure(`verify ${directory}`, error))
  }
  return { files, bytes, problems }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

/** Other work has its turn between two pieces. */
async function runTo<T>(work: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    await nextTurn()
  }
}
