import { pathOf, type XmlElement } from '../xml/xml-element.ts'
import { CAC, CBC, PREFIXES } from './namespaces.ts'

interface Index {
  /** Of UBL's aggregate kind, by local name. */
  readonly cac: ReadonlyMap<string, readonly XmlElement[]>
  /** Of UBL's basic kind, by local name and by that of the element around. */
  readonly cbc: ReadonlyMap<string, ReadonlyMap<string, readonly XmlElement[]>>
  /** What has an attribute of the name. */
  readonly attributes: ReadonlyMap<string, readonly XmlElement[]>
}

/** Worked out once a document: rules on codes and on occurrences ask for elements by name, wherever they stand. */
const indexes = new WeakMap<XmlElement, Index>()

export function indexOf(root: XmlElement): Index {
  const known = indexes.get(root)
  if (known !== undefined) return known
  const cac = new Map<string, XmlElement[]>()
  const cbc = new Map<string, Map<string, XmlElement[]>>()
  const attributes = new Map<string, XmlElement[]>()
  const visit = (element: XmlElement): void => {
    if (element.namespace === CBC) add(inner(cbc, element.name), element.parent?.name ?? '', element)
    else if (element.namespace === CAC) add(cac, element.name, element)
    if (element.attributes.size > 0) for (const name of element.attributes.keys()) add(attributes, name, element)
    for (const child of element.children) visit(child)
  }
  visit(root)
  const index = { cac, cbc, attributes }
  indexes.set(root, index)
  return index
}

function add(map: Map<string, XmlElement[]>, name: string, element: XmlElement): void {
  const known = map.get(name)
  if (known === undefined) map.set(name, [element])
  else known.push(element)
}

function inner(maps: Map<string, Map<string, XmlElement[]>>, name: string): Map<string, XmlElement[]> {
  const known = maps.get(name)
  if (known !== undefined) return known
  const map = new Map<string, XmlElement[]>()
  maps.set(name, map)
  return map
}

/** Elements of UBL's basic kind that have the name, below elements of one of the names, or wherever. */
export function basicElements(root: XmlElement, name: string, below?: readonly string[]): readonly XmlElement[] {
  const byParent = indexOf(root).cbc.get(name)
  if (byParent === undefined) return []
  return below === undefined ? [...byParent.values()].flat() : below.flatMap((parent) => byParent.get(parent) ?? [])
}

/** Where an element, or an attribute of it, stands. */
export function placeOfElement(element: XmlElement, attribute?: string): { readonly path: string; readonly line: number } {
  const path = pathOf(element, PREFIXES)
  return { path: attribute === undefined ? path : `${path}/@${attribute}`, line: element.line }
}

/** The first child of UBL's basic kind that has the name. */
export function basicChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name && child.namespace === CBC)
}
