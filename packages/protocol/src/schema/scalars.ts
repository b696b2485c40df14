import {
  ADDRESS_SIZE_BYTES,
  type Address,
  assert,
  type Brand,
  bigintToBytes,
  bytesToBigint,
  bytesToHex,
  HASH_SIZE_BYTES,
  type Hash,
  type Hex,
  hexToBytes,
  hexToBytesOrUndefined,
  utf8ToBytesOrUndefined,
} from '@hanse/primitives'
import { unknownCharacter } from './assigned-characters.ts'
import { directOf, scalar } from './direct.ts'
import { NOT_PLAIN } from './direct-reader.ts'
import { assertLimits, describeJson, type Field, fault, type Json } from './field.ts'

/** Largest integer in JSON and on the wire: above it doubles lose digits. */
export const UINT_MAX = Number.MAX_SAFE_INTEGER
/** Amounts are below 2^128 minor units. */
export const AMOUNT_SIZE_BYTES_MAX = 16

export interface TextLimits {
  /** UTF-16 code units. Default 1. */
  readonly min?: number
  /** UTF-16 code units. */
  readonly max: number
  readonly pattern?: RegExp
  readonly description?: string
  /** What a text that fits the pattern is, for the refusal of another. Default: the description. It is in no schema. */
  readonly words?: string
}

/** Printable and other ASCII but NUL: a text of nothing else is in every normal form, and well formed. */
function isPlainAscii(value: string): boolean {
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index)
    if (code === 0 || code > 0x7f) return false
  }
  return true
}

function unicodeFault(value: string): string | undefined {
  if (isPlainAscii(value)) return undefined
  if (utf8ToBytesOrUndefined(value) === undefined || value.includes('\0')) return 'text has a lone surrogate or a NUL'
  const unknown = unknownCharacter(value)
  if (unknown !== undefined) return `text has a character that Unicode 15.1 does not know, U+${unknown.toString(16)}`
  return value.normalize('NFC') === value ? undefined : 'text is not in Unicode normal form C'
}

/** A text of Unicode 15.1 in normal form C, without lone surrogates and without NUL. */
export function text(limits: TextLimits): Field<string> {
  const min = limits?.min ?? 1
  assertLimits('a text', min, limits?.max)
  const check = (value: unknown, path: string): string => {
    if (typeof value !== 'string') return fault(path, `expected a text, got ${describeJson(value)}`)
    if (value.length < min || value.length > limits.max)
      return fault(path, `expected ${min} to ${limits.max} characters, got ${value.length}`)
    const unicode = unicodeFault(value)
    if (unicode !== undefined) return fault(path, unicode)
    if (limits.pattern !== undefined && !limits.pattern.test(value)) {
      const words = limits.words ?? limits.description
      return fault(
        path,
        words === undefined ? `text does not match ${limits.pattern.source}` : `expected ${words}, got ${describeJson(value)}`,
      )
    }
    return value
  }
  const field: Field<string> = {
    wireForm: 'text',
    optional: false,
    toWire: (value) => {
      // protobufjs would write U+FFFD for a lone surrogate.
      assert(unicodeFault(value) === undefined, 'a text of ours is in normal form C, without NUL')
      return value
    },
    fromWire: check,
    toJson: (value) => value,
    fromJson: check,
    jsonSchema: {
      type: 'string',
      minLength: min,
      maxLength: limits.max,
      ...(limits.pattern === undefined ? {} : { pattern: limits.pattern.source }),
      ...(limits.description === undefined ? {} : { description: limits.description }),
    },
  }
  const isFine = (value: string): boolean =>
    value.length >= min && value.length <= limits.max && (limits.pattern === undefined || limits.pattern.test(value))
  return scalar(field, {
    kind: 2,
    sample: 'a',
    isDefault: (value) => value === '',
    absent: () => plain(isFine('') ? '' : undefined),
    write: (writer, value) => {
      if (!writer.ascii(value as string)) writer.text(field.toWire(value as string) as string)
    },
    read: (reader, end) => {
      const to = reader.span(end)
      const value = reader.ascii(to) ?? plainUnicode(reader.utf8(to))
      return plain(isFine(value) ? value : undefined)
    },
  })
}

