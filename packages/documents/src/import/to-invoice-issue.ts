import {
  checkArithmetic,
  currencyExponent,
  decimalToMinor,
  formatDecimal,
  INVOICE_TYPE_CODES,
  type Invoice,
  invoiceCodec,
  isCurrency,
  parseDecimal,
  roundDecimal,
  significantScale,
} from '@hanse/modules'
import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import type { Group, Place, Term } from '../model/group.ts'
import { placeOfTerm } from '../model/group.ts'
import { refuse } from '../rejections.ts'
import type { UblDocument } from '../ubl/read-ubl.ts'
import { ISSUE_SHAPE, type Members, type Shape } from './issue-shape.ts'
import { findParty, type PartyMap } from './party-map.ts'

/** Leaves the walk over the shape; never leaves this file. */
class Refused extends Error {
  readonly rejection: Rejection

  constructor(rejection: Rejection) {
    super(rejection.message)
    this.rejection = rejection
  }
}

/** The params of `invoices.issue` as JSON: what a transaction's call takes. Codes: as `toInvoice`. */
export function toInvoiceIssue(document: UblDocument, map: PartyMap): Result<Json> {
  const invoice = toInvoice(document, map)
  return invoice.ok ? ok(invoiceCodec.toJson(invoice.value)) : invoice
}

/**
 * What the chain keeps of a document, its parties bound to registered ones. Judge the document first: this checks only what the chain
 * itself would refuse, its form and the arithmetic, exact to the minor unit. Every refusal's path is an XPath in the document. Codes:
 * `documents/unsupported-document`, `-/unmapped-party`, `-/ambiguous-party`, `-/missing-element`, `-/bad-value`, `invoices/BR-…`.
 */
export function toInvoice(document: UblDocument, map: PartyMap): Result<Invoice> {
  const unsupported = checkKind(document)
  if (unsupported !== undefined) return err(unsupported)
  const walk = new Walk(document.invoice, map)
  try {
    return walk.invoice()
  } catch (error) {
    if (error instanceof Refused) return err(error.rejection)
    throw error
  }
}

function checkKind({ kind, invoice }: UblDocument): Rejection | undefined {
  const typeCode = invoice.text('BT-3')
  const isIssuable = typeCode === undefined || INVOICE_TYPE_CODES.some((code) => code === typeCode)
  if (kind === 'invoice' && isIssuable) return undefined
  const { path, line } = kind === 'invoice' ? invoice.placeOf('BT-3') : invoice.place()
  const what = kind === 'invoice' ? `an invoice of type ${typeCode?.slice(0, 20)}` : 'a credit note'
  return refuse('documents/unsupported-document', `line ${line}: ${what} is not issued as an invoice`, {
    path,
    hint: `Types ${INVOICE_TYPE_CODES.join(', ')} are issued; take an invoice back with invoices.redLetter.`,
  })
}

class Walk {
  readonly #root: Group
  readonly #map: PartyMap
  readonly #exponent: number
  readonly #currency: string
  /** Where each member of the params comes from, or would, by its path in the params. */
  readonly #places = new Map<string, () => Place>()

  constructor(root: Group, map: PartyMap) {
    this.#root = root
    this.#map = map
    this.#currency = root.text('BT-5') ?? ''
    this.#exponent = isCurrency(this.#currency) ? currencyExponent(this.#currency) : 0
  }

  invoice(): Result<Invoice> {
    if (!isCurrency(this.#currency))
      this.#refuseAt(this.#root.placeOf('BT-5'), `the chain knows no currency “${this.#currency.slice(0, 10)}”`)
    const parsed = invoiceCodec.parseJson(this.#members(ISSUE_SHAPE, this.#root, ''))
    if (!parsed.ok) return err(this.#translated(parsed.error))
    const refused = checkArithmetic(parsed.value)
    return refused === undefined ? parsed : err({ ...refused, ...this.#pathOf(refused) })
  }

  #members(members: Members, group: Group, prefix: string): Json {
    const json: Record<string, Json> = {}
    for (const [name, shape] of Object.entries(members)) {
      const value = this.#value(shape, group, prefix === '' ? name : `${prefix}.${name}`)
      if (value !== undefined) json[name] = value
    }
    return json
  }

  #value(shape: Shape, group: Group, path: string): Json | undefined {
    switch (shape.kind) {
      case 'record':
        return this.#members(shape.members, group, path)
      case 'list':
        this.#places.set(path, () => group.placeOf(shape.group))
        return group.groups(shape.group).map((item, index) => this.#item(shape.members, item, `${path}.${index}`))
      case 'party':
        return this.#party(shape.side)
      default: {
        this.#places.set(path, () => group.placeOf(shape.term))
        const term = group.term(shape.term)
        return term === undefined ? undefined : this.#scalar(shape.kind, term)
      }
    }
  }

  #item(members: Members, item: Group, path: string): Json {
    this.#places.set(path, () => item.place())
    return this.#members(members, item, path)
  }

  #party(side: 'seller' | 'buyer'): string {
    const partyId = findParty(this.#root, side, this.#map)
    if (!partyId.ok) throw new Refused(partyId.error)
    return partyId.value
  }

  #scalar(kind: 'text' | 'amount' | 'decimal', term: Term): string {
    if (kind === 'text') return term.text.normalize('NFC').replace(/\s+/g, ' ')
    const number = parseDecimal(term.text)
    if (number === undefined) this.#refuseAt(placeOfTerm(term), `“${term.text.slice(0, 40)}” is no decimal number`)
    if (kind === 'decimal') return formatDecimal(roundDecimal(number, significantScale(number)))
    const currency = term.element.attributes.get('currencyID')
    if (currency !== undefined && currency !== this.#currency) {
      this.#refuseAt(placeOfTerm(term), `an amount in ${currency.slice(0, 10)} in an invoice in ${this.#currency}`)
    }
    const minor = decimalToMinor(number, this.#exponent)
    if (minor === undefined)
      this.#refuseAt(placeOfTerm(term), `${this.#currency} has ${this.#exponent} decimals, ${formatDecimal(number)} has more`)
    return minor.toString()
  }

  #refuseAt({ path, line }: Place, message: string): never {
    throw new Refused(refuse('documents/bad-value', `line ${line}: ${message}`, { path }))
  }

  /** A refusal of the codec, told in terms of the document. */
  #translated({ message, path = '' }: Rejection): Rejection {
    const place = this.#places.get(path)?.()
    if (place === undefined) return refuse('documents/bad-value', `${path}: ${message}`, { path: this.#root.place().path })
    const isMissing = message === 'required field is missing'
    return refuse(isMissing ? 'documents/missing-element' : 'documents/bad-value', `line ${place.line}: ${message}`, { path: place.path })
  }

  #pathOf({ path = '' }: Rejection): { readonly path?: string } {
    const place = this.#places.get(path)?.()
    return place === undefined ? {} : { path: place.path }
  }
}
