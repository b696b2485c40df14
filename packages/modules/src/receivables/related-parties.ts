import type { Rejection } from '@hanse/primitives'
import type { StateReader } from '@hanse/state'
import { sharedOwner } from '../organizations/api.ts'
import { refuse } from './rejections.ts'

/** A claim between firms of one owner is no trade, and one that comes back to its debtor’s or a holder’s group goes in a circle. */
export function relatedFault(state: StateReader, party: string, others: readonly string[], path: string): Rejection | undefined {
  for (const other of others) {
    const owner = sharedOwner(state, party, other)
    if (owner !== undefined) return refuse('receivables/related-parties', `${party} and ${other} are both ${owner}’s`, path)
  }
  return undefined
}
