import type { Duplex } from 'node:stream'
import type { Clock, Logger } from '@hanse/ports'
import { assert, err, ok } from '@hanse/primitives'
import type { WebSocket } from 'ws'
import type { Identity } from './access.ts'
import type { Dispatcher } from './dispatcher.ts'
import { failure } from './errors.ts'
import { BYTES_PER_CALL, QUEUED_MESSAGES_MAX, type RpcLimits } from './limits.ts'
import type { SubscriptionRequest } from './method.ts'
import { pause } from './next-turn.ts'
import type { PartialRequests } from './partial-requests.ts'
import { processorMs } from './processor-time.ts'
import type { RateLimiter } from './rate-limit.ts'
import { SocketCall, type SocketCallHost } from './socket-call.ts'
import { SocketInput } from './socket-input.ts'
import type { BlockFeed } from './subscriptions/block-feed.ts'
import { PacedFeed } from './subscriptions/paced-feed.ts'
import { type CloseReason, type Sink, Subscription } from './subscriptions/subscription.ts'
import type { UnsentBytes } from './unsent-bytes.ts'

export interface SocketConnectionParts {
  readonly socket: WebSocket
  /** What carries it. */
  readonly raw: Duplex
  readonly client: string
  readonly identity: Identity
  readonly dispatcher: Dispatcher
  readonly feed: BlockFeed
  readonly unsent: UnsentBytes
  readonly partial: PartialRequests
  readonly rates: RateLimiter
  readonly limits: RpcLimits
  /** What may wait for its reader before it has no more to read, in bytes. */
  readonly bufferBytesMax: () => number
  readonly clock: Clock
  readonly logger: Logger
}

/** WebSocket close codes of RFC 6455 §7.4.1. */
const GOING_AWAY = 1001
const POLICY_VIOLATION = 1008
/** What of one go is sent before its end. */
const GATHERED_BYTES_MAX = 64 * 1024

interface QueuedMessage {
  readonly bytes: Buffer
  /** To be called when it was answered. */
  readonly done: () => void
}

