import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { assert } from '@hanse/primitives'
import type { FuzzTarget } from './target.ts'

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url))
/** Small inputs that once broke a promise, and those that are to be read for ever. */
export const CORPUS_FOLDER = join(REPOSITORY, 'packages/fuzz/corpus')
/** What earlier runs on this machine found worth going on from. */
export const KEPT_FOLDER = join(REPOSITORY, 'node_modules/.hanse/fuzz')

const TARGET_FILE = /\.target\.ts$/

/** Every target of every package, by name. */
export async function loadTargets(): Promise<readonly FuzzTarget[]> {
  const packages = join(REPOSITORY, 'packages')
  const folders = readdirSync(packages).map((name) => join(packages, name, 'test/fuzz'))
  const files = folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => TARGET_FILE.test(file))
          .map((file) => join(folder, file))
      : [],
  )
  const targets = await Promise.all(
    files.map(async (file) => {
      const { target } = (await import(pathToFileURL(file).href)) as { readonly target?: FuzzTarget }
      assert(target !== undefined, `${file} exports a target`)
      return target
    }),
  )
  assert(new Set(targets.map(({ name }) => name)).size === targets.length, 'targets have names of their own')
  return targets.sort((left, right) => (left.name < right.name ? -1 : 1))
}
