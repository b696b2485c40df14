import { DirectReader, NOT_PLAIN } from './direct-reader.ts'
import type { DirectWriter } from './direct-writer.ts'
import type { Field, WireType } from './field.ts'

/** Kinds of tags: protobuf calls them wire types. */
const VARINT = 0
const LENGTH_DELIMITED = 2
const TAG_KIND = 8

/** How values of a field are written and read without a copy of them in between. */
export type Direct =
  | DirectScalar
  | { readonly type: 'list'; readonly item: () => Direct | undefined; readonly min: number; readonly max: number }
  /** Members by name. */
  | { readonly type: 'object'; readonly members: readonly DirectEntry[] }
  /** Exactly one of the members, with its name as `type`. */
  | { readonly type: 'union'; readonly members: readonly DirectEntry[] }
  /** Members, and beside them exactly one of those of a union, which stands under `name`. */
  | { readonly type: 'envelope'; readonly members: readonly DirectEntry[]; readonly name: string; readonly union: readonly DirectEntry[] }
  /** A message of its own numbers: what a codec is as a field. */
  | { readonly type: 'message'; readonly plan: () => DirectPlan | undefined }
  /** The value of `field` under one name. */
  | { readonly type: 'box'; readonly name: string; readonly field: Field<unknown> }

interface DirectScalar {
  readonly type: 'scalar'
  readonly kind: typeof VARINT | typeof LENGTH_DELIMITED
  /** What stands for its wire form when the number of its field is looked for: any value but the default. */
  readonly sample: unknown
  /** Of what is not written where it need not be. Absent where there is no such value. */
  readonly isDefault?: (value: unknown) => boolean
  /** The value that an absent one has. @throws NOT_PLAIN where that is refused */
  readonly absent: () => unknown
  /** With the length in front, if it has one. */
  readonly write: (writer: DirectWriter, value: unknown) => void
  /** @throws NOT_PLAIN */
  readonly read: (reader: DirectReader, end: number) => unknown
}

type Scalar = Omit<DirectScalar, 'type'>

export type DirectEntry = readonly [name: string, field: Field<unknown>]

/** A message that can be written and read directly. */
export interface DirectPlan {
  write(writer: DirectWriter, value: unknown): void
  /** Its members become members of `message`. @throws NOT_PLAIN */
  readInto(reader: DirectReader, end: number, message: Message): void
}

export type Message = Record<string, unknown>

/** A scalar's form, bound to the field that it is of: a field that is changed in its other forms has none. */
export function scalar<T>(field: Field<T>, form: Scalar): Field<T> {
  return withDirect(field, { type: 'scalar', ...form })
}

export function withDirect<T>(field: Field<T>, direct: Direct): Field<T> {
  return { ...field, direct: { form: direct, toWire: field.toWire, fromWire: field.fromWire } }
}

/** Undefined where a field has none, or has been given other forms since. */
export function directOf<T>(field: Field<T>): Direct | undefined {
  const { direct } = field
  return direct !== undefined && direct.toWire === field.toWire && direct.fromWire === field.fromWire ? direct.form : undefined
}

/** One member of a message as it stands on the wire. */
interface Member {
  readonly name: string
  readonly tag: number
  readonly optional: boolean
  /** With its tags. What is a default, or absent, may be nothing. */
  readonly write: (writer: DirectWriter, value: unknown) => void
  /** From behind its first tag on; a list to its last item. */
  readonly read: (reader: DirectReader, end: number) => unknown
  /** Of an object: as `read`, into a message that is there. */
  readonly readInto?: DirectPlan['readInto']
  /** The value that stands for nothing. @throws NOT_PLAIN where that is refused */
  readonly absent: () => unknown
}

/** What stands behind a tag. */
type Content = Pick<Member, 'write' | 'read' | 'readInto'>

/**
 * How a message with these fields is written and read directly, or undefined where a field has no direct form. The numbers of the fields are
 * asked of the wire type: it writes a message of each alone.
 */
export function directPlan<T>(wire: WireType, field: Field<T>): DirectPlan | undefined {
  const direct = directOf(field)
  if (direct === undefined) return undefined
  switch (direct.type) {
    case 'object': {
      const members = membersOf(wire, direct.members)
      return members === undefined ? undefined : objectPlan(members)
    }
    case 'union': {
      const members = membersOf(wire, direct.members)
      return members === undefined ? undefined : unionPlan(members)
    }
    case 'envelope': {
      const members = membersOf(wire, direct.members)
      const union = membersOf(wire, direct.union)
      if (members === undefined || union === undefined) return undefined
      const last = Math.max(...members.map(({ tag }) => tag))
      return union.every(({ tag }) => tag > last) ? envelopePlan(members, direct.name, union) : undefined
    }
    default:
      return undefined
  }
}

