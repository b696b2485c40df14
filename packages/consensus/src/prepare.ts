import type { Hash } from '@hanse/primitives'
import { type LogRecord, type ProposalBody, primaryOf, type ValidatorIndex } from '@hanse/protocol'
import { type Context, isInView, type Slot } from './replica-state.ts'
import { boundDigest, countInFlight, isFixed, isHeldElsewhere, targetDigest, windowSlots } from './slots.ts'
import { mayVote } from './voting-rights.ts'

/** consensus.md, "Normal case" 2: asks the host for checks, and prepares what passed. */
export function prepareWhatPassed(context: Context): void {
  for (const slot of windowSlots(context)) {
    countInFlight(context.state, slot)
    requestCheck(context, slot)
    maybePrepare(context, slot)
  }
}

function requestCheck(context: Context, slot: Slot): void {
  const { state } = context
  const digest = targetDigest(state, slot)
  const body = digest === undefined ? undefined : state.bodies.get(digest)?.body
  if (digest === undefined || body === undefined) return
  // What is fixed, bound or certified needs the bytes only: an id of a fixed height may be final by another block (trace 6).
  const fresh = !isFixed(state, slot.height) && boundDigest(slot) !== digest && state.certificates.get(slot.height)?.digest !== digest
  const { check } = slot
  // A check that still runs when q have prepared lacks bytes, and did not know yet that all of them have these.
  if (check?.digest === digest && (check.state === 'ok' || check.fresh === fresh)) return
  if (fresh && !isAcceptable(context, slot, body)) return
  slot.check = { digest, fresh, state: 'running' }
  context.emit({ type: 'check-batch', view: state.entered.view, body, digest, fresh, holders: holdersOf(context, slot, digest) })
}

/** The part of a fresh batch's check that the engine knows. Below the base the ids that are final are not all known. */
function isAcceptable(context: Context, slot: Slot, body: ProposalBody): boolean {
  const { state, options, sizes } = context
  if (!isInView(state) || state.head.height < state.entered.base) return false
  return body.epoch === options.epoch && body.proposer === primaryOf(state.view, sizes.validators) && !isHeldElsewhere(state, slot, body)
}

/** Who must have body and bytes: whoever prepared it here, or is named by what certified or fixed it. */
export function holdersOf({ state, options }: Context, slot: Slot, digest: Hash): readonly ValidatorIndex[] {
  const holders = new Set(slot.prepares.votersFor(digest))
  const certificates = [state.certificates.get(slot.height), ...state.entered.viewChanges.map(({ signed }) => signed.message.prepared)]
  for (const certificate of certificates) {
    if (certificate?.digest === digest) for (const { signer } of certificate.signatures) holders.add(signer)
  }
  if (options.self !== undefined) holders.delete(options.self)
  return [...holders]
}

function maybePrepare(context: Context, slot: Slot): void {
  const { state } = context
  const { height, proposed, check } = slot
  if (proposed === undefined || check?.digest !== proposed || check.state !== 'ok') return
  if (!check.fresh && !isFixed(state, height)) return
  if (!mayVote(context, height) || state.ownVotes.prepareAt(state.view, height) !== undefined) return
  signPrepare(context, slot, proposed)
  context.emit({ type: 'broadcast', message: { type: 'prepare', view: state.view, height, digest: proposed } })
}

/** Body, bytes and the own vote are in the log before the vote leaves (trace 5). */
export function signPrepare(context: Context, slot: Slot, digest: Hash): void {
  const { state, options } = context
  const vote = { view: state.view, height: slot.height, digest }
  logBody(context, digest)
  context.emit({ type: 'persist', record: { type: 'prepare', epoch: options.epoch, ...vote } })
  state.ownVotes.add('prepare', vote)
}

/** Once a body. */
export function logBody({ state, emit }: Context, digest: Hash): void {
  const known = state.bodies.get(digest)
  if (known === undefined || known.logged) return
  known.logged = true
  const record: LogRecord = { type: 'proposal', body: known.body, transactions: [] }
  emit({ type: 'persist', record })
}
