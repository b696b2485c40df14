import { type Hex, rangeToHex, writeHex } from './hex.ts'
import { ADDRESS_SIZE_BYTES, HASH_SIZE_BYTES } from './ids.ts'

/** A place for every value of the last three digits: hashes and signatures are spread evenly over them. */
const PLACES = 16 ** 3
const SIGNATURE_SIZE_BYTES = 64

/**
 * Bytes of one size and their texts, as they were asked for last: one of each place. A hash is read and written again in every vote,
 * certificate, block and record that names it. To compare it costs a fifth of making it anew, and a map finds a text faster that is the very
 * same one.
 */
class KnownHex {
  readonly #sizeBytes: number
  readonly #bytes: Uint8Array
  /** Of each place, what its bytes are as text. */
  readonly #texts: Hex[]

  constructor(sizeBytes: number) {
    this.#sizeBytes = sizeBytes
    this.#bytes = new Uint8Array(PLACES * sizeBytes)
    this.#texts = new Array<Hex>(PLACES).fill(rangeToHex(this.#bytes, 0, sizeBytes))
  }

  textOf(bytes: Uint8Array, at: number): Hex {
    const size = this.#sizeBytes
    const place = placeOf(bytes, at + size)
    const from = place * size
    for (let index = 0; index < size; index++) {
      if (this.#bytes[from + index] === bytes[at + index]) continue
      const text = rangeToHex(bytes, at, at + size)
      this.#keep(place, text, bytes, at)
      return text
    }
    return this.#texts[place] as Hex
  }

  write(text: string, into: Uint8Array, at: number): boolean {
    const place = placeOfText(text)
    if (this.#texts[place] === text) {
      const from = place * this.#sizeBytes
      for (let index = 0; index < this.#sizeBytes; index++) into[at + index] = this.#bytes[from + index] as number
      return true
    }
    if (!writeHex(text, into, at)) return false
    this.#keep(place, text as Hex, into, at)
    return true
  }

  #keep(place: number, text: Hex, bytes: Uint8Array, at: number): void {
    const from = place * this.#sizeBytes
    for (let index = 0; index < this.#sizeBytes; index++) this.#bytes[from + index] = bytes[at + index] as number
    this.#texts[place] = text
  }
}

function placeOf(bytes: Uint8Array, end: number): number {
  return (((bytes[end - 2] as number) & 0xf) << 8) | (bytes[end - 1] as number)
}

/** As `placeOf` of its bytes; some place for what is no hex. */
function placeOfText(text: string): number {
  const { length } = text
  return (digit(text.charCodeAt(length - 3)) << 8) | (digit(text.charCodeAt(length - 2)) << 4) | digit(text.charCodeAt(length - 1))
}

/** From `0` to `9` the last four bits of a code are the digit's value, from `a` to `f` they are nine less. */
function digit(code: number): number {
  return (code > 0x60 ? code + 9 : code) & 0xf
}

const OF_ADDRESSES = new KnownHex(ADDRESS_SIZE_BYTES)
const OF_HASHES = new KnownHex(HASH_SIZE_BYTES)
const OF_SIGNATURES = new KnownHex(SIGNATURE_SIZE_BYTES)

function knownOf(sizeBytes: number): KnownHex | undefined {
  if (sizeBytes === HASH_SIZE_BYTES) return OF_HASHES
  if (sizeBytes === SIGNATURE_SIZE_BYTES) return OF_SIGNATURES
  return sizeBytes === ADDRESS_SIZE_BYTES ? OF_ADDRESSES : undefined
}

/** As `rangeToHex`, for what everybody may know and is met again: ids, hashes, signatures. Never for a secret: it would be remembered. */
export function knownToHex(bytes: Uint8Array, from: number, to: number): Hex {
  return knownOf(to - from)?.textOf(bytes, from) ?? rangeToHex(bytes, from, to)
}

/** As `writeHex`, of exactly `sizeBytes` bytes, for what everybody may know. */
export function writeKnownHex(text: string, sizeBytes: number, into: Uint8Array, at: number): boolean {
  if (text.length !== 2 + 2 * sizeBytes) return false
  return knownOf(sizeBytes)?.write(text, into, at) ?? writeHex(text, into, at)
}
