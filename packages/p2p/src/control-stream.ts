import type { Clock, Timer } from '@hanse/ports'
import type { Stream } from '@libp2p/interface'
import { type ControlMessage, decodeControl, encodeControl } from './control.ts'
import { FrameReader } from './frame-reader.ts'
import { CONTROL_FRAME_BYTES_MAX, CONTROL_RATE, type TransportLimits } from './limits.ts'
import { createTokenBucket } from './token-bucket.ts'
import { ConnectionEnded, ProtocolViolation, toError } from './violation.ts'

export interface ControlStreamOptions {
  readonly stream: Stream
  readonly limits: Pick<TransportLimits, 'heartbeatIntervalMs' | 'silentHeartbeatsMax' | 'unansweredHeartbeatsMax'>
  readonly clock: Clock
  /** Once: the peer broke the protocol (ProtocolViolation) or is dead (ConnectionEnded). */
  readonly onError: (error: Error) => void
  readonly onHello: (instance: string) => void
  readonly onChosen: () => void
}

/** The fourth stream of a connection. It is always read, so a host that holds back frames does not look dead. */
export class ControlStream {
  readonly #options: ControlStreamOptions
  readonly #reader: FrameReader
  #heardSinceHeartbeat = true
  #silentHeartbeats = 0
  #sentSerial = 0
  #answeredSerial = 0
  #heartbeat: Timer | undefined
  #stopped = false

  constructor(options: ControlStreamOptions) {
    this.#options = options
    this.#reader = new FrameReader({
      stream: options.stream,
      frameBytesMax: CONTROL_FRAME_BYTES_MAX,
      bucket: createTokenBucket({ perSecond: CONTROL_RATE.bytesPerSecond, burst: CONTROL_RATE.burstBytes }, options.clock),
      onBytes: () => this.heard(),
      onFrame: (frame) => this.#onMessage(frame),
      onError: (error) => this.#fail(error),
    })
    this.#reader.start()
  }

  send(message: ControlMessage): void {
    if (this.#stopped) return
    try {
      this.#options.stream.send(encodeControl(message))
    } catch (thrown) {
      this.#fail(new ConnectionEnded(toError(thrown).message))
    }
  }

  startHeartbeat(): void {
    this.#onHeartbeat()
  }

  /** A byte came on any stream of the connection: the peer lives. */
  heard(): void {
    this.#heardSinceHeartbeat = true
  }

  stop(): void {
    this.#stopped = true
    this.#heartbeat?.stop()
    this.#reader.stop()
  }

  #fail(error: Error): void {
    if (this.#stopped) return
    this.stop()
    this.#options.onError(error)
  }

  #onMessage(frame: Uint8Array): void {
    const message = decodeControl(frame)
    switch (message?.type) {
      case 'hello':
        return this.#options.onHello(message.instance)
      case 'chosen':
        return this.#options.onChosen()
      case 'ping':
        return this.send({ type: 'pong', serial: message.serial })
      case 'pong':
        if (message.serial > this.#sentSerial) throw new ProtocolViolation('an answer to a heartbeat that was not sent')
        this.#answeredSerial = Math.max(this.#answeredSerial, message.serial)
        return
      default:
        throw new ProtocolViolation('a malformed control message')
    }
  }

  #onHeartbeat(): void {
    const { limits, clock } = this.#options
    const unanswered = this.#sentSerial - this.#answeredSerial
    this.#silentHeartbeats = this.#heardSinceHeartbeat ? 0 : this.#silentHeartbeats + 1
    this.#heardSinceHeartbeat = false
    if (this.#silentHeartbeats >= limits.silentHeartbeatsMax) {
      return this.#fail(new ConnectionEnded(`silent for ${this.#silentHeartbeats} heartbeats`))
    }
    if (unanswered >= limits.unansweredHeartbeatsMax) {
      return this.#fail(new ConnectionEnded(`${unanswered} heartbeats unanswered: the peer does not read`))
    }
    this.#sentSerial += 1
    this.send({ type: 'ping', serial: this.#sentSerial })
    if (!this.#stopped) this.#heartbeat = clock.startTimer(limits.heartbeatIntervalMs, () => this.#onHeartbeat())
  }
}
