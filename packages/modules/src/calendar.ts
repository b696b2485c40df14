import { assert } from '@hanse/primitives'
import { type Field, list, uint } from '@hanse/protocol'
import { addDays, type CivilDate, daysBetween, isCivilDate } from './dates.ts'
import { civilDate } from './fields.ts'

/** Dates that a calendar names of each kind: public holidays of some twenty years. */
const DATES_MAX = 512
/** Business days that are counted at once: a year has at most 366. */
const BUSINESS_DAYS_MAX = 366
const DAYS_OF_WEEK = 7

/**
 * Which days are business days at one place: a parameter that genesis or a vote gives, never knowledge of the software. Days of the week
 * by ISO 8601, 1 is Monday. `workdays` are days of a weekend on which business is done all the same, as China orders around its holidays.
 */
export interface BusinessCalendar {
  readonly weekendDays: readonly number[]
  readonly holidays: readonly CivilDate[]
  readonly workdays: readonly CivilDate[]
}

/** Saturdays and Sundays, no holidays. */
export const PLAIN_CALENDAR: BusinessCalendar = { weekendDays: [6, 7], holidays: [], workdays: [] }

/** The members of a calendar in a module's message: weekend_days = 1, holidays = 2, workdays = 3. */
export function calendarMembers(): {
  readonly weekendDays: Field<readonly number[]>
  readonly holidays: Field<readonly string[]>
  readonly workdays: Field<readonly string[]>
} {
  return {
    weekendDays: list(uint({ min: 1, max: DAYS_OF_WEEK }), { max: DAYS_OF_WEEK - 1 }),
    holidays: list(civilDate(), { max: DATES_MAX }),
    workdays: list(civilDate(), { max: DATES_MAX }),
  }
}

/** What is wrong with a calendar; undefined when all functions here take it. Sorted lists make one calendar one encoding. */
export function calendarFault({ weekendDays, holidays, workdays }: BusinessCalendar): string | undefined {
  if (weekendDays.length >= DAYS_OF_WEEK) return 'a week has a business day'
  if (!isAscending(weekendDays)) return 'weekendDays are not ascending'
  if (!isAscending(holidays)) return 'holidays are not ascending'
  if (!isAscending(workdays)) return 'workdays are not ascending'
  const unknown = [...holidays, ...workdays].find((date) => !isCivilDate(date))
  if (unknown !== undefined) return `there is no ${unknown}`
  const both = workdays.find((date) => holidays.includes(date))
  if (both !== undefined) return `${both} is a holiday and a workday`
  const idle = workdays.find((date) => !weekendDays.includes(weekdayOf(date)))
  return idle === undefined ? undefined : `${idle} is a workday without being named`
}

function isAscending<T extends number | string>(items: readonly T[]): boolean {
  return items.every((item, index) => index === 0 || (items[index - 1] as T) < item)
}

/** 1 is Monday, 7 Sunday (ISO 8601). */
export function weekdayOf(date: CivilDate): number {
  // 2001-01-01 was a Monday.
  const days = daysBetween('2001-01-01', date) % DAYS_OF_WEEK
  return (days < 0 ? days + DAYS_OF_WEEK : days) + 1
}

export function isBusinessDay({ weekendDays, holidays, workdays }: BusinessCalendar, date: CivilDate): boolean {
  if (holidays.includes(date)) return false
  return !weekendDays.includes(weekdayOf(date)) || workdays.includes(date)
}

/** The date itself when it is a business day, else the first after it (ISDA's "following"). */
export function followingBusinessDay(calendar: BusinessCalendar, date: CivilDate): CivilDate {
  return stepTo(calendar, date, 1)
}

/** The business day that is `days` of them later, or earlier where it is negative. 0 gives the date, or the following business day. */
export function addBusinessDays(calendar: BusinessCalendar, date: CivilDate, days: number): CivilDate {
  assert(Number.isInteger(days) && Math.abs(days) <= BUSINESS_DAYS_MAX, `not a number of business days: ${days}`)
  if (days === 0) return followingBusinessDay(calendar, date)
  const direction = days < 0 ? -1 : 1
  let reached = date
  for (let left = Math.abs(days); left > 0; left--) reached = stepTo(calendar, addDays(reached, direction), direction)
  return reached
}

/** Ends: of any eight days in a row one is a weekday, and at most `DATES_MAX` of those are holidays. */
function stepTo(calendar: BusinessCalendar, date: CivilDate, direction: 1 | -1): CivilDate {
  let reached = date
  while (!isBusinessDay(calendar, reached)) reached = addDays(reached, direction)
  return reached
}
