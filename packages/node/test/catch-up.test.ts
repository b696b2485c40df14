import type { Clock } from '@hanse/ports'
import { test } from 'tap'
import { watchCatchUp } from '../src/catch-up.ts'
import type { NodeProgress } from '../src/node-options.ts'

/** A clock that fires when it is told to. */
function handClock(): { readonly clock: Clock; fire(): void; waiting(): boolean } {
  let due: (() => void) | undefined
  return {
    clock: {
      nowMs: () => 0,
      startTimer: (_durationMs, onFire) => {
        due = onFire
        return {
          stop: () => {
            due = undefined
          },
        }
      },
    },
    fire: () => {
      const fire = due
      due = undefined
      fire?.()
    },
    waiting: () => due !== undefined,
  }
}

type Status = Parameters<typeof watchCatchUp>[0] extends () => infer S ? S : never

test('it tells the blocks that were fetched of those that were missing, until the node is in step', (t) => {
  const told: (NodeProgress | undefined)[] = []
  const { clock, fire, waiting } = handClock()
  const statuses: Status[] = [
    { state: 'stalled', height: 100, lag: 0 },
    { state: 'syncing', height: 100, lag: 400 },
    { state: 'syncing', height: 300, lag: 250 },
    { state: 'stalled', height: 545, lag: 5 },
    { state: 'synced', height: 551, lag: 0 },
  ]
  const expected = [
    undefined,
    { what: 'fetching blocks', done: 0, total: 400 },
    { what: 'fetching blocks', done: 200, total: 450 },
    undefined,
    undefined,
  ]
  watchCatchUp(
    () => statuses.shift() as Status,
    clock,
    (progress) => told.push(progress),
  )
  for (let step = 1; step < expected.length; step++) {
    t.ok(waiting(), 'it looks again')
    fire()
  }
  t.same(told, expected)
  t.notOk(waiting(), 'it ends with the first time in step')
  t.end()
})

test('what it gives ends it', (t) => {
  const { clock, waiting } = handClock()
  const end = watchCatchUp(
    () => ({ state: 'starting', height: 0, lag: 0 }),
    clock,
    () => undefined,
  )
  t.ok(waiting())
  end()
  t.notOk(waiting())
  t.end()
})
