import type { StateReader } from '@hanse/state'
import type { Currency } from '../currencies.ts'
import { getParty } from '../organizations/api.ts'
import { COVERS, type Predicate, type RuleVersion } from './codecs.ts'

export type Covers = (typeof COVERS)[number]

/** What a rule judges of a transaction, whichever module it is of. */
export interface Subject {
  readonly currency: Currency
  /** Minor units. */
  readonly amount: bigint
  /** ISO 3166-1 alpha-2, of everybody between whom it is. */
  readonly countries: readonly string[]
  /** Days from issue to due date, of a claim. */
  readonly tenorDays?: number
}

type Judge<P> = (params: P, subject: Subject) => boolean
type PredicateName = Predicate['type']
type ParamsOf<N extends PredicateName> = Extract<Predicate, { readonly type: N }>

interface PredicateRow<N extends PredicateName> {
  readonly covers: readonly Covers[]
  readonly holds: Judge<ParamsOf<N>>
}

/** The closed set: a new one is a new version of the module, because all nodes must judge alike. */
const PREDICATES: { readonly [N in PredicateName]: PredicateRow<N> } = {
  amountAbove: {
    covers: COVERS,
    holds: ({ currency, amount }, subject) => subject.currency === currency && subject.amount > amount,
  },
  tenorAbove: {
    covers: ['claim'],
    holds: ({ days }, { tenorDays = 0 }) => tenorDays > days,
  },
  countryListed: {
    covers: COVERS,
    holds: ({ countries }, subject) => subject.countries.some((country) => countries.includes(country)),
  },
}

export function canCover({ predicate, covers }: Pick<RuleVersion, 'predicate' | 'covers'>): boolean {
  return PREDICATES[predicate.type].covers.includes(covers)
}

export function holds(predicate: Predicate, subject: Subject): boolean {
  switch (predicate.type) {
    case 'amountAbove':
      return PREDICATES.amountAbove.holds(predicate, subject)
    case 'tenorAbove':
      return PREDICATES.tenorAbove.holds(predicate, subject)
    case 'countryListed':
      return PREDICATES.countryListed.holds(predicate, subject)
  }
}

/** Of the parties that are registered, each country once. */
export function countriesOf(state: StateReader, partyIds: readonly string[]): readonly string[] {
  const countries = partyIds.map((partyId) => getParty(state, partyId)?.country)
  return [...new Set(countries.filter((country) => country !== undefined))]
}
