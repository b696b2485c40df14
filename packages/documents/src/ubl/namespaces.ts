import type { Prefixes } from '../xml/xml-element.ts'

export const CAC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
export const CBC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
export const INVOICE = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
export const CREDIT_NOTE = 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2'
export const ORDER = 'urn:oasis:names:specification:ubl:schema:xsd:Order-2'
export const DESPATCH_ADVICE = 'urn:oasis:names:specification:ubl:schema:xsd:DespatchAdvice-2'
export const RECEIPT_ADVICE = 'urn:oasis:names:specification:ubl:schema:xsd:ReceiptAdvice-2'

/** The prefixes that paths are written with, whatever the document's own are. */
export const PREFIXES: Prefixes = new Map([
  [CAC, 'cac'],
  [CBC, 'cbc'],
  [INVOICE, ''],
  [CREDIT_NOTE, ''],
  [ORDER, ''],
  [DESPATCH_ADVICE, ''],
  [RECEIPT_ADVICE, ''],
])

export const NAMESPACE_OF_PREFIX: ReadonlyMap<string, string> = new Map([
  ['cac', CAC],
  ['cbc', CBC],
])
