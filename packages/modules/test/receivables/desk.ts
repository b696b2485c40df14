import { MODULES } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import type { Event, Json } from '@hanse/protocol'
import { createModuleHarness, type HarnessCall, type HarnessTransaction, type ModuleHarness } from '@hanse/state'
import { address, both, CAST, type CastMember, DAY_MS, organizationsGenesis, SETTLEMENT_GENESIS, START_MS } from '../cast.ts'

export type Args = { readonly [key: string]: Json }

/** 2026-03-02, the business date of the first block. */
const TODAY = '2026-03-02'
/** 120 days later. */
const IN_120_DAYS = '2026-06-30'
export const HASH = `0x${'ab'.repeat(32)}`
export const OTHER_HASH = `0x${'cd'.repeat(32)}`

/** What acts on the harness, by party and command, and answers with a code. */
export interface Desk {
  readonly harness: ModuleHarness
  /** `success`, or the code of the refusal. */
  send(signers: readonly Address[], command: string, json: Args, module?: string): string
  /** As `send`, for a transaction of any number of calls. */
  run(transaction: HarnessTransaction): string
  /** The words of a refusal, without sending. */
  wordsOf(signers: readonly Address[], command: string, json: Args): string | undefined
  query(name: string, json: Args, module?: string): Args
  certificate(certNo: string): Args
  balance(partyId: string): string
  /** Issues an invoice of 13 % VAT in CNY over `gross` minor units and gives its id. */
  invoice(given: { readonly number: string; readonly seller?: string; readonly buyer?: string; readonly gross?: bigint }): string
  /** A certificate on a new invoice, accepted by the seller. */
  active(certNo: string, given?: { readonly seller?: string; readonly gross?: bigint; readonly dueDate?: string }): void
  later(days: number): void
  events(): readonly Event[]
}

const ONE_MILLION = 100_000_000n

function traderOf(partyId: string): Args {
  const member = CAST.find((one) => one.partyId === partyId)
  return { partyId, name: member?.name ?? partyId, country: 'CN', ...(member?.uscc === undefined ? {} : { legalId: member.uscc }) }
}

/** The net whose 13 %, rounded half up, completes it to the gross. */
function netOf(gross: bigint): bigint {
  const estimate = (gross * 100n) / 113n
  for (let net = estimate - 2n; net <= estimate + 2n; net += 1n) if (net + (net * 26n + 100n) / 200n === gross) return net
  throw new Error(`no net amount has ${gross} with 13 %`)
}

function invoiceJson(number: string, seller: string, buyer: string, gross: bigint): Args {
  const net = netOf(gross)
  const [netAmount, taxAmount, grossTotal] = [net, gross - net, gross].map((value) => `${value}`) as [string, string, string]
  const unitPrice = `${net / 100n}.${`${net % 100n}`.padStart(2, '0')}`
  const line = { id: '1', name: 'Moulds', quantity: '1', unitCode: 'H87', netAmount, unitPrice, vatCategory: 'S', vatRate: '13' }
  return {
    number,
    issueDate: TODAY,
    typeCode: '380',
    currency: 'CNY',
    seller: traderOf(seller),
    buyer: traderOf(buyer),
    allowances: [],
    charges: [],
    vatBreakdown: [{ category: 'S', taxableAmount: netAmount, taxAmount, rate: '13' }],
    lines: [{ ...line, allowances: [], charges: [] }],
    totals: { lineTotal: netAmount, netTotal: netAmount, vatTotal: taxAmount, grossTotal, payable: grossTotal },
  }
}

/** The issue of an invoice of nanhai's to shunhe, for transactions of many, and the id that it will have. */
export function invoiceCall(number: string, gross: bigint): { readonly call: HarnessCall; readonly invoiceId: string } {
  const call: HarnessCall = { module: 'invoices', command: 'issue', json: invoiceJson(number, 'nanhai', 'shunhe', gross) }
  return { call, invoiceId: `CN:${traderOf('nanhai')['legalId']}:380:${number}` }
}

const SUPPLIERS = ['nanhai', 'sanshui', 'gaoming'] as const

