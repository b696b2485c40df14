import { constants, type NodeGCPerformanceDetail, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'

/**
 * What may gather on the heap before V8 collects its old generation, in bytes. V8 itself adds a share of what lives: little where little lives, which then is
 * marked again and again, and too much where an attack makes much live (`npm run bench -- transfer`, `npm run bench -- hostile`).
 */
const ROOM_BYTES = 40 * 1024 * 1024
const PERCENT_MIN = 20
const PERCENT_MAX = 300

/** The share of `liveBytes` that leaves the room, in percent. */
export function roomPercent(liveBytes: number): number {
  return Math.min(PERCENT_MAX, Math.max(PERCENT_MIN, Math.round((100 * ROOM_BYTES) / liveBytes)))
}

/** What Node adds to an entry of type `gc`; its types do not say so. */
type Collection = PerformanceEntry & { readonly detail?: NodeGCPerformanceDetail }

/** From now on, for the whole process: after each collection of the old generation the next one's limit is set. V8 reads this flag each time. */
export function keepHeapRoom(): void {
  const observer = new PerformanceObserver((list) => {
    const collections: readonly Collection[] = list.getEntries()
    if (!collections.some(({ detail }) => detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR)) return
    setFlagsFromString(`--heap-growing-percent=${roomPercent(getHeapStatistics().used_heap_size)}`)
  })
  observer.observe({ entryTypes: ['gc'] })
}
