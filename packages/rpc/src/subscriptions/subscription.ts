import type { Reader } from './reader.ts'

export const CLOSE_REASONS = ['unsubscribed', 'slow-reader', 'pruned', 'unauthorized', 'server-stopping', 'internal-error'] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

/** Where a subscription's messages go. */
export interface Sink {
  send(text: string): void
  /** True when there is room for more, as soon as there is; false when the reader is too slow or gone. */
  ready(): Promise<boolean>
}

export interface SubscriptionParts {
  readonly id: string
  readonly reader: Reader
  readonly sink: Sink
  /** Once, whatever the reason. */
  readonly onClosed: (id: string) => void
  readonly onFailure: (error: unknown) => void
}

/** Tells item after item, not faster than they are read, and waits for the next one at the end. */
export class Subscription {
  readonly #parts: SubscriptionParts
  readonly #stopListening: () => void
  #closed = false
  #hasMore = false
  #wake: (() => void) | undefined

  constructor(parts: SubscriptionParts) {
    this.#parts = parts
    this.#stopListening = parts.reader.onMore(() => {
      this.#hasMore = true
      this.#wake?.()
    })
  }

  /** The position after what was sent last. */
  get cursor(): string {
    return this.#parts.reader.cursor
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
    const { id, reader, sink } = this.#parts
    const isOver = (): boolean => this.#closed
    while (!this.#closed) {
      this.#hasMore = false
      const next = await reader.peek(isOver)
      if (this.#closed) return
      if (next.type === 'gone') return this.close('pruned')
      if (next.type === 'waiting') {
        await this.#more()
        continue
      }
      const isReady = await sink.ready()
      if (this.#closed) return
      if (!isReady) return this.close('slow-reader')
      reader.advance()
      sink.send(`{"jsonrpc":"2.0","method":"sub_notification","params":{"id":"${id}","cursor":"${reader.cursor}","data":${next.text}}}`)
    }
  }

  /** Resolves when there may be more since the last look, or at the end. */
  async #more(): Promise<void> {
    if (this.#hasMore) return
    await new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    this.#wake = undefined
  }
}
