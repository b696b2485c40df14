import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import { describeJson, isRecord } from '../import/json.ts'
import { refuse } from '../rejections.ts'
import { UBL_KINDS, type UblKind } from '../ubl/kinds.ts'
import type { UblDocument } from '../ubl/read-ubl.ts'
import type { UblPath } from '../ubl/ubl-path.ts'
import { NO_XML } from '../xml/characters.ts'
import type { Binding, GroupBinding, TermBinding } from './binding.ts'
import type { Group, Term } from './group.ts'
import { SEMANTIC_MODEL } from './semantic-model.ts'

/** A value of a term: its text, or its text with the attributes of its element that are no terms themselves. */
export type PlainValue = string | { readonly value: string; readonly [attribute: string]: string }

/** Terms and groups by their number. What EN 16931 has once stands alone, what it has several times in a list. */
export interface PlainGroup {
  readonly [id: string]: PlainValue | PlainGroup | readonly (PlainValue | PlainGroup)[]
}

/** A document by its business terms, and nothing of its syntax: `{kind: 'invoice', invoice: {'BT-1': '…', 'BG-25': […]}}`. */
export interface PlainInvoice {
  readonly kind: UblKind
  readonly invoice: PlainGroup
}

/** What EN 16931 has several times. */
const REPEATED = new Set('BT-29 BT-158 BG-1 BG-3 BG-17 BG-20 BG-21 BG-23 BG-24 BG-25 BG-27 BG-28 BG-32'.split(' '))
const ATTRIBUTE = /^[A-Za-z]{1,40}$/

/** Attributes that need not be said. */
export type Implied = Readonly<Record<string, string>>

export interface Currencies {
  readonly invoice: string | undefined
  readonly accounting: string | undefined
}

/** The currencies (BT-5, BT-6) that JSON gives, in whatever form. */
export function currenciesIn(invoice: unknown): Currencies {
  const textIn = (id: string): string | undefined => {
    const given: unknown = isRecord(invoice) ? invoice[id] : undefined
    const first: unknown = Array.isArray(given) ? given[0] : given
    const text = isRecord(first) ? first.value : first
    return typeof text === 'string' ? text : undefined
  }
  return { invoice: textIn('BT-5'), accounting: textIn('BT-6') }
}

/** An amount is in the invoice’s currency (BT-5), VAT in accounting currency (BT-111) in that one (BT-6); and what the path asks for. */
export function impliedOf({ id, paths: [path] }: TermBinding, { invoice, accounting }: Currencies): Implied {
  const last = path?.steps.at(-1)
  if (path === undefined || last === undefined || path.attribute !== undefined) return {}
  const asked = last.conditions.flatMap(({ left, negated, right }) =>
    left.steps.length === 0 && left.attribute !== undefined && !negated && 'words' in right ? [[left.attribute, right.written]] : [],
  )
  const currency = id === 'BT-111' ? accounting : invoice
  const isAmount = last.names[0]?.name.endsWith('Amount') === true && currency !== undefined
  return { ...Object.fromEntries(asked), ...(isAmount ? { currencyID: currency } : {}) }
}

/** All that the model reads of a document. `writeUbl` gives a document that says the same. */
export function plainOf({ kind, invoice }: UblDocument): PlainInvoice {
  const currencies = { invoice: invoice.text('BT-5'), accounting: invoice.text('BT-6') }
  return { kind, invoice: plainGroup(invoice, currencies) }
}

function plainGroup(group: Group, currencies: Currencies): PlainGroup {
  const plain: Record<string, PlainGroup[string]> = {}
  for (const binding of group.binding.content) {
    const values =
      binding.kind === 'term'
        ? group.terms(binding.id).map((term) => plainValue(term, binding, group.binding, currencies))
        : group.groups(binding.id).map((inner) => plainGroup(inner, currencies))
    put(plain, binding, values)
  }
  return plain
}

/** A group without an element of its own is there when it holds something. */
function put(plain: Record<string, PlainGroup[string]>, binding: Binding, values: readonly (PlainValue | PlainGroup)[]): void {
  const [first] = values
  if (first === undefined) return
  if (binding.kind === 'group' && binding.path === undefined && Object.keys(first).length === 0) return
  plain[binding.id] = REPEATED.has(binding.id) || values.length > 1 ? values : first
}

function plainValue({ text, element, attribute }: Term, binding: TermBinding, group: GroupBinding, currencies: Currencies): PlainValue {
  if (attribute !== undefined || element.attributes.size === 0) return text
  return asPlain(text, [...element.attributes], binding, group, currencies)
}

