type Schema = Readonly<Record<string, unknown>>

const KEYWORDS: ReadonlySet<string> = new Set([
  '$ref',
  'additionalProperties',
  'anyOf',
  'const',
  'description',
  'enum',
  'items',
  'maxItems',
  'maxLength',
  'maximum',
  'maxProperties',
  'minItems',
  'minLength',
  'minimum',
  'oneOf',
  'pattern',
  'properties',
  'required',
  'title',
  'type',
])

/** What is wrong with `value` by a schema in the part of JSON Schema that the document uses; throws on any other keyword. */
export function schemaFaults(schema: Schema, value: unknown, root: Schema, path = '$'): readonly string[] {
  for (const keyword of Object.keys(schema)) if (!KEYWORDS.has(keyword)) throw new Error(`${path}: keyword ${keyword}`)
  if (typeof schema.$ref === 'string') return schemaFaults(resolve(schema.$ref, root), value, root, path)
  const alternatives = (schema.oneOf ?? schema.anyOf) as readonly Schema[] | undefined
  if (alternatives !== undefined) {
    const fitting = alternatives.filter((alternative) => schemaFaults(alternative, value, root, path).length === 0).length
    return (schema.oneOf === undefined ? fitting > 0 : fitting === 1) ? [] : [`${path}: fits ${fitting} of the alternatives`]
  }
  if ('const' in schema && schema.const !== value) return [`${path}: not ${String(schema.const)}`]
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return [`${path}: not in the list`]
  return typeFaults(schema, value, root, path)
}

function typeFaults(schema: Schema, value: unknown, root: Schema, path: string): readonly string[] {
  const { type } = schema
  if (type === undefined) return []
  const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value
  if (actual !== type) return [`${path}: a ${actual} instead of a ${String(type)}`]
  if (type === 'object') return objectFaults(schema, value as Schema, root, path)
  if (type === 'array') {
    const items = value as readonly unknown[]
    const faults = items.flatMap((item, index) => schemaFaults(schema.items as Schema, item, root, `${path}.${index}`))
    return outside(items.length, schema.minItems, schema.maxItems) ? [...faults, `${path}: ${items.length} items`] : faults
  }
  if (type === 'integer')
    return outside(value as number, schema.minimum, schema.maximum) ? [`${path}: ${String(value)} is out of bounds`] : []
  if (type !== 'string') return []
  const text = value as string
  if (outside(text.length, schema.minLength, schema.maxLength)) return [`${path}: ${text.length} characters`]
  return typeof schema.pattern === 'string' && !new RegExp(schema.pattern).test(text) ? [`${path}: does not match ${schema.pattern}`] : []
}

function objectFaults(schema: Schema, value: Schema, root: Schema, path: string): readonly string[] {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>
  const faults: string[] = []
  for (const name of (schema.required ?? []) as readonly string[]) if (!Object.hasOwn(value, name)) faults.push(`${path}.${name}: missing`)
  for (const [name, member] of Object.entries(value)) {
    const own = properties[name] ?? schema.additionalProperties
    if (own === false) faults.push(`${path}.${name}: unknown`)
    else if (typeof own === 'object') faults.push(...schemaFaults(own as Schema, member, root, `${path}.${name}`))
  }
  return faults
}

function outside(value: number, min: unknown, max: unknown): boolean {
  return (typeof min === 'number' && value < min) || (typeof max === 'number' && value > max)
}

function resolve(reference: string, root: Schema): Schema {
  let found: unknown = root
  for (const part of reference.replace(/^#\//, '').split('/')) found = (found as Schema)[part]
  if (found === undefined) throw new Error(`no such reference: ${reference}`)
  return found as Schema
}
