import { err, ok, type Rejection, type Result } from '@hanse/primitives'
import type { Group } from '../model/group.ts'
import { refuse } from '../rejections.ts'
import { describeJson, isRecord } from './json.ts'

/** Registered parties by the identifiers that documents know them under. Made by `loadPartyMap`. */
export interface PartyMap {
  /** Party ids by scheme and normalised value. */
  readonly entries: ReadonlyMap<string, string>
}

/** Entries of a map. */
export const PARTY_MAP_ENTRIES_MAX = 10_000
const VALUE_LENGTH_MAX = 256
const PARTY_ID = /^[a-z0-9][a-z0-9-]{0,63}$/

/** A four-digit code is an ISO 6523 scheme (ICD) or one of the list of electronic addresses: `0088` GLN, `0199` LEI. */
const ICD = /^[0-9]{4}$/
const NAMED_SCHEMES = ['legal', 'vat', 'taxRegistration', 'bic', 'name'] as const
type NamedScheme = (typeof NAMED_SCHEMES)[number]

/** Which business terms hold a party's identifiers, for seller and buyer. */
const TERMS = {
  seller: {
    legal: 'BT-30',
    vat: 'BT-31',
    taxRegistration: 'BT-32',
    bic: undefined,
    name: 'BT-27',
    withScheme: ['BT-30', 'BT-29', 'BT-34'],
  },
  buyer: {
    legal: 'BT-47',
    vat: 'BT-48',
    taxRegistration: undefined,
    bic: undefined,
    name: 'BT-44',
    withScheme: ['BT-47', 'BT-46', 'BT-49'],
  },
} as const

interface Identifier {
  readonly scheme: string
  readonly value: string
}

/**
 * Reads `{"parties": [{"match": {"scheme": "vat", "value": "CN914…"}, "partyId": "nanhai-precision"}]}`. Schemes: `legal` (BT-30, BT-47),
 * `vat` (BT-31, BT-48), `taxRegistration` (BT-32), `bic` (of a bank in a payment), `name` (BT-27, BT-44), or a four-digit scheme of an identifier (BT-29, BT-30,
 * BT-34, BT-46, BT-47, BT-49). Several entries may name one party. Code: `documents/bad-party-map`, with the path in the JSON.
 */
export function loadPartyMap(json: unknown): Result<PartyMap> {
  if (!isRecord(json) || !Array.isArray(json.parties)) return err(badMap('parties', 'expected an object with a list “parties”'))
  const unknown = Object.keys(json).find((name) => name !== 'parties')
  if (unknown !== undefined) return err(badMap(unknown, 'unknown member'))
  const parties: readonly unknown[] = json.parties
  if (parties.length > PARTY_MAP_ENTRIES_MAX) return err(badMap('parties', `more than ${PARTY_MAP_ENTRIES_MAX} entries`))
  const entries = new Map<string, string>()
  for (const [index, entry] of parties.entries()) {
    const read = readEntry(entry, `parties.${index}`)
    if (!read.ok) return read
    const { key, partyId } = read.value
    const earlier = entries.get(key)
    if (earlier !== undefined && earlier !== partyId) return err(badMap(`parties.${index}.match`, `leads to ${earlier} already`))
    entries.set(key, partyId)
  }
  return ok({ entries })
}

function badMap(path: string, message: string): Rejection {
  return refuse('documents/bad-party-map', `${path}: ${message}`, { path })
}

