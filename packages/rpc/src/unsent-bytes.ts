/** Responses that were made and not yet taken by their readers, of all clients. */
export class UnsentBytes {
  readonly #max: number
  #total = 0

  constructor(max: number) {
    this.#max = max
  }

  hasRoomFor(sizeBytes: number): boolean {
    return this.#total + sizeBytes <= this.#max
  }

  /** MUST be followed by one `sent` of the same size. */
  add(sizeBytes: number): void {
    this.#total += sizeBytes
  }

  sent(sizeBytes: number): void {
    this.#total -= sizeBytes
  }
}
