import type { Duplex } from 'node:stream'
import type { Clock, Timer } from '@hanse/ports'
import type { WebSocket } from 'ws'
import { BYTES_PER_CALL, REFUSAL_DELAY_MS } from './limits.ts'
import type { PartialRequests } from './partial-requests.ts'
import { processorMs } from './processor-time.ts'
import type { RateLimiter } from './rate-limit.ts'

export interface SocketInputParts {
  readonly socket: WebSocket
  readonly raw: Duplex
  readonly client: string
  readonly partial: PartialRequests
  readonly rates: RateLimiter
  readonly clock: Clock
}

const NOTHING_HELD = (): void => undefined

/** What comes in on a WebSocket before it is a message: its client pays for the reading, and is not read while it is in debt. */
export class SocketInput {
  readonly #parts: SocketInputParts
  /** Why it is not read at the moment. */
  readonly #holds = new Set<'queue' | 'rate'>()
  #startMs = 0
  /** Since the last whole message. */
  #partialBytes = 0
  #reservedBytes = 0
  #timer: Timer | undefined

  constructor(parts: SocketInputParts) {
    this.#parts = parts
    const { raw, socket } = parts
    raw.prependListener('data', (chunk: Buffer) => this.#before(chunk.length))
    raw.on('data', () => this.#after())
    socket.on('close', () => {
      this.#timer?.stop()
      this.#release(this.#reservedBytes)
      this.#reservedBytes = 0
    })
  }

  get isHeld(): boolean {
    return this.#holds.size > 0
  }

  /** A message is whole. What it gives MUST be called when it was answered. */
  message(sizeBytes: number): () => void {
    const isLarge = sizeBytes > BYTES_PER_CALL
    const reserved = this.#reservedBytes
    this.#partialBytes = 0
    this.#reservedBytes = 0
    if (!isLarge) this.#release(reserved)
    return isLarge ? () => this.#release(reserved) : NOTHING_HELD
  }

  hold(reason: 'queue' | 'rate'): void {
    this.#holds.add(reason)
    this.#parts.socket.pause()
  }

  resume(reason: 'queue' | 'rate'): void {
    if (this.#holds.delete(reason) && this.#holds.size === 0) this.#parts.socket.resume()
  }

  #before(sizeBytes: number): void {
    this.#startMs = processorMs()
    this.#partialBytes += sizeBytes
    if (this.#partialBytes <= BYTES_PER_CALL) return
    const missing = this.#partialBytes - this.#reservedBytes
    const { partial, client, socket } = this.#parts
    if (partial.add(client, missing)) this.#reservedBytes += missing
    else socket.terminate()
  }

  #after(): void {
    const { rates, client, clock } = this.#parts
    const nowMs = clock.nowMs()
    rates.charge(client, processorMs() - this.#startMs, 0, nowMs)
    if (rates.waitMs(client, nowMs) === 0 || this.#holds.has('rate')) return
    this.hold('rate')
    this.#timer = clock.startTimer(REFUSAL_DELAY_MS, () => this.resume('rate'))
  }

  #release(sizeBytes: number): void {
    if (sizeBytes > 0) this.#parts.partial.remove(this.#parts.client, sizeBytes)
  }
}
