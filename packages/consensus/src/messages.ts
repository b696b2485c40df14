import type { ConsensusMessage, Height, SignedMessage, Verified } from '@hanse/protocol'

type MessageOf<T extends ConsensusMessage['type']> = Extract<ConsensusMessage, { readonly type: T }>

/** A Proposal is its primary's Prepare, with the body. */
export type VoteMessage = MessageOf<'proposal' | 'prepare' | 'commit'>
export type ViewChangeMessage = MessageOf<'viewChange'>
export type NewViewMessage = MessageOf<'newView'>
export type StatusMessage = MessageOf<'status'>

export type Received<M extends ConsensusMessage> = Verified<SignedMessage<M>>

export function isMessage<T extends ConsensusMessage['type']>(
  signed: Verified<SignedMessage>,
  ...types: readonly T[]
): signed is Received<MessageOf<T>> {
  return (types as readonly string[]).includes(signed.message.type)
}

export function voteHeight(vote: VoteMessage): Height {
  return vote.type === 'proposal' ? vote.body.height : vote.height
}
