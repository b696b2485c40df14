import type { Hash, Prng } from '@hanse/primitives'
import { type Json, quorumSize, type Transaction, type ValidatorIndex, type Verified } from '@hanse/protocol'
import type { MissingModuleError } from '@hanse/state'
import type { Clients } from './clients.ts'
import type { FaultPlan } from './fault.ts'
import type { FaultWorld } from './fault-injector.ts'
import type { Oracles } from './oracles.ts'
import { withoutUpgrade } from './plan-upgrade.ts'
import { COUNTED_HEIGHTS_MIN } from './result.ts'
import { SIM_MEMBERS } from './sim-chain.ts'
import type { SimNode } from './sim-node.ts'
import { withoutTrade } from './trade/plan-trade.ts'
import { Violation } from './violation.ts'
import { MISTAKEN, VOTED, VOTING_VALIDATORS } from './voted-module.ts'
import type { Workload } from './workload.ts'

/** From the first on: proposal and votes, a hundred heights of notice, and some with the module. */
const HEIGHTS_WITH_FAULTS = 135
/** Heights that a run goes on with the module. */
const HEIGHTS_WITH_IT = 20
const VOTING_MS = 24 * 3600 * 1000
const INSTALL_MS_MIN = 500
const INSTALL_MS_MAX = 4_000
const PROPOSAL_ID = '1'

interface VoteComponents {
  readonly workload: Workload
  readonly clients: Clients
  readonly oracles: Oracles
  readonly honest: ReadonlySet<ValidatorIndex>
  readonly prng: Prng
  readonly world: Pick<FaultWorld, 'note'>
}

/** A plan's faults happen in the heights of a run that counts; here they last until the module's height, and beyond. */
export function duringTheVote(plan: FaultPlan): FaultPlan {
  const later = (height: number): number => Math.ceil((height * HEIGHTS_WITH_FAULTS) / COUNTED_HEIGHTS_MIN)
  const { members: _, ...rest } = withoutTrade(withoutUpgrade(plan))
  return {
    ...rest,
    scheduled: rest.scheduled.map((fault) => ({ ...fault, atHeight: later(fault.atHeight) })),
    replayHeights: plan.replayHeights.map(later),
  }
}

/**
 * Members bring a module into force while all else goes wrong, and some honest nodes have another package of its name and version, or none:
 * each of them MUST end before it executes a block of that height, and goes on once somebody has installed what was voted for.
 */
export class ModuleVote {
  readonly #parts: VoteComponents
  /** Honest nodes that lack the module, with what they have instead. */
  readonly #lacking: ReadonlyMap<ValidatorIndex, 'nothing' | 'another'>
  readonly #stopped = new Set<ValidatorIndex>()
  /** Proposal and votes, in their order: each is sent when the one before it is final. */
  readonly #sent: Hash[] = []

  constructor(parts: VoteComponents) {
    this.#parts = parts
    const { honest, prng } = parts
    const left = [...honest]
    const lacking = new Map<ValidatorIndex, 'nothing' | 'another'>()
    for (let count = 1 + prng.below(2); count > 0; count--) {
      const [node] = left.splice(prng.below(left.length), 1)
      if (node !== undefined) lacking.set(node, prng.chance(1, 2) ? 'nothing' : 'another')
    }
    this.#lacking = lacking
  }

  /** Gives a node what it has when it starts for the first time. */
  equip(node: SimNode): void {
    const lacks = this.#lacking.get(node.index)
    node.install(lacks === undefined ? [VOTED] : lacks === 'another' ? [MISTAKEN] : [])
  }

  /** What is to be sent now, beside everything else: the proposal, a vote, and calls of the module once it is in force. */
  next(nowMs: number): readonly Verified<Transaction>[] {
    const { workload, clients, oracles } = this.#parts
    const last = this.#sent.at(-1)
    if (last !== undefined && !clients.told.has(last)) return []
    const [member] = SIM_MEMBERS.slice(this.#sent.length, quorumSize(VOTING_VALIDATORS))
    if (member !== undefined) {
      const call = this.#sent.length === 0 ? proposal(member.organization, nowMs) : yes(member.organization)
      const transaction = workload.governance(member.partyId, call, nowMs)
      this.#sent.push(transaction.id)
      return clients.add([transaction])
    }
    return oracles.isInForce(VOTED) ? clients.add([workload.call(VOTED, 'add', nowMs)]) : []
  }

  /** A node ended because it lacks a module: for how long it is down. Meanwhile its operator installs what the error names. */
  onMissing(node: SimNode, { module, code }: MissingModuleError): number {
    const { prng, world } = this.#parts
    const isVoted = module.name === VOTED.name && module.version === VOTED.version && module.hash === VOTED.packageHash
    if (!this.#lacking.has(node.index) || !isVoted || code !== 'node/missing-module')
      throw new Violation(4, `validator ${node.index} ends for want of ${module.name} ${module.version} (${module.hash})`)
    this.#stopped.add(node.index)
    world.note(`${node.index} lacks a module and ends`)
    node.install([VOTED])
    return INSTALL_MS_MIN + prng.below(INSTALL_MS_MAX)
  }

  /** Why the story has not come to its end, if it has not. */
  shortfall(): string | undefined {
    const { oracles } = this.#parts
    const since = oracles.inForceSince(VOTED)
    if (since === undefined) return 'no module in force'
    if (oracles.height < since + HEIGHTS_WITH_IT) return `${oracles.height - since} heights with the module`
    const still = [...this.#lacking.keys()].filter((node) => !this.#stopped.has(node))
    return still.length === 0 ? undefined : `validator ${still.join(', ')} never lacked the module`
  }

  /** At the end every honest node has it in force, and those that lacked it have said so. */
  onEnd(nodes: readonly SimNode[]): void {
    for (const { index, ledger } of nodes) {
      const inForce = ledger.modules.entries.some(({ name, hash }) => name === VOTED.name && hash === VOTED.packageHash)
      if (this.#parts.oracles.isInForce(VOTED) && !inForce) throw new Violation(4, `validator ${index} does not have the module in force`)
      if (this.#lacking.has(index) && inForce && !this.#stopped.has(index))
        throw new Violation(4, `validator ${index} lacked the module and executed its height`)
    }
  }

  get stopped(): number {
    return this.#stopped.size
  }
}

function proposal(member: string, nowMs: number): { readonly command: string; readonly params: Json } {
  const action = { type: 'activateModule', name: VOTED.name, version: VOTED.version, hash: VOTED.packageHash as Hash }
  return { command: 'propose', params: { member, action, deadlineMs: nowMs + VOTING_MS } }
}

function yes(member: string): { readonly command: string; readonly params: Json } {
  return { command: 'vote', params: { member, proposalId: PROPOSAL_ID, choice: 'yes' } }
}
