import { nextTurn } from '../next-turn.ts'
import type { Feed } from './block-feed.ts'
import { GONE, type Peeked, type Reader, WAITING } from './reader.ts'
import { type Position, positionToCursor } from './start-position.ts'
import type { BlockTopic, Item, Matcher } from './topics.ts'

/**
 * Reads block after block from the store. Old and new blocks come the same way: so nothing is missed and nothing comes twice, and a
 * slow reader costs no memory but that of its socket.
 */
export class BlockReader implements Reader {
  readonly #feed: Feed
  readonly #topic: BlockTopic
  readonly #matches: Matcher
  #position: Position
  /** Of the block at the position's height. */
  #items: readonly Item[] | undefined

  constructor(feed: Feed, request: { readonly topic: BlockTopic; readonly matches: Matcher; readonly start: Position }) {
    this.#feed = feed
    this.#topic = request.topic
    this.#matches = request.matches
    this.#position = request.start
  }

  get cursor(): string {
    return positionToCursor(this.#position)
  }

  onMore(listener: () => void): () => void {
    return this.#feed.listen(listener)
  }

  async peek(isOver: () => boolean): Promise<Peeked> {
    while (!isOver()) {
      const { height } = this.#position
      if (height > this.#feed.head) return WAITING
      this.#items ??= await this.#feed.items(this.#topic, height)
      if (this.#items === undefined) return height < this.#feed.head ? GONE : WAITING
      for (let { index } = this.#position; index < this.#items.length; index++) {
        const item = this.#items[index] as Item
        if (!this.#matches(item.facts)) continue
        this.#position = { height, index }
        return { type: 'item', text: item.text }
      }
      this.#items = undefined
      this.#position = { height: height + 1, index: 0 }
      await nextTurn()
    }
    return WAITING
  }

  advance(): void {
    const { height, index } = this.#position
    this.#position = { height, index: index + 1 }
  }
}
