import type { Hash } from '@hanse/primitives'
import {
  asEpoch,
  asValidatorIndex,
  type Epoch,
  type ProposalBody,
  quorumSize,
  type ValidatorIndex,
  type ValidatorSet,
} from '@hanse/protocol'
import { numberedHash, validatorSet } from './chain.ts'

/** Numbers of transactions that nothing else has. */
const CHANGES_FROM = 1_000_000

/** Who decides in which epoch, and which transaction ends one: the same for everybody, as the state would have it. */
export class Epochs {
  readonly #members: readonly (readonly number[])[]
  readonly #sets: readonly ValidatorSet[]

  /** `members` of each epoch, by index. */
  constructor(members: readonly (readonly number[])[]) {
    this.#members = members
    this.#sets = members.map(validatorSet)
  }

  has(epoch: Epoch): boolean {
    return epoch < this.#sets.length
  }

  setOf(epoch: Epoch): ValidatorSet {
    return this.#sets[epoch] ?? { validators: [] }
  }

  membersOf(epoch: Epoch): readonly number[] {
    return this.#members[epoch] ?? []
  }

  memberAt(epoch: Epoch, index: ValidatorIndex): number {
    return this.#members[epoch]?.[index] ?? -1
  }

  /** -1 for one that is no member then. */
  indexOf(epoch: Epoch, member: number): ValidatorIndex | -1 {
    const index = this.membersOf(epoch).indexOf(member)
    return index < 0 ? -1 : asValidatorIndex(index)
  }

  quorumOf(epoch: Epoch): number {
    return quorumSize(this.membersOf(epoch).length)
  }

  /** Transactions that each end an epoch, if they are executed in it. */
  get changes(): readonly Hash[] {
    return Array.from({ length: this.#sets.length - 1 }, (_, epoch) => changeOf(epoch))
  }

  endsWith({ epoch, ids }: ProposalBody): boolean {
    return this.has(asEpoch(epoch + 1)) && ids.includes(changeOf(epoch))
  }
}

function changeOf(epoch: number): Hash {
  return numberedHash('transaction', CHANGES_FROM + epoch)
}
