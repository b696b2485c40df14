import { setImmediate as tick } from 'node:timers/promises'
import { test } from 'tap'
import { workInOrder } from '../src/import/in-order.ts'

test('results come in the order of the items, few at a time', async (t) => {
  const done: number[] = []
  let [underWay, most] = [0, 0]
  const work = async (item: number): Promise<number> => {
    underWay += 1
    most = Math.max(most, underWay)
    for (let turns = 0; turns < 10 - item; turns++) await tick()
    underWay -= 1
    return item * 2
  }
  await workInOrder([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3, work, (result) => done.push(result))
  t.same(done, [0, 2, 4, 6, 8, 10, 12, 14, 16, 18])
  t.equal(most, 3)
})

test('after a failure nothing is begun, and what was under way is told', async (t) => {
  const begun: number[] = []
  const done: number[] = []
  const work = async (item: number): Promise<number> => {
    begun.push(item)
    await tick()
    if (item === 1) throw new Error('lost')
    return item
  }
  await t.rejects(
    workInOrder([0, 1, 2, 3, 4, 5, 6, 7], 4, work, (result) => done.push(result)),
    /lost/,
  )
  t.same(
    done,
    [...begun].filter((item) => item !== 1),
  )
  t.ok(begun.length < 8, `${begun.length} were begun`)
})
