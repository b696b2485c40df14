import { type Decimal, parseDecimal } from '@hanse/modules'
import { assert } from '@hanse/primitives'
import { CREDIT_NOTE, PREFIXES } from '../ubl/namespaces.ts'
import { findElements, isAtStep, type UblPath } from '../ubl/ubl-path.ts'
import { pathOf, type XmlElement } from '../xml/xml-element.ts'
import { type Binding, type GroupBinding, shownPath } from './binding.ts'

/** A point in a document: what a finding or a refusal names. */
export interface Place {
  /** An XPath with the prefixes `cac` and `cbc`. Where something is missing, where it would stand. */
  readonly path: string
  /** Of the element, or of the one around what is missing. From 1. */
  readonly line: number
}

/** One value of a business term. */
export interface Term {
  readonly id: string
  /** Without white space around it. An empty element is no value. */
  readonly text: string
  readonly element: XmlElement
  /** The attribute that holds the value; undefined when the element does. */
  readonly attribute: string | undefined
  /** The text as a number; undefined when it is none. */
  readonly number: Decimal | undefined
}

class Value implements Term {
  readonly id: string
  readonly text: string
  readonly element: XmlElement
  readonly attribute: string | undefined
  #number: Decimal | undefined | 'unread' = 'unread'

  constructor(id: string, text: string, element: XmlElement, attribute: string | undefined) {
    this.id = id
    this.text = text
    this.element = element
    this.attribute = attribute
  }

  get number(): Decimal | undefined {
    if (this.#number === 'unread') this.#number = parseDecimal(this.text)
    return this.#number
  }
}

/** By the slots of the binding; undefined where nothing was found. Of one binding there are only terms, or only groups. */
type Content = readonly (readonly (Term | Group)[] | undefined)[]

const NONE: readonly never[] = []

/**
 * One occurrence of a business group in a document. Terms (`BT-131`) and groups (`BG-25`) are asked for by their number in
 * EN 16931-1, at any depth below; a number that the model does not have there is a broken invariant.
 */
export class Group {
  readonly binding: GroupBinding
  readonly element: XmlElement
  readonly #root: XmlElement
  #content: Content | undefined
  /** Of the whole document, when this is it: everything below by number. */
  #index: ReadonlyMap<string, readonly (Term | Group)[]> | undefined

  constructor(binding: GroupBinding, element: XmlElement, root: XmlElement) {
    this.binding = binding
    this.element = element
    this.#root = root
  }

  /** True in a credit note, where the seller owes the buyer. */
  get isCreditNote(): boolean {
    return this.#root.namespace === CREDIT_NOTE
  }

  /** The first value's text, or undefined. */
  text(id: string): string | undefined {
    return this.term(id)?.text
  }

  /** The first value, or undefined. */
  term(id: string): Term | undefined {
    return this.terms(id)[0]
  }

  /** All values, in document order. */
  terms(id: string): readonly Term[] {
    return this.#find(id) as readonly Term[]
  }

  group(id: string): Group | undefined {
    return this.groups(id)[0]
  }

  /** All occurrences, in document order. */
  groups(id: string): readonly Group[] {
    return this.#find(id) as readonly Group[]
  }

  /** True when there is a value of the term, or an occurrence of the group. */
  has(id: string): boolean {
    return this.#find(id).length > 0
  }

  /** The elements that the model reads here and below: of terms, and of groups. */
  elements(): readonly XmlElement[] {
    const found: XmlElement[] = [this.element]
    for (const one of this.#own().flatMap((items) => items ?? NONE)) {
      if (one instanceof Group) for (const element of one.elements()) found.push(element)
      else found.push(one.element)
    }
    return found
  }

  place(): Place {
    return { path: pathOf(this.element, PREFIXES), line: this.element.line }
  }

