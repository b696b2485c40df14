import { amount, message, optional } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { currency, partyId } from '../../fields.ts'
import { requireActiveParty } from '../../organizations/api.ts'
import { requireIssuer, setAccountLimits } from '../../settlement/api.ts'
import { emit, quotaLimits } from '../store.ts'

/** Domain §2, setLimits: the issuer says how much of its currency a bank may hold, pay at once and initiate a day. What is left out is no limit. */
export const setLimits = defineCommand({
  summary: 'Issuer, four-eyes: caps a bank’s balance, its single payments and what it initiates a day',
  params: message(hanse.payments.v1.SetLimits, {
    bank: partyId(),
    currency: currency(),
    holdLimit: optional(amount()),
    transactionLimit: optional(amount()),
    dayLimit: optional(amount()),
  }),
  execute(context, state, { bank, currency: code, dayLimit, ...limits }) {
    const issued = requireIssuer(context, state, code)
    if (!issued.ok) return issued.error
    const party = requireActiveParty(state, bank, context.timeMs, { role: 'bank', path: 'bank' })
    if (!party.ok) return party.error
    const fault = setAccountLimits(state, bank, code, limits)
    if (fault !== undefined) return fault
    quotaLimits.put(state, [code, bank], dayLimit === undefined ? {} : { dayLimit })
    emit(state, 'limitsSet', { bank, currency: code, dayLimit, ...limits })
    return undefined
  },
})
