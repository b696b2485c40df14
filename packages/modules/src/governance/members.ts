import type { Rejection } from '@hanse/primitives'
import type { BlockContext, StateReader, StateWriter, TransactionContext } from '@hanse/state'
import { type Operator, requireFourEyes } from '../organizations/api.ts'
import { KEY_AGE_MS_MIN } from './limits.ts'
import { refuse } from './rejections.ts'
import { memberParties, voteless } from './store.ts'

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
  if (voteless.has(state, organization)) {
    return refuse('governance/no-party', `${organization} had no party in genesis, and none that came later votes for it`, 'member')
  }
  return requireFourEyes(context, state, partyOfMember(state, organization), (operator) => keyFault(context, operator))
}

/** A key of genesis votes at once, any other when it has been there for `KEY_AGE_MS_MIN`. */
function keyFault({ timeMs, genesisTimeMs }: BlockContext, { address, addedAtMs }: Operator): Rejection | undefined {
  const votesFromMs = addedAtMs + KEY_AGE_MS_MIN
  if (addedAtMs <= genesisTimeMs || timeMs >= votesFromMs) return undefined
  return refuse('governance/key-too-new', `${address} was added at ${addedAtMs} and votes from ${votesFromMs} on`)
}
