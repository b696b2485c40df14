/** What a file of LevelDB says of itself does not add up. */
export class MalformedBytes extends Error {
  override readonly name = 'MalformedBytes'
}

/** Reads LevelDB's numbers: little-endian, and varints of at most 53 bits. @throws MalformedBytes */
export class ByteCursor {
  readonly #bytes: Buffer
  #offset: number
  readonly #end: number

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    if (start < 0 || end < start || end > bytes.length) throw new MalformedBytes(`bytes ${start} to ${end} of ${bytes.length}`)
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#offset = start
    this.#end = end
  }

  get isAtEnd(): boolean {
    return this.#offset === this.#end
  }

  varint(): number {
    let value = 0
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.#take(1)[0] as number
      value += (byte & 127) * factor
      if (byte < 128) {
        if (!Number.isSafeInteger(value)) break
        return value
      }
    }
    throw new MalformedBytes('a number beyond 2^53')
  }

  bytes(length: number): Buffer {
    return this.#take(length)
  }

  /** A varint, then as many bytes. */
  prefixed(): Buffer {
    return this.#take(this.varint())
  }

  #take(length: number): Buffer {
    if (length > this.#end - this.#offset) throw new MalformedBytes('it ends early')
    const taken = this.#bytes.subarray(this.#offset, this.#offset + length)
    this.#offset += length
    return taken
  }
}
