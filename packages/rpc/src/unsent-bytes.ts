import { BYTES_PER_CALL } from './limits.ts'

/** Responses that were made and not yet taken by their readers, of all clients. */
export class UnsentBytes {
  readonly #max: number
  #total = 0

  constructor(max: number) {
    this.#max = max
  }

  /** Large ones leave a quarter to the small ones. */
  hasRoomFor(sizeBytes: number): boolean {
    return this.#total + sizeBytes <= (sizeBytes > BYTES_PER_CALL ? 0.75 * this.#max : this.#max)
  }

  /** MUST be followed by one `sent` of the same size. */
  add(sizeBytes: number): void {
    this.#total += sizeBytes
  }

  sent(sizeBytes: number): void {
    this.#total -= sizeBytes
  }
}
