import type { Stream, StreamMessageEvent } from '@libp2p/interface'
import { createFrameDecoder, type FrameDecoder } from './frame-decoder.ts'
import type { TokenBucket } from './token-bucket.ts'
import { ProtocolViolation, toError } from './violation.ts'

export interface FrameReaderOptions {
  readonly stream: Stream
  readonly frameBytesMax: number
  /** Bytes that the peer may send. */
  readonly bucket: TokenBucket
  /** Called with the size of all that arrives. */
  readonly onBytes: (count: number) => void
  /** A returned promise holds back all further frames of this stream until it settles. */
  readonly onFrame: (frame: Uint8Array) => void | Promise<void>
  /** Once. Nothing is delivered afterwards. */
  readonly onError: (error: Error) => void
}

/**
 * Frames of one stream, one after the other. While the consumer works on one, the stream is paused and the peer runs out
 * of window: what is held of a peer is one incomplete frame and two windows, whatever it sends.
 */
export class FrameReader {
  readonly #options: FrameReaderOptions
  readonly #decoder: FrameDecoder
  /** Input that was not looked at: it waits while a frame is worked on. */
  #inbox: Uint8Array[] = []
  #inboxHead = 0
  #offset = 0
  #busy = false
  #paused = true
  #resuming = false
  #stopped = false
  readonly #onMessage = (event: StreamMessageEvent): void => this.#guarded(() => this.#receive(event.data))

  /** The stream is paused until `start`, and holds a window of input at most. */
  constructor(options: FrameReaderOptions) {
    this.#options = options
    this.#decoder = createFrameDecoder(options.frameBytesMax)
    options.stream.pause()
    options.stream.addEventListener('message', this.#onMessage)
  }

  start(): void {
    this.#guarded(() => this.#advance())
  }

  stop(): void {
    this.#stopped = true
    this.#inbox = []
    this.#options.stream.removeEventListener('message', this.#onMessage)
  }

  /** Runs `step` where an exception would otherwise reach libp2p's event target, and from there the process. */
  #guarded(step: () => void): void {
    if (this.#stopped) return
    try {
      step()
    } catch (thrown) {
      this.#fail(toError(thrown))
    }
  }

  #fail(error: Error): void {
    if (this.#stopped) return
    this.stop()
    this.#options.onError(error)
  }

  #receive(data: StreamMessageEvent['data']): void {
    this.#options.onBytes(data.byteLength)
    if (!this.#options.bucket.take(data.byteLength)) throw new ProtocolViolation('a flood: more bytes than the rate limit allows')
    if (data instanceof Uint8Array) this.#inbox.push(data)
    else for (const piece of data) this.#inbox.push(piece)
    this.#advance()
  }

  /**
   * Delivers what is there, then pauses or resumes. `resume` hands over buffered input before it opens the window, so a
   * `pause` from within it would be undone: it waits until `resume` has returned.
   */
  #advance(): void {
    const { stream } = this.#options
    this.#drainInbox()
    if (this.#resuming || this.#stopped) return
    if (!this.#busy && this.#paused) {
      this.#paused = false
      this.#resuming = true
      stream.resume()
      this.#resuming = false
    }
    if (this.#busy && !this.#paused && !this.#stopped) {
      this.#paused = true
      stream.pause()
    }
  }

  #drainInbox(): void {
    while (!this.#busy && !this.#stopped && this.#inboxHead < this.#inbox.length) {
      const source = this.#inbox[this.#inboxHead] as Uint8Array
      const taken = this.#decoder.take(source, this.#offset)
      this.#offset = taken.offset
      if (this.#offset === source.length) {
        this.#inboxHead += 1
        this.#offset = 0
      }
      if (taken.frame !== undefined) this.#deliver(taken.frame)
    }
    if (this.#inboxHead >= this.#inbox.length) {
      this.#inbox = []
      this.#inboxHead = 0
    }
  }

  #deliver(frame: Uint8Array): void {
    let pending: void | Promise<void>
    try {
      pending = this.#options.onFrame(frame)
    } catch (thrown) {
      throw refusal(thrown)
    }
    if (pending === undefined) return
    this.#busy = true
    pending.then(
      () => {
        this.#busy = false
        this.#guarded(() => this.#advance())
      },
      (thrown: unknown) => this.#fail(refusal(thrown)),
    )
  }
}

function refusal(thrown: unknown): ProtocolViolation {
  if (thrown instanceof ProtocolViolation) return thrown
  return new ProtocolViolation(`frame refused: ${toError(thrown).message}`, { cause: thrown })
}
