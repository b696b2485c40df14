import { parseXml, type XmlElement } from '@hanse/documents'

export type Verdict = 'success' | 'warning' | 'error'

/** One rule on one document, and what the suite says of it. */
export interface Expectation {
  readonly rule: string
  readonly verdict: Verdict
}

/** A test of a set: a fragment of an invoice or a credit note, and what is expected of it. */
export interface SuiteTest {
  /** Of its file, from 1. */
  readonly number: number
  readonly expectations: readonly Expectation[]
  /** The document, a tree of its own. */
  readonly document: XmlElement | undefined
}

/** What a file of the suite is: a test set, something else that is XML, or nothing that can be read. */
export type SuiteFile =
  | { readonly kind: 'tests'; readonly tests: readonly SuiteTest[] }
  | { readonly kind: 'other' }
  | { readonly kind: 'unreadable'; readonly message: string }

const VERDICTS: ReadonlyMap<string, Verdict> = new Map([
  ['success', 'success'],
  ['warning', 'warning'],
  ['error', 'error'],
  ['fatal', 'error'],
])

/** Elements of a test that are about it; what else stands there is the document. */
const ABOUT = new Set(['assert', 'description'])

/** Reads `testSet/test`: each holds `assert/(success|warning|error)` with the name of a rule, and one document. */
export function readTestSet(bytes: Uint8Array): SuiteFile {
  const root = parseXml(bytes)
  if (!root.ok) return { kind: 'unreadable', message: root.error.message }
  if (root.value.name !== 'testSet') return { kind: 'other' }
  const tests = root.value.children.filter(({ name }) => name === 'test')
  return { kind: 'tests', tests: tests.map((test, index) => readTest(test, index + 1)) }
}

function readTest({ children }: XmlElement, number: number): SuiteTest {
  const asserted = children.filter(({ name }) => name === 'assert').flatMap((assertion) => assertion.children)
  const expectations = asserted.flatMap(({ name, text }) => {
    const verdict = VERDICTS.get(name)
    return verdict === undefined ? [] : [{ rule: text, verdict }]
  })
  const document = children.find(({ name }) => !ABOUT.has(name))
  return { number, expectations, document: document === undefined ? undefined : rooted(document, undefined) }
}

/** The same tree without what was around it: places of findings begin at the document. */
function rooted(element: XmlElement, parent: XmlElement | undefined): XmlElement {
  const copy = { ...element, parent, children: [] as XmlElement[] }
  copy.children = element.children.map((child) => rooted(child, copy))
  return copy
}
