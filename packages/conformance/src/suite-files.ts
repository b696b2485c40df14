import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from './options.ts'
import type { NamedFile } from './run-suite.ts'

/**
 * The XML files of a folder and of those inside, in the order of their names, one at a time.
 * @throws UsageError when the folder cannot be read, or holds none
 */
export function* suiteFiles(folder: string): Generator<NamedFile> {
  const names = namesIn(folder)
  if (names.length === 0) throw new UsageError(`${folder} holds no XML file`)
  for (const name of names) yield { name, bytes: readFileSync(join(folder, name)) }
}

function namesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.xml'))
    return files.map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length)).sort()
  } catch (error) {
    throw new UsageError(`${folder}: ${(error as Error).message}`, { cause: error })
  }
}
