import { assert } from '@hanse/primitives'
import type { XmlElement } from '../xml/xml-element.ts'
import { NAMESPACE_OF_PREFIX } from './namespaces.ts'

/**
 * The little of XPath that binds business terms to UBL: steps `cac:Party`, alternatives `cbc:InvoicedQuantity|cbc:CreditedQuantity`,
 * a condition in brackets, and at the end an attribute `@schemeID`. A condition compares the first element of a relative path, or its
 * attribute, with words `false|0` (letter case apart) or with that of an absolute path; `!=` is true unless `=` is.
 */
export interface UblPath {
  readonly steps: readonly Step[]
  readonly attribute: string | undefined
  /** Without conditions and second alternatives: where a missing element would stand. */
  readonly shown: string
}

interface Step {
  readonly names: readonly { readonly namespace: string; readonly name: string }[]
  readonly condition: Condition | undefined
}

interface Condition {
  readonly left: UblPath
  readonly negated: boolean
  readonly right: { readonly words: readonly string[] } | { readonly path: UblPath }
}

/** What a path found: an element, or an attribute of it. */
export interface Found {
  readonly element: XmlElement
  readonly text: string
}

const STEP = /^([^[\]]+)(?:\[([^[\]]+)\])?$/
const CONDITION = /^([^=!]+?)(!?=)(.+)$/

/** Slashes inside brackets are the condition's. */
function splitSteps(text: string): readonly string[] {
  return text.split(/\/(?![^[]*\])/)
}

export function parsePath(text: string): UblPath {
  const parts = splitSteps(text)
  const last = parts.at(-1)
  const attribute = last?.startsWith('@') === true ? last.slice(1) : undefined
  const steps = (attribute === undefined ? parts : parts.slice(0, -1)).map(parseStep)
  return { steps, attribute, shown: text.replace(/\[[^\]]*\]/g, '').replace(/\|[^/]*/g, '') }
}

function parseStep(text: string): Step {
  const [, names, condition] = STEP.exec(text) ?? []
  assert(names !== undefined, `bad step ${text}`)
  return { names: names.split('|').map(parseName), condition: condition === undefined ? undefined : parseCondition(condition) }
}

function parseName(text: string): { readonly namespace: string; readonly name: string } {
  const [prefix = '', name = ''] = text.split(':')
  const namespace = NAMESPACE_OF_PREFIX.get(prefix)
  assert(namespace !== undefined && name !== '', `bad name ${text}`)
  return { namespace, name }
}

function parseCondition(text: string): Condition {
  const [, left, operator, right] = CONDITION.exec(text) ?? []
  assert(left !== undefined && right !== undefined, `bad condition ${text}`)
  const compared = right.startsWith('/') ? { path: parsePath(right.slice(1)) } : { words: right.toUpperCase().split('|') }
  return { left: parsePath(left), negated: operator === '!=', right: compared }
}

/** All that the path finds below `context`, in document order. `root` is where absolute paths start. */
export function findAll(path: UblPath, context: XmlElement, root: XmlElement): readonly Found[] {
  const { attribute } = path
  const elements = findElements(path, context, root)
  if (attribute === undefined) return elements.map((element) => ({ element, text: element.text }))
  return elements.flatMap((element) => {
    const text = element.attributes.get(attribute)
    return text === undefined ? [] : [{ element, text }]
  })
}

export function findElements({ steps }: UblPath, context: XmlElement, root: XmlElement): readonly XmlElement[] {
  let found: readonly XmlElement[] = [context]
  for (const { names, condition } of steps) {
    found = found
      .flatMap(({ children }) => children)
      .filter((child) => names.some(({ name, namespace }) => name === child.name && namespace === child.namespace))
      .filter((child) => condition === undefined || holds(condition, child, root))
  }
  return found
}

function holds({ left, negated, right }: Condition, element: XmlElement, root: XmlElement): boolean {
  const [found] = findAll(left, element, root)
  const expected = 'words' in right ? right.words : findAll(right.path, root, root).map(({ text }) => text.toUpperCase())
  const equal = found !== undefined && found.text !== '' && expected.includes(found.text.toUpperCase())
  return equal !== negated
}
