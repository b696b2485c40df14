import { choice, type FieldValue, list, message, uint } from '@hanse/protocol'
import { hanse } from '../../generated/receivables.js'
import { addDays, type CivilDate, dayOfWeek, isCivilDate } from '../dates.ts'
import { civilDate } from '../fields.ts'

const DAYS_LISTED_MAX = 2_000
/** More days without business in a row than any calendar has. */
const DAYS_CLOSED_MAX = 60

export const calendarCodec = message(hanse.receivables.v1.Calendar, {
  weekend: list(uint({ min: 1, max: 7 }), { max: 6 }),
  holidays: list(civilDate(), { max: DAYS_LISTED_MAX }),
  workdays: list(civilDate(), { max: DAYS_LISTED_MAX }),
  convention: choice('none', 'following'),
})
/**
 * Days without business: `weekend` by ISO 8601 (1 is Monday) and `holidays`, but for `workdays`, on which a weekend is worked. With
 * `following`, what is to be paid on such a day may be paid on the next business day.
 */
type Calendar = FieldValue<typeof calendarCodec>

function isBusinessDay({ weekend, holidays, workdays }: Calendar, date: CivilDate): boolean {
  if (holidays.includes(date)) return false
  return workdays.includes(date) || !weekend.includes(dayOfWeek(date))
}

/** The last day on which what is due can be paid in time. The due date itself, and with it interest and maturity, stays what it is. */
export function paymentDate(calendar: Calendar | undefined, dueDate: CivilDate): CivilDate {
  if (calendar?.convention !== 'following') return dueDate
  let date = dueDate
  for (let days = 0; days < DAYS_CLOSED_MAX && !isBusinessDay(calendar, date); days++) date = addDays(date, 1)
  return date
}

/** What is wrong with a calendar, in words. */
export function calendarFault({ weekend, holidays, workdays }: Calendar): string | undefined {
  const dates = [...holidays, ...workdays]
  const wrong = dates.find((date) => !isCivilDate(date))
  if (wrong !== undefined) return `${wrong} is not a day`
  if (new Set(weekend).size !== weekend.length) return 'a day of the weekend stands twice'
  return new Set(dates).size === dates.length ? undefined : 'a day stands twice among holidays and workdays'
}
