import type { OnProgress } from '../scenario.ts'
import { MAX_PACE } from './options.ts'
import { runLoad } from './run.ts'

/** How long the most is measured, where a scenario needs a share of it: long enough for a round figure. */
const SECONDS = 15
const WARMUP_SECONDS = 10

export interface SharedRate {
  readonly perSecond: number
  /** Where it was not given but is a share of it. */
  readonly maximumPerSecond?: number
}

/** The rate that was asked for; or `percent` of what transfers come to at the most, which is measured on a network of its own. */
export async function rateOrShare(rate: number | 'auto', percent: number, validators: number, onProgress: OnProgress): Promise<SharedRate> {
  if (rate !== 'auto') return { perSecond: rate }
  const plan = { workload: 'transfer', validators, pace: MAX_PACE, seconds: SECONDS, warmupSeconds: WARMUP_SECONDS } as const
  const { figures } = await runLoad(plan, (done, total, what) => onProgress(done, total, `the most: ${what}`))
  const maximumPerSecond = figures.committedPerSecond
  if (maximumPerSecond === 0) throw new Error('nothing was committed while the most was measured')
  return { perSecond: Math.max(1, Math.round((maximumPerSecond * percent) / 100)), maximumPerSecond }
}

/** `1,200 transactions/s offered: 60 % of 2,000` */
export function sharedRateText({ perSecond, maximumPerSecond }: SharedRate, percent: number): string {
  const offered = `${perSecond.toLocaleString('en-US')} transactions/s offered`
  return maximumPerSecond === undefined ? offered : `${offered}: ${percent} % of ${Math.round(maximumPerSecond).toLocaleString('en-US')}`
}