function readEntry(entry: unknown, path: string): Result<{ readonly key: string; readonly partyId: string }> {
  if (!isRecord(entry)) return err(badMap(path, `expected an object, got ${describeJson(entry)}`))
  const { match, partyId } = entry
  if (!isRecord(match)) return err(badMap(`${path}.match`, `expected an object with scheme and value, got ${describeJson(match)}`))
  const { scheme, value } = match
  if (typeof scheme !== 'string' || !isScheme(scheme)) {
    return err(badMap(`${path}.match.scheme`, `expected ${NAMED_SCHEMES.join(', ')} or four digits, got ${describeJson(scheme)}`))
  }
  if (typeof value !== 'string' || value.length > VALUE_LENGTH_MAX || normalizeValue(value) === '') {
    return err(badMap(`${path}.match.value`, `expected a text of 1 to ${VALUE_LENGTH_MAX} characters, got ${describeJson(value)}`))
  }
  if (typeof partyId !== 'string' || !PARTY_ID.test(partyId)) {
    return err(badMap(`${path}.partyId`, `expected the id of a registered party, got ${describeJson(partyId)}`))
  }
  return ok({ key: keyOf({ scheme, value }), partyId })
}

function isScheme(text: string): boolean {
  return ICD.test(text) || NAMED_SCHEMES.includes(text as NamedScheme)
}

/** Letter case, width and spaces make no other identifier. */
function normalizeValue(value: string): string {
  return value.normalize('NFKC').toUpperCase().replace(/\s+/g, '')
}

/** A BIC of eight characters names the head office, as with XXX. */
function keyOf({ scheme, value }: Identifier): string {
  const normalized = normalizeValue(value)
  return `${scheme} ${normalized}${scheme === 'bic' && normalized.length === 8 ? 'XXX' : ''}`
}

/** The party that the map knows under the first of these identifiers that it knows. */
export function partyUnder({ entries }: PartyMap, identifiers: readonly Identifier[]): string | undefined {
  return identifiers.map((identifier) => entries.get(keyOf(identifier))).find((partyId) => partyId !== undefined)
}

/**
 * The registered party that the map names for the seller or the buyer of a document. All identifiers that the map knows must lead to
 * the same party; a name counts only when no identifier is known. Codes: `documents/unmapped-party`, `documents/ambiguous-party`.
 */
export function findParty(invoice: Group, side: keyof typeof TERMS, { entries }: PartyMap): Result<string> {
  const identifiers = identifiersOf(invoice, side)
  const known = identifiers.filter((identifier) => entries.has(keyOf(identifier)))
  const strong = known.filter(({ scheme }) => scheme !== 'name')
  const partyIds = new Set((strong.length > 0 ? strong : known).map((identifier) => entries.get(keyOf(identifier)) as string))
  const [partyId] = partyIds
  if (partyId !== undefined && partyIds.size === 1) return ok(partyId)
  const { path, line } = invoice.placeOf(side === 'seller' ? 'BG-4' : 'BG-7')
  if (partyIds.size > 1) {
    const message = `line ${line}: the ${side}’s identifiers lead to ${[...partyIds].join(' and ')}`
    return err(refuse('documents/ambiguous-party', message, { path }))
  }
  return err(unmapped(side, path, line, identifiers))
}

function unmapped(side: string, path: string, line: number, identifiers: readonly Identifier[]): Rejection {
  const [first] = identifiers
  if (first === undefined) return refuse('documents/unmapped-party', `line ${line}: the ${side} has no identifier and no name`, { path })
  const seen = identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join(', ')
  const entry = JSON.stringify({ match: first, partyId: '…' })
  return refuse('documents/unmapped-party', `line ${line}: the map knows none of the ${side}’s identifiers: ${seen}`, {
    path,
    hint: `Add ${entry} to the map.`,
  })
}

function identifiersOf(invoice: Group, side: keyof typeof TERMS): readonly Identifier[] {
  const { withScheme, ...named } = TERMS[side]
  const schemed = withScheme.flatMap((id) =>
    invoice.terms(id).map(({ text, element }) => ({ scheme: element.attributes.get('schemeID') ?? '', value: text })),
  )
  const plain = NAMED_SCHEMES.flatMap((scheme) => {
    const id = named[scheme]
    return id === undefined ? [] : invoice.terms(id).map(({ text }) => ({ scheme, value: text }))
  })
  const all = [...schemed.filter(({ scheme }) => ICD.test(scheme)), ...plain]
  return all.filter((one, index) => all.findIndex((other) => keyOf(other) === keyOf(one)) === index)
}
