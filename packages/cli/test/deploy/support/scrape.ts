/** A page in Prometheus' text format: each metric with its type, and the labels that its samples have. */
export interface ScrapedMetric {
  readonly type: string
  readonly labels: ReadonlySet<string>
  readonly samples: number
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? /
const LABEL = /(\w+)="(?:[^"\\]|\\.)*"/g
const PARTS = /_(?:bucket|sum|count)$/

export function parseScrape(page: string): ReadonlyMap<string, ScrapedMetric> {
  const types = new Map([...page.matchAll(/^# TYPE (\S+) (\w+)$/gm)].map(([, name = '', type = '']) => [name, type]))
  const found = new Map<string, { type: string; labels: Set<string>; samples: number }>()
  for (const [name, type] of types) found.set(name, { type, labels: new Set(), samples: 0 })
  for (const line of page.split('\n')) {
    const [, name = '', labels = ''] = SAMPLE.exec(line) ?? []
    const metric = found.get(name) ?? found.get(name.replace(PARTS, ''))
    if (metric === undefined) continue
    metric.samples++
    for (const [, label = ''] of labels.matchAll(LABEL)) metric.labels.add(label)
  }
  return found
}
