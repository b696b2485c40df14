import { readFileSync } from 'node:fs'
import { readTrade, type TradePaper, type TradeParams, toTrade } from '@hanse/documents'
import { read, SHUNHE, shunheMap } from '../sample.ts'

const file = (name: string): string => readFileSync(new URL(`../../../../devnet/documents/${name}`, import.meta.url), 'utf8')

/** Of the Shunhe invoice: 12, 5 and 6 were ordered; 12, 6 less a rejected one, and 5 came in. */
export const ORDER = file('shunhe-order.xml')
export const RECEIPT = file('shunhe-receipt.xml')
export const DESPATCH = RECEIPT.replaceAll('ReceiptAdvice', 'DespatchAdvice')
  .replaceAll('ReceiptLine', 'DespatchLine')
  .replace('SH-GR-25-2210', 'NH-DA-25-1203')

export function paper(xml: string): TradePaper {
  const trade = readTrade(xml)
  if (!trade.ok) throw new Error(`${trade.error.code}: ${trade.error.message}`)
  return trade.value
}

const HASHES = ['0a', '0b', '0c', '0d'].map((byte) => `0x${byte.repeat(32)}`)

export function match(papers: readonly string[], invoices: readonly string[] = [SHUNHE]): ReturnType<typeof toTrade> {
  const given = papers.map((xml, index) => ({ paper: paper(xml), hash: HASHES[index] ?? '' }))
  return toTrade({ invoices: invoices.map(read), papers: given }, shunheMap())
}

export function matched(papers: readonly string[], invoices?: readonly string[]): TradeParams {
  const trade = match(papers, invoices)
  if (!trade.ok) throw new Error(`${trade.error.code}: ${trade.error.message}`)
  return trade.value
}
