import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { addDays, startOfDateMs } from '../../dates.ts'
import { requireOperator } from '../../organizations/api.ts'
import { paymentDate } from '../calendar.ts'
import { loadRoot, moveCertificate } from '../certificate-store.ts'
import { certNo } from '../codecs.ts'
import { refuse } from '../rejections.ts'
import { canMove } from '../status.ts'
import { certificates, emit, paramsOf } from '../store.ts'

/**
 * Domain §1, declareOverdue: anyone, once the last day to pay and the days of grace have passed. A frozen certificate is left alone; it
 * can be declared after its freeze.
 */
export const declareOverdue = defineCommand({
  summary: 'Any party: declares what is unpaid of an issue overdue after the days of grace',
  params: message(hanse.receivables.v1.CertNo, { certNo }),
  execute(context, state, { certNo: number }) {
    const sender = requireOperator(context, state)
    if (!sender.ok) return sender.error
    const claim = loadRoot(state, number)
    if (!claim.ok) return claim.error
    const { root } = claim.value
    const { calendar, graceDays, utcOffsetMinutes } = paramsOf(state)
    const payBy = paymentDate(calendar, root.dueDate)
    const overdueOn = addDays(payBy, graceDays + 1)
    if (context.timeMs < startOfDateMs(overdueOn, utcOffsetMinutes)) {
      return refuse('receivables/not-overdue', `${number}, to be paid by ${payBy}, is overdue from ${overdueOn}`, 'certNo')
    }
    const unpaid = root.live.map((leaf) => certificates.require(state, leaf))
    const declared = unpaid.filter(({ status, freeze }) => freeze === undefined && status !== 'RECOURSE' && canMove(status, 'OVERDUE'))
    if (declared.length === 0) return refuse('receivables/not-overdue', `nothing of ${number} is unpaid and undeclared`, 'certNo')
    for (const leaf of declared) {
      moveCertificate(state, leaf, 'OVERDUE', { changedAtMs: context.timeMs })
      emit(state, 'overdue', { certNo: leaf.certNo, currency: root.currency, holder: leaf.holder, outstanding: leaf.outstanding })
    }
    return undefined
  },
})
