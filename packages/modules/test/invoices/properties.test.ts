import fc from 'fast-check'
import { test } from 'tap'
import { address, both, DAY_MS } from '../cast.ts'
import type { Args, Desk } from './desk.ts'
import { idOf, numberOf, openTradeDesk, saleInvoice, TRADERS } from './trade-desk.ts'

/**
 * Many parties, many invoices, in any order. The harness checks after each block every invariant of §4 that is about a state; here a model
 * that knows nothing of the module's code says what may succeed at all.
 */

const EMPLOYERS = ['employer-1', 'employer-2'] as const
/** Each seller's quota: so small that it is used up. */
const QUOTA = 1_000_000n
const NETS = [100n, 20_000n, 400_000n, 884_900n] as const

interface Step {
  readonly command: 'issue' | 'respond' | 'deduct' | 'lock' | 'reimburse' | 'release' | 'redLetter' | 'wait'
  /** Who sends it: often not who may. */
  readonly actor: string
  readonly seller: string
  readonly buyer: string
  /** Few, so that they meet. */
  readonly sequence: number
  readonly net: bigint
  readonly response: string
}

const step: fc.Arbitrary<Step> = fc.record({
  command: fc.constantFrom('issue', 'issue', 'respond', 'deduct', 'lock', 'lock', 'reimburse', 'release', 'release', 'redLetter', 'wait'),
  actor: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...EMPLOYERS) }, { weight: 2, arbitrary: fc.constantFrom(...TRADERS) }),
  seller: fc.constantFrom('nanhai', 'restaurant'),
  buyer: fc.constantFrom('shunhe', 'sanshui', 'employer-1'),
  sequence: fc.integer({ min: 1, max: 2 }),
  net: fc.constantFrom(...NETS),
  response: fc.constantFrom('AB', 'UQ', 'CA', 'RE', 'AP', 'PD'),
})

/** An employer that sees a claim through: by chance alone the three steps seldom meet. */
const claim = fc
  .record({ given: step, actor: fc.constantFrom(...EMPLOYERS), end: fc.constantFrom('reimburse', 'release') })
  .map(({ given, actor, end }): readonly Step[] => (['issue', 'lock', end] as const).map((command) => ({ ...given, actor, command })))
/** An invoice that is taken back in part: it has to be there, and without a claim. */
const RED_LETTER = (['issue', 'redLetter'] as const).map(
  (command): Step => ({ command, actor: 'nanhai', seller: 'nanhai', buyer: 'shunhe', sequence: 1, net: 100n, response: 'AB' }),
)
const moves = fc.oneof({ weight: 6, arbitrary: step.map((given): readonly Step[] => [given]) }, { weight: 1, arbitrary: claim })

interface Known {
  readonly buyer: string
  readonly gross: bigint
  red: bigint
  isDeducted: boolean
  lock?: { readonly by: string; readonly untilMs: number }
  reimbursedBy?: string
}

class Model {
  readonly invoices = new Map<string, Known>()
  readonly used = new Map<string, bigint>()
  readonly counts = new Map<string, number>()

