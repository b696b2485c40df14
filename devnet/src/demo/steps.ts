import type { Json } from '@hanse/protocol'
import { HanseError } from '@hanse/sdk'
import type { DemoCall, DemoEvent } from './desk.ts'
import { type Script, Surprise } from './script.ts'

/** What several stories are made of. */

export type Params = { readonly [name: string]: Json }

export const CNY = 'CNY'
export const DAY_MS = 86_400_000
/** Business dates of the modules are Beijing's. */
export const UTC_OFFSET_MINUTES = 8 * 60

export const call = (module: string, command: string, params: Params): DemoCall => ({ module, command, params })

/** A number is used once. Asked first: later, each fraud would be refused for the number instead of for what is wrong with it. */
export async function requireUnplayed(script: Script, sellerId: string, number: string): Promise<void> {
  try {
    await script.desk.query('invoices', 'invoiceByNumber', { sellerId, number })
  } catch (error) {
    if (error instanceof HanseError && error.rejection.code === 'invoices/not-found') return
    throw error
  }
  throw new Surprise(`the story was played before on this chain: it has invoice ${number}`, 'invoices/duplicate-number')
}

export async function balanceOf(script: Script, partyId: string, currency = CNY): Promise<bigint> {
  const { amount } = await script.desk.query('settlement', 'balance', { partyId, currency })
  return BigInt(amount as string)
}

/** Of the invoice that these events issued. */
export function issuedId(events: readonly DemoEvent[]): string {
  const invoiceId = events.find(({ module, type }) => module === 'invoices' && type === 'issued')?.attributes['invoiceId']
  if (invoiceId === undefined) throw new Surprise('the invoice has no id')
  return invoiceId
}

export async function invoiceStatus(script: Script, invoiceId: string): Promise<Params> {
  return (await script.desk.query('invoices', 'invoice', { invoiceId }))['status'] as Params
}

interface OneLine {
  readonly number: string
  readonly issueDate: string
  readonly currency: string
  readonly seller: Params
  readonly buyer: Params
  readonly what: string
  /** In minor units. */
  readonly net: bigint
  readonly vat: bigint
  readonly rate: string
  /** Of one unit, in units of the currency. */
  readonly unitPrice: string
}

/** An invoice of one line, complete by EN 16931. */
export function invoiceOf({ net, vat, rate, what, unitPrice, ...head }: OneLine): Params {
  const [netAmount, taxAmount, gross] = [net, vat, net + vat].map((value) => `${value}`) as [string, string, string]
  const line = { id: '1', name: what, quantity: '1', unitCode: 'H87', netAmount, unitPrice, vatCategory: 'S', vatRate: rate }
  return {
    ...head,
    typeCode: '380',
    allowances: [],
    charges: [],
    vatBreakdown: [{ category: 'S', taxableAmount: netAmount, taxAmount, rate }],
    lines: [{ ...line, allowances: [], charges: [] }],
    totals: { lineTotal: netAmount, netTotal: netAmount, vatTotal: taxAmount, grossTotal: gross, payable: gross },
  }
}

/** 数电发票: the year of its date, then region and channel, then fifteen digits. */
export function chineseNumber(issueDate: string, sequence: number): string {
  return `${issueDate.slice(2, 4)}442${`${sequence % 1e15}`.padStart(15, '0')}`
}

/** The same number as people write it when they hope that nobody notices. */
export function spelledOtherwise(number: string): string {
  return `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8, 12)}-${number.slice(12, 16)}-${number.slice(16)}`
}
