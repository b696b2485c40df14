/** An element of a parsed document. Names are expanded: the prefix that the document chose is forgotten. */
export interface XmlElement {
  readonly namespace: string
  readonly name: string
  /** Values of the attributes without a namespace, by name. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly inside, entities resolved, without leading and trailing white space. */
  readonly text: string
  /** Of the start tag, from 1. */
  readonly line: number
  readonly parent: XmlElement | undefined
}

/** Prefixes for paths, by namespace; an element of another namespace is written `{namespace}name`. */
export type Prefixes = ReadonlyMap<string, string>

function labelOf(element: XmlElement, prefixes: Prefixes): string {
  const prefix = prefixes.get(element.namespace)
  if (prefix === undefined) return `{${element.namespace}}${element.name}`
  return prefix === '' ? element.name : `${prefix}:${element.name}`
}

/** `/Invoice/cac:InvoiceLine[2]/cbc:ID`: an XPath in which a position stands where an element has siblings of its name. */
export function pathOf(element: XmlElement, prefixes: Prefixes): string {
  const steps: string[] = []
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) steps.unshift(labelOf(at, prefixes) + positionOf(at))
  return `/${steps.join('/')}`
}

/** Positions of the children of an element, worked out once: a long document may be named in many findings. */
const positions = new WeakMap<XmlElement, ReadonlyMap<XmlElement, string>>()

function positionOf(element: XmlElement): string {
  const { parent } = element
  if (parent === undefined) return ''
  let known = positions.get(parent)
  if (known === undefined) {
    known = positionsIn(parent)
    positions.set(parent, known)
  }
  return known.get(element) ?? ''
}

function positionsIn({ children }: XmlElement): ReadonlyMap<XmlElement, string> {
  const byName = Map.groupBy(children, ({ name, namespace }) => `${namespace} ${name}`)
  const twins = [...byName.values()].filter(({ length }) => length > 1)
  return new Map(twins.flatMap((same) => same.map((element, index) => [element, `[${index + 1}]`])))
}
