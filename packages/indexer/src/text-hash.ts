/** Of the key, in bytes. */
export const HASH_KEY_BYTES = 8
/** Of what is hashed at first, in bytes: the largest attribute. Longer texts take more. */
const ROOM_BYTES = 4_096

/** HalfSipHash-2-4 (Aumasson, Bernstein; github.com/veorq/SipHash): 32 bits that nobody can aim at who does not know the key. */
export class TextHash {
  readonly #key0: number
  readonly #key1: number
  #room = new Uint8Array(ROOM_BYTES)
  #view = new DataView(this.#room.buffer)
  #length = 0

  constructor(key: Uint8Array) {
    const view = new DataView(key.buffer, key.byteOffset, HASH_KEY_BYTES)
    this.#key0 = view.getInt32(0, true)
    this.#key1 = view.getInt32(4, true)
  }

  begin(): this {
    this.#length = 0
    return this
  }

  byte(value: number): this {
    if (this.#length === this.#room.length) this.#grow(this.#length)
    this.#room[this.#length++] = value
    return this
  }

  bytes(bytes: Uint8Array, from: number, to: number): this {
    let length = this.#length
    if (length + to - from > this.#room.length) this.#grow(length + to - from)
    const room = this.#room
    for (let at = from; at < to; at++) room[length++] = bytes[at] as number
    this.#length = length
    return this
  }

  /** Of all that came since the beginning, as a signed integer. */
  end(): number {
    const length = this.#length
    const view = this.#view
    let v0 = this.#key0
    let v1 = this.#key1
    let v2 = 0x6c796765 ^ v0
    let v3 = 0x74656462 ^ v1
    const whole = length & ~3
    let last = length << 24
    for (let at = whole; at < length; at++) last |= (this.#room[at] as number) << (8 * (at - whole))
    // Each word has two rounds: those of the text, the last one with the length, and two of nothing at the end.
    for (let at = 0; at <= whole + 8; at += 4) {
      const word = at < whole ? view.getInt32(at, true) : at === whole ? last : 0
      if (at === whole + 4) v2 ^= 0xff
      v3 ^= word
      for (let round = 0; round < 2; round++) {
        v0 = (v0 + v1) | 0
        v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0
        v0 = (v0 << 16) | (v0 >>> 16)
        v2 = (v2 + v3) | 0
        v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2
        v0 = (v0 + v3) | 0
        v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0
        v2 = (v2 + v1) | 0
        v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2
        v2 = (v2 << 16) | (v2 >>> 16)
      }
      v0 ^= word
    }
    return v1 ^ v3
  }

  #grow(length: number): void {
    const room = new Uint8Array(2 * length)
    room.set(this.#room)
    this.#room = room
    this.#view = new DataView(room.buffer)
  }
}
