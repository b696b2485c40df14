import { currencyExponent, formatMinorUnits, type Invoice, invoiceCodec } from '@hanse/modules'
import { assert, type Result } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import type { Binding, GroupBinding } from '../model/binding.ts'
import { type PlainInvoice, parsePlainInvoice } from '../model/plain.ts'
import { SEMANTIC_MODEL } from '../model/semantic-model.ts'
import { ISSUE_SHAPE, type Members } from './issue-shape.ts'
import { isRecord } from './json.ts'

/** BT-24, which the chain does not keep: whatever it issues is of the core of EN 16931. */
const SPECIFICATION = 'urn:cen.eu:en16931:2017'

type Tree = { [id: string]: unknown }

/** What the chain keeps of an invoice, by its business terms; what it does not keep is not there. Code: `documents/not-writable`. */
export function plainOfInvoice(invoice: Invoice): Result<PlainInvoice> {
  const tree: Tree = {}
  place(tree, SEMANTIC_MODEL, 'BT-24', SPECIFICATION)
  fill(tree, SEMANTIC_MODEL, ISSUE_SHAPE, { json: invoiceCodec.toJson(invoice), exponent: currencyExponent(invoice.currency) })
  return parsePlainInvoice({ kind: 'invoice', invoice: tree })
}

/** The way from the params of `invoices.issue` back to the terms. */
function fill(
  tree: Tree,
  group: GroupBinding,
  members: Members,
  { json, exponent }: { readonly json: Json; readonly exponent: number },
): void {
  assert(isRecord(json), 'what has members is an object')
  for (const [name, shape] of Object.entries(members)) {
    const value = json[name] as Json | undefined
    if (value === undefined || shape.kind === 'party') continue
    if (shape.kind === 'record') fill(tree, group, shape.members, { json: value, exponent })
    else if (shape.kind === 'list') placeList(tree, group, shape, { items: value as readonly Json[], exponent })
    else place(tree, group, shape.term, shape.kind === 'amount' ? formatMinorUnits(BigInt(value as string), exponent) : value)
  }
}

function placeList(
  tree: Tree,
  group: GroupBinding,
  { group: id, members }: { readonly group: string; readonly members: Members },
  { items, exponent }: { readonly items: readonly Json[]; readonly exponent: number },
): void {
  const binding = wayTo(group, id).at(-1)
  assert(binding?.kind === 'group', `${id} is a group`)
  const list = items.map((json) => {
    const item: Tree = {}
    fill(item, binding, members, { json, exponent })
    return item
  })
  if (list.length > 0) place(tree, group, id, list)
}

/** Puts a value where its term stands, in groups that are there once. */
function place(tree: Tree, group: GroupBinding, id: string, value: unknown): void {
  let at = tree
  for (const outer of wayTo(group, id).slice(0, -1)) {
    at[outer.id] ??= {}
    at = at[outer.id] as Tree
  }
  at[id] = value
}

function wayTo({ ways, id: from }: GroupBinding, id: string): readonly Binding[] {
  const way = ways.get(id)
  assert(way !== undefined, `${id} is not in the model below ${from}`)
  return way
}