/** One WebSocket: its messages in order, its answers as they come, its subscriptions. */
export class SocketConnection implements Sink {
  readonly #parts: SocketConnectionParts
  readonly #aborted = new AbortController()
  readonly #host: SocketCallHost
  readonly #subscriptions = new Map<string, Subscription>()
  readonly #queue: QueuedMessage[] = []
  readonly #input: SocketInput
  readonly #onRoom = new Set<() => void>()
  readonly #onDefect = (error: unknown): void => {
    this.#parts.logger.error({ error: error instanceof Error ? error.stack : String(error) }, 'a WebSocket failed')
    this.terminate()
  }
  #nextSubscription = 1
  #inFlight = 0
  #isGathering = false
  #pumping = false
  #alive = true

  constructor(parts: SocketConnectionParts) {
    this.#parts = parts
    const { socket, logger, client } = parts
    this.#host = {
      client,
      aborted: this.#aborted.signal,
      open: (request, onOpened) => this.#open(request, onOpened),
      close: (id) => {
        const subscription = this.#subscriptions.get(id)
        subscription?.close('unsubscribed')
        return subscription
      },
    }
    this.#input = new SocketInput(parts)
    socket.on('message', (data) => {
      assert(Buffer.isBuffer(data), 'the socket was told to give buffers')
      this.#onMessage(data)
    })
    socket.on('pong', () => {
      this.#alive = true
    })
    socket.on('close', () => this.#onClose())
    socket.on('error', (error) => logger.debug({ error: error.message }, 'WebSocket failed'))
  }

  send(text: string): void {
    const { socket, unsent, client } = this.#parts
    if (socket.readyState !== socket.OPEN) return
    const startMs = text.length > GATHERED_BYTES_MAX ? processorMs() : undefined
    const sizeBytes = Buffer.byteLength(text)
    unsent.add(client, sizeBytes)
    this.#gather()
    socket.send(text, () => {
      unsent.sent(client, sizeBytes)
      if (this.#hasRoom()) this.#wake()
    })
    if (socket.bufferedAmount > GATHERED_BYTES_MAX) this.#flush(startMs)
  }

  /** What is said in one go leaves in one system call: the answers to all that became final with a block. */
  #gather(): void {
    if (this.#isGathering) return
    this.#isGathering = true
    this.#parts.raw.cork()
    process.nextTick(() => this.#flush())
  }

  #flush(startMs = processorMs()): void {
    if (!this.#isGathering) return
    const { raw, rates, client, clock } = this.#parts
    this.#isGathering = false
    raw.uncork()
    rates.charge(client, processorMs() - startMs, 0, clock.nowMs())
  }

  async ready(): Promise<boolean> {
    const { socket, clock, limits, rates, client } = this.#parts
    const waitMs = rates.waitMs(client, clock.nowMs())
    if (waitMs > 0) await pause(clock, waitMs)
    if (this.#hasRoom()) return true
    const room = await new Promise<boolean>((resolve) => {
      const finish = (): void => {
        this.#onRoom.delete(wake)
        timer.stop()
        resolve(this.#hasRoom())
      }
      const wake = (): void => {
        if (this.#hasRoom() || socket.readyState !== socket.OPEN) finish()
      }
      const timer = clock.startTimer(limits.slowReaderMs, finish)
      this.#onRoom.add(wake)
    })
    return room && socket.readyState === socket.OPEN
  }

  /** Ends a connection that did not answer the last ping, and pings again. */
  checkAlive(): void {
    const { socket, limits } = this.#parts
    if (!this.checkKey()) return
    // What we do not read can have no pong.
    if (this.#input.isHeld || this.#inFlight >= limits.callsInFlightPerSocketMax) return
    if (!this.#alive) return socket.terminate()
    this.#alive = false
    socket.ping()
  }

  /** Ends a connection whose key opens no more. */
  checkKey(): boolean {
    const isValid = this.#parts.identity.isValid()
    if (!isValid) this.stop('unauthorized')
    return isValid
  }

  /** Tells every subscription's end and closes. */
  stop(reason: CloseReason): void {
    for (const subscription of [...this.#subscriptions.values()]) subscription.close(reason)
    this.#queue.length = 0
    this.#aborted.abort()
    this.#parts.socket.close(reason === 'unauthorized' ? POLICY_VIOLATION : GOING_AWAY, reason)
  }

  terminate(): void {
    this.#parts.socket.terminate()
  }

  #hasRoom(): boolean {
    return this.#parts.socket.bufferedAmount <= this.#parts.bufferBytesMax()
  }

  #onMessage(bytes: Buffer): void {
    // A key may expire between two messages.
    if (!this.checkKey()) return
    this.#queue.push({ bytes, done: this.#input.message(bytes.length) })
    if (this.#queue.length >= QUEUED_MESSAGES_MAX || bytes.length > BYTES_PER_CALL) this.#input.hold('queue')
    if (this.#pumping) return
    this.#pumping = true
    // Not within the reading: its time is charged by itself.
    queueMicrotask(() => this.#pump().catch(this.#onDefect))
  }

  /** Starts messages in their order; not faster than their answers are read, and slowly for a client that asks too much. */
  async #pump(): Promise<void> {
    const { socket, limits, clock, dispatcher, client } = this.#parts
    for (let message = this.#queue.shift(); message !== undefined; message = this.#queue.shift()) {
      const delayMs = dispatcher.delayMs(client)
      if (delayMs > 0) await pause(clock, delayMs)
      const turn = dispatcher.turn(client)
      if (turn !== undefined) await turn
      // What it says counts below, where it says it soon.
      const soon = this.#begin(message)
      if (soon !== undefined) await soon
      while (!this.#hasRoom() || this.#inFlight >= limits.callsInFlightPerSocketMax) {
        if (socket.readyState !== socket.OPEN) return
        await this.#roomOrAnswer()
      }
      if (this.#queue.length < QUEUED_MESSAGES_MAX) this.#input.resume('queue')
    }
    this.#pumping = false
  }

  /** Resolves when something was answered or read, or the socket closed. */
  #roomOrAnswer(): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        this.#onRoom.delete(finish)
        resolve()
      }
      this.#onRoom.add(finish)
    })
  }

  #begin({ bytes, done }: QueuedMessage): Promise<void> | undefined {
    const call = new SocketCall(this.#host, done)
    this.#inFlight += 1
    const answer = this.#parts.dispatcher.answer(bytes, call)
    if (!(answer instanceof Promise)) return this.#answered(call, answer)
    answer.then((text) => this.#answered(call, text)).catch(this.#onDefect)
    return call.soon()
  }

  #answered(call: SocketCall, answer: string | undefined): undefined {
    this.#inFlight -= 1
    call.done()
    if (answer !== undefined) this.send(answer)
    this.#wake()
    call.end()
  }

  #open(request: SubscriptionRequest, onOpened: (subscription: Subscription) => void): ReturnType<SocketCallHost['open']> {
    const { limits, logger } = this.#parts
    if (this.#subscriptions.size >= limits.subscriptionsPerSocketMax) return err(failure('rpc/too-many-subscriptions'))
    const id = `${this.#nextSubscription++}`
    const subscription = new Subscription({
      id,
      reader: request({ feed: new PacedFeed(this.#parts) }),
      sink: this,
      onClosed: () => this.#subscriptions.delete(id),
      onFailure: (error) => logger.error({ error: error instanceof Error ? error.stack : String(error) }, 'a subscription failed'),
    })
    this.#subscriptions.set(id, subscription)
    onOpened(subscription)
    return ok({ id, cursor: subscription.cursor })
  }

  #wake(): void {
    if (this.#onRoom.size === 0) return
    for (const resume of [...this.#onRoom]) resume()
  }

  #onClose(): void {
    this.#aborted.abort()
    for (const subscription of [...this.#subscriptions.values()]) subscription.drop()
    this.#wake()
    for (const { done } of this.#queue.splice(0)) done()
  }
}
