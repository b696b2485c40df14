import { HELD_UPDATE_STREAMS_MAX, WINDOW_UPDATE_BYTES_MIN } from './limits.ts'
import { FLAGS_OFFSET, LENGTH_OFFSET, MUXER_HEADER_BYTES, STREAM_OFFSET, TYPE_OFFSET, TYPE_WINDOW_UPDATE } from './muxer-frame.ts'

/**
 * yamux gives window back for every piece that it reads: a frame out for each frame in, with an encryption and two system calls. Held
 * back here until it is worth one; the peer may send a window less that much.
 */
export class WindowUpdates {
  /** By stream: window that the peer was not told of. One that the peer resets stays, as nothing leaves for it: hence the limit. */
  readonly #owed = new Map<number, number>()

  /** What leaves instead of `frame`; undefined when nothing does yet. */
  pass(frame: Uint8Array): Uint8Array | undefined {
    if (frame.length !== MUXER_HEADER_BYTES || frame[TYPE_OFFSET] !== TYPE_WINDOW_UPDATE) return frame
    const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
    const stream = view.getUint32(STREAM_OFFSET)
    if (view.getUint16(FLAGS_OFFSET) !== 0) {
      this.#owed.delete(stream)
      return frame
    }
    if (this.#owed.size >= HELD_UPDATE_STREAMS_MAX && !this.#owed.has(stream)) return frame
    const owed = (this.#owed.get(stream) ?? 0) + view.getUint32(LENGTH_OFFSET)
    if (owed < WINDOW_UPDATE_BYTES_MIN) {
      this.#owed.set(stream, owed)
      return undefined
    }
    this.#owed.delete(stream)
    view.setUint32(LENGTH_OFFSET, owed)
    return frame
  }
}
