import { equalBytes } from '@hanse/primitives'
import { decodeControl, encodeControl } from '../../src/control.ts'
import { createFrameDecoder } from '../../src/frame-decoder.ts'
import { LENGTH_PREFIX_BYTES } from '../../src/limits.ts'
import { ProtocolViolation } from '../../src/violation.ts'

const FRAME_BYTES_MAX = 300

function framesOf(bytes: Uint8Array, chunk: number): readonly Uint8Array[] | 'violation' {
  const decoder = createFrameDecoder(FRAME_BYTES_MAX)
  const frames: Uint8Array[] = []
  try {
    for (let start = 0; start < bytes.length; start += chunk) {
      const piece = bytes.subarray(start, start + chunk)
      for (let offset = 0; offset < piece.length; ) {
        const taken = decoder.take(piece, offset)
        if (taken.offset <= offset) throw new Error('the decoder does not move on')
        offset = taken.offset
        if (taken.frame !== undefined) frames.push(taken.frame)
      }
    }
    return frames
  } catch (error) {
    if (error instanceof ProtocolViolation) return 'violation'
    throw error
  }
}

function prefixed(...bodies: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    bodies.flatMap((body) => {
      const prefix = Buffer.alloc(LENGTH_PREFIX_BYTES)
      prefix.writeUInt32BE(body.length)
      return [prefix, body]
    }),
  )
}

function checkFrames(bytes: Uint8Array): string {
  const whole = framesOf(bytes, Math.max(1, bytes.length))
  for (const chunk of [1, 3, 7]) {
    const pieces = framesOf(bytes, chunk)
    if (typeof whole === 'string' || typeof pieces === 'string') {
      if (whole !== pieces) throw new Error('what is refused depends on how the bytes come')
    } else if (pieces.length !== whole.length || !whole.every((frame, index) => equalBytes(frame, pieces[index] as Uint8Array)))
      throw new Error('frames depend on how the bytes come')
  }
  if (whole === 'violation') return 'violation'
  if (whole.some(({ length }) => length > FRAME_BYTES_MAX)) throw new Error('a frame beyond the limit')
  const written = prefixed(...whole)
  if (!equalBytes(written, bytes.subarray(0, written.length))) throw new Error('frames are not what came')
  return `accepted ${Math.min(4, whole.length)}`
}

function checkControl(bytes: Uint8Array): string {
  const message = decodeControl(bytes)
  if (message === undefined) return 'refused'
  if (!equalBytes(encodeControl(message).subarray(LENGTH_PREFIX_BYTES), bytes)) throw new Error('taken, and encodes to other bytes')
  return `accepted ${message.type}`
}

const text = (words: string): Uint8Array => Buffer.from(words)

export const target = {
  name: 'p2p-frames',
  promise: 'a byte stream is cut into the same frames however it comes, none beyond the limit; a control message has one spelling',
  shape: 'bytes',
  seeds: () => [
    { label: 'stream', bytes: prefixed(text('a'), text(''), text('hanse'), new Uint8Array(300)) },
    { label: 'stream', bytes: prefixed(text('cut off')).subarray(0, 9) },
    ...(
      [
        { type: 'hello', instance: '00112233445566aa' },
        { type: 'chosen' },
        { type: 'ping', serial: 7 },
        { type: 'pong', serial: 2 ** 32 - 1 },
      ] as const
    ).map((message) => ({ label: 'control', bytes: encodeControl(message).slice(LENGTH_PREFIX_BYTES) })),
  ],
  check: ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): string =>
    label === 'stream' ? checkFrames(bytes) : checkControl(bytes),
}
