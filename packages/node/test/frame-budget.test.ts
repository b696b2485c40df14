import { CHANNELS } from '@hanse/ports'
import { test } from 'tap'
import { FRAMES_BURST_SECONDS, FRAMES_PER_SECOND_MAX, FrameBudget } from '../src/frame-budget.ts'

test('a burst, then the rate, each channel for itself', (t) => {
  for (const channel of CHANNELS) {
    const rate = FRAMES_PER_SECOND_MAX[channel]
    const budget = new FrameBudget(1_000)
    const take = (count: number, nowMs: number): number =>
      Array.from({ length: count }, () => budget.take(channel, nowMs)).filter(Boolean).length
    t.equal(take(2 * rate * FRAMES_BURST_SECONDS, 1_000), rate * FRAMES_BURST_SECONDS, `${channel}: a burst`)
    t.equal(take(rate, 1_500), rate / 2, 'half a second later')
    t.equal(take(rate, 500), 0, 'a clock that jumps back gives nothing')
    t.equal(take(2 * rate * FRAMES_BURST_SECONDS, 10_000_000), rate * FRAMES_BURST_SECONDS, 'one that jumps ahead no more than a burst')
    for (const other of CHANNELS) if (other !== channel) t.ok(budget.take(other, 10_000_000), `${other} has its own`)
  }
  t.end()
})

test('a peer that stays below the rate is never refused', (t) => {
  const budget = new FrameBudget(0)
  let refused = 0
  for (let second = 0; second < 60; second++) {
    for (let frame = 0; frame < FRAMES_PER_SECOND_MAX.consensus; frame++) if (!budget.take('consensus', second * 1_000)) refused += 1
  }
  t.equal(refused, 0)
  t.end()
})
