import { test } from 'tap'
import { HELD_UPDATE_STREAMS_MAX, INBOUND_STREAMS_MAX, STREAM_WINDOW_BYTES, WINDOW_UPDATE_BYTES_MIN } from '../src/limits.ts'
import { WindowUpdates } from '../src/window-updates.ts'

function header(type: number, flags: number, stream: number, length: number): Buffer {
  const frame = Buffer.alloc(12)
  frame[1] = type
  frame.writeUInt16BE(flags, 2)
  frame.writeUInt32BE(stream, 4)
  frame.writeUInt32BE(length, 8)
  return frame
}

const DATA = 0
const WINDOW_UPDATE = 1
const [SYN, RST] = [1, 8]

test('window is given back in large pieces, by stream, and all of it', (t) => {
  const updates = new WindowUpdates()
  let [read, given] = [0, 0]
  for (let piece = 0; piece < 5_000; piece++) {
    const bytes = 1 + ((piece * 7_919) % 700)
    read += bytes
    const out = updates.pass(header(WINDOW_UPDATE, 0, 5, bytes))
    if (out !== undefined) given += Buffer.from(out).readUInt32BE(8)
    t.equal(updates.pass(header(WINDOW_UPDATE, 0, 7, 1)) === undefined, true) || t.bailout('another stream')
    if (read - given >= WINDOW_UPDATE_BYTES_MIN) t.fail(`${read - given} bytes are held back`)
  }
  t.ok(given > 20 * WINDOW_UPDATE_BYTES_MIN)
  t.ok(WINDOW_UPDATE_BYTES_MIN < STREAM_WINDOW_BYTES / 2, 'a peer never waits for window that it is owed')
  t.end()
})

test('everything else passes as it is, and flags end what was owed', (t) => {
  const updates = new WindowUpdates()
  for (const frame of [header(DATA, 0, 5, 0), header(WINDOW_UPDATE, SYN, 5, 0), Buffer.from('0102', 'hex')])
    t.equal(updates.pass(frame), frame)
  t.equal(updates.pass(header(WINDOW_UPDATE, 0, 5, WINDOW_UPDATE_BYTES_MIN - 1)), undefined)
  t.ok(updates.pass(header(WINDOW_UPDATE, RST, 5, 0)))
  t.equal(updates.pass(header(WINDOW_UPDATE, 0, 5, 1)), undefined, 'a new stream of this number owes nothing')
  t.end()
})

test('streams that the peer resets take no more memory than a few', (t) => {
  t.ok(HELD_UPDATE_STREAMS_MAX > INBOUND_STREAMS_MAX, 'the streams of an honest peer have room')
  const updates = new WindowUpdates()
  let stream = 1
  for (; stream <= HELD_UPDATE_STREAMS_MAX; stream++) t.equal(updates.pass(header(WINDOW_UPDATE, 0, stream, 1)), undefined)
  for (; stream <= 1_000; stream++) {
    const frame = header(WINDOW_UPDATE, 0, stream, 1)
    if (updates.pass(frame) !== frame || frame.readUInt32BE(8) !== 1) t.bailout(`an update of stream ${stream} is held back`)
  }
  t.equal(updates.pass(header(WINDOW_UPDATE, 0, 1, 1)), undefined, 'those that came before are held as ever')
  const rest = updates.pass(header(WINDOW_UPDATE, 0, 1, WINDOW_UPDATE_BYTES_MIN))
  t.equal(Buffer.from(rest ?? []).readUInt32BE(8), WINDOW_UPDATE_BYTES_MIN + 2, 'and lose nothing')
  t.equal(updates.pass(header(WINDOW_UPDATE, 0, stream, 1)), undefined, 'which gives the next one its room')
  t.end()
})
