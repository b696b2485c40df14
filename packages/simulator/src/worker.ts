import { parentPort } from 'node:worker_threads'
import type { SimulationOptions } from './result.ts'
import { simulate } from './simulation.ts'

/** A thread that simulates what it is sent. */
parentPort?.on('message', (options: SimulationOptions) => {
  parentPort?.postMessage(simulate(options))
})
