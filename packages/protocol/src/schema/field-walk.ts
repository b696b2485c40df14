/** A stretch of some bytes: from `from` up to `to`, which is not in it. */
export interface Span {
  readonly from: number
  readonly to: number
}

const VARINT = 0
const LENGTH_DELIMITED = 2
/** Of the eighth and last byte of a number below 2^53. */
const FACTOR_MAX = 2 ** 49

/**
 * Walks the fields of one message of the wire without making anything of them: of a text or a message it says where its bytes are. It checks
 * that these lie within the message and nothing else, so it is for bytes that a codec has written and a checksum has kept.
 */
export class FieldWalk {
  /** Number of the field that `next` came to. */
  field = 0
  /** Of a number. */
  value = 0
  /** Of everything else. */
  from = 0
  to = 0
  readonly #bytes: Uint8Array
  readonly #end: number
  #at: number

  constructor(bytes: Uint8Array, { from, to }: Span) {
    this.#bytes = bytes
    this.#at = from
    this.#end = to
  }

  /** False at the end. @throws RangeError where these are no fields */
  next(): boolean {
    if (this.#at === this.#end) return false
    const tag = this.#varint()
    this.field = Math.floor(tag / 8)
    const form = tag % 8
    if (form === VARINT) {
      this.value = this.#varint()
      return true
    }
    if (form !== LENGTH_DELIMITED) throw new RangeError(`a field of form ${form}`)
    const length = this.#varint()
    this.from = this.#at
    this.to = this.#at + length
    if (this.to > this.#end) throw new RangeError('a field goes on behind its message')
    this.#at = this.to
    return true
  }

  span(): Span {
    return { from: this.from, to: this.to }
  }

  #varint(): number {
    let value = 0
    for (let factor = 1; factor <= FACTOR_MAX; factor *= 128) {
      if (this.#at >= this.#end) break
      const byte = this.#bytes[this.#at++] as number
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value
    }
    throw new RangeError('a number is cut off, or too large')
  }
}
