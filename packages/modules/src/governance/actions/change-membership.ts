import { verifyEd25519Strict } from '@hanse/crypto'
import { err, hexToBytes, ok, type Rejection, type Result, unreachable } from '@hanse/primitives'
import { candidateSignBytes, OBSERVERS_MAX, readinessSignBytes, VALIDATORS_MAX, VALIDATORS_MIN } from '@hanse/protocol'
import {
  type BlockContext,
  changeMembership,
  type MembershipChange,
  type MembershipFault,
  membershipFault,
  nextValidators,
  observerOf,
  type StateReader,
  type StateWriter,
} from '@hanse/state'
import { getParty } from '../../organizations/api.ts'
import { freshCheckpoint } from '../checkpoints.ts'
import type { Action } from '../codecs.ts'
import { partyOfMember } from '../members.ts'
import { refuse } from '../rejections.ts'
import { emit, memberParties, voteless } from '../store.ts'

type ActionOf<T extends Action['type']> = Extract<Action, { type: T }>
/** What changes who validates or observes. */
export type MembershipAction = ActionOf<'admitObserver' | 'dropObserver' | 'addValidator' | 'removeValidator' | 'replaceKey'>

function changeOf(action: MembershipAction): MembershipChange {
  switch (action.type) {
    case 'admitObserver': {
      const { record, partyId } = action
      return { type: 'admit', record, ...(partyId === undefined ? {} : { partyId }) }
    }
    case 'dropObserver':
      return { type: 'drop', organization: action.organization }
    case 'addValidator':
      return { type: 'promote', organization: action.organization }
    case 'removeValidator':
      return { type: 'remove', organization: action.organization }
    case 'replaceKey':
      return { type: 'replace', record: action.record }
    default:
      return unreachable(action)
  }
}

function refusalOf(fault: MembershipFault, action: MembershipAction): Rejection {
  const organization = 'record' in action ? action.record.organization : action.organization
  switch (fault) {
    case 'unknown': {
      const what = action.type === 'addValidator' || action.type === 'dropObserver' ? 'observer' : 'validator'
      return refuse('governance/unknown-organization', `${organization} is no ${what}`, 'action.organization')
    }
    case 'taken':
      return refuse('governance/taken', `the name, the key or the peer id of ${organization} is in use`, 'action.record')
    case 'unchanged':
      return refuse('governance/unchanged', `${organization} has this record`, 'action.record')
    case 'bad-key':
      return refuse('governance/bad-proof', 'consensus keys are Ed25519', 'action.record.consensusKey.algorithm')
    case 'too-few':
      return refuse('governance/too-few-validators', `fewer than ${VALIDATORS_MIN} would be left`)
    case 'too-many':
      return refuse('governance/too-many', `a chain has at most ${VALIDATORS_MAX} validators`)
    case 'too-many-observers':
      return refuse('governance/too-many', `a chain admits at most ${OBSERVERS_MAX} observers`)
    case 'too-large':
      return refuse('governance/too-many', 'the records of all validators would not fit one value of the state: use shorter addresses')
    case 'second-change':
      return refuse('governance/second-change', 'this block has changed a validator already')
    default:
      return unreachable(fault)
  }
}

function proofFault(context: BlockContext, action: ActionOf<'admitObserver' | 'replaceKey'>): Rejection | undefined {
  const { record, proof } = action
  const partyId = action.type === 'admitObserver' ? action.partyId : undefined
  const message = candidateSignBytes(context, { record, ...(partyId === undefined ? {} : { partyId }) })
  if (verifyEd25519Strict(hexToBytes(record.consensusKey.bytes), message, hexToBytes(proof))) return undefined
  return refuse('governance/bad-proof', 'the consensus key has not signed this record for this chain', 'action.proof')
}

