import { payments } from '@hanse/modules'
import { bytesToHex } from '@hanse/primitives'
import { type BoundRecord, type StateReader, stateKey } from '@hanse/state'
import { test } from 'tap'
import { address } from '../cast.ts'
import { type Desk, openDesk } from './desk.ts'

/** An invariant that finds nothing shows nothing: each is given a state that breaks it. */

const PAYMENT: BoundRecord = payments.records.payment
const COMPLIANCE: BoundRecord = payments.records.compliance
const QUOTA = stateKey('payments', 'quota-used', 'CNY', 'bank-a', '2026-03-02')

type Change = Readonly<Record<string, unknown>>

function changed(desk: Desk, kind: BoundRecord, uetr: string, change: Change): StateReader {
  const key = kind.keyOf({ uetr } as never)
  const bytes = desk.harness.state.get(key)
  const read = bytes === undefined ? undefined : kind.value.decode(bytes)
  if (read?.ok !== true) throw new Error('no record')
  const codec = kind.value as unknown as { encode(value: object): Uint8Array }
  const other = codec.encode({ ...(read.value as object), ...change })
  return { get: (asked) => (bytesToHex(asked) === bytesToHex(key) ? other : desk.harness.state.get(asked)) } as StateReader
}

function faultsOf(state: StateReader, uetr: string): string {
  const keys = () => [PAYMENT.keyOf({ uetr } as never), QUOTA]
  const faults = Object.values(payments.invariants).map((check) => check(state, keys)?.message)
  return faults.filter((fault) => fault !== undefined).join('; ')
}

test('each invariant sees the state that breaks it, and none objects to the state as it is', (t) => {
  const desk = openDesk()
  const invoiceId = desk.invoice()
  const uetr = desk.at('ACCC', 1, { invoiceId })
  t.equal(faultsOf(desk.harness.state, uetr), '')
  const step = { atMs: desk.harness.timeMs, by: 'bank-a' }
  const rows: readonly (readonly [string, Change, RegExp])[] = [
    ['(3)', { uetr: 'eb6305c9-1f7f-19de-aed0-000000000001' }, /stands in another’s place/],
    ['(4) the rate', { settled: 1_232_000_001n }, /1232000001 are settled, 1232000000 come of 3520/],
    ['(4) more credited than settled', { credited: 1_232_000_001n }, /1232000001 credited of 1232000000/],
    [
      '(6) a way that is none',
      {
        history: [
          { status: 'RCVD', ...step },
          { status: 'ACCC', ...step },
        ],
      },
      /ACCC is step 1/,
    ],
    ['(6) a reversal', { status: 'RJCT' }, /is RJCT, its history ends otherwise/],
    ['(6) a return that nobody granted', { returned: { reason: 'CUST', amount: 1n, atMs: 1 } }, /was returned, it is ACCC/],
    ['(8) a hold outside PDNG', { hold: { reason: 'RR04', note: 'x', deadlineMs: 1 } }, /its hold says otherwise/],
    ['(8) more holds than in the history', { holds: 1 }, /was held 1 times, 0 in its history/],
    ['a lock that has passed', { lockDeadlineMs: 1 }, /its lock says otherwise/],
    ['the quota', { quotaDate: '2026-03-03' }, /are used, payments sum to 0/],
    ['the invoice, above what was kept', { invoiceSettled: 1_232_000_001n }, /more than was kept/],
    ['the invoice, other than it has', { invoiceSettled: 1n }, /payments count 1 towards .*, it has 1232000000 of them/],
  ]
  for (const [name, change, fault] of rows) t.match(faultsOf(changed(desk, PAYMENT, uetr, change), uetr), fault, name)
  const without = changed(desk, COMPLIANCE, uetr, { screenings: [] })
  t.match(faultsOf(without, uetr), /bank-a has not screened/, '(7)')
  t.end()
})

test('(2) what waits in the vault is the legs, and is reserved', (t) => {
  const desk = openDesk()
  const uetr = desk.at('ACCP', 1, { settlementCurrency: 'CNY' })
  const hold = { uetr, agent: 'bank-a', reason: 'NARR', note: 'x', deadlineMs: desk.harness.timeMs + 60_000 }
  t.equal(desk.send([address('bank-a')], 'hold', hold), 'success')
  t.equal(faultsOf(desk.harness.state, uetr), '')
  const more = changed(desk, PAYMENT, uetr, { instructed: 35_000_001n, settled: 35_000_001n })
  t.match(faultsOf(more, uetr), /is PDNG with 35000000 CNY in its vault, not 35000001.*35000001 CNY of bank-a wait, 35000000 are reserved/)
  t.match(faultsOf(changed(desk, PAYMENT, uetr, { hold: undefined }), uetr), /its hold says otherwise/, '(8) PDNG without a deadline')
  t.end()
})
