import { concatBytes, type Prng } from '@hanse/primitives'
import { mutateBytes } from './bytes.ts'

/** Fields of a message as they stand on the wire. `nested`: its content reads as a message itself. */
interface Field {
  readonly tag: Uint8Array
  readonly wireType: number
  /** Of a length-delimited field without the length, else all of it. */
  readonly content: Uint8Array
  readonly nested: readonly Field[] | undefined
}

const VARINT = 0
const FIXED64 = 1
const LENGTH_DELIMITED = 2
const FIXED32 = 5
const VARINT_BYTES_MAX = 10
const DEPTH_MAX = 6

function varintEnd(bytes: Uint8Array, start: number): number | undefined {
  for (let end = start; end < bytes.length && end < start + VARINT_BYTES_MAX; end++) if ((bytes[end] as number) < 0x80) return end + 1
  return undefined
}

function smallValue(bytes: Uint8Array): number {
  let value = 0
  for (const [index, byte] of bytes.entries()) value += (byte & 0x7f) * 128 ** index
  return value
}

function writeVarint(value: number): Uint8Array {
  const bytes: number[] = []
  let left = value
  while (left >= 0x80) {
    bytes.push((left % 0x80) | 0x80)
    left = Math.floor(left / 0x80)
  }
  return Uint8Array.of(...bytes, left)
}

/** Undefined where the bytes are no message. */
function parse(bytes: Uint8Array, depth: number): readonly Field[] | undefined {
  const fields: Field[] = []
  let offset = 0
  while (offset < bytes.length) {
    const tagEnd = varintEnd(bytes, offset)
    if (tagEnd === undefined) return undefined
    const tag = bytes.subarray(offset, tagEnd)
    const wireType = (tag[0] as number) & 7
    let start = tagEnd
    let end: number | undefined
    if (wireType === VARINT) end = varintEnd(bytes, start)
    else if (wireType === FIXED64) end = start + 8
    else if (wireType === FIXED32) end = start + 4
    else if (wireType === LENGTH_DELIMITED) {
      const lengthEnd = varintEnd(bytes, start)
      if (lengthEnd === undefined) return undefined
      end = lengthEnd + smallValue(bytes.subarray(start, lengthEnd))
      start = lengthEnd
    }
    if (end === undefined || end > bytes.length) return undefined
    const content = bytes.subarray(start, end)
    const nested = wireType === LENGTH_DELIMITED && depth < DEPTH_MAX && content.length > 1 ? parse(content, depth + 1) : undefined
    fields.push({ tag, wireType, content, nested })
    offset = end
  }
  return fields
}

function write(fields: readonly Field[]): Uint8Array {
  return concatBytes(
    ...fields.flatMap(({ tag, wireType, content, nested }) => {
      const body = nested === undefined ? content : write(nested)
      return wireType === LENGTH_DELIMITED ? [tag, writeVarint(body.length), body] : [tag, body]
    }),
  )
}

/** Numbers at which readers turn: 2^53, 2^63, ends of bytes and of words. */
const NUMBERS = [0, 1, 2, 7, 127, 128, 255, 65_535, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 2 ** 60] as const
const VARINT_MAX = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)

function longer(varint: Uint8Array): Uint8Array {
  const last = varint.length - 1
  return Uint8Array.of(...varint.subarray(0, last), (varint[last] as number) | 0x80, 0)
}

function replaced(fields: readonly Field[], index: number, ...by: readonly Field[]): readonly Field[] {
  return [...fields.slice(0, index), ...by, ...fields.slice(index + 1)]
}

function changedContent(prng: Prng, { wireType, content }: Field): Uint8Array {
  if (wireType !== VARINT) return mutateBytes(prng, content)
  if (prng.chance(1, 5)) return VARINT_MAX
  if (prng.chance(1, 4)) return longer(content)
  return writeVarint(prng.chance(1, 2) ? prng.pick(NUMBERS) : Math.max(0, smallValue(content) + prng.pick([-1, 1])))
}

function mutateFields(prng: Prng, fields: readonly Field[], donor: readonly Field[]): readonly Field[] {
  if (fields.length === 0) return donor.length === 0 ? [] : [prng.pick(donor)]
  const index = prng.below(fields.length)
  const field = fields[index] as Field
  if (field.nested !== undefined && prng.chance(2, 3))
    return replaced(fields, index, { ...field, nested: mutateFields(prng, field.nested, donor) })
  switch (prng.below(9)) {
    case 0:
      return replaced(fields, index)
    case 1:
      return replaced(fields, index, field, field)
    case 2:
      return prng.shuffle(fields)
    case 3:
      return replaced(fields, index, { ...field, tag: prng.chance(1, 2) ? longer(field.tag) : writeVarint(prng.below(1_024)) })
    case 4:
      return donor.length === 0 ? fields : replaced(fields, index, prng.pick(donor))
    case 5:
      return [...fields, { tag: writeVarint(8 * (20 + prng.below(40))), wireType: VARINT, content: Uint8Array.of(1), nested: undefined }]
    case 6:
      // A member in two pieces: protobuf would merge them.
      return field.nested === undefined || field.nested.length < 2
        ? replaced(fields, index, field, field)
        : replaced(fields, index, { ...field, nested: field.nested.slice(0, 1) }, { ...field, nested: field.nested.slice(1) })
    default:
      return replaced(fields, index, { ...field, content: changedContent(prng, field), nested: undefined })
  }
}

/** One change of a message as such: fields left out, doubled, moved, renumbered, spelt longer, with other numbers, from another input. */
export function mutateProtobuf(prng: Prng, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const fields = prng.chance(1, 6) ? undefined : parse(bytes, 0)
  return fields === undefined ? mutateBytes(prng, bytes) : write(mutateFields(prng, fields, parse(other, 0) ?? []))
}
