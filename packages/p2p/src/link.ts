import { CHANNELS, type Channel, type Clock, FRAME_BYTES_MAX } from '@hanse/ports'
import type { Connection, Stream, StreamCloseEvent } from '@libp2p/interface'
import { type ControlStream, createControlStream } from './control-stream.ts'
import { createFrameReader, type FrameReader } from './frame-reader.ts'
import { createFrameWriter, type FrameWriter } from './frame-writer.ts'
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
  onComplete(): void
  /** The peer decides, and chose this link. */
  onChosen(): void
  onFrame(channel: Channel, frame: Uint8Array): void | Promise<void>
  onReceived(channel: Channel, bytes: number): void
  onSent(channel: Channel, bytes: number, frames: number): void
  /** Once, whoever ended it. */
  onClosed(reason: string, violation: boolean): void
}

/**
 * One connection with one peer: a stream for each channel and one for control, all opened by the side that dialled.
 * opening → complete → in use → closed; frames flow only in use.
 */
export interface Link {
  readonly direction: 'inbound' | 'outbound'
  readonly openedAtMs: number
  /** The peer's, once complete. */
  readonly remoteInstance: string | undefined
  /** A stream that the peer opened. */
  acceptStream(lane: Lane, stream: Stream): void
  /** Opens the send queues; tells the peer if we decide. */
  use(): void
  /** Frames that came in meanwhile are delivered first. */
  startReading(): void
  /** False when the channel's queue is full or the link is not in use. */
  send(channel: Channel, frame: Uint8Array): boolean
  /** Ends the connection at once; `onClosed` comes before this returns. */
  close(reason: string): void
  /** Lets go of a connection that libp2p is about to close in good order. No event follows. */
  release(): void
}

export function createLink(options: LinkOptions, components: { readonly clock: Clock }, events: LinkEvents): Link {
  const { connection, protocols, limits, instance, decides } = options
  const { clock } = components
  const { direction } = connection
  const streams = new Map<Lane, Stream>()
  const readers: FrameReader[] = []
  let control: ControlStream | undefined
  let writer: FrameWriter | undefined
  let remoteInstance: string | undefined
  let greeted = false
  let inUse = false
  let closed = false

  function release(): void {
    closed = true
    establishing.stop()
    control?.stop()
    writer?.stop()
    for (const reader of readers) reader.stop()
  }

  function fail(error: Error): void {
    if (closed) return
    release()
    connection.abort(error)
    events.onClosed(error.message, isViolation(error))
  }

  function addStream(lane: Lane, stream: Stream): void {
    streams.set(lane, stream)
    stream.addEventListener('close', (event) => fail(event.error ?? new ConnectionEnded('closed by the peer')))
    stream.addEventListener('remoteCloseWrite', () => fail(new ConnectionEnded('closed by the peer')))
    if (lane === CONTROL) control = createControlStream({ stream, limits, clock, onError: fail, onHello, onChosen })
    else readers.push(createReader(lane, stream))
    if (streams.size === LANES.length) greet()
  }

  function createReader(channel: Channel, stream: Stream): FrameReader {
    const { bytesPerSecond, burstBytes } = limits.receiveRate
    return createFrameReader({
      stream,
      frameBytesMax: FRAME_BYTES_MAX[channel],
      bucket: createTokenBucket({ perSecond: bytesPerSecond, burst: burstBytes }, clock),
      onBytes: (count) => {
        control?.heard()
        events.onReceived(channel, count)
      },
      onFrame: (frame) => events.onFrame(channel, frame),
      onError: fail,
    })
  }

  function greet(): void {
    greeted = true
    control?.send({ type: 'hello', instance })
    completeIfReady()
  }

  function onHello(peerInstance: string): void {
    if (remoteInstance !== undefined) throw new ProtocolViolation('a second hello')
    remoteInstance = peerInstance
    completeIfReady()
  }

  function completeIfReady(): void {
    if (greeted && remoteInstance !== undefined && !closed) events.onComplete()
  }

  function onChosen(): void {
    if (decides || !greeted || inUse) throw new ProtocolViolation('a choice that is not its to make')
    events.onChosen()
  }

  async function openStreams(): Promise<void> {
    const opened = LANES.map(async (lane) => {
      const stream = await connection.newStream(protocols[lane])
      if (closed) stream.abort(new ConnectionEnded('too late'))
      else addStream(lane, stream)
    })
    await Promise.all(opened)
  }

  const establishing = clock.startTimer(limits.establishTimeoutMs, () => fail(new ConnectionEnded('not established in time')))
  connection.addEventListener('close', (event: StreamCloseEvent) => fail(event.error ?? new ConnectionEnded('closed by the peer')))
  if (direction === 'outbound') openStreams().catch((thrown: unknown) => fail(toError(thrown)))

  return {
    direction,
    openedAtMs: clock.nowMs(),
    get remoteInstance() {
      return remoteInstance
    },
    acceptStream(lane, stream) {
      if (closed || direction === 'outbound' || streams.has(lane)) {
        stream.abort(new ConnectionEnded('not a stream of this mesh'))
        return
      }
      addStream(lane, stream)
    },
    use() {
      if (closed || inUse) return
      inUse = true
      establishing.stop()
      if (decides) control?.send({ type: 'chosen' })
      control?.startHeartbeat()
      const channelStreams = Object.fromEntries(CHANNELS.map((channel) => [channel, streams.get(channel) as Stream]))
      writer = createFrameWriter({
        streams: channelStreams as Record<Channel, Stream>,
        limits,
        clock,
        onSent: events.onSent,
        onError: fail,
      })
    },
    startReading() {
      for (const reader of readers) reader.start()
    },
    send: (channel, frame) => writer?.push(channel, frame) ?? false,
    close: (reason) => fail(new ConnectionEnded(reason)),
    release,
  }
}
