import type { Rejection } from '@hanse/primitives'
import type { StateWriter, TransactionContext } from '@hanse/state'
import { reserve } from '../settlement/api.ts'
import type { Payment } from './codecs.ts'
import { payerLeg } from './legs.ts'
import { HOLDS_MAX } from './limits.ts'
import { movePayment } from './payment-store.ts'
import { refuse } from './rejections.ts'
import { deadlines } from './store.ts'

type Hold = NonNullable<Payment['hold']>

/** PDNG: the payer's leg waits in the payment's vault, so that a held payment stays covered, and goes back at the deadline by itself. */
export function holdPayment(context: TransactionContext, state: StateWriter, payment: Payment, hold: Hold): Rejection | undefined {
  const { uetr, holds } = payment
  if (holds >= HOLDS_MAX) return refuse('payments/too-many-holds', `${uetr} was held ${holds} times`, 'uetr')
  const uncovered = reserve(context, state, payerLeg(payment))
  if (uncovered !== undefined) return uncovered
  movePayment(state, payment, 'PDNG', { atMs: context.timeMs, reason: hold.reason, by: hold.agent }, { hold, holds: holds + 1 })
  deadlines.schedule(state, hold.deadlineMs, `hold ${uetr}`)
  return undefined
}
