import type { Stream, StreamMessageEvent } from '@libp2p/interface'
import { createFrameDecoder } from './frame-decoder.ts'
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

export interface FrameReader {
  /** Begins to deliver. Until then the stream is paused, and holds a window of input at most. */
  start(): void
  stop(): void
}

/**
 * Frames of one stream, one after the other. While the consumer works on one, the stream is paused and the peer runs out
 * of window: what is held of a peer is one incomplete frame and two windows, whatever it sends.
 */
export function createFrameReader(options: FrameReaderOptions): FrameReader {
  const { stream, bucket, onBytes, onFrame, onError } = options
  const decoder = createFrameDecoder(options.frameBytesMax)
  const inbox: Uint8Array[] = []
  let inboxHead = 0
  let offset = 0
  let busy = false
  let paused = true
  let resuming = false
  let stopped = false

  function fail(error: Error): void {
    if (stopped) return
    stopped = true
    inbox.length = 0
    onError(error)
  }

  /** Runs `step` where an exception would otherwise reach libp2p's event target, and from there the process. */
  function guarded(step: () => void): void {
    if (stopped) return
    try {
      step()
    } catch (thrown) {
      fail(toError(thrown))
    }
  }

  function refuse(thrown: unknown): ProtocolViolation {
    return thrown instanceof ProtocolViolation ? thrown : new ProtocolViolation(`frame refused: ${toError(thrown).message}`)
  }

  function deliver(frame: Uint8Array): void {
    let pending: void | Promise<void>
    try {
      pending = onFrame(frame)
    } catch (thrown) {
      throw refuse(thrown)
    }
    if (pending === undefined) return
    busy = true
    pending.then(
      () => {
        busy = false
        guarded(advance)
      },
      (thrown: unknown) => fail(refuse(thrown)),
    )
  }

  function drainInbox(): void {
    while (!busy && !stopped && inboxHead < inbox.length) {
      const source = inbox[inboxHead] as Uint8Array
      const taken = decoder.take(source, offset)
      offset = taken.offset
      if (offset === source.length) {
        inboxHead += 1
        offset = 0
      }
      if (taken.frame !== undefined) deliver(taken.frame)
    }
    if (inboxHead === inbox.length) {
      inbox.length = 0
      inboxHead = 0
    }
  }

  /**
   * Delivers what is there, then pauses or resumes. `resume` hands over buffered input before it opens the window, so a
   * `pause` from within it would be undone: it waits until `resume` has returned.
   */
  function advance(): void {
    drainInbox()
    if (!busy && !stopped && paused && !resuming) {
      paused = false
      resuming = true
      stream.resume()
      resuming = false
    }
    pauseIfBusy()
  }

  function pauseIfBusy(): void {
    if (!busy || paused || resuming || stopped || stream.status !== 'open') return
    paused = true
    stream.pause()
  }

  function onMessage(event: StreamMessageEvent): void {
    guarded(() => {
      const { data } = event
      onBytes(data.byteLength)
      if (!bucket.take(data.byteLength)) throw new ProtocolViolation('a flood: more bytes than the rate limit allows')
      if (data instanceof Uint8Array) inbox.push(data)
      else for (const piece of data) inbox.push(piece)
      advance()
    })
  }

  stream.pause()
  stream.addEventListener('message', onMessage)

  return {
    start: () => guarded(advance),
    stop() {
      stopped = true
      inbox.length = 0
      stream.removeEventListener('message', onMessage)
    },
  }
}
