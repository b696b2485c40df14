import type { RpcLimits } from './limits.ts'

/** Bytes of large requests that are coming and not answered yet. Small ones are bounded by the number of connections. */
export class PartialRequests {
  readonly #limits: Pick<RpcLimits, 'partialBytesMax' | 'partialBytesPerClientMax'>
  readonly #byClient = new Map<string, number>()
  #total = 0

  constructor(limits: Pick<RpcLimits, 'partialBytesMax' | 'partialBytesPerClientMax'>) {
    this.#limits = limits
  }

  /** False when there is no room; else it MUST be followed by `remove` of as much. */
  add(client: string, sizeBytes: number): boolean {
    const own = (this.#byClient.get(client) ?? 0) + sizeBytes
    if (own > this.#limits.partialBytesPerClientMax || this.#total + sizeBytes > this.#limits.partialBytesMax) return false
    this.#byClient.set(client, own)
    this.#total += sizeBytes
    return true
  }

  remove(client: string, sizeBytes: number): void {
    const left = (this.#byClient.get(client) ?? 0) - sizeBytes
    if (left > 0) this.#byClient.set(client, left)
    else this.#byClient.delete(client)
    this.#total -= sizeBytes
  }
}
