import { choice, message, optional } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { uetr } from '../codecs.ts'
import { loadAsCreditorAgent, putPayment } from '../payment-store.ts'
import { RECALL_REFUSALS } from '../reasons.ts'
import { refuse } from '../rejections.ts'
import { emit } from '../store.ts'

/** Domain §2, camt.029: the creditor agent grants a recall (CNCL), or refuses it with a reason (RJCR). */
export const respondToRecall = defineCommand({
  summary: 'Creditor agent: grants or refuses a recall (camt.029)',
  params: message(hanse.payments.v1.RespondToRecall, {
    uetr,
    answer: choice('CNCL', 'RJCR'),
    reason: optional(choice(...RECALL_REFUSALS)),
  }),
  execute(context, state, { uetr: id, answer, reason }) {
    const loaded = loadAsCreditorAgent(context, state, id)
    if (!loaded.ok) return loaded.error
    const { recall } = loaded.value
    if (recall?.answer !== 'PENDING') return refuse('payments/no-recall', `no recall of ${id} waits for an answer`, 'uetr')
    if (answer === 'RJCR' && reason === undefined) return refuse('payments/reason-missing', `the refusal of ${id} has no reason`, 'reason')
    const answered = { ...recall, answer, answeredAtMs: context.timeMs, ...(reason === undefined ? {} : { answerReason: reason }) }
    putPayment(state, loaded.value, { recall: answered })
    emit(state, 'recallAnswered', { answer, uetr: id })
    return undefined
  },
})
