import { message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { requireFourEyes, requireOperator } from '../../organizations/api.ts'
import { frozenFault, loadClaim, moveCertificate } from '../certificate-store.ts'
import { closeIfPaid } from '../close.ts'
import { certNo } from '../codecs.ts'
import { freeLine } from '../line-store.ts'
import { refuse } from '../rejections.ts'
import { emit, roots } from '../store.ts'

/** The holder of an overdue certificate gives it up, with four eyes. What was written off stays on the record (invariant 1). */
export const writeOff = defineCommand({
  summary: 'Holder, four-eyes: writes off an overdue certificate',
  params: message(hanse.receivables.v1.CertNo, { certNo }),
  execute(context, state, { certNo: number }) {
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { certificate } = claim.value
    const { holder, status, outstanding, rootNo } = certificate
    const party = requireOperator(context, state, { partyId: holder })
    if (!party.ok) return party.error
    if (status !== 'OVERDUE' && status !== 'RECOURSE') {
      return frozenFault(certificate) ?? refuse('receivables/not-overdue', `${number} is ${status}`, 'certNo')
    }
    const fault = requireFourEyes(context, state, holder)
    if (fault !== undefined) return fault
    moveCertificate(state, certificate, 'WRITTEN_OFF', { changedAtMs: context.timeMs })
    const root = roots.require(state, rootNo)
    roots.put(state, rootNo, { ...root, writtenOff: root.writtenOff + outstanding })
    freeLine(state, root, outstanding)
    closeIfPaid(state, rootNo)
    emit(state, 'writtenOff', { amount: outstanding, certNo: number, currency: root.currency, holder })
    return undefined
  },
})
