import { nextTurn } from '../next-turn.ts'
import type { BlockFeed } from './block-feed.ts'
import { type Position, positionToCursor } from './start-position.ts'
import type { Item, Matcher, Topic } from './topics.ts'

export type CloseReason = 'unsubscribed' | 'slow-reader' | 'pruned' | 'server-stopping' | 'internal-error'

/** Where a subscription's messages go. */
export interface Sink {
  send(text: string): void
  /** True when there is room for more, as soon as there is; false when the reader is too slow or gone. */
  ready(): Promise<boolean>
}

export interface SubscriptionParts {
  readonly id: string
  readonly topic: Topic
  readonly matches: Matcher
  readonly start: Position
  readonly feed: BlockFeed
  readonly sink: Sink
  /** Once, whatever the reason. */
  readonly onClosed: (id: string) => void
  readonly onFailure: (error: unknown) => void
}

/**
 * Reads block after block from the store, from its position on, and waits for the next one at the head. Old and new blocks come the same
 * way: so nothing is missed and nothing comes twice, and a slow reader costs no memory but that of its socket.
 */
export class Subscription {
  readonly #parts: SubscriptionParts
  readonly #stopListening: () => void
  #position: Position
  #closed = false
  #wake: (() => void) | undefined

  constructor(parts: SubscriptionParts) {
    this.#parts = parts
    this.#position = parts.start
    this.#stopListening = parts.feed.listen(() => this.#wake?.())
  }

  /** The position after what was sent last. */
  get cursor(): string {
    return positionToCursor(this.#position)
  }

  start(): void {
    this.#run().catch((error: unknown) => {
      this.#parts.onFailure(error)
      this.close('internal-error')
    })
  }

  /** Tells the reader why it ends. Idempotent. */
  close(reason: CloseReason): void {
    if (this.#closed) return
    this.drop()
    const { id, sink } = this.#parts
    sink.send(`{"jsonrpc":"2.0","method":"sub_closed","params":${JSON.stringify({ id, reason, cursor: this.cursor })}}`)
  }

  /** Ends without a word: the connection is gone. */
  drop(): void {
    if (this.#closed) return
    this.#closed = true
    this.#stopListening()
    this.#wake?.()
    this.#parts.onClosed(this.#parts.id)
  }

  async #run(): Promise<void> {
    const { feed, topic } = this.#parts
    while (!this.#closed) {
      const { height } = this.#position
      const items = height > feed.head ? undefined : await feed.items(topic, height)
      if (this.#closed) return
      if (items !== undefined) {
        await this.#tell(items)
        await nextTurn()
      } else if (height < feed.head) {
        return this.close('pruned')
      } else {
        await this.#nextBlock(height)
      }
    }
  }

  /** Resolves at a final block, once the chain has reached `height`, or at the end. */
  async #nextBlock(height: number): Promise<void> {
    do {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    } while (!this.#closed && this.#parts.feed.head < height)
    this.#wake = undefined
  }

  async #tell(items: readonly Item[]): Promise<void> {
    const { id, matches, sink } = this.#parts
    const { height, index: start } = this.#position
    for (const [index, item] of items.entries()) {
      if (index < start || !matches(item.facts)) continue
      const ready = await sink.ready()
      if (this.#closed) return
      if (!ready) {
        this.#position = { height, index }
        return this.close('slow-reader')
      }
      this.#position = { height, index: index + 1 }
      sink.send(`{"jsonrpc":"2.0","method":"sub_notification","params":{"id":"${id}","cursor":"${this.cursor}","data":${item.text}}}`)
    }
    this.#position = { height: height + 1, index: 0 }
  }
}
