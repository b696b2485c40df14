import { ok, type Result, reject } from '@hanse/primitives'
import { type Event, type Field, type Json, type JsonSchema, type MessageOf, object, parseField } from '@hanse/protocol'

/** What an attribute can be. A receipt has it as a text: numbers in decimal, `true` and `false`. */
export type AttributeValue = string | number | bigint | boolean

export type AttributeFields = Readonly<Record<string, Field<AttributeValue | undefined>>>

/** One kind of event that a module tells. Its type is its key in `events`. */
export interface EventKind<F extends AttributeFields> {
  /** When it is told, in one sentence. */
  readonly summary: string
  /** Each stands at most once in an event; an optional one may be absent. A description says the unit where the name does not. */
  readonly attributes: F
}

export interface BoundEvent extends EventKind<AttributeFields> {
  readonly bound: 'event'
}

/** A kind of event as it was defined: emitters and typed clients take the types of its attributes from here. */
export interface DefinedEvent<F extends AttributeFields, S extends string = string> extends BoundEvent {
  readonly summary: S
  readonly attributes: F
}

export function defineEvent<const F extends AttributeFields, const S extends string>(
  kind: EventKind<F> & { readonly summary: S },
): DefinedEvent<F, S> {
  return { ...kind, bound: 'event' }
}

/** The attributes of a kind of event, by name. */
export type AttributesOf<E> = E extends { readonly attributes: infer F extends AttributeFields } ? MessageOf<F> : never

const DIGITS = /^(0|[1-9][0-9]*)$/

/** What a schema says of a value, said of its text. */
function textSchema(schema: JsonSchema): JsonSchema {
  if (schema['type'] === 'boolean') return { ...schema, type: 'string', enum: ['true', 'false'] }
  if (schema['type'] !== 'integer') return schema
  const { minimum: _, maximum: __, ...rest } = schema
  return { ...rest, type: 'string', pattern: DIGITS.source }
}

/** The schema of an event's attributes as an object of texts by name, which is what a receipt says. */
export function attributesSchema({ attributes }: BoundEvent): JsonSchema {
  const texts = Object.entries(attributes).map(([name, field]) => [name, { ...field, jsonSchema: textSchema(field.jsonSchema) }])
  return object(Object.fromEntries(texts)).jsonSchema
}

/** The JSON that the text stands for; what is no such text stays one, and the field refuses it. */
function valueOfText({ jsonSchema }: Field<unknown>, text: string): Json {
  if (jsonSchema['type'] === 'integer' && DIGITS.test(text)) return Number(text)
  return jsonSchema['type'] === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text
}

/** The attributes of an event of this kind, by name and as JSON. `encoding/bad-field` with the name where one does not fit. */
export function readAttributes(kind: BoundEvent, { attributes }: Pick<Event, 'attributes'>): Result<Readonly<Record<string, Json>>> {
  const values: Record<string, Json> = {}
  for (const { key, value } of attributes) {
    if (Object.hasOwn(values, key)) return { ok: false, error: reject('encoding/bad-field', 'it stands twice', { path: key }) }
    const field = Object.hasOwn(kind.attributes, key) ? kind.attributes[key] : undefined
    values[key] = field === undefined ? value : valueOfText(field, value)
  }
  const parsed = parseField(object(kind.attributes), values)
  return parsed.ok ? ok(values) : parsed
}
