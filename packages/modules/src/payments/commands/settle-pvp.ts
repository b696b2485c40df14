import { assert } from '@hanse/primitives'
import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { countFlow } from '../../supervision/api.ts'
import { uetr } from '../codecs.ts'
import { exchangedOf } from '../exchange.ts'
import { settleLegs } from '../legs.ts'
import { loadAsDebtorAgent, movePayment, statusFault } from '../payment-store.ts'
import { refuse } from '../rejections.ts'
import { deadlines, emit, paramsOf } from '../store.ts'

/** Domain §2, settlePvP: one step moves the payer's leg to the provider and the provider's to the creditor agent, or nothing (invariant 2). */
export const settlePvP = defineCommand({
  summary: 'Debtor agent: settles the locked legs, payment versus payment; irrevocable',
  params: message(hanse.payments.v1.Uetr, { uetr }),
  execute(context, state, { uetr: id }) {
    const loaded = loadAsDebtorAgent(context, state, id)
    if (!loaded.ok) return loaded.error
    const payment = loaded.value
    const fault = statusFault(payment, 'ACSP')
    if (fault !== undefined) return fault
    const { timeMs: atMs } = context
    const { lockDeadlineMs = 0, settled, currency, settlementCurrency, exchange, debtorAgent } = payment
    if (atMs >= lockDeadlineMs) return refuse('payments/lock-expired', `the lock ended at ${lockDeadlineMs}, it is ${atMs}`, 'uetr')
    const full = settleLegs(state, payment)
    if (full !== undefined) return full
    assert(settled !== undefined, `${id} is locked without its amount`)
    countFlow(context, state, 'payments.settled', { currency: settlementCurrency, amount: settled })
    const creditDeadlineMs = atMs + paramsOf(state).creditWithinMs
    movePayment(state, payment, 'ACSC', { atMs, by: debtorAgent }, { settledAtMs: atMs, creditDeadlineMs })
    deadlines.schedule(state, creditDeadlineMs, `credit ${id}`)
    const legs = { currency, paid: exchangedOf(payment), settlementCurrency, settled, provider: exchange?.provider }
    emit(state, 'settled', { ...legs, creditDeadlineMs, uetr: id })
    return undefined
  },
})
