import { assert } from '@hanse/primitives'
import type { XmlElement } from '../xml/xml-element.ts'
import { NAMESPACE_OF_PREFIX } from './namespaces.ts'

/**
 * The little of XPath that binds business terms to UBL: steps `cac:Party`, alternatives `cbc:InvoicedQuantity|cbc:CreditedQuantity`,
 * a condition in brackets, at the end an attribute `@schemeID`, and `.` for the element itself. A condition compares the first element
 * of a relative path, or its attribute, with words `false|0` (letter case apart) or with that of an absolute path; `!=` is true unless
 * `=` is; one of several, with ` or ` between them, is enough.
 */
export interface UblPath {
  readonly steps: readonly Step[]
  readonly attribute: string | undefined
  /** Without conditions and second alternatives: where a missing element would stand. */
  readonly shown: string
}

/** One level of a path. */
export interface Step {
  /** As it was given: two steps of one text lead to the same element. */
  readonly text: string
  readonly names: readonly { readonly namespace: string; readonly name: string }[]
  /** One of them holds; none when there is no condition. */
  readonly conditions: readonly Condition[]
}

export interface Condition {
  readonly left: UblPath
  readonly negated: boolean
  /** Words in capitals; `written` is the first of them as it was given. */
  readonly right: { readonly words: readonly string[]; readonly written: string } | { readonly path: UblPath }
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
  if (text === '.') return { steps: [], attribute: undefined, shown: '' }
  const parts = splitSteps(text)
  const last = parts.at(-1)
  const attribute = last?.startsWith('@') === true ? last.slice(1) : undefined
  const steps = (attribute === undefined ? parts : parts.slice(0, -1)).map(parseStep)
  return { steps, attribute, shown: text.replace(/\[[^\]]*\]/g, '').replace(/\|[^/]*/g, '') }
}

function parseStep(text: string): Step {
  const [, names, condition] = STEP.exec(text) ?? []
  assert(names !== undefined, `bad step ${text}`)
  return { text, names: names.split('|').map(parseName), conditions: condition?.split(' or ').map(parseCondition) ?? [] }
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
  const compared = right.startsWith('/')
    ? { path: parsePath(right.slice(1)) }
    : { words: right.toUpperCase().split('|'), written: right.split('|')[0] as string }
  return { left: parsePath(left), negated: operator === '!=', right: compared }
}

/** The path below its first step. */
export function restOf({ steps, attribute, shown }: UblPath): UblPath {
  return { steps: steps.slice(1), attribute, shown }
}

const NONE: readonly never[] = []

/** All that the path finds below `context`, in document order. `root` is where absolute paths start. */
export function findAll(path: UblPath, context: XmlElement, root: XmlElement): readonly Found[] {
  const elements = findElements(path, context, root)
  if (elements.length === 0) return NONE
  const { attribute } = path
  const found: Found[] = []
  for (const element of elements) {
    const text = attribute === undefined ? element.text : element.attributes.get(attribute)
    if (text !== undefined) found.push({ element, text })
  }
  return found
}

/** Loops and no closures: a long invoice is walked some hundred thousand times. */
export function findElements({ steps }: UblPath, context: XmlElement, root: XmlElement): readonly XmlElement[] {
  let found: readonly XmlElement[] | undefined
  for (const step of steps) {
    let next: XmlElement[] | undefined
    for (const element of found ?? [context]) {
      for (const child of element.children) {
        if (!isAtStep(step, child, root)) continue
        if (next === undefined) next = [child]
        else next.push(child)
      }
    }
    if (next === undefined) return NONE
    found = next
  }
  return found ?? [context]
}

/** True when the element is what the step leads to from its parent. */
export function isAtStep({ names, conditions }: Step, element: XmlElement, root: XmlElement): boolean {
  for (const { name, namespace } of names) {
    if (name !== element.name || namespace !== element.namespace) continue
    return conditions.length === 0 || conditions.some((condition) => holds(condition, element, root))
  }
  return false
}

function holds({ left, negated, right }: Condition, element: XmlElement, root: XmlElement): boolean {
  const text = firstText(left, 0, element, root)?.toUpperCase() ?? ''
  const expected = 'words' in right ? right.words : findAll(right.path, root, root).map((found) => found.text.toUpperCase())
  return (text !== '' && expected.includes(text)) !== negated
}

/** As the first of `findAll`, and makes no lists. */
function firstText(path: UblPath, depth: number, element: XmlElement, root: XmlElement): string | undefined {
  const step = path.steps[depth]
  if (step === undefined) return path.attribute === undefined ? element.text : element.attributes.get(path.attribute)
  for (const child of element.children) {
    const text = isAtStep(step, child, root) ? firstText(path, depth + 1, child, root) : undefined
    if (text !== undefined) return text
  }
  return undefined
}
