import type { Clock, Timer } from '@hanse/ports'
import type { Stream } from '@libp2p/interface'
import { type ControlMessage, decodeControl, encodeControl } from './control.ts'
import { createFrameReader } from './frame-reader.ts'
import { CONTROL_FRAME_BYTES_MAX, CONTROL_RATE, type TransportLimits } from './limits.ts'
import { createTokenBucket } from './token-bucket.ts'
import { ConnectionEnded, ProtocolViolation } from './violation.ts'

export interface ControlStreamOptions {
  readonly stream: Stream
  readonly limits: Pick<TransportLimits, 'heartbeatIntervalMs' | 'silentHeartbeatsMax' | 'unansweredHeartbeatsMax'>
  readonly clock: Clock
  /** Once: the peer broke the protocol (ProtocolViolation) or is dead (ConnectionEnded). */
  readonly onError: (error: Error) => void
  readonly onHello: (instance: string) => void
  readonly onChosen: () => void
}

export interface ControlStream {
  send(message: ControlMessage): void
  startHeartbeat(): void
  /** A byte came on any stream of the connection: the peer lives. */
  heard(): void
  stop(): void
}

/** The fourth stream of a connection. It is always read, so a host that holds back frames does not look dead. */
export function createControlStream(options: ControlStreamOptions): ControlStream {
  const { stream, limits, clock, onError, onHello, onChosen } = options
  let heardSinceHeartbeat = true
  let silentHeartbeats = 0
  let sentSerial = 0
  let answeredSerial = 0
  let timer: Timer | undefined
  let stopped = false

  function fail(error: Error): void {
    if (stopped) return
    stop()
    onError(error)
  }

  function send(message: ControlMessage): void {
    if (stopped || stream.status !== 'open') return
    try {
      stream.send(encodeControl(message))
    } catch {
      fail(new ConnectionEnded('the control stream takes no more'))
    }
  }

  function onFrame(frame: Uint8Array): void {
    const message = decodeControl(frame)
    switch (message?.type) {
      case 'hello':
        return onHello(message.instance)
      case 'chosen':
        return onChosen()
      case 'ping':
        return send({ type: 'pong', serial: message.serial })
      case 'pong':
        if (message.serial > sentSerial) throw new ProtocolViolation('an answer to a heartbeat that was not sent')
        answeredSerial = Math.max(answeredSerial, message.serial)
        return
      default:
        throw new ProtocolViolation('a malformed control message')
    }
  }

  function onHeartbeat(): void {
    silentHeartbeats = heardSinceHeartbeat ? 0 : silentHeartbeats + 1
    heardSinceHeartbeat = false
    if (silentHeartbeats >= limits.silentHeartbeatsMax) {
      return fail(new ConnectionEnded(`silent for ${silentHeartbeats} heartbeats`))
    }
    if (sentSerial - answeredSerial >= limits.unansweredHeartbeatsMax) {
      return fail(new ConnectionEnded(`${sentSerial - answeredSerial} heartbeats unanswered: the peer does not read`))
    }
    sentSerial += 1
    send({ type: 'ping', serial: sentSerial })
    if (!stopped) timer = clock.startTimer(limits.heartbeatIntervalMs, onHeartbeat)
  }

  function stop(): void {
    stopped = true
    timer?.stop()
    reader.stop()
  }

  const reader = createFrameReader({
    stream,
    frameBytesMax: CONTROL_FRAME_BYTES_MAX,
    bucket: createTokenBucket({ perSecond: CONTROL_RATE.bytesPerSecond, burst: CONTROL_RATE.burstBytes }, clock),
    onBytes: () => {
      heardSinceHeartbeat = true
    },
    onFrame,
    onError: fail,
  })
  reader.start()

  return {
    send,
    startHeartbeat: onHeartbeat,
    heard: () => {
      heardSinceHeartbeat = true
    },
    stop,
  }
}
