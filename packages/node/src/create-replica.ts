import type { Mempool } from '@hanse/mempool'
import type { Prng } from '@hanse/primitives'
import type { CommitCertificate, Height } from '@hanse/protocol'
import { placeOf, Replica } from '@hanse/replica'
import type { Ledger } from '@hanse/state'
import type { NodeOptions } from './node-options.ts'
import { consensusKeyOf } from './own-identity.ts'
import { type NodeReplica, VotingSwitch } from './voting-switch.ts'

/**
 * Heights above head that a primary proposes. A Commit waits until the height below is final, so one height becomes final in the time of one delay
 * between nodes, and a height takes three from its proposal: with three under way nothing is idle, and any more would only queue.
 */
const PROPOSED_AHEAD_MAX = 3

export interface ReplicaParts {
  readonly ledger: Ledger
  readonly pool: Mempool
  readonly headCertificate: CommitCertificate | undefined
  readonly certificateAt: (height: Height) => CommitCertificate | undefined
  readonly prng: Prng
  /** False while something of the store is still to be verified. */
  readonly mayVote: boolean
}

/** The replica of a node, and what lets it vote where it may not yet. */
export function createNodeReplica(
  options: NodeOptions,
  { ledger, pool, headCertificate, certificateAt, prng, mayVote }: ReplicaParts,
): { readonly replica: NodeReplica; readonly allowVotes: () => void } {
  const { chain, config } = options
  const key = consensusKeyOf(options)
  const create = (as: typeof key, certificate: CommitCertificate | undefined): Replica =>
    new Replica(
      { chain, ...as, timeouts: config.consensus, proposedAheadMax: PROPOSED_AHEAD_MAX, poolCapacity: config.pool.capacity, prng },
      { ledger, pool, certificateAt, ...(certificate === undefined ? {} : { headCertificate: certificate }) },
    )
  if (mayVote || key.consensusKey === undefined) return { replica: create(key, headCertificate), allowVotes: () => undefined }
  const observer = create({}, headCertificate)
  const isMember = placeOf(key.consensusKey, observer.sets.set) !== undefined
  const createValidator = (certificate: CommitCertificate | undefined): Replica => create(key, certificate)
  const replica = new VotingSwitch({ chain, observer, isMember, headCertificate, createValidator })
  return { replica, allowVotes: () => replica.mayVote() }
}
