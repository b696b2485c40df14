import type { Prng } from '@hanse/primitives'
import type { SignedMessage, Transaction, ValidatorIndex, Verified } from '@hanse/protocol'
import { MissingModuleError, ProtocolTooOldError } from '@hanse/state'
import type { Clients } from './clients.ts'
import type { FaultPlan } from './fault.ts'
import type { FaultWorld } from './fault-injector.ts'
import { Membership } from './membership.ts'
import { ModuleVote } from './module-vote.ts'
import type { Oracles } from './oracles.ts'
import type { SimNode } from './sim-node.ts'
import { ProtocolUpgrade } from './upgrade.ts'
import type { Workload } from './workload.ts'

interface StoryComponents {
  readonly plan: Pick<FaultPlan, 'members' | 'upgrade'>
  readonly moduleVote: boolean
  /** Of genesis. */
  readonly validators: number
  readonly workload: Workload
  readonly clients: Clients
  readonly oracles: Oracles
  readonly honest: ReadonlySet<ValidatorIndex>
  readonly prng: Prng
  readonly world: Pick<FaultWorld, 'note'> & { simNode(node: ValidatorIndex): SimNode }
}

/** What a run tells beside its faults: a module that comes by vote, validators that come and go, a new version of the protocol. */
export class Stories {
  readonly #vote: ModuleVote | undefined
  readonly #membership: Membership | undefined
  readonly #upgrade: ProtocolUpgrade | undefined

  constructor({ plan: { members, upgrade }, moduleVote, validators, ...parts }: StoryComponents) {
    this.#vote = moduleVote ? new ModuleVote(parts) : undefined
    this.#membership = members === undefined ? undefined : new Membership({ ...parts, steps: members, newcomer: validators })
    this.#upgrade = upgrade === undefined ? undefined : new ProtocolUpgrade({ ...parts, plan: upgrade })
  }

  /** Gives a node what it has when it starts for the first time. */
  equip(node: SimNode): void {
    this.#vote?.equip(node)
    this.#upgrade?.equip(node)
  }

  /** What is to be sent now, beside everything else. */
  next(nowMs: number): readonly Verified<Transaction>[] {
    return [this.#vote, this.#membership, this.#upgrade].flatMap((story) => story?.next(nowMs) ?? [])
  }

  onSigned(node: ValidatorIndex, signed: SignedMessage): void {
    this.#upgrade?.onSigned(node, signed)
  }

  /** A process has ended because it lacks something that a vote has brought: for how long it is down. @throws `error` when it is something else */
  onLack(node: SimNode, error: unknown): number {
    if (error instanceof MissingModuleError && this.#vote !== undefined) return this.#vote.onMissing(node, error)
    if (error instanceof ProtocolTooOldError && this.#upgrade !== undefined) return this.#upgrade.onTooOld(node)
    throw error
  }

  heal(nodes: readonly SimNode[]): void {
    this.#upgrade?.heal(nodes)
  }

  /** Why one of them has not come to its end, if so. */
  shortfall(nodes: readonly SimNode[]): string | undefined {
    return this.#vote?.shortfall() ?? this.#membership?.shortfall() ?? this.#upgrade?.shortfall(nodes)
  }

  onEnd(nodes: readonly SimNode[]): void {
    this.#vote?.onEnd(nodes)
    this.#upgrade?.onEnd(nodes)
  }

  /** Honest nodes that ended because they lacked a module. Undefined where none was voted for. */
  get lackedModule(): number | undefined {
    return this.#vote?.stopped
  }

  /** How often a process ended for want of the new version. */
  get oldSoftwareStops(): number {
    return this.#upgrade?.stops ?? 0
  }
}
