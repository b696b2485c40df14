import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join, matchesGlob, relative } from 'node:path'

/** What stands in a .dockerignore: the last line that fits decides, for a folder and all that is in it. */
export function ignores(patterns: readonly string[], path: string): boolean {
  const parents = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))
  let ignored = false
  for (const pattern of patterns) {
    const isException = pattern.startsWith('!')
    const glob = isException ? pattern.slice(1) : pattern
    if (parents.some((part) => matchesGlob(part, glob) || (glob.startsWith('**/') && matchesGlob(part, glob.slice(3)))))
      ignored = !isException
  }
  return ignored
}

export function readIgnoreFile(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

/** Copies what a build would get of `folder`. */
export function copyContext(folder: string, patterns: readonly string[], target: string): void {
  const mayHoldExceptions = (path: string): boolean => patterns.some((pattern) => pattern.startsWith(`!${path}/`))
  const visit = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const inner = relative(folder, join(folder, path, entry.name))
      const isIgnored = ignores(patterns, inner)
      if (entry.isDirectory()) {
        if (!isIgnored || mayHoldExceptions(inner)) visit(inner)
      } else if (!isIgnored) cpSync(join(folder, inner), join(target, inner), { verbatimSymlinks: true })
    }
  }
  visit('')
}
