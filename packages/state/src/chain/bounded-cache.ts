/**
 * Keeps what was used lately, in two generations: when the young one is full it becomes the old one, and what is not asked for again
 * goes with it. Weights are the caller's: entries, or bytes.
 */
export class BoundedCache<K, V> {
  readonly #generationWeightMax: number
  #young = new Map<K, V>()
  #old = new Map<K, V>()
  #youngWeight = 0
  readonly #weightOf: (value: V) => number

  constructor(weightMax: number, weightOf: (value: V) => number) {
    this.#generationWeightMax = weightMax / 2
    this.#weightOf = weightOf
  }

  get(key: K): V | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: K, value: V): void {
    const before = this.#young.get(key)
    if (before !== undefined) this.#youngWeight -= this.#weightOf(before)
    this.#young.set(key, value)
    this.#youngWeight += this.#weightOf(value)
    if (this.#youngWeight <= this.#generationWeightMax) return
    this.#old = this.#young
    this.#young = new Map()
    this.#youngWeight = 0
  }
}
