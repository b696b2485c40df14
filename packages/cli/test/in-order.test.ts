import { setImmediate as tick } from 'node:timers/promises'
import { test } from 'tap'
import { createGate, workInOrder } from '../src/import/in-order.ts'

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

test('a gate lets few through at a time, in the order in which they came', async (t) => {
  const gate = createGate(2)
  const begun: number[] = []
  let [underWay, most] = [0, 0]
  const work = async (item: number): Promise<number> => {
    begun.push(item)
    underWay += 1
    most = Math.max(most, underWay)
    for (let turns = 0; turns < 5 - item; turns++) await tick()
    underWay -= 1
    return item
  }
  t.same(await Promise.all([0, 1, 2, 3, 4].map((item) => gate(async () => await work(item)))), [0, 1, 2, 3, 4])
  t.same([begun, most], [[0, 1, 2, 3, 4], 2])
  t.equal(await gate(async () => await work(5)), 5, 'it is open again')
})

test('after a failure a gate begins nothing that waits', async (t) => {
  const gate = createGate(1)
  let begun = 0
  const work = async (): Promise<void> => {
    begun += 1
    await tick()
    throw new Error('lost')
  }
  const settled = await Promise.allSettled([gate(work), gate(work), gate(work)])
  t.equal(begun, 1)
  for (const one of settled) t.match(one, { status: 'rejected', reason: { message: 'lost' } })
})
