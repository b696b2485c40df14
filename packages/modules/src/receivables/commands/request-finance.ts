import { bool, message, optional, uint } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { partyId } from '../../fields.ts'
import { requireActiveParty, requireOperator } from '../../organizations/api.ts'
import { dueAtMs, loadClaim, moveCertificate, statusFault } from '../certificate-store.ts'
import { annualRatePpm, certNo } from '../codecs.ts'
import { expiryFault } from '../issue-rules.ts'
import { deadlines, emit } from '../store.ts'

/** Domain §1, requestFinance: the holder offers the claim at a rate, to one bank or to whichever is first; ACT/360. */
export const requestFinance = defineCommand({
  summary: 'Holder: offers a certificate for finance at an annual rate, to one bank or to any',
  params: message(hanse.receivables.v1.RequestFinance, {
    certNo,
    annualRatePpm,
    bank: optional(partyId()),
    recourse: bool(),
    expiresAtMs: uint(),
  }),
  execute(context, state, params) {
    const claim = loadClaim(state, params.certNo)
    if (!claim.ok) return claim.error
    const { certificate, root } = claim.value
    const holder = requireOperator(context, state, { partyId: certificate.holder })
    if (!holder.ok) return holder.error
    const fault =
      statusFault(state, claim.value, 'ACTIVE', context.timeMs) ??
      expiryFault(context.timeMs, params.expiresAtMs, dueAtMs(state, root), 'expiresAtMs')
    if (fault !== undefined) return fault
    if (params.bank !== undefined) {
      const bank = requireActiveParty(state, params.bank, context.timeMs, { role: 'bank', path: 'bank' })
      if (!bank.ok) return bank.error
    }
    const { certNo: number, ...request } = params
    moveCertificate(state, certificate, 'QUOTED', { request, changedAtMs: context.timeMs })
    deadlines.schedule(state, params.expiresAtMs, `request ${number}`)
    const terms = { annualRatePpm: params.annualRatePpm, bank: params.bank, expiresAtMs: params.expiresAtMs }
    emit(state, 'financeRequested', { ...terms, certNo: number, holder: certificate.holder, recourse: params.recourse })
    return undefined
  },
})
