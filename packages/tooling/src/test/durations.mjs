import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const FILE = 'node_modules/.hanse/test-durations.json'
/** Where files take long that never ran here: they start processes, or play hundreds of seeds. */
const LONG_FOLDERS = ['packages/simulator/', 'packages/cli/', 'devnet/', 'packages/sdk/']

/** How long each test file took when it last ran here, in ms, by its path. Empty where none did. */
export function readDurations(root) {
  try {
    const read = Object.entries(JSON.parse(readFileSync(join(root, FILE), 'utf8')))
    return new Map(read.filter(([, durationMs]) => Number.isFinite(durationMs)))
  } catch {
    return new Map()
  }
}

/** Remembers those that ran. That it cannot be written is no reason for a test to fail. */
export function saveDurations(root, results) {
  const durations = readDurations(root)
  for (const { path, durationMs } of results) durations.set(path, durationMs)
  try {
    mkdirSync(dirname(join(root, FILE)), { recursive: true })
    writeFileSync(join(root, FILE), JSON.stringify(Object.fromEntries([...durations].sort()), undefined, 1))
  } catch {
    // The order of the next run is a worse one.
  }
}

/** The longest first, so that none of them begins when the others are done. What never ran here may be long. */
export function longestFirst(files, durations) {
  const rankOf = (path) => (durations.has(path) ? 2 : LONG_FOLDERS.some((folder) => path.startsWith(folder)) ? 0 : 1)
  return [...files].sort((a, b) => rankOf(a) - rankOf(b) || (durations.get(b) ?? 0) - (durations.get(a) ?? 0))
}
