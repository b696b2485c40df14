import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type StageTime, stageTimes } from '../profile/classify.ts'
import type { CpuProfile } from '../profile/cpu-profile.ts'

export interface StageShare {
  readonly stage: string
  readonly msPerBlock: number
}

/** The main thread's is 0. */
const THREAD_OF_FILE = /\.(\d+)\.\d+\.cpuprofile$/

/**
 * What the profiles of a process say that its main thread spent its time in, in ms a block, and how long the other threads were at work
 * that run JavaScript. Empty where a process was killed before it had written them.
 */
export async function stagesOf(directory: string, blocks: number): Promise<readonly StageShare[]> {
  const sums = new Map<string, number>()
  for (const name of await readdir(directory)) {
    const thread = THREAD_OF_FILE.exec(name)?.[1]
    if (thread === undefined) continue
    for (const time of stageTimes(JSON.parse(await readFile(join(directory, name), 'utf8')) as CpuProfile)) {
      const label = thread === '0' ? labelOf(time) : 'other threads'
      if (thread === '0' || time.stage !== 'idle') sums.set(label, (sums.get(label) ?? 0) + time.us)
    }
  }
  return [...sums].sort(([, left], [, right]) => right - left).map(([stage, us]) => ({ stage, msPerBlock: us / 1000 / blocks }))
}

function labelOf({ stage, part }: StageTime): string {
  return stage === part ? stage : `${stage}: ${part}`
}
