import {
  judgeInvoice,
  type PaymentDocument,
  parseXml,
  plainOf,
  readPacs002,
  readPacs008,
  readTrade,
  readUbl,
  toInvoice,
  toInvoiceIssue,
  toTrade,
  writePacs002,
  writePacs008,
  writeUbl,
} from '@hanse/documents'
import type { Result } from '@hanse/primitives'
import { FOSHAN, fixture } from '../iso20022/sample.ts'
import { read, SHUNHE, shunheMap } from '../sample.ts'
import { DESPATCH, ORDER, RECEIPT } from '../trade/sample.ts'

const map = shunheMap()
const CREDIT_NOTE = SHUNHE.replaceAll('Invoice-2', 'CreditNote-2')
  .replaceAll('<Invoice', '<CreditNote')
  .replaceAll('</Invoice', '</CreditNote')
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<a xmlns="urn:a" xmlns:b="urn:b" c="1"><b:d e="f">text &amp; more<![CDATA[ <raw> ]]></b:d><!-- note --><g/></a>`

/** What UBL has once and a file several times has no place, and a term that is long with its escapes may be too much. */
const WRITER_REFUSALS = new Set(['documents/not-writable', 'documents/limit-exceeded'])

function checkUbl(bytes: Uint8Array): string {
  const document = readUbl(bytes)
  if (!document.ok) return document.error.code
  const { findings } = judgeInvoice(document.value)
  for (const convert of [toInvoice, toInvoiceIssue]) {
    const converted = convert(document.value, map)
    if (!converted.ok && typeof converted.error.code !== 'string') throw new Error('refused without a code')
  }
  const written = writeUbl(plainOf(document.value))
  if (!written.ok && !WRITER_REFUSALS.has(written.error.code)) throw new Error(`not written: ${written.error.code}`)
  return `accepted ${findings.map(({ rule }) => rule).join(' ')}`
}

function checkPayment<T>(read: Result<PaymentDocument<T>>, write: (message: T) => Result<string>): string {
  if (!read.ok) return read.error.code
  if (!write(read.value.message).ok) throw new Error('what was read cannot be written')
  return `accepted ${read.value.unread.length}`
}

function checkTrade(bytes: Uint8Array): string {
  const paper = readTrade(bytes)
  if (!paper.ok) return paper.error.code
  const trade = toTrade({ invoices: [read(SHUNHE)], papers: [{ paper: paper.value, hash: `0x${'00'.repeat(32)}` }] }, map)
  return trade.ok ? 'accepted' : `read, ${trade.error.code}`
}

export const target = {
  name: 'documents',
  promise:
    'an XML, UBL or ISO 20022 document is read, judged and converted, or refused with a code; what was read can be written; nothing throws',
  shape: 'text',
  seeds: () => [
    { label: 'ubl', bytes: Buffer.from(SHUNHE) },
    { label: 'ubl', bytes: Buffer.from(CREDIT_NOTE) },
    { label: 'trade', bytes: Buffer.from(ORDER) },
    { label: 'trade', bytes: Buffer.from(RECEIPT) },
    { label: 'trade', bytes: Buffer.from(DESPATCH) },
    { label: 'pacs008', bytes: Buffer.from(FOSHAN) },
    { label: 'pacs002', bytes: Buffer.from(fixture('pacs002-rjct')) },
    { label: 'xml', bytes: Buffer.from(XML) },
    { label: 'xml', bytes: Buffer.from(SHUNHE) },
  ],
  check: ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): string => {
    if (label === 'ubl') return checkUbl(bytes)
    if (label === 'trade') return checkTrade(bytes)
    if (label === 'pacs008') return checkPayment(readPacs008(bytes), writePacs008)
    if (label === 'pacs002') return checkPayment(readPacs002(bytes), writePacs002)
    const root = parseXml(bytes)
    return root.ok ? `accepted ${root.value.name}` : root.error.code
  },
}
