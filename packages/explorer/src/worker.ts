import { parentPort } from 'node:worker_threads'
import * as consensus from '@hanse/consensus'
import { explore } from './scenario.ts'
import { addTallies, NOTHING, tallyOf } from './summary.ts'

/** A stretch of scenarios for a thread. */
export interface Stretch {
  readonly first: number
  readonly count: number
}

parentPort?.on('message', ({ first, count }: Stretch) => {
  let tally = NOTHING
  for (let scenario = first; scenario < first + count; scenario++) tally = addTallies(tally, tallyOf(explore(consensus, scenario)))
  parentPort?.postMessage(tally)
})
