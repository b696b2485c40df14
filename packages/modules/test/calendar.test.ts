import {
  addBusinessDays,
  addDays,
  type BusinessCalendar,
  calendarFault,
  followingBusinessDay,
  isBusinessDay,
  PLAIN_CALENDAR,
  weekdayOf,
} from '@hanse/modules'
import fc from 'fast-check'
import { test } from 'tap'

/** The National Day holidays of China in 2026: a week off, a Saturday and a Sunday worked for it. */
const CHINA: BusinessCalendar = {
  weekendDays: [6, 7],
  holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-09-20', '2026-10-10'],
}
/** Weekends of the Gulf before 2022. */
const GULF: BusinessCalendar = { weekendDays: [5, 6], holidays: [], workdays: [] }

test('days of the week are those of ISO 8601', (t) => {
  for (const [date, weekday] of [
    ['1970-01-01', 4],
    ['2000-02-29', 2],
    ['2026-03-02', 1],
    ['2026-03-01', 7],
    ['1900-01-01', 1],
    ['2999-12-31', 2],
  ] as const) {
    t.equal(weekdayOf(date), weekday, date)
    t.equal(weekdayOf(date), new Date(`${date}T00:00:00Z`).getUTCDay() || 7, `${date}, by another calendar`)
  }
  t.end()
})

test('weekends and holidays are no business days, a workday of a weekend is one', (t) => {
  t.notOk(isBusinessDay(PLAIN_CALENDAR, '2026-10-03'), 'Saturday')
  t.ok(isBusinessDay(PLAIN_CALENDAR, '2026-10-05'), 'Monday')
  t.notOk(isBusinessDay(CHINA, '2026-10-05'), 'a holiday')
  t.ok(isBusinessDay(CHINA, '2026-10-10'), 'a Saturday that is worked')
  t.ok(isBusinessDay(GULF, '2026-10-04'), 'Sunday in the Gulf')
  t.notOk(isBusinessDay(GULF, '2026-10-02'), 'Friday there')
  t.end()
})

test('business days are counted, forwards and backwards', (t) => {
  t.equal(addBusinessDays(PLAIN_CALENDAR, '2026-09-30', 1), '2026-10-01')
  t.equal(addBusinessDays(CHINA, '2026-09-30', 1), '2026-10-08')
  t.equal(addBusinessDays(CHINA, '2026-09-30', 3), '2026-10-10')
  t.equal(addBusinessDays(CHINA, '2026-10-08', -1), '2026-09-30')
  t.equal(addBusinessDays(CHINA, '2026-10-03', 0), '2026-10-08', 'none of them is the following one')
  t.equal(followingBusinessDay(CHINA, '2026-10-10'), '2026-10-10')
  t.equal(followingBusinessDay(PLAIN_CALENDAR, '2026-10-10'), '2026-10-12')
  for (const days of [1.5, 367, Number.NaN]) t.throws(() => addBusinessDays(CHINA, '2026-10-08', days), `${days}`)
  t.end()
})

test('a calendar that no function could use is named', (t) => {
  t.equal(calendarFault(CHINA), undefined)
  t.equal(calendarFault({ ...CHINA, weekendDays: [1, 2, 3, 4, 5, 6, 7] }), 'a week has a business day')
  t.equal(calendarFault({ ...CHINA, weekendDays: [7, 6] }), 'weekendDays are not ascending')
  t.equal(calendarFault({ ...CHINA, holidays: ['2026-10-02', '2026-10-01'] }), 'holidays are not ascending')
  t.equal(calendarFault({ ...CHINA, holidays: ['2026-02-30'] }), 'there is no 2026-02-30')
  t.equal(calendarFault({ ...CHINA, workdays: ['2026-10-10', '2026-10-10'] }), 'workdays are not ascending')
  t.equal(calendarFault({ ...CHINA, workdays: ['2026-10-04'] }), '2026-10-04 is a holiday and a workday')
  t.equal(calendarFault({ ...CHINA, workdays: ['2026-10-12'] }), '2026-10-12 is a workday without being named')
  t.end()
})

test('counting agrees with walking day by day, and there and back is where it began', (t) => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
  const calendars = fc
    .record({
      weekendDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }),
      holidays: fc.uniqueArray(day, { maxLength: 30 }),
    })
    .map(({ weekendDays, holidays }) => ({ weekendDays: weekendDays.sort(), holidays: holidays.sort(), workdays: [] }))
  const property = fc.property(calendars, day, fc.integer({ min: 1, max: 40 }), (calendar, date, count) => {
    const reached = addBusinessDays(calendar, date, count)
    let passed = 0
    for (let at = addDays(date, 1); at <= reached; at = addDays(at, 1)) passed += isBusinessDay(calendar, at) ? 1 : 0
    const start = followingBusinessDay(calendar, date)
    return (
      passed === count &&
      isBusinessDay(calendar, reached) &&
      addBusinessDays(calendar, addBusinessDays(calendar, start, count), -count) === start
    )
  })
  t.doesNotThrow(() => fc.assert(property, { numRuns: 300 }))
  t.end()
})
