import type { Labels } from '@hanse/ports'
import { assert } from '@hanse/primitives'

export interface MetricRow {
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly labels?: readonly string[]
  /** Upper bounds of a histogram’s buckets, in order. Default: `SECONDS_BUCKETS`. */
  readonly buckets?: readonly number[]
}

/** From a millisecond to what nobody waits for, in seconds. */
const SECONDS_BUCKETS: readonly number[] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** The measurements with one set of labels. */
interface Series {
  /** `a="1",b="2"`. */
  readonly labels: string
  /** Of a histogram the sum of what was observed. */
  value: number
  count: number
  /** Observations by the first bucket that they fit into; what fits into none is in `count` alone. */
  readonly buckets: number[]
}

/**
 * One metric in Prometheus’ text format 0.0.4. Without labels a counter and a histogram begin at zero; a gauge that nobody has set, and a
 * set of labels that nobody has used, are not shown. A label that is not declared is a broken invariant.
 */
export class MetricFamily {
  readonly name: string
  readonly row: MetricRow
  readonly #bounds: readonly number[]
  readonly #series = new Map<string, Series>()

  constructor(name: string, row: MetricRow) {
    this.name = name
    this.row = row
    this.#bounds = row.type === 'histogram' ? (row.buckets ?? SECONDS_BUCKETS) : []
    if (row.labels === undefined && row.type !== 'gauge') this.#at({})
  }

  add(labels: Labels, by: number): void {
    assert(by >= 0, `${this.name} only grows`)
    this.#at(labels).value += by
  }

  set(labels: Labels, value: number): void {
    this.#at(labels).value = value
  }

  observe(labels: Labels, value: number): void {
    const series = this.#at(labels)
    const bucket = this.#bounds.findIndex((bound) => value <= bound)
    if (bucket >= 0) series.buckets[bucket] = (series.buckets[bucket] ?? 0) + 1
    series.count += 1
    series.value += value
  }

  /** Ends with a new line. */
  render(): string {
    const { name, row } = this
    const lines = [`# HELP ${name} ${escaped(row.help)}`, `# TYPE ${name} ${row.type}`]
    for (const series of this.#series.values()) {
      if (row.type === 'histogram') this.#renderHistogram(series, lines)
      else lines.push(`${name}${inBraces(series.labels)} ${written(series.value)}`)
    }
    return `${lines.join('\n')}\n`
  }

  #renderHistogram({ labels, value, count, buckets }: Series, lines: string[]): void {
    const { name } = this
    const rest = labels === '' ? '' : `,${labels}`
    let sum = 0
    for (const [bucket, bound] of this.#bounds.entries()) {
      sum += buckets[bucket] ?? 0
      lines.push(`${name}_bucket{le="${bound}"${rest}} ${sum}`)
    }
    lines.push(`${name}_bucket{le="+Inf"${rest}} ${count}`)
    lines.push(`${name}_sum${inBraces(labels)} ${written(value)}`, `${name}_count${inBraces(labels)} ${count}`)
  }

  #at(labels: Labels): Series {
    const declared = this.row.labels ?? []
    for (const label of Object.keys(labels)) assert(declared.includes(label), `${this.name} has no label ${label}`)
    let key = ''
    for (const label of declared)
      if (labels[label] !== undefined) key += `${key === '' ? '' : ','}${label}="${escaped(labels[label], true)}"`
    let series = this.#series.get(key)
    if (series === undefined) {
      series = { labels: key, value: 0, count: 0, buckets: this.#bounds.map(() => 0) }
      this.#series.set(key, series)
    }
    return series
  }
}

function inBraces(labels: string): string {
  return labels === '' ? '' : `{${labels}}`
}

/** Values may be of the outside world: none of them ends its line or its quotes. */
function escaped(text: string | number, isQuoted = false): string {
  const lines = String(text).replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
  return isQuoted ? lines.replaceAll('"', '\\"') : lines
}

function written(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf'
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value)
}
