import type { Rejection } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import { refuse } from './rejections.ts'
import { ALL, accounts, totals } from './store.ts'

/** Points that one account may hold. */
export const POINTS_MAX = 1_000_000

/** Adds points to an account, or says why not. */
export function addPoints(state: StateWriter, partyId: string, points: number): Rejection | undefined {
  if (points === 0) return refuse('loyalty/no-points', `${partyId} would get no points`, 'points')
  const before = accounts.get(state, partyId)?.points ?? 0
  if (before + points > POINTS_MAX)
    return refuse('loyalty/too-many', `${partyId} has ${before}, at most ${POINTS_MAX} are allowed`, 'points')
  accounts.put(state, partyId, { points: before + points })
  totals.put(state, ALL, { granted: (totals.get(state, ALL)?.granted ?? 0) + points })
  return undefined
}
