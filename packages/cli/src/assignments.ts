import type { Json, JsonSchema } from '@hanse/protocol'
import { usageError } from './cli-error.ts'
import { parseJsonText } from './json.ts'

/**
 * `name=value` words as JSON: `partyId=nanhai limit=10 seller.partyId=nanhai shares:='["6","4"]'`. Dots lead into objects and lists; what
 * a value becomes follows the schema, where there is one; after `:=` stands JSON.
 */
export function parseAssignments(words: readonly string[], schema?: JsonSchema): Json {
  const root: Branch = new Map()
  for (const word of words) {
    const match = /^([^=:]+)(:?=)([\s\S]*)$/.exec(word)
    if (match === null) throw usageError(`${word.slice(0, 80)} is no name=value`, 'name=value, or name:=JSON')
    const [, name = '', operator, text = ''] = match
    const path = name.split('.')
    assign(root, path, operator === ':=' ? parseJson(text, name) : typedValue(text, name, schemaAt(schema, path)), name)
  }
  return toJson(root)
}

type Branch = Map<string, Branch | { readonly leaf: Json }>

function assign(root: Branch, path: readonly string[], value: Json, name: string): void {
  let branch = root
  for (const part of path.slice(0, -1)) {
    const next = branch.get(part) ?? new Map()
    if (!(next instanceof Map)) throw usageError(`${name} goes into a value that was given before`)
    branch.set(part, next)
    branch = next
  }
  const last = path.at(-1) ?? ''
  if (branch.has(last)) throw usageError(`${name} is given twice`)
  branch.set(last, { leaf: value })
}

/** An object; a list where the names are 0, 1, 2 and so on. */
function toJson(branch: Branch): Json {
  const values = [...branch].map(([name, value]) => [name, value instanceof Map ? toJson(value) : value.leaf] as const)
  const isList = values.length > 0 && values.every(([name], index) => name === `${index}`)
  return isList ? values.map(([, value]) => value) : Object.fromEntries(values)
}

function schemaAt(schema: JsonSchema | undefined, path: readonly string[]): JsonSchema | undefined {
  let at = schema
  for (const part of path) {
    const properties = at?.['properties'] as JsonSchema | undefined
    const next = properties !== undefined && Object.hasOwn(properties, part) ? properties[part] : at?.['items']
    at = next as JsonSchema | undefined
  }
  return at
}

function typedValue(text: string, name: string, schema: JsonSchema | undefined): Json {
  switch (schema?.['type']) {
    case 'integer':
      return /^-?[0-9]+$/.test(text) ? Number(text) : text
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'object':
    case 'array':
      return parseJson(text, name)
    default:
      return text
  }
}

/** JSON of the command line. @throws CliError */
export function parseJson(text: string, what: string): Json {
  const json = parseJsonText(text)
  if (json.ok) return json.value
  throw usageError(`${what}: ${text.slice(0, 60)} is not JSON`, 'quote JSON for the shell: params:=\'{"partyId":"nanhai"}\'')
}
