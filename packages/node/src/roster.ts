import { asValidatorIndex, type PeerId, type ValidatorIndex, type ValidatorRecord } from '@hanse/protocol'

/** Who is who: validator index, organization and peer id of this epoch. */
export class Roster {
  readonly validators: readonly ValidatorRecord[]
  readonly self: ValidatorIndex | undefined
  readonly #indexOfPeer = new Map<string, ValidatorIndex>()

  constructor(validators: readonly ValidatorRecord[], self: ValidatorIndex | undefined) {
    this.validators = validators
    this.self = self
    for (const [index, { peerId }] of validators.entries()) this.#indexOfPeer.set(peerId, asValidatorIndex(index))
  }

  indexOf(peerId: string): ValidatorIndex | undefined {
    return this.#indexOfPeer.get(peerId)
  }

  organization(index: number): string {
    return this.validators[index]?.organization ?? `validator ${index}`
  }

  /** A peer that is no validator goes by its peer id. */
  organizationOfPeer(peerId: PeerId): string {
    const index = this.indexOf(peerId)
    return index === undefined ? peerId : this.organization(index)
  }
}
