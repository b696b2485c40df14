import { CHANNELS, type Channel, type Clock, FRAME_BYTES_MAX, type Timer } from '@hanse/ports'
import type { Connection, Stream } from '@libp2p/interface'
import { ControlStream } from './control-stream.ts'
import { FrameReader } from './frame-reader.ts'
import { FrameWriter } from './frame-writer.ts'
import type { TransportLimits } from './limits.ts'
import { CONTROL, LANES, type Lane, type Protocols } from './protocols.ts'
import { createTokenBucket } from './token-bucket.ts'
import { ConnectionEnded, isViolation, ProtocolViolation, toError } from './violation.ts'

export interface LinkOptions {
  readonly connection: Connection
  readonly protocols: Protocols
  readonly limits: TransportLimits
  /** Our own, for hello. */
  readonly instance: string
  /** We decide which connection with this peer is used; it does not. */
  readonly decides: boolean
}

export interface LinkEvents {
  /** All streams are open at both ends. */
  onComplete(link: Link): void
  /** The peer decides, and chose this link. */
  onChosen(link: Link): void
  onFrame(channel: Channel, frame: Uint8Array): void | Promise<void>
  onReceived(channel: Channel, bytes: number): void
  onSent(channel: Channel, bytes: number, frames: number): void
  /** Once, whoever ended it. */
  onClosed(link: Link, reason: string, violation: boolean): void
}

/**
 * One connection with one peer: a stream for each channel and one for control, all opened by the side that dialled.
 * Opening, complete, in use, closed; frames flow only while it is in use.
 */
export class Link {
  readonly direction: 'inbound' | 'outbound'
  readonly #options: LinkOptions
  readonly #clock: Clock
  readonly #events: LinkEvents
  readonly #streams = new Map<Lane, Stream>()
  readonly #readers: FrameReader[] = []
  readonly #establishing: Timer
  #control: ControlStream | undefined
  #writer: FrameWriter | undefined
  #remoteInstance: string | undefined
  #inUse = false
  #closed = false

  constructor(options: LinkOptions, components: { readonly clock: Clock }, events: LinkEvents) {
    const { connection, limits } = options
    this.direction = connection.direction
    this.#options = options
    this.#clock = components.clock
    this.#events = events
    this.#establishing = this.#clock.startTimer(limits.establishTimeoutMs, () => this.close('not established in time'))
    connection.addEventListener('close', (event) => this.#fail(event.error ?? closedByPeer()))
    if (this.direction === 'outbound') this.#openStreams().catch((thrown: unknown) => this.#fail(toError(thrown)))
  }

  /** Tells one start of the peer's process from the next. Known once the link is complete. */
  get remoteInstance(): string | undefined {
    return this.#remoteInstance
  }

  /** A stream that the peer opened. */
  acceptStream(lane: Lane, stream: Stream): void {
    if (this.#closed || this.direction === 'outbound' || this.#streams.has(lane)) {
      stream.abort(new ConnectionEnded('not a stream of this mesh'))
      return
    }
    this.#addStream(lane, stream)
  }

  /** Opens the send queues, and tells the peer if we decide. */
  use(): void {
    if (this.#closed || this.#inUse) return
    this.#inUse = true
    this.#establishing.stop()
    if (this.#options.decides) this.#control?.send({ type: 'chosen' })
    this.#control?.startHeartbeat()
    const streams = Object.fromEntries(CHANNELS.map((channel) => [channel, this.#streams.get(channel)])) as Record<Channel, Stream>
    this.#writer = new FrameWriter({
      streams,
      limits: this.#options.limits,
      clock: this.#clock,
      onSent: (channel, bytes, frames) => this.#events.onSent(channel, bytes, frames),
      onError: (error) => this.#fail(error),
    })
  }

  /** Delivers frames, beginning with those that came before. */
  startReading(): void {
    for (const reader of this.#readers) reader.start()
  }

  /** False when the channel's queue is full or the link is not in use. */
  send(channel: Channel, frame: Uint8Array): boolean {
    return this.#writer?.push(channel, frame) ?? false
  }

  /** Ends the connection at once; `onClosed` comes before this returns. */
  close(reason: string): void {
    this.#fail(new ConnectionEnded(reason))
  }

  /** Lets go of a connection that libp2p is about to close in good order. No event follows. */
  release(): void {
    this.#closed = true
    this.#establishing.stop()
    this.#control?.stop()
    this.#writer?.stop()
    for (const reader of this.#readers) reader.stop()
  }

  #fail(error: Error): void {
    if (this.#closed) return
    this.release()
    this.#options.connection.abort(error)
    this.#events.onClosed(this, error.message, isViolation(error))
  }

  async #openStreams(): Promise<void> {
    const { connection, protocols } = this.#options
    const opening = LANES.map(async (lane) => {
      const stream = await connection.newStream(protocols[lane])
      if (this.#closed) stream.abort(closedByPeer())
      else this.#addStream(lane, stream)
    })
    await Promise.all(opening)
  }

  #addStream(lane: Lane, stream: Stream): void {
    this.#streams.set(lane, stream)
    stream.addEventListener('close', (event) => this.#fail(event.error ?? closedByPeer()))
    stream.addEventListener('remoteCloseWrite', () => this.#fail(closedByPeer()))
    if (lane === CONTROL) this.#control = this.#createControl(stream)
    else this.#readers.push(this.#createReader(lane, stream))
    if (this.#streams.size < LANES.length) return
    this.#control?.send({ type: 'hello', instance: this.#options.instance })
    this.#completeIfReady()
  }

  #createControl(stream: Stream): ControlStream {
    return new ControlStream({
      stream,
      limits: this.#options.limits,
      clock: this.#clock,
      onError: (error) => this.#fail(error),
      onHello: (instance) => this.#onHello(instance),
      onChosen: () => this.#onChosen(),
    })
  }

  #createReader(channel: Channel, stream: Stream): FrameReader {
    const { bytesPerSecond, burstBytes } = this.#options.limits.receiveRate
    return new FrameReader({
      stream,
      frameBytesMax: FRAME_BYTES_MAX[channel],
      bucket: createTokenBucket({ perSecond: bytesPerSecond, burst: burstBytes }, this.#clock),
      onBytes: (count) => {
        this.#control?.heard()
        this.#events.onReceived(channel, count)
      },
      onFrame: (frame) => this.#events.onFrame(channel, frame),
      onError: (error) => this.#fail(error),
    })
  }

  #onHello(instance: string): void {
    if (this.#remoteInstance !== undefined) throw new ProtocolViolation('a second hello')
    this.#remoteInstance = instance
    this.#completeIfReady()
  }

  /** The peer's hello says that its streams are open, the number of ours that our own are. */
  #completeIfReady(): void {
    if (this.#streams.size === LANES.length && this.#remoteInstance !== undefined && !this.#closed) this.#events.onComplete(this)
  }

  #onChosen(): void {
    const complete = this.#streams.size === LANES.length && this.#remoteInstance !== undefined
    if (this.#options.decides || !complete || this.#inUse) throw new ProtocolViolation('a choice that is not its to make')
    this.#events.onChosen(this)
  }
}

function closedByPeer(): ConnectionEnded {
  return new ConnectionEnded('closed by the peer')
}
