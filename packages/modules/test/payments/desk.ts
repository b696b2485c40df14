import { listRoot, MODULES, proveAbsence, sortedEntries, subjectKey } from '@hanse/modules'
import { type Address, assert, type Hash } from '@hanse/primitives'
import { EMPTY_MERKLE_ROOT, type Event, type Json } from '@hanse/protocol'
import { createModuleHarness, type HarnessCall, type HarnessTransaction, type ModuleHarness } from '@hanse/state'
import { address, both, CAST, type CastMember, leiOf, organizationsGenesis, START_MS } from '../cast.ts'

export type Args = { readonly [key: string]: Json }

export const HASH = `0x${'ab'.repeat(32)}`
/** 2026-03-02, the business date of the first block. */
const TODAY = '2026-03-02'
export const RATE = '3520'

/** Beside the cast: a bank, an issuer, a seller and a tax authority in Vietnam, two banks that exchange, a sanctions desk. */
const GUESTS: readonly CastMember[] = [
  { partyId: 'viet-bank', name: 'Viet Bank', roles: ['bank'], lei: leiOf(21), country: 'VN' },
  { partyId: 'sbv', name: 'Issuer of VND', roles: ['bank'], lei: leiOf(22), country: 'VN' },
  { partyId: 'go-viet', name: 'Binh Duong Go Viet', roles: ['supplier'], lei: '300300DEMVNGOVT00743', country: 'VN' },
  { partyId: 'tax-vn', name: 'Tax Authority of Vietnam', roles: ['tax-authority'], lei: leiOf(23), country: 'VN' },
  { partyId: 'lp', name: 'Liquidity Bank', roles: ['bank'], lei: leiOf(24), country: 'HK' },
  { partyId: 'lp-two', name: 'Second Liquidity Bank', roles: ['bank'], lei: leiOf(25), country: 'HK' },
  { partyId: 'desk', name: 'Sanctions Desk', roles: ['sanctions-desk'], lei: leiOf(26) },
]

const GENESIS: Json = {
  currencies: [
    { currency: 'CNY', issuer: 'settlement-bank' },
    { currency: 'VND', issuer: 'sbv' },
  ],
  balances: [
    { partyId: 'bank-a', currency: 'CNY', amount: '100000000' },
    { partyId: 'lp', currency: 'VND', amount: '5000000000' },
    { partyId: 'lp', currency: 'CNY', amount: '100000000' },
    { partyId: 'lp-two', currency: 'VND', amount: '5000000000' },
  ],
}

type Reached = 'ACTC' | 'ACCP' | 'ACSP' | 'ACSC' | 'ACCC'

/** What acts on the harness, by party and command, and answers with a code. */
export interface Desk {
  readonly harness: ModuleHarness
  /** `success`, or the code of the refusal. */
  send(signers: readonly Address[], command: string, json: Args, module?: string): string
  run(transaction: HarnessTransaction): string
  /** The words of a refusal, without sending. */
  wordsOf(signers: readonly Address[], command: string, json: Args): string | undefined
  query(name: string, json: Args, module?: string): Args
  payment(uetr: string): Args
  /** In minor units. */
  balance(account: string, currency: 'CNY' | 'VND'): string
  /** The next version of the list, in force from the next block on. */
  publish(entries: readonly Hash[]): void
  /** Params of a clear screening of both parties by an agent against the list as it is. */
  clear(uetr: string, agent: string): Args
  /** Brings a new payment to a status on the straight way, with `given` in its instruction. */
  at(status: Reached, number: number, given?: Args): string
  /** GV-2026-0417 by go-viet for shunhe, over 1,232,000,000 VND; gives its id. */
  invoice(): string
  later(ms: number): void
  events(): readonly Event[]
}

/** Version 4, variant 1, the rest from a number. */
export function uetrOf(number: number): string {
  return `eb6305c9-1f7f-49de-aed0-${`${number}`.padStart(12, '0')}`
}

