import type { Rejection } from '@hanse/primitives'
import type { FieldValue } from '@hanse/protocol'
import { defineCommand, type StateReader, type TransactionContext } from '@hanse/state'
import { requireFourEyes } from '../../organizations/api.ts'
import { attestReportCodec, type FlowTotal } from '../codecs.ts'
import { periodOf, totalsOf } from '../counts.ts'
import { requireOffice } from '../offices.ts'
import { refuse } from '../rejections.ts'
import { emit, reports } from '../store.ts'

/**
 * Domain §9, attestReport: of a month that is over, so that its totals can no longer move. The chain holds the report to what it counted
 * itself, and refuses any other; so a proof of the record is one of the totals. Refused attempts leave no state: their numbers are the
 * regulator's, from the receipts.
 */
export const attestReport = defineCommand({
  summary: 'Regulator, four-eyes: attests a month’s totals, which must be those that the chain counted',
  params: attestReportCodec,
  execute(context, state, params) {
    const regulator = requireOffice(context, state, ['regulator'])
    if (!regulator.ok) return regulator.error
    const fault = periodFault(context, state, params) ?? totalsFault(state, params)
    if (fault !== undefined) return fault
    const { partyId: attester } = regulator.value
    const eyes = requireFourEyes(context, state, attester)
    if (eyes !== undefined) return eyes
    const { period, totals, refused, documentHash } = params
    reports.put(state, period, { totals, refused, documentHash, attester, attestedAt: context.height })
    emit(state, 'reportAttested', { attester, documentHash, period, totals: totals.length })
    return undefined
  },
})

type Params = FieldValue<typeof attestReportCodec>

function periodFault(context: TransactionContext, state: StateReader, { period, refused }: Params): Rejection | undefined {
  if (period >= periodOf(state, context.timeMs)) return refuse('supervision/period-open', `${period} is not over`, 'period')
  if (reports.has(state, period)) return refuse('supervision/report-exists', `${period} was attested`, 'period')
  const modules = refused.map(({ module }) => module)
  const twice = modules.findIndex((module, index) => modules.indexOf(module) !== index)
  return twice < 0 ? undefined : refuse('supervision/bad-report', `${modules[twice]} stands twice`, `refused.${twice}.module`)
}

function isSame(one: FlowTotal, other: FlowTotal): boolean {
  return one.currency === other.currency && one.flow === other.flow && one.count === other.count && one.amount === other.amount
}

function words({ currency, flow, count, amount }: FlowTotal): string {
  return `${count} of ${flow}, ${amount} minor units of ${currency}`
}

/** Rows stand as the query `totals` gives them: by currency, then in the order of flows. */
function totalsFault(state: StateReader, { period, totals }: Params): Rejection | undefined {
  const counted = totalsOf(state, period)
  for (let index = 0; index < Math.max(counted.length, totals.length); index += 1) {
    const [there, given] = [counted[index], totals[index]]
    if (there !== undefined && given !== undefined && isSame(there, given)) continue
    const [has, says] = [there, given].map((row) => (row === undefined ? 'nothing' : words(row)))
    return refuse('supervision/totals-differ', `the chain counted ${has}, the report says ${says}`, `totals.${index}`)
  }
  return undefined
}