  /** Where the first value or occurrence of `id` stands, or would stand. */
  placeOf(id: string): Place {
    const way = this.#way(id)
    if (way.at(-1)?.kind === 'term') {
      const term = this.term(id)
      if (term !== undefined) return placeOfTerm(term)
    }
    const [first] = way
    const inner = first?.kind === 'group' ? this.group(first.id) : undefined
    if (inner !== undefined) return way.length === 1 ? inner.place() : inner.placeOf(id)
    const { path, line } = this.place()
    return { path: [path, ...way.map(shownPath).filter((step) => step !== '')].join('/'), line }
  }

  #find(id: string): readonly (Term | Group)[] {
    const slot = this.binding.slots.get(id)
    if (slot !== undefined) return this.#own()[slot] ?? NONE
    const way = this.#way(id)
    if (this.binding.id === 'BG-0') return this.#below().get(id) ?? NONE
    const inner = this.groups(way[0]?.id ?? '')
    const [first] = inner
    return first !== undefined && inner.length === 1 ? first.#find(id) : inner.flatMap((one) => one.#find(id))
  }

  #way(id: string): readonly Binding[] {
    const way = this.binding.ways.get(id)
    assert(way !== undefined, `${id} is not in the model below ${this.binding.id}`)
    return way
  }

  #own(): Content {
    if (this.#content === undefined) this.#content = contentOf(this.binding, this.element, this.#root)
    return this.#content
  }

  #below(): ReadonlyMap<string, readonly (Term | Group)[]> {
    if (this.#index === undefined) {
      const index = new Map<string, (Term | Group)[]>()
      this.#gather(index)
      this.#index = index
    }
    return this.#index
  }

  #gather(index: Map<string, (Term | Group)[]>): void {
    for (const [slot, items] of this.#own().entries()) {
      if (items === undefined) continue
      const id = this.binding.content[slot]?.id ?? ''
      const gathered = index.get(id) ?? []
      if (gathered.length === 0) index.set(id, gathered)
      for (const item of items) {
        gathered.push(item)
        if (item instanceof Group) item.#gather(index)
      }
    }
  }
}

/** Goes once over the children: each tells by its name who reads it. */
function contentOf(binding: GroupBinding, element: XmlElement, root: XmlElement): Content {
  const content: ((Term | Group)[] | undefined)[] = new Array(binding.content.length)
  for (const child of element.children) {
    const reads = binding.reads.get(child.name)
    if (reads === undefined) continue
    for (const { slot, binding: inner, step, rest } of reads) {
      if (!isAtStep(step, child, root)) continue
      const found = inner.kind === 'term' ? termsAt(inner.id, rest, child, root) : groupsAt(inner, rest, child, root)
      const known = content[slot]
      if (found.length === 0) continue
      if (known === undefined) content[slot] = found
      else for (const one of found) known.push(one)
    }
  }
  for (const slot of binding.searched) content[slot] = search(binding.content[slot] as Binding, element, root)
  return content
}

function search(binding: Binding, element: XmlElement, root: XmlElement): (Term | Group)[] {
  if (binding.kind === 'group') return [new Group(binding, element, root)]
  return binding.paths.flatMap((path) => termsAt(binding.id, path, element, root))
}

function termsAt(id: string, path: UblPath, context: XmlElement, root: XmlElement): Term[] {
  const { attribute, steps } = path
  const values: Term[] = []
  for (const element of steps.length === 0 ? [context] : findElements(path, context, root)) {
    const text = attribute === undefined ? element.text : element.attributes.get(attribute)
    if (text !== undefined && text !== '') values.push(new Value(id, text, element, attribute))
  }
  return values
}

function groupsAt(binding: GroupBinding, path: UblPath, context: XmlElement, root: XmlElement): Group[] {
  if (path.steps.length === 0) return [new Group(binding, context, root)]
  return findElements(path, context, root).map((element) => new Group(binding, element, root))
}

export function placeOfTerm({ element, attribute }: Term): Place {
  const path = pathOf(element, PREFIXES)
  return { path: attribute === undefined ? path : `${path}/@${attribute}`, line: element.line }
}