/** ADR 0020, point 7: an observer is at the head when it signs for it. */
function readinessFault(
  context: BlockContext,
  state: StateReader,
  { organization, readiness }: ActionOf<'addValidator'>,
): Rejection | undefined {
  const { height, headerHash, signature } = readiness
  const observer = observerOf(state, organization)
  if (observer === undefined) return refusalOf('unknown', { type: 'addValidator', organization, readiness })
  const checkpoint = freshCheckpoint(context, state, height)
  if (checkpoint === undefined) {
    return refuse('governance/not-ready', `height ${height} is none of the chain’s latest checkpoints`, 'action.readiness.height')
  }
  if (checkpoint.headerHash !== headerHash) {
    return refuse('governance/not-ready', `block ${height} is ${checkpoint.headerHash}, not ${headerHash}`, 'action.readiness.headerHash')
  }
  const key = hexToBytes(observer.record.consensusKey.bytes)
  if (verifyEd25519Strict(key, readinessSignBytes(context, height, headerHash), hexToBytes(signature))) return undefined
  return refuse('governance/not-ready', `${organization} has not signed for block ${height}`, 'action.readiness.signature')
}

/** Who is to vote for it: its party must be there, and vote for nobody else. */
function partyFault(context: BlockContext, state: StateReader, organization: string): Rejection | undefined {
  const partyId = observerOf(state, organization)?.partyId ?? partyOfMember(state, organization)
  if (getParty(state, partyId) === undefined) {
    return refuse('governance/unknown-party', `${partyId}, which is to vote for ${organization}, is no party`, 'action.organization')
  }
  const other = nextValidators(context, state).find((record) => partyOfMember(state, record.organization) === partyId)
  if (other === undefined) return undefined
  return refuse('governance/unknown-party', `${partyId} votes for ${other.organization} already`, 'action.organization')
}

function stateFault(context: BlockContext, state: StateReader, action: MembershipAction): Rejection | undefined {
  const fault = membershipFault(context, state, changeOf(action))
  if (fault !== undefined) return refusalOf(fault, action)
  return action.type === 'addValidator' ? partyFault(context, state, action.organization) : undefined
}

/** Signatures are judged when it is proposed, and the rest again when it is decided. A change that waits for another block may be proposed. */
export function membershipActionFault(context: BlockContext, state: StateReader, action: MembershipAction): Rejection | undefined {
  const fault = stateFault(context, state, action)
  if (fault !== undefined && fault.code !== 'governance/second-change') return fault
  if (action.type === 'addValidator') return readinessFault(context, state, action)
  return action.type === 'admitObserver' || action.type === 'replaceKey' ? proofFault(context, action) : undefined
}

/** Holds from the next block on. */
export function enactMembership(context: BlockContext, state: StateWriter, action: MembershipAction): Result<undefined> {
  const fault = stateFault(context, state, action)
  if (fault !== undefined) return err(fault)
  if (action.type === 'addValidator') giveVote(state, action.organization)
  changeMembership(context, state, changeOf(action))
  tell(state, action)
  return ok(undefined)
}

/** A party that the vote itself named acts for the organization, also where it had none in genesis. */
function giveVote(state: StateWriter, organization: string): void {
  const partyId = observerOf(state, organization)?.partyId
  if (partyId === undefined) return
  if (voteless.has(state, organization)) voteless.delete(state, organization)
  if (partyId !== organization) memberParties.put(state, organization, partyId)
  else if (memberParties.has(state, organization)) memberParties.delete(state, organization)
}

function tell(state: StateWriter, action: MembershipAction): void {
  switch (action.type) {
    case 'admitObserver':
      return emit(state, 'observerAdmitted', { organization: action.record.organization, peerId: action.record.peerId })
    case 'dropObserver':
      return emit(state, 'observerDropped', { organization: action.organization })
    case 'addValidator':
      return emit(state, 'validatorAdded', { organization: action.organization })
    case 'removeValidator':
      return emit(state, 'validatorRemoved', { organization: action.organization })
    case 'replaceKey':
      return emit(state, 'keyReplaced', { organization: action.record.organization, consensusKey: action.record.consensusKey.bytes })
    default:
      return unreachable(action)
  }
}
