import { err, ok, type Result } from '@hanse/primitives'
import { Group } from '../model/group.ts'
import { SEMANTIC_MODEL } from '../model/semantic-model.ts'
import { refuse } from '../rejections.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { pathOf, type XmlElement } from '../xml/xml-element.ts'
import type { UblKind } from './kinds.ts'
import { CREDIT_NOTE, INVOICE, PREFIXES } from './namespaces.ts'

/** A UBL 2.1 document seen through the semantic model of EN 16931-1. Well-formed; whether it is valid is for `judgeInvoice`. */
export interface UblDocument {
  readonly kind: UblKind
  /** BG-0: everything is asked for below it, by number: `document.invoice.text('BT-1')`. */
  readonly invoice: Group
}

/** Codes: those of `parseXml`, and `documents/unsupported-document` for another root, which the path names. */
export function readUbl(source: string | Uint8Array): Result<UblDocument> {
  const root = parseXml(source)
  return root.ok ? ublOf(root.value) : root
}

/** The document of a parsed element. */
export function ublOf(root: XmlElement): Result<UblDocument> {
  const kind = kindOf(root)
  if (kind !== undefined) return ok({ kind, invoice: new Group(SEMANTIC_MODEL, root, root) })
  const namespace = root.namespace === '' ? 'no namespace' : `namespace ${root.namespace.slice(0, 120)}`
  const message = `line ${root.line}: the root element is ${root.name.slice(0, 60)} in ${namespace}`
  return err(refuse('documents/unsupported-document', message, { path: pathOf(root, PREFIXES) }))
}

function kindOf({ name, namespace }: XmlElement): UblKind | undefined {
  if (name === 'Invoice' && namespace === INVOICE) return 'invoice'
  return name === 'CreditNote' && namespace === CREDIT_NOTE ? 'credit-note' : undefined
}
