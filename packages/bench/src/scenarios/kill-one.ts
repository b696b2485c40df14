import { setTimeout as sleep } from 'node:timers/promises'
import { killNodeProcess } from '@hanse/devnet'
import type { Run } from '../load/figures.ts'
import { rateOrShare, sharedRateText } from '../load/maximum.ts'
import { LOAD_OPTIONS, SHARE_RATE_OPTIONS } from '../load/options.ts'
import { sharedNowMs } from '../load/orders.ts'
import { type Findings, loadResult } from '../load/result.ts'
import { runLoads } from '../load/run.ts'
import { primaryOf } from '../network.ts'
import { defineScenario } from '../scenario.ts'
import { median } from '../statistics.ts'

/** What three of four can carry, too. */
const PERCENT = 60
/** What is to be reached: of what was offered, and the longest time without a receipt, in ms. */
const COMMITTED_PERCENT_MIN = 95
const GAP_MS_MAX = 2_000

export const killOneScenario = defineScenario({
  name: 'kill-one',
  summary: 'the primary is killed at half time of a fixed load, for good: what is committed over the run, and the longest gap',
  draws: true,
  options: { ...LOAD_OPTIONS, ...SHARE_RATE_OPTIONS },
  run: async ({ rate, seconds, warmup: warmupSeconds, validators, runs: count }, onProgress) => {
    const shared = await rateOrShare(rate, PERCENT, validators, onProgress)
    const pace = { type: 'rate', perSecond: shared.perSecond } as const
    const plan = { workload: 'transfer', validators, pace, seconds, warmupSeconds } as const
    const runs = await runLoads(
      {
        ...plan,
        during: async (network, { fromMs, untilMs }) => {
          await sleep((fromMs + untilMs) / 2 - sharedNowMs())
          await killNodeProcess(network.devnet, await primaryOf(network))
        },
      },
      count,
      onProgress,
    )
    const offered = `${sharedRateText(shared, PERCENT)}, the primary killed at half time`
    const findings = killFindings(runs, shared.perSecond, seconds)
    return loadResult({ scenario: 'kill-one', validators, callsPerTransaction: 1, offered }, runs, {
      ...findings,
      figures: { ...findings.figures, ...shared },
    })
  },
})

/** Of what was due within the window, what was final within it. */
export function killFindings(runs: readonly Run[], perSecond: number, seconds: number): Findings {
  const committedPercent = median(runs.map(({ figures }) => (100 * figures.committed) / (perSecond * seconds)))
  const longestGapMs = median(runs.map(({ figures }) => figures.longestGapMs))
  return {
    lines: [`  over all    ${committedPercent.toFixed(1)} % of what was offered · longest gap ${(longestGapMs / 1000).toFixed(2)} s`],
    figures: { committedPercent, longestGapMs },
    faults: [
      ...(committedPercent < COMMITTED_PERCENT_MIN ? [`${committedPercent.toFixed(1)} % committed, not ${COMMITTED_PERCENT_MIN}`] : []),
      ...(longestGapMs > GAP_MS_MAX ? [`no receipt for ${(longestGapMs / 1000).toFixed(2)} s, more than ${GAP_MS_MAX / 1000}`] : []),
    ],
    mark: { x: seconds / 2, name: 'killed' },
  }
}
