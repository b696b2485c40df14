import type { Clock } from '@hanse/ports'
import { pause } from '../next-turn.ts'
import { processorMs } from '../processor-time.ts'
import type { RateLimiter } from '../rate-limit.ts'
import type { Feed } from './block-feed.ts'
import type { BlockTopic, Item } from './topics.ts'

export interface PacedFeedParts {
  readonly feed: Feed
  readonly client: string
  readonly rates: RateLimiter
  readonly clock: Clock
}

/** The chain as one client reads it: it pays for the blocks that are read for it, and gets no more of them while it is in debt. */
export class PacedFeed implements Feed {
  readonly #parts: PacedFeedParts

  constructor(parts: PacedFeedParts) {
    this.#parts = parts
  }

  get head(): number {
    return this.#parts.feed.head
  }

  listen(listener: () => void): () => void {
    return this.#parts.feed.listen(listener)
  }

  async items(topic: BlockTopic, height: number): Promise<readonly Item[] | undefined> {
    const { feed, client, rates, clock } = this.#parts
    const waitMs = rates.waitMs(client, clock.nowMs())
    if (waitMs > 0) await pause(clock, waitMs)
    const startMs = processorMs()
    const items = await feed.items(topic, height)
    rates.charge(client, processorMs() - startMs, 0, clock.nowMs())
    return items
  }
}
