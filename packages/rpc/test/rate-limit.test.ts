import { test } from 'tap'
import { DEFAULT_LIMITS, RATED_CLIENTS_MAX } from '../src/limits.ts'
import { RateLimiter } from '../src/rate-limit.ts'

const RATES = { callsPerSecond: 10, callsBurst: 20, loopbackCallsPerSecond: 1_000, loopbackCallsBurst: 2_000 }

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

test('load from this machine is not hindered', (t) => {
  t.ok(DEFAULT_LIMITS.loopbackCallsPerSecond >= 10 * 5_000)
  t.end()
})
