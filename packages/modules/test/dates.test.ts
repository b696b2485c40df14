import { addDays, addMonths, dateOfTime, daysBetween, isCivilDate } from '@hanse/modules'
import fc from 'fast-check'
import { test } from 'tap'

const DAY_MS = 86_400_000

function dateOf(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10)
}

/** 1900-01-01 to 2999-12-31. */
const day = fc.integer({ min: -25_567, max: 376_199 })

test('dates agree with the platform’s', (t) => {
  fc.assert(
    fc.property(day, fc.integer({ min: -800, max: 800 }), (days, more) => {
      const date = dateOf(days)
      if (!isCivilDate(date) || dateOfTime(days * DAY_MS, 0) !== date) throw new Error(date)
      const other = dateOf(days + more)
      if (isCivilDate(other) && (addDays(date, more) !== other || daysBetween(date, other) !== more)) throw new Error(`${date} + ${more}`)
    }),
    { numRuns: 5_000 },
  )
  t.pass()
  t.end()
})

test('a date begins at midnight of its place', (t) => {
  const start = Date.UTC(2026, 2, 1, 16)
  t.equal(dateOfTime(start, 480), '2026-03-02')
  t.equal(dateOfTime(start - 1, 480), '2026-03-01')
  t.equal(dateOfTime(start, 0), '2026-03-01')
  t.end()
})

test('months end where the calendar says', (t) => {
  const rows = [
    ['2026-01-15', 6, '2026-07-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-10-31', 1, '2026-11-30'],
  ] as const
  for (const [from, months, to] of rows) t.equal(addMonths(from, months), to, `${from} + ${months}`)
  t.end()
})

test('what is no date', (t) => {
  for (const text of [
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-1-1',
    '1899-12-31',
    '3000-01-01',
    '2026-01-01T',
    '',
  ]) {
    t.equal(isCivilDate(text), false, text)
  }
  t.equal(isCivilDate('2000-02-29'), true)
  t.end()
})
