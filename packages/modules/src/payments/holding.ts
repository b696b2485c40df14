import type { Rejection } from '@hanse/primitives'
import type { StateWriter, TransactionContext } from '@hanse/state'
import { reserve } from '../settlement/api.ts'
import type { Payment } from './codecs.ts'
import { payerLeg } from './legs.ts'
import { HOLD_MS_MAX, HOLDS_MAX } from './limits.ts'
import { movePayment } from './payment-store.ts'
import { refuse } from './rejections.ts'
import { deadlines } from './store.ts'

type Hold = NonNullable<Payment['hold']>

/** ISO 20022: regulatory reason. */
const RULE = 'RR04'

/**
 * A rule of supervision holds a payment from its beginning: until the regulator has cleared the very call that initiated it, at most as long
 * as an agent could hold it.
 */
export function holdByRules(
  context: TransactionContext,
  state: StateWriter,
  payment: Payment,
  [first = '', ...others]: readonly string[],
): Rejection | undefined {
  const note = `held by ${first}${others.length === 0 ? '' : ` and ${others.length} more`}`
  const { timeMs, callDigest } = context
  return holdPayment(context, state, payment, { reason: RULE, note, deadlineMs: timeMs + HOLD_MS_MAX, callDigest })
}

/** PDNG: the payer's leg waits in the payment's vault, so that a held payment stays covered, and goes back at the deadline by itself. */
export function holdPayment(context: TransactionContext, state: StateWriter, payment: Payment, hold: Hold): Rejection | undefined {
  const { uetr, holds } = payment
  if (holds >= HOLDS_MAX) return refuse('payments/too-many-holds', `${uetr} was held ${holds} times`, 'uetr')
  const uncovered = reserve(context, state, payerLeg(payment))
  if (uncovered !== undefined) return uncovered
  const by = hold.agent === undefined ? {} : { by: hold.agent }
  movePayment(state, payment, 'PDNG', { atMs: context.timeMs, reason: hold.reason, ...by }, { hold, holds: holds + 1 })
  deadlines.schedule(state, hold.deadlineMs, `hold ${uetr}`)
  return undefined
}
