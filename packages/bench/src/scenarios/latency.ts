import { rateOrShare, sharedRateText } from '../load/maximum.ts'
import { LOAD_OPTIONS, SHARE_RATE_OPTIONS } from '../load/options.ts'
import { loadResult } from '../load/result.ts'
import { runLoads } from '../load/run.ts'
import { defineScenario } from '../scenario.ts'
import { median } from '../statistics.ts'

/** Half of the most: busy, and not crowded. */
const PERCENT = 50
/** What is to be reached, in ms. */
const P50_MS_MAX = 100
const P99_MS_MAX = 400

export const latencyScenario = defineScenario({
  name: 'latency',
  summary: 'from send to final at the client, at half of the most that becomes final',
  draws: true,
  options: { ...LOAD_OPTIONS, ...SHARE_RATE_OPTIONS },
  run: async ({ rate, seconds, warmup: warmupSeconds, validators, runs: count }, onProgress) => {
    const shared = await rateOrShare(rate, PERCENT, validators, onProgress)
    const pace = { type: 'rate', perSecond: shared.perSecond } as const
    const runs = await runLoads({ workload: 'transfer', validators, pace, seconds, warmupSeconds }, count, onProgress)
    const p50 = median(runs.map(({ figures }) => figures.latencyMs.p50))
    const p99 = median(runs.map(({ figures }) => figures.latencyMs.p99))
    const faults = [
      ...(p50 > P50_MS_MAX ? [`half of the transactions took ${p50.toFixed(0)} ms, not ${P50_MS_MAX}`] : []),
      ...(p99 > P99_MS_MAX ? [`one in a hundred took ${p99.toFixed(0)} ms, not ${P99_MS_MAX}`] : []),
    ]
    const about = { scenario: 'latency', validators, callsPerTransaction: 1, offered: sharedRateText(shared, PERCENT) }
    return loadResult(about, runs, { lines: [], figures: shared, faults })
  },
})
