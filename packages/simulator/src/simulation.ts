import type { Fork } from '@hanse/consensus'
import { StoreFailure } from '@hanse/ports'
import { createPrng, InvariantError, type Prng } from '@hanse/primitives'
import {
  asHeight,
  asValidatorIndex,
  type Chain,
  primaryOf,
  type Transaction,
  type ValidatorIndex,
  type Verified,
  type View,
} from '@hanse/protocol'
import type { ReplicaTimer } from '@hanse/replica'
import { MissingModuleError } from '@hanse/state'
import { Accountability } from './accountability.ts'
import { type HostWorld, Twins } from './byzantine/host-lies.ts'
import { Liars } from './byzantine/liars.ts'
import { Clients } from './clients.ts'
import type { CrashPoint } from './crash-point.ts'
import { directedPlan } from './directed-plan.ts'
import { EventQueue } from './event-queue.ts'
import { Crash, FaultInjector, type FaultWorld } from './fault-injector.ts'
import { type DiskFault, type FaultPlan, planFaults } from './fault-plan.ts'
import type { WireFrame } from './frame.ts'
import { Links } from './links.ts'
import { MEMORY_CHECK_EVENTS, MemoryOracle } from './memory-oracle.ts'
import { duringTheVote, ModuleVote } from './module-vote.ts'
import { type Cut, Network } from './network.ts'
import { areAtOneHead, statesOf, tornWritesOf } from './node-states.ts'
import { Oracles } from './oracles.ts'
import {
  ACCOUNTABILITY_MS_MAX,
  DEPOSED_MS,
  FAULTY_MS_MAX,
  LIAR_DOWN_MS,
  LIVENESS_MS_MAX,
  LIVENESS_TRANSACTIONS,
  NOTICE_US,
  RESUBMIT_EVERY_US,
} from './pace.ts'
import { Pauses } from './pauses.ts'
import { Post } from './post.ts'
import { checkReplay } from './replay-oracle.ts'
import {
  COUNTED_HEIGHTS_MIN,
  COUNTED_TRANSACTIONS_MIN,
  resultOf,
  type SimulationOptions,
  type SimulationResult,
  shortfall,
} from './result.ts'
import { SIM_EPOCH_MS, simChain, validatorKeyName } from './sim-chain.ts'
import type { SimEvent } from './sim-event.ts'
import { HASHED_SIGNATURES, REAL_SIGNATURES, simKey } from './sim-keys.ts'
import { type NodeWorld, SimNode } from './sim-node.ts'
import { TimerBook } from './timer-book.ts'
import { Trace } from './trace.ts'
import { Violation, violationOf } from './violation.ts'
import { Witness } from './witness.ts'
import { Workload } from './workload.ts'

export function simulate(options: SimulationOptions): SimulationResult {
  return new Simulation(options).run()
}

/** One world: nodes, network, disks, clocks and clients, in one thread and in virtual time. */
class Simulation implements NodeWorld, FaultWorld, HostWorld {
  readonly nodes: readonly ValidatorIndex[]
  readonly witness: Witness
  readonly #options: SimulationOptions
  readonly #prng: Prng
  readonly #plan: FaultPlan
  readonly #queue = new EventQueue<SimEvent>()
  readonly #network: Network
  readonly #clients: Clients
  readonly #oracles: Oracles
  readonly #memory: MemoryOracle
  readonly #vote: ModuleVote | undefined
  readonly #faults: FaultInjector
  readonly #simNodes: readonly SimNode[]
  readonly #liars: Liars
  readonly #twins: Twins
  readonly #post: Post
  readonly #accountability: Accountability | undefined
  readonly #honest: ReadonlySet<ValidatorIndex>
  readonly #pauses = new Pauses()
  readonly #timers = new TimerBook()
  readonly #links = new Links()
  readonly #trace: Trace
  readonly #replayHeights: number[]
  #events = 0
  #deposedUntilUs = 0
  #healedAtUs: number | undefined

