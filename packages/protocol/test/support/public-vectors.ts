import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of other people's vectors: `HANSE_VECTORS`, else `vectors` at the root of the repository. */
const root = process.env.HANSE_VECTORS ?? join(import.meta.dirname, '../../../../vectors')

/** Options for a test that needs `folder` of them. */
export function needsVectors(folder: string): { readonly skip: string | false } {
  return { skip: existsSync(join(root, folder)) ? false : `no public vectors: set HANSE_VECTORS to a folder that has ${folder}` }
}

export function vectorsPath(...parts: readonly string[]): string {
  return join(root, ...parts)
}