/** Foshan pays Bình Dương 350,000.00 CNY. */
export const INSTRUCTION: Args = {
  debtorAgent: 'bank-a',
  creditorAgent: 'viet-bank',
  currency: 'CNY',
  instructedAmount: '350000.00',
  chargeBearer: 'SHAR',
  settlementCurrency: 'VND',
  settlementDate: TODAY,
  details: {
    messageId: 'MSG-1',
    endToEndId: 'E2E-1',
    purpose: 'GDDS',
    debtor: {
      partyId: 'shunhe',
      name: 'Foshan Shunhe Appliance',
      lei: '300300DEMFSSHAPP0163',
      street: 'Fengxiang Road 1',
      town: 'Foshan',
      country: 'CN',
      account: '6222020000000000001',
    },
    creditor: { partyId: 'go-viet', name: 'Binh Duong Go Viet', town: 'Thu Dau Mot', country: 'VN', account: '0071000000001' },
  },
}

/** The instruction with other members in its details, or in a person of them; null takes one out. */
export function withDetails(given: Args, person?: 'debtor' | 'creditor'): Args {
  const details = INSTRUCTION['details'] as Args
  const changed = person === undefined ? given : { [person]: merged(details[person] as Args, given) }
  return { ...INSTRUCTION, details: { ...details, ...changed } }
}

function merged(before: Args, given: Args): Args {
  return Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== null))
}

/** Who is listed from the start: nobody of the demo. */
export const LISTED: readonly Hash[] = Array.from({ length: 64 }, (_, number) => subjectKey({ name: `Listed ${number}`, country: 'KP' }))

function invoiceJson(): Args {
  const [netAmount, taxAmount, grossTotal] = ['1120000000', '112000000', '1232000000'] as const
  const terms = { quantity: '1', unitCode: 'H87', netAmount, unitPrice: netAmount, vatCategory: 'S', vatRate: '10' }
  return {
    number: 'GV-2026-0417',
    issueDate: TODAY,
    typeCode: '380',
    currency: 'VND',
    seller: { partyId: 'go-viet', name: 'Binh Duong Go Viet', country: 'VN' },
    buyer: { partyId: 'shunhe', name: 'Foshan Shunhe Appliance', country: 'CN', legalId: '91440606MADEM10019' },
    allowances: [],
    charges: [],
    vatBreakdown: [{ category: 'S', taxableAmount: netAmount, taxAmount, rate: '10' }],
    lines: [{ id: '1', name: 'Wooden panels', ...terms, allowances: [], charges: [] }],
    totals: { lineTotal: netAmount, netTotal: netAmount, vatTotal: taxAmount, grossTotal, payable: grossTotal },
  }
}

interface PartsOfPayment {
  readonly debtorAgent: string
  readonly creditorAgent: string
  readonly currency: string
  readonly settlementCurrency: string
}

class PaymentsDesk implements Desk {
  readonly harness: ModuleHarness
  #events: readonly Event[] = []
  #entries: readonly Hash[] = []
  #version = 0

  constructor(genesis: Readonly<Record<string, Json>>) {
    this.harness = createModuleHarness({
      modules: MODULES,
      genesis: { organizations: organizationsGenesis([...CAST, ...GUESTS]), settlement: GENESIS, ...genesis },
      timeMs: START_MS,
    })
  }

  run(transaction: HarnessTransaction): string {
    const receipt = this.harness.send(transaction)
    this.#events = receipt.events
    return receipt.outcome === 'success' ? 'success' : (receipt.code ?? 'no code')
  }

  send(signers: readonly Address[], command: string, json: Args, module = 'payments'): string {
    return this.run({ signers, calls: [{ module, command, json }] })
  }

  wordsOf(signers: readonly Address[], command: string, json: Args): string | undefined {
    return this.harness.simulate({ signers, calls: [callOf(command, json)] }).rejection?.message
  }

  query(name: string, json: Args, module = 'payments'): Args {
    const answer = this.harness.query(module, name, json)
    return answer.ok ? (answer.value as Args) : { code: answer.error.code }
  }

  payment(uetr: string): Args {
    return this.query('payment', { uetr })
  }

