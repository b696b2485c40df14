import { test } from 'tap'
import { TURN_MS, TURN_STARTS_MAX } from '../src/limits.ts'
import { nextTurn } from '../src/next-turn.ts'
import { TurnShare } from '../src/turn-share.ts'

let nowMs = 0
const clock = (): number => nowMs

async function serve(turns: TurnShare, workMs: number, onDone: () => void, client = 'a'): Promise<void> {
  const turn = turns.enter(client)
  if (turn !== undefined) await turn
  nowMs += workMs
  onDone()
}

/** Of the turns of the loop that follow, what was done in each, until everything is. */
async function byTurn(done: readonly unknown[], total: number): Promise<readonly number[]> {
  const counts: number[] = []
  for (let before = done.length; done.length < total && counts.length < 1_000; before = done.length) {
    await nextTurn()
    if (done.length > before) counts.push(done.length - before)
  }
  return counts
}

test('what is asked at once begins over several turns, in its order, and others get in between', async (t) => {
  const turns = new TurnShare(clock)
  const done: number[] = []
  for (let index = 0; index < 9; index++) void serve(turns, TURN_MS / 2, () => done.push(index))
  t.same(done, [0, 1], 'for the time of a turn they begin at once')
  t.same(await byTurn(done, 9), [2, 2, 2, 1])
  t.same(done, [0, 1, 2, 3, 4, 5, 6, 7, 8])
  t.end()
})

test('who comes while others wait waits behind them, and of small ones many begin', async (t) => {
  const turns = new TurnShare(clock)
  const done: number[] = []
  void serve(turns, TURN_MS, () => done.push(0))
  for (let index = 1; index <= 2 * TURN_STARTS_MAX; index++) void serve(turns, 0, () => done.push(index))
  t.same(done, [0])
  t.same(await byTurn(done, 2 * TURN_STARTS_MAX + 1), [TURN_STARTS_MAX, TURN_STARTS_MAX])
  t.same(
    done,
    [...done].sort((left, right) => left - right),
  )
  t.equal(turns.enter('a'), undefined, 'and then nobody waits')
  t.end()
})

test('clients take turns: one that asks little does not wait behind all that another asks', async (t) => {
  const turns = new TurnShare(clock)
  const done: string[] = []
  for (let index = 0; index < 5; index++) void serve(turns, TURN_MS, () => done.push(`a${index}`))
  for (let index = 0; index < 2; index++) void serve(turns, TURN_MS, () => done.push(`b${index}`), 'b')
  await byTurn(done, 7)
  t.same(done, ['a0', 'a1', 'b0', 'a2', 'b1', 'a3', 'a4'])
  t.end()
})
