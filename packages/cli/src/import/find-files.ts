import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { reject } from '@hanse/primitives'
import { CliError } from '../cli-error.ts'

/** Documents of one run. */
const FILES_MAX = 10_000

async function filesOf(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const names = await readdir(path)
  return names
    .filter((name) => name.toLowerCase().endsWith('.xml'))
    .sort()
    .map((name) => join(path, name))
}

/** The files named, and the XML files of the folders named, in order. */
export async function findDocuments(paths: readonly string[]): Promise<readonly string[]> {
  const files: string[] = []
  for (const path of paths) for (const file of await filesOf(path)) files.push(file)
  if (files.length === 0)
    throw new CliError(
      reject('import/no-files', `no XML file in ${paths.join(', ')}`, { hint: 'Name files, or a folder that holds some.' }),
    )
  if (files.length > FILES_MAX)
    throw new CliError(
      reject('import/too-many-files', `${files.length} files; at most ${FILES_MAX} at once`, { hint: 'Import them in parts.' }),
    )
  return files
}
