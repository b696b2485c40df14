/** `a."b c".d` → its parts. */
function partsOf(key: string): readonly string[] {
  return [...key.matchAll(/"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '')
}

/** The line, from 1, on which each setting of a TOML text begins, by its path. Sections have theirs. For messages: not a parser. */
export function settingLines(source: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  let section: readonly string[] = []
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    const header = /^\s*\[\[?\s*([^\]]+?)\s*\]/.exec(line)?.[1]
    const key = header === undefined ? /^([^=#]+)=/.exec(line)?.[1] : undefined
    if (header !== undefined) section = partsOf(header)
    const path = header !== undefined ? section : key === undefined ? undefined : [...section, ...partsOf(key)]
    for (let length = 1; path !== undefined && length <= path.length; length++) {
      const name = path.slice(0, length).join('.')
      if (!lines.has(name)) lines.set(name, index + 1)
    }
  }
  return lines
}

/** The line of a path, or of what holds it. */
export function lineOf(path: string, lines: ReadonlyMap<string, number>): number | undefined {
  for (let parts = path.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
    const line = lines.get(parts.join('.'))
    if (line !== undefined) return line
  }
  return undefined
}
