import type { BlockContext, StateWriter } from '@hanse/state'
import type { Payment } from './codecs.ts'
import { DUE_ITEMS_PER_BLOCK_MAX, EVENTS_PER_DEADLINE_MAX } from './limits.ts'
import { markLate, rejectPayment } from './payment-store.ts'
import { HOLD_EXPIRED, LOCK_EXPIRED } from './reasons.ts'
import { deadlines, payments } from './store.ts'

type Sweep = (state: StateWriter, payment: Payment, timeMs: number) => void

/** What each kind of deadline does if the payment still waits for it; one that went on, or waits for a later one, is left alone. */
const SWEEPS: Readonly<Record<string, Sweep>> = {
  hold: (state, payment, timeMs) => {
    const { status, hold } = payment
    if (status === 'PDNG' && hold !== undefined && hold.deadlineMs <= timeMs)
      rejectPayment(state, payment, { atMs: timeMs, reason: HOLD_EXPIRED })
  },
  lock: (state, payment, timeMs) => {
    const { status, lockDeadlineMs } = payment
    if (status === 'ACSP' && lockDeadlineMs !== undefined && lockDeadlineMs <= timeMs)
      rejectPayment(state, payment, { atMs: timeMs, reason: LOCK_EXPIRED })
  },
  credit: (state, payment) => {
    if (payment.status === 'ACSC' && payment.returned === undefined) markLate(state, payment)
  },
}

/** Works off deadlines, a bounded number a block. Commands judge times themselves: a late sweep makes nothing valid longer. */
export function atBlock({ timeMs }: BlockContext, state: StateWriter): void {
  deadlines.workOff(state, timeMs, { itemsMax: DUE_ITEMS_PER_BLOCK_MAX, eventsPerItemMax: EVENTS_PER_DEADLINE_MAX }, (item) => {
    const [kind = '', uetr = ''] = item.split(' ')
    SWEEPS[kind]?.(state, payments.require(state, uetr), timeMs)
  })
}
