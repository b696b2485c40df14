import type { Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import { requireFourEyes } from '../organizations/api.ts'
import { refuse } from './rejections.ts'
import { memberParties } from './store.ts'

/** The party whose operators act for an organization: of the same name, unless genesis says otherwise. */
export function partyOfMember(state: StateReader, organization: string): string {
  return memberParties.get(state, organization) ?? organization
}

/**
 * Two people of the member stand behind the call. A member is a validator's organization: it has its vote because it validates, so that
 * nobody's judgement of its KYC takes the vote from it.
 */
export function requireMember(context: TransactionContext, state: StateWriter, organization: string): Rejection | undefined {
  if (!context.validators.includes(organization)) {
    return refuse('governance/not-a-member', `${organization} is no validator: ${context.validators.join(', ')}`, 'member')
  }
  return requireFourEyes(context, state, partyOfMember(state, organization))
}
