import type { Hash } from '@hanse/primitives'
import { hanse } from '../generated/wire.js'
import { proposalDigest } from './block.ts'
import { type ConsensusMessage, type SignedMessage, signedMessageCodec } from './consensus-message.ts'
import { taggedHash } from './hash.ts'
import { EVIDENCE_PER_BLOCK_MAX } from './limits.ts'
import type { FieldValue } from './schema/field.ts'
import { list, message } from './schema/message.ts'
import { hash } from './schema/scalars.ts'

/** What a validator has done: signed two contents of one slot, or a ViewChange that does not own up to its Commit. */
export const EVIDENCE_KINDS = ['conflicting-prepare', 'conflicting-commit', 'forgotten-commit'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export const evidenceCodec = message(hanse.v1.Evidence, { first: signedMessageCodec, second: signedMessageCodec })
/** Two messages of one signer. Nothing is said of their signatures, nor that they contradict each other. */
export type EvidencePair = FieldValue<typeof evidenceCodec>

export const evidenceLeavesCodec = message(hanse.v1.EvidenceLeaves, { hashes: list(hash(), { max: EVIDENCE_PER_BLOCK_MAX }) })

/** A leaf of `evidenceRoot`. */
export function evidenceHash(pair: EvidencePair): Hash {
  return taggedHash('evidence', evidenceCodec.encode(pair))
}

/** The vote that a message is: a Proposal carries its primary's Prepare, and no other signature. */
export function voteOf(signed: SignedMessage): SignedMessage {
  const { message: said } = signed
  if (said.type !== 'proposal') return signed
  const { view, body } = said
  return { ...signed, message: { type: 'prepare', view, height: body.height, digest: proposalDigest(body) } }
}

function conflictOf(first: ConsensusMessage, second: ConsensusMessage): EvidenceKind | undefined {
  if (first.type === 'prepare' && second.type === 'prepare') {
    const isSlot = first.view === second.view && first.height === second.height
    return isSlot && first.digest !== second.digest ? 'conflicting-prepare' : undefined
  }
  if (first.type !== 'commit' || second.type !== 'commit') return undefined
  const isSlot = first.view === second.view && first.height === second.height
  return isSlot && (first.digest !== second.digest || first.headerHash !== second.headerHash) ? 'conflicting-commit' : undefined
}

/** consensus.md, "Evidence" (b): a ViewChange that does not own up to a Commit of a lower view. */
export function forgetsCommit(commit: SignedMessage, viewChange: SignedMessage): boolean {
  if (commit.epoch !== viewChange.epoch || commit.signer !== viewChange.signer) return false
  if (commit.message.type !== 'commit' || viewChange.message.type !== 'viewChange') return false
  const { view, height } = commit.message
  const { newView, prepared, head } = viewChange.message
  const headHeight = head?.height ?? 0
  if (newView <= view || headHeight >= height) return false
  return headHeight !== height - 1 || prepared === undefined || prepared.view < view
}

/**
 * What two messages of one signer and epoch prove together, whichever comes first, and the height that they are about; undefined when an
 * honest validator may have signed both. Whether the signatures hold is for the caller.
 */
export function contradictionOf({ first, second }: EvidencePair): { readonly kind: EvidenceKind; readonly height: number } | undefined {
  if (first.epoch !== second.epoch || first.signer !== second.signer) return undefined
  const votes = [voteOf(first), voteOf(second)] as const
  const kind = conflictOf(votes[0].message, votes[1].message)
  if (kind !== undefined && 'height' in votes[0].message) return { kind, height: votes[0].message.height }
  for (const [commit, viewChange] of [votes, [votes[1], votes[0]]] as const) {
    if (commit.message.type === 'commit' && forgetsCommit(commit, viewChange))
      return { kind: 'forgotten-commit', height: commit.message.height }
  }
  return undefined
}
