import { CHANNELS, type Channel, type Clock, type Timer } from '@hanse/ports'
import type { Stream } from '@libp2p/interface'
import { type TransportLimits, WRITE_BYTES_MAX } from './limits.ts'
import { createSendQueue, type SendQueue } from './send-queue.ts'
import { createTokenBucket, type TokenBucket } from './token-bucket.ts'
import { toError } from './violation.ts'

export interface FrameWriterOptions {
  readonly streams: Readonly<Record<Channel, Stream>>
  readonly limits: Pick<TransportLimits, 'sendQueueBytesMax' | 'sendRate'>
  readonly clock: Clock
  readonly onSent: (channel: Channel, bytes: number, frames: number) => void
  /** Once. Nothing is written afterwards. */
  readonly onError: (error: Error) => void
}

interface Outlet {
  readonly channel: Channel
  readonly stream: Stream
  readonly queue: SendQueue
  readonly bucket: TokenBucket
}

/**
 * The channels of one connection share its socket, so precedence is kept here: a channel hands bytes to libp2p only when
 * those before it are empty or blocked, one write at a time, and none while libp2p is saturated. What a consensus frame
 * can still find in front of it is a stream window of each other channel.
 */
export class FrameWriter {
  readonly #options: FrameWriterOptions
  readonly #outlets: Readonly<Record<Channel, Outlet>>
  #flushScheduled = false
  #pacing: Timer | undefined
  #stopped = false
  readonly #onDrain = (): void => this.#scheduleFlush()

  constructor(options: FrameWriterOptions) {
    this.#options = options
    const outlets = CHANNELS.map((channel) => [channel, createOutlet(channel, options)])
    this.#outlets = Object.fromEntries(outlets) as Record<Channel, Outlet>
    for (const channel of CHANNELS) options.streams[channel].addEventListener('drain', this.#onDrain)
  }

  /** False when the channel's queue is full. */
  push(channel: Channel, frame: Uint8Array): boolean {
    if (this.#stopped || !this.#outlets[channel].queue.push(frame)) return false
    this.#scheduleFlush()
    return true
  }

  stop(): void {
    this.#stopped = true
    this.#pacing?.stop()
    for (const channel of CHANNELS) this.#options.streams[channel].removeEventListener('drain', this.#onDrain)
  }

  /** Frames of one turn of the host leave in one write; and a drain event first reaches every stream of the connection. */
  #scheduleFlush(): void {
    if (this.#flushScheduled || this.#stopped) return
    this.#flushScheduled = true
    queueMicrotask(() => {
      this.#flushScheduled = false
      try {
        this.#flush()
      } catch (thrown) {
        if (this.#stopped) return
        this.stop()
        this.#options.onError(toError(thrown))
      }
    })
  }

  #flush(): void {
    for (const channel of CHANNELS) {
      const outlet = this.#outlets[channel]
      let waitMs = 0
      while (waitMs === 0 && !this.#stopped && outlet.queue.wireBytes > 0 && !outlet.stream.writableNeedsDrain) {
        waitMs = this.#writeChunk(outlet)
      }
      if (waitMs > 0) this.#pace(waitMs)
    }
  }

  /** Returns how long to wait for tokens in milliseconds, 0 when a chunk was written. */
  #writeChunk(outlet: Outlet): number {
    const bytes = Math.min(WRITE_BYTES_MAX, outlet.queue.wireBytes)
    if (!outlet.bucket.take(bytes)) return Math.max(1, outlet.bucket.waitMs(bytes))
    const chunk = outlet.queue.takeChunk(bytes)
    outlet.stream.send(chunk.bytes)
    this.#options.onSent(outlet.channel, chunk.bytes.length, chunk.framesEnded)
    return 0
  }

  #pace(waitMs: number): void {
    this.#pacing ??= this.#options.clock.startTimer(waitMs, () => {
      this.#pacing = undefined
      this.#scheduleFlush()
    })
  }
}

function createOutlet(channel: Channel, options: FrameWriterOptions): Outlet {
  const { sendQueueBytesMax, sendRate } = options.limits
  return {
    channel,
    stream: options.streams[channel],
    queue: createSendQueue(sendQueueBytesMax[channel]),
    bucket: createTokenBucket({ perSecond: sendRate.bytesPerSecond, burst: sendRate.burstBytes }, options.clock),
  }
}
