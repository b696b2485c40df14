import type { Labels, Meter } from '@hanse/ports'
import { assert } from '@hanse/primitives'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

interface MetricRow {
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly labels?: readonly string[]
}

/** From a millisecond to what nobody waits for, in seconds. */
const SECONDS_BUCKETS: readonly number[] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Every metric there is. Units are in the name; labels are few and bounded. */
export const METRICS = {
  hanse_height: { type: 'gauge', help: 'Height of the final head.' },
  hanse_head_time_seconds: { type: 'gauge', help: 'Block time of the final head, seconds since 1970.' },
  hanse_head_age_seconds: { type: 'gauge', help: 'How long ago the head’s block time is.' },
  hanse_transactions_total: { type: 'counter', help: 'Final transactions since the start of the process.' },
  hanse_tx_final_seconds: { type: 'histogram', help: 'From a transaction’s arrival at this node’s RPC to its finality.' },
  hanse_view: { type: 'gauge', help: 'View that the engine is in.' },
  hanse_view_changes_total: { type: 'counter', help: 'Views that were left, by reason.', labels: ['reason'] },
  hanse_phase_seconds: { type: 'histogram', help: 'Time that a height took to reach a phase from the one before.', labels: ['phase'] },
  hanse_validators: { type: 'gauge', help: 'Validators of the present epoch.' },
  hanse_validator_last_signed_height: {
    type: 'gauge',
    help: 'Last final height whose certificate has the validator’s signature.',
    labels: ['validator'],
  },
  hanse_block_execute_seconds: { type: 'histogram', help: 'Execution of a block.' },
  hanse_pool_size: { type: 'gauge', help: 'Transactions that wait in the pool.' },
  hanse_pool_bytes: { type: 'gauge', help: 'Bytes that wait in the pool.' },
  hanse_pool_rejected_total: { type: 'counter', help: 'Transactions that were refused without a receipt, by code.', labels: ['code'] },
  hanse_peers: { type: 'gauge', help: '1 for a connected peer, 0 for one that is missing.', labels: ['organization'] },
  hanse_p2p_bytes_total: { type: 'counter', help: 'Bytes of frames, by direction and stream.', labels: ['direction', 'type'] },
  hanse_sync_lag_blocks: { type: 'gauge', help: 'Blocks that others are known to be ahead.' },
  hanse_store_bytes: { type: 'gauge', help: 'Size of the data folder.' },
  hanse_rpc_requests_total: { type: 'counter', help: 'Calls, by method and error number; 0 is success.', labels: ['method', 'code'] },
  hanse_rpc_request_seconds: { type: 'histogram', help: 'Time to answer a call.', labels: ['method'] },
  hanse_rpc_sockets: { type: 'gauge', help: 'Open WebSockets.' },
  hanse_evidence_total: { type: 'counter', help: 'Proofs of misbehaviour that this node made.' },
  hanse_ready: { type: 'gauge', help: '1 where the readiness check passes.', labels: ['check'] },
} as const satisfies Readonly<Record<string, MetricRow>>

export type MetricName = keyof typeof METRICS

/** A meter whose measurements can be read in Prometheus’ text format. */
export interface PromMeter extends Meter {
  render(): Promise<string>
}

export const PROMETHEUS_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** The metrics of the table and those of the process. A name or a label that is not in the table is a broken invariant. */
export function createPromMeter(): PromMeter {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const counters = new Map<string, Counter>()
  const gauges = new Map<string, Gauge>()
  const histograms = new Map<string, Histogram>()
  for (const [name, row] of Object.entries<MetricRow>(METRICS)) {
    const config = { name, help: row.help, labelNames: [...(row.labels ?? [])], registers: [registry] }
    if (row.type === 'counter') counters.set(name, new Counter(config))
    else if (row.type === 'gauge') gauges.set(name, unmeasured(new Gauge(config), row))
    else histograms.set(name, new Histogram({ ...config, buckets: [...SECONDS_BUCKETS] }))
  }
  return {
    count: (name, labels = {}, by = 1) => declared(counters, name, labels).inc(labels, by),
    gauge: (name, value, labels = {}) => declared(gauges, name, labels).set(labels, value),
    observe: (name, value, labels = {}) => declared(histograms, name, labels).observe(labels, value),
    render: () => registry.metrics(),
  }
}

/** Without the zero that a gauge starts with: nobody has measured it. */
function unmeasured(gauge: Gauge, { labels }: MetricRow): Gauge {
  if (labels === undefined) gauge.remove()
  return gauge
}

function declared<M>(metrics: ReadonlyMap<string, M>, name: string, labels: Labels): M {
  const metric = metrics.get(name)
  assert(metric !== undefined, `no such metric of this type: ${name}`)
  const row: MetricRow = METRICS[name as MetricName]
  for (const label of Object.keys(labels)) assert(row.labels?.includes(label), `${name} has no label ${label}`)
  return metric
}
