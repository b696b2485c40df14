import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonSchema } from '@hanse/protocol'
import protobuf from 'protobufjs'
import { type Test, test } from 'tap'
import { CODECS } from './support/codecs.ts'

/** The codecs repeat the .proto files' fields to give them types and limits: here the two are held side by side. */

const folder = join(import.meta.dirname, '../../../proto')
const root = new protobuf.Root()
root.resolvePath = (_origin, target) => join(folder, target.slice(target.lastIndexOf('/') + 1))
root.loadSync(readdirSync(folder))
root.resolveAll()

const UINT32_MAX = 2 ** 32 - 1
const seen = new Set<string>()

function typeNamed(name: string): protobuf.Type {
  return root.lookupType(`hanse.v1.${name}`)
}

const membersOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> => schema.properties as Readonly<Record<string, JsonSchema>>

function compareScalar(t: Test, path: string, schema: JsonSchema, type: string): void {
  if (type === 'uint64') t.equal(schema.type, 'integer', `${path}: an integer`)
  else if (type === 'uint32') t.ok(schema.type === 'integer' && (schema.maximum as number) <= UINT32_MAX, `${path}: an integer of 32 bits`)
  else if (type === 'bytes') t.match(schema, { type: 'string', pattern: /^\^(0x|\(0\|)/ }, `${path}: hex or an amount`)
  else if (type === 'string') t.ok(schema.type === 'string' || Array.isArray(schema.enum), `${path}: a text`)
  else t.equal(type, 'bool', `${path}: no other type is in use`)
}

function compareField(t: Test, path: string, schema: JsonSchema, field: protobuf.Field): void {
  if (!field.repeated) return compareValue(t, path, schema, field)
  t.equal(schema.type, 'array', `${path}: a list`)
  t.ok(Number.isInteger(schema.maxItems), `${path}: with a limit`)
  compareValue(t, `${path}[]`, schema.items as JsonSchema, field)
}

function compareValue(t: Test, path: string, schema: JsonSchema, field: protobuf.Field): void {
  if (field.resolvedType instanceof protobuf.Type) compareMessage(t, path, schema, field.resolvedType)
  else compareScalar(t, path, schema, field.type)
}

/** A member's message stands beside `type`, or in a box of its name. */
function compareUnion(t: Test, path: string, variants: readonly JsonSchema[], group: protobuf.OneOf): void {
  t.same(variants.map((variant) => variant.title).sort(), group.fieldsArray.map((field) => field.name).sort(), `${path}: members`)
  for (const field of group.fieldsArray) {
    const variant = variants.find((candidate) => candidate.title === field.name) as JsonSchema
    const { type, ...members } = membersOf(variant)
    t.same(type, { const: field.name }, `${path}.${field.name}: type`)
    const box = Object.keys(members).length === 1 ? members[field.name] : undefined
    const inner = box?.type === 'object' ? box : { ...variant, properties: members, required: (variant.required as string[]).slice(1) }
    compareMessage(t, `${path}.${field.name}`, inner, field.resolvedType as protobuf.Type)
  }
}

function compareMessage(t: Test, path: string, schema: JsonSchema, type: protobuf.Type): void {
  seen.add(type.name)
  const groups = type.oneofsArray.filter((group) => !group.isProto3Optional)
  const plain = type.fieldsArray.filter((field) => field.partOf === null || field.partOf.isProto3Optional)
  if (Array.isArray(schema.oneOf)) {
    t.equal(plain.length, 0, `${path}: nothing but one of several`)
    return compareUnion(t, path, schema.oneOf as readonly JsonSchema[], groups[0] as protobuf.OneOf)
  }
  t.equal(schema.additionalProperties, false, `${path}: nothing else`)
  const members = membersOf(schema)
  t.same(Object.keys(members), [...plain.map((field) => field.name), ...groups.map((group) => group.name)], `${path}: names, in order`)
  for (const group of groups) compareUnion(t, `${path}.${group.name}`, members[group.name]?.oneOf as readonly JsonSchema[], group)
  for (const field of plain) {
    const required = (schema.required as readonly string[]).includes(field.name)
    t.equal(required, field.partOf === null, `${path}.${field.name}: ${required ? 'required' : 'optional'}`)
    compareField(t, `${path}.${field.name}`, members[field.name] as JsonSchema, field)
  }
}

test('every codec has the fields of its message, in their order and of their types', (t) => {
  for (const [name, { codec, proto }] of Object.entries(CODECS)) {
    t.test(name, (t) => {
      compareMessage(t, proto, codec.jsonSchema, typeNamed(proto))
      t.end()
    })
  }
  t.end()
})

test('no message of the .proto files is left out', (t) => {
  const messages = (root.lookup('hanse.v1') as protobuf.Namespace).nestedArray.filter((entry) => entry instanceof protobuf.Type)
  t.same([...seen].sort(), messages.map((message) => message.name).sort())
  t.end()
})

test('the .proto files use nothing that has several encodings', (t) => {
  for (const message of (root.lookup('hanse.v1') as protobuf.Namespace).nestedArray as protobuf.Type[]) {
    const numbers = message.fieldsArray.map((field) => field.id)
    t.same(
      numbers,
      numbers.map((_, index) => index + 1),
      `${message.name}: numbered from 1 in the order of writing`,
    )
    for (const field of message.fieldsArray) {
      t.notOk(field.map, `${message.name}.${field.name}: no map`)
      t.notMatch(field.type, /^(double|float|int32|int64|sint32|sint64|fixed|sfixed|bool$)/, `${message.name}.${field.name}`)
    }
  }
  t.end()
})