/** What stands for each value of another field, and back: each of the two has one of the other. */
interface Mapping<A, B> {
  readonly to: (value: A) => B
  readonly from: (value: B) => A
}

/** A field that is another one on the wire and in JSON, and has values of its own. */
export function mapped<A, B>(base: Field<A>, { to, from }: Mapping<A, B>): Field<B> {
  assert(!base.optional, 'what is mapped is there')
  const field: Field<B> = {
    ...(base.wireForm === undefined ? {} : { wireForm: base.wireForm }),
    optional: false,
    toWire: (value) => base.toWire(from(value)),
    fromWire: (wire, path) => to(base.fromWire(wire, path)),
    toJson: (value) => base.toJson(from(value)),
    fromJson: (json, path) => to(base.fromJson(json, path)),
    jsonSchema: base.jsonSchema,
  }
  const direct = directOf(base)
  if (direct?.type !== 'scalar') return field
  const { isDefault } = direct
  return scalar(field, {
    kind: direct.kind,
    sample: direct.sample,
    ...(isDefault === undefined ? {} : { isDefault: (value: unknown) => isDefault(from(value as B)) }),
    absent: () => to(direct.absent() as A),
    write: (writer, value) => direct.write(writer, from(value as B)),
    read: (reader, end) => to(direct.read(reader, end) as A),
  })
}

/** The text itself, if it is as `text` has it. */
function plainUnicode(value: string): string {
  return plain(unicodeFault(value) === undefined ? value : undefined)
}

/** What is undefined is for the other way of reading. */
function plain<T>(value: T | undefined): T {
  if (value === undefined) throw NOT_PLAIN
  return value
}

/** One of a closed list of texts. */
export function choice<const T extends string>(...values: readonly T[]): Field<T> {
  const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0
  assert(values.length > 0 && values.every(isText), "the texts of a choice stand one after the other: choice('yes', 'no')")
  assert(new Set(values).size === values.length, 'a choice has each of its texts once')
  const check = (value: unknown, path: string): T =>
    values.includes(value as T) ? (value as T) : fault(path, `expected one of ${values.join(', ')}, got ${describeJson(value)}`)
  const field: Field<T> = {
    wireForm: 'text',
    optional: false,
    toWire: (value) => value,
    fromWire: check,
    toJson: (value) => value,
    fromJson: check,
    jsonSchema: { enum: [...values] },
  }
  return scalar(field, {
    kind: 2,
    sample: 'a',
    isDefault: (value) => value === '',
    absent: () => plain(undefined),
    write: (writer, value) => writer.text(value as string),
    read: (reader, end) => {
      const value = plain(reader.ascii(reader.span(end)))
      return plain(values.includes(value as T) ? value : undefined)
    },
  })
}

/** Any JSON, passed on as it is: for what a module reads by its own rules. It has no wire form. */
export function jsonValue(): Field<Json> {
  const unchanged = (value: unknown): Json => value as Json
  return { optional: false, toWire: unchanged, fromWire: unchanged, toJson: unchanged, fromJson: unchanged, jsonSchema: {} }
}

export function bool(): Field<boolean> {
  const check = (value: unknown, path: string): boolean =>
    typeof value === 'boolean' ? value : fault(path, `expected true or false, got ${describeJson(value)}`)
  const field: Field<boolean> = {
    wireForm: 'bool',
    optional: false,
    toWire: (value) => value,
    fromWire: check,
    toJson: (value) => value,
    fromJson: check,
    jsonSchema: { type: 'boolean' },
  }
  return scalar(field, {
    kind: 0,
    sample: true,
    isDefault: (value) => value === false,
    absent: () => false,
    write: (writer, value) => writer.varint(value === true ? 1 : 0),
    read: (reader, end) => {
      const value = reader.varint(end)
      return plain(value === 0 ? false : value === 1 ? true : undefined)
    },
  })
}

