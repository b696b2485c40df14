import { isTerminal } from '@hanse/modules'
import type { HarnessTransaction } from '@hanse/state'
import fc from 'fast-check'
import { test } from 'tap'
import { address, DAY_MS } from '../cast.ts'
import { openDesk } from './desk.ts'
import { type CertificateJson, type Step, step, Walk } from './random-walk.ts'

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
    if (then !== undefined && moved) must(signers.includes(address(now.holder)), `2: ${what} gave ${certNo} to ${now.holder} unasked`)
    if (moved) must(walk.isActive(now.holder), `9: ${what} gave ${certNo} to ${now.holder}, who is not active`)
    must(after.dueDates.get(certNo) === after.dueDates.get(now.rootNo), `5: ${certNo} is due on ${after.dueDates.get(certNo)}`)
  }
}

/** 6: in finance, and in recourse that is paid, claim and cash move together. */
function checkDelivery(given: Step, { calls }: HarnessTransaction, before: Picture, after: Picture): void {
  if (given.command !== 'finance' && given.command !== 'payRecourse') return
  const { certNo } = (calls[0] as unknown as { readonly json: { readonly certNo: string } }).json
  const then = before.certificates.get(certNo)
  const now = after.certificates.get(certNo)
  if (then === undefined || now === undefined) throw new Error(`${certNo} is unknown`)
  const paid = given.command === 'finance' ? BigInt(now.financing?.paid ?? '-1') : BigInt(then.outstanding)
  const change = (partyId: string): bigint => (after.balances.get(partyId) ?? 0n) - (before.balances.get(partyId) ?? 0n)
  must(change(now.holder) === -paid && change(then.holder) === paid, `6: ${given.command} of ${certNo} moved the claim, not ${paid}`)
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
      checkDelivery(given, transaction, before, after)
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
    fc.property(fc.array(step, { minLength: 130, maxLength: 160 }), (steps) => walkOnce(steps, count)),
    { numRuns: 10, endOnFailure: true },
  )
  t.comment(`${count.steps} steps; succeeded: ${[...count.successes].map(([command, times]) => `${command} ${times}`).join(', ')}`)
  t.ok(count.steps > 1_000, `${count.steps} steps`)
  t.end()
})

test('of any transactions on one certificate in one block, one at most moves it', (t) => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 40 }), fc.array(step, { minLength: 2, maxLength: 6 }), (steps, rivals) => {
      const walk = new Walk(openDesk())
      for (const given of steps) {
        const transaction = walk.transactionOf(given)
        if (transaction !== undefined) walk.send(transaction)
      }
      const transactions = rivals
        .filter(({ command }) => command === 'transfer' || command === 'requestFinance' || command === 'split')
        .flatMap((rival) => walk.transactionOf({ ...rival, aim: 7, pick: 0 }) ?? [])
      const { receipts } = walk.desk.harness.block(transactions)
      const winners = receipts.filter(({ outcome }) => outcome === 'success')
      must(winners.length <= 1, `11: ${winners.length} of ${receipts.length} rivals moved the same certificate`)
    }),
    { numRuns: 10, endOnFailure: true },
  )
  t.pass('whoever comes second finds the certificate changed')
  t.end()
})
