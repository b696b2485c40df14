import { judgeInvoice, readUbl } from '@hanse/documents'

export interface Speed {
  readonly lines: number
  readonly bytes: number
  readonly rules: number
  readonly rounds: number
  /** From bytes to elements. Median of the rounds. */
  readonly readMs: number
  /** From elements to the judgement, every rule, and every term bound anew. Median of the rounds. */
  readonly judgeMs: number
  /** Of the best round: what a machine takes that has nothing else to do. */
  readonly judgeBestMs: number
}

const ROUNDS = 11

/**
 * How long an invoice of so many lines takes. Every round reads the document again, so nothing that an earlier one worked out is left.
 * @throws Error when the invoice is not valid: what is measured would mean nothing
 */
export function measureSpeed(lines: number): Speed {
  const bytes = new TextEncoder().encode(longInvoice(lines))
  const rounds = Array.from({ length: ROUNDS }, () => measureRound(bytes))
  return {
    ...{ lines, bytes: bytes.length, rules: rounds[0]?.rules ?? 0, rounds: ROUNDS },
    readMs: median(rounds.map(({ readMs }) => readMs)),
    judgeMs: median(rounds.map(({ judgeMs }) => judgeMs)),
    judgeBestMs: Math.min(...rounds.map(({ judgeMs }) => judgeMs)),
  }
}

function measureRound(bytes: Uint8Array): { readonly readMs: number; readonly judgeMs: number; readonly rules: number } {
  const startedMs = performance.now()
  const document = readUbl(bytes)
  if (!document.ok) throw new Error(document.error.message)
  const readMs = performance.now()
  const { valid, findings, summary } = judgeInvoice(document.value)
  const judgedMs = performance.now()
  if (!valid) throw new Error(`the invoice is not valid: ${findings[0]?.rule} at ${findings[0]?.path}`)
  return { readMs: readMs - startedMs, judgeMs: judgedMs - readMs, rules: summary.rules }
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

const NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd'
const CATEGORY = '<cbc:ID>S</cbc:ID><cbc:Percent>13</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>'
const PRICE_FEN = 12_345
const VAT_PERCENT = 13

/** A valid invoice: each line is one piece at 123.45, with a seller’s item number and a note. */
export function longInvoice(lines: number): string {
  const netFen = PRICE_FEN * lines
  const vatFen = Math.round((netFen * VAT_PERCENT) / 100)
  const total = (name: string, fen: number): string => `<cbc:${name} currencyID="CNY">${yuan(fen)}</cbc:${name}>`
  return [
    `<Invoice xmlns="${NAMESPACE}:Invoice-2" xmlns:cac="${NAMESPACE}:CommonAggregateComponents-2" xmlns:cbc="${NAMESPACE}:CommonBasicComponents-2">`,
    '<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>LONG-1</cbc:ID><cbc:IssueDate>2026-01-15</cbc:IssueDate>',
    '<cbc:DueDate>2026-02-15</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>CNY</cbc:DocumentCurrencyCode>',
    party('Supplier', 'CN91440605MADEM20025', 'Nanhai Precision'),
    party('Customer', 'CN91440606MADEM10013', 'Shunhe Appliances'),
    `<cac:TaxTotal>${total('TaxAmount', vatFen)}<cac:TaxSubtotal>${total('TaxableAmount', netFen)}${total('TaxAmount', vatFen)}`,
    `<cac:TaxCategory>${CATEGORY}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>`,
    `<cac:LegalMonetaryTotal>${total('LineExtensionAmount', netFen)}${total('TaxExclusiveAmount', netFen)}`,
    `${total('TaxInclusiveAmount', netFen + vatFen)}${total('PayableAmount', netFen + vatFen)}</cac:LegalMonetaryTotal>`,
    ...Array.from({ length: lines }, (_, index) => line(index + 1)),
    '</Invoice>',
  ].join('\n')
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}

function party(role: 'Supplier' | 'Customer', vat: string, name: string): string {
  const address = '<cac:PostalAddress><cbc:CityName>Foshan</cbc:CityName><cac:Country><cbc:IdentificationCode>CN</cbc:IdentificationCode>'
  const tax = `<cac:PartyTaxScheme><cbc:CompanyID>${vat}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`
  const legal = `<cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName></cac:PartyLegalEntity>`
  return `<cac:Accounting${role}Party><cac:Party>${address}</cac:Country></cac:PostalAddress>${tax}${legal}</cac:Party></cac:Accounting${role}Party>`
}

function line(number: number): string {
  return [
    `<cac:InvoiceLine><cbc:ID>${number}</cbc:ID><cbc:Note>As agreed on site</cbc:Note><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>`,
    `<cbc:LineExtensionAmount currencyID="CNY">${yuan(PRICE_FEN)}</cbc:LineExtensionAmount><cac:Item><cbc:Name>Injection mould part ${number}</cbc:Name>`,
    `<cac:SellersItemIdentification><cbc:ID>P-${number}</cbc:ID></cac:SellersItemIdentification>`,
    `<cac:ClassifiedTaxCategory>${CATEGORY}</cac:ClassifiedTaxCategory></cac:Item>`,
    `<cac:Price><cbc:PriceAmount currencyID="CNY">${yuan(PRICE_FEN)}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`,
  ].join('')
}