function membersOf(wire: WireType, entries: readonly DirectEntry[]): readonly Member[] | undefined {
  const members: Member[] = []
  for (const [name, field] of entries) {
    const member = memberOf(wire, name, field)
    if (member === undefined) return undefined
    members.push(member)
  }
  return members
}

function memberOf(wire: WireType, name: string, field: Field<unknown>): Member | undefined {
  const direct = directOf(field)
  if (direct === undefined) return undefined
  const { optional } = field
  const written = (value: unknown): Uint8Array => wire.encode({ [name]: value }).finish()
  switch (direct.type) {
    case 'scalar': {
      const { sample, kind, isDefault, absent } = direct
      const tag = tagOf(written(sample))
      if (tag === undefined || tag % TAG_KIND !== kind) return undefined
      const content = tagged(tag, optional, bounded(sample, written(WIDE).length, direct))
      const writesDefault = optional && written(kind === VARINT ? zeroOf(sample) : emptyOf(sample)).length > 0
      return { name, tag, optional, absent, ...(writesDefault || isDefault === undefined ? content : withoutDefault(isDefault, content)) }
    }
    case 'message': {
      const tag = tagOf(written({}))
      const nested = nestedOf(direct.plan)
      return tag === undefined || nested === undefined
        ? undefined
        : { name, tag, optional, absent: refuse, ...tagged(tag, optional, nested) }
    }
    case 'box': {
      const inner = memberOf(wire, name, direct.field)
      return inner === undefined || direct.field.optional ? undefined : { ...inner, ...boxed(direct.name, inner) }
    }
    case 'list':
      return optional ? undefined : listMember(name, written, direct)
    default:
      return undefined
  }
}

function tagged(tag: number, optional: boolean, { write, ...reading }: Content): Content {
  return {
    ...reading,
    write: (writer, value) => {
      if (value === undefined) return optional ? undefined : refuse()
      writer.varint(tag)
      write(writer, value)
    },
  }
}

/** A default that is written is not canonical. */
function withoutDefault(isDefault: (value: unknown) => boolean, { write, read }: Content): Content {
  return {
    write: (writer, value) => {
      if (!isDefault(value)) write(writer, value)
    },
    read: (reader, end) => {
      const value = read(reader, end)
      return isDefault(value) ? refuse() : value
    },
  }
}

function boxed(key: string, { write, read }: Content): Content {
  const readInto: Member['readInto'] = (reader, end, message) => {
    message[key] = read(reader, end)
  }
  return {
    write: (writer, value) => write(writer, (value as Readonly<Message>)[key]),
    read: (reader, end) => {
      const message = {}
      readInto(reader, end, message)
      return message
    },
    readInto,
  }
}

function listMember(
  name: string,
  written: (value: unknown) => Uint8Array,
  { item, min, max }: Extract<Direct, { type: 'list' }>,
): Member | undefined {
  const direct = item()
  if (direct?.type !== 'message' && direct?.type !== 'scalar') return undefined
  const tag = tagOf(written([direct.type === 'message' ? {} : direct.sample]))
  const content = direct.type === 'message' ? nestedOf(direct.plan) : direct
  if (tag === undefined || tag % TAG_KIND !== LENGTH_DELIMITED || content === undefined) return undefined
  const ofGoodLength = (items: readonly unknown[]): readonly unknown[] => (items.length < min || items.length > max ? refuse() : items)
  const isPacked = direct.type === 'scalar' && direct.kind === VARINT
  const items = isPacked ? packed(tag, bounded(direct.sample, written([WIDE]).length, direct)) : repeated(tag, content)
  return {
    name,
    tag,
    optional: false,
    absent: () => ofGoodLength([]),
    write: (writer, value) => items.write(writer, value ?? refuse()),
    read: (reader, end) => ofGoodLength(items.read(reader, end) as readonly unknown[]),
  }
}

/** Each item behind a tag of its own. */
function repeated(tag: number, { write, read }: Content): Content {
  return {
    write: (writer, value) => {
      for (const item of value as readonly unknown[]) {
        writer.varint(tag)
        write(writer, item)
      }
    },
    read: (reader, end) => {
      const items: unknown[] = [read(reader, end)]
      while (reader.nextTag(end) === tag) {
        reader.passTag(tag, end)
        items.push(read(reader, end))
      }
      return items
    },
  }
}

