import { type FieldValue, list, message, text, uint } from '@hanse/protocol'
import { hanse } from '../../generated/invoices.js'
import { addBusinessDays, calendarMembers } from '../calendar.ts'
import { addDays, dateOfTime, startOfDateMs } from '../dates.ts'
import { civilDate } from '../fields.ts'
import { rate } from './invoice.ts'
import { DEEMED_RULES_MAX, RATE_TABLES_MAX, RATES_MAX, RESPONSE_DAYS_MAX } from './limits.ts'

const wire = hanse.invoices.v1
const UTC_OFFSET_MINUTES_MAX = 14 * 60

const country = () => text({ max: 2, pattern: /^[A-Z]{2}$/, description: 'ISO 3166-1 alpha-2', words: 'a country in two capital letters' })
const vatRatesCodec = message(wire.VatRates, { country: country(), from: civilDate(), rates: list(rate(), { min: 1, max: RATES_MAX }) })
/** The standard rates of a country for invoices dated (BT-2) from this day on, until its next table begins. */
export type VatRates = FieldValue<typeof vatRatesCodec>

export const paramsCodec = message(wire.Params, {
  utcOffsetMinutes: uint({ max: UTC_OFFSET_MINUTES_MAX }),
  calendar: message(wire.Calendar, calendarMembers()),
  deemedAcceptance: list(
    message(wire.DeemedAcceptance, {
      country: country(),
      businessDays: uint({ min: 1, max: RESPONSE_DAYS_MAX }),
    }),
    { max: DEEMED_RULES_MAX },
  ),
  vatRates: list(vatRatesCodec, { max: RATE_TABLES_MAX }),
})
/**
 * The place whose dates and business days count, for which buyers silence is acceptance, and which VAT rates there are. Without a rule for a
 * country its buyers' silence says nothing, and its sellers' rates are theirs to state: no law is built in.
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
