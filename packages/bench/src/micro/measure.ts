import { distributionOf } from '../statistics.ts'
import type { Calibration } from './calibration.ts'
import type { Operation } from './operation.ts'

export interface Measured {
  readonly name: string
  readonly unit: string
  /** Processor time of one, the median over the batches, in µs. */
  readonly medianUs: number
  /** The median in steps of the calibration: what the baseline holds. */
  readonly ratio: number
}

export interface MeasureOptions {
  readonly calibration: Calibration
  /** Batches of each operation. */
  readonly batches: number
  /** Processor time that a batch is to take, in ms. */
  readonly batchMs: number
  readonly onProgress?: (done: number, total: number, what: string) => void
}

/** Batches before the first that counts: what runs is compiled by then. */
const WARM_BATCHES = 3
const WARM_TIMES_MAX = 1_000_000
const US_PER_MS = 1_000

/** Processor time of this process while `work` is done, in µs, with that of its other threads: LevelDB, the compiler, the collector. */
async function processorUs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  const doing = work()
  if (doing instanceof Promise) await doing
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** How often a batch has to do it, to take so long. */
async function timesOf(run: (times: number) => unknown, batchMs: number): Promise<number> {
  let times = 1
  for (;;) {
    const us = await processorUs(() => run(times))
    if (us >= (batchMs * US_PER_MS) / 2 || times >= WARM_TIMES_MAX) return Math.max(1, Math.round((times * batchMs * US_PER_MS) / us))
    times *= us < US_PER_MS ? 8 : 2
  }
}

/**
 * Each operation in turn, and the calibration before each of its batches: what else the machine does meanwhile falls on both. The median
 * counts: a system may tell processor time in steps, so that the least batch is no measure. Wall time is not looked at.
 */
export async function measureAll(operations: readonly Operation[], options: MeasureOptions): Promise<readonly Measured[]> {
  const { calibration, batches, batchMs, onProgress } = options
  const steps = await timesOf(calibration.run, batchMs)
  for (let batch = 0; batch < WARM_BATCHES; batch++) calibration.run(steps)
  const measured: Measured[] = []
  for (const operation of operations) {
    onProgress?.(measured.length, operations.length, operation.name)
    const times = await timesOf((count) => operation.run(count), batchMs)
    for (let batch = 0; batch < WARM_BATCHES; batch++) await operation.run(times)
    const stepUs: number[] = []
    const unitUs: number[] = []
    for (let batch = 0; batch < batches; batch++) {
      stepUs.push((await processorUs(() => calibration.run(steps))) / steps)
      unitUs.push((await processorUs(() => operation.run(times))) / (times * operation.unitsPerTime))
    }
    const { name, unit } = operation
    measured.push({ name, unit, medianUs: distributionOf(unitUs).p50, ratio: distributionOf(unitUs).p50 / distributionOf(stepUs).p50 })
  }
  return measured
}
