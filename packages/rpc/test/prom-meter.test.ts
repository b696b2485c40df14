import { InvariantError } from '@hanse/primitives'
import { test } from 'tap'
import { createPromMeter, METRICS } from '../src/prom-meter.ts'

test('every metric has help and what it counts in its name', async (t) => {
  const text = await createPromMeter().render()
  for (const [name, { type, help }] of Object.entries(METRICS)) {
    t.match(name, /^hanse_[a-z0-9_]+$/)
    t.ok(text.includes(`# HELP ${name} ${help}`), name)
    t.ok(text.includes(`# TYPE ${name} ${type}`), name)
    t.equal(type === 'counter', name.endsWith('_total'), `${name}: counters and only they end in _total`)
    if (type === 'histogram') t.ok(name.endsWith('_seconds'), name)
  }
})

test('what was measured is shown, and a gauge that nobody set is not', async (t) => {
  const meter = createPromMeter()
  meter.gauge('hanse_height', 7)
  meter.count('hanse_view_changes_total', { reason: 'timeout' })
  meter.count('hanse_view_changes_total', { reason: 'timeout' }, 2)
  meter.observe('hanse_phase_seconds', 0.004, { phase: 'prepared' })
  const text = await meter.render()
  t.match(text, /\nhanse_height 7\n/)
  t.match(text, /\nhanse_view_changes_total\{reason="timeout"\} 3\n/)
  t.match(text, /\nhanse_phase_seconds_bucket\{le="0.005",phase="prepared"\} 1\n/)
  t.notMatch(text, /\nhanse_store_bytes \d/)
})

test('a name or a label that is not declared is a broken invariant', (t) => {
  const meter = createPromMeter()
  t.throws(() => meter.count('hanse_surprises_total'), InvariantError)
  t.throws(() => meter.gauge('hanse_tx_final_seconds', 1), InvariantError, 'of another type')
  t.throws(() => meter.count('hanse_evidence_total', { validator: 'x' }), InvariantError)
  t.throws(() => meter.gauge('toString', 1), InvariantError)
  t.end()
})
