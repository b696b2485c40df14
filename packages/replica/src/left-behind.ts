import { reject } from '@hanse/primitives'
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

/** What ends a node whose chain the others have left, at a block that nobody had who signed the recovery. */
export function leftBehind({ epoch, height }: CommitCertificate): ReplicaEffect {
  const message = `the chain was recovered: epoch ${epoch} begins with block ${height}, and this node has another block there`
  const hint =
    `Its blocks from ${height} on were known to nobody who signed the recovery. Move "store" and "log" away from the data folder, keep them ` +
    'if those transactions matter, and start again: the node fetches the chain from its peers. Keys and vote guard stay as they are.'
  return { type: 'refuse-start', rejection: reject('consensus/left-behind', message, { hint }) }
}
