import type { Direction } from './directed-plan.ts'
import { cellOf } from './matrix.ts'
import type { SimulationOptions, SimulationResult } from './result.ts'
import type { CheckedResult } from './summary.ts'
import type { WorkerPool } from './worker-pool.ts'

/**
 * One seed of so many is run twice, whatever is asked for: oracle of the simulator itself. The second time every node computes everything
 * for itself, so it is also the oracle of what nodes take over from each other.
 */
const REPLAYED_OF = 50

/** Which seeds, and how they are run. */
export interface SeedRange extends Direction {
  readonly firstSeed: number
  readonly lastSeed: number
  readonly validators: number
  readonly byzantine?: number
  readonly moduleVote?: boolean
  readonly matrix?: boolean
  readonly failFast?: boolean
  readonly verifyReplay?: boolean
}

export function simulationOf(range: SeedRange, seed: number): SimulationOptions {
  const { validators, byzantine, moduleVote = false, accountability, trade, matrix = false } = range
  const { strategy, context } = matrix ? cellOf(seed) : range
  return {
    seed,
    validators,
    ...(byzantine === undefined ? {} : { byzantine }),
    ...(moduleVote ? { moduleVote } : {}),
    ...(strategy === undefined ? {} : { strategy }),
    ...(context === undefined ? {} : { context }),
    ...(accountability === undefined ? {} : { accountability }),
    ...(trade === undefined ? {} : { trade }),
  }
}

/** Runs the seeds, and what failed twice: a failure that does not come again in the same way is a defect of the simulator. */
export async function runSeeds(
  range: SeedRange,
  pool: WorkerPool,
  onResult: (checked: CheckedResult, done: number) => void = () => {},
): Promise<readonly CheckedResult[]> {
  const { firstSeed, lastSeed, failFast = false, verifyReplay = false } = range
  const finished: CheckedResult[] = []
  let next = firstSeed
  let isOver = false
  const work = async (): Promise<void> => {
    while (!isOver && next <= lastSeed) {
      const options = simulationOf(range, next++)
      const result = await pool.simulate(options)
      const isReplayed = verifyReplay || result.violation !== undefined || result.seed % REPLAYED_OF === 0
      const again = isReplayed ? await pool.simulate(result.violation === undefined ? { ...options, alone: true } : options) : undefined
      const checked = { result, ...(again === undefined ? {} : { replays: isSame(result, again) }) }
      finished.push(checked)
      if (failFast && result.violation !== undefined) isOver = true
      onResult(checked, finished.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(pool.size, lastSeed - firstSeed + 1) }, work))
  return finished.sort((left, right) => left.result.seed - right.result.seed)
}

function isSame(one: SimulationResult, other: SimulationResult): boolean {
  return one.traceHash === other.traceHash && one.violation?.oracle === other.violation?.oracle
}
