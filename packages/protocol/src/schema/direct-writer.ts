import { assert, type Hex, utf8ToBytes, writeAscii, writeKnownHex } from '@hanse/primitives'

/** A varint of a number below 2^53 has so many bytes at most. */
const VARINT_BYTES_MAX = 8
const VARINT_BITS = 128
/** Below it a number is shifted, above divided: the bits of a double's integer are 53, those of a shift 32. */
const SHIFTED_MAX = 2 ** 31

/** Up to here an array lies within its object, and is made at once. */
const SMALL_BYTES_MAX = 64
/** Up to here messages share a block of memory: to get one costs more than to write into it. What keeps one message keeps its block. */
const SHARED_BYTES_MAX = 512
const BLOCK_BYTES = 4_096

/** Writes a message from its first byte to its last. One is used for message after message. */
export class DirectWriter {
  /** Short messages stay where they are written, one behind the other. */
  #block = new Uint8Array(BLOCK_BYTES)
  #blockFrom = 0
  /** Where those are written that are longer than what is left of the block. */
  #large = new Uint8Array(BLOCK_BYTES)
  #bytes = this.#block
  #at = 0

  begin(): void {
    this.#bytes = this.#block
    this.#at = this.#blockFrom
  }

  /** What was written since `begin`: the writer does not touch it again. */
  end(): Uint8Array {
    const [from, to] = [this.#blockFrom, this.#at]
    const size = to - from
    if (this.#bytes === this.#large || size <= SMALL_BYTES_MAX || size > SHARED_BYTES_MAX) return this.#bytes.slice(from, to)
    const written = new Uint8Array(this.#block.buffer, from, size)
    this.#blockFrom = to
    if (to + SHARED_BYTES_MAX > BLOCK_BYTES) {
      this.#block = new Uint8Array(BLOCK_BYTES)
      this.#blockFrom = 0
    }
    return written
  }

  varint(value: number): void {
    if (value < VARINT_BITS && this.#at < this.#bytes.length) this.#bytes[this.#at++] = value
    else this.#longVarint(value)
  }

  #longVarint(value: number): void {
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
    const size = value.length
    this.varint(size)
    this.#room(size)
    if (size > SMALL_BYTES_MAX) this.#bytes.set(value, this.#at)
    else for (let index = 0; index < size; index++) this.#bytes[this.#at + index] = value[index] as number
    this.#at += size
  }

  /** The bytes that lower-case hexadecimal stands for, with their length in front. Of what is no secret. */
  hex(text: Hex, sizeBytes: number): void {
    this.varint(sizeBytes)
    this.#room(sizeBytes)
    const written = writeKnownHex(text, sizeBytes, this.#bytes, this.#at)
    assert(written, () => `expected ${sizeBytes} bytes in lower-case hex, got ${text.slice(0, 80)}`)
    this.#at += sizeBytes
  }

  text(value: string): void {
    if (!this.ascii(value)) this.bytes(utf8ToBytes(value))
  }

  /** As `text`. False, and nothing is written, for one that has NUL or other characters than ASCII. */
  ascii(value: string): boolean {
    assert(typeof value === 'string', 'a text is a text')
    const from = this.#at
    this.varint(value.length)
    this.#room(value.length)
    if (!writeAscii(value, this.#bytes, this.#at)) {
      this.#at = from
      return false
    }
    this.#at += value.length
    return true
  }

  /** Leaves room for a length of so many bytes, and says where: `close` writes it. */
  open(lengthBytes: number): number {
    this.#room(lengthBytes)
    const opened = this.#at
    this.#at += lengthBytes
    return opened
  }

  /** The length of all since `open`, which moves when that needs more room or less. @returns how much it needed */
  close(opened: number, lengthBytes: number): number {
    const from = opened + lengthBytes
    const length = this.#at - from
    let needed = 1
    for (let rest = length; rest >= VARINT_BITS; rest = Math.floor(rest / VARINT_BITS)) needed += 1
    if (needed !== lengthBytes) {
      this.#room(needed)
      this.#bytes.copyWithin(opened + needed, from, this.#at)
    }
    let at = opened
    for (let rest = length; ; rest = Math.floor(rest / VARINT_BITS)) {
      this.#bytes[at++] = rest < VARINT_BITS ? rest : (rest % VARINT_BITS) | 0x80
      if (rest < VARINT_BITS) break
    }
    assert(at === opened + needed, 'a length stands in front of what it counts')
    this.#at = at + length
    return needed
  }

  #room(sizeBytes: number): void {
    if (this.#at + sizeBytes > this.#bytes.length) this.#grow(sizeBytes)
  }

  /** The message goes to where there is room, and there to the same place. */
  #grow(sizeBytes: number): void {
    const needed = this.#at + sizeBytes
    if (this.#bytes === this.#large || needed > this.#large.length) this.#large = new Uint8Array(2 * needed)
    this.#large.set(this.#bytes.subarray(this.#blockFrom, this.#at), this.#blockFrom)
    this.#bytes = this.#large
  }
}
