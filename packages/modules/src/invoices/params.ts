import { type FieldValue, list, message, text, uint } from '@hanse/protocol'
import { hanse } from '../../generated/invoices.js'
import { addBusinessDays, calendarMembers } from '../calendar.ts'
import { addDays, dateOfTime, startOfDateMs } from '../dates.ts'
import { DEEMED_RULES_MAX, RESPONSE_DAYS_MAX } from './limits.ts'

const wire = hanse.invoices.v1
const UTC_OFFSET_MINUTES_MAX = 14 * 60

export const paramsCodec = message(wire.Params, {
  utcOffsetMinutes: uint({ max: UTC_OFFSET_MINUTES_MAX }),
  calendar: message(wire.Calendar, calendarMembers()),
  deemedAcceptance: list(
    message(wire.DeemedAcceptance, {
      country: text({ max: 2, pattern: /^[A-Z]{2}$/, description: 'ISO 3166-1 alpha-2', words: 'a country in two capital letters' }),
      businessDays: uint({ min: 1, max: RESPONSE_DAYS_MAX }),
    }),
    { max: DEEMED_RULES_MAX },
  ),
})
/**
 * The place whose dates and business days count, and for which buyers silence is acceptance. Without a rule for a country its buyers'
 * silence says nothing: no law is built in.
 */
export type InvoiceParams = FieldValue<typeof paramsCodec>

/**
 * The end of the last business day on which the buyer can answer an invoice that is issued now; undefined where its country has no rule.
 * The day of issue does not count.
 */
export function respondByMs(
  { utcOffsetMinutes, calendar, deemedAcceptance }: InvoiceParams,
  country: string,
  timeMs: number,
): number | undefined {
  const rule = deemedAcceptance.find((candidate) => candidate.country === country)
  if (rule === undefined) return undefined
  const lastDay = addBusinessDays(calendar, dateOfTime(timeMs, utcOffsetMinutes), rule.businessDays)
  return startOfDateMs(addDays(lastDay, 1), utcOffsetMinutes)
}
