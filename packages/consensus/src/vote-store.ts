import type { Hash } from '@hanse/primitives'
import { primaryOf, proposalDigest } from '@hanse/protocol'
import { commitCertificate, commitKey, preparedCertificate } from './certificate.ts'
import { reportConflict, reportForgottenCommit } from './evidence.ts'
import { learnCertificate } from './finality.ts'
import { type Received, type VoteMessage, voteHeight } from './messages.ts'
import type { Context, Slot } from './replica-state.ts'
import { countInFlight, slotAt } from './slots.ts'

/** Takes in a vote of the entered view for a height above head. */
export function storeVote(context: Context, signed: Received<VoteMessage>): void {
  const { state } = context
  const { message } = signed
  const height = voteHeight(message)
  if (height <= state.head.height || height <= state.entered.base) return
  const slot = slotAt(context, height)
  if (message.type === 'commit') return storeCommit(context, slot, signed, commitKey(message.digest, message.headerHash))
  storePrepare(context, slot, signed, message.type === 'proposal' ? proposalDigest(message.body) : message.digest)
}

function storePrepare(context: Context, slot: Slot, signed: Received<VoteMessage>, digest: Hash): void {
  const { state, sizes } = context
  const outcome = slot.prepares.add(digest, signed)
  if (outcome.type === 'conflict') reportConflict(context, 'conflicting-prepare', outcome.first, signed)
  // The first word of the primary is what it proposes.
  if (slot.proposed === undefined && signed.signer === primaryOf(state.entered.view, sizes.validators)) {
    slot.proposed = digest
    context.emit({ type: 'note', note: { type: 'phase', phase: 'proposed', height: slot.height } })
  }
  const { message } = signed
  if (message.type === 'proposal' && slot.proposed === digest && !state.bodies.has(digest))
    state.bodies.set(digest, { body: message.body, logged: false })
  countInFlight(state, slot)
  if (outcome.type !== 'known') notePrepared(context, slot)
}

function notePrepared({ state, options, emit }: Context, slot: Slot): void {
  if (state.prepared.get(slot.height)?.view === state.entered.view) return
  const certificate = preparedCertificate(options.epoch, state.entered.view, slot.height, slot.prepares)
  if (certificate === undefined) return
  state.prepared.set(slot.height, certificate)
  emit({ type: 'note', note: { type: 'phase', phase: 'prepared', height: slot.height } })
}

function storeCommit(context: Context, slot: Slot, signed: Received<VoteMessage>, key: string): void {
  const { state, options } = context
  const outcome = slot.commits.add(key, signed)
  if (outcome.type === 'known') return
  if (outcome.type === 'conflict') reportConflict(context, 'conflicting-commit', outcome.first, signed)
  reportForgottenCommit(context, slot, signed, state.viewChanges.get(signed.signer)?.signed)
  if (state.certificates.has(slot.height)) return
  const certificate = commitCertificate(options.epoch, state.entered.view, slot.height, slot.commits)
  if (certificate !== undefined) learnCertificate(context, certificate)
}
