import protobuf from 'protobufjs/minimal.js'

/**
 * Fields of one message, those of nested messages included, unless its codec allows more. The largest honest messages of peers (a proposal
 * of 10,000 ids, a frame of synced blocks) have fewer. Without it two bytes of an empty field make an object of a hundred: a frame of
 * 4 MiB would take 400 MiB.
 */
export const DECODED_FIELDS_MAX = 65_536

/** Reads with a budget, and drops unknown fields instead of keeping them: what they leave out of the re-encoding gives them away. */
export class BoundedReader extends protobuf.Reader {
  override discardUnknown = true
  readonly #fieldsMax: number
  #fields = 0

  constructor(bytes: Uint8Array, fieldsMax: number) {
    super(bytes)
    this.#fieldsMax = fieldsMax
  }

  override tag(): number {
    this.#fields += 1
    if (this.#fields > this.#fieldsMax) throw new RangeError(`more than ${this.#fieldsMax} fields`)
    return super.tag()
  }
}