/** An unsigned integer up to 2^53 − 1. protobufjs gives 64-bit integers as Long objects. */
export function uint(limits: { readonly min?: number; readonly max?: number } = {}): Field<number> {
  const min = limits.min ?? 0
  const max = limits.max ?? UINT_MAX
  assertLimits('an integer', min, max)
  const check = (value: unknown, path: string): number => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || Object.is(value, -0)) {
      return fault(path, `expected an integer from ${min} to ${max}, got ${describeJson(value)}`)
    }
    return value >= min && value <= max ? value : fault(path, `expected an integer from ${min} to ${max}, got ${value}`)
  }
  // A fraction, NaN or a negative number would be written as some other integer.
  const ours = (value: number): number => {
    if (!Number.isSafeInteger(value) || value < 0) assert(false, `not an unsigned integer below 2^53: ${value}`)
    return value
  }
  const field: Field<number> = {
    wireForm: 'uint',
    optional: false,
    toWire: ours,
    fromWire: (wire, path) => check(typeof wire === 'number' ? wire : longToNumber(wire), path),
    toJson: (value) => value,
    fromJson: check,
    jsonSchema: { type: 'integer', minimum: min, maximum: max },
  }
  return scalar(field, {
    kind: 0,
    sample: 1,
    isDefault: (value) => value === 0,
    absent: () => plain(min === 0 ? 0 : undefined),
    write: (writer, value) => writer.varint(ours(value as number)),
    read: (reader, end) => {
      const value = reader.varint(end)
      return plain(value >= min && value <= max ? value : undefined)
    },
  })
}

/** A uint with a brand: heights, views, epochs. */
export function brandedUint<T extends Brand<number, string>>(limits: { readonly max?: number } = {}): Field<T> {
  return uint(limits) as unknown as Field<T>
}

function longToNumber(wire: unknown): unknown {
  if (typeof wire !== 'object' || wire === null || !('low' in wire) || !('high' in wire)) return undefined
  const high = (wire.high as number) >>> 0
  return high > 0x1fffff ? undefined : high * 0x100000000 + ((wire.low as number) >>> 0)
}

/** A non-negative integer below 2^128, in minor units where it is money: a bigint in memory, a decimal text in JSON. */
export function amount(): Field<bigint> {
  const field: Field<bigint> = {
    wireForm: 'bytes',
    optional: false,
    toWire: (value) => {
      assert(value >> BigInt(8 * AMOUNT_SIZE_BYTES_MAX) === 0n, () => `not an amount: ${value}`)
      return bigintToBytes(value)
    },
    fromWire: (wire, path) => {
      if (!(wire instanceof Uint8Array) || wire.length > AMOUNT_SIZE_BYTES_MAX)
        return fault(path, `expected at most ${AMOUNT_SIZE_BYTES_MAX} bytes`)
      if (wire[0] === 0) return fault(path, 'amount has a leading zero byte')
      return bytesToBigint(wire)
    },
    toJson: (value) => value.toString(),
    fromJson: (json, path) => {
      if (typeof json !== 'string' || !/^(0|[1-9][0-9]{0,38})$/.test(json)) {
        return fault(path, `expected a decimal text of minor units such as "100000", got ${describeJson(json)}`)
      }
      const value = BigInt(json)
      return value >> BigInt(8 * AMOUNT_SIZE_BYTES_MAX) === 0n ? value : fault(path, 'amount is 2^128 or more')
    },
    jsonSchema: { type: 'string', pattern: '^(0|[1-9][0-9]{0,38})$', description: 'integer minor units, decimal' },
  }
  return scalar(field, {
    kind: 2,
    sample: Uint8Array.of(1),
    isDefault: (value) => value === 0n,
    absent: () => 0n,
    write: (writer, value) => writer.bytes(field.toWire(value as bigint) as Uint8Array),
    read: (reader, end) => {
      const bytes = reader.part(reader.span(end))
      return plain(bytes.length <= AMOUNT_SIZE_BYTES_MAX && bytes[0] !== 0 ? bytesToBigint(bytes) : undefined)
    },
  })
}

