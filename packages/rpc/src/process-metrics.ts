import { readdir, readFile } from 'node:fs/promises'
import { constants, monitorEventLoopDelay, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks'
import { MetricFamily, type MetricRow } from './metric-family.ts'

/** How often the event loop is looked at, in ms. */
const LOOP_RESOLUTION_MS = 10
const NANOSECONDS = 1e9
const MICROSECONDS = 1e6
const GC_BUCKETS: readonly number[] = [0.001, 0.01, 0.1, 1, 2, 5]
const GC_KINDS: ReadonlyMap<number, string> = new Map([
  [constants.NODE_PERFORMANCE_GC_MAJOR, 'major'],
  [constants.NODE_PERFORMANCE_GC_MINOR, 'minor'],
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL, 'incremental'],
  [constants.NODE_PERFORMANCE_GC_WEAKCB, 'weakcb'],
])

/** Under the names that the dashboards of Node programs know. */
const ROWS = {
  process_cpu_user_seconds_total: { type: 'counter', help: 'Processor time in the program, seconds.' },
  process_cpu_system_seconds_total: { type: 'counter', help: 'Processor time in the system for it, seconds.' },
  process_cpu_seconds_total: { type: 'counter', help: 'Processor time, seconds.' },
  process_start_time_seconds: { type: 'gauge', help: 'When the process began, seconds since 1970.' },
  process_resident_memory_bytes: { type: 'gauge', help: 'Memory that the process holds.' },
  process_open_fds: { type: 'gauge', help: 'Open files and connections.' },
  process_max_fds: { type: 'gauge', help: 'How many there may be.' },
  nodejs_heap_size_total_bytes: { type: 'gauge', help: 'Memory of the JavaScript heap.' },
  nodejs_heap_size_used_bytes: { type: 'gauge', help: 'Memory of what lives on it.' },
  nodejs_external_memory_bytes: { type: 'gauge', help: 'Memory of buffers beside it.' },
  nodejs_eventloop_lag_max_seconds: { type: 'gauge', help: 'The longest turn of the event loop since the page before.' },
  nodejs_eventloop_lag_mean_seconds: { type: 'gauge', help: 'The mean of its turns since then.' },
  nodejs_eventloop_lag_p50_seconds: { type: 'gauge', help: 'The median of its turns since then.' },
  nodejs_eventloop_lag_p90_seconds: { type: 'gauge', help: 'What 90 of 100 of its turns stay within.' },
  nodejs_eventloop_lag_p99_seconds: { type: 'gauge', help: 'What 99 of 100 of its turns stay within.' },
  nodejs_gc_duration_seconds: { type: 'histogram', help: 'Garbage collections, by kind.', labels: ['kind'], buckets: GC_BUCKETS },
  nodejs_version_info: { type: 'gauge', help: 'The version of Node.', labels: ['version'] },
} as const satisfies Readonly<Record<string, MetricRow>>

/** An entry of the type `gc`. */
type Collection = PerformanceEntry & { readonly detail: { readonly kind: number } }

/** What a process knows of itself. */
export class ProcessMetrics {
  readonly #families = new Map(Object.entries<MetricRow>(ROWS).map(([name, row]) => [name, new MetricFamily(name, row)]))
  readonly #loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS })

  constructor() {
    this.#loop.enable()
    const onCollections = new PerformanceObserver((list) => {
      for (const { duration, detail } of list.getEntries() as Collection[]) {
        const kind = GC_KINDS.get(detail.kind)
        if (kind !== undefined) this.#family('nodejs_gc_duration_seconds').observe({ kind }, duration / 1_000)
      }
    })
    onCollections.observe({ entryTypes: ['gc'] })
    this.#set('process_start_time_seconds', Math.round(performance.timeOrigin / 1_000))
    this.#set('nodejs_version_info', 1, { version: process.version })
  }

  /** As they are now. */
  async read(): Promise<readonly MetricFamily[]> {
    this.#readProcessor()
    this.#readLoop()
    const { rss, heapTotal, heapUsed, external } = process.memoryUsage()
    this.#set('process_resident_memory_bytes', rss)
    this.#set('nodejs_heap_size_total_bytes', heapTotal)
    this.#set('nodejs_heap_size_used_bytes', heapUsed)
    this.#set('nodejs_external_memory_bytes', external)
    await this.#readDescriptors()
    return [...this.#families.values()]
  }

  #readProcessor(): void {
    const { user, system } = process.cpuUsage()
    this.#set('process_cpu_user_seconds_total', user / MICROSECONDS)
    this.#set('process_cpu_system_seconds_total', system / MICROSECONDS)
    this.#set('process_cpu_seconds_total', (user + system) / MICROSECONDS)
  }

  #readLoop(): void {
    const loop = this.#loop
    this.#set('nodejs_eventloop_lag_max_seconds', loop.max / NANOSECONDS)
    this.#set('nodejs_eventloop_lag_mean_seconds', loop.mean / NANOSECONDS)
    this.#set('nodejs_eventloop_lag_p50_seconds', loop.percentile(50) / NANOSECONDS)
    this.#set('nodejs_eventloop_lag_p90_seconds', loop.percentile(90) / NANOSECONDS)
    this.#set('nodejs_eventloop_lag_p99_seconds', loop.percentile(99) / NANOSECONDS)
    loop.reset()
  }

  /** Linux alone tells; elsewhere the two are not shown. */
  async #readDescriptors(): Promise<void> {
    try {
      // One of them is that of the listing.
      this.#set('process_open_fds', (await readdir('/proc/self/fd')).length - 1)
      const limit = /^Max open files +(\d+|unlimited)/m.exec(await readFile('/proc/self/limits', 'utf8'))?.[1]
      if (limit !== undefined) this.#set('process_max_fds', limit === 'unlimited' ? Number.POSITIVE_INFINITY : Number(limit))
    } catch {
      return
    }
  }

  #set(name: keyof typeof ROWS, value: number, labels = {}): void {
    this.#family(name).set(labels, value)
  }

  #family(name: keyof typeof ROWS): MetricFamily {
    return this.#families.get(name) as MetricFamily
  }
}
