import type { PlainGroup, PlainInvoice } from '@hanse/documents'
import fc from 'fast-check'
import type { Binding, GroupBinding } from '../src/model/binding.ts'
import { SEMANTIC_MODEL } from '../src/model/semantic-model.ts'
import { NO_XML } from '../src/xml/characters.ts'

const REPEATED = new Set([
  'BT-29',
  'BT-158',
  'BG-1',
  'BG-3',
  'BG-17',
  'BG-20',
  'BG-21',
  'BG-23',
  'BG-24',
  'BG-25',
  'BG-27',
  'BG-28',
  'BG-32',
])
/** UBL has one account in each of its payment instructions. */
const ONE_AT_MOST = new Set(['BG-17'])

const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }),
    fc.constantFrom('<&>"\'', 'a\nb', 'a\rb', ']]>', '电子发票', '1.00', '-0.5'),
  )
  .filter((one) => one === one.trim() && one !== '' && !NO_XML.test(one))

/** What an attribute holds is one line. */
const attribute = fc.stringMatching(/^[a-zA-Z0-9&<"':.-]{1,12}$/).filter((one) => one.toUpperCase() !== 'SEPA')

function value(binding: Binding): fc.Arbitrary<unknown> {
  if (binding.kind === 'group') return group(binding)
  const [path] = binding.paths
  if (binding.id === 'BT-5') return fc.constantFrom('CNY', 'EUR')
  if (binding.id === 'BT-6') return fc.constantFrom('VND', 'USD')
  if (path?.attribute !== undefined) return attribute
  const attributes = fc.dictionary(fc.constantFrom('listID', 'listVersionID', 'mimeCode', 'filename'), attribute, {
    minKeys: 1,
    maxKeys: 2,
  })
  const withAttributes = fc
    .tuple(text, attributes)
    .map(([said, more]) => ({ value: said, ...Object.fromEntries(Object.entries(more).sort(([one], [other]) => (one < other ? -1 : 1))) }))
  const withScheme = fc.tuple(text, attribute).map(([said, schemeID]) => ({ value: said, schemeID }))
  const isCreditor = binding.id === 'BT-90'
  return fc.oneof({ weight: 3, arbitrary: text }, ...(isCreditor ? [] : [{ weight: 1, arbitrary: fc.oneof(withAttributes, withScheme) }]))
}

function entry(binding: Binding): fc.Arbitrary<unknown> {
  const one = value(binding)
  if (!REPEATED.has(binding.id)) return one
  return fc.array(one, { minLength: 1, maxLength: ONE_AT_MOST.has(binding.id) ? 1 : 3 })
}

/** Any of its terms and groups, in their order. */
function group({ content }: GroupBinding): fc.Arbitrary<PlainGroup> {
  const entries = Object.fromEntries(content.map((binding) => [binding.id, entry(binding)]))
  return fc.record(entries, { requiredKeys: [] }).map((plain) => ordered(plain, content))
}

function ordered(plain: Readonly<Record<string, unknown>>, content: readonly Binding[]): PlainGroup {
  const present = content.filter(({ id }) => plain[id] !== undefined && !(id === 'BG-2' && Object.keys(plain[id] as object).length === 0))
  return Object.fromEntries(present.map(({ id }) => [id, plain[id]])) as PlainGroup
}

/** What a term of one group brings with it: its elements stand in those of another. */
function withNeighbours(invoice: PlainGroup, kind: PlainInvoice['kind']): PlainGroup {
  const more: Record<string, unknown> = { ...invoice }
  if (invoice['BT-90'] !== undefined && invoice['BG-10'] === undefined) more['BG-4'] ??= {}
  if (kind === 'credit-note' && invoice['BT-9'] !== undefined) more['BG-16'] ??= {}
  if (invoice['BT-6'] === undefined) more['BT-111'] = undefined
  const lines = (invoice['BG-25'] ?? []) as readonly PlainGroup[]
  if (lines.length > 0)
    more['BG-25'] = lines.map((line) => (line['BG-30'] === undefined ? line : { ...line, 'BG-31': line['BG-31'] ?? {} }))
  return ordered(more, SEMANTIC_MODEL.content)
}

/** An invoice or a credit note by its terms, with anything in them that UBL can hold; hardly ever a valid one. */
export const plainInvoice: fc.Arbitrary<PlainInvoice> = fc
  .record({ kind: fc.constantFrom('invoice' as const, 'credit-note' as const), invoice: group(SEMANTIC_MODEL) })
  .map(({ kind, invoice }) => ({ kind, invoice: withNeighbours(invoice, kind) }))
