import { emitterOf } from '@hanse/modules'
import { amount, bool, type Event, optional, text, uint } from '@hanse/protocol'
import { defineEvent, type StateWriter } from '@hanse/state'
import { test } from 'tap'

const events = {
  paid: defineEvent({
    summary: 'Somebody paid',
    attributes: { to: text({ max: 8 }), amount: amount(), count: uint(), early: bool(), note: optional(text({ max: 8 })) },
  }),
  closed: defineEvent({ summary: 'It is over', attributes: {} }),
}
const emit = emitterOf('payer', events)

function recorder(): { readonly state: StateWriter; readonly told: Event[] } {
  const told: Event[] = []
  const state: StateWriter = {
    ...{ get: () => undefined, put: () => undefined, delete: () => undefined, eventsLeft: 1_024 },
    emit: (event) => void told.push(event),
  }
  return { state, told }
}

const PAID = { to: 'bank-b', amount: 100n, count: 3, early: false }

test('values become texts, and what is undefined stays out', (t) => {
  const { state, told } = recorder()
  emit(state, 'paid', { ...PAID, note: undefined })
  emit(state, 'closed', {})
  const attributes = [
    { key: 'to', value: 'bank-b' },
    { key: 'amount', value: '100' },
    { key: 'count', value: '3' },
    { key: 'early', value: 'false' },
  ]
  t.same(told, [
    { module: 'payer', type: 'paid', attributes },
    { module: 'payer', type: 'closed', attributes: [] },
  ])
  t.end()
})

test('what is not declared does not compile, and is refused where the compiler cannot see it', (t) => {
  const { state, told } = recorder()
  // @ts-expect-error no such event
  t.throws(() => emit(state, 'spent', { to: 'bank-b' }), /the event spent of payer declares no attribute to/)
  // @ts-expect-error no such attribute
  t.throws(() => emit(state, 'paid', { ...PAID, when: 5 }), /declares no attribute when/)
  const more: { readonly when: number } = { when: 5 }
  t.throws(() => emit(state, 'paid', { ...PAID, ...more }), {
    name: 'InvariantError',
    message: /the event paid of payer declares no attribute when/,
  })
  t.same(told, [])
  const { to: _, ...partly } = PAID
  // @ts-expect-error an attribute is missing
  emit(state, 'paid', partly)
  // @ts-expect-error an amount is a bigint
  emit(state, 'paid', { ...PAID, amount: '100' })
  t.end()
})
