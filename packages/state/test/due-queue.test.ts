import fc from 'fast-check'
import { test } from 'tap'
import { type DueQueue, dueQueue } from '../src/data/due-queue.ts'
import type { StateWriter } from '../src/module.ts'
import { memoryState } from './support/memory-state.ts'

function taken(queue: DueQueue, state: StateWriter, nowMs: number, itemsMax: number, eventsPerItemMax = 0): readonly string[] {
  const items: string[] = []
  queue.workOff(state, nowMs, { itemsMax, eventsPerItemMax }, (item) => items.push(item))
  return items
}

test('items come when they are due, earliest first, in order within a bucket', (t) => {
  const queue = dueQueue({ module: 'm', name: 'due', bucketMs: 100 })
  const state = memoryState()
  queue.schedule(state, 1_750_000_000_250, 'late')
  queue.schedule(state, 1_750_000_000_101, 'first')
  queue.schedule(state, 1_750_000_000_200, 'second')
  t.equal(queue.nextDueMs(state), 1_750_000_000_200, 'rounded up')
  t.same(taken(queue, state, 1_750_000_000_199, 10), [], 'never early')
  t.same(taken(queue, state, 1_750_000_000_200, 1), ['first'], 'at most the limit')
  t.same(taken(queue, state, 1_750_000_000_299, 10), ['second'])
  t.same(taken(queue, state, 1_750_000_000_300, 10), ['late'])
  t.equal(queue.nextDueMs(state), undefined)
  t.equal(state.size, 0, 'an empty queue leaves nothing behind')
  t.end()
})

test('what might not fit into the receipt stays due', (t) => {
  const queue = dueQueue({ module: 'm', name: 'due', bucketMs: 100 })
  const state = { ...memoryState(), eventsLeft: 7 }
  for (const item of ['one', 'two', 'three']) queue.schedule(state, 100, item)
  const items: string[] = []
  queue.workOff(state, 100, { itemsMax: 10, eventsPerItemMax: 3 }, (item) => {
    items.push(item)
    state.eventsLeft -= 3
  })
  t.same(items, ['one', 'two'])
  t.equal(queue.nextDueMs(state), 100)
  t.same(taken(queue, { ...state, eventsLeft: 3 }, 100, 10, 3), ['three'])
  t.end()
})

test('agrees with a sorted list', (t) => {
  const step = fc.oneof(
    fc.record({ type: fc.constant('schedule' as const), timeMs: fc.oneof(fc.nat({ max: 5_000 }), fc.maxSafeNat()) }),
    fc.record({
      type: fc.constant('take' as const),
      nowMs: fc.oneof(fc.nat({ max: 6_000 }), fc.maxSafeNat()),
      limit: fc.integer({ min: 1, max: 5 }),
    }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.constantFrom(97, 1_000, 60_000), (steps, bucketMs) => {
      const queue = dueQueue({ module: 'm', name: 'due', bucketMs })
      const state = memoryState()
      let model: { dueMs: number; id: string }[] = []
      for (const [index, action] of steps.entries()) {
        if (action.type === 'schedule') {
          queue.schedule(state, action.timeMs, `${index}`)
          model.push({ dueMs: Math.ceil(action.timeMs / bucketMs) * bucketMs, id: `${index}` })
          model = model.toSorted((left, right) => left.dueMs - right.dueMs)
          continue
        }
        const due = model.filter(({ dueMs }) => dueMs <= action.nowMs).slice(0, action.limit)
        model = model.slice(due.length)
        t.same(
          taken(queue, state, action.nowMs, action.limit),
          due.map(({ id }) => id),
        )
      }
      if (model.length === 0 && state.size !== 0) throw new Error('an empty queue left records behind')
    }),
    { numRuns: 60 },
  )
  t.end()
})
