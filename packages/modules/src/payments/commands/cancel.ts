import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { recallReason, uetr } from '../codecs.ts'
import { loadAsDebtorAgent, rejectPayment, stoppableFault } from '../payment-store.ts'

/** Domain §2, cancel: camt.056 before ACSC is free. After it the money is gone: see `recall`. */
export const cancel = defineCommand({
  summary: 'Debtor agent: takes a payment back before it is settled (camt.056)',
  params: message(hanse.payments.v1.Cancel, { uetr, reason: recallReason }),
  execute(context, state, { uetr: id, reason }) {
    const loaded = loadAsDebtorAgent(context, state, id)
    if (!loaded.ok) return loaded.error
    const fault = stoppableFault(loaded.value)
    if (fault !== undefined) return fault
    rejectPayment(state, loaded.value, { atMs: context.timeMs, reason, by: loaded.value.debtorAgent })
    return undefined
  },
})
