import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const TEST_SUFFIX = '.test.ts'

/** Every test file of the repository, as paths relative to its root, sorted. */
function testFiles(root) {
  const packages = readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => `packages/${name}/test`)
  return ['devnet/test', ...packages].flatMap((folder) => filesBelow(root, folder))
}

/**
 * The files that `filters` name: each is a folder, a file, or a piece of a path. No filter means all.
 * A filter that names nothing is given back in `unmatched`: a run of no tests must not look like success.
 */
export function selectFiles(root, filters) {
  const all = testFiles(root)
  if (filters.length === 0) return { files: all, unmatched: [] }
  const matches = filters.map((filter) => all.filter((path) => isNamedBy(root, path, filter)))
  const chosen = new Set(matches.flat())
  return { files: all.filter((path) => chosen.has(path)), unmatched: filters.filter((_, index) => matches[index].length === 0) }
}

function isNamedBy(root, path, filter) {
  const asPath = relative(root, resolve(root, filter)).replaceAll('\\', '/')
  return path === asPath || path.startsWith(`${asPath}/`) || path.includes(filter)
}

function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return []
  const paths = readdirSync(join(root, folder), { recursive: true }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
  return paths.filter((path) => path.endsWith(TEST_SUFFIX)).sort()
}
