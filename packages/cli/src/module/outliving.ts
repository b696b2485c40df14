import { isNode, type Node } from './source-tree.ts'

const TABLE = 'a node that was restarted has forgotten it: keep it in a table'

/** Methods that change what they are called on. */
const CHANGING: ReadonlySet<string> = new Set([
  ...['set', 'add', 'delete', 'clear', 'push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'],
])
const COLLECTIONS: ReadonlySet<string> = new Set(['Map', 'Set', 'WeakMap', 'WeakSet'])

/** The names that a module's file declares on top, and what they are. */
export type TopNames = ReadonlyMap<string, Node>

/** Declared where the whole file sees them, exported or not. */
export function topNamesOf(program: Node): TopNames {
  const names = new Map<string, Node>()
  for (const statement of program['body'] as readonly Node[]) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : statement
    if (!isNode(declaration) || declaration.type !== 'VariableDeclaration') continue
    for (const one of declaration['declarations'] as readonly Node[]) {
      const id = one['id']
      if (isNode(id) && id.type === 'Identifier') names.set(id['name'] as string, { ...one, kind: declaration['kind'] })
    }
  }
  return names
}

/** What a file keeps from one call to the next: a variable on top, an empty collection, or one that its code changes. */
export function outlivingFault(node: Node, topNames: TopNames): string | undefined {
  switch (node.type) {
    case 'Program':
      return undefined
    case 'PropertyDefinition':
      return node['static'] === true && node['readonly'] !== true ? `a static member that is not readonly: ${TABLE}` : undefined
    case 'AssignmentExpression':
      return changeFault(node['left'], topNames)
    case 'UpdateExpression':
      return changeFault(node['argument'], topNames)
    case 'UnaryExpression':
      return node['operator'] === 'delete' ? changeFault(node['argument'], topNames) : undefined
    case 'CallExpression':
      return callFault(node['callee'], topNames)
    default:
      return undefined
  }
}

/** Of the declaration itself, wherever it is used. */
export function declarationFault(name: string, declared: Node): string | undefined {
  if (declared['kind'] !== 'const') return `${name}: ${String(declared['kind'])} on top of a file: ${TABLE}`
  const init = declared['init']
  if (!isNode(init)) return undefined
  const made = init.type === 'NewExpression' && isNode(init['callee']) ? String(init['callee']['name']) : undefined
  const isEmptyList = init.type === 'ArrayExpression' && (init['elements'] as readonly unknown[]).length === 0
  const isEmpty = made !== undefined && COLLECTIONS.has(made) && (init['arguments'] as readonly unknown[]).length === 0
  return isEmpty || (isEmptyList && !isReadonly(declared)) ? `${name}: an empty collection on top of a file: ${TABLE}` : undefined
}

function isReadonly({ id }: Node): boolean {
  const annotation = isNode(id) ? id['typeAnnotation'] : undefined
  const type = isNode(annotation) ? annotation['typeAnnotation'] : undefined
  return isNode(type) && type.type === 'TSTypeOperator' && type['operator'] === 'readonly'
}

/** The name at the root of `name.member[0].x`. Undefined where there is no member. */
function rootOf(target: unknown): string | undefined {
  if (!isNode(target) || target.type !== 'MemberExpression') return undefined
  let at: unknown = target
  while (isNode(at) && at.type === 'MemberExpression') at = at['object']
  return isNode(at) && at.type === 'Identifier' ? (at['name'] as string) : undefined
}

function changeFault(target: unknown, topNames: TopNames): string | undefined {
  const name = rootOf(target)
  return name !== undefined && topNames.has(name) ? `${name} is changed here: ${TABLE}` : undefined
}

function callFault(callee: unknown, topNames: TopNames): string | undefined {
  if (!isNode(callee) || callee.type !== 'MemberExpression' || !isNode(callee['property']) || !isNode(callee['object'])) return undefined
  const method = callee['property']['name']
  const { object } = callee as { readonly object?: unknown }
  const name = isNode(object) && object.type === 'Identifier' ? (object['name'] as string) : undefined
  if (name === undefined || typeof method !== 'string' || !CHANGING.has(method)) return undefined
  return isCollection(topNames.get(name)) ? `${name}.${method} changes what is on top of a file: ${TABLE}` : undefined
}

/** `parties.delete(state, …)` of a table changes no variable. */
function isCollection(declared: Node | undefined): boolean {
  const init = declared?.['init']
  if (!isNode(init)) return false
  if (init.type === 'ArrayExpression') return true
  return init.type === 'NewExpression' && isNode(init['callee']) && ['Array', ...COLLECTIONS].includes(String(init['callee']['name']))
}
