import { startNetwork } from '../network.ts'
import type { OnProgress } from '../scenario.ts'
import { LoadCrew, type OfferedPace } from './crew.ts'
import { type Run, runOf } from './figures.ts'
import { signatureCheckUs } from './machine.ts'
import { type MeasureParts, measureLoad } from './measure.ts'
import type { WorkloadName } from './workloads.ts'

export interface RunPlan {
  readonly workload: WorkloadName
  readonly validators: number
  readonly pace: OfferedPace
  readonly seconds: number
  readonly warmupSeconds: number
  /** What happens to the network meanwhile. */
  readonly during?: MeasureParts['during']
}

/** One run: a network of its own, clients of its own, nothing left of either. */
export async function runLoad(plan: RunPlan, onProgress: OnProgress): Promise<Run> {
  const { validators, workload, pace, during } = plan
  const checkBeforeUs = signatureCheckUs()
  onProgress(0, 1, 'the network starts')
  const network = await startNetwork(validators)
  let crew: LoadCrew | undefined
  try {
    crew = await LoadCrew.hire(network.devnet, workload)
    const measured = await measureLoad(plan, { network, crew, onProgress, ...(during === undefined ? {} : { during }) })
    return runOf(measured, pace, (checkBeforeUs + signatureCheckUs()) / 2)
  } finally {
    crew?.dismiss()
    await network.close()
  }
}

/** Several runs one after the other. */
export async function runLoads(plan: RunPlan, runs: number, onProgress: OnProgress): Promise<readonly Run[]> {
  const done: Run[] = []
  for (let run = 1; run <= runs; run++) {
    const named: OnProgress = (part, total, what) => onProgress(part, total, runs === 1 ? what : `run ${run} of ${runs}: ${what}`)
    done.push(await runLoad(plan, named))
  }
  return done
}
