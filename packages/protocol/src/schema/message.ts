import { assert, equalBytes, err, nearestWord, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import { BoundedReader, DECODED_FIELDS_MAX } from './bounded-reader.ts'
import { type DirectEntry, type DirectPlan, directOf, directPlan, type Message, withDirect } from './direct.ts'
import { DirectReader, NOT_PLAIN } from './direct-reader.ts'
import { DirectWriter } from './direct-writer.ts'
import {
  assertLimits,
  describeJson,
  type Field,
  type FieldValue,
  fault,
  guarded,
  type Json,
  type JsonSchema,
  joinPath,
  parseField,
  type WireForm,
  type WireType,
} from './field.ts'

/** A message of the wire. As a `Field` it nests in other messages. */
export interface Codec<T> extends Field<T> {
  /** Canonical bytes. `value` must satisfy the schema: what is ours to encode is ours to have checked. */
  encode(value: T): Uint8Array
  /** Refuses what is malformed, out of bounds or not canonical (`encoding/malformed`, `encoding/bad-field`, `encoding/not-canonical`). */
  decode(bytes: Uint8Array): Result<T>
  /** As `decode`, for bytes that are kept beside the value and that nobody changes: what is bytes in the value may be a part of them. */
  decodeHeld(bytes: Uint8Array): Result<T>
  /** Checks and converts JSON; unknown members are refused. `pathPrefix` starts the path of a rejection. */
  parseJson(json: unknown, pathPrefix?: string): Result<T>
}

export interface CodecOptions {
  /** Fields that `decode` reads at most, nested ones included. Default `DECODED_FIELDS_MAX`; more is for what no stranger sends. */
  readonly fieldsMax?: number
}

export type Fields = Readonly<Record<string, Field<unknown>>>

type OptionalKeys<F extends Fields> = { [K in keyof F]: undefined extends FieldValue<F[K]> ? K : never }[keyof F]

/** The value of a message with these fields. */
export type MessageOf<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>>]: FieldValue<F[K]>
} & { readonly [K in OptionalKeys<F>]?: Exclude<FieldValue<F[K]>, undefined> }

function wireFormOf(wireForm: WireForm | undefined): { readonly wireForm?: WireForm } {
  return wireForm === undefined ? {} : { wireForm }
}

/** A field that may be absent. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
  const made: Field<T | undefined> = {
    ...wireFormOf(field.wireForm),
    optional: true,
    toWire: (value) => (value === undefined ? undefined : field.toWire(value)),
    fromWire: (wire, path) => (wire === undefined || wire === null ? undefined : field.fromWire(wire, path)),
    toJson: (value) => (value === undefined ? null : field.toJson(value)),
    fromJson: (json, path) => (json === undefined ? undefined : field.fromJson(json, path)),
    jsonSchema: field.jsonSchema,
  }
  const direct = directOf(field)
  return direct === undefined ? made : withDirect(made, direct)
}

/** The same field with a sentence in its schema. */
export function described<T>(description: string, field: Field<T>): Field<T> {
  return { ...field, jsonSchema: { ...field.jsonSchema, description } }
}

/** A repeated field. An empty list and an absent one are the same on the wire; in JSON the list is written out. */
export function list<T>(item: Field<T>, limits: { readonly min?: number; readonly max: number }): Field<readonly T[]> {
  const min = limits?.min ?? 0
  assertLimits('a list', min, limits?.max)
  const checked = (value: unknown, path: string): readonly unknown[] => {
    if (!Array.isArray(value)) return fault(path, `expected a list, got ${describeJson(value)}`)
    if (value.length < min || value.length > limits.max) return fault(path, `expected ${min} to ${limits.max} items, got ${value.length}`)
    return value
  }
  const field: Field<readonly T[]> = {
    ...wireFormOf(item.wireForm === undefined ? undefined : { list: item.wireForm }),
    optional: false,
    toWire: (value) => value.map((entry) => item.toWire(entry)),
    fromWire: (wire, path) => checked(wire ?? [], path).map((entry, index) => item.fromWire(entry, joinPath(path, index))),
    toJson: (value) => value.map((entry) => item.toJson(entry)),
    fromJson: (json, path) => checked(json, path).map((entry, index) => item.fromJson(entry, joinPath(path, index))),
    jsonSchema: { type: 'array', items: item.jsonSchema, minItems: min, maxItems: limits.max },
  }
  return withDirect(field, { type: 'list', item: () => directOf(item), min, max: limits.max })
}

