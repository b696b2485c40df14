import { assert, err, ok, type Result } from '@hanse/primitives'
import type { Binding, GroupBinding, TermBinding } from '../model/binding.ts'
import {
  type Currencies,
  currenciesIn,
  type Implied,
  impliedOf,
  type PlainGroup,
  type PlainInvoice,
  type PlainValue,
  parsePlainInvoice,
  plainOf,
} from '../model/plain.ts'
import { SEMANTIC_MODEL } from '../model/semantic-model.ts'
import { refuse } from '../rejections.ts'
import { type WrittenElement, writeXml } from '../xml/write-xml.ts'
import { CAC, CBC, CREDIT_NOTE, INVOICE } from './namespaces.ts'
import { readUbl } from './read-ubl.ts'
import { placeIn } from './schema.ts'
import { type Condition, parsePath, type Step, type UblPath } from './ubl-path.ts'

/** An element under way: what terms and groups share is opened once. */
interface Draft {
  readonly name: string
  readonly prefix: string
  readonly attributes: Record<string, string>
  /** By the text of the step that leads to them. */
  readonly children: Map<string, Draft[]>
  text: string
}

const INDICATOR = parsePath('cbc:ChargeIndicator')
/** What stands in `cac:TaxScheme/cbc:ID` where it is not VAT: the schema needs something there. */
const OTHER_TAX = 'TAX'

/**
 * A UBL 2.1 Invoice or CreditNote that says what is given by its terms, JSON too: the elements in the order of the schema, amounts in the
 * currency of the invoice unless they say another. What is written has been read again and is what was given. Whether it is valid is for
 * `judgeInvoice`. Code: `documents/not-writable`, with the path of the member: `invoice.BG-25.1.BT-131`.
 */
export function writeUbl(given: PlainInvoice): Result<string> {
  const parsed = parsePlainInvoice(given)
  if (!parsed.ok) return parsed
  const { kind, invoice } = parsed.value
  const isCreditNote = kind === 'credit-note'
  const writer = new Writer(invoice, isCreditNote)
  const misfit = writer.write()
  if (misfit !== undefined) return err(notWritable(misfit, 'UBL has this once'))
  const xml = writeXml({
    ...writer.root(),
    attributes: { xmlns: isCreditNote ? CREDIT_NOTE : INVOICE, 'xmlns:cac': CAC, 'xmlns:cbc': CBC },
  })
  const again = readUbl(xml)
  if (!again.ok) return again
  const changed = difference(invoice, plainOf(again.value).invoice, 'invoice')
  return changed === undefined ? ok(xml) : err(notWritable(changed, 'it would not be read again as it is given'))
}

function notWritable(path: string, message: string) {
  return refuse('documents/not-writable', `${path}: ${message}`, { path })
}

class Writer {
  readonly #invoice: PlainGroup
  readonly #root: Draft
  readonly #isCreditNote: boolean
  readonly #currencies: Currencies

  constructor(invoice: PlainGroup, isCreditNote: boolean) {
    this.#invoice = invoice
    this.#isCreditNote = isCreditNote
    this.#root = draft(isCreditNote ? 'CreditNote' : 'Invoice', '')
    this.#currencies = currenciesIn(invoice)
  }

