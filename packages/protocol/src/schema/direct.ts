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
  /** What is not written where it need not be. */
  readonly isDefault: (value: unknown) => boolean
  /** The value that an absent one has. @throws NOT_PLAIN where that is refused */
  readonly absent: () => unknown
  /** With the length in front, if it has one. */
  readonly write: (writer: DirectWriter, value: unknown) => void
  /** @throws NOT_PLAIN */
  readonly read: (reader: DirectReader, end: number) => unknown
}

export type DirectEntry = readonly [name: string, field: Field<unknown>]

/** A message that can be written and read directly. */
export interface DirectPlan {
  write(writer: DirectWriter, value: unknown): void
  /** @throws NOT_PLAIN */
  read(reader: DirectReader, end: number): unknown
}

/** A scalar's form, bound to the field that it is of: a field that is changed in its other forms has none. */
export function scalar<T>(field: Field<T>, form: Omit<DirectScalar, 'type'>): Field<T> {
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
  /** A list of messages or bytes: each item with the tag again. */
  readonly isRepeated: boolean
  /** Written although it is the default. */
  readonly writesDefault: boolean
  readonly isDefault: (value: unknown) => boolean
  readonly absent: () => unknown
  readonly write: (writer: DirectWriter, value: unknown) => void
  readonly read: (reader: DirectReader, end: number) => unknown
  readonly min: number
  readonly max: number
}

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
  const base = { name, optional: field.optional, isRepeated: false, writesDefault: true, min: 0, max: 0 }
  const never = { isDefault: () => false, absent: refuse }
  const written = (value: unknown): Uint8Array => wire.encode({ [name]: value }).finish()
  switch (direct.type) {
    case 'scalar': {
      const { sample, kind, isDefault, absent, write, read } = direct
      const tag = tagOf(written(sample))
      if (tag === undefined || tag % TAG_KIND !== kind) return undefined
      const writesDefault = field.optional && written(direct.kind === VARINT ? zeroOf(sample) : emptyOf(sample)).length > 0
      return { ...base, tag, writesDefault, isDefault, absent, ...bounded(sample, written(WIDE).length, { write, read }) }
    }
    case 'message': {
      const tag = tagOf(written({}))
      const nested = nestedOf(direct.plan)
      return tag === undefined || nested === undefined ? undefined : { ...base, tag, ...never, ...nested }
    }
    case 'box': {
      const inner = memberOf(wire, name, direct.field)
      if (inner === undefined || inner.isRepeated) return undefined
      const { name: key } = direct
      return {
        ...inner,
        write: (writer, value) => inner.write(writer, (value as Readonly<Record<string, unknown>>)[key]),
        read: (reader, end) => ({ [key]: inner.read(reader, end) }),
      }
    }
    case 'list':
      return listMember(written, base, direct)
    default:
      return undefined
  }
}

function listMember(
  written: (value: unknown) => Uint8Array,
  base: Pick<Member, 'name' | 'optional' | 'writesDefault'>,
  { item, min, max }: Extract<Direct, { type: 'list' }>,
): Member | undefined {
  const direct = item()
  if (direct === undefined || base.optional) return undefined
  const common = {
    ...base,
    writesDefault: false,
    min,
    max,
    isDefault: (value: unknown): boolean => (value as readonly unknown[]).length === 0,
    absent: (): unknown => (min > 0 ? refuse() : []),
  }
  if (direct.type === 'message') {
    const tag = tagOf(written([{}]))
    const nested = nestedOf(direct.plan)
    return tag === undefined || nested === undefined ? undefined : { ...common, tag, isRepeated: true, ...nested }
  }
  if (direct.type !== 'scalar') return undefined
  const tag = tagOf(written([direct.sample]))
  if (tag === undefined || tag % TAG_KIND !== LENGTH_DELIMITED) return undefined
  if (direct.kind === LENGTH_DELIMITED) return { ...common, tag, isRepeated: true, write: direct.write, read: direct.read }
  const { write, read } = bounded(direct.sample, written([WIDE]).length, direct)
  return {
    ...common,
    tag,
    isRepeated: false,
    write: (writer, value) => {
      const opened = writer.open()
      for (const one of value as readonly unknown[]) write(writer, one)
      writer.close(opened)
    },
    read: (reader, end) => {
      const to = reader.span(end)
      const items: unknown[] = []
      while (reader.at < to) items.push(read(reader, to))
      return items.length === 0 || items.length < min || items.length > max ? refuse() : items
    },
  }
}

/** Of 41 bits: a type of 32 writes a part of it. */
const WIDE = 2 ** 40
const WIDE_VARINT_BYTES = 6
const UINT32_MAX = 2 ** 32 - 1

