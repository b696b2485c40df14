import { forgetsCommit, type SignedMessage, type Verified } from '@hanse/protocol'
import type { Evidence } from './effect.ts'
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
