import { LENGTH_PREFIX_BYTES, QUEUED_FRAME_OVERHEAD_BYTES } from './limits.ts'

/** What one write takes off a queue. */
export interface Chunk {
  readonly bytes: Uint8Array
  /** Frames whose last byte is in this chunk. */
  readonly framesEnded: number
}

/** Frames of one peer and channel that wait for their turn, bounded in bytes. First in, first out. */
export interface SendQueue {
  /** False when it does not fit. The frame's bytes are read later: the caller must not change them. */
  push(frame: Uint8Array): boolean
  /** Bytes left to write, length prefixes included. */
  readonly wireBytes: number
  /** The next bytes of the stream, at most `bytesMax`: whole frames joined, or part of one. Empty when there are none. */
  takeChunk(bytesMax: number): Chunk
}

/** Freed slots at the front of the array are kept until there are so many. */
const COMPACT_AFTER_FRAMES = 1024

export function createSendQueue(bytesMax: number): SendQueue {
  let frames: Uint8Array[] = []
  let head = 0
  /** Bytes of the head frame, prefix included, that were written. */
  let headWritten = 0
  let queuedBytes = 0
  let wireBytes = 0

  function dropHead(frame: Uint8Array): void {
    queuedBytes -= frame.length + QUEUED_FRAME_OVERHEAD_BYTES
    headWritten = 0
    head += 1
    if (head === frames.length || head === COMPACT_AFTER_FRAMES) {
      frames = frames.slice(head)
      head = 0
    }
  }

  /** Copies what fits of one frame and its prefix; returns the bytes copied. */
  function copyFrame(frame: Uint8Array, target: Buffer, start: number): number {
    let offset = start
    if (headWritten < LENGTH_PREFIX_BYTES) {
      const prefix = Buffer.allocUnsafe(LENGTH_PREFIX_BYTES)
      prefix.writeUInt32BE(frame.length)
      offset += prefix.copy(target, offset, headWritten)
    }
    const bodyStart = Math.max(0, headWritten - LENGTH_PREFIX_BYTES)
    const bodyEnd = Math.min(frame.length, bodyStart + target.length - offset)
    target.set(frame.subarray(bodyStart, bodyEnd), offset)
    return offset + bodyEnd - bodyStart - start
  }

  return {
    push(frame) {
      if (queuedBytes + frame.length + QUEUED_FRAME_OVERHEAD_BYTES > bytesMax) return false
      frames.push(frame)
      queuedBytes += frame.length + QUEUED_FRAME_OVERHEAD_BYTES
      wireBytes += frame.length + LENGTH_PREFIX_BYTES
      return true
    },
    get wireBytes() {
      return wireBytes
    },
    takeChunk(chunkBytesMax) {
      const bytes = Buffer.allocUnsafe(Math.min(chunkBytesMax, wireBytes))
      let offset = 0
      let framesEnded = 0
      while (offset < bytes.length) {
        const frame = frames[head] as Uint8Array
        const copied = copyFrame(frame, bytes, offset)
        offset += copied
        headWritten += copied
        if (headWritten === frame.length + LENGTH_PREFIX_BYTES) {
          framesEnded += 1
          dropHead(frame)
        }
      }
      wireBytes -= bytes.length
      return { bytes, framesEnded }
    },
  }
}
