import { type PaymentStatus, subjectKey } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import type { HarnessTransaction } from '@hanse/state'
import fc from 'fast-check'
import { address, both, DAY_MS } from '../cast.ts'
import { type Args, callOf, type Desk, INSTRUCTION, LISTED, uetrOf } from './desk.ts'

/** How often each command is tried. */
const WEIGHTS = {
  initiate: 5,
  initiateInterbank: 1,
  clearHeld: 2,
  screen: 8,
  quote: 4,
  acceptQuote: 4,
  hold: 2,
  release: 2,
  reject: 1,
  cancel: 1,
  lock: 5,
  settlePvP: 5,
  confirmCredit: 3,
  recall: 2,
  respondToRecall: 2,
  returnPayment: 2,
  express: 6,
  publish: 1,
  setLimits: 1,
} as const
export type WalkCommand = keyof typeof WEIGHTS

/** One random step. It becomes concrete on the state that it meets. */
export interface Step {
  readonly command: WalkCommand
  readonly pick: number
  readonly who: number
  readonly amount: number
  /** 0 chooses payment and actor blindly; the others aim at what can succeed. */
  readonly aim: number
  /** Ms that pass before it: mostly none. */
  readonly wait: number
}

export const step: fc.Arbitrary<Step> = fc.record({
  command: fc.constantFrom(
    ...(Object.keys(WEIGHTS) as WalkCommand[]).flatMap((command) => Array.from({ length: WEIGHTS[command] }, () => command)),
  ),
  pick: fc.nat(1_000),
  who: fc.nat(1_000),
  amount: fc.nat(1_000),
  aim: fc.nat(7),
  wait: fc.oneof({ weight: 19, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 5_000_000 }) }),
})

const calm = { pick: 3, who: 0, amount: 10, aim: 7, wait: 0 } as const
const RECALLED = ['initiate', 'express', 'confirmCredit', 'recall', 'respondToRecall', 'returnPayment'] as const
/** Chance alone seldom brings a recall that is answered, or a payment that the regulator lets go: a walk can begin with them. */
export const RECALL_AND_CLEARANCE: readonly Step[] = [
  ...RECALLED.map((command): Step => ({ ...calm, command })),
  { ...calm, command: 'initiate', amount: 800 },
  { ...calm, command: 'clearHeld' },
]

export interface PaymentJson {
  readonly uetr: string
  readonly debtorAgent: string
  readonly creditorAgent: string
  readonly currency: string
  readonly settlementCurrency: string
  readonly instructed: string
  readonly charges: string
  readonly chargeBearer: string
  readonly status: PaymentStatus
  readonly exchange?: { readonly provider: string; readonly rate: string }
  readonly settled?: string
  readonly hold?: { readonly agent?: string; readonly deadlineMs: number; readonly callDigest?: string }
  readonly lockDeadlineMs?: number
  readonly recall?: { readonly answer: string }
  readonly returned?: { readonly amount: string }
}

/** The status that a command wants its payment in. */
const WANTED: { readonly [command in WalkCommand]?: readonly PaymentStatus[] } = {
  screen: ['ACTC'],
  quote: ['ACTC', 'ACCP', 'PDNG'],
  acceptQuote: ['ACTC', 'ACCP', 'PDNG'],
  hold: ['ACCP'],
  release: ['PDNG'],
  clearHeld: ['PDNG'],
  reject: ['ACTC', 'ACCP', 'ACSP', 'PDNG'],
  cancel: ['ACTC', 'ACCP', 'ACSP', 'PDNG'],
  lock: ['ACCP'],
  settlePvP: ['ACSP'],
  confirmCredit: ['ACSC'],
  recall: ['ACSC', 'ACCC'],
  respondToRecall: ['ACSC', 'ACCC'],
  returnPayment: ['ACSC', 'ACCC'],
  express: ['ACTC', 'ACCP'],
}

const DEBTOR_SIDE: readonly WalkCommand[] = ['acceptQuote', 'cancel', 'lock', 'settlePvP', 'recall']
const CREDITOR_SIDE: readonly WalkCommand[] = ['confirmCredit', 'respondToRecall', 'returnPayment']
export const BANKS = ['bank-a', 'bank-b', 'viet-bank', 'lp', 'lp-two'] as const
const AGENTS = ['bank-a', 'bank-b', 'viet-bank'] as const
const PROVIDERS = ['lp', 'lp-two'] as const
const BEARERS = ['DEBT', 'CRED', 'SHAR', 'SLEV'] as const

/** Answers and returns aim at payments that wait for them. */
function isAsked(command: WalkCommand, { recall, returned }: PaymentJson): boolean {
  if (command === 'respondToRecall') return recall?.answer === 'PENDING'
  return command !== 'returnPayment' || (recall?.answer === 'CNCL' && returned === undefined)
}

