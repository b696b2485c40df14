import { judgeInvoice, parseXml, readUbl, toInvoice, toInvoiceIssue } from '@hanse/documents'
import { SHUNHE, shunheMap } from '../sample.ts'

const map = shunheMap()
const CREDIT_NOTE = SHUNHE.replaceAll('Invoice-2', 'CreditNote-2')
  .replaceAll('<Invoice', '<CreditNote')
  .replaceAll('</Invoice', '</CreditNote')
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<a xmlns="urn:a" xmlns:b="urn:b" c="1"><b:d e="f">text &amp; more<![CDATA[ <raw> ]]></b:d><!-- note --><g/></a>`

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

export const target = {
  name: 'documents',
  promise: 'an XML or UBL document is read, judged and converted, or refused with a code; nothing throws',
  shape: 'text',
  seeds: () => [
    { label: 'ubl', bytes: Buffer.from(SHUNHE) },
    { label: 'ubl', bytes: Buffer.from(CREDIT_NOTE) },
    { label: 'xml', bytes: Buffer.from(XML) },
    { label: 'xml', bytes: Buffer.from(SHUNHE) },
  ],
  check: ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): string => {
    if (label === 'ubl') return checkUbl(bytes)
    const root = parseXml(bytes)
    return root.ok ? `accepted ${root.value.name}` : root.error.code
  },
}
