import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { METRICS } from '@hanse/rpc'
import { type Test, test } from 'tap'
import { parse } from 'yaml'
import { clientOf, ToldFinal } from '../../../../devnet/test/support/client.ts'
import { nodeOf, startTestNetwork } from '../../../../devnet/test/support/test-network.ts'
import { PROJECT } from './support/doc-blocks.ts'
import { checkQuery, type KnownMetric } from './support/promql.ts'
import { parseScrape, type ScrapedMetric } from './support/scrape.ts'

interface Target {
  readonly expr: string
  readonly legendFormat: string
}

interface Panel {
  readonly id: number
  readonly type: string
  readonly title: string
  readonly description?: string
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly targets?: readonly Target[]
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } }
}

interface Dashboard {
  readonly title: string
  readonly panels: readonly Panel[]
  readonly templating: { readonly list: readonly { readonly name: string; readonly type: string; readonly definition?: string }[] }
}

interface Rule {
  readonly alert: string
  readonly expr: string
  readonly for?: string
  readonly labels: { readonly severity: string }
  readonly annotations: { readonly summary: string; readonly action: string }
}

interface ScrapeConfig {
  readonly job_name: string
  readonly static_configs: readonly { readonly targets: readonly string[]; readonly labels: Readonly<Record<string, string>> }[]
}

const read = (name: string): string => readFileSync(`${PROJECT}docs/deploy/${name}`, 'utf8')
const dashboard = JSON.parse(read('grafana-dashboard.json')) as Dashboard
const prometheus = parse(read('prometheus.yml')) as {
  readonly rule_files: readonly string[]
  readonly scrape_configs: readonly ScrapeConfig[]
}
const rules = (parse(read('alerts.yml')) as { readonly groups: readonly { readonly rules: readonly Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
)

/** Rows are headings; all others show something. */
const panels = dashboard.panels.filter(({ type }) => type !== 'row')
/** What Prometheus itself gives every sample of a target, and what our configuration adds. */
const TARGET_LABELS = ['job', 'instance', ...Object.keys(prometheus.scrape_configs[0]?.static_configs[0]?.labels ?? {})]
const GRAFANA_INTERVAL = /\$__rate_interval/g

/** The metrics of the table, and those that every process measures, as a real node tells of them. */
function knownMetrics(scraped: ReadonlyMap<string, ScrapedMetric>): KnownMetric {
  return (name) => {
    if (name === 'up') return { type: 'gauge', labels: TARGET_LABELS }
    const [, base = name, part] = /^(.*?)_(bucket|sum|count)$/.exec(name) ?? []
    const metric = scraped.get(name) ?? scraped.get(base)
    const isPart = !scraped.has(name)
    if (metric === undefined || (isPart && !['histogram', 'summary'].includes(metric.type))) return undefined
    const row = (METRICS as Readonly<Record<string, { readonly type: string; readonly labels?: readonly string[] }>>)[isPart ? base : name]
    const own = row === undefined ? [...metric.labels].filter((label) => !['le', 'quantile'].includes(label)) : (row.labels ?? [])
    const le = part === 'bucket' && isPart ? ['le'] : []
    return { type: isPart ? 'counter' : metric.type, labels: [...own, ...le, ...TARGET_LABELS] }
  }
}

/** Queries with the place that they stand in, as Prometheus gets them from Grafana. */
function everyQuery(): readonly { readonly where: string; readonly query: string; readonly shown: string }[] {
  const ofPanels = panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr, legendFormat }) => ({
      where: `panel '${title}'`,
      query: expr,
      shown: legendFormat.replace(/\{\{(\w+)\}\}/g, '{{ $labels.$1 }}'),
    })),
  )
  const ofRules = rules.map(({ alert, expr, annotations }) => ({ where: `alert ${alert}`, query: expr, shown: annotations.summary }))
  return [...ofPanels, ...ofRules].map(({ where, query, shown }) => ({ where, shown, query: query.replace(GRAFANA_INTERVAL, '5m') }))
}

/** The page of a node that has done what nodes do: final blocks, a refusal, a call that failed. */
async function scrapeOfARealNode(t: Test): Promise<string> {
  const devnet = await startTestNetwork(t)
  const node = nodeOf(devnet, 'bank-a')
  const client = clientOf(node)
  await new ToldFinal().transfer(node, await client.chain())
  await client.call('tx_send', { raw: '0x00' }).catch(() => undefined)
  const answer = await fetch(`http://127.0.0.1:${node.metricsPort}/metrics`)
  return await answer.text()
}

