import { assert } from '@hanse/primitives'
import { asPeerId, asValidatorIndex, type PeerId, type ValidatorIndex, type ValidatorSet } from '@hanse/protocol'

/**
 * Who is who in one epoch. The engine knows places in the validator set, everybody else peer ids. A peer that is connected and has no
 * place follows the chain; it gets a seat above the set, from which it may ask but not vote.
 */
export class EpochPeers {
  readonly self: ValidatorIndex | undefined
  readonly #places: readonly PeerId[]
  readonly #indexOf = new Map<PeerId, ValidatorIndex>()
  readonly #connected = new Set<PeerId>()
  readonly #seats: (PeerId | undefined)[] = []
  #others: readonly PeerId[] = []

  constructor(set: ValidatorSet, self: ValidatorIndex | undefined, connected: Iterable<PeerId> = []) {
    this.self = self
    this.#places = set.validators.map(({ peerId }) => asPeerId(peerId))
    for (const [index, peer] of this.#places.entries()) this.#indexOf.set(peer, asValidatorIndex(index))
    this.#listOthers()
    for (const peer of connected) this.connect(peer)
  }

  connect(peer: PeerId): void {
    this.#connected.add(peer)
    if (this.#indexOf.has(peer)) return
    const free = this.#seats.indexOf(undefined)
    const seat = free < 0 ? this.#seats.length : free
    this.#seats[seat] = peer
    this.#indexOf.set(peer, asValidatorIndex(this.#places.length + seat))
    this.#listOthers()
  }

  disconnect(peer: PeerId): void {
    this.#connected.delete(peer)
    const seat = this.#seats.indexOf(peer)
    if (seat < 0) return
    this.#seats[seat] = undefined
    this.#indexOf.delete(peer)
    this.#listOthers()
  }

  get connected(): Iterable<PeerId> {
    return this.#connected
  }

  /** Those of them that vote. */
  get connectedValidators(): readonly ValidatorIndex[] {
    return [...this.#connected].map((peer) => this.#indexOf.get(peer) as ValidatorIndex).filter((index) => index < this.#places.length)
  }

  /** Every other validator, and who follows. The same object until that changes: the host may gather what goes to one list. */
  get others(): readonly PeerId[] {
    return this.#others
  }

  /** Undefined for a stranger. */
  indexOf(peer: PeerId): ValidatorIndex | undefined {
    return this.#indexOf.get(peer)
  }

  nameOf(index: ValidatorIndex): PeerId {
    const name = this.#places[index] ?? this.#seats[index - this.#places.length]
    assert(name !== undefined, `nobody has place ${index}`)
    return name
  }

  namesOf(to: ValidatorIndex | 'all' | readonly ValidatorIndex[]): readonly PeerId[] {
    if (to === 'all') return this.#others
    return typeof to === 'number' ? [this.nameOf(to)] : to.map((index) => this.nameOf(index))
  }

  #listOthers(): void {
    const validators = this.#places.filter((_, index) => index !== this.self)
    this.#others = [...validators, ...this.#seats.filter((peer) => peer !== undefined)]
  }
}
