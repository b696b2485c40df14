import { type CommitCertificate, type Epoch, type Height, isRecovery, type PeerId } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import type { ReplicaEffect } from './effect.ts'
import { lastRecovery, wayOutOf } from './epoch-sets.ts'

/**
 * Carries those on who are still in an epoch that is over, with the certificate that leads out of it: who still speaks there, once a period
 * a peer; and everyone of the chain's last recovery, since who has another block at its height may be one who never speaks.
 */
export class EpochEnds {
  readonly #periodMs: number
  readonly #ledger: Pick<Ledger, 'validatorsOf'>
  readonly #certificateAt: (height: Height) => CommitCertificate | undefined
  readonly #helpedAtMs = new Map<PeerId, number>()
  #recovery: CommitCertificate | undefined

  constructor(
    periodMs: number,
    ledger: Pick<Ledger, 'validatorsOf'>,
    epoch: Epoch,
    certificateAt: (height: Height) => CommitCertificate | undefined,
  ) {
    this.#periodMs = periodMs
    this.#ledger = ledger
    this.#certificateAt = certificateAt
    const height = lastRecovery(ledger, epoch)
    this.#recovery = height === undefined ? undefined : certificateAt(height)
  }

  /** The way out of the peer's `epoch`, unless the peer has had help lately. */
  helpFor(peer: PeerId, epoch: Epoch, nowMs: number): readonly ReplicaEffect[] {
    const height = wayOutOf(this.#ledger, epoch)
    if (height === undefined) return []
    for (const [other, atMs] of this.#helpedAtMs) if (this.#isOver(atMs, nowMs)) this.#helpedAtMs.delete(other)
    if (this.#helpedAtMs.has(peer)) return []
    this.#helpedAtMs.set(peer, nowMs)
    return sendTo([peer], this.#certificateAt(height))
  }

  /** Everyone is told of a recovery when it is final here. */
  finalized(certificate: CommitCertificate, connected: Iterable<PeerId>): readonly ReplicaEffect[] {
    if (!isRecovery(certificate)) return []
    this.#recovery = certificate
    return sendTo([...connected], certificate)
  }

  connected(peer: PeerId): readonly ReplicaEffect[] {
    return sendTo([peer], this.#recovery)
  }

  /** A clock that jumped back is no reason to wait. */
  #isOver(atMs: number, nowMs: number): boolean {
    return nowMs < atMs || nowMs >= atMs + this.#periodMs
  }
}

function sendTo(to: readonly PeerId[], certificate: CommitCertificate | undefined): readonly ReplicaEffect[] {
  return certificate === undefined || to.length === 0 ? [] : [{ type: 'send-certificate', to, certificate }]
}
