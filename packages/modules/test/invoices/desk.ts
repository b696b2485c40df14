import { MODULES } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import type { Event, Json } from '@hanse/protocol'
import { createModuleHarness, type Module, type ModuleHarness } from '@hanse/state'
import { address, CAST, type CastMember, leiOf, organizationsGenesis, SETTLEMENT_GENESIS, START_MS } from '../cast.ts'

export type Args = { readonly [key: string]: Json }

/** The cast of the demo and a firm and a tax authority of Vietnam. */
const PARTIES: readonly CastMember[] = [
  ...CAST,
  { partyId: 'goviet', name: 'Bình Dương Gỗ Việt', roles: ['supplier'], lei: '300300DEMVNGOVT00743', country: 'VN' },
  { partyId: 'tax-vn', name: 'Tax Authority of Vietnam', roles: ['tax-authority'], lei: leiOf(90), country: 'VN' },
  { partyId: 'restaurant', name: 'Lingnan Restaurant', roles: ['supplier'], lei: leiOf(92) },
  { partyId: 'employer-1', name: 'First Employer', roles: ['supplier', 'employer'], lei: leiOf(93) },
  { partyId: 'employer-2', name: 'Second Employer', roles: ['supplier', 'employer'], lei: leiOf(94) },
  { partyId: 'stranger', name: 'Stranger', roles: ['supplier'], lei: leiOf(91), country: 'DE' },
]

/** What acts on a chain with the module, and answers with a code. */
export interface Desk {
  readonly harness: ModuleHarness
  /** `success`, or the code of the refusal. */
  send(signers: readonly Address[], command: string, json: Args, module?: string): string
  /** The refusal in words, with its path, without sending. */
  refusal(signers: readonly Address[], command: string, json: Args): { readonly message?: string; readonly path?: string }
  query(name: string, json: Args): Args
  /** The code of a query that is refused. */
  queryCode(name: string, json: Args): string | undefined
  status(invoiceId: string): Args
  events(): readonly Event[]
}

const TODAY = '2026-03-02'
export const NUMBER = '26442000000000000017'
export const INVOICE_ID = `CN:91440605MADEM20025:380:${NUMBER}`
export const SELLER = [address('nanhai')] as const
export const BUYER = [address('shunhe')] as const
export const SELLER_BOTH = [address('nanhai'), address('nanhai', 'checker')] as const

export function openDesk(modules: readonly Module[] = MODULES, invoices?: Json): Desk {
  const harness = createModuleHarness({
    modules,
    genesis: {
      ...{ organizations: organizationsGenesis(PARTIES), settlement: SETTLEMENT_GENESIS },
      ...(invoices === undefined ? {} : { invoices }),
    },
    timeMs: START_MS,
  })
  let events: readonly Event[] = []
  const desk: Desk = {
    harness,
    send: (signers, command, json, module = 'invoices') => {
      const receipt = harness.send({ signers, calls: [{ module, command, json }] })
      events = receipt.events
      return receipt.outcome === 'success' ? 'success' : (receipt.code ?? 'no code')
    },
    refusal: (signers, command, json) => harness.simulate({ signers, calls: [{ module: 'invoices', command, json }] }).rejection ?? {},
    query: (name, json) => {
      const answer = harness.query('invoices', name, json)
      if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
      return answer.value as Args
    },
    queryCode: (name, json) => {
      const answer = harness.query('invoices', name, json)
      return answer.ok ? undefined : answer.error.code
    },
    status: (invoiceId) => desk.query('invoice', { invoiceId }).status as Args,
    events: () => events,
  }
  return desk
}

const NET = 88_495_575n

/** The Shunhe invoice: net 884,955.75, VAT 13 % 115,044.25, gross 1,000,000.00 CNY. `more` replaces members. */
export function shunheInvoice(more: Args = {}): Args {
  const line = { id: '1', name: 'Moulds', quantity: '12', unitCode: 'SET', netAmount: `${NET}`, unitPrice: '73746.3125' }
  return {
    ...{ number: NUMBER, issueDate: TODAY, typeCode: '380', currency: 'CNY', orderReference: 'SH-PO-2025-0931' },
    seller: { partyId: 'nanhai', name: 'Nanhai Precision', country: 'CN', legalId: '91440605MADEM20025', vatId: 'CN91440605MADEM20025' },
    buyer: { partyId: 'shunhe', name: 'Foshan Shunhe Appliance', country: 'CN', vatId: 'CN91440606MADEM10019' },
    ...{ allowances: [], charges: [] },
    vatBreakdown: [{ category: 'S', taxableAmount: `${NET}`, taxAmount: '11504425', rate: '13' }],
    lines: [{ ...line, vatCategory: 'S', vatRate: '13', allowances: [], charges: [] }],
    totals: { lineTotal: `${NET}`, netTotal: `${NET}`, vatTotal: '11504425', grossTotal: '100000000', payable: '100000000' },
    ...more,
  }
}

/** A desk where the seller may invoice 5,000,000.00 CNY in March 2026. */
export function openQuotaDesk(modules?: readonly Module[], invoices?: Json): Desk {
  const desk = openDesk(modules, invoices)
  const code = desk.send([address('tax')], 'grantQuota', { sellerId: 'nanhai', currency: 'CNY', period: '2026-03', limit: '500000000' })
  if (code !== 'success') throw new Error(code)
  return desk
}

/** And where the Shunhe invoice is issued. */
export function openInvoiceDesk(modules?: readonly Module[], invoices?: Json): Desk {
  const desk = openQuotaDesk(modules, invoices)
  const code = desk.send(SELLER, 'issue', shunheInvoice())
  if (code !== 'success') throw new Error(code)
  return desk
}

export const RESTAURANT_ID = `CN:${leiOf(92)}:380:26442000000000000268`

/** A dinner for CNY 268.00: net 252.83, VAT 6 % 15.17, rounded half up. `buyer` is whom the bill names. */
function restaurantInvoice(more: Args = {}): Args {
  const net = '25283'
  const line = {
    id: '1',
    name: 'Dinner',
    quantity: '1',
    unitCode: 'C62',
    netAmount: net,
    unitPrice: '252.83',
    vatCategory: 'S',
    vatRate: '6',
  }
  return {
    ...{ number: '26442000000000000268', issueDate: TODAY, typeCode: '380', currency: 'CNY', allowances: [], charges: [] },
    seller: { partyId: 'restaurant', name: 'Lingnan Restaurant', country: 'CN' },
    buyer: { partyId: 'employer-1', name: 'First Employer', country: 'CN', vatId: leiOf(93) },
    vatBreakdown: [{ category: 'S', taxableAmount: net, taxAmount: '1517', rate: '6' }],
    lines: [{ ...line, allowances: [], charges: [] }],
    totals: { lineTotal: net, netTotal: net, vatTotal: '1517', grossTotal: '26800', payable: '26800' },
    ...more,
  }
}

/** A desk where the restaurant's bill is issued. */
export function openRestaurantDesk(modules?: readonly Module[], invoices?: Json): Desk {
  const desk = openQuotaDesk(modules, invoices)
  const grant = { sellerId: 'restaurant', currency: 'CNY', period: '2026-03', limit: '1000000' }
  for (const code of [desk.send([address('tax')], 'grantQuota', grant), desk.send([address('restaurant')], 'issue', restaurantInvoice())]) {
    if (code !== 'success') throw new Error(code)
  }
  return desk
}
