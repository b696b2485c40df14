import type { Transport } from '@hanse/ports'
import type { NodeConfig } from './config.ts'
import { meshPeers } from './mesh-peers.ts'
import type { Members, Roster } from './roster.ts'

export interface PeerAdmissionParts {
  readonly config: NodeConfig
  readonly roster: Roster
  readonly transport: Pick<Transport, 'peers' | 'setPeers'>
  /** Peers tell of blocks that are not here yet. */
  readonly isBehind: () => boolean
}

/** Who may connect, as members come and go. */
export class PeerAdmission {
  readonly #parts: PeerAdmissionParts
  /** Peers are allowed that the chain does not name any more, or not yet. */
  #hasStrangers = false

  constructor(parts: PeerAdmissionParts) {
    this.#parts = parts
  }

  /** After a block. */
  follow(members: Members): void {
    if (this.#parts.roster.follow(members)) this.#admit()
  }

  /** Once in a while: who was kept for the blocks that were missing is let go of. */
  look(): void {
    if (this.#hasStrangers) this.#admit()
  }

  /** While the node is behind, nobody is left: those who have the blocks may be members of an epoch that is not known here yet. */
  #admit(): void {
    const { config, roster, transport, isBehind } = this.#parts
    const wanted = new Map(meshPeers(config, roster.peers).map((peer) => [peer.peerId, peer]))
    const members = wanted.size
    for (const { peerId, addresses } of isBehind() ? transport.peers() : [])
      if (!wanted.has(peerId)) wanted.set(peerId, { peerId, addresses })
    this.#hasStrangers = wanted.size > members
    transport.setPeers([...wanted.values()])
  }
}
