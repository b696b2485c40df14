import { assert } from '@hanse/primitives'
import protobuf from 'protobufjs/minimal.js'
import type { BoundedReader } from './bounded-reader.ts'
import type { Field, WireForm, WireType } from './field.ts'
import { type Codec, type CodecOptions, createCodec, type MessageOf, object } from './message.ts'

type Reader = protobuf.Reader
type Writer = protobuf.Writer

/** The highest number that a field of protobuf can have. */
const FIELD_NUMBER_MAX = 2 ** 29 - 1
/** Kinds of tags: protobuf calls them wire types. */
const VARINT = 0
const LENGTH_DELIMITED = 2

/** Members of a message by name, each with its number on the wire. */
export type NumberedFields = Readonly<Record<string, readonly [number: number, field: Field<unknown>]>>

/** The value of a message with these members. */
export type NumberedMessage<F extends NumberedFields> = MessageOf<{ readonly [K in keyof F]: F[K][1] }>

interface Member {
  readonly name: string
  readonly number: number
  readonly form: WireForm
  /** A present optional member is written even where its value is the default. */
  readonly optional: boolean
}

/**
 * A message whose numbers stand in the code, for who has no generated wire type: `{ partyId: [1, partyId()], points: [2, uint()] }`. Its
 * bytes are those of the proto3 message with these numbers: `string`, `uint64`, `bool`, `bytes`, nested messages and lists of them.
 * A number is for ever: what is no longer used keeps it, and what is new gets a new one.
 */
export function defineMessage<const F extends NumberedFields>(members: F, options?: CodecOptions): Codec<NumberedMessage<F>> {
  const fields = Object.fromEntries(Object.entries(members).map(([name, [, field]]) => [name, field]))
  const field = object(fields) as unknown as Field<NumberedMessage<F>>
  return createCodec(numberedWireType(members), field, options)
}

function membersOf(members: NumberedFields): readonly Member[] {
  const found = Object.entries(members).map(([name, [number, field]]): Member => {
    assert(Number.isSafeInteger(number) && number >= 1 && number <= FIELD_NUMBER_MAX, `member ${name} has no field number: ${number}`)
    assert(field.wireForm !== undefined, `member ${name} is of a kind that has no wire form`)
    return { name, number, form: field.wireForm, optional: field.optional }
  })
  assert(new Set(found.map(({ number }) => number)).size === found.length, 'two members of a message have the same number')
  return found.sort((left, right) => left.number - right.number)
}

function numberedWireType(fields: NumberedFields): WireType {
  const members = membersOf(fields)
  const byNumber = new Map(members.map((member) => [member.number, member]))
  return {
    encode: (value, writer = protobuf.Writer.create()) => {
      const source = value as Readonly<Record<string, unknown>>
      for (const member of members) if (source[member.name] !== undefined) writeMember(writer, member, source[member.name])
      return writer
    },
    decode: (source, length) => {
      assert(source instanceof protobuf.Reader, 'a codec reads through its bounded reader')
      return readMessage(source, byNumber, members, length)
    },
  }
}

function isDefault(value: unknown): boolean {
  return value === '' || value === 0 || value === false || ((value instanceof Uint8Array || Array.isArray(value)) && value.length === 0)
}

function writeMember(writer: Writer, { number, form, optional }: Member, value: unknown): void {
  if (isDefault(value) && (!optional || Array.isArray(value))) return
  if (typeof form !== 'object' || !('list' in form)) return writeOne(writer, number, form, value)
  const items = value as readonly unknown[]
  if (form.list !== 'uint' && form.list !== 'bool') {
    for (const item of items) writeOne(writer, number, form.list, item)
    return
  }
  // proto3 packs lists of numbers.
  writer.uint32(tagOf(number, LENGTH_DELIMITED)).fork()
  for (const item of items) writer.uint64(Number(item))
  writer.ldelim()
}

function tagOf(number: number, kind: number): number {
  return ((number << 3) | kind) >>> 0
}

function writeOne(writer: Writer, number: number, form: WireForm, value: unknown): void {
  if (form === 'uint') writer.uint32(tagOf(number, VARINT)).uint64(value as number)
  else if (form === 'bool') writer.uint32(tagOf(number, VARINT)).bool(value as boolean)
  else {
    writer.uint32(tagOf(number, LENGTH_DELIMITED))
    if (form === 'text') writer.string(value as string)
    else if (form === 'bytes') writer.bytes(value as Uint8Array)
    else {
      assert('message' in form, 'a list of lists has no wire form')
      form.message.encode(value as object, writer.fork())
      writer.ldelim()
    }
  }
}

/** What is absent reads as its default, as generated code has it; what an optional member lacks stays absent. */
function emptyMessage(members: readonly Member[]): Record<string, unknown> {
  const empty: Record<string, unknown> = {}
  for (const { name, form, optional } of members) {
    if (optional) continue
    if (form === 'text') empty[name] = ''
    else if (form === 'uint') empty[name] = 0
    else if (form === 'bool') empty[name] = false
    else if (form === 'bytes') empty[name] = new Uint8Array()
    else if ('list' in form) empty[name] = []
  }
  return empty
}

function readMessage(reader: Reader, byNumber: ReadonlyMap<number, Member>, members: readonly Member[], length?: number): object {
  const message = emptyMessage(members)
  const outer = reader.len
  const end = length === undefined ? outer : reader.pos + length
  if (end > outer) throw new RangeError('a message is longer than what holds it')
  reader.len = end
  while (reader.pos < end) {
    const tag = reader.tag()
    const kind = tag & 7
    const member = byNumber.get(tag >>> 3)
    if (member === undefined || !readMember(reader, member, kind, message)) reader.skipType(kind)
  }
  if (reader.pos !== end) throw new RangeError('a field is longer than its message')
  reader.len = outer
  return message
}

/** False for a field of another kind than its member's: it is passed over, and missing when the message is written again. */
function readMember(reader: Reader, { name, form }: Member, kind: number, message: Record<string, unknown>): boolean {
  if (typeof form === 'object' && 'list' in form) {
    const items = (message[name] ?? []) as unknown[]
    message[name] = items
    if ((form.list === 'uint' || form.list === 'bool') && kind === LENGTH_DELIMITED) {
      const end = reader.uint32() + reader.pos
      while (reader.pos < end) items.push(readOne(reader, form.list))
      return true
    }
    if (kind !== kindOf(form.list)) return false
    items.push(readOne(reader, form.list))
    return true
  }
  if (kind !== kindOf(form)) return false
  message[name] = readOne(reader, form)
  return true
}

function kindOf(form: WireForm): number {
  return form === 'uint' || form === 'bool' ? VARINT : LENGTH_DELIMITED
}

function readOne(reader: Reader, form: WireForm): unknown {
  if (form === 'uint') return reader.uint64()
  if (form === 'bool') return reader.bool()
  if (form === 'text') return reader.string()
  if (form === 'bytes') return reader.bytes()
  assert('message' in form, 'a list of lists has no wire form')
  return form.message.decode(reader as BoundedReader, reader.uint32())
}
