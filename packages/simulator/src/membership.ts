import type { Hash, Prng } from '@hanse/primitives'
import type { Transaction, Verified } from '@hanse/protocol'
import type { MembershipChange } from '@hanse/state'
import type { Clients } from './clients.ts'
import type { MemberStep } from './fault.ts'
import type { Oracles } from './oracles.ts'
import { validatorRecord } from './sim-chain.ts'
import type { Workload } from './workload.ts'

/** Epochs that must have begun in a run that counts: the newcomer has come and gone. */
const EPOCHS_MIN = 2
const FIRST_HEIGHT = 3
const STEP_HEIGHTS_MIN = 3
const STEP_HEIGHTS_MAX = 12

/** One node follows the chain, validates, is removed, and validates again. */
export function planMembers(prng: Prng): readonly MemberStep[] {
  let atHeight = FIRST_HEIGHT
  return (['admit', 'promote', 'remove', 'promote', 'remove'] as const).map((change) => {
    atHeight += STEP_HEIGHTS_MIN + prng.below(STEP_HEIGHTS_MAX - STEP_HEIGHTS_MIN)
    return { atHeight, change }
  })
}

interface MembershipParts {
  readonly steps: readonly MemberStep[]
  /** The place of the node that comes and goes: behind all validators of genesis, so that they keep their indices. */
  readonly newcomer: number
  readonly workload: Workload
  readonly clients: Clients
  readonly oracles: Oracles
}

/** Changes the validator set while all else goes wrong. Each change is sent when the one before it is final. */
export class Membership {
  readonly #parts: MembershipParts
  readonly #waiting: MemberStep[]
  #last: Hash | undefined

  constructor(parts: MembershipParts) {
    this.#parts = parts
    this.#waiting = [...parts.steps]
  }

  next(nowMs: number): readonly Verified<Transaction>[] {
    const { clients, oracles, workload } = this.#parts
    const [step] = this.#waiting
    if (step === undefined || oracles.height < step.atHeight) return []
    if (this.#last !== undefined && !clients.told.has(this.#last)) return []
    this.#waiting.shift()
    const transaction = workload.change(this.#change(step), nowMs)
    this.#last = transaction.id
    return clients.add([transaction])
  }

  /** Why too little has changed, if it has. */
  shortfall(): string | undefined {
    const { epoch } = this.#parts.oracles
    return epoch < Math.min(EPOCHS_MIN, this.#parts.steps.length - 1) ? `${epoch} changes of the validators` : undefined
  }

  #change({ change }: MemberStep): MembershipChange {
    const record = validatorRecord(this.#parts.newcomer)
    const { organization } = record
    return change === 'admit' ? { type: 'admit', record } : { type: change, organization }
  }
}
