import { test } from 'tap'
import { assertLimits, DEFAULT_LIMITS, STREAM_WINDOW_BYTES } from '../src/limits.ts'
import { createHeaderCheck } from '../src/muxer-guard.ts'
import { createTokenBucket } from '../src/token-bucket.ts'
import { createManualClock } from './clocks.ts'

test('a token bucket', async (t) => {
  const clock = createManualClock()
  const bucket = createTokenBucket({ perSecond: 1_000, burst: 500 }, clock)
  t.equal(bucket.take(500), true, 'it is full at first')
  t.equal(bucket.take(1), false)
  t.equal(bucket.waitMs(100), 100)
  clock.advance(100)
  t.equal(bucket.waitMs(100), 0)
  t.equal(bucket.take(101), false, 'and nothing is taken')
  t.equal(bucket.take(100), true)
  clock.advance(3_600_000)
  t.equal(bucket.take(501), false, 'it never holds more than a burst')
  t.equal(bucket.take(500), true)
  clock.advance(-3_600_000)
  t.equal(bucket.take(1), false, 'a clock that jumps back gives nothing')
  clock.advance(10)
  t.equal(bucket.take(10), true, 'nor takes anything')
})

test('an honest sender never exceeds what a receiver allows', async (t) => {
  const clock = createManualClock()
  const { sendRate, receiveRate } = DEFAULT_LIMITS
  const sender = createTokenBucket({ perSecond: sendRate.bytesPerSecond, burst: sendRate.burstBytes }, clock)
  const receiver = createTokenBucket({ perSecond: receiveRate.bytesPerSecond, burst: receiveRate.burstBytes }, clock)
  let refused = 0
  for (let step = 0; step < 50_000; step++) {
    while (sender.take(65_000)) if (!receiver.take(65_000)) refused += 1
    clock.advance(step % 1_000 === 0 ? 700 : 1)
  }
  t.equal(refused, 0)
})

test('limits that contradict each other are refused', async (t) => {
  t.doesNotThrow(() => assertLimits(DEFAULT_LIMITS))
  t.throws(() => assertLimits({ ...DEFAULT_LIMITS, sendRate: DEFAULT_LIMITS.receiveRate }))
  t.throws(() => assertLimits({ ...DEFAULT_LIMITS, sendRate: { bytesPerSecond: 1, burstBytes: 100 } }))
  t.throws(() => assertLimits({ ...DEFAULT_LIMITS, sendQueueBytesMax: { consensus: 1, transactions: 1, sync: 1 } }))
})

const DATA = 0
const WINDOW_UPDATE = 1
const PING = 2

function muxerHeader(type: number, length: number): Buffer {
  const header = Buffer.alloc(12)
  header[1] = type
  header.writeUInt32BE(length, 8)
  return header
}

test('muxer frames are walked over, whole or in bytes', async (t) => {
  const wire = Buffer.concat([
    muxerHeader(DATA, 5),
    Buffer.from('ffff0'),
    muxerHeader(WINDOW_UPDATE, 0xffff_ffff),
    muxerHeader(DATA, 0),
    muxerHeader(DATA, STREAM_WINDOW_BYTES),
    Buffer.alloc(STREAM_WINDOW_BYTES),
    muxerHeader(PING, 9),
  ])
  const whole = createHeaderCheck(DEFAULT_LIMITS, createManualClock())
  t.doesNotThrow(() => whole(wire))
  const bytewise = createHeaderCheck(DEFAULT_LIMITS, createManualClock())
  t.doesNotThrow(() => {
    for (let index = 0; index < wire.length; index++) bytewise(wire.subarray(index, index + 1))
  })
  t.throws(() => whole(muxerHeader(DATA, STREAM_WINDOW_BYTES + 1)), { name: 'ProtocolViolation' }, 'more than a window')
})

test('floods of muxer frames and of pings are refused', async (t) => {
  const check = createHeaderCheck({ muxerFramesPerSecondMax: 100 }, createManualClock())
  t.throws(() => {
    for (let count = 0; count < 301; count++) check(muxerHeader(WINDOW_UPDATE, 1))
  }, /small muxer frames/)
  const pinged = createHeaderCheck(DEFAULT_LIMITS, createManualClock())
  t.throws(() => {
    for (let count = 0; count < 11; count++) pinged(muxerHeader(PING, 1))
  }, /pings/)
})
