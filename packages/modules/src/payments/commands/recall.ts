import { message, optional } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { reference } from '../../fields.ts'
import { recallReason, uetr } from '../codecs.ts'
import { RECALLS_MAX } from '../limits.ts'
import { loadAsDebtorAgent, putPayment } from '../payment-store.ts'
import { refuse } from '../rejections.ts'
import { isSettled } from '../status.ts'
import { emit } from '../store.ts'

/** Domain §2, recall after ACSC: camt.056 asks, and moves nothing. Only the creditor agent's answer opens the way back. */
export const recall = defineCommand({
  summary: 'Debtor agent: asks for a settled payment back (camt.056)',
  params: message(hanse.payments.v1.RecallParams, { uetr, reason: recallReason, note: optional(reference()) }),
  execute(context, state, { uetr: id, reason, note }) {
    const loaded = loadAsDebtorAgent(context, state, id)
    if (!loaded.ok) return loaded.error
    const payment = loaded.value
    if (!isSettled(payment.status)) return refuse('payments/not-settled', `${id} is ${payment.status}`, 'uetr')
    if (payment.returned !== undefined) return refuse('payments/already-returned', `${id} was returned`, 'uetr')
    const standing = payment.recall?.answer
    if (standing !== undefined && standing !== 'RJCR') return refuse('payments/recall-pending', `a recall of ${id} is ${standing}`, 'uetr')
    if (payment.recalls >= RECALLS_MAX) return refuse('payments/too-many-recalls', `${id} was recalled ${payment.recalls} times`, 'uetr')
    const asked = { reason, atMs: context.timeMs, answer: 'PENDING' as const, ...(note === undefined ? {} : { note }) }
    putPayment(state, payment, { recall: asked, recalls: payment.recalls + 1 })
    emit(state, 'recallRequested', { reason, uetr: id })
    return undefined
  },
})