test('every panel and every alert asks for what a node measures', { timeout: 120_000 }, async (t) => {
  const scraped = parseScrape(await scrapeOfARealNode(t))
  const known = knownMetrics(scraped)

  await t.test('a real node tells of every metric of the table, with its type and labels', (t) => {
    for (const [name, row] of Object.entries(METRICS)) {
      const metric = scraped.get(name)
      t.equal(metric?.type, row.type, name)
      const allowed = [...('labels' in row ? row.labels : []), ...(row.type === 'histogram' ? ['le'] : [])]
      t.same(
        [...(metric?.labels ?? [])].filter((label) => !(allowed as readonly string[]).includes(label)),
        [],
        `labels of ${name}`,
      )
    }
    t.end()
  })

  await t.test('queries', (t) => {
    for (const { where, query, shown } of everyQuery()) {
      const { faults, metrics, labels } = checkQuery(query, known)
      t.same(faults, [], `${where}: ${query}`)
      t.ok(metrics.length > 0, `${where} measures something`)
      for (const [, label = ''] of shown.matchAll(/\$labels\.(\w+)/g)) t.ok(labels.has(label), `${where} can show ${label}`)
    }
    t.end()
  })

  await t.test('what would be wrong is found', (t) => {
    const rows = [
      ['hanse_heigth', /nobody measures hanse_heigth/],
      ['sum(', /syntax/],
      ['rate(hanse_height[5m])', /rate of the gauge/],
      ['deriv(hanse_transactions_total[5m])', /deriv of the counter/],
      ['hanse_pool_size{color="red"}', /has no label color/],
      ['sum by (organization) (hanse_height)', /has no label organization/],
      ['hanse_height_bucket', /nobody measures/],
      ['histogram_quantile(0.9, sum by (node) (rate(hanse_phase_seconds_bucket[5m])))', /no label le/],
      ['hanse_height - hanse_validator_last_signed_height', /say `on`/],
    ] as const
    for (const [query, fault] of rows) t.match(checkQuery(query, known).faults.join('; '), fault, query)
    t.same([...checkQuery('sum by (node) (hanse_peers)', known).labels], ['node'])
    t.end()
  })
})

test('the dashboard can be read', (t) => {
  t.same(
    dashboard.panels.filter(({ type }) => type === 'row').map(({ title }) => title),
    ['Chain', 'Consensus', 'Transactions', 'Network', 'RPC', 'Node process'],
  )
  t.equal(new Set(dashboard.panels.map(({ id }) => id)).size, dashboard.panels.length, 'ids')
  t.match(dashboard.templating.list, [
    { name: 'datasource', type: 'datasource' },
    { name: 'node', type: 'query', definition: 'label_values(hanse_height, node)' },
  ])
  for (const { title, fieldConfig, targets = [], gridPos } of panels) {
    t.ok(fieldConfig?.defaults.unit, `${title} has a unit`)
    for (const { legendFormat, expr } of targets) {
      t.match(legendFormat, /\{\{\w+\}\}/, `${title} names its lines`)
      t.match(expr, '$node', `${title} shows the nodes that were chosen`)
    }
    t.ok(gridPos.x + gridPos.w <= 24, `${title} is within the page`)
    const above = dashboard.panels.filter((other) => other.title !== title && overlaps(other.gridPos, gridPos))
    t.same(
      above.map((other) => other.title),
      [],
      `nothing lies over ${title}`,
    )
  }
  t.end()
})

function overlaps(one: Panel['gridPos'], other: Panel['gridPos']): boolean {
  return one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h
}

test('the alerts say what is wrong and what to do', (t) => {
  t.same(prometheus.rule_files, ['alerts.yml'])
  t.match(prometheus.scrape_configs, [{ job_name: 'hanse', static_configs: [{ targets: ['127.0.0.1:9545'], labels: { node: 'bank-a' } }] }])
  t.equal(new Set(rules.map(({ alert }) => alert)).size, rules.length, 'each name once')
  for (const { alert, labels, annotations, for: pending = '0s' } of rules) {
    t.match(alert, /^Hanse[A-Z]/)
    t.ok(['warning', 'critical'].includes(labels.severity), alert)
    t.match(annotations, { summary: /\{\{/, action: /[.?]$/ }, alert)
    t.match(pending, /^[0-9]+[smh]$/, alert)
  }
  t.end()
})

function whyNoPromtool(): string | false {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'pipe' })
    return false
  } catch {
    return 'promtool is not installed'
  }
}

test('promtool finds nothing wrong', { skip: whyNoPromtool() }, (t) => {
  t.match(execFileSync('promtool', ['check', 'config', `${PROJECT}docs/deploy/prometheus.yml`], { encoding: 'utf8' }), 'SUCCESS')
  t.end()
})