function choose<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T
}

/** What is below zero is written as zero: the walk is about rules, not about how amounts are written. */
function moneyText(given: bigint, currency: string): string {
  const minor = given < 0n ? 0n : given
  return currency === 'VND' ? `${minor}` : `${minor / 100n}.${`${minor % 100n}`.padStart(2, '0')}`
}

/** The regulator lets go what a rule holds; nothing where an agent does. */
function clearance({ hold }: PaymentJson, timeMs: number): HarnessTransaction | undefined {
  if (hold?.callDigest === undefined) return undefined
  const json = { callDigest: hold.callDigest, expiresAtMs: timeMs + DAY_MS }
  return { signers: both('regulator'), calls: [{ module: 'supervision', command: 'clearHeld', json }] }
}

/** Walks on a desk: knows the payments that were made, makes steps concrete. */
export class Walk {
  readonly desk: Desk
  readonly uetrs: string[] = []
  #published = 0

  constructor(desk: Desk) {
    this.desk = desk
  }

  payments(): readonly PaymentJson[] {
    return this.uetrs.map((uetr) => this.desk.payment(uetr) as unknown as PaymentJson)
  }

  /** Sends, and learns of the payment that it brought. */
  send(transaction: HarnessTransaction): string {
    const code = this.desk.run(transaction)
    const initiated = this.desk.events().find(({ type }) => type === 'initiated')
    const uetr = initiated?.attributes.find(({ key }) => key === 'uetr')?.value
    if (uetr !== undefined) this.uetrs.push(uetr)
    return code
  }

