import { test } from 'tap'
import * as consensus from '../src/index.ts'
import { Network } from './support/network.ts'

test('four validators make block 1 at once, then a block a batch', (t) => {
  const network = new Network({ module: consensus })
  network.startAll()
  network.runUntil(50)
  t.same(
    network.nodes.map((node) => node.height),
    [1, 1, 1, 1],
    'block 1 is a heartbeat',
  )
  const ids = [network.submit(), network.submit()]
  network.runUntil(100)
  t.same(
    network.nodes.map((node) => node.height),
    [3, 3, 3, 3],
  )
  t.ok(ids.every((id) => network.isFinalEverywhere(id)))
  t.equal(new Set(network.nodes.map((node) => node.headHash)).size, 1)
  t.same(network.violations, [])
  t.end()
})
