import type { Address } from '@hanse/primitives'
import { test } from 'tap'
import { address, both } from '../cast.ts'
import { type Args, type Desk, INSTRUCTION, openDesk, RATE, uetrOf } from './desk.ts'

/** Every command against every status, every reason of camt.056, and agents whose KYC ended. */

const PAYER = [address('bank-a')]
const PAYEE = [address('viet-bank')]
const LP = [address('lp')]
const STATUSES = ['ACTC', 'ACCP', 'PDNG', 'ACSP', 'ACSC', 'ACCC', 'RJCT'] as const
type Status = (typeof STATUSES)[number]

function paymentAt(desk: Desk, status: Status, number: number): string {
  if (status === 'PDNG') {
    const uetr = desk.at('ACCP', number)
    const hold = { uetr, agent: 'viet-bank', reason: 'NARR', note: 'x', deadlineMs: desk.harness.timeMs + 600_000 }
    if (desk.send(PAYEE, 'hold', hold) !== 'success') throw new Error('hold')
    return uetr
  }
  if (status !== 'RJCT') return desk.at(status, number)
  const uetr = desk.at('ACTC', number)
  if (desk.send(PAYER, 'cancel', { uetr, reason: 'CUST' }) !== 'success') throw new Error('cancel')
  return uetr
}

interface Row {
  readonly signers: readonly Address[]
  readonly json: Args
  /** Where it applies; elsewhere it is refused with the code of its row. */
  readonly applies: readonly Status[]
  readonly refusal?: { readonly [status in Status]?: string }
}

const OPEN = ['ACTC', 'ACCP', 'PDNG'] as const
const SETTLED = { ACSC: 'payments/settled', ACCC: 'payments/settled' }

function rowsAt(timeMs: number): Readonly<Record<string, Row>> {
  return {
    screen: { signers: PAYER, json: { agent: 'bank-a', result: 'HIT', lists: [] }, applies: OPEN },
    quote: { signers: LP, json: { provider: 'lp', rate: RATE, validUntilMs: timeMs + 60_000 }, applies: OPEN },
    acceptQuote: { signers: PAYER, json: { provider: 'lp', rate: RATE, settledAmount: '1232000000' }, applies: [] },
    hold: {
      signers: PAYEE,
      json: { agent: 'viet-bank', reason: 'NARR', note: 'x', deadlineMs: timeMs + 60_000 },
      applies: ['ACCP'],
    },
    release: { signers: PAYEE, json: { agent: 'viet-bank' }, applies: ['PDNG'] },
    reject: { signers: PAYEE, json: { agent: 'viet-bank', reason: 'AC04' }, applies: [...OPEN, 'ACSP'], refusal: SETTLED },
    cancel: { signers: PAYER, json: { reason: 'TECH' }, applies: [...OPEN, 'ACSP'], refusal: SETTLED },
    lock: { signers: PAYER, json: {}, applies: [] },
    settlePvP: { signers: PAYER, json: {}, applies: ['ACSP'] },
    confirmCredit: { signers: PAYEE, json: { creditedAmount: '1232000000' }, applies: ['ACSC'] },
    recall: { signers: PAYER, json: { reason: 'DUPL' }, applies: ['ACSC', 'ACCC'] },
    respondToRecall: { signers: PAYEE, json: { answer: 'CNCL' }, applies: [] },
    returnPayment: { signers: PAYEE, json: { amount: '1', reason: 'CUST' }, applies: [] },
  }
}

