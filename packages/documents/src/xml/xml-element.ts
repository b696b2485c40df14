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

function positionOf(element: XmlElement): string {
  const twins = element.parent?.children.filter(({ name, namespace }) => name === element.name && namespace === element.namespace) ?? []
  return twins.length > 1 ? `[${twins.indexOf(element) + 1}]` : ''
}
