import type { Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import type { DocumentUse, Root, Taken, TradeDocument } from './codecs.ts'
import { isSamePrice, millionthsOf } from './quantities.ts'
import { refuse } from './rejections.ts'
import { documentUses } from './store.ts'

/** A document is one of a debtor and a creditor: two suppliers may use the same number. */
type Traders = Pick<Root, 'issuer' | 'payee'>

function keyOf({ issuer, payee }: Traders, type: TradeDocument['type'], reference: string): readonly string[] {
  return [type, issuer, payee, reference]
}

function firstUse({ hash, amount, goods }: TradeDocument): DocumentUse {
  const lines = (goods?.lines ?? []).map(({ lineId, unitCode, quantity, unitPrice }) => {
    const line = { lineId, unitCode, quantity: millionthsOf(quantity), used: 0n }
    return unitPrice === undefined ? line : { ...line, unitPrice }
  })
  return { hash, ...(amount === undefined ? {} : { amount }), used: 0n, lines }
}

function isSameLine(one: DocumentUse['lines'][number], other: DocumentUse['lines'][number] | undefined): boolean {
  if (other === undefined || one.lineId !== other.lineId || one.unitCode !== other.unitCode || one.quantity !== other.quantity) return false
  if (one.unitPrice === undefined || other.unitPrice === undefined) return one.unitPrice === other.unitPrice
  return isSamePrice(one.unitPrice, other.unitPrice)
}

function isSameDocument(one: DocumentUse, other: DocumentUse): boolean {
  const same = one.hash === other.hash && one.amount === other.amount && one.lines.length === other.lines.length
  return same && one.lines.every((line, index) => isSameLine(line, other.lines[index]))
}

/** What is known of a document: what was said of it before must be what is said now. */
export function documentUse(state: StateReader, traders: Traders, document: TradeDocument, path: string): DocumentUse | Rejection {
  const { type, reference } = document
  const stated = firstUse(document)
  const known = documentUses.get(state, keyOf(traders, type, reference))
  if (known === undefined) return stated
  if (isSameDocument(known, stated)) return known
  return refuse('receivables/document-mismatch', `${type} ${reference} was another one, or had other figures, in an earlier issue`, path)
}

/** Adds to what is used of a document, or takes from it. */
function move(use: DocumentUse, taken: Taken, sign: 1n | -1n): DocumentUse {
  const lines = use.lines.map((line) => {
    const part = taken.lines.find(({ lineId }) => lineId === line.lineId)
    return part === undefined ? line : { ...line, used: line.used + sign * part.quantity }
  })
  return { ...use, used: use.used + sign * taken.amount, lines }
}

/** The issue stands: what it takes of a document is gone for others. */
export function takeOf(state: StateWriter, traders: Traders, use: DocumentUse, taken: Taken): void {
  documentUses.put(state, keyOf(traders, taken.type, taken.reference), move(use, taken, 1n))
}

/** The issue never lived: what it took can be used again. */
export function giveDocumentsBack(state: StateWriter, root: Root): void {
  for (const taken of root.taken) {
    const key = keyOf(root, taken.type, taken.reference)
    documentUses.put(state, key, move(documentUses.require(state, key), taken, -1n))
  }
}