  root(): WrittenElement {
    return elementOf(this.#root)
  }

  /** Gives the path of what has no place. */
  write(): string | undefined {
    return this.#group(this.#invoice, SEMANTIC_MODEL, this.#root, 'invoice')
  }

  #group(plain: PlainGroup, { content }: GroupBinding, element: Draft, path: string): string | undefined {
    for (const binding of content) {
      const given = plain[binding.id]
      if (given === undefined || this.#isSaidTwice(binding)) continue
      const items = Array.isArray(given) ? given : [given]
      for (const [index, item] of items.entries()) {
        const at = items.length === 1 ? `${path}.${binding.id}` : `${path}.${binding.id}.${index}`
        const misfit = this.#item(item, binding, element, { index, path: at })
        if (misfit !== undefined) return misfit
      }
    }
    return undefined
  }

  #item(
    item: PlainValue | PlainGroup,
    binding: Binding,
    element: Draft,
    { index, path }: { index: number; path: string },
  ): string | undefined {
    if (binding.kind === 'group') {
      const own = binding.path === undefined ? element : this.#open(element, binding.path, index)
      return own === undefined ? path : this.#group(item as PlainGroup, binding, own, path)
    }
    const [place, rest] = this.#pathOf(binding, element, index)
    const own = place === undefined ? undefined : this.#open(element, place, rest)
    if (place === undefined || own === undefined) return path
    setValue(own, item as PlainValue, place, impliedOf(binding, this.#currencies))
    return undefined
  }

  /** One currency for both (BT-5, BT-6): then one total is both of BT-110 and BT-111. */
  #isSaidTwice({ id }: Binding): boolean {
    const { invoice, accounting } = this.#currencies
    return id === 'BT-111' && invoice !== undefined && invoice.toUpperCase() === accounting?.toUpperCase()
  }

  /** Where the nth value of a term goes: along its first path that UBL has here, and along the next when that is full. */
  #pathOf(binding: TermBinding, element: Draft, index: number): readonly [path: UblPath | undefined, index: number] {
    // The creditor (BT-90) is the payee, where there is one, else the seller.
    const isOfPayee = binding.id === 'BT-90' && this.#invoice['BG-10'] !== undefined
    const paths = isOfPayee ? binding.paths.toReversed() : binding.paths
    let left = index
    for (const path of paths) {
      const [first] = path.steps
      if (first !== undefined && placeIn(element.name, this.#nameOf(first)) === undefined) continue
      if (left === 0 || this.#repeatedStep(element, path) !== undefined) return [path, left]
      left -= 1
    }
    return [undefined, left]
  }

  /** The last step that UBL has several times: it is what repeats. */
  #repeatedStep({ name }: Draft, { steps }: UblPath): number | undefined {
    let parent = name
    let repeated: number | undefined
    for (const [index, step] of steps.entries()) {
      const child = this.#nameOf(step)
      if (placeIn(parent, child)?.repeats === true) repeated = index
      parent = child
    }
    return repeated
  }

  /** The nth element of a path; undefined when UBL has no more of them. */
  #open(parent: Draft, path: UblPath, index: number): Draft | undefined {
    const repeated = this.#repeatedStep(parent, path)
    if (index > 0 && repeated === undefined) return undefined
    let at = parent
    for (const [depth, step] of path.steps.entries()) at = this.#child(at, step, depth === repeated ? index : 0)
    return at
  }

  #child({ children }: Draft, step: Step, index: number): Draft {
    let twins = children.get(step.text)
    if (twins === undefined) {
      twins = []
      children.set(step.text, twins)
    }
    while (twins.length <= index) {
      const opened = draft(this.#nameOf(step), step.names[0]?.namespace === CAC ? 'cac:' : 'cbc:')
      for (const condition of step.conditions) this.#select(opened, condition)
      // Of a price it can only be a discount, and no path says so.
      if (opened.name === 'AllowanceCharge' && step.conditions.length === 0) setText(this.#open(opened, INDICATOR, 0), 'false')
      twins.push(opened)
    }
    return twins[index] as Draft
  }

  /** Makes a condition true, where a word is enough. */
  #select(element: Draft, { left, negated, right }: Condition): void {
    if (!('words' in right)) return
    const isTax = left.steps[0]?.names[0]?.name === 'TaxScheme'
    if (negated && !isTax) return
    const word = negated ? OTHER_TAX : right.written
    if (left.attribute === undefined) setText(this.#open(element, left, 0), word)
    else element.attributes[left.attribute] = word
  }

  #nameOf({ names }: Step): string {
    const name = names[this.#isCreditNote ? names.length - 1 : 0]?.name
    assert(name !== undefined, 'a step has a name')
    return name
  }
}

function draft(name: string, prefix: string): Draft {
  return { name, prefix, attributes: {}, children: new Map(), text: '' }
}

function setText(element: Draft | undefined, text: string): void {
  assert(element !== undefined, 'the first of an element has a place')
  element.text = text
}

function setValue(element: Draft, item: PlainValue, { attribute }: UblPath, implied: Implied): void {
  const { value, ...attributes } = typeof item === 'string' ? { value: item } : item
  if (attribute === undefined) {
    element.text = value
    Object.assign(element.attributes, implied, attributes)
  } else element.attributes[attribute] = value
}

function elementOf({ name, prefix, attributes, children, text }: Draft): WrittenElement {
  const inner = [...children.values()].flat().map((child) => ({ child, order: orderIn(name, child.name) }))
  const sorted = inner.sort((one, other) => one.order - other.order)
  return { name: prefix + name, attributes, children: sorted.map(({ child }) => elementOf(child)), text }
}

function orderIn(parent: string, name: string): number {
  const place = placeIn(parent, name)
  assert(place !== undefined, `UBL has no ${name} in ${parent}`)
  return place.order
}

/** The path of the first member that is not the same. Both are in the form of `plainOf`. */
function difference(one: unknown, other: unknown, path: string): string | undefined {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other ? undefined : path
  const left = new Map(Object.entries(one))
  const right = new Map(Object.entries(other))
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const changed = difference(left.get(name), right.get(name), `${path}.${name}`)
    if (changed !== undefined) return changed
  }
  return undefined
}
