import { LENGTH_PREFIX_BYTES } from './limits.ts'
import { ProtocolViolation } from './violation.ts'

export interface FrameDecoder {
  /**
   * Takes bytes of `source` from `offset` on, at most up to the end of one frame. Returns the offset after the last byte
   * taken and the frame if it is whole; the frame shares no memory with `source`.
   * @throws ProtocolViolation when a prefix announces more than the limit: nothing was allocated for it.
   */
  take(source: Uint8Array, offset: number): { readonly offset: number; readonly frame?: Uint8Array }
}

/** A frame's memory grows with the bytes that came, not with those that its prefix promises. */
const FIRST_ALLOCATION_BYTES = 64 * 1024

/** Cuts a byte stream into frames. Holds one incomplete frame and no other input. */
export function createFrameDecoder(frameBytesMax: number): FrameDecoder {
  let prefixFilled = 0
  let lengthBytes = 0
  let partial: Uint8Array | undefined
  let partialFilled = 0

  function takePrefix(source: Uint8Array, start: number): number {
    let offset = start
    while (prefixFilled < LENGTH_PREFIX_BYTES && offset < source.length) {
      lengthBytes = lengthBytes * 256 + (source[offset] as number)
      prefixFilled += 1
      offset += 1
    }
    if (prefixFilled === LENGTH_PREFIX_BYTES && lengthBytes > frameBytesMax) {
      throw new ProtocolViolation(`a frame of ${lengthBytes} bytes where ${frameBytesMax} are allowed`)
    }
    return offset
  }

  function roomFor(count: number): Uint8Array {
    if (partial === undefined) {
      partial = new Uint8Array(Math.min(lengthBytes, Math.max(FIRST_ALLOCATION_BYTES, count)))
    } else if (partial.length < partialFilled + count) {
      const larger = new Uint8Array(Math.min(lengthBytes, Math.max(2 * partial.length, partialFilled + count)))
      larger.set(partial.subarray(0, partialFilled))
      partial = larger
    }
    return partial
  }

  return {
    take(source, start) {
      let offset = start
      if (prefixFilled < LENGTH_PREFIX_BYTES) {
        offset = takePrefix(source, offset)
        if (prefixFilled < LENGTH_PREFIX_BYTES) return { offset }
      }
      const count = Math.min(lengthBytes - partialFilled, source.length - offset)
      const target = roomFor(count)
      target.set(source.subarray(offset, offset + count), partialFilled)
      partialFilled += count
      offset += count
      if (partialFilled < lengthBytes) return { offset }
      // The last growth is capped by the announced length, which has been reached: the memory is exactly the frame's.
      prefixFilled = 0
      lengthBytes = 0
      partialFilled = 0
      partial = undefined
      return { offset, frame: target }
    },
  }
}
