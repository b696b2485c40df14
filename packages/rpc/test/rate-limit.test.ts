import { test } from 'tap'
import { DEFAULT_LIMITS, RATED_CLIENTS_MAX } from '../src/limits.ts'
import { RateLimiter } from '../src/rate-limit.ts'

const RATES = {
  remote: { perSecond: 10, burst: 20, msEach: 2 },
  local: { perSecond: 1_000, burst: 2_000, msEach: 0.5 },
}

function spent(limiter: RateLimiter, client: string, nowMs: number): number {
  let calls = 0
  while (limiter.take(client, 1, nowMs)) calls += 1
  return calls
}

test('a burst, then the rate, up to the burst again', (t) => {
  const limiter = new RateLimiter(RATES)
  t.equal(spent(limiter, '10.0.0.1', 0), 20)
  t.equal(spent(limiter, '10.0.0.1', 1_000), 10)
  t.equal(spent(limiter, '10.0.0.1', 1_050), 0)
  t.equal(spent(limiter, '10.0.0.1', 1_100), 1)
  t.equal(spent(limiter, '10.0.0.1', 1_000_000), 20)
  t.end()
})

test('on a machine that others keep busy the rate is less', (t) => {
  let slowdown = 1
  const limiter = new RateLimiter(RATES, () => slowdown)
  t.equal(spent(limiter, '10.0.0.1', 0), 20)
  slowdown = 2
  t.equal(spent(limiter, '10.0.0.1', 1_000), 5)
  limiter.charge('10.0.0.1', 20, 0, 1_000)
  t.equal(limiter.waitMs('10.0.0.1', 1_000), 2_000)
  t.end()
})

test('who uses the most is slowed down the most, and it is forgotten', (t) => {
  const limiter = new RateLimiter(RATES, () => 9)
  t.equal(spent(limiter, '10.0.0.1', 0), 20)
  t.ok(limiter.take('10.0.0.2', 5, 0))
  limiter.owe('10.0.0.2', 17, 0)
  limiter.owe('10.0.0.1', 68, 0)
  t.equal(limiter.waitMs('10.0.0.1', 0), 18_000, '20 calls at a ninth of 10 a second')
  t.equal(limiter.waitMs('10.0.0.2', 0), 600, '2 calls: it has used a quarter as much, and is slowed down threefold')
  t.equal(limiter.waitMs('10.0.0.3', 0), 0)
  t.ok(limiter.take('10.0.0.3', 20, 60_000))
  limiter.owe('10.0.0.3', 1, 60_000)
  t.equal(limiter.waitMs('10.0.0.3', 60_000), 900, 'who is alone uses the most')
  t.end()
})

test('each client for itself; this machine more', (t) => {
  const limiter = new RateLimiter(RATES)
  spent(limiter, '10.0.0.1', 0)
  t.equal(spent(limiter, '10.0.0.2', 0), 20)
  t.equal(spent(limiter, 'bank-a', 0), 20)
  t.equal(spent(limiter, '127.0.0.1', 0), 2_000)
  t.end()
})

test('costly calls take more, and one that costs more than the burst passes when the bucket is full', (t) => {
  const limiter = new RateLimiter(RATES)
  t.ok(limiter.take('a', 5, 0))
  t.notOk(limiter.take('a', 80, 0))
  t.ok(limiter.take('a', 80, 1_000))
  t.notOk(limiter.take('a', 1, 2_000), 'and is paid off later')
  t.ok(limiter.take('a', 1, 10_000))
  t.end()
})

test('a clock that goes back gives nothing and takes nothing', (t) => {
  const limiter = new RateLimiter(RATES)
  t.ok(limiter.take('a', 20, 10_000))
  t.notOk(limiter.take('a', 1, 0))
  t.ok(limiter.take('a', 1, 100))
  t.end()
})

test('it remembers a bounded number of clients', (t) => {
  const limiter = new RateLimiter(RATES)
  spent(limiter, 'first', 0)
  for (let index = 0; index < RATED_CLIENTS_MAX; index++) limiter.take(`client-${index}`, 1, 0)
  t.equal(spent(limiter, 'first', 0), 20, 'the eldest was forgotten')
  t.end()
})

test('what takes longer than its calls paid for is a debt, and a debt has its limit', (t) => {
  const limiter = new RateLimiter(RATES)
  limiter.charge('a', 10, 5, 0)
  t.equal(spent(limiter, 'a', 0), 20, '2 ms a call: 10 ms were paid for by 5 calls')
  limiter.charge('a', 10, 1, 0)
  t.equal(limiter.waitMs('a', 0), 400, 'four calls more')
  t.notOk(limiter.take('a', 0, 0), 'not even what costs nothing')
  t.equal(limiter.waitMs('a', 400), 0)
  t.notOk(limiter.take('a', 1, 400))
  t.ok(limiter.take('a', 1, 500))
  limiter.charge('a', 1e9, 0, 500)
  t.equal(limiter.waitMs('a', 500), 2_000, 'as long as the burst takes to fill')
  t.equal(limiter.waitMs('b', 500), 0, 'each for itself')
  t.end()
})

test('what takes long at a stretch costs more than the same in pieces', (t) => {
  const [whole, pieces] = [new RateLimiter(RATES), new RateLimiter(RATES)]
  whole.charge('a', 26, 0, 0)
  for (let piece = 0; piece < 2; piece++) pieces.charge('a', 13, 0, 0)
  t.equal(pieces.waitMs('a', 0), 0)
  t.equal(spent(pieces, 'a', 0), 7, '26 ms are 13 calls of 20')
  t.equal(spent(whole, 'a', 0), 5, 'the millisecond beyond 25 counts four times')
  t.end()
})

test('what is owed for a time is what comes back in it', (t) => {
  const limiter = new RateLimiter(RATES)
  t.ok(limiter.has('a', 20, 0))
  limiter.oweTime('a', 3_000, 0)
  t.notOk(limiter.has('a', 0, 0))
  t.equal(limiter.waitMs('a', 0), 1_000, 'thirty calls, and twenty were saved up')
  t.equal(limiter.delayMs('a', 0), 1_000)
  t.equal(limiter.delayMs('a', 990), 100, 'not less than a tenth of a second')
  limiter.oweTime('a', 1e9, 0)
  t.equal(limiter.waitMs('a', 0), 2_000, 'and not more than the burst')
  t.end()
})

test('load from this machine is not hindered, and leaves the chain its part of the processor', (t) => {
  t.ok(DEFAULT_LIMITS.loopbackCallsPerSecond >= 10_000)
  t.ok(DEFAULT_LIMITS.loopbackProcessorMsPerSecond <= 600)
  t.end()
})
