import type { UblDocument } from '@hanse/documents'
import type { Rejection } from '@hanse/primitives'

/** Which business term a param of `invoices.issue` came from: the longest name that fits. */
const TERM_OF_PARAM: readonly (readonly [param: string, term: string])[] = [
  ['number', 'BT-1'],
  ['issueDate', 'BT-2'],
  ['typeCode', 'BT-3'],
  ['currency', 'BT-5'],
  ['dueDate', 'BT-9'],
  ['seller.legalId', 'BT-30'],
  ['seller.vatId', 'BT-31'],
  ['seller.country', 'BT-40'],
  ['seller', 'BG-4'],
  ['buyer.legalId', 'BT-47'],
  ['buyer.vatId', 'BT-48'],
  ['buyer.country', 'BT-55'],
  ['buyer', 'BG-7'],
  ['totals.grossTotal', 'BT-112'],
  ['totals.payable', 'BT-115'],
  ['totals', 'BG-22'],
]

/** Where a code of the chain points when the refusal carries no path. */
const PARAM_OF_CODE: Readonly<Record<string, string>> = {
  'invoices/duplicate-number': 'number',
  'invoices/bad-number': 'number',
  'invoices/bad-date': 'issueDate',
  'invoices/same-party': 'buyer',
  'organizations/wrong-party': 'seller',
  'invoices/nothing-payable': 'totals.payable',
  'invoices/no-quota': 'issueDate',
  'invoices/quota-exceeded': 'totals.grossTotal',
}

/** A refusal by the chain, told in terms of the document: its path is the element to look at. */
export function inTermsOf(document: UblDocument, { path: callPath, ...refusal }: Rejection): Rejection {
  const param = callPath?.replace(/^calls\.0\.params\.?/, '').replace(/^calls\.0$/, '') ?? ''
  const name = param === '' ? (PARAM_OF_CODE[refusal.code] ?? '') : param
  const term = TERM_OF_PARAM.find(([candidate]) => name === candidate || name.startsWith(`${candidate}.`))?.[1]
  if (term === undefined) return name === '' ? refusal : { ...refusal, path: name }
  const { path, line } = document.invoice.placeOf(term)
  return { ...refusal, message: `line ${line}: ${refusal.message}`, path }
}
