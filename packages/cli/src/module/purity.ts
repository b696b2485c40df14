import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { declarationFault, outlivingFault, topNamesOf } from './outliving.ts'
import { isNode, type Node, visit } from './source-tree.ts'

/** What a module may not name, and why. The pure ring of this software has the same list. */
export const FORBIDDEN_NAMES: Readonly<Record<string, string>> = {
  ...reasons('no clock: block time is context.timeMs', [
    'Date',
    'performance',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
  ]),
  ...reasons('nothing is awaited: a command takes values and returns values', ['Promise']),
  ...reasons('no locale: two nodes would print and sort differently', ['Intl']),
  ...reasons('no floating point: amounts are integers', ['parseFloat']),
  ...reasons('no randomness, no keys: what is random differs from node to node', ['crypto']),
  ...reasons('nothing of the host: what two machines differ in must not reach the state', [
    'process',
    'globalThis',
    'Buffer',
    'require',
    'fetch',
  ]),
  ...reasons('nothing of the garbage collector or of other threads', ['WeakRef', 'FinalizationRegistry', 'Atomics', 'SharedArrayBuffer']),
}
/** Functions of Math whose result is the same integer everywhere. */
const MATH_ALLOWED: ReadonlySet<string> = new Set(['floor', 'ceil', 'trunc', 'min', 'max', 'abs', 'sign', 'clz32', 'imul'])

export interface Finding {
  /** `src/commands/grant.ts:12`. */
  readonly place: string
  readonly message: string
}

function reasons(why: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, why]))
}

export function isSource(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path)
}

/** Reads every source of a module's package. What only shows when it runs, tests show. */
export async function impurities(dir: string, paths: readonly string[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const path of paths.filter(isSource)) {
    const code = await readFile(join(dir, path), 'utf8')
    const program = parseSync(path, code).program as unknown as Node
    const topNames = topNamesOf(program)
    const tell = ({ start }: Node, message: string | undefined): void => {
      if (message !== undefined) findings.push({ place: `${path}:${code.slice(0, start).split('\n').length}`, message })
    }
    for (const [name, declared] of topNames) tell(declared, declarationFault(name, declared))
    visit(program, undefined, (node, parent) => tell(node, faultOf(node, parent, code) ?? outlivingFault(node, topNames)))
  }
  return findings
}

/** The name after a dot or before a colon is a member's, not the host's. */
function isMemberName(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined || parent['computed'] === true) return false
  return parent['property'] === node || (parent['key'] === node && parent['shorthand'] !== true)
}

function faultOf(node: Node, parent: Node | undefined, code: string): string | undefined {
  switch (node.type) {
    case 'Identifier': {
      const name = node['name'] as string
      if (isMemberName(node, parent)) return undefined
      if (name === 'Math') return mathFault(node, parent)
      if (name === 'eval' || (name === 'Function' && parent?.type !== 'TSTypeReference')) return `${name}: ${TEXT_AS_CODE}`
      return Object.hasOwn(FORBIDDEN_NAMES, name) ? `${name}: ${FORBIDDEN_NAMES[name]}` : undefined
    }
    case 'AwaitExpression':
      return 'await: a command takes values and returns values'
    case 'ImportExpression':
      return 'import(): everything is loaded before the first block'
    case 'MetaProperty':
      return 'import.meta: where the package lies differs from node to node'
    case 'Literal': {
      const raw = code.slice(node.start, node['end'] as number)
      return typeof node['value'] === 'number' && !Number.isInteger(node['value']) ? `${raw}: no floating point` : undefined
    }
    case 'AssignmentExpression':
      return hostChangeFault(node['left'])
    case 'Property':
      return parent?.type === 'ObjectPattern' ? stackFault(node['key']) : undefined
    case 'MemberExpression':
      return localeFault(node) ?? constructorFault(node) ?? prototypeFault(node) ?? stackFault(node['property'])
    default:
      return asyncFault(node)
  }
}

function mathFault(node: Node, parent: Node | undefined): string | undefined {
  const name = parent?.['object'] === node && isNode(parent['property']) ? parent['property']['name'] : undefined
  return typeof name === 'string' && MATH_ALLOWED.has(name) ? undefined : `Math.${String(name ?? '')}: only ${[...MATH_ALLOWED].join(', ')}`
}

function asyncFault(node: Node): string | undefined {
  if (node['async'] === true) return 'async: a command takes values and returns values'
  return node.type === 'ForOfStatement' && node['await'] === true ? 'for await: a command takes values and returns values' : undefined
}

function localeFault(node: Node): string | undefined {
  const property = node.type === 'MemberExpression' && isNode(node['property']) ? node['property']['name'] : undefined
  const isLocale = typeof property === 'string' && (property === 'localeCompare' || property.startsWith('toLocale'))
  return isLocale ? `${property}: no locale: two nodes would print and sort differently` : undefined
}

const TEXT_AS_CODE = 'code in a text is not reviewed'

/** `constructor` of any function makes functions of texts. */
function constructorFault(node: Node): string | undefined {
  const named = node.type === 'MemberExpression' && isNode(node['property']) ? node['property'] : undefined
  return (named?.['name'] ?? named?.['value']) === 'constructor' ? `constructor: ${TEXT_AS_CODE}` : undefined
}

/** What every module and this software have of the engine: a change of it would be there for all, and only since the last start. */
const HOST_OBJECTS: ReadonlySet<string> = new Set([
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'BigInt', 'Symbol', 'Map', 'Set', 'WeakMap', 'WeakSet', 'JSON', 'Math', 'Reflect'],
  ...['Error', 'TypeError', 'RangeError', 'RegExp', 'Uint8Array', 'ArrayBuffer', 'DataView', 'TextEncoder', 'TextDecoder', 'console'],
])
const SHARED = 'it belongs to every module, and a restart forgets the change'

/** `Array.from = …`, `Array = …`. */
function hostChangeFault(target: unknown): string | undefined {
  let at = target
  while (isNode(at) && at.type === 'MemberExpression') at = at['object']
  const name = isNode(at) && at.type === 'Identifier' ? String(at['name']) : ''
  return HOST_OBJECTS.has(name) ? `${name} is changed: ${SHARED}` : undefined
}

const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['prototype', '__proto__', 'setPrototypeOf', 'defineProperty', 'defineProperties'])

function prototypeFault(node: Node): string | undefined {
  const property = isNode(node['property']) ? node['property'] : undefined
  const name = String(property?.['name'] ?? property?.['value'] ?? '')
  return PROTOTYPE_NAMES.has(name) ? `${name}: no prototype is changed: ${SHARED}` : undefined
}

const STACK_NAMES: ReadonlySet<string> = new Set(['stack', 'stackTraceLimit', 'captureStackTrace', 'prepareStackTrace'])

function stackFault(name: unknown): string | undefined {
  const text = isNode(name) ? String(name['name'] ?? name['value'] ?? '') : ''
  return STACK_NAMES.has(text) ? `${text}: where the files lie, and the engine's words, differ from node to node` : undefined
}
