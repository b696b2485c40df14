import type { ConsensusMessage, SignedMessage, ValidatorIndex } from '@hanse/protocol'
import { proposalDigest } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import type { Liar } from './liar.ts'
import { equivocatePreprepare } from './primary-lies.ts'

/** Of its own messages only proposals and NewViews go out, proposals in two kinds: all else it says is an answer. */
export function collude(liar: Liar, to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type === 'newView') return undefined
  return message.type === 'proposal' ? equivocatePreprepare(liar, to, signed) : []
}

/**
 * Agrees with everybody: whatever another votes for, promises or wishes, it says too, and to that one alone. With enough of its kind, two
 * honest validators that do not hear each other each find a quorum behind themselves.
 */
export function agreeWith(liar: Liar, signed: SignedMessage): readonly SimFrame[] {
  if (liar.isOwn(signed)) return []
  const agreed = agreement(signed.message)
  return agreed === undefined ? [] : [liar.instead(signed, agreed)]
}

function agreement(message: ConsensusMessage): ConsensusMessage | undefined {
  switch (message.type) {
    case 'proposal':
      return { type: 'prepare', view: message.view, height: message.body.height, digest: proposalDigest(message.body) }
    case 'prepare':
    case 'commit':
    case 'viewChange':
      return message
    case 'status':
      return message.wants > message.view ? message : undefined
    case 'newView':
      return undefined
  }
}
