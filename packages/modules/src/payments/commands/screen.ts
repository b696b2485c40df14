import { choice, list, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { partyId } from '../../fields.ts'
import { screenedListOf } from '../../supervision/api.ts'
import { uetr } from '../codecs.ts'
import { LISTS_MAX, SUBJECTS_MAX } from '../limits.ts'
import { loadAsAgent, rejectPayment, statusFault } from '../payment-store.ts'
import { LISTED } from '../reasons.ts'
import { acceptScreened, checksOf } from '../screening.ts'
import { compliances, emit } from '../store.ts'

/**
 * Domain §2, screen: each agent proves of debtor and creditor that they are on no list in force. CLEAR is taken with proofs alone; HIT ends
 * the payment. A screening is void as soon as a younger version is in force, so it may be repeated until the legs are locked.
 */
export const screen = defineCommand({
  summary: 'Either agent: proves debtor and creditor absent from the lists in force, or reports a hit',
  params: message(hanse.payments.v1.Screen, {
    uetr,
    agent: partyId(),
    result: choice('CLEAR', 'HIT'),
    lists: list(screenedListOf(hanse.payments.v1, SUBJECTS_MAX), { max: LISTS_MAX }),
  }),
  execute(context, state, { uetr: id, agent, result, lists }) {
    const loaded = loadAsAgent(context, state, id, agent)
    if (!loaded.ok) return loaded.error
    const payment = loaded.value
    const fault = statusFault(payment, 'ACTC', 'ACCP', 'PDNG')
    if (fault !== undefined) return fault
    const { timeMs: atMs } = context
    if (result === 'HIT') {
      rejectPayment(state, payment, { atMs, reason: LISTED, by: agent })
      return undefined
    }
    const compliance = compliances.require(state, id)
    const checks = checksOf(state, compliance.subjects, lists)
    if ('code' in checks) return checks
    const others = compliance.screenings.filter((screening) => screening.agent !== agent)
    compliances.put(state, id, { ...compliance, screenings: [...others, { agent, atMs, checks }] })
    emit(state, 'screened', { agent, lists: checks.map((check) => `${check.listId}@${check.version}`).join(' '), uetr: id })
    if (payment.status === 'ACTC') acceptScreened(state, payment, { atMs, by: agent })
    return undefined
  },
})
