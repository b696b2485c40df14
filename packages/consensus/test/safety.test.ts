import { test } from 'tap'
import * as consensus from '../src/index.ts'
import { TIMEOUTS } from './support/fixtures.ts'
import { Network } from './support/network.ts'
import { runSchedule } from './support/schedule.ts'

const DEFAULT_SEEDS = '1-80'
/** Of faults, in a run; then everything that is pending must become final. */
const FAULTY_MS = 3_000

/** `HANSE_CONSENSUS_SEEDS=A-B` runs others. */
function seeds(): readonly number[] {
  const [from = 1, to = from] = (process.env['HANSE_CONSENSUS_SEEDS'] ?? DEFAULT_SEEDS).split('-').map(Number)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

test('random schedules: loss, delay, partitions, crashes at any effect, at most f Byzantine', (t) => {
  let blocks = 0
  let views = 0
  for (const seed of seeds()) {
    const { network, faults } = runSchedule(consensus, seed, { faultyMs: FAULTY_MS })
    if (faults.length > 0) t.fail(`seed ${seed}: ${faults.join('; ')}`)
    blocks += network.honest[0]!.height
    views += network.honest[0]!.engine!.describe().view
  }
  t.ok(blocks > 5 * seeds().length, `${blocks} blocks, no two of them at one height`)
  t.ok(views > seeds().length / 4, `${views} view changes`)
  t.end()
})

test('small scope: at least four views and three heights, three honest and one Byzantine', (t) => {
  for (const seed of seeds().slice(0, 40)) {
    const { faults } = runSchedule(consensus, 1_000_000 + seed, { faultyMs: FAULTY_MS, validators: 4, smallScope: true })
    if (faults.length > 0) t.fail(`seed ${1_000_000 + seed}: ${faults.join('; ')}`)
  }
  t.pass('agreement, one vote a slot, liveness')
  t.end()
})

test('the same seed gives the same run', (t) => {
  const run = (): readonly unknown[] => {
    const { network } = runSchedule(consensus, 42, { faultyMs: FAULTY_MS })
    return [network.steps, network.queue.nowMs, ...network.nodes.map((node) => [node.headHash, node.log.length])]
  }
  t.same(run(), run())
  t.end()
})

test('after an hour without a quorum it takes at most two capped timeouts', (t) => {
  const network = new Network({ module: consensus, engine: { timeouts: { ...TIMEOUTS, statusMs: 2_000 } } })
  network.startAll()
  network.runUntil(100)
  for (const index of [0, 1]) network.node(index).crash()
  const id = network.submit([2, 3])
  network.runUntil(3_600_000)
  t.notOk(network.node(2).finalIds.has(id))
  for (const index of [0, 1]) network.node(index).start()
  network.connectionsChanged()
  network.runUntil(network.queue.nowMs + 2 * TIMEOUTS.viewTimeoutMsMax)
  t.ok(network.isFinalEverywhere(id))
  t.same(network.violations, [])
  t.end()
})

test('the log stays bounded, and so does what is remembered', (t) => {
  const network = new Network({ module: consensus, engine: { window: 4 } })
  network.startAll()
  for (let round = 0; round < 300; round++) {
    network.submit()
    network.runUntil(network.queue.nowMs + 20)
  }
  for (const node of network.nodes) {
    t.ok(node.height > 200, `${node.height} blocks`)
    t.ok(node.log.length <= 5 * 2 * 4 + 8, `${node.log.length} records: five a height, of two windows, and the newest of each kind`)
    t.ok(node.engine!.describe().slots.length <= 2 * 4)
  }
  t.end()
})

test('every size of a validator set agrees, and bears f silent ones', (t) => {
  for (const validators of [1, 2, 3, 4, 5, 6, 7, 10, 13]) {
    const silent = Math.floor((validators - 1) / 3)
    const network = new Network({ module: consensus, validators })
    network.startAll()
    network.runUntil(100)
    // The first primaries fall silent.
    for (let index = 0; index < silent; index++) network.node(index).crash()
    network.runUntil(200)
    const alive = network.nodes.filter((node) => node.isUp)
    const id = network.submit(alive.map(({ index }) => index))
    network.runUntil(40_000)
    t.ok(
      alive.every((node) => node.finalIds.has(id)),
      `${validators} validators, ${silent} silent`,
    )
  }
  t.end()
})
