import { unreachable } from '@hanse/primitives'
import { asView, type SignedMessage, type ValidatorIndex, type Verified, type View, viewChangeHash } from '@hanse/protocol'
import { reportForgottenCommit } from '../evidence.ts'
import { learnCertificate } from '../finality.ts'
import { isMessage, type NewViewMessage, type Received, type ViewChangeMessage, type VoteMessage, voteHeight } from '../messages.ts'
import { type Context, isInView } from '../replica-state.ts'
import { bufferEnd } from '../slots.ts'
import { helpToHead, helpToView, onStatus } from '../status.ts'
import { storeVote } from '../vote-store.ts'

/** One door for everybody's messages, the own ones too. */
export function onMessage(context: Context, signed: Verified<SignedMessage>): void {
  // The host has seen to it that those of other epochs help or fetch.
  if (signed.epoch !== context.options.epoch) return
  if (isMessage(signed, 'proposal', 'prepare', 'commit')) return onVote(context, signed)
  if (isMessage(signed, 'viewChange')) return onViewChange(context, signed)
  if (isMessage(signed, 'newView')) return onNewView(context, signed)
  if (isMessage(signed, 'status')) return onStatus(context, signed)
  return unreachable(signed as never)
}

/** Whoever speaks in a view has reached it. */
function noteView({ state }: Context, signer: ValidatorIndex, view: View): void {
  if (view > (state.spokenIn.get(signer) ?? 0)) state.spokenIn.set(signer, asView(view))
}

function onVote(context: Context, signed: Received<VoteMessage>): void {
  const { state } = context
  const { message, signer } = signed
  const height = voteHeight(message)
  noteView(context, signer, message.view)
  if (height <= state.head.height) return helpToHead(context, signer)
  if (height > bufferEnd(context)) return
  if (message.view === state.entered.view) return storeVote(context, signed)
  if (message.view < state.view) return helpToView(context, signer)
  state.future.keep(signed)
}

function onViewChange(context: Context, signed: Received<ViewChangeMessage>): void {
  const { state } = context
  const { message, signer } = signed
  noteView(context, signer, message.newView)
  if (message.head !== undefined) learnCertificate(context, message.head)
  const hash = viewChangeHash(signed)
  for (const { signed: newView, found } of state.pendingNewViews.values()) {
    if (newView.message.viewChanges.includes(hash)) found.set(hash, { signed, hash })
  }
  const known = state.viewChanges.get(signer)
  if (known === undefined || known.signed.message.newView < message.newView) {
    state.viewChanges.set(signer, { signed, hash })
    compareWithCommits(context, signed)
  }
  if (message.newView < state.view || (message.newView === state.view && isInView(state))) helpToView(context, signer)
}

function compareWithCommits(context: Context, signed: Received<ViewChangeMessage>): void {
  for (const slot of context.state.slots.values()) {
    const commit = slot.commits.voteOf(signed.signer)
    if (commit !== undefined) reportForgottenCommit(context, slot, commit, signed)
  }
}

function onNewView(context: Context, signed: Received<NewViewMessage>): void {
  const { state, options } = context
  const { message, signer } = signed
  noteView(context, signer, message.newView)
  // An own one was entered when it was made; now that it is signed it can be passed on. One from before a lost log is as good as any.
  if (signer === options.self && message.newView === state.entered.view) state.entered.newView ??= signed
  if (message.newView < state.view) return helpToView(context, signer)
  if (message.newView === state.view && isInView(state)) return
  const pending = state.pendingNewViews.get(signer)
  if (pending !== undefined && (pending.signed.message.newView > message.newView || isSame(pending.signed, signed))) return
  state.pendingNewViews.set(signer, { signed, found: new Map(), since: state.fetch.round })
}

function isSame(left: SignedMessage, right: SignedMessage): boolean {
  return left.signature === right.signature
}
