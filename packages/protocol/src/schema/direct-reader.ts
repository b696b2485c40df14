import { asciiToText, type Hex, knownToHex } from '@hanse/primitives'
import { utf8FromBytesOrUndefined } from '../utf8.ts'

/** Thrown for whatever is not plainly canonical: the other way of reading says what it is. It never leaves the package. */
export const NOT_PLAIN = new Error('these bytes are not read directly')

/** The last of eight bytes of a number below 2^53. */
const FACTOR_MAX = 2 ** 49
/** Up to here a loop is faster than a view of the bytes and a copy of it. */
const LOOPED_BYTES_MAX = 64

/** Reads the canonical spelling of messages and nothing else. @throws NOT_PLAIN for all others */
export class DirectReader {
  readonly bytes: Uint8Array
  at = 0
  readonly #isHeld: boolean
  #fieldsLeft: number

  /** `isHeld` where whoever gets the message keeps these bytes too, and nobody changes them. */
  constructor(bytes: Uint8Array, fieldsMax: number, isHeld = false) {
    this.bytes = bytes
    this.#isHeld = isHeld
    this.#fieldsLeft = fieldsMax
  }

  varint(end: number): number {
    if (this.at < end) {
      const byte = this.bytes[this.at] as number
      if (byte < 0x80) {
        this.at += 1
        return byte
      }
    }
    return this.#longVarint(end)
  }

  #longVarint(end: number): number {
    let value = 0
    for (let factor = 1; factor <= FACTOR_MAX && this.at < end; factor *= 128) {
      const byte = this.bytes[this.at++] as number
      if (byte < 0x80) {
        if (byte === 0 && factor > 1) throw NOT_PLAIN
        value += byte * factor
        if (value > Number.MAX_SAFE_INTEGER) throw NOT_PLAIN
        return value
      }
      value += (byte & 0x7f) * factor
    }
    throw NOT_PLAIN
  }

  /** The tag of the next field, which stays where it is; 0, which no field has, at the end. */
  nextTag(end: number): number {
    if (this.at >= end) return 0
    const byte = this.bytes[this.at] as number
    if (byte < 0x80) return byte
    const from = this.at
    const tag = this.#longVarint(end)
    this.at = from
    return tag
  }

  /** Goes behind a tag that `nextTag` has seen. */
  passTag(tag: number, end: number): void {
    this.#fieldsLeft -= 1
    if (this.#fieldsLeft < 0) throw NOT_PLAIN
    if (tag < 0x80) this.at += 1
    else this.#longVarint(end)
  }

  /** Of what has its length in front, where it ends. */
  span(end: number): number {
    const length = this.varint(end)
    const to = this.at + length
    if (to > end) throw NOT_PLAIN
    return to
  }

  /** A copy, unless the bytes are held: they are the caller's, and a view would keep a whole frame alive. */
  part(to: number): Uint8Array {
    const { at, bytes } = this
    const size = to - at
    this.at = to
    // A Buffer's own views would be Buffers.
    if (this.#isHeld) return new Uint8Array(bytes.buffer, bytes.byteOffset + at, size)
    const copied = new Uint8Array(size)
    if (size > LOOPED_BYTES_MAX) copied.set(bytes.subarray(at, to))
    else for (let index = 0; index < size; index++) copied[index] = bytes[at + index] as number
    return copied
  }

  /** Of what is no secret. */
  hex(to: number): Hex {
    const text = knownToHex(this.bytes, this.at, to)
    this.at = to
    return text
  }

  /** Undefined for a text that is not of ASCII alone, or has NUL: it is still to be read. */
  ascii(to: number): string | undefined {
    const text = asciiToText(this.bytes, this.at, to)
    if (text !== undefined) this.at = to
    return text
  }

  /** Well-formed, and nothing else is known of it. */
  utf8(to: number): string {
    const text = utf8FromBytesOrUndefined(this.bytes.subarray(this.at, to))
    if (text === undefined) throw NOT_PLAIN
    this.at = to
    return text
  }
}
