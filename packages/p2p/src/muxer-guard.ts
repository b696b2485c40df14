import { yamux } from '@chainsafe/libp2p-yamux'
import type { Clock } from '@hanse/ports'
import type { MessageStream, StreamMessageEvent, StreamMuxerFactory } from '@libp2p/interface'
import {
  CONNECTION_WRITE_BUFFER_BYTES_MAX,
  INBOUND_STREAMS_MAX,
  MUXER_FRAMES_BURST_SECONDS,
  MUXER_PINGS_PER_SECOND_MAX,
  STREAM_READ_BUFFER_BYTES_MAX,
  STREAM_WINDOW_BYTES,
  type TransportLimits,
} from './limits.ts'
import { LENGTH_OFFSET, MUXER_HEADER_BYTES, TYPE_DATA, TYPE_OFFSET, TYPE_PING } from './muxer-frame.ts'
import { createTokenBucket } from './token-bucket.ts'
import { ProtocolViolation, toError } from './violation.ts'
import { WindowUpdates } from './window-updates.ts'

type GuardLimits = Pick<TransportLimits, 'muxerFramesPerSecondMax'>

/**
 * yamux as the mesh uses it, behind a check of the frame headers that come in. yamux itself buffers whatever a header
 * announces, 4 GiB say, and answers every ping: here such a peer is cut off before the first byte is kept.
 */
export function guardedYamux(limits: GuardLimits, clock: Clock): () => StreamMuxerFactory {
  const factory = yamux({
    enableKeepAlive: false,
    maxInboundStreams: INBOUND_STREAMS_MAX,
    maxEarlyStreams: INBOUND_STREAMS_MAX,
    streamOptions: {
      initialStreamWindowSize: STREAM_WINDOW_BYTES,
      maxStreamWindowSize: STREAM_WINDOW_BYTES,
      maxReadBufferLength: STREAM_READ_BUFFER_BYTES_MAX,
    },
  })()
  return () => ({
    protocol: factory.protocol,
    createStreamMuxer(connection) {
      guardOutput(connection)
      guardInput(connection, limits, clock)
      return factory.createStreamMuxer(connection)
    },
  })
}

/**
 * yamux opens a stream in a microtask of its own. When the connection dies just before, its `send` throws where nobody
 * can catch it; the close event that follows tells yamux all it needs.
 */
function guardOutput(connection: MessageStream): void {
  connection.maxWriteBufferLength = CONNECTION_WRITE_BUFFER_BYTES_MAX
  const send = connection.send.bind(connection)
  const windowUpdates = new WindowUpdates()
  connection.send = (data) => {
    if (connection.status !== 'open') return false
    const frame = data instanceof Uint8Array ? windowUpdates.pass(data) : data
    if (frame === undefined) return true
    try {
      return send(frame)
    } catch {
      return false
    }
  }
}

/** Listens before yamux does, and keeps a bad message from it. */
function guardInput(connection: MessageStream, limits: GuardLimits, clock: Clock): void {
  const check = createHeaderCheck(limits, clock)
  connection.addEventListener('message', (event: StreamMessageEvent) => {
    try {
      if (event.data instanceof Uint8Array) check(event.data)
      else for (const piece of event.data) check(piece)
    } catch (thrown) {
      event.stopImmediatePropagation()
      connection.abort(toError(thrown))
    }
  })
}

/** Walks over the frames of a yamux session, piece by piece. Keeps one header at most. @throws ProtocolViolation */
export function createHeaderCheck(limits: GuardLimits, clock: Clock): (piece: Uint8Array) => void {
  const framesPerSecond = limits.muxerFramesPerSecondMax
  const frames = createTokenBucket({ perSecond: framesPerSecond, burst: framesPerSecond * MUXER_FRAMES_BURST_SECONDS }, clock)
  const pings = createTokenBucket({ perSecond: MUXER_PINGS_PER_SECOND_MAX, burst: MUXER_PINGS_PER_SECOND_MAX }, clock)
  const header = Buffer.alloc(MUXER_HEADER_BYTES)
  let headerFilled = 0
  let bodyLeft = 0

  function checkHeader(): void {
    const type = header[TYPE_OFFSET]
    const length = header.readUInt32BE(LENGTH_OFFSET)
    if (!frames.take(1)) throw new ProtocolViolation('a flood of small muxer frames')
    if (type === TYPE_PING && !pings.take(1)) throw new ProtocolViolation('a flood of muxer pings')
    if (type !== TYPE_DATA) return
    if (length > STREAM_WINDOW_BYTES) throw new ProtocolViolation(`a muxer frame of ${length} bytes, more than a window`)
    bodyLeft = length
  }

  return (piece) => {
    let offset = 0
    while (offset < piece.length) {
      if (bodyLeft > 0) {
        const skipped = Math.min(bodyLeft, piece.length - offset)
        bodyLeft -= skipped
        offset += skipped
        continue
      }
      const taken = Math.min(MUXER_HEADER_BYTES - headerFilled, piece.length - offset)
      header.set(piece.subarray(offset, offset + taken), headerFilled)
      headerFilled += taken
      offset += taken
      if (headerFilled < MUXER_HEADER_BYTES) return
      headerFilled = 0
      checkHeader()
    }
  }
}
