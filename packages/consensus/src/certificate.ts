import { assert, type Hash } from '@hanse/primitives'
import type { CommitCertificate, Epoch, Height, PreparedCertificate, View } from '@hanse/protocol'
import type { VoteSet } from './vote-set.ts'

/** The key of a Commit in its vote set: votes for one digest with different headers do not add up. */
export function commitKey(digest: Hash, headerHash: Hash): string {
  return digest + headerHash
}

/** Undefined while no digest has q Prepares. */
export function preparedCertificate(epoch: Epoch, view: View, height: Height, prepares: VoteSet): PreparedCertificate | undefined {
  const digest = prepares.decided as Hash | undefined
  return digest === undefined ? undefined : { epoch, view, height, digest, signatures: prepares.quorumFor(digest) }
}

/** Undefined while no (digest, header) has q Commits. */
export function commitCertificate(epoch: Epoch, view: View, height: Height, commits: VoteSet): CommitCertificate | undefined {
  const key = commits.decided
  if (key === undefined) return undefined
  const [vote] = commits.votesFor(key)
  assert(vote?.message.type === 'commit', 'a commit set holds Commits')
  const { digest, headerHash } = vote.message
  return { epoch, view, height, digest, headerHash, signatures: commits.quorumFor(key) }
}
