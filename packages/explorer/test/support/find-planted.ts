import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EngineModule, explore } from '@hanse/explorer'
import type { PlantedBug, Replacement } from './planted-bugs.ts'

const ENGINE = join(import.meta.dirname, '../../../consensus')

/** The engine's source with bugs planted in it. Every `find` must occur exactly once, so that no mutant turns into the original. */
async function loadMutant(replacements: readonly Replacement[]): Promise<EngineModule> {
  // Inside its package, so that its node_modules resolve.
  const directory = mkdtempSync(join(ENGINE, '.mutant-'))
  try {
    cpSync(join(ENGINE, 'src'), directory, { recursive: true })
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

/** The first scenario in which an oracle finds the bug, in words; undefined if none does. */
export async function findPlanted({ replacements, oracles, scenariosMax }: PlantedBug): Promise<string | undefined> {
  const mutant = await loadMutant(replacements)
  for (let scenario = 1; scenario <= scenariosMax; scenario++) {
    const { violation } = explore(mutant, scenario, oracles === undefined ? {} : { oracles })
    if (violation !== undefined) return `scenario ${scenario}: ${violation.oracle}: ${violation.message}`
  }
  return undefined
}
