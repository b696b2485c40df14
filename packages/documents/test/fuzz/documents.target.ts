import {
  judgeInvoice,
  type PaymentDocument,
  parseXml,
  readPacs002,
  readPacs008,
  readUbl,
  toInvoice,
  toInvoiceIssue,
  toTradeDocument,
  writePacs002,
  writePacs008,
} from '@hanse/documents'
import type { Hash, Result } from '@hanse/primitives'
import { FOSHAN, fixture } from '../iso20022/sample.ts'
import { SHUNHE, shunheMap } from '../sample.ts'

const map = shunheMap()
const CREDIT_NOTE = SHUNHE.replaceAll('Invoice-2', 'CreditNote-2')
  .replaceAll('<Invoice', '<CreditNote')
  .replaceAll('</Invoice', '</CreditNote')
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<a xmlns="urn:a" xmlns:b="urn:b" c="1"><b:d e="f">text &amp; more<![CDATA[ <raw> ]]></b:d><!-- note --><g/></a>`

const HASH = `0x${'ab'.repeat(32)}` as Hash
const UBL = 'urn:oasis:names:specification:ubl:schema:xsd'
const RECEIPT = `<ReceiptAdvice xmlns="${UBL}:ReceiptAdvice-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">
<cbc:ID>GR-9</cbc:ID><cac:ReceiptLine><cbc:ID>7</cbc:ID><cbc:ReceivedQuantity unitCode="H87">1.5</cbc:ReceivedQuantity></cac:ReceiptLine></ReceiptAdvice>`

function checkUbl(bytes: Uint8Array): string {
  const document = readUbl(bytes)
  if (!document.ok) return document.error.code
  const { findings } = judgeInvoice(document.value)
  for (const convert of [toInvoice, toInvoiceIssue]) {
    const converted = convert(document.value, map)
    if (!converted.ok && typeof converted.error.code !== 'string') throw new Error('refused without a code')
  }
  return `accepted ${findings.map(({ rule }) => rule).join(' ')}`
}

function checkPayment<T>(read: Result<PaymentDocument<T>>, write: (message: T) => Result<string>): string {
  if (!read.ok) return read.error.code
  if (!write(read.value.message).ok) throw new Error('what was read cannot be written')
  return `accepted ${read.value.unread.length}`
}

export const target = {
  name: 'documents',
  promise:
    'an XML, UBL or ISO 20022 document is read, judged and converted, or refused with a code; what was read can be written; nothing throws',
  shape: 'text',
  seeds: () => [
    { label: 'ubl', bytes: Buffer.from(SHUNHE) },
    { label: 'ubl', bytes: Buffer.from(CREDIT_NOTE) },
    { label: 'pacs008', bytes: Buffer.from(FOSHAN) },
    { label: 'pacs002', bytes: Buffer.from(fixture('pacs002-rjct')) },
    { label: 'trade', bytes: Buffer.from(RECEIPT) },
    { label: 'xml', bytes: Buffer.from(XML) },
    { label: 'xml', bytes: Buffer.from(SHUNHE) },
  ],
  check: ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): string => {
    if (label === 'ubl') return checkUbl(bytes)
    if (label === 'pacs008') return checkPayment(readPacs008(bytes), writePacs008)
    if (label === 'pacs002') return checkPayment(readPacs002(bytes), writePacs002)
    if (label === 'trade') {
      const document = toTradeDocument(bytes, HASH)
      return document.ok ? 'accepted' : document.error.code
    }
    const root = parseXml(bytes)
    return root.ok ? `accepted ${root.value.name}` : root.error.code
  },
}
