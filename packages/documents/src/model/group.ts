import { assert } from '@hanse/primitives'
import { CREDIT_NOTE, PREFIXES } from '../ubl/namespaces.ts'
import { findAll, findElements } from '../ubl/ubl-path.ts'
import { pathOf, type XmlElement } from '../xml/xml-element.ts'
import { type GroupBinding, shownPath, type TermBinding } from './binding.ts'

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
}

interface Content {
  readonly terms: ReadonlyMap<string, readonly Term[]>
  readonly groups: ReadonlyMap<string, readonly Group[]>
}

/**
 * One occurrence of a business group in a document. Terms (`BT-131`) and groups (`BG-25`) are asked for by their number in
 * EN 16931-1, at any depth below; a number that the model does not have there is a broken invariant.
 */
export class Group {
  readonly binding: GroupBinding
  readonly element: XmlElement
  readonly #root: XmlElement
  #content: Content | undefined

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
    const way = this.#way(id)
    return way.length === 1 ? (this.#bound().terms.get(id) ?? []) : this.#inner(way[0]?.id).flatMap((inner) => inner.terms(id))
  }

  group(id: string): Group | undefined {
    return this.groups(id)[0]
  }

  /** All occurrences, in document order. */
  groups(id: string): readonly Group[] {
    const way = this.#way(id)
    return way.length === 1 ? this.#inner(id) : this.#inner(way[0]?.id).flatMap((inner) => inner.groups(id))
  }

  /** True when there is a value of the term, or an occurrence of the group. */
  has(id: string): boolean {
    return id.startsWith('BG') ? this.groups(id).length > 0 : this.terms(id).length > 0
  }

  /** The elements that the model reads here and below: of terms, and of groups. */
  elements(): readonly XmlElement[] {
    const { terms, groups } = this.#bound()
    const own = [...terms.values()].flat().map(({ element }) => element)
    return [this.element, ...own, ...[...groups.values()].flat().flatMap((inner) => inner.elements())]
  }

  place(): Place {
    return { path: pathOf(this.element, PREFIXES), line: this.element.line }
  }

  /** Where the first value or occurrence of `id` stands, or would stand. */
  placeOf(id: string): Place {
    if (id.startsWith('BT')) {
      const term = this.term(id)
      if (term !== undefined) return placeOfTerm(term)
    }
    const way = this.#way(id)
    const [first] = way
    const inner = first?.kind === 'group' ? this.#inner(first.id)[0] : undefined
    if (inner !== undefined) return way.length === 1 ? inner.place() : inner.placeOf(id)
    const { path, line } = this.place()
    return { path: [path, ...way.map(shownPath).filter((step) => step !== '')].join('/'), line }
  }

  #inner(id: string | undefined): readonly Group[] {
    return this.#bound().groups.get(id ?? '') ?? []
  }

  #way(id: string) {
    const way = this.binding.ways.get(id)
    assert(way !== undefined, `${id} is not in the model below ${this.binding.id}`)
    return way
  }

  #bound(): Content {
    if (this.#content === undefined) this.#content = contentOf(this.binding, this.element, this.#root)
    return this.#content
  }
}

function contentOf(binding: GroupBinding, element: XmlElement, root: XmlElement): Content {
  const terms = new Map<string, readonly Term[]>()
  const groups = new Map<string, readonly Group[]>()
  for (const inner of binding.content) {
    if (inner.kind === 'term') terms.set(inner.id, termsOf(inner, element, root))
    else groups.set(inner.id, groupsOf(inner, element, root))
  }
  return { terms, groups }
}

function termsOf({ id, paths }: TermBinding, context: XmlElement, root: XmlElement): readonly Term[] {
  return paths.flatMap((path) => {
    const found = findAll(path, context, root).filter(({ text }) => text !== '')
    return found.map(({ element, text }) => ({ id, text, element, attribute: path.attribute }))
  })
}

function groupsOf(binding: GroupBinding, context: XmlElement, root: XmlElement): readonly Group[] {
  const elements = binding.path === undefined ? [context] : findElements(binding.path, context, root)
  return elements.map((element) => new Group(binding, element, root))
}

export function placeOfTerm({ element, attribute }: Term): Place {
  const path = pathOf(element, PREFIXES)
  return { path: attribute === undefined ? path : `${path}/@${attribute}`, line: element.line }
}
