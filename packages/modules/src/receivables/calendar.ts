import { choice, type FieldValue, message } from '@hanse/protocol'
import { hanse } from '../../generated/receivables.js'
import { calendarMembers, followingBusinessDay } from '../calendar.ts'
import type { CivilDate } from '../dates.ts'

/** With `following`, what is to be paid on a day without business may be paid on the next business day. */
export const calendarCodec = message(hanse.receivables.v1.Calendar, { ...calendarMembers(), convention: choice('none', 'following') })

/** The last day on which what is due can be paid in time. The due date itself, and with it interest and maturity, stays what it is. */
export function paymentDate(calendar: FieldValue<typeof calendarCodec> | undefined, dueDate: CivilDate): CivilDate {
  return calendar?.convention === 'following' ? followingBusinessDay(calendar, dueDate) : dueDate
}
