import type { ValidatorIndex } from '@hanse/protocol'

/** Which connections each node knows of. It learns of a change only when the world tells it. */
export class Links {
  readonly #known = new Set<string>()

  /** The changes that `node` learns now, given the connections that there are. */
  update(
    node: ValidatorIndex,
    others: readonly ValidatorIndex[],
    isLinked: (other: ValidatorIndex) => boolean,
  ): readonly { readonly peer: ValidatorIndex; readonly linked: boolean }[] {
    const changes: { readonly peer: ValidatorIndex; readonly linked: boolean }[] = []
    for (const peer of others) {
      const key = `${node}-${peer}`
      const linked = isLinked(peer)
      if (linked === this.#known.has(key)) continue
      if (linked) this.#known.add(key)
      else this.#known.delete(key)
      changes.push({ peer, linked })
    }
    return changes
  }

  /** A process that begins knows of none. */
  forget(node: ValidatorIndex): void {
    for (const key of this.#known) if (key.startsWith(`${node}-`)) this.#known.delete(key)
  }
}
