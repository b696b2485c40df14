import { asHeight, asView } from '@hanse/protocol'
import { test } from 'tap'
import type { Input } from '../src/index.ts'
import { named, TIMEOUTS } from './support/fixtures.ts'
import { body, chain, Probe, type ProbeOptions, preparedBy, status, viewChange } from './support/probe.ts'

function ready(height: number, ids: readonly ReturnType<typeof named>[], view = 0): Input {
  return { type: 'batch-ready', height: asHeight(height), view: asView(view), ids, timeMs: 1 }
}

/** The primary of view 0 above a head of height 3, so that no heartbeat is due. */
function primary(options: ProbeOptions = {}): Probe {
  return new Probe(0, { head: chain(3)[2]!.certified, ...options })
}

function requested(probe: Probe): readonly number[] {
  return probe.effects('request-batch').map(({ height }) => height)
}

test('block 1 is a heartbeat at once, later blocks need a transaction or a heartbeat', (t) => {
  const first = new Probe(0)
  t.same(requested(first), [1])
  first.step(ready(1, []))
  t.match(first.said(), [{ type: 'proposal', body: { height: 1, ids: [] } }], 'an empty block')

  const probe = primary()
  t.same(requested(probe), [])
  probe.demand(1)
  t.same(requested(probe), [4])
  probe.step(ready(4, []))
  t.same(probe.said(), [], 'no transactions, no block')
  probe.fire('heartbeat')
  t.same(requested(probe), [4])
  probe.step(ready(4, []))
  t.match(probe.said(), [{ type: 'proposal', body: { height: 4, ids: [] } }])
  t.end()
})

test('at once when nothing is in flight, else when the batch is full or has waited', (t) => {
  const probe = primary()
  probe.demand(1)
  probe.step(ready(4, [named('a')]))
  t.match(probe.lines().slice(0, 3), [/^log body/, /^log own Prepare/, /^say Proposal/])
  probe.demand(1)
  t.same(requested(probe), [], 'height 4 is in flight')
  t.same(
    probe
      .effects('start-timer')
      .filter(({ timer }) => timer === 'batch')
      .map(({ durationMs }) => durationMs),
    [TIMEOUTS.batchWaitMs],
  )
  probe.demand(2)
  t.same(probe.effects('start-timer'), [], 'the wait does not start again')
  probe.fire('batch')
  t.same(requested(probe), [5], 'it has waited')
  probe.step(ready(5, [named('b')]))
  probe.demand(9, true)
  t.same(requested(probe), [6], 'it is full')
  t.end()
})

for (const [what, bound] of [
  ['the window', { window: 2 }],
  ['a choice of its own', { proposedAheadMax: 2 }],
] as const)
  test(`${what} bounds what a primary has in flight`, (t) => {
    const probe = primary(bound)
    probe.demand(9, true)
    probe.step(ready(4, [named('a')]))
    probe.demand(8, true)
    probe.step(ready(5, [named('b')]))
    probe.demand(7, true)
    t.same(requested(probe), [], 'heights 4 and 5 are all that may be')
    probe.catchUp(chain(4)[3]!.certified)
    t.same(requested(probe), [6])
    t.end()
  })

test('one batch is asked for at a time, and an answer of another view or height is void', (t) => {
  const probe = primary()
  probe.demand(1)
  probe.demand(2)
  t.same(requested(probe), [])
  probe.step(ready(5, [named('a')]), ready(4, [named('a')], 1))
  t.same(probe.said(), [])
  probe.catchUp(chain(4)[3]!.certified)
  probe.step(ready(4, [named('a')]))
  t.same(probe.said(), [], 'height 4 is final meanwhile')
  t.end()
})

test('an empty pool is not asked again before something changes', (t) => {
  const probe = primary()
  probe.demand(1)
  probe.step(ready(4, []))
  t.same(requested(probe), [])
  probe.fire('status')
  t.same(requested(probe), [4])
  probe.step(ready(4, []))
  probe.demand(2)
  t.same(requested(probe), [4])
  t.end()
})

test('nobody but the primary proposes, nor the primary below a certificate', (t) => {
  const backup = new Probe(1)
  backup.demand(5, true)
  t.same(requested(backup), [])
  const probe = primary()
  probe.certify(chain(6)[5]!.certificate)
  probe.demand(5, true)
  t.same(requested(probe), [])
  t.end()
})

test('after a restart the primary goes on above what it has proposed', (t) => {
  const head = chain(3)[2]!.certified
  const before = primary()
  before.demand(9, true)
  before.step(ready(4, [named('a')]))
  const log = before.effects('persist', before.all).map(({ record }) => record)
  const probe = primary({ log, head })
  t.match(probe.said(probe.all), [{ type: 'proposal', body: { height: 4, ids: [named('a')] } }], 'the logged proposal again')
  probe.demand(9, true)
  t.same(requested(probe), [5])
  t.end()
})

test('no fresh batch before the body that the view fixed is here: its ids are in flight', (t) => {
  const fixed = body(1, [named('a')])
  const probe = new Probe(1)
  probe.demand(1, true)
  for (const other of [2, 3]) probe.hear(other, status(0, 1))
  probe.echo()
  probe.hear(2, viewChange(1, undefined, preparedBy([0, 2, 3], fixed)))
  probe.hear(3, viewChange(1))
  t.match(probe.said(), [{ type: 'newView', base: 0 }])
  probe.demand(2, true)
  t.same(requested(probe), [])
  probe.step({ type: 'body', body: fixed })
  t.same(requested(probe), [2])
  t.ok(probe.engine.isInFlight(named('a')))
  t.end()
})
