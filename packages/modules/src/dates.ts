import { assert } from '@hanse/primitives'

/** A civil date `YYYY-MM-DD` (ISO 8601). Dates compare as texts. */
export type CivilDate = string

const DAY_MS = 86_400_000
/** Dates of business lie in these years. */
const YEAR_MIN = 1900
const YEAR_MAX = 2999

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function partsOf(date: CivilDate): Parts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function format({ year, month, day }: Parts): CivilDate {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/** True for a date that exists, from 1900 to 2999. */
export function isCivilDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return year >= YEAR_MIN && year <= YEAR_MAX && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days from 1970-01-01 (Howard Hinnant's `days_from_civil`). */
function dayNumber(date: CivilDate): number {
  assert(isCivilDate(date), `not a date: ${date.slice(0, 20)}`)
  const { year, month, day } = partsOf(date)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date of a day number (`civil_from_days`). */
function dateOfDayNumber(days: number): CivilDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return format({ year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 })
}

/** The civil date at a place whose clocks are `utcOffsetMinutes` ahead of UTC. */
export function dateOfTime(timeMs: number, utcOffsetMinutes: number): CivilDate {
  return dateOfDayNumber(Math.floor((timeMs + utcOffsetMinutes * 60_000) / DAY_MS))
}

/** The moment at which the date begins there. */
export function startOfDateMs(date: CivilDate, utcOffsetMinutes: number): number {
  return dayNumber(date) * DAY_MS - utcOffsetMinutes * 60_000
}

/** Days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The same day some months later, or the last of that month when it is shorter: 31 August + 6 months is 28 or 29 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  return format({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
}

/** The earliest places of the world are this far ahead of UTC. */
const EARLIEST_UTC_OFFSET_MINUTES = 14 * 60

/** The youngest date that has begun somewhere: a later one lies in the future. */
export function latestDate(timeMs: number): CivilDate {
  return dateOfTime(timeMs, EARLIEST_UTC_OFFSET_MINUTES)
}