function hexFromJson(json: unknown, path: string, min: number, max: number): Uint8Array {
  if (typeof json !== 'string') return fault(path, `expected 0x-hex, got ${describeJson(json)}`)
  const bytes = hexToBytesOrUndefined(json)
  if (bytes === undefined) return fault(path, 'expected 0x and an even number of lower-case hexadecimal digits')
  return checkLength(bytes, path, min, max)
}

function checkLength(wire: unknown, path: string, min: number, max: number): Uint8Array {
  if (!(wire instanceof Uint8Array)) return fault(path, 'expected bytes')
  if (wire.length < min || wire.length > max) {
    return fault(path, min === max ? `expected ${min} bytes, got ${wire.length}` : `expected ${min} to ${max} bytes, got ${wire.length}`)
  }
  return wire
}

export function bytes(limits: { readonly min?: number; readonly max: number }): Field<Uint8Array> {
  const min = limits?.min ?? 0
  assertLimits('bytes', min, limits?.max)
  const field: Field<Uint8Array> = {
    wireForm: 'bytes',
    optional: false,
    toWire: (value) => value,
    // A copy: protobufjs hands out views, and a view keeps the whole frame alive.
    fromWire: (wire, path) => new Uint8Array(checkLength(wire, path, min, limits.max)),
    toJson: (value) => bytesToHex(value),
    fromJson: (json, path) => hexFromJson(json, path, min, limits.max),
    // Lengths as limits: a pattern that counts to 65,536 is refused or slow in most engines.
    jsonSchema: { type: 'string', pattern: '^0x([0-9a-f]{2})*$', minLength: 2 + 2 * min, maxLength: 2 + 2 * limits.max },
  }
  return scalar(field, {
    kind: 2,
    sample: Uint8Array.of(1),
    isDefault: (value) => (value as Uint8Array).length === 0,
    absent: () => plain(min === 0 ? new Uint8Array() : undefined),
    write: (writer, value) => writer.bytes(value as Uint8Array),
    read: (reader, end) => {
      const to = reader.span(end)
      const length = to - reader.at
      return plain(length >= min && length <= limits.max ? reader.part(to) : undefined)
    },
  })
}

/** Exactly `size` bytes, held as 0x-hex: ids, hashes, addresses, keys. */
export function fixedHex<T extends Hex>(size: number): Field<T> {
  const field: Field<T> = {
    wireForm: 'bytes',
    optional: false,
    toWire: (value) => {
      const encoded = hexToBytes(value)
      assert(encoded.length === size, () => `expected ${size} bytes, got ${encoded.length}`)
      return encoded
    },
    fromWire: (wire, path) => bytesToHex(checkLength(wire, path, size, size)) as T,
    toJson: (value) => value,
    fromJson: (json, path) => {
      hexFromJson(json, path, size, size)
      return json as T
    },
    jsonSchema: { type: 'string', pattern: `^0x[0-9a-f]{${2 * size}}$` },
  }
  return scalar(field, {
    kind: 2,
    sample: Uint8Array.of(1),
    absent: () => plain(undefined),
    write: (writer, value) => writer.hex(value as Hex, size),
    read: (reader, end) => {
      const to = reader.span(end)
      return plain(to - reader.at === size ? reader.hex(to) : undefined)
    },
  })
}

export function hash(): Field<Hash> {
  return fixedHex<Hash>(HASH_SIZE_BYTES)
}

export function address(): Field<Address> {
  return fixedHex<Address>(ADDRESS_SIZE_BYTES)
}
