import fc from 'fast-check'
import { test } from 'tap'
import { decodeControl, encodeControl } from '../src/control.ts'
import { createFrameDecoder } from '../src/frame-decoder.ts'
import { QUEUED_FRAME_OVERHEAD_BYTES } from '../src/limits.ts'
import { createSendQueue } from '../src/send-queue.ts'

const FRAME_BYTES_MAX = 3_000

function decodeAll(pieces: Iterable<Uint8Array>, frameBytesMax = FRAME_BYTES_MAX): Uint8Array[] {
  const decoder = createFrameDecoder(frameBytesMax)
  const frames: Uint8Array[] = []
  for (const piece of pieces) {
    for (let offset = 0; offset < piece.length; ) {
      const taken = decoder.take(piece, offset)
      if (taken.frame !== undefined) frames.push(taken.frame)
      offset = taken.offset
    }
  }
  return frames
}

/** `bytes` in pieces of the given lengths, over and over. */
function* cut(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  for (let offset = 0, index = 0; offset < bytes.length; index++) {
    const length = lengths[index % lengths.length] ?? 1
    yield bytes.subarray(offset, offset + length)
    offset += length
  }
}

const frameLists = fc.array(fc.uint8Array({ maxLength: FRAME_BYTES_MAX }), { maxLength: 20 })
const pieceLengths = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 6 })

test('frames come out as they went in, however writes and reads are cut', async (t) => {
  const property = fc.property(frameLists, pieceLengths, pieceLengths, (frames, writes, reads) => {
    const queue = createSendQueue(1_000_000)
    for (const frame of frames) if (!queue.push(frame)) return false
    const wire: Uint8Array[] = []
    let framesEnded = 0
    for (let index = 0; queue.wireBytes > 0; index++) {
      const chunk = queue.takeChunk(writes[index % writes.length] ?? 1)
      wire.push(chunk.bytes)
      framesEnded += chunk.framesEnded
    }
    const received = decodeAll(cut(Buffer.concat(wire), reads))
    return framesEnded === frames.length && Buffer.concat(received).equals(Buffer.concat(frames)) && received.length === frames.length
  })
  t.doesNotThrow(() => fc.assert(property, { numRuns: 300 }))
})

test('a prefix above the limit is refused before anything is allocated', async (t) => {
  const decoder = createFrameDecoder(100)
  t.throws(() => decoder.take(Buffer.from([0xff, 0xff, 0xff, 0xff]), 0), { name: 'ProtocolViolation' })
  t.throws(() => createFrameDecoder(100).take(Buffer.from([0, 0, 0, 101]), 0), { name: 'ProtocolViolation' })
  t.equal(decodeAll([Buffer.from([0, 0, 0, 100]), Buffer.alloc(100)], 100).length, 1)
})

test('a frame that is only announced takes no memory', async (t) => {
  const before = process.memoryUsage().arrayBuffers
  const decoders = Array.from({ length: 200 }, () => createFrameDecoder(4 * 1024 * 1024))
  for (const decoder of decoders) decoder.take(Buffer.from([0, 0x40, 0, 0, 1]), 0)
  t.ok(process.memoryUsage().arrayBuffers - before < 200 * 100 * 1024)
})

test('a received frame shares no memory with the input', async (t) => {
  const input = Buffer.from([0, 0, 0, 2, 7, 8])
  const [frame] = decodeAll([input])
  input.fill(0)
  t.same(frame, new Uint8Array([7, 8]))
})

test('a send queue is bounded in bytes, empty frames too', async (t) => {
  const queue = createSendQueue(10 * QUEUED_FRAME_OVERHEAD_BYTES)
  const accepted = Array.from({ length: 20 }, () => queue.push(new Uint8Array(0))).filter(Boolean)
  t.equal(accepted.length, 10)
  queue.takeChunk(4)
  t.equal(queue.push(new Uint8Array(0)), true, 'a written frame makes room')
  t.equal(queue.push(new Uint8Array(0)), false)
})

test('a send queue stays small over many frames', async (t) => {
  const queue = createSendQueue(1_000)
  for (let index = 0; index < 100_000; index++) {
    queue.push(new Uint8Array([index & 0xff]))
    const { bytes } = queue.takeChunk(100)
    if (bytes.length !== 5 || bytes[4] !== (index & 0xff)) t.fail(`frame ${index} is ${bytes}`)
  }
  t.equal(queue.wireBytes, 0)
})

test('control messages', async (t) => {
  const messages = [
    { type: 'hello', instance: '0011223344556677' },
    { type: 'chosen' },
    { type: 'ping', serial: 0xffff_ffff },
    { type: 'pong', serial: 7 },
  ] as const
  for (const message of messages) t.same(decodeControl(encodeControl(message).subarray(4)), message)
  for (const malformed of ['', '00', '05', '0100', '0200', '03000000', '0400000000ff']) {
    t.equal(decodeControl(Buffer.from(malformed, 'hex')), undefined, `${malformed} is no message`)
  }
})
