import { codesOf, codesToText } from './ascii.ts'
import { assert } from './assert.ts'

/** Bytes as text: `0x` and lower-case digits, two a byte. The form of every id in memory and of all bytes in JSON. */
export type Hex = `0x${string}`

const DIGITS = '0123456789abcdef'
const ZERO = 0x30
const X = 0x78
const PREFIX_LENGTH = 2

/** Character codes of the two digits of each byte. */
const HIGH_CODES = Uint8Array.from({ length: 256 }, (_, byte) => DIGITS.charCodeAt(byte >> 4))
const LOW_CODES = Uint8Array.from({ length: 256 }, (_, byte) => DIGITS.charCodeAt(byte & 0xf))

const ASCII_CODES = 128
/** Of each character code; -1 for one that is no lower-case hexadecimal digit. */
const DIGIT_VALUES = Int8Array.from({ length: ASCII_CODES }, (_, code) => DIGITS.indexOf(String.fromCharCode(code)))

/** Of a longer text, what is made in one call. */
const PIECE_BYTES_MAX = 64

export function bytesToHex(bytes: Uint8Array): Hex {
  return rangeToHex(bytes, 0, bytes.length)
}

/** Of the bytes from `from` up to `to`, which lie inside. */
export function rangeToHex(bytes: Uint8Array, from: number, to: number): Hex {
  const end = to - from <= PIECE_BYTES_MAX ? to : from + PIECE_BYTES_MAX
  let text = digits(bytes, from, end, PREFIX_LENGTH)
  for (let at = end; at < to; at += PIECE_BYTES_MAX) text += digits(bytes, at, Math.min(at + PIECE_BYTES_MAX, to), 0)
  return text as Hex
}

/** Behind `offset` codes, which are those of the prefix or none. */
function digits(bytes: Uint8Array, from: number, to: number, offset: number): string {
  const codes = codesOf(offset + 2 * (to - from))
  if (offset > 0) {
    codes[0] = ZERO
    codes[1] = X
  }
  for (let at = from, place = offset; at < to; at += 1, place += 2) {
    const byte = bytes[at] as number
    codes[place] = HIGH_CODES[byte] as number
    codes[place + 1] = LOW_CODES[byte] as number
  }
  return codesToText(codes)
}

/** Writes the bytes that `text` stands for into `into` from `at` on, where there is room. False for what is no hex: then what is there is nothing. */
export function writeHex(text: string, into: Uint8Array, at: number): boolean {
  const { length } = text
  if (length % 2 !== 0 || text.charCodeAt(0) !== ZERO || text.charCodeAt(1) !== X) return false
  let wrong = 0
  for (let index = at, place = PREFIX_LENGTH; place < length; index += 1, place += 2) {
    const high = digitValue(text.charCodeAt(place))
    const low = digitValue(text.charCodeAt(place + 1))
    wrong |= high | low
    into[index] = (high << 4) | low
  }
  return wrong >= 0
}

function digitValue(code: number): number {
  return code < ASCII_CODES ? (DIGIT_VALUES[code] as number) : -1
}

/** Undefined unless `text` is `0x` and an even number of lower-case hexadecimal digits. */
export function hexToBytesOrUndefined(text: string): Uint8Array | undefined {
  if (text.length < PREFIX_LENGTH || text.length % 2 !== 0) return undefined
  const bytes = new Uint8Array((text.length - PREFIX_LENGTH) / 2)
  return writeHex(text, bytes, 0) ? bytes : undefined
}

/** For text that is known to be hex: anything else is a broken invariant. */
export function hexToBytes(text: Hex): Uint8Array {
  const bytes = hexToBytesOrUndefined(text)
  assert(bytes !== undefined, () => `not lower-case hex: ${text.slice(0, 80)}`)
  return bytes
}
