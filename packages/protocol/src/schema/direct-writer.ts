import { assert, type Hex, utf8ToBytes } from '@hanse/primitives'

const SIZE_BYTES_START = 1_024
/** A varint of a number below 2^53 has so many bytes at most. */
const VARINT_BYTES_MAX = 8
const VARINT_BITS = 128
/** Below it a number is shifted, above divided: the bits of a double's integer are 53, those of a shift 32. */
const SHIFTED_MAX = 2 ** 31
const ASCII_CODES = 128
const HEX_DIGITS = new Int8Array(ASCII_CODES).fill(-1)
for (let digit = 0; digit < 16; digit++) HEX_DIGITS[digit.toString(16).charCodeAt(0)] = digit

/** Writes a message from its first byte to its last. One is used for message after message. */
export class DirectWriter {
  #bytes = new Uint8Array(SIZE_BYTES_START)
  #at = 0

  begin(): void {
    this.#at = 0
  }

  /** A copy of what was written since `begin`. */
  end(): Uint8Array {
    return this.#bytes.slice(0, this.#at)
  }

  varint(value: number): void {
    this.#room(VARINT_BYTES_MAX)
    const bytes = this.#bytes
    let rest = value
    while (rest >= SHIFTED_MAX) {
      bytes[this.#at++] = (rest % VARINT_BITS) | 0x80
      rest = Math.floor(rest / VARINT_BITS)
    }
    while (rest >= VARINT_BITS) {
      bytes[this.#at++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    bytes[this.#at++] = rest
  }

  /** With its length in front. */
  bytes(value: Uint8Array): void {
    this.varint(value.length)
    this.#room(value.length)
    this.#bytes.set(value, this.#at)
    this.#at += value.length
  }

  /** The bytes that lower-case hexadecimal stands for, with their length in front. */
  hex(text: Hex, sizeBytes: number): void {
    this.varint(sizeBytes)
    this.#room(sizeBytes)
    const bytes = this.#bytes
    let wrong = text.charCodeAt(0) === 48 && text.charCodeAt(1) === 120 && text.length === 2 + 2 * sizeBytes ? 0 : -1
    for (let at = 2; at < text.length && wrong >= 0; at += 2) {
      const high = hexDigit(text.charCodeAt(at))
      const low = hexDigit(text.charCodeAt(at + 1))
      wrong |= high | low
      bytes[this.#at++] = (high << 4) | low
    }
    assert(wrong >= 0, `expected ${sizeBytes} bytes in lower-case hex, got ${text.slice(0, 80)}`)
  }

  text(value: string): void {
    this.bytes(utf8ToBytes(value))
  }

  /** Leaves room for a length, and says where: `close` writes it. */
  open(): number {
    this.#room(1)
    return this.#at++
  }

  /** The length of all since `open`, which moves on when it needs more than a byte. */
  close(opened: number): void {
    const length = this.#at - opened - 1
    if (length >= VARINT_BITS) {
      let more = 0
      for (let rest = length; rest >= VARINT_BITS; rest >>>= 7) more += 1
      this.#room(more)
      this.#bytes.copyWithin(opened + 1 + more, opened + 1, this.#at)
    }
    const end = this.#at
    this.#at = opened
    this.varint(length)
    this.#at += length
    assert(this.#at >= end, 'a length stands in front of what it counts')
  }

  #room(sizeBytes: number): void {
    const needed = this.#at + sizeBytes
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(2 * needed)
    larger.set(this.#bytes.subarray(0, this.#at))
    this.#bytes = larger
  }
}

function hexDigit(code: number): number {
  return code < ASCII_CODES ? (HEX_DIGITS[code] as number) : -1
}
