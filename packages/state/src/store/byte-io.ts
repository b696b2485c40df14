import { assert } from '@hanse/primitives'

/** Heights are written in six bytes: 2^48 of them are enough. */
export const HEIGHT_SIZE_BYTES = 6
const HEIGHT_END = 2 ** 48
const INITIAL_CAPACITY_BYTES = 1_024

/** Appends fields of a record of ours. All integers are big-endian. */
export class ByteWriter {
  #bytes: Uint8Array
  #length = 0

  /** The record's size where it is known, or where it is to stand; it grows as needed. */
  constructor(place: number | Uint8Array = INITIAL_CAPACITY_BYTES) {
    this.#bytes = typeof place === 'number' ? new Uint8Array(place) : place
  }

  uint8(value: number): this {
    this.#reserve(1)
    this.#bytes[this.#length++] = value
    return this
  }

  uint16(value: number): this {
    return this.#unsigned(value, 2)
  }

  uint32(value: number): this {
    return this.#unsigned(value, 4)
  }

  height(value: number): this {
    assert(Number.isInteger(value) && value >= 0 && value < HEIGHT_END, () => `not a height: ${value}`)
    return this.#unsigned(value, HEIGHT_SIZE_BYTES)
  }

  bytes(bytes: Uint8Array): this {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    return this
  }

  finish(): Uint8Array {
    return this.#length === this.#bytes.length ? this.#bytes : this.#bytes.slice(0, this.#length)
  }

  #unsigned(value: number, sizeBytes: number): this {
    this.#reserve(sizeBytes)
    let rest = value
    for (let index = this.#length + sizeBytes - 1; index >= this.#length; index--) {
      this.#bytes[index] = rest % 256
      rest = Math.floor(rest / 256)
    }
    this.#length += sizeBytes
    return this
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}

const TOO_SHORT = 'a record of the state is shorter than it says'

/** Reads what `ByteWriter` wrote. A record that ends early is a broken invariant: records carry checksums below us. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  uint8(): number {
    return this.#unsigned(1)
  }

  uint16(): number {
    return this.#unsigned(2)
  }

  uint32(): number {
    return this.#unsigned(4)
  }

  height(): number {
    return this.#unsigned(HEIGHT_SIZE_BYTES)
  }

  /** A view of the record. */
  bytes(length: number): Uint8Array {
    return this.#take(length)
  }

  /** A view of all that is left. */
  rest(): Uint8Array {
    return this.#take(this.#bytes.length - this.#offset)
  }

  end(): void {
    assert(this.#offset === this.#bytes.length, 'a record of the state is longer than it says')
  }

  #unsigned(sizeBytes: number): number {
    const end = this.#offset + sizeBytes
    assert(end <= this.#bytes.length, TOO_SHORT)
    let value = 0
    while (this.#offset < end) value = value * 256 + (this.#bytes[this.#offset++] as number)
    return value
  }

  #take(length: number): Uint8Array {
    assert(this.#offset + length <= this.#bytes.length, TOO_SHORT)
    const taken = this.#bytes.subarray(this.#offset, this.#offset + length)
    this.#offset += length
    return taken
  }
}
