import protobuf from 'protobufjs/minimal.js'

/**
 * Fields of one message, those of nested messages included. The largest honest ones (a proposal of 10,000 ids, a log record with as
 * many transactions, a frame of synced blocks) have fewer than half. Without it two bytes of an empty field make an object of a
 * hundred: a frame of 4 MiB would take 400 MiB.
 */
export const DECODED_FIELDS_MAX = 65_536

/** Reads with a budget, and drops unknown fields instead of keeping them: what they leave out of the re-encoding gives them away. */
export class BoundedReader extends protobuf.Reader {
  override discardUnknown = true
  #fieldsLeft = DECODED_FIELDS_MAX

  override tag(): number {
    if (this.#fieldsLeft === 0) throw new RangeError(`more than ${DECODED_FIELDS_MAX} fields`)
    this.#fieldsLeft -= 1
    return super.tag()
  }
}
