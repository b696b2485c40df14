import { isTerminal } from '@hanse/modules'
import type { HarnessTransaction } from '@hanse/state'
import fc from 'fast-check'
import { test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { type Args, HASH, ISSUE, openDesk } from './desk.ts'
import { AUCTION_AND_RESALE, type CertificateJson, type Step, step, Walk } from './random-walk.ts'

/**
 * Random walks over the module. The harness checks every invariant that is about a state after every block (1–4, 8, 10, conservation
 * of money); here stands what is about steps: 2, 5, 6, 7, 9 and 11.
 */

const PARTIES = ['nanhai', 'sanshui', 'gaoming', 'bank-a', 'bank-b', 'shunhe', 'settlement-bank'] as const

interface Picture {
  readonly certificates: ReadonlyMap<string, CertificateJson>
  readonly dueDates: ReadonlyMap<string, string>
  readonly balances: ReadonlyMap<string, bigint>
}

function pictureOf(walk: Walk): Picture {
  const views = walk.views()
  return {
    certificates: new Map(views.map(({ certificate }) => [certificate.certNo, certificate])),
    dueDates: new Map(views.map(({ certificate, dueDate }) => [certificate.certNo, dueDate])),
    balances: new Map(PARTIES.map((partyId) => [partyId, BigInt(walk.desk.balance(partyId))])),
  }
}

function must(condition: boolean, message: string): void {
  if (!condition) throw new Error(message)
}

/** What no step may do, whichever it was. */
function checkStep(walk: Walk, { signers }: HarnessTransaction, before: Picture, after: Picture, what: string): void {
  for (const [certNo, now] of after.certificates) {
    const then = before.certificates.get(certNo)
    if (then !== undefined && isTerminal(then.status)) {
      must(JSON.stringify(then) === JSON.stringify(now), `7: ${what} changed ${certNo}, which was ${then.status}`)
    }
    const moved = then === undefined ? now.parentNo === undefined : then.holder !== now.holder
    // The best bidder signed before, when it revealed its bid.
    const asked = what === 'acceptBid' ? now.financing?.bank === now.holder : signers.includes(address(now.holder))
    if (then !== undefined && moved) must(asked, `2: ${what} gave ${certNo} to ${now.holder} unasked`)
    if (moved) must(walk.isActive(now.holder), `9: ${what} gave ${certNo} to ${now.holder}, who is not active`)
    must(after.dueDates.get(certNo) === after.dueDates.get(now.rootNo), `5: ${certNo} is due on ${after.dueDates.get(certNo)}`)
  }
}

/** Net flow of money by party in the transaction itself, sweeps of its block left out. */
function flowsOf(walk: Walk): ReadonlyMap<string, bigint> {
  const flows = new Map<string, bigint>()
  for (const { module, type, attributes } of walk.desk.events()) {
    if (module !== 'settlement' || type !== 'transferred') continue
    const value = (name: string): string => attributes.find(({ key }) => key === name)?.value ?? ''
    const amount = BigInt(value('amount'))
    flows.set(value('from'), (flows.get(value('from')) ?? 0n) - amount)
    flows.set(value('to'), (flows.get(value('to')) ?? 0n) + amount)
  }
  return flows
}

/** 6: in finance, in a bid that is accepted, and in recourse that is paid, claim and cash move together. */
function checkDelivery(walk: Walk, given: Step, { calls }: HarnessTransaction, before: Picture, after: Picture): void {
  if (given.command !== 'finance' && given.command !== 'payRecourse' && given.command !== 'acceptBid') return
  const { certNo } = (calls[0] as unknown as { readonly json: { readonly certNo: string } }).json
  const then = before.certificates.get(certNo)
  const now = after.certificates.get(certNo)
  if (then === undefined || now === undefined) throw new Error(`${certNo} is unknown`)
  const paid = given.command === 'payRecourse' ? BigInt(then.outstanding) : BigInt(now.financing?.paid ?? '-1')
  const flows = flowsOf(walk)
  // A bid’s money was in the vault before: what the price leaves of it goes back to the bank.
  const left = given.command === 'acceptBid' ? `vault:receivables:bid:${certNo}` : now.holder
  const fromBank = (flows.get(left) ?? 0n) + (left === now.holder ? 0n : (flows.get(now.holder) ?? 0n))
  must(fromBank === -paid && flows.get(then.holder) === paid, `6: ${given.command} of ${certNo} moved the claim, not ${paid}`)
}

function same(before: Picture, after: Picture): boolean {
  const text = ({ certificates, balances }: Picture): string =>
    JSON.stringify([[...certificates], [...balances].map(([key, value]) => [key, `${value}`])])
  return text(before) === text(after)
}

interface Count {
  steps: number
  successes: Map<string, number>
}

function walkOnce(steps: readonly Step[], count: Count): void {
  const walk = new Walk(openDesk())
  let before = pictureOf(walk)
  for (const given of steps) {
    if (given.days > 0) {
      walk.desk.harness.advance(given.days * DAY_MS)
      before = pictureOf(walk)
    }
    const transaction = walk.transactionOf(given)
    if (transaction === undefined) continue
    const code = walk.send(transaction)
    const after = pictureOf(walk)
    count.steps += 1
    if (code === 'success') {
      count.successes.set(given.command, (count.successes.get(given.command) ?? 0) + 1)
      checkStep(walk, transaction, before, after, given.command)
      checkDelivery(walk, given, transaction, before, after)
    } else {
      const swept = [...after.certificates].some(([certNo, now]) => now.status !== before.certificates.get(certNo)?.status)
      must(swept || same(before, after), `a refused ${given.command} (${code}) changed something`)
    }
    before = after
  }
}

test('random walks break no invariant', (t) => {
  const count: Count = { steps: 0, successes: new Map() }
  fc.assert(
    fc.property(fc.array(step, { minLength: 130, maxLength: 160 }), (steps) => walkOnce([...AUCTION_AND_RESALE, ...steps], count)),
    { numRuns: 10, endOnFailure: true },
  )
  t.comment(`${count.steps} steps; succeeded: ${[...count.successes].map(([command, times]) => `${command} ${times}`).join(', ')}`)
  t.ok(count.steps > 1_300, `${count.steps} steps`)
  for (const command of ['finance', 'acceptBid']) t.ok(count.successes.has(command), `${command} succeeded`)
  t.end()
})

interface InvoiceJson {
  readonly payable: string
  readonly settled: string
  readonly pledges: readonly { readonly amount: string }[]
}

const RATE_PPM = 38_500
const EXPIRES = START_MS + 20 * DAY_MS

/** What someone can try on a certificate of nanhai's that is offered for finance, so that it would move: 11 lets one of them. */
const rival: fc.Arbitrary<{ readonly command: string; readonly who: string }> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('bank-a', 'bank-b').map((who) => ({ command: 'finance', who })) },
  { weight: 1, arbitrary: fc.constant({ command: 'cancelFinanceRequest', who: 'nanhai' }) },
  { weight: 1, arbitrary: fc.constant({ command: 'freeze', who: 'court' }) },
)

