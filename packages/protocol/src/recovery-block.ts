import type { ProposalBody } from './block.ts'
import { asEpoch, asHeight, asValidatorIndex, asView, type Epoch, type Height, type View } from './ids.ts'
import { RECOVERY_EPOCHS_MAX } from './limits.ts'

/** The view in which the members sign a recovery, and nothing else: no engine comes there, and no ViewChange leads beyond it. */
export const RECOVERY_VIEW: View = asView(Number.MAX_SAFE_INTEGER)

/** A vote or a certificate of a recovery, and not of an epoch's own views. */
export function isRecovery({ view }: { readonly view: View }): boolean {
  return view === RECOVERY_VIEW
}

/**
 * A recovery leads on by so many epochs at least. The number between is that of a vote, which may have become final somewhere: who signs the
 * recovery votes there no more, and no epoch is begun in both ways.
 */
export const RECOVERY_EPOCHS_MIN = 2

/** Whether a recovery may lead from one epoch to the other. */
export function mayRecoverTo(epoch: Epoch, present: Epoch): boolean {
  return epoch >= present + RECOVERY_EPOCHS_MIN && epoch <= present + RECOVERY_EPOCHS_MAX
}

/** Whether this begins a later epoch by recovery: the block above the last one of `epoch`, signed by those who decide there. */
export function recoversFrom(epoch: Epoch, vote: { readonly view: View; readonly epoch: Epoch }): boolean {
  return isRecovery(vote) && mayRecoverTo(vote.epoch, epoch)
}

/** The first block of the recovered epoch: empty, and the same for everyone who has its parent. */
export function recoveryBody(epoch: Epoch, parent: { readonly height: Height; readonly timeMs: number }): ProposalBody {
  return { epoch: asEpoch(epoch), height: asHeight(parent.height + 1), ids: [], timeMs: parent.timeMs + 1, proposer: asValidatorIndex(0) }
}