/** A number whose wire type has 32 bits: what is larger is for the other way. `wideBytes` is how many bytes `WIDE` makes, with its tag. */
function bounded(sample: unknown, wideBytes: number, { write, read }: Pick<Member, 'write' | 'read'>): Pick<Member, 'write' | 'read'> {
  if (typeof sample !== 'number' || wideBytes > WIDE_VARINT_BYTES) return { write, read }
  const narrow = (value: unknown): unknown => ((value as number) > UINT32_MAX ? refuse() : value)
  return { write: (writer, value) => write(writer, narrow(value)), read: (reader, end) => narrow(read(reader, end)) }
}

function nestedOf(planOf: () => DirectPlan | undefined): Pick<Member, 'write' | 'read'> | undefined {
  const plan = planOf()
  if (plan === undefined) return undefined
  return {
    write: (writer, value) => {
      const opened = writer.open()
      plan.write(writer, value)
      writer.close(opened)
    },
    read: (reader, end) => plan.read(reader, reader.span(end)),
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
  return bytes.length === 0 ? undefined : new DirectReader(bytes, 1).tag(bytes.length)
}

function refuse(): never {
  throw NOT_PLAIN
}

function writeMember(writer: DirectWriter, member: Member, value: unknown): void {
  if (value === undefined) return member.optional ? undefined : refuse()
  if (!member.writesDefault && member.isDefault(value)) return
  if (!member.isRepeated) {
    writer.varint(member.tag)
    member.write(writer, value)
    return
  }
  for (const item of value as readonly unknown[]) {
    writer.varint(member.tag)
    member.write(writer, item)
  }
}

/** One member, or all items of one that is repeated. */
function readMember(reader: DirectReader, end: number, member: Member): unknown {
  if (!member.isRepeated) {
    const value = member.read(reader, end)
    return !member.writesDefault && member.isDefault(value) ? refuse() : value
  }
  const items: unknown[] = [member.read(reader, end)]
  while (reader.at < end) {
    const before = reader.at
    if (reader.varint(end) !== member.tag) {
      reader.at = before
      break
    }
    reader.at = before
    reader.tag(end)
    items.push(member.read(reader, end))
  }
  return items.length < member.min || items.length > member.max ? refuse() : items
}

function objectPlan(members: readonly Member[]): DirectPlan {
  const ascending = [...members].sort((left, right) => left.tag - right.tag)
  const places = ascending.map((member) => members.indexOf(member))
  return {
    write: (writer, value) => {
      const source = value as Readonly<Record<string, unknown>>
      for (const member of ascending) writeMember(writer, member, source[member.name])
    },
    read: (reader, end) => {
      const values: unknown[] = new Array(members.length)
      for (let next = 0; reader.at < end; next++) {
        const tag = reader.tag(end)
        while (next < ascending.length && ascending[next]?.tag !== tag) next += 1
        const member = ascending[next] ?? refuse()
        values[places[next] as number] = readMember(reader, end, member)
      }
      const message: Record<string, unknown> = {}
      for (let place = 0; place < members.length; place++) {
        const member = members[place] as Member
        const value = values[place]
        if (value !== undefined) message[member.name] = value
        else if (!member.optional) message[member.name] = member.absent()
      }
      return message
    },
  }
}

function unionPlan(members: readonly Member[]): DirectPlan {
  const byName = new Map(members.map((member) => [member.name, member]))
  const byTag = new Map(members.map((member) => [member.tag, member]))
  return {
    write: (writer, value) => {
      const { type } = value as { readonly type: string }
      writeMember(writer, byName.get(type) ?? refuse(), value)
    },
    read: (reader, end) => {
      const member = byTag.get(reader.tag(end)) ?? refuse()
      const content = member.read(reader, end)
      if (reader.at !== end) throw NOT_PLAIN
      return { type: member.name, ...(content as object) }
    },
  }
}

function envelopePlan(members: readonly Member[], name: string, union: readonly Member[]): DirectPlan {
  const outer = objectPlan(members)
  const inner = unionPlan(union)
  const first = Math.min(...union.map(({ tag }) => tag))
  return {
    write: (writer, value) => {
      outer.write(writer, value)
      inner.write(writer, (value as Readonly<Record<string, unknown>>)[name])
    },
    read: (reader, end) => {
      const split = unionStart(reader, end, first)
      const message = outer.read(reader, split) as Record<string, unknown>
      message[name] = inner.read(reader, end)
      return message
    },
  }
}

/** Where the first field with a tag of `first` or above begins. */
function unionStart(reader: DirectReader, end: number, first: number): number {
  const from = reader.at
  let at = from
  while (reader.at < end) {
    at = reader.at
    const tag = reader.varint(end)
    if (tag >= first) break
    if (tag % TAG_KIND === VARINT) reader.varint(end)
    else reader.at = reader.span(end)
  }
  reader.at = from
  return at
}