/** Refused in every status, for a reason of its own where it is the right one. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  acceptQuote: ['payments/wrong-status', 'payments/unknown-quote'],
  lock: ['payments/wrong-status', 'payments/quote-missing'],
  respondToRecall: ['payments/no-recall'],
  returnPayment: ['payments/no-recall'],
  recall: ['payments/not-settled'],
}

test('every command in every status: where it does not apply it is refused and changes nothing', (t) => {
  let checked = 0
  for (const status of STATUSES) {
    const desk = openDesk()
    const uetr = paymentAt(desk, status, 1)
    const before = JSON.stringify(desk.payment(uetr))
    for (const [command, { signers, json, applies, refusal = {} }] of Object.entries(rowsAt(desk.harness.timeMs))) {
      if (applies.includes(status)) continue
      const code = desk.send(signers, command, { uetr, ...json })
      const expected = ALWAYS[command] ?? [refusal[status] ?? 'payments/wrong-status']
      t.ok(expected.includes(code), `${command} in ${status}: ${code}`)
      t.equal(JSON.stringify(desk.payment(uetr)), before, `${command} in ${status} changes nothing`)
      checked += 1
    }
  }
  t.ok(checked > 60)
  t.end()
})

test('every command in the statuses where it applies', (t) => {
  for (const status of STATUSES) {
    for (const [command, { applies }] of Object.entries(rowsAt(0))) {
      if (!applies.includes(status)) continue
      const desk = openDesk()
      const uetr = paymentAt(desk, status, 1)
      const { signers, json } = rowsAt(desk.harness.timeMs)[command] as Row
      t.equal(desk.send(signers, command, { uetr, ...json }), 'success', `${command} in ${status}`)
    }
  }
  t.end()
})

test('camt.056 has the reasons DUPL, FRAD, TECH and CUST, before ACSC and after it, and no other', (t) => {
  const desk = openDesk()
  for (const [number, reason] of ['DUPL', 'FRAD', 'TECH', 'CUST'].entries()) {
    const small = { instructedAmount: '1000.00' }
    const [open, settled] = [desk.at('ACTC', 2 * number, small), desk.at('ACSC', 2 * number + 1, small)]
    t.equal(desk.send(PAYER, 'cancel', { uetr: open, reason }), 'success', reason)
    t.match((desk.payment(open)['history'] as readonly object[]).at(-1), { status: 'RJCT', reason })
    t.equal(desk.send(PAYER, 'recall', { uetr: settled, reason }), 'success', reason)
    t.match(desk.payment(settled), { recall: { reason, answer: 'PENDING' } })
  }
  const uetr = desk.at('ACTC', 100, { instructedAmount: '1000.00' })
  t.throws(() => desk.send(PAYER, 'cancel', { uetr, reason: 'NARR' }), /reason/)
  t.throws(() => desk.send(PAYER, 'reject', { uetr, agent: 'bank-a', reason: 'DUPL' }), /reason/)
  t.end()
})

test('an agent whose KYC ended pays nobody and is paid by nobody; what is settled is still confirmed by others', (t) => {
  const desk = openDesk()
  const registrar = both('association')
  const kyc = (partyId: string, status: string): string =>
    desk.send(registrar, 'setKyc', { partyId, status, reason: 'test' }, 'organizations')
  const locked = desk.at('ACSP', 1)
  t.equal(kyc('viet-bank', 'SUSPENDED'), 'success')
  t.equal(desk.send(both('bank-a'), 'initiate', { ...INSTRUCTION, uetr: uetrOf(2) }), 'organizations/party-not-active')
  t.equal(desk.send(PAYEE, 'reject', { uetr: locked, agent: 'viet-bank', reason: 'AC04' }), 'organizations/party-not-active')
  const limits = { bank: 'viet-bank', currency: 'VND' }
  t.equal(desk.send(both('sbv'), 'setLimits', limits, 'payments'), 'organizations/party-not-active')
  t.equal(kyc('bank-a', 'SUSPENDED'), 'success')
  t.equal(desk.send(both('bank-a'), 'initiate', { ...INSTRUCTION, uetr: uetrOf(2) }), 'organizations/party-not-active')
  t.equal(desk.send(PAYER, 'settlePvP', { uetr: locked }), 'organizations/party-not-active')
  desk.later(601_000)
  t.same([desk.payment(locked)['status'], desk.balance('bank-a', 'CNY')], ['RJCT', '100000000'], 'its money comes back all the same')
  t.end()
})

test('a customer of the register whose KYC ended is neither debtor nor creditor', (t) => {
  const desk = openDesk()
  const suspend = { partyId: 'go-viet', status: 'SUSPENDED', reason: 'test' }
  t.equal(desk.send(both('association'), 'setKyc', suspend, 'organizations'), 'success')
  t.equal(desk.send(both('bank-a'), 'initiate', { ...INSTRUCTION, uetr: uetrOf(1) }), 'organizations/party-not-active')
  t.end()
})

test('initiate: one signature is refused, two are four eyes', (t) => {
  const desk = openDesk()
  const json = { ...INSTRUCTION, uetr: uetrOf(1) }
  t.equal(desk.send([address('bank-a', 'checker')], 'initiate', json), 'organizations/four-eyes-required')
  t.equal(desk.send(both('bank-a'), 'initiate', json), 'success')
  t.end()
})