  /** What a step that succeeded must not have been; updates the picture. */
  note(given: Step, nowMs: number, json: Args): void {
    const { command, actor, seller, buyer, sequence } = given
    this.counts.set(command, (this.counts.get(command) ?? 0) + 1)
    const id = idOf(seller, sequence)
    if (command === 'issue') {
      const gross = BigInt((json.totals as Args).grossTotal as string)
      must(!this.invoices.has(id), `${id} was issued twice`)
      this.use(seller, gross)
      this.invoices.set(id, { buyer, gross, red: 0n, isDeducted: false })
      return
    }
    const invoice = this.invoices.get(id)
    if (invoice === undefined) throw new Error(`${command} of ${id}, which does not exist`)
    const lock = invoice.lock !== undefined && invoice.lock.untilMs > nowMs ? invoice.lock : undefined
    switch (command) {
      case 'deduct':
        must(!invoice.isDeducted && actor === invoice.buyer && invoice.red === 0n, `${actor} deducted ${id}`)
        invoice.isDeducted = true
        return
      case 'lock':
        must(lock === undefined && invoice.reimbursedBy === undefined && invoice.red === 0n, `${actor} locked ${id}`)
        must((EMPLOYERS as readonly string[]).includes(actor), `${actor} is no employer`)
        invoice.lock = { by: actor, untilMs: json.expiresAtMs as number }
        return
      case 'reimburse':
        must(lock?.by === actor && invoice.reimbursedBy === undefined && invoice.red === 0n, `${actor} reimbursed ${id}`)
        invoice.reimbursedBy = actor
        return
      case 'release':
        must(lock?.by === actor && invoice.reimbursedBy === undefined, `${actor} released ${id}`)
        delete invoice.lock
        return
      case 'redLetter':
        must(lock === undefined && invoice.reimbursedBy === undefined, `${id} was taken back while claimed`)
        invoice.red += BigInt(json.amount as string)
        must(invoice.red <= invoice.gross, `more of ${id} was taken back than there is`)
        this.use(seller, -BigInt(json.amount as string))
        return
      case 'respond':
        must(actor === invoice.buyer && given.response !== 'PD', `${actor} answered ${given.response}`)
        return
      case 'wait':
    }
  }

  private use(seller: string, amount: bigint): void {
    const used = (this.used.get(seller) ?? 0n) + amount
    must(used <= QUOTA && used >= 0n, `${seller} used ${used} of ${QUOTA}`)
    this.used.set(seller, used)
  }
}

function must(condition: boolean, message: string): void {
  if (!condition) throw new Error(message)
}

let letters = 0

function paramsOf(desk: Desk, { command, seller, buyer, sequence, net, response }: Step): Args {
  const invoiceId = idOf(seller, sequence)
  switch (command) {
    case 'issue':
      return saleInvoice({ seller, buyer, sequence, net })
    case 'lock':
      return { invoiceId, claimReference: 'trip', expiresAtMs: desk.harness.timeMs + 3 * DAY_MS }
    case 'respond':
      return { invoiceId, response, reason: 'why' }
    case 'redLetter':
      letters += 1
      return { invoiceId, number: numberOf(9_000_000 + letters), issueDate: '2026-03-02', amount: `${net}`, reason: 'why' }
    default:
      return { invoiceId }
  }
}

function signersOf({ command, actor, seller, buyer }: Step) {
  if (command === 'issue') return [address(seller)]
  // With the buyer's consent, which is needed where VAT was deducted.
  if (command === 'redLetter') return [...both(seller), address(buyer)]
  return [address(actor)]
}

test('however many parties interleave, what succeeds is what the rules allow', (t) => {
  const total = new Map<string, number>()
  const property = fc.property(fc.array(moves, { minLength: 25, maxLength: 40, size: 'max' }), (steps) => {
    const desk = openTradeDesk(`${QUOTA}`)
    const model = new Model()
    for (const given of [...RED_LETTER, ...steps.flat()]) {
      if (given.command === 'wait') {
        desk.harness.advance(2 * DAY_MS)
        continue
      }
      const json = paramsOf(desk, given)
      const code = desk.send(signersOf(given), given.command, json)
      if (code === 'success') model.note(given, desk.harness.timeMs, json)
    }
    for (const [id, { red, isDeducted, reimbursedBy }] of model.invoices) {
      const status = desk.status(id)
      must(
        status.red === `${red}` && (status.tax === 'DEDUCTED') === isDeducted && status.payment === 'UNPAID',
        `${id} is not as the model says`,
      )
      must((status.reimbursement === 'REIMBURSED') === (reimbursedBy !== undefined), `${id}: ${status.reimbursement}`)
      if (reimbursedBy !== undefined) must((status.claim as Args).employer === reimbursedBy, `${id}: reimbursed by another`)
    }
    for (const [command, count] of model.counts) total.set(command, (total.get(command) ?? 0) + count)
  })
  t.doesNotThrow(() => fc.assert(property, { numRuns: 25 }))
  for (const command of ['issue', 'lock', 'reimburse', 'release', 'redLetter']) {
    t.ok((total.get(command) ?? 0) > 0, `${command} succeeded ${total.get(command)} times`)
  }
  t.end()
})
