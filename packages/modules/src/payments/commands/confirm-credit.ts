import { assert } from '@hanse/primitives'
import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { formatAmount } from '../../money.ts'
import { minorUnitsOf } from '../amounts.ts'
import { moneyText, uetr } from '../codecs.ts'
import { settleInvoice } from '../invoice-link.ts'
import { loadAsCreditorAgent, markLate, movePayment, statusFault } from '../payment-store.ts'
import { refuse } from '../rejections.ts'
import { emit } from '../store.ts'

/** Domain §2, ACCC: the creditor has it on its account. The clock runs from ACSC, by block time. The invoice that was paid learns of it here. */
export const confirmCredit = defineCommand({
  summary: 'Creditor agent: confirms that the creditor’s account was credited (ACCC)',
  params: message(hanse.payments.v1.ConfirmCredit, { uetr, creditedAmount: moneyText }),
  execute(context, state, { uetr: id, creditedAmount }) {
    const loaded = loadAsCreditorAgent(context, state, id)
    if (!loaded.ok) return loaded.error
    const fault = statusFault(loaded.value, 'ACSC')
    if (fault !== undefined) return fault
    const { timeMs: atMs } = context
    const { settled, settledAtMs, creditDeadlineMs, settlementCurrency, chargeBearer, creditorAgent, recall, returned } = loaded.value
    assert(settled !== undefined && settledAtMs !== undefined && creditDeadlineMs !== undefined, `${id} is ACSC without its figures`)
    if (returned !== undefined) return refuse('payments/already-returned', `${id} was returned at ${returned.atMs}`, 'uetr')
    if (recall !== undefined && recall.answer !== 'RJCR') return refuse('payments/recall-pending', `${id} is asked back`, 'uetr')
    const credited = minorUnitsOf(creditedAmount, settlementCurrency, 'creditedAmount')
    if (!credited.ok) return credited.error
    if (credited.value > settled || (chargeBearer === 'DEBT' && credited.value !== settled)) {
      const [got, sent] = [credited.value, settled].map((value) => formatAmount(value, settlementCurrency))
      return refuse('payments/credit-mismatch', `${got} of ${sent}, charges ${chargeBearer}`, 'creditedAmount')
    }
    const late = atMs > creditDeadlineMs
    const payment = late ? markLate(state, loaded.value) : loaded.value
    const moved = movePayment(state, payment, 'ACCC', { atMs, by: creditorAgent }, { creditedAtMs: atMs, credited: credited.value })
    emit(state, 'credited', { credited: credited.value, elapsedMs: atMs - settledAtMs, late: moved.late, uetr: id })
    settleInvoice(state, moved, settled)
    return undefined
  },
})