/** A chain of the cast and `guests`, with a genesis of receivables where it is given, with quotas, a line of 5 m of bank-a for shunhe, one of 2 m of bank-b, and money at the banks and at shunhe. */
export function openDesk(guests: readonly CastMember[] = [], receivables?: Json): Desk {
  const harness = createModuleHarness({
    modules: MODULES,
    genesis: {
      organizations: organizationsGenesis([...CAST, ...guests]),
      settlement: SETTLEMENT_GENESIS,
      ...(receivables === undefined ? {} : { receivables }),
    },
    timeMs: START_MS,
  })
  let events: readonly Event[] = []
  let invoices = 0
  const call = (module: string, command: string, json: Args): HarnessCall => ({ module, command, json })
  const desk: Desk = {
    harness,
    run: (transaction) => {
      const receipt = harness.send(transaction)
      events = receipt.events
      return receipt.outcome === 'success' ? 'success' : (receipt.code ?? 'no code')
    },
    send: (signers, command, json, module = 'receivables') => desk.run({ signers, calls: [call(module, command, json)] }),
    wordsOf: (signers, command, json) => harness.simulate({ signers, calls: [call('receivables', command, json)] }).rejection?.message,
    query: (name, json, module = 'receivables') => {
      const answer = harness.query(module, name, json)
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value as Args
    },
    certificate: (certNo) => desk.query('certificate', { certNo })['certificate'] as Args,
    balance: (partyId) => desk.query('balance', { partyId, currency: 'CNY' }, 'settlement')['amount'] as string,
    invoice: ({ number, seller = 'nanhai', buyer = 'shunhe', gross = ONE_MILLION }) => {
      const code = desk.send([address(seller)], 'issue', invoiceJson(number, seller, buyer, gross), 'invoices')
      if (code !== 'success') throw new Error(`invoice ${number}: ${code}`)
      const issued = events.find(({ module, type }) => module === 'invoices' && type === 'issued')
      return issued?.attributes.find(({ key }) => key === 'invoiceId')?.value ?? ''
    },
    active: (certNo, { seller = 'nanhai', gross = ONE_MILLION, dueDate = IN_120_DAYS } = {}) => {
      invoices += 1
      const invoiceId = desk.invoice({ number: `2644${`${invoices}`.padStart(16, '0')}`, seller, gross })
      const terms = { certNo, payee: seller, dueDate, invoices: [{ invoiceId, amount: `${gross}` }], documents: documentsOf(seller) }
      const codes = [desk.send(both('shunhe'), 'issue', { ...ISSUE, ...terms }), desk.send([address(seller)], 'accept', { certNo })]
      if (codes.some((code) => code !== 'success')) throw new Error(`${certNo}: ${codes.join(', ')}`)
    },
    later: (days) => {
      harness.advance(days * DAY_MS)
    },
    events: () => events,
  }
  const one = (signers: readonly Address[], command: string, json: Args, module: string): HarnessTransaction => ({
    signers,
    calls: [call(module, command, json)],
  })
  const month = { currency: 'CNY', period: '2026-03', limit: '100000000000' }
  const line = { core: 'shunhe', currency: 'CNY' }
  const money = { currency: 'CNY', amount: '1000000000', reference: 'opening' }
  const { receipts } = harness.block([
    ...SUPPLIERS.map((sellerId) => one([address('tax')], 'grantQuota', { ...month, sellerId }, 'invoices')),
    one(both('bank-a'), 'grantLine', { ...line, lineId: 'A-1', limit: '500000000' }, 'receivables'),
    one(both('bank-b'), 'grantLine', { ...line, lineId: 'B-1', limit: '200000000' }, 'receivables'),
    ...['bank-a', 'bank-b', 'shunhe'].map((to) => one(both('settlement-bank'), 'mint', { ...money, to }, 'settlement')),
  ])
  if (receipts.some(({ outcome }) => outcome !== 'success')) throw new Error('the desk does not open')
  return desk
}

const PLENTY = '100000000000'

/** A blanket order and its receipt, between shunhe and a seller, that no test uses up. */
export function documentsOf(seller: string): Args[] {
  return [
    { type: 'order', reference: `PO-${seller}`, hash: HASH, amount: PLENTY },
    { type: 'receipt-advice', reference: `RA-${seller}`, hash: OTHER_HASH, amount: PLENTY },
  ]
}

/** What an issue needs beside certNo and invoices. */
export const ISSUE: Args = {
  lineId: 'A-1',
  payee: 'nanhai',
  clearingBank: 'settlement-bank',
  dueDate: IN_120_DAYS,
  documents: documentsOf('nanhai'),
  acceptUntilMs: START_MS + 7 * DAY_MS,
}
