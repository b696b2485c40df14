import type { Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter } from '@hanse/state'
import type { Kyc, Operator, Party, PartyTerms } from './codecs.ts'
import { isBic, isCnaps, isCountry, isGln, isLei, isUscc } from './identifiers.ts'
import { countActingRegistrar } from './registrar.ts'
import { type ORGANIZATIONS_REJECTIONS, refuse } from './rejections.ts'
import { ALL_PARTIES, operators, parties, partyIdByLei, partyIdByUscc, partyIds } from './store.ts'

type Code = keyof typeof ORGANIZATIONS_REJECTIONS

interface IdentifierRule {
  readonly name: 'lei' | 'uscc' | 'bic' | 'cnaps' | 'gln' | 'country'
  readonly holds: (text: string) => boolean
  readonly code: Code
}

const IDENTIFIER_RULES: readonly IdentifierRule[] = [
  { name: 'country', holds: isCountry, code: 'organizations/bad-country' },
  { name: 'lei', holds: isLei, code: 'organizations/bad-lei' },
  { name: 'uscc', holds: isUscc, code: 'organizations/bad-uscc' },
  { name: 'bic', holds: isBic, code: 'organizations/bad-bic' },
  { name: 'cnaps', holds: isCnaps, code: 'organizations/bad-cnaps' },
  { name: 'gln', holds: isGln, code: 'organizations/bad-gln' },
]

/** What can be said of a party's terms alone: check digits, forms, roles. */
export function termsFault(terms: PartyTerms, path: string): Rejection | undefined {
  for (const { name, holds, code } of IDENTIFIER_RULES) {
    const value = terms[name]
    if (value !== undefined && !holds(value)) return refuse(code, `${value} is not a valid ${name}`, `${path}.${name}`)
  }
  if (terms.lei === undefined && terms.uscc === undefined) {
    return refuse('organizations/no-identifier', `${terms.partyId} has neither LEI nor USCC`, `${path}.lei`)
  }
  if (terms.roles.includes('platform') && terms.roles.length > 1) {
    return refuse('organizations/platform-alone', `${terms.partyId} would be ${terms.roles.join(', ')}`, `${path}.roles`)
  }
  if (new Set(terms.roles).size !== terms.roles.length) {
    return refuse('organizations/duplicate-role', `${terms.roles.join(', ')}: a role stands twice`, `${path}.roles`)
  }
  return undefined
}

/** One legal entity is one party: id, LEI and USCC are each used once. */
export function uniquenessFault(state: StateReader, { partyId, lei, uscc }: PartyTerms, path: string): Rejection | undefined {
  if (parties.has(state, partyId)) return refuse('organizations/duplicate-party', `there is a party ${partyId}`, `${path}.partyId`)
  const leiHolder = lei === undefined ? undefined : partyIdByLei.get(state, lei)
  if (leiHolder !== undefined) return refuse('organizations/duplicate-lei', `${lei} is the LEI of ${leiHolder}`, `${path}.lei`)
  const usccHolder = uscc === undefined ? undefined : partyIdByUscc.get(state, uscc)
  if (usccHolder !== undefined) return refuse('organizations/duplicate-uscc', `${uscc} is the USCC of ${usccHolder}`, `${path}.uscc`)
  return undefined
}

/** Writes a party whose terms were checked, with its first operators. */
export function createParty(state: StateWriter, terms: PartyTerms, first: readonly Operator[], kyc: Kyc): Party {
  const party: Party = { ...terms, kyc, registeredAtMs: kyc.changedAtMs, operators: first.map(({ address }) => address) }
  parties.put(state, party.partyId, party)
  countActingRegistrar(state, undefined, party)
  if (party.lei !== undefined) partyIdByLei.put(state, party.lei, party.partyId)
  if (party.uscc !== undefined) partyIdByUscc.put(state, party.uscc, party.partyId)
  partyIds.append(state, ALL_PARTIES, party.partyId)
  for (const operator of first) operators.put(state, operator.address, operator)
  return party
}
