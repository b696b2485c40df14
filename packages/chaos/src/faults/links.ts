import type { Link, LinkDelay } from '@hanse/bench'
import type { Fabric } from '../network/fabric.ts'

/** What is done to links at the moment, by whom: faults overlap, and each undoes only its own. */
export class Links {
  readonly #fabric: Fabric
  readonly #cuts = new Map<object, readonly Link[]>()
  readonly #delays = new Map<object, readonly LinkDelay[]>()

  constructor(fabric: Fabric) {
    this.#fabric = fabric
  }

  async cut(by: object, links: readonly Link[]): Promise<void> {
    this.#cuts.set(by, links)
    await this.#applyCuts()
  }

  async delay(by: object, links: readonly LinkDelay[]): Promise<void> {
    this.#delays.set(by, links)
    await this.#applyDelays()
  }

  async heal(by: object): Promise<void> {
    if (this.#cuts.delete(by)) await this.#applyCuts()
    if (this.#delays.delete(by)) await this.#applyDelays()
  }

  async #applyCuts(): Promise<void> {
    const links = [...this.#cuts.values()].flat()
    const unique = new Map(links.map((link) => [`${link.from} ${link.to}`, link]))
    await this.#fabric.setCuts([...unique.values()])
  }

  /** Where two are on a link, the worse of each counts. */
  async #applyDelays(): Promise<void> {
    const worst = new Map<string, LinkDelay>()
    for (const delay of [...this.#delays.values()].flat()) {
      const key = `${delay.from} ${delay.to}`
      const other = worst.get(key) ?? delay
      worst.set(key, {
        ...{ from: delay.from, to: delay.to },
        delayMs: Math.max(delay.delayMs, other.delayMs),
        jitterMs: Math.max(delay.jitterMs, other.jitterMs),
        lossPercent: Math.max(delay.lossPercent, other.lossPercent),
      })
    }
    await this.#fabric.setDelays([...worst.values()])
  }
}
