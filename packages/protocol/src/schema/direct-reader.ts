import { bytesToHex, type Hex } from '@hanse/primitives'

/** Thrown for whatever is not plainly canonical: the other way of reading says what it is. It never leaves the package. */
export const NOT_PLAIN = new Error('these bytes are not read directly')

/** The last of eight bytes of a number below 2^53. */
const FACTOR_MAX = 2 ** 49
const TEXT_CHUNK = 4_096

/** Reads the canonical spelling of messages and nothing else. @throws NOT_PLAIN for all others */
export class DirectReader {
  readonly bytes: Uint8Array
  at = 0
  #fieldsLeft: number

  constructor(bytes: Uint8Array, fieldsMax: number) {
    this.bytes = bytes
    this.#fieldsLeft = fieldsMax
  }

  varint(end: number): number {
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

  tag(end: number): number {
    this.#fieldsLeft -= 1
    if (this.#fieldsLeft < 0) throw NOT_PLAIN
    return this.varint(end)
  }

  /** Of what has its length in front, where it ends. */
  span(end: number): number {
    const length = this.varint(end)
    const to = this.at + length
    if (to > end) throw NOT_PLAIN
    return to
  }

  copy(to: number): Uint8Array {
    const copied = new Uint8Array(to - this.at)
    copied.set(this.bytes.subarray(this.at, to))
    this.at = to
    return copied
  }

  hex(to: number): Hex {
    const text = bytesToHex(this.bytes.subarray(this.at, to))
    this.at = to
    return text
  }

  /** Texts of other characters than ASCII are for the other way: their normal form is looked at there. */
  ascii(to: number): string {
    if (to - this.at > TEXT_CHUNK) throw NOT_PLAIN
    let text = ''
    while (this.at < to) {
      const byte = this.bytes[this.at++] as number
      if (byte === 0 || byte > 0x7f) throw NOT_PLAIN
      text += String.fromCharCode(byte)
    }
    return text
  }
}
