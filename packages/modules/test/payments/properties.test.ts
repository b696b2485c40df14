import { subjectKey } from '@hanse/modules'
import fc from 'fast-check'
import { test } from 'tap'
import { address, both } from '../cast.ts'
import { callOf, HASH, LISTED, openDesk, RATE } from './desk.ts'
import { BANKS, type PaymentJson, RECALL_AND_CLEARANCE, type Step, step, Walk } from './random-walk.ts'

/**
 * Random walks of five banks over the module. The harness checks every invariant that is about a state after every block (1, 3–8); here
 * stands what is about steps, and a model that computes every balance from the payments alone.
 */

const OPENING: Readonly<Record<string, bigint>> = {
  'bank-a CNY': 100_000_000n,
  'lp VND': 5_000_000_000n,
  'lp CNY': 100_000_000n,
  'lp-two VND': 5_000_000_000n,
}
/** A payer in each currency, so that payments go both ways. */
const MINTED: Readonly<Record<string, bigint>> = { 'viet-bank VND': 2_000_000_000n, 'bank-b CNY': 20_000_000n, 'lp-two CNY': 20_000_000n }

function must(condition: boolean, message: string): void {
  if (!condition) throw new Error(message)
}

/** What is large waits for the regulator. */
const LARGE = {
  ...{ ruleId: 'large', version: 1, legalBasisHash: HASH, covers: 'payment', action: 'HOLD', emergency: true },
  predicate: { type: 'amountAbove', currency: 'CNY', amount: '8000000' },
}

function openWalk(): Walk {
  const walk = new Walk(openDesk({ supervision: { noticeHeights: 2, emergencyNoticeHeights: 2, utcOffsetMinutes: 480 } }))
  const rule = { ...LARGE, effectiveFrom: walk.desk.harness.height + 3 }
  must(walk.desk.send(both('regulator'), 'publishRule', rule, 'supervision') === 'success', 'rule')
  for (const [key, amount] of Object.entries(MINTED)) {
    const [to = '', currency = ''] = key.split(' ')
    const money = { currency, to, amount: `${amount}`, reference: 'opening' }
    must(walk.desk.send(both(currency === 'CNY' ? 'settlement-bank' : 'sbv'), 'mint', money, 'settlement') === 'success', 'opening')
  }
  return walk
}

/** What every bank has to have, from the payments alone: whose money is where, by their status. */
function expectedBalances(payments: readonly PaymentJson[]): ReadonlyMap<string, bigint> {
  const balances = new Map<string, bigint>()
  const add = (bank: string | undefined, currency: string, change: bigint): void => {
    balances.set(`${bank} ${currency}`, (balances.get(`${bank} ${currency}`) ?? 0n) + change)
  }
  for (const opening of [OPENING, MINTED]) for (const [key, amount] of Object.entries(opening)) balances.set(key, amount)
  for (const payment of payments) {
    const { debtorAgent, creditorAgent, currency, settlementCurrency, status, exchange, returned } = payment
    const paid = BigInt(payment.instructed) - (payment.chargeBearer === 'CRED' ? BigInt(payment.charges) : 0n)
    const settled = BigInt(payment.settled ?? '0')
    const final = status === 'ACSC' || status === 'ACCC'
    if (final || status === 'PDNG' || status === 'ACSP') add(debtorAgent, currency, -paid)
    if (exchange !== undefined && (final || status === 'ACSP')) add(exchange.provider, settlementCurrency, -settled)
    if (exchange !== undefined && final) add(exchange.provider, currency, paid)
    if (final) add(creditorAgent, settlementCurrency, settled)
    if (returned === undefined) continue
    add(creditorAgent, settlementCurrency, -BigInt(returned.amount))
    add(debtorAgent, settlementCurrency, BigInt(returned.amount))
  }
  return balances
}

interface Picture {
  readonly payments: readonly PaymentJson[]
  readonly balances: ReadonlyMap<string, bigint>
}

function pictureOf(walk: Walk): Picture {
  const keys = BANKS.flatMap((bank) => (['CNY', 'VND'] as const).map((currency) => [bank, currency] as const))
  const balances = new Map(keys.map(([bank, currency]) => [`${bank} ${currency}`, BigInt(walk.desk.balance(bank, currency))]))
  return { payments: walk.payments(), balances }
}

/** 1, 2: nothing but the model's sums, and all of them. */
function checkBalances({ payments, balances }: Picture, what: string): void {
  const expected = expectedBalances(payments)
  for (const [key, held] of balances)
    must(held === (expected.get(key) ?? 0n), `2: after ${what} ${key} is ${held}, not ${expected.get(key)}`)
}

/** What no step may do, whichever it was. */
function checkStep(before: Picture, after: Picture, what: string, timeMs: number): void {
  for (const [index, then] of before.payments.entries()) {
    const now = after.payments[index] as PaymentJson
    if (then.status === 'RJCT') must(JSON.stringify(then) === JSON.stringify(now), `${what} changed ${then.uetr}, which was RJCT`)
    const final = then.status === 'ACSC' || then.status === 'ACCC'
    if (final)
      must(now.status === then.status || now.status === 'ACCC', `6: ${what} took ${then.uetr} from ${then.status} to ${now.status}`)
    if (final) must(now.settled === then.settled, `6: ${what} changed what was settled of ${then.uetr}`)
    if (then.returned !== undefined) must(then.returned.amount === now.returned?.amount, `6: ${then.uetr} was returned twice`)
  }
  for (const { uetr, status, hold, lockDeadlineMs } of after.payments) {
    must(status !== 'PDNG' || (hold?.deadlineMs ?? 0) > timeMs - 1_000, `8: ${uetr} is held beyond its deadline`)
    must(status !== 'ACSP' || (lockDeadlineMs ?? 0) > timeMs - 1_000, `${uetr} is locked beyond its deadline`)
  }
  must(new Set(after.payments.map(({ uetr }) => uetr)).size === after.payments.length, '3: a UETR was used twice')
}

