import { findRule, judgeInvoice, readUbl } from '@hanse/documents'

const NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd'

/** A document that holds nothing but `inner`; its prefixes are `cac` and `cbc`. */
export function fragment(inner: string, root: 'Invoice' | 'CreditNote' = 'Invoice'): string {
  const prefixes = `xmlns:cac="${NAMESPACE}:CommonAggregateComponents-2" xmlns:cbc="${NAMESPACE}:CommonBasicComponents-2"`
  return `<${root} xmlns="${NAMESPACE}:${root}-2" ${prefixes}>${inner}</${root}>`
}

/** `inner` in elements of the kind `cac`: `within('Delivery/DeliveryLocation', …)`. */
export function within(path: string, inner: string): string {
  const names = path.split('/')
  return (
    names.map((name) => `<cac:${name}>`).join('') +
    inner +
    names
      .toReversed()
      .map((name) => `</cac:${name}>`)
      .join('')
  )
}

/** What one rule says of a document, whatever the others do, and where. */
export function judge(rule: string, xml: string): { readonly verdict: string; readonly paths: readonly string[] } {
  const known = findRule(rule)
  const document = readUbl(xml)
  if (known === undefined || !document.ok) throw new Error(`${rule}: ${document.ok ? 'no such rule' : document.error.message}`)
  const { findings } = judgeInvoice(document.value, [known])
  return { verdict: findings[0]?.severity ?? 'success', paths: findings.map(({ path }) => path) }
}
