import type { Hash, Prng } from '@hanse/primitives'
import { asValidatorIndex, faultsMax, type Transaction, type ValidatorIndex, type Verified } from '@hanse/protocol'
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

const STEPS = 5

/** Any validator leaves and comes back, the newcomer comes and goes, or has the seat of another for a while. In the end all have a seat again. */
export function planMembers(prng: Prng, validators: number): readonly MemberStep[] {
  const seats = new Seats(validators)
  const changes = Array.from({ length: STEPS }, () => seats.make(prng.pick(seats.possible(prng))))
  let atHeight = FIRST_HEIGHT
  return [...changes, ...seats.back()].map((change) => {
    atHeight += STEP_HEIGHTS_MIN + prng.below(STEP_HEIGHTS_MAX - STEP_HEIGHTS_MIN)
    return { atHeight, ...change }
  })
}

type Change = Omit<MemberStep, 'atHeight'>

/** Where everybody is as changes are planned. */
class Seats {
  readonly #newcomer: ValidatorIndex
  readonly #validating: Set<ValidatorIndex>
  readonly #observing = new Set<ValidatorIndex>()
  /** Whose seat the newcomer has. */
  #hostOfNewcomer: ValidatorIndex | undefined
  readonly #validatorsMin: number

  constructor(validators: number) {
    this.#newcomer = asValidatorIndex(validators)
    this.#validating = new Set(Array.from({ length: validators }, (_, index) => asValidatorIndex(index)))
    // As many may lie as in the set of genesis.
    this.#validatorsMin = 3 * faultsMax(validators) + 1
  }

  /** One of each kind. */
  possible(prng: Prng): readonly Change[] {
    const newcomer = this.#newcomer
    const isOutside = ![this.#validating, this.#observing].some((nodes) => nodes.has(newcomer)) && this.#hostOfNewcomer === undefined
    const seated = [...this.#validating].filter((node) => node !== this.#hostOfNewcomer)
    const changes: Change[] = []
    if (this.#hostOfNewcomer !== undefined) changes.push({ change: 'return', node: this.#hostOfNewcomer })
    if (isOutside) changes.push({ change: 'admit' }, { change: 'replace', node: prng.pick(seated) })
    if (this.#validating.size > this.#validatorsMin) changes.push({ change: 'remove', node: prng.pick(seated) })
    if (this.#observing.size > 0) changes.push({ change: 'promote', node: prng.pick([...this.#observing]) })
    return changes
  }

  make(change: Change): Change {
    const { node = this.#newcomer } = change
    if (change.change === 'replace') this.#hostOfNewcomer = node
    else if (change.change === 'return') this.#hostOfNewcomer = undefined
    else {
      this.#observing[change.change === 'promote' ? 'delete' : 'add'](node)
      this.#validating[change.change === 'promote' ? 'add' : 'delete'](node)
    }
    return change
  }

  /** What gives everybody of genesis a seat, and lets the newcomer follow. */
  back(): readonly Change[] {
    const changes: Change[] = this.#hostOfNewcomer === undefined ? [] : [{ change: 'return', node: this.#hostOfNewcomer }]
    for (const node of this.#observing) if (node !== this.#newcomer) changes.push({ change: 'promote', node })
    if (!this.#validating.has(this.#newcomer) && !this.#observing.has(this.#newcomer)) changes.push({ change: 'admit' })
    return changes
  }
}

interface MembershipParts {
  readonly steps: readonly MemberStep[]
  /** The place of the node that comes and goes, behind those of genesis. */
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

  #change({ change, node = asValidatorIndex(this.#parts.newcomer) }: MemberStep): MembershipChange {
    const record = validatorRecord(node)
    const { organization } = record
    switch (change) {
      case 'admit':
        return { type: 'admit', record }
      case 'replace':
        return { type: 'replace', record: { ...validatorRecord(this.#parts.newcomer), organization } }
      case 'return':
        return { type: 'replace', record }
      default:
        return { type: change, organization }
    }
  }
}
