import { test } from 'tap'
import { BatchPace } from '../src/batch-pace.ts'

function paced(waitMsMax: number) {
  const times = { active: 0, idle: 0 }
  const pace = new BatchPace(waitMsMax, () => ({ ...times }))
  return {
    /** What a batch waits after the loop has worked and had nothing to do for so long. */
    after: (active: number, idle: number, waitMs = 20): number => {
      times.active += active
      times.idle += idle
      return pace.next(waitMs)
    },
  }
}

test('a batch waits longer the less of a node’s time is left', (t) => {
  const { after } = paced(200)
  const rows: readonly (readonly [active: number, idle: number, waitMs: number])[] = [
    [0, 1_000, 20],
    [500, 500, 40],
    [750, 250, 80],
    [900, 100, 200],
    [1_000, 0, 200],
    [100, 900, 22],
  ]
  for (const [active, idle, waitMs] of rows) t.equal(after(active, idle), waitMs, `${active} ms of work, ${idle} ms without`)
  t.end()
})

test('a moment says nothing: what was seen last holds until enough time has passed', (t) => {
  const { after } = paced(200)
  t.equal(after(50, 50), 40)
  t.equal(after(30, 0), 40)
  t.equal(after(0, 30), 40, 'the two together are half and half again')
  t.equal(after(0, 60), 20)
  t.end()
})

test('what is set above the limit is kept', (t) => {
  const { after } = paced(200)
  t.equal(after(900, 100, 500), 500)
  t.end()
})
