import { type Rejection, reject } from '@hanse/primitives'

/** Every code of this package: what it means, and what to do about it. `path` of a refusal is an XPath in the document. */
export const DOCUMENT_REJECTIONS = {
  'documents/malformed-xml': { meaning: 'the file is not well-formed XML', hint: 'Check the file with an XML editor at the line named.' },
  'documents/forbidden-xml': {
    meaning: 'the file holds XML that is not safe to read',
    hint: 'Business documents need no DOCTYPE: remove it.',
  },
  'documents/unsupported-encoding': { meaning: 'the file is not in UTF-8', hint: 'Save it as UTF-8.' },
  'documents/limit-exceeded': {
    meaning: 'the file is larger or deeper than a document of business',
    hint: 'Split it, or send attachments apart.',
  },
  'documents/unsupported-document': {
    meaning: 'the root element is no document that is read here',
    hint: 'UBL 2.1 Invoice and CreditNote are read, and of trade Order, ReceiptAdvice and DespatchAdvice; only an Invoice can be issued.',
  },
  'documents/missing-element': { meaning: 'an element that the chain needs is not there', hint: 'Add the element named in path.' },
  'documents/bad-value': { meaning: 'an element holds what the chain cannot take', hint: 'Correct the element named in path.' },
  'documents/no-match': {
    meaning: 'an invoice, an order and a goods receipt are not of one trade: other parties, other items, or lines that name no line',
    hint: 'Correct the document named in path, or leave it out.',
  },
  'documents/not-writable': {
    meaning: 'an invoice given by its terms says what UBL cannot hold, or what would not be read again as it was given',
    hint: 'Correct the member named in path: packages/documents/README.md, "UBL out".',
  },
  'documents/unmapped-party': {
    meaning: 'the map names no registered party for a party of the document',
    hint: 'Add an entry to the map.',
  },
  'documents/ambiguous-party': {
    meaning: 'identifiers of one party lead to different registered parties',
    hint: 'Correct the map or the document.',
  },
  'documents/bad-party-map': { meaning: 'the map is not of the expected form', hint: 'See "Party map" in the README of documents.' },
} as const satisfies Readonly<Record<string, { readonly meaning: string; readonly hint: string }>>

/** A refusal with the row's hint, or a better one. */
export function refuse(
  code: keyof typeof DOCUMENT_REJECTIONS,
  message: string,
  more: { readonly path?: string; readonly hint?: string } = {},
): Rejection {
  const { hint } = DOCUMENT_REJECTIONS[code]
  return reject(code, message, { hint, ...more })
}