  balance(account: string, currency: 'CNY' | 'VND'): string {
    return this.query('balance', { partyId: account, currency }, 'settlement')['amount'] as string
  }

  publish(entries: readonly Hash[]): void {
    this.#entries = sortedEntries(entries)
    this.#version += 1
    const root = entries.length === 0 ? EMPTY_MERKLE_ROOT : listRoot(this.#entries)
    const head = { version: this.#version, root, count: this.#entries.length, documentHash: HASH }
    const update = { listId: 'sanctions', ...head, effectiveFrom: this.harness.height + 2 }
    this.#must(both('desk'), 'updateList', update, 'supervision')
    this.harness.advance(1)
  }

  clear(uetr: string, agent: string): Args {
    const { compliance } = this.query('complianceProof', { uetr }) as unknown as {
      readonly compliance: { readonly subjects: readonly Hash[] }
    }
    const absences = compliance.subjects.map((key) => (proveAbsence(this.#entries, key) ?? {}) as unknown as Json)
    return { uetr, agent, result: 'CLEAR', lists: [{ listId: 'sanctions', version: this.#version, absences }] }
  }

  at(status: Reached, number: number, given: Args = {}): string {
    const uetr = uetrOf(number)
    const instruction = { ...INSTRUCTION, ...given, uetr }
    const { debtorAgent, creditorAgent, currency, settlementCurrency } = instruction as unknown as PartsOfPayment
    const [payer, payee] = [[address(debtorAgent)], [address(creditorAgent)]]
    this.#must(both(debtorAgent), 'initiate', instruction)
    if (status === 'ACTC') return uetr
    for (const agent of [debtorAgent, creditorAgent]) this.#must([address(agent)], 'screen', this.clear(uetr, agent))
    if (status === 'ACCP') return uetr
    if (currency !== settlementCurrency) this.#exchange(uetr, payer)
    this.#must(payer, 'lock', { uetr })
    if (status === 'ACSP') return uetr
    this.#must(payer, 'settlePvP', { uetr })
    if (status === 'ACSC') return uetr
    const settled = BigInt(this.payment(uetr)['settled'] as string)
    const creditedAmount = settlementCurrency === 'VND' ? `${settled}` : `${settled / 100n}.${`${settled % 100n}`.padStart(2, '0')}`
    this.#must(payee, 'confirmCredit', { uetr, creditedAmount })
    return uetr
  }

  #exchange(uetr: string, payer: readonly Address[]): void {
    this.#must(both('lp'), 'quote', { uetr, provider: 'lp', rate: RATE, validUntilMs: this.harness.timeMs + 600_000 })
    const settledAmount = this.query('settledAmount', { uetr, rate: RATE })['amount'] as string
    this.#must(payer, 'acceptQuote', { uetr, provider: 'lp', rate: RATE, settledAmount })
  }

  #must(signers: readonly Address[], command: string, json: Args, module = 'payments'): void {
    const code = this.send(signers, command, json, module)
    assert(code === 'success', `${command}: ${code}`)
  }

  invoice(): string {
    const month = { currency: 'VND', period: '2026-03', limit: '100000000000', sellerId: 'go-viet' }
    this.#must([address('tax-vn')], 'grantQuota', month, 'invoices')
    this.#must([address('go-viet')], 'issue', invoiceJson(), 'invoices')
    const issued = this.#events.find(({ type }) => type === 'issued')
    return issued?.attributes.find(({ key }) => key === 'invoiceId')?.value ?? ''
  }

  later(ms: number): void {
    this.harness.advance(ms)
  }

  events(): readonly Event[] {
    return this.#events
  }
}

/** A chain with the list published, money at bank-a and at two liquidity providers. */
export function openDesk(genesis: Readonly<Record<string, Json>> = {}): Desk {
  const desk = new PaymentsDesk(genesis)
  desk.publish(LISTED)
  return desk
}

export function callOf(command: string, json: Args): HarnessCall {
  return { module: 'payments', command, json }
}
