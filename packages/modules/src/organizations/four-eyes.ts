import type { Hash, Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import type { Operator } from './codecs.ts'
import { closeProposal } from './open-proposals.ts'
import { refuse } from './rejections.ts'
import { emit, operators, proposals } from './store.ts'

/** Two keys of one person are one pair of eyes. */
function isSamePerson(left: Operator, right: Operator): boolean {
  return left.personRef === right.personRef
}

/** One makes, the other checks, in either order. */
function isMakerAndChecker(left: Operator, right: Operator): boolean {
  const can = (operator: Operator, role: 'maker' | 'checker'): boolean => operator.roles.includes(role)
  return (can(left, 'maker') && can(right, 'checker')) || (can(right, 'maker') && can(left, 'checker'))
}

/** True when some two of these are two people, one of them a maker and the other a checker. */
export function canSatisfyFourEyes(candidates: readonly Operator[]): boolean {
  return candidates.some((left, index) =>
    candidates.slice(index + 1).some((right) => !isSamePerson(left, right) && isMakerAndChecker(left, right)),
  )
}

/** Active operators of the party among the signers, in their order. */
function signingOperators(context: TransactionContext, state: StateReader, partyId: string): readonly Operator[] {
  const found: Operator[] = []
  for (const address of context.signers) {
    const operator = operators.get(state, address)
    if (operator?.partyId === partyId && operator.status === 'active') found.push(operator)
  }
  return found
}

/** See `requireFourEyes` of the module's api. */
export function confirmFourEyes(
  context: TransactionContext,
  state: StateWriter,
  partyId: string,
  faultOf: (operator: Operator) => Rejection | undefined = () => undefined,
): Rejection | undefined {
  const signers = signingOperators(context, state, partyId)
  const [first] = signers
  if (first === undefined) return refuse('organizations/wrong-party', `no signer is an active operator of ${partyId}`)
  for (const signer of signers) {
    const fault = faultOf(signer)
    if (fault !== undefined) return fault
  }
  const { callDigest } = context
  const proposal = proposals.get(state, [partyId, callDigest])
  if (canSatisfyFourEyes(signers)) {
    // Left open, the proposal would carry the same call a second time.
    if (proposal !== undefined) closeProposal(state, partyId, callDigest)
    return undefined
  }
  if (proposal === undefined) return withoutProposal(signers, partyId, callDigest)
  if (proposal.expiresAtMs <= context.timeMs) {
    return refuse(
      'organizations/proposal-expired',
      `the proposal expired at ${proposal.expiresAtMs}, the block’s time is ${context.timeMs}`,
    )
  }
  const proposer = operators.require(state, proposal.proposer)
  if (proposer.status !== 'active') return refuse('organizations/proposer-inactive', `${proposer.address} proposed and was revoked`)
  const fault = faultOf(proposer)
  if (fault !== undefined) return fault
  const others = signers.filter((signer) => !isSamePerson(signer, proposer))
  if (others.length === 0) {
    return refuse('organizations/self-approval', `${first.address} would confirm what ${proposer.address}, the same person, proposed`)
  }
  if (!others.some((signer) => signer.roles.includes('checker'))) {
    return refuse('organizations/maker-checker', `${(others[0] as Operator).address} is no checker`)
  }
  closeProposal(state, partyId, callDigest)
  emit(state, 'proposalConfirmed', {
    callDigest,
    confirmedBy: (others[0] as Operator).address,
    partyId,
    proposer: proposer.address,
  })
  return undefined
}

/** What one operator, or two who do not make four eyes, are told. */
function withoutProposal(signers: readonly Operator[], partyId: string, callDigest: Hash): Rejection {
  const [first, second] = signers as readonly [Operator, ...Operator[]]
  if (second === undefined) {
    return refuse(
      'organizations/four-eyes-required',
      `only ${first.address} of ${partyId} signed, and no proposal of ${callDigest} is open`,
    )
  }
  const two = signers.some((left) => signers.some((right) => !isSamePerson(left, right)))
  return two
    ? refuse('organizations/maker-checker', `the signers of ${partyId} are not one maker and one checker`)
    : refuse('organizations/self-approval', `${first.address} and ${second.address} are the same person’s`)
}
