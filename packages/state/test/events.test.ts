import { amount, bool, defineMessage, type Event, optional, text, uint } from '@hanse/protocol'
import { type Test, test } from 'tap'
import { attributesSchema, defineEvent, readAttributes } from '../src/event-kind.ts'
import { createModuleHarness } from '../src/harness/module-harness.ts'
import { defineCommand, type Module } from '../src/module.ts'
import { addressOf } from './support/chain.ts'

const paid = defineEvent({
  summary: 'Somebody paid',
  attributes: { to: text({ max: 8 }), amount: amount(), count: uint({ max: 9 }), early: bool(), note: optional(text({ max: 8 })) },
})

const COMPLETE = { to: 'bank-b', amount: '100', count: '3', early: 'true' }

function eventOf(attributes: Readonly<Record<string, string>>, more: Event['attributes'] = []): Event {
  return { module: 'payer', type: 'paid', attributes: [...Object.entries(attributes).map(([key, value]) => ({ key, value })), ...more] }
}

test('attributes are read from their texts, by the schema that says what these are', (t) => {
  t.same(readAttributes(paid, eventOf(COMPLETE)), { ok: true, value: { to: 'bank-b', amount: '100', count: 3, early: true } })
  t.match(readAttributes(paid, eventOf({ ...COMPLETE, note: 'thanks' })), { value: { note: 'thanks' } })
  t.match(attributesSchema(paid), {
    type: 'object',
    properties: {
      to: { type: 'string', maxLength: 8 },
      amount: { type: 'string', description: 'integer minor units, decimal' },
      count: { type: 'string', pattern: '^(0|[1-9][0-9]*)$' },
      early: { type: 'string', enum: ['true', 'false'] },
    },
    required: ['to', 'amount', 'count', 'early'],
    additionalProperties: false,
  })
  t.end()
})

const FAULTS: readonly (readonly [path: string, event: Event])[] = [
  ['to', eventOf({ ...COMPLETE, to: 'too long a name' })],
  ['amount', eventOf({ ...COMPLETE, amount: '1.5' })],
  ['count', eventOf({ ...COMPLETE, count: '10' })],
  ['count', eventOf({ ...COMPLETE, count: '03' })],
  ['early', eventOf({ ...COMPLETE, early: 'yes' })],
  ['when', eventOf({ ...COMPLETE, when: '5' })],
  ['toString', eventOf({ ...COMPLETE, toString: '5' })],
  ['to', eventOf(COMPLETE, [{ key: 'to', value: 'bank-c' }])],
  ['amount', eventOf({ to: 'bank-b', count: '3', early: 'true' })],
]

test('what is not as declared is named', (t) => {
  for (const [path, event] of FAULTS) t.match(readAttributes(paid, event), { ok: false, error: { code: 'encoding/bad-field', path } }, path)
  t.end()
})

function payer(event: Event, more: Partial<Module> = {}): Module {
  return {
    ...{ name: 'payer', version: 1, summary: '', queries: {}, invariants: {}, uses: [], events: { paid } },
    commands: {
      pay: defineCommand({
        summary: 'Tells',
        params: defineMessage({}),
        execute: (_context, state) => void state.emit(event),
      }),
    },
    ...more,
  }
}

function told(t: Test, module: Module, words: RegExp): void {
  const send = () =>
    createModuleHarness({ modules: [module] }).send({ signers: [addressOf(1)], calls: [{ module: 'payer', command: 'pay', params: {} }] })
  t.throws(send, { name: 'InvariantError', message: words })
}

test('a module tells nothing that it does not declare', (t) => {
  told(t, payer({ module: 'payer', type: 'spent', attributes: [] }), /module payer declares no event spent/)
  const { events: _, ...silent } = payer(eventOf(COMPLETE))
  told(t, silent, /module payer declares no event paid/)
  told(t, payer({ module: 'payer', type: 'toString', attributes: [] }), /module payer declares no event toString/)
  told(t, payer({ module: 'other', type: 'paid', attributes: [] }), /module payer may not emit for other/)
  t.end()
})

test('a test of a module fails for an attribute that is not as declared', (t) => {
  told(t, payer(eventOf({ ...COMPLETE, when: '5' })), /the event paid of payer is not as declared: when unknown field/)
  told(t, payer(eventOf({ ...COMPLETE, amount: '1.5' })), /not as declared: amount expected a decimal text/)
  t.end()
})
