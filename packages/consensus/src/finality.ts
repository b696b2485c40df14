import { assert } from '@hanse/primitives'
import { asHeight, type CommitCertificate } from '@hanse/protocol'
import type { Head } from './engine.ts'
import { type Context, isInView, type ReplicaState } from './replica-state.ts'
import { bufferEnd, dropSlot, openKnownHeights, reconsiderRefusals, slotAt } from './slots.ts'
import { restartHeartbeat, restartViewTimer } from './timers.ts'

/** Keeps a certificate above head, near enough or our own log's. It proves its block and all ancestors; what lies between is fetched. */
export function learnCertificate(context: Context, certificate: CommitCertificate): void {
  const { state, options } = context
  const { height } = certificate
  if (certificate.epoch !== options.epoch || height <= state.head.height) return
  if (state.highestCertificate === undefined || height > state.highestCertificate.height) state.highestCertificate = certificate
  if (height > bufferEnd(context) || state.certificates.has(height)) return
  state.certificates.set(height, certificate)
  slotAt(context, height)
}

/** consensus.md, "Normal case" 5: final = certificate held, parent final. */
export function finalize(context: Context): void {
  const { state } = context
  for (;;) {
    const height = asHeight(state.head.height + 1)
    const certificate = state.certificates.get(height)
    const executed = state.executed.get(height)
    if (certificate === undefined || executed === undefined) return
    if (executed.digest !== certificate.digest || executed.parentHash !== state.head.hash) return
    assert(
      executed.headerHash === certificate.headerHash,
      `height ${height}: this node computes header ${executed.headerHash}, a quorum has certified ${certificate.headerHash} for the same batch on the same parent`,
    )
    const body = state.bodies.get(certificate.digest)?.body
    assert(body !== undefined, 'what is executed has its body')
    state.rate.ordered += executed.included
    state.ended = executed.endsEpoch
    raiseHead(context, { height, hash: certificate.headerHash, certificate }, executed.included, () => {
      context.emit({ type: 'commit', body, certificate })
      context.emit({ type: 'note', note: { type: 'phase', phase: 'committed', height } })
    })
    if (state.ended) return
  }
}

/**
 * `included` transactions were executed up to here. `makeFinal` comes after the certificate's record: no Commit of the height above leaves
 * without it (trace 4).
 */
export function raiseHead(
  context: Context,
  head: Head & { readonly certificate: CommitCertificate },
  included: number,
  makeFinal?: () => void,
): void {
  const { state, options } = context
  assert(head.height > state.head.height, 'head only rises')
  if (options.self !== undefined && head.height > (state.loggedHead?.height ?? 0)) {
    context.emit({ type: 'persist', record: { type: 'committed', ...head.certificate } })
    state.loggedHead = head.certificate
  }
  makeFinal?.()
  state.head = head
  forgetFinal(context)
  openKnownHeights(context)
  reconsiderRefusals(state)
  if (options.self !== undefined) context.emit({ type: 'release-log', belowHeight: head.height })
  if (state.ended) return
  state.batch.dry = false
  if (isProgress(state, included)) noteProgress(context)
  restartHeartbeat(context)
}

/**
 * No transactions, no blocks: one without any, while some wait, is not what anybody waits for. It gives the view no new time: else a
 * primary could keep transactions waiting for ever behind empty blocks. What is in flight waits too: a proposal is only the primary's word.
 */
function isProgress({ demand }: ReplicaState, included: number): boolean {
  return included > 0 || demand.waiting === 0
}

function noteProgress(context: Context): void {
  const { state } = context
  state.failedViews = 0
  // What was asked for because nothing moved is taken back: it moves.
  if (isInView(state) && (state.wantsReason === 'timeout' || state.wantsReason === 'primary-lost')) {
    state.wants = state.view
    state.wantsReason = undefined
  }
  restartViewTimer(context)
}

function forgetFinal({ state }: Context): void {
  const { height } = state.head
  for (const slot of [...state.slots.values()]) if (slot.height <= height) dropSlot(state, slot)
  for (const [digest, { body }] of state.bodies) if (body.height < height) state.bodies.delete(digest)
  for (const map of [state.executed, state.certificates, state.prepared, state.preparedLogged]) {
    for (const below of map.keys()) if (below <= height) map.delete(below)
  }
  if (state.executing !== undefined && state.executing.height <= height) state.executing = undefined
  if (state.highestCertificate !== undefined && state.highestCertificate.height <= height) state.highestCertificate = undefined
  const { requested } = state.batch
  if (requested !== undefined && requested.height <= height) state.batch.requested = undefined
  state.ownVotes.forgetUpTo(height)
  state.future.forgetUpTo(height)
}
