import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Options } from './options.ts'
import { addTallies, NOTHING, type Summary, type Tally } from './summary.ts'
import type { Stretch } from './worker.ts'

const STRETCH_SCENARIOS = 100

/** Explores in threads. `onTally` hears of each stretch as it ends. */
export async function run({ seed, scenarios, jobs }: Options, onTally: (sum: Tally, of: Tally) => void = () => {}): Promise<Summary> {
  const startedAtMs = performance.now()
  const usedBefore = process.cpuUsage()
  const end = seed + scenarios
  let next = seed
  let sum = NOTHING
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('./worker.js', import.meta.url))
    try {
      while (next < end) {
        const stretch: Stretch = { first: next, count: Math.min(STRETCH_SCENARIOS, end - next) }
        next += stretch.count
        worker.postMessage(stretch)
        const [tally] = (await once(worker, 'message')) as [Tally]
        sum = addTallies(sum, tally)
        onTally(sum, tally)
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(jobs, Math.ceil(scenarios / STRETCH_SCENARIOS)) }, work))
  const durationMs = performance.now() - startedAtMs
  const { user, system } = process.cpuUsage(usedBefore)
  return {
    ...sum,
    seed,
    nextSeed: end,
    durationMs: Math.round(durationMs),
    scenariosPerMinute: Math.round((scenarios * 60_000) / durationMs),
    processorMsPerScenario: Math.round((user + system) / 10 / scenarios) / 100,
  }
}
