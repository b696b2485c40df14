import { readdirSync } from 'node:fs'

/** What is made, installed or left by a running network; also every folder whose name starts with a dot. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'generated', 'fixtures', 'vectors'])

/** Every file that people write, as paths relative to `root`, sorted. */
export function repositoryFiles(root, folder = '') {
  const entries = readdirSync(`${root}/${folder}`, { withFileTypes: true })
  const paths = entries.flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (!entry.isDirectory()) return [path]
    return SKIPPED_FOLDERS.has(entry.name) || entry.name.startsWith('.') ? [] : repositoryFiles(root, path)
  })
  return paths.sort()
}
