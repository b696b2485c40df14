import { ClassicLevel } from 'classic-level'
import { lockedFailure, toStoreFailure } from './failure.ts'

export interface DirectoryLock {
  release(): Promise<void>
}

/** The code that LevelDB gave for why a database did not open. */
export function levelErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const inner = error.cause instanceof Error ? error.cause : error
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : undefined
}

/**
 * One holder at a time, in this process or another; the operating system releases it when the process dies.
 * Node has no file locks, LevelDB has: what is held here is an empty database in `directory`.
 * @throws StoreFailure `storage/locked`
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const open = async (): Promise<ClassicLevel> => {
    const holder = new ClassicLevel(directory)
    await holder.open()
    return holder
  }
  try {
    const holder = await open().catch(async (error: unknown) => {
      if (levelErrorCode(error) === 'LEVEL_LOCKED') throw lockedFailure(directory, error)
      // The database holds nothing, so a damaged one is simply made anew.
      await ClassicLevel.destroy(directory)
      return await open()
    })
    return { release: () => holder.close() }
  } catch (error) {
    throw toStoreFailure(`lock ${directory}`, error)
  }
}