function unknownField(name: string, fields: Fields): string {
  const names = Object.keys(fields)
  const meant = nearestWord(name, names)
  if (meant !== undefined) return `unknown field, did you mean ${meant}?`
  return names.length === 0 ? 'unknown field, there are none' : `unknown field, there are ${names.join(', ')}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Binds fields to a generated wire type. Field names are those of the .proto in camelCase; a test compares the two. */
export function message<const F extends Fields>(wire: WireType, fields: F, options?: CodecOptions): Codec<MessageOf<F>> {
  return createCodec(wire, object(fields), options)
}

/** Fields under names: a message without a wire type of its own, for what exists in JSON alone. */
export function object<const F extends Fields>(fields: F): Field<MessageOf<F>> {
  const entries = Object.entries(fields)
  const toWire = (value: MessageOf<F>): object => {
    const plain: Record<string, unknown> = {}
    for (const [name, field] of entries) {
      const converted = field.toWire((value as Readonly<Record<string, unknown>>)[name])
      if (converted !== undefined) plain[name] = converted
    }
    return plain
  }
  const fromWire = (decoded: unknown, path: string): MessageOf<F> => {
    const source = decoded as Readonly<Record<string, unknown>>
    if (!isRecord(source)) return fault(path, 'missing')
    const value: Record<string, unknown> = {}
    for (const [name, field] of entries) {
      // An absent optional field reads as the prototype's default: only an own property was on the wire.
      const present = !field.optional || Object.hasOwn(source, name)
      const converted = field.fromWire(present ? source[name] : undefined, joinPath(path, name))
      if (converted !== undefined) value[name] = converted
    }
    return value as MessageOf<F>
  }
  const toJson = (value: MessageOf<F>): Json => {
    const json: Record<string, Json> = {}
    for (const [name, field] of entries) {
      const member = (value as Readonly<Record<string, unknown>>)[name]
      if (member !== undefined) json[name] = field.toJson(member)
    }
    return json
  }
  const fromJson = (json: unknown, path: string): MessageOf<F> => {
    if (!isRecord(json)) return fault(path, `expected an object, got ${describeJson(json)}`)
    for (const name of Object.keys(json)) if (!Object.hasOwn(fields, name)) fault(joinPath(path, name), unknownField(name, fields))
    const value: Record<string, unknown> = {}
    for (const [name, field] of entries) {
      const member = Object.hasOwn(json, name) ? json[name] : undefined
      if (member === undefined && !field.optional) fault(joinPath(path, name), 'required field is missing')
      const converted = field.fromJson(member, joinPath(path, name))
      if (converted !== undefined) value[name] = converted
    }
    return value as MessageOf<F>
  }
  const jsonSchema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field]) => [name, field.jsonSchema])),
    required: entries.filter(([, field]) => !field.optional).map(([name]) => name),
    additionalProperties: false,
  }
  return withDirect({ optional: false, toWire, fromWire, toJson, fromJson, jsonSchema }, { type: 'object', members: entries })
}

/** The value of a message that holds exactly one of several others: the member with its name as `type`. */
export type UnionOf<M extends Readonly<Record<string, Field<object>>>> = {
  [K in keyof M & string]: { readonly type: K } & FieldValue<M[K]>
}[keyof M & string]

/** Binds a message whose only content is a `oneof`. Member names in `type` are the .proto's field names in camelCase. */
export function union<const M extends Readonly<Record<string, Field<object>>>>(
  wire: WireType,
  members: M,
  options?: CodecOptions,
): Codec<UnionOf<M>> {
  return createCodec(wire, unionField(members), options)
}

export function unionField<const M extends Readonly<Record<string, Field<object>>>>(members: M): Field<UnionOf<M>> {
  const memberOf = (type: string): Field<object> => members[type] as Field<object>
  const field: Field<UnionOf<M>> = {
    optional: false,
    toWire: (value) => {
      assert(Object.hasOwn(members, value.type), `no member ${value.type}`)
      return { [value.type]: memberOf(value.type).toWire(value) }
    },
    fromWire: (decoded, path) => {
      const source = decoded as Readonly<Record<string, unknown>>
      if (!isRecord(source)) return fault(path, 'missing')
      const present = Object.keys(members).filter((name) => Object.hasOwn(source, name) && source[name] !== null)
      const [type] = present
      if (type === undefined || present.length !== 1) return fault(path, `expected exactly one of ${Object.keys(members).join(', ')}`)
      return { type, ...memberOf(type).fromWire(source[type], joinPath(path, type)) } as UnionOf<M>
    },
    toJson: (value) => ({ type: value.type, ...(memberOf(value.type).toJson(value) as object) }),
    fromJson: (json, path) => {
      if (!isRecord(json) || typeof json.type !== 'string' || !Object.hasOwn(members, json.type)) {
        return fault(joinPath(path, 'type'), `expected one of ${Object.keys(members).join(', ')}`)
      }
      const { type, ...rest } = json
      return { type, ...memberOf(type).fromJson(rest, path) } as UnionOf<M>
    },
    jsonSchema: { oneOf: Object.entries(members).map(([name, field]) => taggedSchema(name, field.jsonSchema)) },
  }
  return withDirect(field, { type: 'union', members: Object.entries(members) as unknown as readonly DirectEntry[] })
}

/** The schema of a member as it stands in JSON: with its name as `type`. */
function taggedSchema(name: string, { properties, required, ...rest }: JsonSchema): JsonSchema {
  return {
    title: name,
    ...rest,
    properties: { type: { const: name }, ...(properties as JsonSchema) },
    required: ['type', ...((required ?? []) as readonly string[])],
  }
}

function notCanonical(): Rejection {
  return reject('encoding/not-canonical', 'these bytes are not the canonical encoding of their content', {
    hint: 'Encode with fields in ascending order, no default values, no unknown or repeated fields, minimal varints.',
  })
}

/** Of all codecs: none writes while another does. */
const WRITER = new DirectWriter()

/** The codec of a field whose wire form is one message. */
export function createCodec<T>(wire: WireType, field: Field<T>, options: CodecOptions = {}): Codec<T> {
  const { fieldsMax = DECODED_FIELDS_MAX } = options
  const planOf = once(() => directPlan(wire, field))
  const write = (value: T): Uint8Array => wire.encode(field.toWire(value) as object).finish()
  const decode = (bytes: Uint8Array, isHeld: boolean): Result<T> =>
    decodeDirectly<T>(planOf(), new DirectReader(bytes, fieldsMax, isHeld)) ?? decodeSlowly(bytes)
  const decodeSlowly = (bytes: Uint8Array): Result<T> => {
    let message: object
    try {
      message = wire.decode(new BoundedReader(bytes, fieldsMax))
    } catch (error) {
      return err(
        reject('encoding/malformed', `these bytes are not the expected message: ${error instanceof Error ? error.message : 'unknown'}`),
      )
    }
    const value = guarded(() => field.fromWire(message, ''))
    if (!value.ok) return value
    return equalBytes(write(value.value), bytes) ? value : err(notCanonical())
  }
  return {
    ...withDirect(field, { type: 'message', plan: planOf }),
    wireForm: { message: wire },
    // A copy: protobufjs hands out a part of a pool.
    encode: (value) => encodeDirectly(planOf(), value) ?? new Uint8Array(write(value)),
    decode: (bytes) => decode(bytes, false),
    decodeHeld: (bytes) => decode(bytes, true),
    parseJson: (json, pathPrefix) => parseField(field, json, pathPrefix),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Undefined for what is not plain: protobufjs says what it is, and what is wrong with it. */
function encodeDirectly(plan: DirectPlan | undefined, value: unknown): Uint8Array | undefined {
  if (plan === undefined) return undefined
  WRITER.begin()
  try {
    plan.write(WRITER, value)
    return WRITER.end()
  } catch (error) {
    return unlessPlain(error)
  }
}

/** As `encodeDirectly`. */
function decodeDirectly<T>(plan: DirectPlan | undefined, reader: DirectReader): Result<T> | undefined {
  if (plan === undefined) return undefined
  const end = reader.bytes.length
  const message: Message = {}
  try {
    plan.readInto(reader, end, message)
  } catch (error) {
    return unlessPlain(error)
  }
  return reader.at === end ? ok(message as T) : undefined
}

function unlessPlain(error: unknown): undefined {
  if (error !== NOT_PLAIN) throw error
}
