import { test } from 'tap'
import { clientFrame, OPCODE, ServerFrames } from '../../src/load/frames.ts'

/** RFC 6455 §5.3, as a server undoes it. */
function unmasked(frame: Buffer): { readonly opcode: number; readonly text: string } {
  const short = (frame[1] as number) & 0x7f
  const head = short < 126 ? 2 : short === 126 ? 4 : 10
  const length = head === 2 ? short : head === 4 ? frame.readUInt16BE(2) : Number(frame.readBigUInt64BE(2))
  const mask = frame.subarray(head, head + 4)
  const payload = frame.subarray(head + 4).map((byte, index) => byte ^ (mask[index % 4] as number))
  if (payload.length !== length) throw new Error(`${payload.length} bytes instead of ${length}`)
  return { opcode: (frame[0] as number) & 0x0f, text: Buffer.from(payload).toString('utf8') }
}

function serverFrame(text: string, opcode: number = OPCODE.text): Buffer {
  const payload = Buffer.from(text)
  const head = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 65_536 ? 4 : 10)
  head[0] = 0x80 | opcode
  head[1] = head.length === 2 ? payload.length : head.length === 4 ? 126 : 127
  if (head.length === 4) head.writeUInt16BE(payload.length, 2)
  if (head.length === 10) head.writeBigUInt64BE(BigInt(payload.length), 2)
  return Buffer.concat([head, payload])
}

const LENGTHS = [0, 1, 125, 126, 65_535, 65_536]

test('a client’s frame is final, masked, and what it was made of', (t) => {
  for (const length of LENGTHS) {
    const text = 'x'.repeat(length)
    const frame = clientFrame(Buffer.from(text))
    t.equal((frame[0] as number) & 0x80, 0x80)
    t.equal((frame[1] as number) & 0x80, 0x80)
    t.same(unmasked(frame), { opcode: OPCODE.text, text }, `${length} bytes`)
  }
  t.equal(unmasked(clientFrame(Buffer.from('hm'), OPCODE.pong)).opcode, OPCODE.pong)
  t.end()
})

test('a server’s frames are found wherever the stream is cut', (t) => {
  const texts = LENGTHS.map((length) => 'y'.repeat(length))
  const stream = Buffer.concat(texts.map((text) => serverFrame(text)))
  for (const size of [101, 1_000, stream.length]) {
    const found: string[] = []
    const frames = new ServerFrames((_, payload) => found.push(payload.toString()))
    for (let at = 0; at < stream.length; at += size) frames.push(stream.subarray(at, at + size))
    t.same(found, texts, `in pieces of ${size}`)
  }
  const found: string[] = []
  const frames = new ServerFrames((_, payload) => found.push(payload.toString()))
  for (const byte of Buffer.concat([serverFrame('short'), serverFrame('z'.repeat(126))])) frames.push(Buffer.of(byte))
  t.same(found, ['short', 'z'.repeat(126)], 'byte by byte')
  t.end()
})

test('control frames keep their kind', (t) => {
  const found: (readonly [number, string])[] = []
  const frames = new ServerFrames((opcode, payload) => found.push([opcode, payload.toString()]))
  frames.push(Buffer.concat([serverFrame('still there?', OPCODE.ping), serverFrame('', OPCODE.close)]))
  t.same(found, [
    [OPCODE.ping, 'still there?'],
    [OPCODE.close, ''],
  ])
  t.end()
})