function rivalTransaction({ command, who }: { readonly command: string; readonly who: string }): HarnessTransaction {
  const json = {
    finance: { certNo: 'SH-1', annualRatePpm: RATE_PPM, bank: who, seller: 'nanhai', recourse: false, outstanding: '100000000' },
    cancelFinanceRequest: { certNo: 'SH-1' },
    freeze: { certNo: 'SH-1', orderHash: HASH, expiresAtMs: EXPIRES },
  }[command] as Args
  return { signers: [address(who)], calls: [{ module: 'receivables', command, json }] }
}

test('11: of funders in one block, whoever else acts on the claim, exactly the first one wins and one pays', (t) => {
  let races = 0
  fc.assert(
    fc.property(fc.array(rival, { minLength: 2, maxLength: 8 }), (rivals) => {
      const desk = openDesk()
      desk.active('SH-1')
      const request = { certNo: 'SH-1', annualRatePpm: RATE_PPM, recourse: false, expiresAtMs: EXPIRES }
      must(desk.send([address('nanhai')], 'requestFinance', request) === 'success', 'the request')
      const { receipts } = desk.harness.block(rivals.map(rivalTransaction))
      must(receipts.length === rivals.length, 'every rival has a receipt')
      const first = rivals.findIndex(({ command }) => command !== 'freeze' || rivals[0]?.command === 'freeze')
      const paid = ['bank-a', 'bank-b'].filter((bank) => desk.balance(bank) !== '1000000000')
      const financed = rivals.flatMap(({ command, who }, index) =>
        command === 'finance' && receipts[index]?.outcome === 'success' ? [who] : [],
      )
      must(receipts[0]?.outcome === 'success', `the first, ${rivals[0]?.command}, is refused`)
      const expected = rivals[first]?.command === 'finance' && rivals[0]?.command === 'finance' ? [rivals[0]?.who] : []
      must(JSON.stringify(financed) === JSON.stringify(expected), `11: ${financed.length} funders won`)
      must(JSON.stringify(paid) === JSON.stringify(expected), `11: ${paid.length} funders paid`)
      if (rivals.filter(({ command }) => command === 'finance').length > 1) races += 1
    }),
    { numRuns: 20, endOnFailure: true },
  )
  t.ok(races >= 10, `${races} of 20 blocks had two funders or more`)
  t.end()
})

test('3: whatever is issued on one invoice, in whatever parts, stays within what is payable', (t) => {
  let issued = 0
  let refused = 0
  const part = fc.record({ share: fc.integer({ min: 1, max: 120 }), end: fc.constantFrom('keep', 'reject', 'redeem') })
  fc.assert(
    fc.property(fc.array(part, { minLength: 3, maxLength: 8 }), (parts) => {
      const desk = openDesk()
      const invoiceId = desk.invoice({ number: '26442000000000000017' })
      let standing = 0n
      for (const [index, { share, end }] of parts.entries()) {
        const amount = (100_000_000n * BigInt(share)) / 100n
        const certNo = `P-${index}`
        const code = desk.send(both('shunhe'), 'issue', { ...ISSUE, certNo, invoices: [{ invoiceId, amount: `${amount}` }] })
        const status = desk.query('invoice', { invoiceId }, 'invoices')['status'] as unknown as InvoiceJson
        const pledged = status.pledges.reduce((total, held) => total + BigInt(held.amount), 0n)
        if (code === 'success') {
          issued += 1
          standing += amount
        } else refused += 1
        const covered = pledged + BigInt(status.settled)
        must(standing === pledged && covered <= BigInt(status.payable), `3: ${standing} stand on it, ${JSON.stringify(status)}`)
        if (code !== 'success' || end === 'keep') continue
        if (end === 'reject') must(desk.send([address('nanhai')], 'reject', { certNo }) === 'success', 'reject')
        else {
          must(desk.send([address('nanhai')], 'accept', { certNo }) === 'success', 'accept')
          must(desk.send(both('shunhe'), 'redeem', { certNo }) === 'success', 'redeem')
        }
        standing -= amount
      }
    }),
    { numRuns: 10, endOnFailure: true },
  )
  t.ok(issued >= 5 && refused >= 10, `${issued} issued, ${refused} refused`)
  t.end()
})
