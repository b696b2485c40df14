import type { Run } from '../load/figures.ts'
import { FREE_RATE_OPTIONS, LOAD_OPTIONS, offeredText } from '../load/options.ts'
import { runLoad } from '../load/run.ts'
import type { WorkloadName } from '../load/workloads.ts'
import { defineScenario } from '../scenario.ts'
import { type Turn, tradeChart, tradeFailures, tradeFaults, tradeLines, tradeReport } from './trade-report.ts'

const MIXES = ['receivable', 'payment'] as const

export const tradeScenario = defineScenario({
  name: 'trade',
  summary: 'receivables and payments across a border in turns with transfers: what each comes to of the rate of transfers',
  draws: true,
  options: {
    ...LOAD_OPTIONS,
    window: FREE_RATE_OPTIONS.window,
    /** Beside transfers. */
    mix: { default: 'both', choices: ['both', ...MIXES] },
  },
  run: async ({ seconds, warmup: warmupSeconds, validators, runs: count, window, mix }, onProgress) => {
    const loads: readonly WorkloadName[] = ['transfer', ...MIXES.filter((one) => mix === 'both' || mix === one)]
    const pace = { type: 'max', window } as const
    const turns: Turn[] = []
    // In turns: the machine's speed is not the same all day, and each ratio is of runs that follow each other.
    for (let turn = 1; turn <= count; turn++) {
      const runs: (readonly [WorkloadName, Run])[] = []
      for (const workload of loads) {
        const what = `${workload}, turn ${turn} of ${count}`
        const plan = { workload, validators, pace, seconds, warmupSeconds }
        runs.push([workload, await runLoad(plan, (done, total, doing) => onProgress(done, total, `${what}: ${doing}`))])
      }
      turns.push(Object.fromEntries(runs) as unknown as Turn)
    }
    const report = tradeReport({ validators, seconds, offered: offeredText(pace) }, loads, turns)
    return {
      lines: tradeLines(report),
      figures: report,
      chart: tradeChart(report, turns),
      failed: tradeFailures(report).length > 0 || tradeFaults(report).length > 0,
    }
  },
})
