import type { BlockContext, StateReader, StateWriter } from '@hanse/state'
import { CURRENCIES, type Currency } from '../currencies.ts'
import { dateOfTime } from '../dates.ts'
import type { FlowTotal, Verdict } from './codecs.ts'
import { FLOWS, type Flow } from './flows.ts'
import { PERIODS_MAX } from './limits.ts'
import { ALL, NO_VERDICTS, paramsOf, periods, ruleCounts, totals } from './store.ts'

const PERIOD_LENGTH = 7

/** Of a block's or a transaction's context. */
export type BlockTime = Pick<BlockContext, 'timeMs'>

/** The month that it is, where the chain's business dates are. */
export function periodOf(state: StateReader, timeMs: number): string {
  return dateOfTime(timeMs, paramsOf(state).utcOffsetMinutes).slice(0, PERIOD_LENGTH)
}

/** Adds to the totals of the month. The caller MUST have moved, or made, what it counts. */
export function countFlow({ timeMs }: BlockTime, state: StateWriter, flow: Flow, of: { currency: Currency; amount: bigint }): void {
  const period = periodOf(state, timeMs)
  const key = [period, of.currency, flow]
  const known = totals.get(state, key)
  if (known === undefined) enterPeriod(state, period)
  const { count, amount } = known ?? { count: 0, amount: 0n }
  totals.put(state, key, { count: count + 1, amount: amount + of.amount })
}

/** Block time goes forwards: a month is entered once, and stands at the end of the list. */
function enterPeriod(state: StateWriter, period: string): void {
  const count = periods.count(state, ALL)
  if (count === 0 || periods.page(state, ALL, count - 1, 1)[0] !== period) periods.append(state, ALL, period)
}

/** All that was counted in a month, by currency and flow. */
export function totalsOf(state: StateReader, period: string): readonly FlowTotal[] {
  return CURRENCIES.flatMap((currency) =>
    FLOWS.flatMap((flow) => {
      const known = totals.get(state, [period, currency, flow])
      return known === undefined ? [] : [{ currency, flow, ...known }]
    }),
  )
}

/** Over all months: what a module can be held to. */
export function flowOverAll(state: StateReader, flow: Flow, currency: Currency): bigint {
  const all = periods.page(state, ALL, 0, PERIODS_MAX)
  return all.reduce((sum, period) => sum + (totals.get(state, [period, currency, flow])?.amount ?? 0n), 0n)
}

/** Verdicts of transactions that went through: refusals are counted when all of the block was executed. */
export function countVerdict(state: StateWriter, timeMs: number, { ruleId, result }: Verdict): void {
  const key = [periodOf(state, timeMs), ruleId]
  const known = ruleCounts.get(state, key) ?? NO_VERDICTS
  const { judged, reported, cleared, held } = known
  ruleCounts.put(state, key, {
    ...known,
    judged: judged + 1,
    reported: reported + Number(result === 'REPORT'),
    cleared: cleared + Number(result === 'CLEARED'),
    held: held + Number(result === 'HOLD'),
  })
}
