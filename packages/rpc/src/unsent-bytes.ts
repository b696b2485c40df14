import { BYTES_PER_CALL } from './limits.ts'

/** Of the whole: what large responses may have together, and what one client may have. */
const SHARE = 0.75

/** Responses that were made and not yet taken by their readers, of all clients. */
export class UnsentBytes {
  readonly #max: number
  readonly #byClient = new Map<string, number>()
  #total = 0

  constructor(max: number) {
    this.#max = max
  }

  /** Large ones leave a quarter to the small ones, and a client leaves a quarter to others. */
  hasRoomFor(client: string, sizeBytes: number): boolean {
    const share = SHARE * this.#max
    return this.#of(client) + sizeBytes <= share && this.#total + sizeBytes <= (sizeBytes > BYTES_PER_CALL ? share : this.#max)
  }

  /** MUST be followed by one `sent` of the same size. */
  add(client: string, sizeBytes: number): void {
    this.#byClient.set(client, this.#of(client) + sizeBytes)
    this.#total += sizeBytes
  }

  sent(client: string, sizeBytes: number): void {
    const left = this.#of(client) - sizeBytes
    if (left > 0) this.#byClient.set(client, left)
    else this.#byClient.delete(client)
    this.#total -= sizeBytes
  }

  #of(client: string): number {
    return this.#byClient.get(client) ?? 0
  }
}
