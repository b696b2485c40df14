import { findRule, judgeInvoice, parseXml, ublOf, type XmlElement } from '@hanse/documents'
import { test } from 'tap'
import { skipWithout, xmlFiles } from './vectors.ts'

const RULES = 'en16931/rules'

interface Case {
  readonly name: string
  readonly expected: 'success' | 'error' | 'warning'
  readonly rule: string
  readonly fragment: XmlElement
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((inner) => inner.name === name)
}

/** A test set holds tests: what is expected of which rule, and a fragment of an invoice, which becomes a document of its own. */
function casesOf({ name, text }: { readonly name: string; readonly text: string }): readonly Case[] {
  const testSet = parseXml(text)
  if (!testSet.ok) throw new Error(`${name}: ${testSet.error.message}`)
  return testSet.value.children
    .filter((element) => element.name === 'test')
    .flatMap((element, index) => {
      const fragment = element.children.find((inner) => inner.name === 'Invoice' || inner.name === 'CreditNote')
      if (fragment === undefined) throw new Error(`${name}: test ${index + 1} has no document`)
      const expectations = (child(element, 'assert')?.children ?? []).filter((inner) =>
        ['success', 'error', 'warning'].includes(inner.name),
      )
      return expectations.map((inner) => ({
        name: `${name} test ${index + 1}: ${inner.name} ${inner.text}`,
        expected: inner.name as Case['expected'],
        rule: inner.text,
        fragment: { ...fragment, parent: undefined },
      }))
    })
}

test('every published fragment is judged by its rule as it says', { skip: skipWithout(RULES) }, (t) => {
  const cases = xmlFiles(RULES).flatMap(casesOf)
  let judged = 0
  for (const { name, expected, rule, fragment } of cases) {
    const known = findRule(rule)
    const document = ublOf(fragment)
    if (known === undefined || !document.ok) {
      t.comment(`${name}: not judged`)
      continue
    }
    judged += 1
    const [first] = judgeInvoice(document.value, [known]).findings
    t.equal(first?.severity ?? 'success', expected, `${name}${first === undefined ? '' : ` at ${first.path}`}`)
  }
  t.comment(`${judged} of ${cases.length} fragments judged`)
  t.equal(judged, cases.length, 'every rule of the selection is in the table')
  t.end()
})