  #target({ command, pick, aim }: Step): PaymentJson | undefined {
    if (this.uetrs.length === 0) return undefined
    const all = this.payments()
    const wanted = WANTED[command]
    const fitting =
      wanted === undefined || aim === 0 ? all : all.filter((payment) => wanted.includes(payment.status) && isAsked(command, payment))
    return choose(fitting.length === 0 ? all : fitting, pick)
  }

  #initiate({ command, pick, who, amount, aim }: Step): HarnessTransaction {
    const debtorAgent = choose(AGENTS, who)
    const creditorAgent = choose(AGENTS, who + (aim === 0 ? pick : 1 + (pick % 2)))
    const [currency, settlementCurrency] = choose(
      [
        ['CNY', 'VND'],
        ['CNY', 'VND'],
        ['VND', 'CNY'],
        ['CNY', 'CNY'],
      ] as const,
      pick,
    )
    const instructed = BigInt(amount) * (currency === 'VND' ? 350_017n : 11_003n) + 1n
    const again = aim === 0 && this.uetrs.length > 0
    const chargeBearer = choose(BEARERS, pick)
    const charges = amount % 3 === 0 ? {} : { charges: moneyText(BigInt(1 + (amount % 7)), currency) }
    const terms = { debtorAgent, creditorAgent, currency, settlementCurrency, chargeBearer, ...charges }
    const uetr = again ? choose(this.uetrs, pick) : uetrOf(this.uetrs.length * 1_000 + pick)
    const settlementDate = new Date(this.desk.harness.timeMs + 8 * 3_600_000).toISOString().slice(0, 10)
    const common = { uetr, settlementDate, instructedAmount: moneyText(instructed, currency) }
    if (command === 'initiate') {
      return { signers: both(debtorAgent), calls: [callOf('initiate', { ...INSTRUCTION, ...terms, ...common })] }
    }
    const between = { debtorAgent, creditorAgent, currency, settlementCurrency, ...common }
    const references = { messageId: 'M', endToEndId: 'E', purpose: 'TREA' }
    return { signers: both(debtorAgent), calls: [callOf('initiateInterbank', { ...between, ...references })] }
  }

  #setLimits({ who, amount, pick }: Step): HarnessTransaction {
    const [currency, issuer] = choose(
      [
        ['CNY', 'settlement-bank'],
        ['VND', 'sbv'],
      ] as const,
      pick,
    )
    const bank = choose(BANKS, who)
    const room = BigInt(this.desk.balance(bank, currency)) + BigInt(amount) * (currency === 'VND' ? 20_000_000n : 90_000n)
    const holdLimit = amount % 4 === 0 ? {} : { holdLimit: `${room}` }
    const transactionLimit = amount % 5 === 0 ? { transactionLimit: `${room / 2n}` } : {}
    return { signers: both(issuer), calls: [callOf('setLimits', { bank, currency, ...holdLimit, ...transactionLimit })] }
  }

  /** A new version of the list. It is no transaction of the walk: it takes two blocks. */
  publish({ pick }: Step): void {
    this.#published += 1
    const more = Array.from({ length: this.#published % 5 }, (_, index) => subjectKey({ name: `Later ${pick} ${index}`, country: 'KP' }))
    this.desk.publish([...LISTED, ...more])
  }

  #actor({ command, who, aim }: Step, payment: PaymentJson): string {
    const { debtorAgent, creditorAgent, hold } = payment
    if (aim === 0) return choose(BANKS, who)
    if (command === 'quote') return choose(PROVIDERS, who)
    if (command === 'release') return hold?.agent ?? debtorAgent
    if (DEBTOR_SIDE.includes(command)) return debtorAgent
    return CREDITOR_SIDE.includes(command) ? creditorAgent : choose([debtorAgent, creditorAgent], who)
  }

  #params({ command, pick, who, amount, aim }: Step, payment: PaymentJson, agent: string): Args {
    const { uetr, settlementCurrency, settled = '0' } = payment
    const { timeMs } = this.desk.harness
    switch (command) {
      case 'screen':
        return aim === 1 && pick % 5 === 0 ? { uetr, agent, result: 'HIT', lists: [] } : this.desk.clear(uetr, agent)
      case 'quote': {
        const rate = settlementCurrency === 'VND' ? `35${10 + (pick % 80)}.${amount}` : `0.000${2 + (pick % 8)}${amount}`
        return { uetr, provider: agent, rate, validUntilMs: timeMs + 1_000 + amount * 2_000 }
      }
      case 'acceptQuote': {
        const provider = choose(PROVIDERS, who)
        const { rate = '1', settled: offered = '0' } = this.desk.query('quote', { uetr, agent: provider }) as {
          rate?: string
          settled?: string
        }
        return { uetr, provider, rate, settledAmount: moneyText(BigInt(offered) + (aim === 1 ? 1n : 0n), settlementCurrency) }
      }
      case 'hold':
        return { uetr, agent, reason: 'NARR', note: 'x', deadlineMs: timeMs + 1 + amount * 1_000 }
      case 'release':
        return { uetr, agent }
      case 'reject':
        return { uetr, agent, reason: 'AC04' }
      case 'cancel':
      case 'recall':
        return { uetr, reason: choose(['DUPL', 'FRAD', 'TECH', 'CUST'], pick) }
      case 'confirmCredit':
        return { uetr, creditedAmount: moneyText(BigInt(settled) - (aim === 1 ? 1n : 0n), settlementCurrency) }
      case 'respondToRecall':
        return pick % 4 === 0 ? { uetr, answer: 'RJCR', reason: 'CUST' } : { uetr, answer: 'CNCL' }
      case 'returnPayment':
        return { uetr, amount: moneyText(BigInt(settled) + (aim === 1 ? 1n : 0n), settlementCurrency), reason: 'CUST' }
      default:
        return { uetr }
    }
  }

  /** All that is left before PDNG, ACSP or ACSC, in one transaction that everybody signs. */
  #express(
    { pick, who, amount }: Step,
    { uetr, debtorAgent, creditorAgent, currency, settlementCurrency }: PaymentJson,
  ): HarnessTransaction {
    const provider = choose(PROVIDERS, who)
    const rate = settlementCurrency === 'VND' ? `35${10 + (pick % 80)}` : `0.000${2 + (pick % 8)}`
    const settledAmount = this.desk.query('settledAmount', { uetr, rate })['amount'] ?? '1'
    const quote = { uetr, provider, rate, validUntilMs: this.desk.harness.timeMs + 60_000 }
    const hold = { uetr, agent: debtorAgent, reason: 'NARR', note: 'x', deadlineMs: quote.validUntilMs + amount * 1_000 }
    const exchange = [callOf('quote', quote), callOf('acceptQuote', { uetr, provider, rate, settledAmount })]
    const calls = [
      ...[debtorAgent, creditorAgent].map((agent) => callOf('screen', this.desk.clear(uetr, agent))),
      ...(currency === settlementCurrency ? [] : exchange),
      ...(amount % 4 === 0 ? [callOf('hold', hold)] : [callOf('lock', { uetr })]),
      ...(amount % 4 > 1 ? [callOf('settlePvP', { uetr })] : []),
    ]
    return { signers: [debtorAgent, creditorAgent, provider].map((bank) => address(bank)), calls }
  }

  /** The step on the present state, or undefined when there is nothing to do it to. */
  transactionOf(given: Step): HarnessTransaction | undefined {
    if (given.command === 'initiate' || given.command === 'initiateInterbank') return this.#initiate(given)
    if (given.command === 'setLimits') return this.#setLimits(given)
    const payment = this.#target(given)
    if (payment === undefined) return undefined
    if (given.command === 'express') return this.#express(given, payment)
    if (given.command === 'clearHeld') return clearance(payment, this.desk.harness.timeMs)
    const actor = this.#actor(given, payment)
    const json = this.#params(given, payment, actor)
    const signers: readonly Address[] = [address(actor)]
    return { signers, calls: [callOf(given.command, json)] }
  }
}