function asPlain(
  text: string,
  attributes: readonly (readonly [name: string, value: string])[],
  binding: TermBinding,
  group: GroupBinding,
  currencies: Currencies,
): PlainValue {
  const implied = impliedOf(binding, currencies)
  const said = attributes.filter(([name, value]) => isAttribute(name) && implied[name] !== value && !isTerm(group, binding, name))
  return said.length === 0 ? text : { value: text, ...Object.fromEntries(said.toSorted(([one], [other]) => (one < other ? -1 : 1))) }
}

/** UBL has none that is called otherwise; `value` is the text. */
function isAttribute(name: string): boolean {
  return ATTRIBUTE.test(name) && name !== 'xmlns' && name !== 'value'
}

/** True of `unitCode` at BT-129, which is BT-130. */
function isTerm({ content }: GroupBinding, { paths: [path] }: TermBinding, attribute: string): boolean {
  return content.some((other) => {
    const [at] = other.kind === 'term' ? other.paths : []
    return at?.attribute === attribute && path !== undefined && isSameElement(at, path)
  })
}

function isSameElement(one: UblPath, other: UblPath): boolean {
  return one.steps.length === other.steps.length && one.steps.every(({ text }, index) => text === other.steps[index]?.text)
}

/** Leaves the walk over the JSON; never leaves this file. */
class Refused extends Error {
  readonly rejection: Rejection

  constructor(message: string, path: string) {
    super(message)
    this.rejection = refuse('documents/not-writable', path === '' ? message : `${path}: ${message}`, { path })
  }
}

/** Reads the JSON of a `PlainInvoice`, in the one form that `plainOf` gives. Code: `documents/not-writable`, with the path in the JSON. */
export function parsePlainInvoice(json: unknown): Result<PlainInvoice> {
  try {
    return ok(parseInvoice(json))
  } catch (error) {
    if (error instanceof Refused) return err(error.rejection)
    throw error
  }
}

function parseInvoice(json: unknown): PlainInvoice {
  if (!isRecord(json)) throw new Refused(`expected an object with kind and invoice, got ${describeJson(json)}`, '')
  const unknown = Object.keys(json).find((name) => name !== 'kind' && name !== 'invoice')
  if (unknown !== undefined) throw new Refused('unknown member', unknown.slice(0, 40))
  const kind = UBL_KINDS.find((known) => known === json.kind)
  if (kind === undefined) throw new Refused(`expected ${UBL_KINDS.join(' or ')}, got ${describeJson(json.kind)}`, 'kind')
  return { kind, invoice: parseGroup(json.invoice, SEMANTIC_MODEL, currenciesIn(json.invoice), 'invoice') }
}

function parseGroup(json: unknown, group: GroupBinding, currencies: Currencies, path: string): PlainGroup {
  if (!isRecord(json)) throw new Refused(`expected an object, got ${describeJson(json)}`, path)
  const unknown = Object.keys(json).find((id) => !group.slots.has(id))
  if (unknown !== undefined) throw new Refused(`${group.id} has no such term or group`, `${path}.${unknown.slice(0, 40)}`)
  const plain: Record<string, PlainGroup[string]> = {}
  for (const binding of group.content) {
    const given = json[binding.id]
    if (given === undefined) continue
    const at = `${path}.${binding.id}`
    const items: readonly unknown[] = Array.isArray(given) ? given : [given]
    const values = items.map((item, index) => {
      const itemPath = Array.isArray(given) ? `${at}.${index}` : at
      return binding.kind === 'term'
        ? parseValue(item, binding, group, currencies, itemPath)
        : parseGroup(item, binding, currencies, itemPath)
    })
    put(plain, binding, values)
  }
  return plain
}

function parseValue(json: unknown, binding: TermBinding, group: GroupBinding, currencies: Currencies, path: string): PlainValue {
  if (typeof json === 'string') return checkedText(json, path)
  if (!isRecord(json)) throw new Refused(`expected a text, or an object with value, got ${describeJson(json)}`, path)
  const { value, ...attributes } = json
  if (typeof value !== 'string') throw new Refused(`expected a text, got ${describeJson(value)}`, `${path}.value`)
  const pairs = Object.entries(attributes).map(([name, text]): readonly [string, string] => {
    const at = `${path}.${name.slice(0, 40)}`
    if (!isAttribute(name)) throw new Refused('no attribute has this name', at)
    if (isTerm(group, binding, name)) throw new Refused('it is a term of its own', at)
    if (typeof text !== 'string' || NO_XML.test(text)) throw new Refused(`expected a text, got ${describeJson(text)}`, at)
    return [name, text]
  })
  return asPlain(checkedText(value, path), pairs, binding, group, currencies)
}

function checkedText(text: string, path: string): string {
  if (text.trim() === '') throw new Refused('the text is empty: leave the term out', path)
  if (text !== text.trim()) throw new Refused('the text has space around it', path)
  if (NO_XML.test(text)) throw new Refused('the text has a character that XML cannot hold', path)
  return text
}
