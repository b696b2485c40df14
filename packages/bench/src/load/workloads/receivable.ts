import { addDays, dateOfTime } from '@hanse/modules'
import type { Call, Json } from '@hanse/protocol'
import { devnetParty, type LoadGroup, type LoadParty, type LoadSender, loadGroups, loadPartyLeiOf } from '../cast.ts'
import { encodeCall, signTransaction } from '../sign-transaction.ts'
import type { Story, TellStory, Workload, WorkloadKind, WorkloadParts } from '../workload.ts'

const CNY = 'CNY'
const DAY_MS = 86_400_000
const TENOR_DAYS = 120
/** More than all stories of a run come to, in minor units. */
const PLENTY = '1000000000000000'
/** 10,000.00 and 13 % VAT on it. */
const NET = 1_000_000n
const VAT = 130_000n
const GROSS = NET + VAT
const SHARES = [600_000n, GROSS - 600_000n] as const
const RATE_PPM = 38_500
const ORDER_HASH = `0x${'0d'.repeat(32)}`
const RECEIPT_HASH = `0x${'9e'.repeat(32)}`

interface Dates {
  readonly issueDate: string
  readonly dueDate: string
  readonly nowMs: number
}

type Params = { readonly [name: string]: Json }
type Signed = (signers: readonly [LoadSender, ...LoadSender[]], call: Call) => Story[0]

/**
 * The life of a receivable up to the money: a supplier's invoice, a certificate on it that the core firm issues with four eyes, its
 * acceptance, a split, an offer of one share for finance, and the bank that pays for it. Six transactions, each on the one before.
 */
function receivables({ chain, client, clients, nowMs }: WorkloadParts): Workload {
  const groups = loadGroups(client, clients)
  const today = dateOfTime(nowMs, 0)
  const dates: Dates = { issueDate: today, dueDate: addDays(today, TENOR_DAYS), nowMs }
  const signedUntil =
    (expiresAtMs: number): Signed =>
    (signers, call) =>
      signTransaction(chain, { signers, calls: [call], expiresAtMs })
  return {
    beforehand: grants(groups, dates, signedUntil),
    story: (index, expiresAtMs) => {
      const group = groups[index % groups.length] as LoadGroup
      const round = Math.floor(index / groups.length)
      return lifeOf(group, round, dates, signedUntil(expiresAtMs))
    },
  }
}

/** Each core firm has a credit line of its bank, each supplier a quota of the tax authority. */
function grants(groups: readonly LoadGroup[], { issueDate }: Dates, signedUntil: (expiresAtMs: number) => Signed): TellStory {
  const tax = devnetParty('tax')
  const all = groups.flatMap(({ bank, core, suppliers }) => [
    {
      signers: [bank.maker, bank.checker] as const,
      call: receivable('grantLine', { lineId: lineOf(core), core: core.partyId, currency: CNY, limit: PLENTY }),
    },
    ...suppliers.map(({ partyId }) => ({
      signers: [tax.maker] as const,
      call: encodeCall('invoices', 'grantQuota', { sellerId: partyId, currency: CNY, period: issueDate.slice(0, 7), limit: PLENTY }),
    })),
  ])
  return (index, expiresAtMs) => {
    const grant = all[index]
    return grant === undefined ? undefined : [signedUntil(expiresAtMs)(grant.signers, grant.call)]
  }
}

function lifeOf({ bank, core, suppliers }: LoadGroup, round: number, dates: Dates, signed: Signed): Story {
  const seller = suppliers[round % suppliers.length] as LoadParty
  // Both people of a firm have their turn.
  const [hand, coreHand] = round % 4 < 2 ? ([seller.maker, core.maker] as const) : ([seller.checker, core.checker] as const)
  const coreOther = coreHand === core.maker ? core.checker : core.maker
  const bankHand = round % 4 < 2 ? bank.maker : bank.checker
  const number = `${dates.issueDate.slice(2, 4)}441${`${round}`.padStart(15, '0')}`
  const certNo = `${core.partyId.toUpperCase()}-${round}`
  const share = `${certNo}.1`
  const bid = { annualRatePpm: RATE_PPM, recourse: false }
  return [
    signed([hand], encodeCall('invoices', 'issue', invoice(seller, core, number, dates))),
    signed([coreHand, coreOther], receivable('issue', issue({ certNo, number, seller, core, bank }, dates))),
    signed([hand], receivable('accept', { certNo })),
    signed([hand], receivable('split', { certNo, shares: SHARES.map(String) })),
    signed([hand], receivable('requestFinance', { certNo: share, ...bid, expiresAtMs: dates.nowMs + 10 * DAY_MS })),
    signed(
      [bankHand],
      receivable('finance', { certNo: share, ...bid, bank: bank.partyId, seller: seller.partyId, outstanding: `${SHARES[0]}` }),
    ),
  ]
}

interface Certificate {
  readonly certNo: string
  readonly number: string
  readonly seller: LoadParty
  readonly core: LoadParty
  readonly bank: LoadParty
}

function issue({ certNo, number, seller, core, bank }: Certificate, { dueDate, nowMs }: Dates): Params {
  return {
    certNo,
    lineId: lineOf(core),
    payee: seller.partyId,
    clearingBank: bank.partyId,
    dueDate,
    invoices: [{ invoiceId: `CN:${loadPartyLeiOf(seller.partyId)}:380:${number}`, amount: `${GROSS}` }],
    documents: [
      { type: 'order', reference: `PO-${number}`, hash: ORDER_HASH, amount: `${GROSS}` },
      { type: 'receipt-advice', reference: `GR-${number}`, hash: RECEIPT_HASH, amount: `${GROSS}` },
    ],
    acceptUntilMs: nowMs + 7 * DAY_MS,
  }
}

function invoice(seller: LoadParty, buyer: LoadParty, number: string, { issueDate, dueDate }: Dates): Params {
  const vat = { rate: '13' }
  return {
    number,
    issueDate,
    dueDate,
    typeCode: '380',
    currency: CNY,
    seller: { partyId: seller.partyId, name: 'A supplier of parts', country: 'CN' },
    buyer: { partyId: buyer.partyId, name: 'A maker of appliances', country: 'CN' },
    allowances: [],
    charges: [],
    vatBreakdown: [{ category: 'S', ...vat, taxableAmount: `${NET}`, taxAmount: `${VAT}` }],
    lines: [
      {
        ...{ id: '1', name: 'Injection mould', quantity: '100', unitCode: 'EA', netAmount: `${NET}`, unitPrice: '100.00' },
        ...{ vatCategory: 'S', vatRate: vat.rate, allowances: [], charges: [] },
      },
    ],
    totals: { lineTotal: `${NET}`, netTotal: `${NET}`, vatTotal: `${VAT}`, grossTotal: `${GROSS}`, payable: `${GROSS}` },
  }
}

function lineOf(core: LoadParty): string {
  return `LINE-${core.partyId}`
}

function receivable(command: string, params: Params): Call {
  return encodeCall('receivables', command, params)
}

export const receivableLives: WorkloadKind = { callsPerTransaction: 1, open: receivables }
