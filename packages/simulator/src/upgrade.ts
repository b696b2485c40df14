import type { Hash } from '@hanse/primitives'
import { NEWEST_PROTOCOL_VERSION, type SignedMessage, type Transaction, type ValidatorIndex, type Verified } from '@hanse/protocol'
import type { Clients } from './clients.ts'
import type { UpgradePlan } from './fault.ts'
import type { FaultWorld } from './fault-injector.ts'
import type { Oracles } from './oracles.ts'
import type { SimNode } from './sim-node.ts'
import { Violation } from './violation.ts'
import type { Workload } from './workload.ts'

/** Heights that a run goes on with the version, and that others go on without who does not know it. */
const HEIGHTS_WITH_IT = 5
/** Its operator looks after a node that has ended so often. */
const INSTALL_MS = 700

interface UpgradeComponents {
  readonly plan: UpgradePlan
  readonly workload: Workload
  readonly clients: Clients
  readonly oracles: Oracles
  readonly honest: ReadonlySet<ValidatorIndex>
  readonly world: Pick<FaultWorld, 'note'> & { simNode(node: ValidatorIndex): SimNode }
}

/**
 * Oracle 18. The version of the protocol changes while all else goes wrong, and some nodes run software that does not know the new one: each
 * of them MUST say nothing about that height or any above, and end before it; the others go on where they are enough.
 */
export class ProtocolUpgrade {
  readonly #parts: UpgradeComponents
  #sent: Hash | undefined
  #isHealed = false
  /** Of that height and above, by those that knew the version. Who goes back to old software may say again what it had said. */
  readonly #votes = new Set<string>()
  /** How often a process has ended for want of the version. */
  stops = 0

  constructor(parts: UpgradeComponents) {
    this.#parts = parts
  }

  /** Gives a node what it has when it starts for the first time. */
  equip(node: SimNode): void {
    node.run(this.#parts.plan.old.includes(node.index) ? 'old' : 'new')
  }

  next(nowMs: number): readonly Verified<Transaction>[] {
    const { plan, workload, clients, oracles } = this.#parts
    if (this.#sent !== undefined || oracles.height < plan.atHeight) return []
    const transaction = workload.upgrade(NEWEST_PROTOCOL_VERSION, plan.notice, nowMs)
    this.#sent = transaction.id
    return clients.add([transaction])
  }

  onSigned(node: ValidatorIndex, { epoch, message }: SignedMessage): void {
    const { honest, oracles, world } = this.#parts
    if (!honest.has(node) || oracles.versionHeight === undefined) return
    if (message.type !== 'proposal' && message.type !== 'prepare' && message.type !== 'commit') return
    const { height } = message.type === 'proposal' ? message.body : message
    if (height < oracles.versionHeight) return
    const vote = `${node} ${epoch} ${JSON.stringify(message)}`
    if (world.simNode(node).software === 'new') this.#votes.add(vote)
    else if (!this.#votes.has(vote))
      throw new Violation(18, `validator ${node} signs a ${message.type} of height ${height} in a version that its software does not know`)
  }

  /** A node ended because it does not know the version: for how long it is down. Its operator comes with the new software, at last. */
  onTooOld(node: SimNode): number {
    const { world } = this.#parts
    if (node.software !== 'old') throw new Violation(18, `validator ${node.index} knows the version, and ends for want of it`)
    this.stops += 1
    world.note(`${node.index} does not know the version and ends`)
    if (!this.#othersMustGoOn()) node.run('new')
    return INSTALL_MS
  }

  /** Whoever still waits for others, or for its operator, has the new software. */
  heal(nodes: readonly SimNode[]): void {
    if (
      this.#othersMustGoOn() &&
      this.#parts.oracles.versionHeight !== undefined &&
      nodes.some(({ isUp, software }) => !isUp && software === 'old')
    )
      throw new Violation(18, `the chain is at height ${this.#parts.oracles.height} and does not go on with those that know the version`)
    this.#isHealed = true
    for (const node of nodes) if (!node.isUp) node.run('new')
  }

  /** Why too little has happened, if it has. */
  shortfall(nodes: readonly SimNode[]): string | undefined {
    const { oracles } = this.#parts
    if (oracles.versionHeight === undefined) return 'no version scheduled'
    if (oracles.height < oracles.versionHeight + HEIGHTS_WITH_IT)
      return `height ${oracles.height} of ${oracles.versionHeight} and some more`
    const old = nodes.find(({ software }) => software === 'old')
    return old === undefined ? undefined : `validator ${old.index} still runs old software`
  }

  /** At the end everybody has the version in force. */
  onEnd(nodes: readonly SimNode[]): void {
    const { oracles } = this.#parts
    if (oracles.height < (oracles.versionHeight ?? Number.POSITIVE_INFINITY)) return
    const without = nodes.find(({ ledger, software }) => ledger.rules.version !== NEWEST_PROTOCOL_VERSION || software === 'old')
    if (without !== undefined) throw new Violation(18, `validator ${without.index} does not have the version in force`)
  }

  #othersMustGoOn(): boolean {
    const { plan, oracles } = this.#parts
    return plan.isPatient && !this.#isHealed && oracles.height < (oracles.versionHeight ?? 0) + HEIGHTS_WITH_IT
  }
}
