import type { ValidatorIndex } from '@hanse/protocol'
import type { SimEvent } from './sim-event.ts'

/** Nodes that stand still, and what waits for them. */
export class Pauses {
  readonly #held = new Map<ValidatorIndex, SimEvent[]>()

  get nodes(): readonly ValidatorIndex[] {
    return [...this.#held.keys()]
  }

  has(node: ValidatorIndex): boolean {
    return this.#held.has(node)
  }

  begin(node: ValidatorIndex): void {
    this.#held.set(node, [])
  }

  /** True when the event waits until the node goes on. */
  hold(node: ValidatorIndex, event: SimEvent): boolean {
    return this.#held.get(node)?.push(event) !== undefined
  }

  /** What has waited, in order. */
  end(node: ValidatorIndex): readonly SimEvent[] {
    const held = this.#held.get(node) ?? []
    this.#held.delete(node)
    return held
  }
}
