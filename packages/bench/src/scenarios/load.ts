import { FREE_RATE_OPTIONS, fixedRateOptions, LOAD_OPTIONS, offeredText, paceOf } from '../load/options.ts'
import { loadResult } from '../load/result.ts'
import { runLoads } from '../load/run.ts'
import { WORKLOADS, type WorkloadName } from '../load/workloads.ts'
import { defineScenario, type Scenario } from '../scenario.ts'

/** A load of this kind at a rate, or as much of it as there is. */
function loadScenario(workload: WorkloadName, summary: string): Scenario {
  return defineScenario({
    name: workload,
    summary,
    draws: true,
    options: { ...LOAD_OPTIONS, ...FREE_RATE_OPTIONS },
    run: async (options, onProgress) => {
      const { seconds, warmup: warmupSeconds, validators, runs: count } = options
      const pace = paceOf(options)
      const runs = await runLoads({ workload, validators, pace, seconds, warmupSeconds }, count, onProgress)
      const { callsPerTransaction } = WORKLOADS[workload]
      return loadResult({ scenario: workload, validators, callsPerTransaction, offered: offeredText(pace) }, runs)
    },
  })
}

export const transferScenario = loadScenario(
  'transfer',
  'settlement transfers of one call over all nodes: committed a second, latency to final at the client, what each process takes',
)

export const batchScenario = loadScenario('batch', 'ten transfers under one signature: transactions a second, and calls')

export const receivableScenario = loadScenario(
  'receivable',
  'invoice, certificate, acceptance, split and finance, one on the other: six transactions of each receivable',
)

export const steadyScenario = defineScenario({
  name: 'steady',
  summary: 'a fixed load of transfers over all nodes',
  draws: true,
  options: { ...LOAD_OPTIONS, ...fixedRateOptions(300) },
  run: async ({ rate, seconds, warmup: warmupSeconds, validators, runs: count }, onProgress) => {
    const pace = { type: 'rate', perSecond: rate } as const
    const runs = await runLoads({ workload: 'transfer', validators, pace, seconds, warmupSeconds }, count, onProgress)
    return loadResult({ scenario: 'steady', validators, callsPerTransaction: 1, offered: offeredText(pace) }, runs)
  },
})
