import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineModule } from './support/network.ts'

const PACKAGE = join(import.meta.dirname, '..')

/** One planted bug: in `file` of src/, `find` becomes `replace`. */
export interface Replacement {
  readonly file: string
  readonly find: string
  readonly replace: string
}

/**
 * The package's own source with bugs planted in it: what a test that must bite is run against. Every `find` must occur exactly once, so
 * that a change of the source cannot turn a mutant into the original.
 */
export async function loadMutant(...replacements: readonly Replacement[]): Promise<EngineModule> {
  // Inside the package, so that its node_modules resolve.
  const directory = mkdtempSync(join(PACKAGE, '.mutant-'))
  try {
    cpSync(join(PACKAGE, 'src'), directory, { recursive: true })
    for (const { file, find, replace } of replacements) {
      const path = join(directory, file)
      const source = readFileSync(path, 'utf8')
      const occurrences = source.split(find).length - 1
      if (occurrences !== 1) throw new Error(`${file} has ${occurrences} times: ${find}`)
      writeFileSync(
        path,
        source.replace(find, () => replace),
      )
    }
    return (await import(join(directory, 'index.ts'))) as EngineModule
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
