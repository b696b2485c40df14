import type { CommitCertificate, Height, PeerId } from '@hanse/protocol'

/** Carries those on who still speak in an epoch that is over: its last certificate, once a period a peer. */
export class EpochEnds {
  readonly #periodMs: number
  readonly #certificateAt: (height: Height) => CommitCertificate | undefined
  readonly #helpedAtMs = new Map<PeerId, number>()

  constructor(periodMs: number, certificateAt: (height: Height) => CommitCertificate | undefined) {
    this.#periodMs = periodMs
    this.#certificateAt = certificateAt
  }

  /** The certificate of `end`, the last height of the peer's epoch, unless the peer has had help lately. */
  helpFor(peer: PeerId, end: Height, nowMs: number): CommitCertificate | undefined {
    for (const [other, atMs] of this.#helpedAtMs) if (this.#isOver(atMs, nowMs)) this.#helpedAtMs.delete(other)
    if (this.#helpedAtMs.has(peer)) return undefined
    this.#helpedAtMs.set(peer, nowMs)
    return this.#certificateAt(end)
  }

  /** A clock that jumped back is no reason to wait. */
  #isOver(atMs: number, nowMs: number): boolean {
    return nowMs < atMs || nowMs >= atMs + this.#periodMs
  }
}
