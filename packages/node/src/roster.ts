import { asValidatorIndex, type ValidatorIndex, type ValidatorRecord } from '@hanse/protocol'

/** Who is who: validator index, organization and peer id of this epoch. */
export class Roster {
  readonly validators: readonly ValidatorRecord[]
  readonly self: ValidatorIndex | undefined
  readonly #indexOfPeer = new Map<string, ValidatorIndex>()
  readonly #others: readonly string[]

  constructor(validators: readonly ValidatorRecord[], self: ValidatorIndex | undefined) {
    this.validators = validators
    this.self = self
    for (const [index, { peerId }] of validators.entries()) this.#indexOfPeer.set(peerId, asValidatorIndex(index))
    this.#others = validators.filter((_, index) => index !== self).map(({ peerId }) => peerId)
  }

  indexOf(peerId: string): ValidatorIndex | undefined {
    return this.#indexOfPeer.get(peerId)
  }

  organization(index: number): string {
    return this.validators[index]?.organization ?? `validator ${index}`
  }

  targets(to: ValidatorIndex | 'all'): readonly string[] {
    if (to === 'all') return this.#others
    const record = this.validators[to]
    return record === undefined || to === this.self ? [] : [record.peerId]
  }
}
