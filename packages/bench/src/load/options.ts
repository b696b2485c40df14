import type { NumberOrWordOption, OptionValues } from '../scenario.ts'
import type { OfferedPace } from './crew.ts'

/** Transactions without an answer at each node, where no rate is given: so many that no node waits for its client. */
const WINDOW_DEFAULT = 512

const RATE_LIMITS = { min: 1, max: 100_000 } as const

/** What every scenario of load takes. */
export const LOAD_OPTIONS = {
  seconds: { default: 60, min: 1, max: 3_600 },
  /** The same load before: fresh processes compile what they run. */
  warmup: { default: 10, min: 1, max: 600 },
  validators: { default: 4, min: 4, max: 16 },
  /** Each on a network of its own. */
  runs: { default: 1, min: 1, max: 50 },
} as const

/** A rate, or as much as there is. */
export const FREE_RATE_OPTIONS = {
  rate: { default: 'max', ...RATE_LIMITS, word: 'max' },
  /** With `--rate max`: transactions that wait for an answer at each node. */
  window: { default: WINDOW_DEFAULT, min: 1, max: 4_096 },
} as const

/** A rate, or a share of the most, which is measured first. */
export const SHARE_RATE_OPTIONS = { rate: { default: 'auto', ...RATE_LIMITS, word: 'auto' } satisfies NumberOrWordOption<'auto'> } as const

/** A rate of this many a second, where no other is given. */
export function fixedRateOptions(perSecond: number): {
  readonly rate: { readonly default: number; readonly min: number; readonly max: number }
} {
  return { rate: { default: perSecond, ...RATE_LIMITS } }
}

export const MAX_PACE: OfferedPace = { type: 'max', window: WINDOW_DEFAULT }

export function paceOf({ rate, window }: OptionValues<typeof FREE_RATE_OPTIONS>): OfferedPace {
  return rate === 'max' ? { type: 'max', window } : { type: 'rate', perSecond: rate }
}

export function offeredText(pace: OfferedPace): string {
  return pace.type === 'rate'
    ? `${pace.perSecond} transactions/s offered`
    : `as many transactions as become final (${pace.window} without an answer at each node)`
}
