import { type Rejection, reject } from '@hanse/primitives'
import { type CommitCertificate, type Epoch, type Height, recoversFrom } from '@hanse/protocol'
import type { ReplicaEffect } from './effect.ts'
import type { EpochSets } from './epoch-sets.ts'
import type { VerifiedBlock } from './input.ts'

/** Whether a block may be the next one of who is in `epoch`: of that epoch, or the first of one that was recovered from it. */
export function isOfNext(epoch: Epoch, { body, certificate }: VerifiedBlock): boolean {
  return certificate.epoch === body.epoch && (body.epoch === epoch || recoversFrom(epoch, certificate))
}

/**
 * True for a recovery below the head of who knows nothing of it. Only this epoch's own validators say so: what earlier ones sign of heights
 * that were theirs is no news.
 */
export function leavesBehind({ epoch, below }: EpochSets, head: Height, certificate: CommitCertificate): boolean {
  return recoversFrom(epoch, certificate) && certificate.height <= head && certificate.height > (below?.height ?? 0)
}

/** For a node with another block than the chain was recovered with: nobody had it who signed the recovery. */
export function leftBehindRejection({ epoch, height }: Pick<CommitCertificate, 'epoch' | 'height'>): Rejection {
  const message = `the chain was recovered: epoch ${epoch} begins with block ${height}, and this node has another block there`
  const hint =
    `Its blocks from ${height} on were known to nobody who signed the recovery. Move "store" and "log" away from the data folder, keep them ` +
    'if those transactions matter, and start again: the node fetches the chain from its peers. Keys and vote guard stay as they are.'
  return reject('consensus/left-behind', message, { hint })
}

/** Ends the node. */
export function leftBehind(certificate: CommitCertificate): ReplicaEffect {
  return { type: 'refuse-start', rejection: leftBehindRejection(certificate) }
}
