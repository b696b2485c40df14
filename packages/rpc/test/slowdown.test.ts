import { test } from 'tap'
import { createSlowdown, crowdedBy, nextCongestion } from '../src/slowdown.ts'

const SAMPLE = { activeMs: 100, usedMs: 100, clientsMs: 50, elapsedMs: 250, delayMs: 5 }

test('the time at work over the processor time of it, within bounds, and 1 where there is little to do', (t) => {
  t.equal(crowdedBy(SAMPLE), 1)
  t.equal(crowdedBy({ ...SAMPLE, usedMs: 50 }), 2)
  t.equal(crowdedBy({ ...SAMPLE, usedMs: 120 }), 1, 'the collector works beside')
  t.equal(crowdedBy({ ...SAMPLE, usedMs: 0 }), 4)
  t.equal(crowdedBy({ ...SAMPLE, activeMs: 20, usedMs: 1 }), 1, 'idle')
  t.end()
})

test('while rounds of the loop are long it doubles, up to a bound, and it goes back by itself', (t) => {
  const long = { ...SAMPLE, delayMs: 60 }
  const up = [1, 2, 3, 4, 5].reduce<readonly number[]>((all) => [...all, nextCongestion(all.at(-1) as number, long)], [1])
  t.same(up, [1, 2, 4, 8, 8, 8])
  t.equal(nextCongestion(8, SAMPLE), 6)
  t.equal(nextCongestion(1, SAMPLE), 1)
  t.equal(nextCongestion(1, { ...long, activeMs: 5 }), 1, 'late timers of an idle loop are not its own doing')
  t.equal(nextCongestion(8, { ...long, clientsMs: 19 }), 6, 'it is not clients who make it slow')
  t.equal(nextCongestion(4, { ...long, clientsMs: 20 }), 8)
  t.equal(nextCongestion(4, { ...long, usedMs: 40 }), 3, 'nor is it where others have the processor')
  t.end()
})

test('a thread that sleeps where it should work is slow', async (t) => {
  const slowdown = createSlowdown(() => 0)
  t.teardown(() => slowdown.stop())
  t.equal(slowdown.factor(), 1)
  await new Promise((resolve) => setTimeout(resolve, 20))
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
  await new Promise((resolve) => setTimeout(resolve, 20))
  t.ok(slowdown.factor() > 2)
})