interface Count {
  steps: number
  readonly successes: Map<string, number>
}

function walkOnce(steps: readonly Step[], count: Count): void {
  const walk = openWalk()
  let before = pictureOf(walk)
  for (const given of steps) {
    if (given.wait > 0) walk.desk.later(given.wait)
    if (given.command === 'publish') walk.publish(given)
    if (given.wait > 0 || given.command === 'publish') before = pictureOf(walk)
    checkBalances(before, 'a deadline')
    const transaction = walk.transactionOf(given)
    if (transaction === undefined || given.command === 'publish') continue
    const code = walk.send(transaction)
    const after = pictureOf(walk)
    count.steps += 1
    checkStep(before, after, given.command, walk.desk.harness.timeMs)
    checkBalances(after, given.command)
    if (code === 'success') count.successes.set(given.command, (count.successes.get(given.command) ?? 0) + 1)
    must(!code.startsWith('tx/'), `${given.command} is a defect: ${code}`)
    before = after
  }
}

test('random walks of many banks break no invariant, and every balance is what the payments say', (t) => {
  const count: Count = { steps: 0, successes: new Map() }
  fc.assert(
    fc.property(fc.array(step, { minLength: 150, maxLength: 180 }), (steps) => walkOnce([...RECALL_AND_CLEARANCE, ...steps], count)),
    { numRuns: 8, endOnFailure: true },
  )
  t.comment(`${count.steps} steps; succeeded: ${[...count.successes].map(([command, times]) => `${command} ${times}`).join(', ')}`)
  t.ok(count.steps > 1_000, `${count.steps} steps`)
  for (const command of ['express', 'confirmCredit', 'setLimits', 'respondToRecall', 'initiateInterbank', 'clearHeld'])
    t.ok((count.successes.get(command) ?? 0) > 0, `${command} succeeded ${count.successes.get(command) ?? 0} times`)
  t.end()
})

test('2: in a block of rivals for one provider’s money, each payment settles wholly or not at all', (t) => {
  let won = 0
  let lost = 0
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 6 }), (sizes) => {
      const desk = openDesk()
      const uetrs = sizes.map((size, index) => desk.at('ACCP', index, { instructedAmount: `${size}00000.00` }))
      const validUntilMs = desk.harness.timeMs + 600_000
      for (const uetr of uetrs) {
        must(desk.send([address('lp')], 'quote', { uetr, provider: 'lp', rate: RATE, validUntilMs }) === 'success', 'quote')
        const settledAmount = desk.query('settledAmount', { uetr, rate: RATE })['amount'] as string
        must(desk.send([address('bank-a')], 'acceptQuote', { uetr, provider: 'lp', rate: RATE, settledAmount }) === 'success', 'accept')
      }
      const signers = [address('bank-a')]
      const { receipts } = desk.harness.block(
        uetrs.map((uetr) => ({ signers, calls: [callOf('lock', { uetr }), callOf('settlePvP', { uetr })] })),
      )
      let [paid, settled] = [0n, 0n]
      for (const [index, size] of sizes.entries()) {
        const success = receipts[index]?.outcome === 'success'
        if (success) won += 1
        else lost += 1
        must(success || receipts[index]?.code === 'settlement/insufficient-funds', `${receipts[index]?.code}`)
        must((desk.payment(uetrs[index] ?? '')['status'] === 'ACSC') === success, 'status')
        if (success) {
          paid += BigInt(size) * 10_000_000n
          settled += BigInt(size) * 352_000_000n
        }
      }
      must(desk.balance('bank-a', 'CNY') === `${100_000_000n - paid}`, 'the payer')
      must(desk.balance('lp', 'VND') === `${5_000_000_000n - settled}`, 'the provider')
      must(desk.balance('viet-bank', 'VND') === `${settled}`, 'the creditor agent')
    }),
    { numRuns: 10, endOnFailure: true },
  )
  t.ok(won > 0 && lost > 0, `${won} settled, ${lost} refused`)
  t.end()
})

test('7: whenever the list changes, nothing is locked that was screened before', (t) => {
  fc.assert(
    fc.property(fc.subarray(['bank-a', 'viet-bank'] as const), (again) => {
      const desk = openDesk()
      const uetr = desk.at('ACCP', 1, { settlementCurrency: 'CNY' })
      desk.publish([...LISTED, subjectKey({ name: 'Another', country: 'KP' })])
      for (const agent of again) must(desk.send([address(agent)], 'screen', desk.clear(uetr, agent)) === 'success', 'screen')
      const code = desk.send([address('bank-a')], 'lock', { uetr })
      must(code === (again.length === 2 ? 'success' : 'payments/screening-void'), `${again.join()}: ${code}`)
    }),
    { numRuns: 8 },
  )
  t.pass('only both screenings against the new version let it go on')
  t.end()
})
