import { setImmediate as nextRound } from 'node:timers/promises'
import { test } from 'tap'
import { ClientTurns } from '../src/client-turns.ts'
import { REQUESTS_PER_ROUND } from '../src/limits.ts'

/** Takes turns for so many requests at once: how many have begun so far. */
function many(turns: ClientTurns, client: string, requests: number): () => number {
  let begun = 0
  for (let request = 0; request < requests; request++) {
    const turn = turns.take(client)
    if (turn === undefined) begun += 1
    else
      turn.then(() => {
        begun += 1
      })
  }
  return () => begun
}

test('a client has a bounded number of requests begin in a round of the loop, and another one does not wait for it', async (t) => {
  const turns = new ClientTurns()
  const flood = many(turns, 'flood', 10 * REQUESTS_PER_ROUND)
  for (let round = 1; round <= 10; round++) {
    t.equal(flood(), round * REQUESTS_PER_ROUND)
    t.equal(turns.take('other'), undefined, 'another client begins at once')
    await nextRound()
  }
  await nextRound()
  t.equal(turns.take('flood'), undefined, 'what it did is forgotten with the round')
})

test('requests of a client begin in the order in which they came, new ones after those that wait', async (t) => {
  const turns = new ClientTurns()
  for (let request = 0; request < REQUESTS_PER_ROUND; request++) turns.take('one')
  const order: number[] = []
  const waiting = Array.from({ length: REQUESTS_PER_ROUND }, (_, index) => turns.take('one')?.then(() => order.push(index)))
  await nextRound()
  const late = turns.take('one')
  t.not(late, undefined, 'this round is used up by those that waited')
  await Promise.all([...waiting, late?.then(() => order.push(REQUESTS_PER_ROUND))])
  t.strictSame(order, [...order.keys()])
  t.equal(order.length, REQUESTS_PER_ROUND + 1)
})
