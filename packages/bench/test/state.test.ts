import { nodeHome } from '@hanse/devnet'
import { inspectNode, snapshotHome } from '@hanse/node'
import { test } from 'tap'
import { createNetwork } from '../src/network.ts'
import { measureBlocks } from '../src/state/block-cost.ts'
import { growStore } from '../src/state/grown-store.ts'
import { KeyOrder } from '../src/state/key-order.ts'
import { timeStart } from '../src/state/timed-start.ts'

const KEYS = 12_000

test('a store that was grown is one that a node takes: it starts on it, verifies it, and goes on from it', async (t) => {
  const network = await createNetwork(4)
  t.teardown(() => network.close())
  const home = nodeHome(network.devnet, 'bank-a')
  await growStore(home, KEYS, () => undefined)
  const start = await timeStart(network.devnet, 'bank-a')
  t.ok(start.verifiedSeconds >= start.answerSeconds && start.cpuSeconds > 0)
  const snapshot = await snapshotHome(home)
  t.ok(snapshot.ok && snapshot.value.records === KEYS, 'a snapshot has the keys that were asked for')
  const cost = await measureBlocks(home, { count: 2, transactionsPerBlock: 20 }, () => undefined)
  t.ok(cost.executeUs > 0 && cost.encodeUs > 0 && cost.writeUs > 0)
  t.same((await inspectNode(home, { count: true, verify: 'all', invariants: true })).problems, [])
})

test('hashes are put in order whatever their number', (t) => {
  const hashOf = (index: number): Uint8Array => new Uint8Array(32).fill((index * 7) % 11)
  for (const count of [0, 1, 11]) {
    const order = new KeyOrder(hashOf, count)
    const sorted = [...order.sorted()]
    t.same(
      sorted.map((index) => order.hash(index)[0]),
      Array.from({ length: count }, (_, index) => (index * 7) % 11).sort((left, right) => left - right),
    )
    t.equal(new Set(sorted).size, count)
  }
  t.end()
})
