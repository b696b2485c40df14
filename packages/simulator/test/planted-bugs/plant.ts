import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Patch, PLANTED_BUGS } from './planted-bugs.ts'

/**
 * Preloaded (`node --import`) into a simulation: plants the bug that HANSE_PLANTED_BUG names. Where a compiled file is loaded that
 * belongs to a patched source, it gets that source with the patch in it. Nothing on the disk changes.
 */
const PACKAGES = resolve(import.meta.dirname, '../../..')

export function patchedSource(file: string, patches: readonly Patch[]): string {
  let source = readFileSync(join(PACKAGES, file), 'utf8')
  for (const { find, replace } of patches) {
    const occurrences = source.split(find).length - 1
    if (occurrences !== 1) throw new Error(`${file} has ${occurrences} times, and not once: ${find}`)
    source = source.replace(find, () => replace)
  }
  return source
}

/** As the compiler would have it: without types, and with imports of compiled files. */
function compiled(source: string): string {
  return stripTypeScriptTypes(source, { mode: 'strip' }).replace(/(from\s+')(\.[^']*)\.ts'/g, "$1$2.js'")
}

function plant(patches: readonly Patch[]): void {
  const sources = new Map<string, string>()
  for (const file of new Set(patches.map((patch) => patch.file))) {
    const url = pathToFileURL(join(PACKAGES, file.replace('/src/', '/dist/').replace(/\.ts$/, '.js'))).href
    sources.set(
      url,
      compiled(
        patchedSource(
          file,
          patches.filter((patch) => patch.file === file),
        ),
      ),
    )
  }
  registerHooks({
    load(url, context, nextLoad) {
      const source = sources.get(url)
      if (source === undefined) return nextLoad(url, context)
      process.stderr.write(`planted in ${fileURLToPath(url)}\n`)
      return { format: 'module', source, shortCircuit: true }
    },
  })
}

const name = process.env['HANSE_PLANTED_BUG']
if (name !== undefined) {
  const bug = PLANTED_BUGS.find((planted) => planted.name === name)
  if (bug === undefined) throw new Error(`there is no planted bug "${name}"`)
  plant(bug.patches)
}
