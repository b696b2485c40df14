import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { dateOfTime } from '../../dates.ts'
import { uetr } from '../codecs.ts'
import { isExchange } from '../exchange.ts'
import { lockLegs } from '../legs.ts'
import { loadAsDebtorAgent, movePayment, statusFault } from '../payment-store.ts'
import { refuse } from '../rejections.ts'
import { screeningFault } from '../screening.ts'
import { deadlines, paramsOf } from '../store.ts'

/**
 * Domain §2, ACSP: both legs leave their owners' accounts for the payment's vault, or neither. Both screenings are of the versions in force
 * (invariant 7). What is locked is settled within the chain's `lockMs`, or goes back.
 */
export const lock = defineCommand({
  summary: 'Debtor agent: locks its own leg and the provider’s, for settlement',
  params: message(hanse.payments.v1.Uetr, { uetr }),
  execute(context, state, { uetr: id }) {
    const loaded = loadAsDebtorAgent(context, state, id)
    if (!loaded.ok) return loaded.error
    const payment = loaded.value
    const fault = statusFault(payment, 'ACCP')
    if (fault !== undefined) return fault
    const { timeMs: atMs } = context
    const { utcOffsetMinutes, lockMs } = paramsOf(state)
    const { settlementDate, exchange, debtorAgent } = payment
    if (dateOfTime(atMs, utcOffsetMinutes) < settlementDate) {
      return refuse('payments/too-early', `${id} is to be settled on ${settlementDate}`, 'uetr')
    }
    if (isExchange(payment) && exchange === undefined) return refuse('payments/quote-missing', `${id} has no quote`, 'uetr')
    if (exchange !== undefined && atMs >= exchange.validUntilMs) {
      return refuse('payments/quote-expired', `the quote of ${exchange.provider} ended at ${exchange.validUntilMs}, it is ${atMs}`, 'uetr')
    }
    const unfit = screeningFault(state, payment, atMs) ?? lockLegs(context, state, payment)
    if (unfit !== undefined) return unfit
    const lockDeadlineMs = atMs + lockMs
    movePayment(state, payment, 'ACSP', { atMs, by: debtorAgent }, { lockDeadlineMs })
    deadlines.schedule(state, lockDeadlineMs, `lock ${id}`)
    return undefined
  },
})
