import { Worker } from 'node:worker_threads'
import type { OnProgress } from '../scenario.ts'
import { type Baseline, isSlower } from './baseline.ts'
import type { Measured } from './measure.ts'
import type { MeasureRequest, MeasureWord } from './measure-worker.ts'

/** Seen from `src` and from `dist` alike. */
const WORKER = new URL('../../dist/micro/measure-worker.js', import.meta.url)
/** How often what is too slow is measured again before it is believed: a neighbour's load lasts longer than a pass. */
const RETRIES = 4
/** Passes that a baseline is the middle of. */
const RECORDED_PASSES = 3

/** Measures operations, those of these names or all. */
export type MeasurePass = (names?: readonly string[]) => Promise<readonly Measured[]>

/**
 * Each pass is a thread of its own, with an engine of its own: one that has once compiled a function badly goes on with it, some times slower,
 * until it ends.
 */
export function passesIn(request: Omit<MeasureRequest, 'names'>, onProgress?: OnProgress): MeasurePass {
  return (names) =>
    new Promise((resolve, reject) => {
      const workerData: MeasureRequest = names === undefined ? request : { ...request, names }
      const worker = new Worker(WORKER, { workerData })
      worker.on('message', (word: MeasureWord) => {
        if (word.type === 'measured') resolve(word.measured)
        else onProgress?.(word.done, word.total, word.what)
      })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the thread that measures ended with ${code}`)))
    })
}

/** Of each operation the pass that cost least. */
function leastOf(passes: readonly (readonly Measured[])[]): readonly Measured[] {
  const least = new Map<string, Measured>()
  for (const measured of passes.flat()) {
    const before = least.get(measured.name)
    if (before === undefined || measured.ratio < before.ratio) least.set(measured.name, measured)
  }
  return [...least.values()]
}

/** Of each operation the pass in the middle: neither a badly compiled function nor a lucky moment is what others are held to. */
export async function measureForBaseline(pass: MeasurePass): Promise<readonly Measured[]> {
  const passes: (readonly Measured[])[] = []
  for (let count = 0; count < RECORDED_PASSES; count++) passes.push(await pass())
  const all = passes.flat()
  return (passes[0] ?? []).map(({ name }) => {
    const sorted = all.filter((one) => one.name === name).sort((left, right) => left.ratio - right.ratio)
    return sorted[sorted.length >> 1] as Measured
  })
}

/** Measures again what is slower than the baseline allows: neither a busy machine nor a badly compiled function is a regression. */
export async function measureAgainst(baseline: Baseline, pass: MeasurePass): Promise<readonly Measured[]> {
  let measured = await pass()
  for (let retry = 0; retry < RETRIES; retry++) {
    const slow = measured.filter((one) => isSlower(one, baseline)).map(({ name }) => name)
    if (slow.length === 0) break
    measured = leastOf([measured, await pass(slow)])
  }
  return measured
}