  constructor(options: SimulationOptions) {
    const { validators, moduleVote = false } = options
    this.#options = options
    this.#trace = new Trace(options.trace)
    this.#prng = createPrng(options.seed)
    const plan = planFaults(this.#prng.fork(1), validators, options.byzantine)
    this.#plan = directedPlan(moduleVote ? duringTheVote(plan) : plan, validators, options, this.#prng.fork(6))
    this.#replayHeights = [...this.#plan.replayHeights]
    this.nodes = Array.from({ length: validators }, (_, index) => asValidatorIndex(index))
    const chain = simChain(validators, false, moduleVote)
    const signatures = this.#plan.realSignatures ? REAL_SIGNATURES : HASHED_SIGNATURES
    this.#network = new Network(this.#plan.network, this.#prng.fork(2))
    const workload = new Workload(chain, signatures, this.#prng.fork(3))
    this.#clients = new Clients(workload, this.#plan.load, this.#prng.fork(4))
    this.#honest = new Set(this.nodes.filter((index) => !this.#plan.byzantine.has(index)))
    this.#oracles = new Oracles(chain, this.#honest, workload, () => this.#queue.nowUs)
    this.#accountability = options.accountability === true ? new Accountability(this.#honest, validators) : undefined
    this.witness = new Witness(this.#honest, this.#oracles, this.#clients, this.#accountability)
    this.#memory = new MemoryOracle(chain)
    const parts = { workload, clients: this.#clients, oracles: this.#oracles, honest: this.#honest, world: this }
    this.#vote = moduleVote ? new ModuleVote({ ...parts, prng: this.#prng.fork(5) }) : undefined
    this.#faults = new FaultInjector(this.#plan.scheduled, this)
    this.#liars = new Liars(this.#plan.byzantine, { chain, sister: simChain(validators, true), signatures, prng: this.#prng })
    this.#twins = new Twins(this.#plan.byzantine, validators)
    this.#post = new Post({
      network: this.#network,
      liars: this.#liars,
      twins: this.#twins,
      schedule: (delayUs, event) => this.#queue.schedule(delayUs, event),
    })
    const places = [...this.nodes.map((index) => [index, index] as const), ...this.#twins.all]
    this.#simNodes = places.map(([index, self]) => this.#makeNode(chain, index, self, signatures))
  }

  #makeNode(chain: Chain, index: ValidatorIndex, self: ValidatorIndex, signatures: typeof HASHED_SIGNATURES): SimNode {
    const { roundUs } = this.#plan
    const options = { chain, index, key: simKey(validatorKeyName(self)), signatures, prng: this.#prng.fork(200 + index) }
    const node = new SimNode(roundUs === undefined ? options : { ...options, roundUs }, this)
    this.#vote?.equip(node)
    return node
  }

  run(): SimulationResult {
    let violation: SimulationResult['violation']
    let fork: Fork | undefined
    try {
      for (const node of this.#simNodes) this.#boot(node)
      this.#queue.schedule(0, { type: 'links' })
      this.#queue.schedule(0, { type: 'submit' })
      this.#queue.schedule(RESUBMIT_EVERY_US, { type: 'resubmit' })
      this.#runUntil(() => this.#isEnough(), this.#accountability === undefined ? FAULTY_MS_MAX : ACCOUNTABILITY_MS_MAX)
      if (this.#accountability === undefined) this.#finish()
      else fork = this.#accountability.onEnd()
    } catch (error) {
      ;({ violation, fork } = this.#judge(error))
      if (violation !== undefined) this.#trace.say(this.#queue.nowUs, `violation of oracle ${violation.oracle}: ${violation.message}`)
    }
    return resultOf(this.#options, {
      violation,
      plan: this.#plan,
      needsSync: this.#needsSync,
      faults: this.#faults,
      lies: this.#liars.all,
      vote: this.#vote,
      tornWrites: tornWritesOf(this.#simNodes),
      network: this.#network.counts,
      blockAnswers: this.#post.blockAnswers,
      ...(fork === undefined ? {} : { fork: { height: fork.height, culprits: fork.evidence.map(({ culprit }) => culprit) } }),
      heights: this.#oracles.height,
      transactions: this.#oracles.transactions,
      views: this.witness.highestView,
      events: this.#events,
      virtualMs: Math.round(this.#queue.nowUs / 1000),
      healMs: this.#healedAtUs === undefined ? 0 : Math.round((this.#queue.nowUs - this.#healedAtUs) / 1000),
      traceHash: this.#trace.digest(),
    })
  }

  /** Healed, the network must come to an end of all that was begun; then everything is looked at once more. */
  #finish(): void {
    const wasEnough = this.#isEnough()
    this.#heal()
    this.#runUntil(() => this.#isQuiet(), LIVENESS_MS_MAX)
    if (!this.#isQuiet())
      throw new Violation(
        6,
        `healed for ${LIVENESS_MS_MAX / 1000} s, and ${this.#clients.pending.size} transactions wait${wasEnough ? '' : '; the faulty part did not finish either'}\n${statesOf(this.#simNodes)}`,
      )
    this.#oracles.onEnd(this.#honestNodes(), this.#clients.told)
    this.#vote?.onEnd(this.#honestNodes())
    checkReplay(this.#prng.pick(this.#honestNodes()), this)
  }

  /** A fork is a violation, unless more lie than the set can bear: then it is who is named for it that counts. */
  #judge(error: unknown): { readonly violation?: SimulationResult['violation']; readonly fork?: Fork } {
    const violation = violationOf(error)
    if (this.#accountability === undefined || violation.oracle !== 1) return { violation }
    try {
      return { fork: this.#accountability.onFork() }
    } catch (unnamed) {
      return { violation: violationOf(unnamed) }
    }
  }

  #honestNodes(): readonly SimNode[] {
    return this.#simNodes.filter((node) => this.#honest.has(node.index))
  }

  get #needsSync(): boolean {
    return this.#options.context === 'state sync'
  }

  #isEnough(): boolean {
    const { height: heights, transactions } = this.#oracles
    const done = { heights, transactions, faults: this.#faults, lies: this.#liars.all, vote: this.#vote }
    return shortfall({ ...done, needsSync: this.#needsSync, blockAnswers: this.#post.blockAnswers }) === undefined
  }

  /** Some lie as primaries only: when all else is done, one primary after the other is cut off until they have had their turn. */
  #giveLiarsTheirTurn(): void {
    if (this.#oracles.height < COUNTED_HEIGHTS_MIN || this.#liars.haveLied || this.#queue.nowUs < this.#deposedUntilUs) return
    this.#deposedUntilUs = this.#queue.nowUs + 2 * DEPOSED_MS * 1000
    const primary = this.primary()
    this.note(`primary ${primary} is cut off`)
    this.cut((from, to) => from === primary || to === primary, DEPOSED_MS)
  }

  /** Everything sent is final at every honest node, and they all are at one head. */
  #isQuiet(): boolean {
    return this.#clients.pending.size === 0 && areAtOneHead(this.#honestNodes())
  }

  #runUntil(isDone: () => boolean, virtualMs: number): void {
    const endUs = this.#queue.nowUs + virtualMs * 1000
    while (!isDone() && this.#queue.nowUs < endUs) {
      const event = this.#queue.next()
      if (event === undefined) return
      this.#events += 1
      if (event.type !== 'timer' || this.#isRunning(event)) {
        this.#trace.event(this.#queue.nowUs, event)
        this.#dispatch(event)
      }
      if (this.#healedAtUs === undefined) {
        this.#faults.fire(this.#oracles.height)
        this.#liars.act(this.#oracles.height, this)
        this.#replayWhatIsDue()
        this.#giveLiarsTheirTurn()
      }
    }
  }

  #isRunning({ node, timer, start }: Extract<SimEvent, { type: 'timer' }>): boolean {
    return this.#timers.isRunning(node, timer, start)
  }

  #dispatch(event: SimEvent): void {
    switch (event.type) {
      case 'deliver':
        return this.#at(event.to, event, (node) => node.receive(event.from, event.wire))
      case 'timer':
        return this.#at(event.node, event, (node) => {
          if (!this.#isRunning(event)) return
          this.#timers.stop(event.node, event.timer)
          node.accept({ type: 'timer-fired', timer: event.timer })
        })
      case 'round':
        return this.#at(event.node, event, (node) => node.round())
      case 'submit':
        return this.#submitBurst()
      case 'resubmit':
        for (const transaction of this.#clients.pending.values()) this.#submit(transaction)
        return this.#queue.schedule(RESUBMIT_EVERY_US, { type: 'resubmit' })
      case 'boot':
        return this.#boot(this.#simNodes[event.node] as SimNode)
      case 'resume':
        return this.#resume(event.node)
      case 'join':
        this.#network.join(event.cut)
        return this.#queue.schedule(0, { type: 'links' })
      case 'links':
        return this.#updateLinks()
    }
  }

  /** Runs something on a node that is up; a paused one does it later, a crash on the way ends its process. */
  #at(index: ValidatorIndex, event: SimEvent, action: (node: SimNode) => void): void {
    const node = this.#simNodes[index] as SimNode
    if (!node.isUp || this.#pauses.hold(index, event)) return
    this.#survive(node, () => action(node))
    if (!node.isUp) return
    if (this.#events % MEMORY_CHECK_EVENTS === 0 && this.#honest.has(index)) this.#memory.check(node)
    this.#trace.state(this.#queue.nowUs, index, () => node.replica.describe())
  }

  #survive(node: SimNode, action: () => void): void {
    try {
      action()
    } catch (error) {
      if (error instanceof Crash) this.#end(node, error.downMs)
      else if (error instanceof MissingModuleError && this.#vote !== undefined) this.#end(node, this.#vote.onMissing(node, error))
      else if (error instanceof StoreFailure) this.#end(node, this.#faults.onDiskError(node.index))
      else if (error instanceof InvariantError && !this.#honest.has(node.index)) {
        this.note(`liar ${node.index} ends: ${error.message}`)
        this.#end(node, LIAR_DOWN_MS)
      } else throw error
    }
  }

  /** The process ends, and begins again after a while. */
  #end(node: SimNode, downMs: number): void {
    node.crash(this.#prng)
    this.#timers.forget(node.index)
    this.#queue.schedule(downMs * 1000, { type: 'boot', node: node.index })
    this.#queue.schedule(NOTICE_US, { type: 'links' })
  }

  #boot(node: SimNode): void {
    if (node.isUp) return
    this.#faults.onBoot(node.index)
    this.#links.forget(node.index)
    this.#survive(node, () => {
      node.boot()
      this.#oracles.onBooted(node)
    })
    this.#queue.schedule(NOTICE_US, { type: 'links' })
  }

  #submitBurst(): void {
    if (this.#healedAtUs !== undefined) return
    this.#read()
    const { transactions, isScattered, waitMs } = this.#clients.burst(
      this.#clientMs(),
      this.#oracles.transactions >= COUNTED_TRANSACTIONS_MIN,
    )
    const node = this.#prng.pick(this.#simNodes)
    for (const transaction of [...transactions, ...(this.#vote?.next(this.#clientMs()) ?? [])])
      this.#submit(transaction, isScattered ? undefined : node)
    this.#queue.schedule(waitMs * 1000, { type: 'submit' })
  }

  /** Some client looks up at some node how things stand. */
  #read(): void {
    const node = this.#prng.pick(this.#honestNodes())
    if (this.isRunning(node.index)) this.#oracles.read(node, this.#prng)
  }

  #clientMs(): number {
    return SIM_EPOCH_MS + Math.floor(this.#queue.nowUs / 1000)
  }

  /** To one node or another. Nobody answers for one that is down; one that has it final says so. */
  #submit(transaction: Verified<Transaction>, node = this.#prng.pick(this.#simNodes)): void {
    this.#oracles.onSubmitted(transaction.id)
    if (!this.isRunning(node.index)) return
    const isFinal = this.#honest.has(node.index) && node.reader.heightOfTransaction(transaction.id) !== undefined
    if (isFinal) this.#clients.onFinal([transaction.id])
    else this.#survive(node, () => node.submit(transaction))
  }

  /** Tells every node which others it is connected to. */
  #updateLinks(): void {
    for (const node of this.#simNodes) {
      if (!node.isUp || this.#pauses.has(node.index)) continue
      const self = this.#twins.validatorOf(node.index)
      const others = this.nodes.filter((other) => other !== self)
      const isLinked = (other: ValidatorIndex): boolean => (this.#simNodes[other] as SimNode).isUp && this.#network.connects(self, other)
      for (const { peer, linked } of this.#links.update(node.index, others, isLinked)) {
        const head = asHeight((this.#simNodes[peer] as SimNode).reader.head()?.height ?? 0)
        if (node.isUp) this.#survive(node, () => node.linked(peer, linked ? head : undefined))
      }
    }
  }

  #replayWhatIsDue(): void {
    while ((this.#replayHeights[0] ?? Number.POSITIVE_INFINITY) <= this.#oracles.height) {
      this.#replayHeights.shift()
      const node = this.#prng.pick(this.#honestNodes())
      if (node.isUp && !this.#pauses.has(node.index)) this.#survive(node, () => checkReplay(node, this))
    }
  }

  /** The network is timely, nobody crashes any more, everybody is up. */
  #heal(): void {
    this.#healedAtUs = this.#queue.nowUs
    this.#faults.stop()
    this.#network.heal()
    for (const node of this.#simNodes) node.disk.clearFaults()
    for (const node of this.#pauses.nodes) this.#resume(node)
    for (const node of this.#simNodes) this.#boot(node)
    for (const transaction of this.#clients.take(LIVENESS_TRANSACTIONS, this.#clientMs())) this.#submit(transaction)
    this.#queue.schedule(0, { type: 'links' })
  }

  #resume(node: ValidatorIndex): void {
    for (const event of this.#pauses.end(node)) this.#dispatch(event)
    this.#queue.schedule(NOTICE_US, { type: 'links' })
  }

  primary(): ValidatorIndex {
    return primaryOf(this.witness.highestView as View, this.nodes.length)
  }

  isRunning(node: ValidatorIndex): boolean {
    return (this.#simNodes[node] as SimNode).isUp && !this.#pauses.has(node)
  }

  pause(node: ValidatorIndex, durationMs: number): void {
    this.#pauses.begin(node)
    this.#queue.schedule(durationMs * 1000, { type: 'resume', node })
  }

  cut(cut: Cut, durationMs: number): void {
    this.#network.cut(cut)
    this.#queue.schedule(NOTICE_US, { type: 'links' })
    this.#queue.schedule(durationMs * 1000, { type: 'join', cut })
  }

  breakDisk(node: ValidatorIndex, fault: DiskFault): void {
    ;(this.#simNodes[node] as SimNode).disk.injectFault(fault)
  }

  backUp(node: ValidatorIndex): void {
    ;(this.#simNodes[node] as SimNode).backUp()
  }

  restore(index: ValidatorIndex, downMs: number): boolean {
    const node = this.#simNodes[index] as SimNode
    if (!node.hasBackup) return false
    this.#end(node, downMs)
    node.restore()
    this.#oracles.onRestored(node)
    return true
  }

  restoreAll(index: ValidatorIndex, downMs: number): boolean {
    const node = this.#simNodes[index] as SimNode
    if (!node.hasBackup) return false
    this.#end(node, downMs)
    node.betray('restoreAll')
    return true
  }

  forget(index: ValidatorIndex, downMs: number): void {
    const node = this.#simNodes[index] as SimNode
    this.#end(node, downMs)
    node.betray('forget')
  }

  note(text: string): void {
    this.#trace.note(this.#queue.nowUs, text)
  }

  nowMs(node: ValidatorIndex): number {
    return this.#clientMs() + (this.#plan.clockOffsetsMs[node] ?? 0)
  }

  send(from: ValidatorIndex, to: ValidatorIndex, wire: WireFrame): void {
    this.#post.send(from, to, wire, this.#oracles.height, this.#queue.nowUs)
  }

  comeRound(node: ValidatorIndex, delayUs: number): void {
    this.#queue.schedule(delayUs, { type: 'round', node })
  }

  startTimer(node: ValidatorIndex, timer: ReplicaTimer, durationMs: number): void {
    const start = this.#timers.start(node, timer)
    this.#queue.schedule(durationMs * 1000, { type: 'timer', node, timer, start })
  }

  stopTimer(node: ValidatorIndex, timer: ReplicaTimer): void {
    this.#timers.stop(node, timer)
  }

  reach(node: ValidatorIndex, point: CrashPoint): void {
    this.#faults.reach(node, point)
  }
}
