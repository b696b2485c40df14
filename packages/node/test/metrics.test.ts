import type { Labels } from '@hanse/ports'
import { asHeight, asView } from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import { test } from 'tap'
import type { HostEffect } from '../src/driver.ts'
import { createNodeMetrics, type NodeMetrics } from '../src/metrics.ts'
import { Roster } from '../src/roster.ts'
import { membersOfGenesis, testChain } from './support/test-chain.ts'

interface World {
  readonly metrics: NodeMetrics
  /** `count name {labels} value` and the like, in order. */
  readonly measured: string[]
  nowMs: number
}

function create(): World {
  const measured: string[] = []
  const note = (kind: string) => (name: string, value: number, labels: Labels) => {
    measured.push(`${kind} ${name} ${Object.values(labels).join()} ${value}`.replace('  ', ' '))
  }
  const world: World = {
    measured,
    nowMs: 1_000,
    metrics: createNodeMetrics({
      meter: {
        count: (name, labels = {}, by = 1) => note('count')(name, by, labels),
        gauge: (name, value, labels = {}) => note('gauge')(name, value, labels),
        observe: (name, value, labels = {}) => note('observe')(name, value, labels),
      },
      clock: { nowMs: () => world.nowMs, startTimer: () => ({ stop: () => undefined }) },
      roster: new Roster(membersOfGenesis(testChain())),
    }),
  }
  return world
}

const phase = (name: 'proposed' | 'prepared' | 'committed'): HostEffect => ({
  type: 'note',
  note: { type: 'phase', phase: name, height: asHeight(4) },
})

test('a height is timed from phase to phase', (t) => {
  const world = create()
  for (const name of ['proposed', 'prepared', 'committed'] as const) {
    world.metrics.effect(phase(name))
    world.nowMs += 25
  }
  t.strictSame(world.measured, ['observe hanse_phase_seconds prepared 0.025', 'observe hanse_phase_seconds committed 0.025'])
  t.end()
})

test('a height is final a moment before its last phase is told, which is timed all the same', (t) => {
  const world = create()
  const certificate = { signatures: [] }
  const finalized = (height: number): void =>
    world.metrics.finalized({ block: { header: { height, timeMs: 0 }, included: [] }, certificate } as unknown as FinalBlock)
  world.metrics.effect(phase('prepared'))
  world.nowMs += 25
  finalized(4)
  world.metrics.effect(phase('committed'))
  finalized(5)
  world.metrics.effect(phase('committed'))
  t.strictSame(
    world.measured.filter((line) => line.includes('phase')),
    ['observe hanse_phase_seconds committed 0.025'],
    'and nothing is kept of what is below the head',
  )
  t.end()
})

test('a final block tells of the head, of its transactions, and of who has signed', (t) => {
  const { metrics, measured } = create()
  const signatures = [{ signer: 0 }, { signer: 2 }, { signer: 3 }]
  const block = { header: { height: 4, timeMs: 5_000 }, included: [1, 2, 3] }
  metrics.finalized({ block, certificate: { signatures } } as unknown as FinalBlock)
  metrics.executed(12)
  metrics.stored(1_000)
  t.strictSame(measured, [
    'gauge hanse_height 4',
    'gauge hanse_head_time_seconds 5',
    'gauge hanse_validator_last_signed_height bank-a 4',
    'gauge hanse_validator_last_signed_height core-firm 4',
    'gauge hanse_validator_last_signed_height supplier 4',
    'count hanse_transactions_total 3',
    'observe hanse_block_execute_seconds 0.012',
    'gauge hanse_store_bytes 1000',
  ])
  t.end()
})

test('views and evidence are counted', (t) => {
  const { metrics, measured } = create()
  metrics.effect({ type: 'note', note: { type: 'view-left', view: asView(0), reason: 'primary-lost' } })
  metrics.effect({ type: 'note', note: { type: 'view-entered', view: asView(1) } })
  metrics.effect({ type: 'report', evidence: { culprit: 2, kind: 'equivocation' } } as unknown as HostEffect)
  metrics.effect({ type: 'expired', ids: [] })
  t.strictSame(measured, ['count hanse_view_changes_total primary-lost 1', 'gauge hanse_view 1', 'count hanse_evidence_total 1'])
  t.end()
})
