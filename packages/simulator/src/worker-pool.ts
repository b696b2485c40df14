import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { assert } from '@hanse/primitives'
import type { SimulationOptions, SimulationResult } from './result.ts'

/** A step leaves much behind that nobody needs any more: with so much room the collector seldom comes while it is in use. */
const YOUNG_GENERATION_MB = 96

/** Threads that each simulate one seed at a time. */
export class WorkerPool {
  readonly #idle: Worker[] = []
  readonly #all: readonly Worker[]

  constructor(size: number) {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB }
    this.#all = Array.from({ length: size }, () => new Worker(new URL('./worker.js', import.meta.url), { resourceLimits }))
    this.#idle.push(...this.#all)
  }

  get size(): number {
    return this.#all.length
  }

  /** At most as many at a time as there are threads. @throws what a simulation throws that is not a violation */
  async simulate(options: SimulationOptions): Promise<SimulationResult> {
    const worker = this.#idle.pop()
    assert(worker !== undefined, 'every thread has one seed at a time')
    worker.postMessage(options)
    const [result] = (await once(worker, 'message')) as [SimulationResult]
    this.#idle.push(worker)
    return result
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.terminate()))
  }
}
