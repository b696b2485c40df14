import { setTimeout as sleep } from 'node:timers/promises'
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

test('a histogram has all its buckets, each with what is in the smaller ones, and one for all', async (t) => {
  const meter = createPromMeter()
  for (const seconds of [0.0005, 0.001, 0.02, 60]) meter.observe('hanse_tx_final_seconds', seconds)
  const lines = (await meter.render()).split('\n').filter((line) => line.startsWith('hanse_tx_final_seconds'))
  t.same(lines, [
    'hanse_tx_final_seconds_bucket{le="0.001"} 2',
    'hanse_tx_final_seconds_bucket{le="0.0025"} 2',
    'hanse_tx_final_seconds_bucket{le="0.005"} 2',
    'hanse_tx_final_seconds_bucket{le="0.01"} 2',
    ...['0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '5', '10', '30'].map((le) => `hanse_tx_final_seconds_bucket{le="${le}"} 3`),
    'hanse_tx_final_seconds_bucket{le="+Inf"} 4',
    'hanse_tx_final_seconds_sum 60.0215',
    'hanse_tx_final_seconds_count 4',
  ])
})

test('what has no labels begins at zero, what has some when they are first used', async (t) => {
  const text = await createPromMeter().render()
  t.match(text, /\nhanse_transactions_total 0\n/)
  t.match(text, /\nhanse_block_execute_seconds_count 0\n/)
  t.notMatch(text, /\nhanse_(view_changes_total|phase_seconds_count)[{ ]/)
})

test('no value of a label ends its line or its quotes', async (t) => {
  const meter = createPromMeter()
  meter.count('hanse_pool_rejected_total', { code: 'a"} 1\nhanse_height 9\\' })
  t.match(await meter.render(), '\nhanse_pool_rejected_total{code="a\\"} 1\\nhanse_height 9\\\\"} 1\n')
})

test('the process tells of itself', async (t) => {
  const meter = createPromMeter()
  const valueIn = (text: string, name: string): number => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1])
  const [before, { user, system }] = [await meter.render(), process.cpuUsage()]
  await sleep(30)
  const untilMs = performance.now() + 50
  while (performance.now() < untilMs) JSON.stringify(process.versions)
  await sleep(30)
  const after = await meter.render()
  t.ok(valueIn(after, 'process_cpu_seconds_total') > valueIn(before, 'process_cpu_seconds_total'))
  t.ok(Math.abs(valueIn(before, 'process_cpu_seconds_total') - (user + system) / 1e6) < 0.1)
  t.ok(Math.abs(valueIn(after, 'process_start_time_seconds') - (Date.now() / 1_000 - process.uptime())) < 2)
  t.ok(valueIn(after, 'nodejs_eventloop_lag_max_seconds') >= 0.04, 'and of what kept it')
  t.ok(valueIn(after, 'nodejs_heap_size_used_bytes') < valueIn(after, 'process_resident_memory_bytes'))
  if (process.platform === 'linux') t.ok(valueIn(after, 'process_open_fds') < valueIn(after, 'process_max_fds'))
})

test('a name or a label that is not declared is a broken invariant', (t) => {
  const meter = createPromMeter()
  t.throws(() => meter.count('hanse_surprises_total'), InvariantError)
  t.throws(() => meter.gauge('hanse_tx_final_seconds', 1), InvariantError, 'of another type')
  t.throws(() => meter.count('hanse_evidence_total', { validator: 'x' }), InvariantError)
  t.throws(() => meter.gauge('toString', 1), InvariantError)
  t.end()
})
