import type { NodeApi, StoredBlock } from '../node-api.ts'
import { type BlockTopic, type Item, itemsOf } from './topics.ts'

/** The chain as a subscription reads it. */
export type Feed = Pick<BlockFeed, 'head' | 'listen' | 'items'>

/** The chain as subscriptions read it: block after block from the store, and a call when there is a new one. */
export class BlockFeed {
  readonly #api: NodeApi
  readonly #listeners = new Set<() => void>()
  /** The texts of a block are the same for all subscribers of a topic, and live as long as the node keeps the block in memory. */
  readonly #items = new WeakMap<StoredBlock, Partial<Record<BlockTopic, readonly Item[]>>>()
  readonly #unsubscribe: () => void

  constructor(api: NodeApi, onBlock: (block: StoredBlock) => void) {
    this.#api = api
    this.#unsubscribe = api.onFinal((block) => {
      onBlock(block)
      for (const listener of this.#listeners) listener()
    })
  }

  get head(): number {
    return this.#api.height()
  }

  /** `listener` must not throw. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What the block at `height` tells; undefined when the node does not have it. */
  async items(topic: BlockTopic, height: number): Promise<readonly Item[] | undefined> {
    const block = await this.#api.block(height)
    if (block === undefined) return undefined
    const known = this.#items.get(block) ?? {}
    const items = known[topic] ?? itemsOf(topic, block, this.#api.modules)
    this.#items.set(block, { ...known, [topic]: items })
    return items
  }

  close(): void {
    this.#unsubscribe()
    this.#listeners.clear()
  }
}
