import type { Rejection } from '@hanse/primitives'
import type { FieldValue } from '@hanse/protocol'
import { defineCommand, type StateReader, type TransactionContext } from '@hanse/state'
import { requireFourEyes } from '../../organizations/api.ts'
import { attestReportCodec, type FlowTotal, type Refused } from '../codecs.ts'
import { periodOf, totalsOf } from '../counts.ts'
import { requireOffice } from '../offices.ts'
import { refusedByModule } from '../refusals.ts'
import { refuse } from '../rejections.ts'
import { emit, reports } from '../store.ts'

/**
 * Domain §9, attestReport: of a month that is over, so that its totals can no longer move. The chain holds the report to what it counted
 * itself, what went through and what was refused, and takes no other; so a proof of the record is one of the totals.
 */
export const attestReport = defineCommand({
  summary: 'Regulator, four-eyes: attests a month’s totals and refusals, which must be those that the chain counted',
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

function periodFault(context: TransactionContext, state: StateReader, { period }: Params): Rejection | undefined {
  if (period >= periodOf(state, context.timeMs)) return refuse('supervision/period-open', `${period} is not over`, 'period')
  return reports.has(state, period) ? refuse('supervision/report-exists', `${period} was attested`, 'period') : undefined
}

function flowText({ currency, flow, count, amount }: FlowTotal): string {
  return `${count} of ${flow}, ${amount} minor units of ${currency}`
}

function refusedText({ module, count }: Refused): string {
  return `${count} refused by ${module}`
}

/** Rows stand as the queries `totals` and `refusals` give them. */
function rowsFault(path: string, counted: readonly string[], stated: readonly string[]): Rejection | undefined {
  for (let index = 0; index < Math.max(counted.length, stated.length); index += 1) {
    const [has = 'nothing', says = 'nothing'] = [counted[index], stated[index]]
    if (has !== says) return refuse('supervision/totals-differ', `the chain counted ${has}, the report says ${says}`, `${path}.${index}`)
  }
  return undefined
}

function totalsFault(state: StateReader, { period, totals, refused }: Params): Rejection | undefined {
  return (
    rowsFault('totals', totalsOf(state, period).map(flowText), totals.map(flowText)) ??
    rowsFault('refused', refusedByModule(state, period).map(refusedText), refused.map(refusedText))
  )
}
