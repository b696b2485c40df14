import { address, leiOf } from '../cast.ts'
import { type Args, type Desk, openDesk } from './desk.ts'

/** Parties of the cast that trade with each other in tests, with what their numbers are unique under. */
const LEGAL_ID: Readonly<Record<string, string>> = {
  nanhai: '91440605MADEM20025',
  shunhe: '91440606MADEM10019',
  sanshui: '91440607MADEM3003C',
  gaoming: leiOf(5),
  restaurant: leiOf(92),
  'employer-1': leiOf(93),
  'employer-2': leiOf(94),
}
export const TRADERS = Object.keys(LEGAL_ID)

/** A desk where each of them may invoice `limit` minor units of CNY in February and in March 2026. */
export function openTradeDesk(limit = '100000000'): Desk {
  const desk = openDesk()
  for (const sellerId of TRADERS) {
    for (const period of ['2026-02', '2026-03']) {
      const code = desk.send([address('tax')], 'grantQuota', { sellerId, currency: 'CNY', period, limit })
      if (code !== 'success') throw new Error(code)
    }
  }
  return desk
}

export function numberOf(sequence: number): string {
  return `26442${`${sequence}`.padStart(15, '0')}`
}

export function idOf(seller: string, sequence: number): string {
  return `CN:${LEGAL_ID[seller]}:380:${numberOf(sequence)}`
}

export interface Sale {
  readonly seller: string
  readonly buyer: string
  readonly sequence: number
  readonly issueDate?: string
  /** Net, in minor units, a multiple of 100: VAT of 13 % on it is whole. */
  readonly net?: bigint
}

/** An invoice over one line at 13 %, whose buyer can deduct. */
export function saleInvoice({ seller, buyer, sequence, issueDate = '2026-03-02', net = 100n }: Sale): Args {
  const [lineTotal, taxAmount, grossTotal] = [net, (net * 13n) / 100n, (net * 113n) / 100n].map(String) as [string, string, string]
  const line = {
    id: '1',
    name: 'Steel',
    quantity: '1',
    unitCode: 'TNE',
    netAmount: lineTotal,
    unitPrice: '1',
    vatCategory: 'S',
    vatRate: '13',
  }
  return {
    ...{ number: numberOf(sequence), issueDate, typeCode: '380', currency: 'CNY', allowances: [], charges: [] },
    seller: { partyId: seller, name: seller, country: 'CN' },
    buyer: { partyId: buyer, name: buyer, country: 'CN', vatId: LEGAL_ID[buyer] as string },
    lines: [{ ...line, allowances: [], charges: [] }],
    vatBreakdown: [{ category: 'S', rate: '13', taxableAmount: lineTotal, taxAmount }],
    totals: { lineTotal, netTotal: lineTotal, vatTotal: taxAmount, grossTotal, payable: grossTotal },
  }
}
