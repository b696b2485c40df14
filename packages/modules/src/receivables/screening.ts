import type { Hash, Rejection } from '@hanse/primitives'
import type { StateReader } from '@hanse/state'
import type { Party } from '../organizations/api.ts'
import { screeningHolds, subjectKeys } from '../supervision/api.ts'
import { refuse } from './rejections.ts'
import { paramsOf, screenings } from './store.ts'

/** Every key under which a list would have the party, as the registrar registered it. */
export function subjectsOf({ lei, name, country }: Party): readonly Hash[] {
  return subjectKeys({ name, country, ...(lei === undefined ? {} : { lei }) })
}

/** Where the chain demands it: the party is proven to be on none of the lists as they are now, not too long ago. */
export function screeningFault(
  { timeMs }: { readonly timeMs: number },
  state: StateReader,
  partyId: string,
  path?: string,
): Rejection | undefined {
  const demanded = paramsOf(state).screening
  if (demanded === undefined) return undefined
  const screening = screenings.get(state, partyId)
  if (screening !== undefined && screeningHolds(state, screening, demanded.validMs, timeMs)) return undefined
  const why = screening === undefined ? 'has not been screened' : 'was screened too long ago, or against an older list'
  return refuse('receivables/not-screened', `${partyId} ${why}`, path)
}
