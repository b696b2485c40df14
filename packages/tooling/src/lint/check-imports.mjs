import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { PLACES } from './rings.mjs'

const SCOPE = '@hanse/'
/** What every test may use beside its own package: the root's package.json brings them. */
const TEST_LIBRARIES = ['tap', 'fast-check']
const MODULES_SOURCE = 'packages/modules/src'
const MODULE_FILE = 'module.ts'
const MODULE_DOOR = 'api.ts'
/** What tests of several packages share: an in-memory twin's state, a sample chain. */
const TEST_SUPPORT = /^(?:packages\/[^/]+|devnet)\/test\/support\//

/**
 * Checks where the imports of one source file point.
 * @param {string} root the repository
 * @param {import('./read-source.mjs').Source} source
 * @returns {string[]} one line for each fault, each beginning with the file and the line
 */
export function checkImports(root, source) {
  const folder = packageFolder(source.path)
  const name = folder.split('/').at(-1)
  const place = PLACES[name]
  if (place === undefined) return [`${source.path}: package '${name}' has no place in packages/tooling/src/lint/rings.mjs`]
  const context = { root, path: source.path, folder, name, place, isTest: source.path.startsWith(`${folder}/test/`) }
  return source.imports.flatMap(({ text, line }) => {
    const fault = faultOf(text, context)
    return fault === undefined ? [] : [`${source.path}:${line}: '${text}' ${fault}`]
  })
}

function packageFolder(path) {
  const [first, second] = path.split('/')
  return first === 'packages' ? `${first}/${second}` : first
}

function faultOf(specifier, context) {
  if (specifier.startsWith('.')) return relativeFault(specifier, context)
  if (specifier.startsWith('node:')) return nodeFault(context)
  if (specifier.startsWith(SCOPE)) return packageFault(specifier.slice(SCOPE.length), context)
  return libraryFault(specifier, context)
}

function relativeFault(specifier, context) {
  const target = normalize(join(dirname(context.path), specifier)).replaceAll('\\', '/')
  if (context.isTest && TEST_SUPPORT.test(target)) return undefined
  if (!target.startsWith(`${context.folder}/`)) return 'leaves its package: import other packages by their name'
  if (!context.isTest && target.startsWith(`${context.folder}/test/`)) return 'is a test: what ships does not import tests'
  return moduleFault(target, context)
}

/** Business modules know each other by `api.ts` alone; what they share stands in no module's folder. */
function moduleFault(target, { root, path }) {
  const [from, to] = [moduleOf(root, path), moduleOf(root, target)]
  if (from === undefined || to === undefined || from === to) return undefined
  if (target === `${MODULES_SOURCE}/${to}/${MODULE_DOOR}`) return undefined
  return `is inside the module '${to}': another module imports its ${MODULE_DOOR} only`
}

function moduleOf(root, path) {
  if (!path.startsWith(`${MODULES_SOURCE}/`)) return undefined
  const [folder, ...rest] = path.slice(MODULES_SOURCE.length + 1).split('/')
  if (rest.length === 0) return undefined
  return existsSync(join(root, MODULES_SOURCE, folder, MODULE_FILE)) ? folder : undefined
}

function nodeFault({ name, place, isTest }) {
  if (place.onNode || isTest) return undefined
  return `binds '${name}' to Node: it runs in browsers and in the simulator too`
}

function packageFault(target, { root, folder, name, place, isTest }) {
  const [other, ...deep] = target.split('/')
  const isDoor = deep.length === 0 || PLACES[other]?.doors?.includes(`./${deep.join('/')}`)
  if (!isDoor) return `reaches into '${other}': a package's index.ts is its only door, but for those that rings.mjs names`
  if (other === name) return isTest ? undefined : 'is this very package: import its files by their path'
  if (!isTest && !place.packages.includes(other)) {
    return `points outwards: '${name}' may import ${listOrNone(place.packages)} (packages/tooling/src/lint/rings.mjs)`
  }
  return isDeclared(root, folder, `${SCOPE}${other}`) ? undefined : `is not in ${folder}/package.json`
}

function libraryFault(specifier, { root, folder, name, place, isTest }) {
  const library = libraryOf(specifier)
  if (isTest && TEST_LIBRARIES.includes(library)) return undefined
  if (!isTest && !place.libraries.some((pattern) => matches(pattern, library))) {
    return `is a library without a place in '${name}' (packages/tooling/src/lint/rings.mjs)`
  }
  return isDeclared(root, folder, library) ? undefined : `is not in ${folder}/package.json`
}

function libraryOf(specifier) {
  const [first, second] = specifier.split('/')
  return first.startsWith('@') ? `${first}/${second}` : first
}

function matches(pattern, library) {
  return pattern.endsWith('/*') ? library.startsWith(pattern.slice(0, -1)) : library === pattern
}

function isDeclared(root, folder, library) {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  return [manifest.dependencies, manifest.devDependencies].some((group) => group !== undefined && Object.hasOwn(group, library))
}

function listOrNone(names) {
  return names.length === 0 ? 'nothing' : names.join(', ')
}
