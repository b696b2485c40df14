import { amount, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { currency, partyId } from '../../fields.ts'
import { formatAmount } from '../../money.ts'
import { requireActiveParty, requireFourEyes, requireOperator } from '../../organizations/api.ts'
import { hasCurrency } from '../../settlement/api.ts'
import { lineId } from '../codecs.ts'
import { refuse } from '../rejections.ts'
import { emit, lines, linesOfParty } from '../store.ts'

/** Domain §1, grantLine: a bank, with four eyes, sets how much a core firm may owe by certificates; again to change the limit. */
export const grantLine = defineCommand({
  summary: 'Bank, four-eyes: grants a core firm a credit line for certificates, or changes its limit',
  params: message(hanse.receivables.v1.GrantLine, { lineId, core: partyId(), currency: currency(), limit: amount() }),
  execute(context, state, params) {
    const bank = requireOperator(context, state, { role: 'bank' })
    if (!bank.ok) return bank.error
    const { partyId: bankId } = bank.value
    const fault = requireFourEyes(context, state, bankId)
    if (fault !== undefined) return fault
    if (params.core === bankId) return refuse('receivables/same-party', `${bankId} would grant itself a line`, 'core')
    const core = requireActiveParty(state, params.core, context.timeMs, { role: 'core', path: 'core' })
    if (!core.ok) return core.error
    if (!hasCurrency(state, params.currency)) {
      return refuse('receivables/unknown-currency', `this chain has no ${params.currency}`, 'currency')
    }
    const line = lines.get(state, params.lineId)
    if (line !== undefined && (line.bank !== bankId || line.core !== params.core || line.currency !== params.currency)) {
      return refuse('receivables/line-taken', `${params.lineId} is a line of ${line.bank} for ${line.core} in ${line.currency}`, 'lineId')
    }
    const used = line?.used ?? 0n
    if (params.limit < used) {
      const [limit, held] = [params.limit, used].map((value) => formatAmount(value, params.currency))
      return refuse('receivables/limit-below-used', `${held} are outstanding on ${params.lineId}, the limit would be ${limit}`, 'limit')
    }
    const terms = { bank: bankId, core: params.core, currency: params.currency, limit: params.limit }
    lines.put(state, params.lineId, { ...terms, used, grantedAtMs: context.timeMs })
    if (line === undefined) for (const party of [params.core, bankId]) linesOfParty.append(state, party, params.lineId)
    emit(state, 'lineGranted', { ...terms, lineId: params.lineId })
    return undefined
  },
})
