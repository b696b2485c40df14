/** What a subscription reads, item by item, from where it stands. */
export interface Reader {
  /** The position of the item that `peek` found, or after the one that was taken last. */
  readonly cursor: string
  /**
   * JSON of the next item's data that the filter lets through. `waiting` when there is none yet, or when `isOver` became true;
   * `gone` when the node does not have it any more.
   */
  peek(isOver: () => boolean): Promise<Peeked>
  /** Steps behind the item that `peek` found. */
  advance(): void
  /** Called when `peek` may find more. Returns the unsubscriber. */
  onMore(listener: () => void): () => void
}

export type Peeked = { readonly type: 'item'; readonly text: string } | { readonly type: 'waiting' } | { readonly type: 'gone' }

export const WAITING: Peeked = { type: 'waiting' }
export const GONE: Peeked = { type: 'gone' }
