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

export interface FrameWriter {
  /** False when the channel's queue is full. */
  push(channel: Channel, frame: Uint8Array): boolean
  stop(): void
}

interface Lane {
  readonly channel: Channel
  readonly stream: Stream
  readonly queue: SendQueue
  readonly bucket: TokenBucket
}

/**
 * The channels of one connection share its socket, so precedence is kept here: a lane hands bytes to libp2p only when all
 * lanes before it are empty or blocked, one write at a time, and none while libp2p is saturated. What a consensus frame
 * can still find in front of it is a stream window of each other lane.
 */
export function createFrameWriter(options: FrameWriterOptions): FrameWriter {
  const { streams, limits, clock, onSent, onError } = options
  const lanes: readonly Lane[] = CHANNELS.map((channel) => ({
    channel,
    stream: streams[channel],
    queue: createSendQueue(limits.sendQueueBytesMax[channel]),
    bucket: createTokenBucket({ perSecond: limits.sendRate.bytesPerSecond, burst: limits.sendRate.burstBytes }, clock),
  }))
  const laneOf = Object.fromEntries(lanes.map((lane) => [lane.channel, lane])) as Record<Channel, Lane>
  let flushScheduled = false
  let pacing: Timer | undefined
  let stopped = false

  /** Frames of one turn of the host leave in one write; and a drain event first reaches every stream of the connection. */
  function scheduleFlush(): void {
    if (flushScheduled || stopped) return
    flushScheduled = true
    queueMicrotask(() => {
      flushScheduled = false
      try {
        flush()
      } catch (thrown) {
        if (stopped) return
        stop()
        onError(toError(thrown))
      }
    })
  }

  function flush(): void {
    for (const lane of lanes) {
      while (!stopped && lane.queue.wireBytes > 0 && !lane.stream.writableNeedsDrain) {
        const waitMs = writeChunk(lane)
        if (waitMs > 0) {
          pace(waitMs)
          break
        }
      }
    }
  }

  /** Returns how long to wait for tokens, 0 when a chunk was written. */
  function writeChunk(lane: Lane): number {
    const bytes = Math.min(WRITE_BYTES_MAX, lane.queue.wireBytes)
    if (!lane.bucket.take(bytes)) return Math.max(1, lane.bucket.waitMs(bytes))
    const chunk = lane.queue.takeChunk(bytes)
    if (chunk !== undefined) {
      lane.stream.send(chunk.bytes)
      onSent(lane.channel, chunk.bytes.length, chunk.framesEnded)
    }
    return 0
  }

  function pace(waitMs: number): void {
    if (pacing !== undefined) return
    pacing = clock.startTimer(waitMs, () => {
      pacing = undefined
      scheduleFlush()
    })
  }

  function stop(): void {
    stopped = true
    pacing?.stop()
    pacing = undefined
    for (const lane of lanes) lane.stream.removeEventListener('drain', scheduleFlush)
  }

  for (const lane of lanes) lane.stream.addEventListener('drain', scheduleFlush)

  return {
    push(channel, frame) {
      if (stopped || !laneOf[channel].queue.push(frame)) return false
      scheduleFlush()
      return true
    },
    stop,
  }
}
