import type { Result } from '@hanse/primitives'
import type { Failure } from './errors.ts'
import type { Caller, Subscriber, SubscriptionRequest } from './method.ts'
import type { Subscription } from './subscriptions/subscription.ts'

type Opened = Result<{ readonly id: string; readonly cursor: string }, Failure>

/** The connection that a message came on. */
export interface SocketCallHost {
  readonly client: string
  /** Aborted when the connection is. */
  readonly aborted: AbortSignal
  /** The subscription is not started: its reader knows the id before its first notification. */
  open(request: SubscriptionRequest, onOpened: (subscription: Subscription) => void): Opened
  close(id: string): { readonly cursor: string } | undefined
}

/** One message of a WebSocket that is being answered, and who sent it. Very many wait at once, so it holds no more than it needs. */
export class SocketCall implements Caller, Subscriber {
  readonly #host: SocketCallHost
  /** To be called when it was answered, before the answer is sent. */
  readonly done: () => void
  #opened: Subscription[] | undefined
  #isWaiting = false
  #onSoon: (() => void) | undefined

  constructor(host: SocketCallHost, done: () => void) {
    this.#host = host
    this.done = done
  }

  get client(): string {
    return this.#host.client
  }

  get subscriptions(): Subscriber {
    return this
  }

  signal(): AbortSignal {
    return this.#host.aborted
  }

  isGone(): boolean {
    return this.#host.aborted.aborted
  }

  onWaiting(): void {
    this.#isWaiting = true
    this.#onSoon?.()
  }

  /** Resolves when the message was answered, or waits for the node, or a turn of the event loop has passed; undefined when it waits. */
  soon(): Promise<void> | undefined {
    if (this.#isWaiting) return undefined
    return new Promise((resolve) => {
      this.#onSoon = resolve
      setImmediate(resolve)
    })
  }

  open(request: SubscriptionRequest): Opened {
    return this.#host.open(request, (subscription) => {
      this.#opened ??= []
      this.#opened.push(subscription)
    })
  }

  close(id: string): { readonly cursor: string } | undefined {
    return this.#host.close(id)
  }

  /** To be called when the answer was sent. */
  end(): void {
    for (const subscription of this.#opened ?? []) subscription.start()
    this.#onSoon?.()
  }
}
