import { CBC, PREFIXES } from '../ubl/namespaces.ts'
import { pathOf, type XmlElement } from '../xml/xml-element.ts'
import type { Group, Place } from './group.ts'

/** Elements that only say which term another one is: they are read as conditions. */
const SELECTORS = new Set(['ChargeIndicator', 'DocumentTypeCode'])
export const UNREAD_MAX = 100

/**
 * The elements that hold a text and that no business term reads: UBL has some 2,000 more than EN 16931 needs, and an extension may
 * bring any. They are tolerated, count for nothing, and are listed here, the first hundred.
 */
export function unreadElements({ invoice }: { readonly invoice: Group }): readonly Place[] {
  const read = new Set<XmlElement>(invoice.elements())
  const unread: Place[] = []
  const visit = (element: XmlElement): void => {
    if (unread.length >= UNREAD_MAX) return
    if (element.text !== '' && !read.has(element) && !isSelector(element))
      unread.push({ path: pathOf(element, PREFIXES), line: element.line })
    for (const child of element.children) visit(child)
  }
  visit(invoice.element)
  return unread
}

function isSelector({ name, namespace, parent }: XmlElement): boolean {
  return namespace === CBC && (SELECTORS.has(name) || (name === 'ID' && parent?.name === 'TaxScheme'))
}
