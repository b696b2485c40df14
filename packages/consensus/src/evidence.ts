import type { SignedMessage, Verified } from '@hanse/protocol'
import type { Evidence } from './effect.ts'
import { headHeight } from './new-view.ts'
import type { Context, Slot } from './replica-state.ts'

/** consensus.md, "Evidence" (a). */
export function reportConflict(
  { emit }: Context,
  kind: Evidence['kind'],
  first: Verified<SignedMessage>,
  second: Verified<SignedMessage>,
): void {
  emit({ type: 'report', evidence: { culprit: first.signer, kind, first, second } })
}

/** consensus.md, "Evidence" (b): a ViewChange that does not own up to a Commit of a lower view. */
export function forgetsCommit(commit: SignedMessage, viewChange: SignedMessage): boolean {
  if (commit.message.type !== 'commit' || viewChange.message.type !== 'viewChange' || commit.signer !== viewChange.signer) return false
  const { view, height } = commit.message
  const { newView, prepared } = viewChange.message
  const head = headHeight(viewChange.message)
  if (newView <= view || head >= height) return false
  return head !== height - 1 || prepared === undefined || prepared.view < view
}

export function reportForgottenCommit(
  context: Context,
  { accused }: Slot,
  commit: Verified<SignedMessage>,
  viewChange: Verified<SignedMessage> | undefined,
): void {
  if (viewChange === undefined || accused.has(commit.signer) || !forgetsCommit(commit, viewChange)) return
  accused.add(commit.signer)
  reportConflict(context, 'forgotten-commit', commit, viewChange)
}
