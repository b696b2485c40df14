import { test } from 'tap'
import { createSlowdown, slowdownOf } from '../src/slowdown.ts'

test('the time at work over the processor time of it, within bounds, and 1 where there is little to do', (t) => {
  t.equal(slowdownOf(100, 100, 250), 1)
  t.equal(slowdownOf(100, 50, 250), 2)
  t.equal(slowdownOf(100, 120, 250), 1, 'the collector works beside')
  t.equal(slowdownOf(250, 0, 250), 8)
  t.equal(slowdownOf(20, 1, 250), 1, 'idle')
  t.end()
})

test('a thread that sleeps where it should work is slow', async (t) => {
  const slowdown = createSlowdown()
  t.equal(slowdown(), 1)
  await new Promise((resolve) => setTimeout(resolve, 1))
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
  await new Promise((resolve) => setTimeout(resolve, 1))
  t.ok(slowdown() > 2, `${slowdown()}`)
  t.end()
})
