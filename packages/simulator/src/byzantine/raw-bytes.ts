import { concatBytes, equalBytes, type Prng } from '@hanse/primitives'

/** A field of a protobuf message: its tag, and what follows, with its length where it has one. */
interface RawField {
  readonly tag: Uint8Array
  /** Of a length-delimited field. */
  readonly content?: Uint8Array
  readonly rest: Uint8Array
}

const LENGTH_DELIMITED = 2
/** Levels below the outermost message that are changed. */
const DEPTH_MAX = 4
const NESTED_LEVELS = 300
const UNKNOWN_FIELD = varint(1_000 * 8)
/** −1 as an int64 has it. */
const MINUS_ONE = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)

type Mutation = (fields: readonly RawField[], prng: Prng) => Uint8Array

/** What a decoder must refuse, one of these somewhere in a message that was fine. */
const MUTATIONS: readonly Mutation[] = [
  // Cut off within a field.
  (fields, prng) => {
    const bytes = joined(fields)
    return bytes.subarray(0, prng.below(Math.max(1, bytes.length)))
  },
  // A field that nobody knows.
  (fields) => withUnknownField(joined(fields)),
  // A field twice.
  (fields, prng) => concatBytes(joined(fields), ...(fields.length === 0 ? [] : [joined([prng.pick(fields)])])),
  // Fields in another order.
  (fields) => joined(fields.toReversed()),
  // A length that takes a byte more than it must.
  (fields, prng) => withLength(fields, prng, (length) => padded(varint(length))),
  // Lengths that are negative, beyond 2³¹, a little too long, a little too short.
  (fields, prng) => withLength(fields, prng, () => MINUS_ONE),
  (fields, prng) => withLength(fields, prng, () => varint(2 ** 31)),
  (fields, prng) => withLength(fields, prng, (length) => varint(length + 1)),
  (fields, prng) => withLength(fields, prng, (length) => varint(Math.max(0, length - 1))),
  // A field of another kind.
  (fields, prng) => joined(fields.map((field) => (prng.chance(1, 2) ? { ...field, tag: Uint8Array.of((field.tag[0] ?? 0) ^ 1) } : field))),
  // Messages within messages within messages.
  (fields) => {
    let nested: Uint8Array = joined(fields)
    for (let level = 0; level < NESTED_LEVELS; level++) nested = concatBytes(Uint8Array.of(0x0a), varint(nested.length), nested)
    return nested
  },
  // A field of no content, and one with a byte more.
  (fields, prng) => withContent(fields, prng, () => new Uint8Array()),
  (fields, prng) => withContent(fields, prng, (content) => concatBytes(content, Uint8Array.of(0))),
]

/** The bytes of a message with something wrong in them, at the top or in a message within. */
export function malformed(bytes: Uint8Array, prng: Prng): Uint8Array {
  const changed = changedAt(bytes, prng.below(DEPTH_MAX), prng, prng.pick(MUTATIONS))
  return equalBytes(changed, bytes) ? withUnknownField(bytes) : changed
}

function changedAt(bytes: Uint8Array, depth: number, prng: Prng, mutation: Mutation): Uint8Array {
  const fields = parse(bytes)
  if (fields === undefined) return concatBytes(bytes, Uint8Array.of(0xff))
  const messages = fields.flatMap((field, place) => (field.content !== undefined && (parse(field.content)?.length ?? 0) > 0 ? [place] : []))
  if (depth === 0 || messages.length === 0) return mutation(fields, prng)
  const chosen = prng.pick(messages)
  return joined(
    fields.map((field, place) => {
      if (place !== chosen || field.content === undefined) return field
      return delimited(field.tag, changedAt(field.content, depth - 1, prng, mutation))
    }),
  )
}

function withUnknownField(bytes: Uint8Array): Uint8Array {
  return concatBytes(bytes, UNKNOWN_FIELD, Uint8Array.of(1))
}

function withContent(fields: readonly RawField[], prng: Prng, change: (content: Uint8Array) => Uint8Array): Uint8Array {
  const chosen = prng.below(Math.max(1, fields.length))
  return joined(
    fields.map((field, place) => (place === chosen && field.content !== undefined ? delimited(field.tag, change(field.content)) : field)),
  )
}

function withLength(fields: readonly RawField[], prng: Prng, length: (real: number) => Uint8Array): Uint8Array {
  const chosen = prng.below(Math.max(1, fields.length))
  return joined(
    fields.map((field, place) =>
      place === chosen && field.content !== undefined
        ? { ...field, rest: concatBytes(length(field.content.length), field.content) }
        : field,
    ),
  )
}

function delimited(tag: Uint8Array, content: Uint8Array): RawField {
  return { tag, content, rest: concatBytes(varint(content.length), content) }
}

function joined(fields: readonly RawField[]): Uint8Array {
  return concatBytes(...fields.flatMap(({ tag, rest }) => [tag, rest]))
}

/** Undefined when the bytes are no message. */
function parse(bytes: Uint8Array): readonly RawField[] | undefined {
  const fields: RawField[] = []
  for (let at = 0; at < bytes.length; ) {
    const tag = readVarint(bytes, at)
    if (tag === undefined || tag.value < 8) return undefined
    const start = tag.end
    const kind = tag.value % 8
    const value = kind === 0 || kind === LENGTH_DELIMITED ? readVarint(bytes, start) : undefined
    if (value === undefined) return undefined
    const end = kind === 0 ? value.end : value.end + value.value
    if (end > bytes.length) return undefined
    fields.push({
      tag: bytes.subarray(at, start),
      rest: bytes.subarray(start, end),
      ...(kind === LENGTH_DELIMITED ? { content: bytes.subarray(value.end, end) } : {}),
    })
    at = end
  }
  return fields
}

function readVarint(bytes: Uint8Array, from: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0
  let scale = 1
  for (let at = from; at < bytes.length && at < from + 8; at++) {
    const byte = bytes[at] ?? 0
    value += (byte & 0x7f) * scale
    scale *= 128
    if (byte < 0x80) return { value, end: at + 1 }
  }
  return undefined
}

export function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let left = value
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push(0x80 | (left % 128))
  return Uint8Array.from([...bytes, left])
}

function padded(bytes: Uint8Array): Uint8Array {
  const longer = concatBytes(bytes, Uint8Array.of(0))
  longer[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80
  return longer
}
