import { assert } from '@hanse/primitives'
import type { PreparedCertificate } from '@hanse/protocol'
import { logBody } from './prepare.ts'
import type { Context, Slot } from './replica-state.ts'
import { boundDigest, windowSlots } from './slots.ts'
import { mayVote } from './voting-rights.ts'

/** consensus.md, "Normal case" 4. */
export function commitWhatIsExecuted(context: Context): void {
  for (const slot of windowSlots(context)) {
    if (!isParentFinal(context, slot)) return
    noteOtherHeader(context, slot)
    maybeCommit(context, slot)
  }
}

/**
 * A damaged node learns from a certificate that it is one, and stops. When the quorum needs its vote there is none: the chain stands, and
 * only this says why. Once a height, whatever views come.
 */
function noteOtherHeader({ state, sizes, emit }: Context, { height, commits }: Slot): void {
  const executed = state.executed.get(height)
  if (executed === undefined || state.otherHeaderAt === height) return
  for (const key of commits.keys) {
    const vote = commits.countOf(key) < sizes.oneHonest ? undefined : commits.votesFor(key)[0]?.message
    if (vote?.type !== 'commit' || vote.digest !== executed.digest || vote.headerHash === executed.headerHash) continue
    state.otherHeaderAt = height
    return emit({ type: 'note', note: { type: 'other-header', height, own: executed.headerHash, others: vote.headerHash } })
  }
}

/** Final here, so in the log with its certificate, and what the height was executed on (traces 1 and 4). */
function isParentFinal({ state }: Context, slot: Slot): boolean {
  return slot.height === state.head.height + 1 && state.executed.get(slot.height)?.parentHash === state.head.hash
}

function maybeCommit(context: Context, slot: Slot): void {
  const { state, options } = context
  const { height } = slot
  const digest = boundDigest(slot)
  const executed = state.executed.get(height)
  if (digest === undefined || executed === undefined || executed.digest !== digest || !mayVote(context, height)) return
  // Once a (view, height), ever: also when the header has changed since (trace 3).
  if (state.ownVotes.commitAt(state.view, height) !== undefined) return
  const prepared = state.prepared.get(height)
  assert(prepared !== undefined && prepared.view === state.view && prepared.digest === digest, 'what is prepared has its certificate')
  const vote = { view: state.view, height, digest, headerHash: executed.headerHash }
  logBody(context, digest)
  logPrepared(context, prepared)
  context.emit({ type: 'persist', record: { type: 'commit', epoch: options.epoch, ...vote } })
  state.ownVotes.add('commit', vote)
  context.emit({ type: 'broadcast', message: { type: 'commit', ...vote } })
}

/** Before a Commit or a ViewChange that rests on it. */
export function logPrepared({ state, emit }: Context, certificate: PreparedCertificate): void {
  if (state.preparedLogged.get(certificate.height) === certificate.view) return
  state.preparedLogged.set(certificate.height, certificate.view)
  emit({ type: 'persist', record: { type: 'prepared', ...certificate } })
}