/** Numbers, all behind one tag. */
function packed(tag: number, { write, read }: Content): Content {
  return {
    write: (writer, value) => {
      const items = value as readonly unknown[]
      if (items.length === 0) return
      writer.varint(tag)
      const opened = writer.open(1)
      for (const item of items) write(writer, item)
      writer.close(opened, 1)
    },
    read: (reader, end) => {
      const to = reader.span(end)
      const items: unknown[] = []
      while (reader.at < to) items.push(read(reader, to))
      return items.length === 0 ? refuse() : items
    },
  }
}

/** Of 41 bits: a type of 32 writes a part of it. */
const WIDE = 2 ** 40
const WIDE_VARINT_BYTES = 6
const UINT32_MAX = 2 ** 32 - 1

/** A number whose wire type has 32 bits: what is larger is for the other way. `wideBytes` is how many bytes `WIDE` makes, with its tag. */
function bounded(sample: unknown, wideBytes: number, { write, read }: Content): Content {
  if (typeof sample !== 'number' || wideBytes > WIDE_VARINT_BYTES) return { write, read }
  const narrow = (value: unknown): unknown => ((value as number) > UINT32_MAX ? refuse() : value)
  return { write: (writer, value) => write(writer, narrow(value)), read: (reader, end) => narrow(read(reader, end)) }
}

function nestedOf(planOf: () => DirectPlan | undefined): Content | undefined {
  const plan = planOf()
  if (plan === undefined) return undefined
  // As many as the last one's length had: most messages of a kind need the same.
  let lengthBytes = 1
  const readInto: Member['readInto'] = (reader, end, message) => {
    const to = reader.span(end)
    plan.readInto(reader, to, message)
    if (reader.at !== to) throw NOT_PLAIN
  }
  return {
    write: (writer, value) => {
      const opened = writer.open(lengthBytes)
      plan.write(writer, value)
      lengthBytes = writer.close(opened, lengthBytes)
    },
    read: (reader, end) => {
      const message = {}
      readInto(reader, end, message)
      return message
    },
    readInto,
  }
}

function zeroOf(sample: unknown): unknown {
  return typeof sample === 'boolean' ? false : 0
}

function emptyOf(sample: unknown): unknown {
  return typeof sample === 'string' ? '' : new Uint8Array()
}

/** Of the first field in these bytes. */
function tagOf(bytes: Uint8Array): number | undefined {
  return bytes.length === 0 ? undefined : new DirectReader(bytes, 0).nextTag(bytes.length)
}

function refuse(): never {
  throw NOT_PLAIN
}

/** What is not read is left for the caller, who refuses it. */
function objectPlan(members: readonly Member[]): DirectPlan {
  const ascending = [...members].sort((left, right) => left.tag - right.tag)
  const readAscending: DirectPlan['readInto'] = (reader, end, message) => {
    let tag = reader.nextTag(end)
    for (const member of ascending) {
      if (member.tag === tag) {
        reader.passTag(tag, end)
        message[member.name] = member.read(reader, end)
        tag = reader.nextTag(end)
      } else if (!member.optional) message[member.name] = member.absent()
    }
  }
  return {
    write: (writer, value) => {
      const source = value as Readonly<Message>
      for (const member of ascending) member.write(writer, source[member.name])
    },
    readInto: members.every((member, index) => member === ascending[index]) ? readAscending : inOrderOf(members, readAscending),
  }
}

/** Members of a value stand in the order in which the schema names them. */
function inOrderOf(members: readonly Member[], readInto: DirectPlan['readInto']): DirectPlan['readInto'] {
  return (reader, end, message) => {
    const found: Message = {}
    readInto(reader, end, found)
    for (const { name } of members) if (found[name] !== undefined) message[name] = found[name]
  }
}

function unionPlan(members: readonly Member[]): DirectPlan {
  const byName = new Map(members.map((member) => [member.name, member]))
  const byTag = new Map(members.map((member) => [member.tag, member]))
  return {
    write: (writer, value) => {
      const { type } = value as { readonly type: string }
      const member = byName.get(type) ?? refuse()
      member.write(writer, value)
    },
    readInto: (reader, end, message) => {
      const tag = reader.nextTag(end)
      const { name, readInto = refuse } = byTag.get(tag) ?? refuse()
      reader.passTag(tag, end)
      message.type = name
      readInto(reader, end, message)
    },
  }
}

function envelopePlan(members: readonly Member[], name: string, union: readonly Member[]): DirectPlan {
  const outer = objectPlan(members)
  const inner = unionPlan(union)
  return {
    write: (writer, value) => {
      outer.write(writer, value)
      inner.write(writer, (value as Readonly<Message>)[name])
    },
    readInto: (reader, end, message) => {
      outer.readInto(reader, end, message)
      const content: Message = {}
      inner.readInto(reader, end, content)
      message[name] = content
    },
  }
}
