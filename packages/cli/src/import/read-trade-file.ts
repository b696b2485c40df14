import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { judgeInvoice, parseXml, type TradePaper, tradeOf, type UblDocument, ublOf } from '@hanse/documents'
import { err, ok, type Result } from '@hanse/primitives'
import { CliError } from '../cli-error.ts'
import { brokenRules } from './judge-document.ts'

/** An invoice that keeps the rules, or a paper of trade with the hash of its file. */
export type TradeFile = { readonly invoice: UblDocument } | { readonly paper: TradePaper; readonly hash: string }

const INVOICES: ReadonlySet<string> = new Set(['Invoice', 'CreditNote'])

/** What a file is, its root element tells. @throws CliError whose message begins with the file */
export async function readTradeFile(file: string): Promise<TradeFile> {
  const read = tradeFileOf(new Uint8Array(await readFile(file)))
  if (read.ok) return read.value
  throw new CliError({ ...read.error, message: `${file}: ${read.error.message}` })
}

function tradeFileOf(bytes: Uint8Array): Result<TradeFile> {
  const root = parseXml(bytes)
  if (!root.ok) return root
  if (!INVOICES.has(root.value.name)) {
    const paper = tradeOf(root.value)
    return paper.ok ? ok({ paper: paper.value, hash: `0x${createHash('sha256').update(bytes).digest('hex')}` }) : paper
  }
  const invoice = ublOf(root.value)
  if (!invoice.ok) return invoice
  const judgement = judgeInvoice(invoice.value)
  return judgement.valid ? ok({ invoice: invoice.value }) : err(brokenRules(judgement))
}
