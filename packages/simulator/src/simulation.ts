import type { Fork } from '@hanse/consensus'
import { StoreFailure } from '@hanse/ports'
import { createPrng, InvariantError, type Prng } from '@hanse/primitives'
import { asHeight, asValidatorIndex, type Chain, type Epoch, epochAfter, type ValidatorIndex } from '@hanse/protocol'
import type { ReplicaTimer } from '@hanse/replica'
import { Accountability, forkOf, judge } from './accountability.ts'
import { Clients } from './clients.ts'
import { Clocks } from './clocks.ts'
import type { CrashPoint } from './crash-point.ts'
import { EventQueue } from './event-queue.ts'
import type { FaultPlan } from './fault.ts'
import { Crash, FaultInjector } from './fault-injector.ts'
import type { WireFrame } from './frame.ts'
import { Links } from './links.ts'
import { MEMORY_CHECK_EVENTS, MemoryOracle } from './memory-oracle.ts'
import { Network } from './network.ts'
import { areAtLeastAt, areAtOneHead, checkRejoined, notQuiet, tornWritesOf } from './node-states.ts'
import type { NodeWorld } from './node-world.ts'
import { Oracles } from './oracles.ts'
import { ACCOUNTABILITY_MS_MAX, FAULTY_MS_MAX, LIAR_DOWN_MS, LIVENESS_MS_MAX, NOTICE_US, REJOIN_MS_MAX, RESUBMIT_EVERY_US } from './pace.ts'
import { Pauses } from './pauses.ts'
import { planOf } from './plan-of.ts'
import { Post } from './post.ts'
import { checkReplay } from './replay-oracle.ts'
import { COUNTED_GOAL, type Goal, resultOf, type SimulationOptions, type SimulationResult, shortfall } from './result.ts'
import { type SharedWork, sharedWorkOf } from './shared-work.ts'
import { SIM_EPOCH_MS, simChain, validatorKeyName } from './sim-chain.ts'
import type { SimEvent } from './sim-event.ts'
import { HASHED_SIGNATURES, REAL_SIGNATURES, simKey } from './sim-keys.ts'
import { SimNode } from './sim-node.ts'
import { Stories } from './stories.ts'
import { TimerBook } from './timer-book.ts'
import { Trace } from './trace.ts'
import { StepWatch } from './trade/step-watch.ts'
import { Traffic } from './traffic.ts'
import { Trouble, type TroubledWorld } from './trouble.ts'
import { StartRefused } from './violation.ts'
import { Witness } from './witness.ts'
import { Workload } from './workload.ts'

export function simulate(options: SimulationOptions): SimulationResult {
  return new Simulation(options).run()
}

/** One world: nodes, network, disks, clocks and clients, in one thread and in virtual time. */
class Simulation implements NodeWorld, TroubledWorld {
  readonly nodes: readonly ValidatorIndex[]
  readonly witness: Witness
  readonly #options: SimulationOptions
  readonly prng: Prng
  readonly queue = new EventQueue<SimEvent>()
  readonly network: Network
  readonly pauses = new Pauses()
  readonly clocks: Clocks
  readonly #plan: FaultPlan
  readonly #goal: Goal
  readonly #clients: Clients
  readonly #oracles: Oracles
  readonly #memory: MemoryOracle
  readonly #stories: Stories
  readonly #trouble: Trouble
  readonly #faults: FaultInjector
  readonly #simNodes: readonly SimNode[]
  readonly #post: Post
  readonly #traffic: Traffic
  readonly #accountability: Accountability | undefined
  readonly #honest: ReadonlySet<ValidatorIndex>
  readonly seatsOf = (epoch: Epoch): readonly ValidatorIndex[] => this.#oracles.seatsOf(epoch)
  readonly #timers = new TimerBook()
  readonly #links = new Links()
  readonly #trace: Trace
  readonly #replayHeights: number[]
  readonly #shared: SharedWork | undefined
  #events = 0
  #healedAtUs: number | undefined
  #rejoinMs = 0

  constructor(options: SimulationOptions) {
    const { validators, moduleVote = false } = options
    this.#options = options
    this.#trace = new Trace(options.trace)
    this.prng = createPrng(options.seed)
    this.#plan = options.plan ?? planOf(options)
    this.#goal = options.goal ?? COUNTED_GOAL
    this.#shared = sharedWorkOf(options, this.#plan)
    this.#replayHeights = [...this.#plan.replayHeights]
    const { members, upgrade, version, isTrading = false } = this.#plan
    this.nodes = Array.from({ length: validators + (members === undefined ? 0 : 1) }, (_, index) => asValidatorIndex(index))
    const chain = simChain(validators, { isVoting: moduleVote, isGoverned: (members ?? upgrade) !== undefined, isTrading, version })
    const signatures = this.#plan.realSignatures ? REAL_SIGNATURES : HASHED_SIGNATURES
    this.clocks = new Clocks(this.#plan.clockOffsetsMs)
    this.network = new Network(this.#plan.network, this.prng.fork(2))
    const workload = new Workload(chain, signatures, this.prng.fork(3), isTrading)
    this.#clients = new Clients(workload, this.#plan.load, this.prng.fork(4))
    this.#honest = new Set(this.nodes.filter((index) => !this.#plan.byzantine.has(index)))
    this.#oracles = new Oracles(chain, this.#honest, workload, () => this.queue.nowUs, this.#plan.byzantine.size, this.#shared)
    this.#accountability = options.accountability === true ? new Accountability(this.#honest, validators) : undefined
    const parts = { workload, clients: this.#clients, oracles: this.#oracles, honest: this.#honest, world: this }
    this.#stories = new Stories({ ...parts, validators, plan: this.#plan, moduleVote, prng: this.prng.fork(5) })
    this.#trouble = new Trouble(this)
    this.#faults = new FaultInjector(this.#plan.scheduled, this.#trouble)
    const steps = workload.trade === undefined ? undefined : new StepWatch(workload.trade.steps, this.#faults)
    this.witness = new Witness(this.#honest, this.#oracles, this.#clients, this.#stories, this.#accountability, steps)
    this.#memory = new MemoryOracle(chain)
    this.#post = new Post({
      ...{ chain, sister: simChain(validators, { isSister: true }), signatures, prng: this.prng },
      ...{ network: this.network, byzantine: this.#plan.byzantine, places: this.nodes.length },
      seatsOf: this.seatsOf,
      isOver: (epoch) => this.#honestNodes().every((node) => node.isUp && epochAfter(node.ledger.head.header) > epoch),
      schedule: (delayUs, event) => this.queue.schedule(delayUs, event),
    })
    const processes = [...this.nodes.map((index) => [index, index] as const), ...this.#post.twins.all]
    this.#simNodes = processes.map(([index, self]) => this.#makeNode(chain, index, self, signatures))
    this.#traffic = this.#makeTraffic()
  }

  #makeNode(chain: Chain, index: ValidatorIndex, self: ValidatorIndex, signatures: typeof HASHED_SIGNATURES): SimNode {
    const { roundUs } = this.#plan
    const parts = { chain, index, signatures, shared: this.#shared }
    const options = { ...parts, key: simKey(validatorKeyName(self)), prng: this.prng.fork(200 + index) }
    const node = new SimNode(roundUs === undefined ? options : { ...options, roundUs }, this)
    this.#stories.equip(node)
    return node
  }

  #makeTraffic(): Traffic {
    return new Traffic({
      ...{ clients: this.#clients, oracles: this.#oracles, stories: this.#stories },
      ...{ queue: this.queue, prng: this.prng, honest: this.#honest },
      nodes: this.#simNodes,
      honestNodes: this.#honestNodes(),
      goal: this.#goal,
      nowMs: () => this.trueMs(),
      isRunning: (node) => this.#trouble.isRunning(node),
      survive: (node, action) => this.#survive(node, action),
    })
  }

  run(): SimulationResult {
    let violation: SimulationResult['violation']
    let fork: Fork | undefined
    try {
      for (const node of this.#simNodes) this.#boot(node)
      this.queue.schedule(0, { type: 'links' })
      this.queue.schedule(0, { type: 'submit' })
      this.queue.schedule(RESUBMIT_EVERY_US, { type: 'resubmit' })
      this.#runUntil(
        () => this.#isEnough(),
        this.#goal.virtualMs ?? (this.#accountability === undefined ? FAULTY_MS_MAX : ACCOUNTABILITY_MS_MAX),
      )
      if (this.#accountability === undefined) this.#finish()
      else fork = this.#accountability.onEnd()
    } catch (error) {
      ;({ violation, fork } = judge(error, this.#accountability))
      if (violation !== undefined) this.#trace.say(this.queue.nowUs, `violation of oracle ${violation.oracle}: ${violation.message}`)
    }
    return resultOf(this.#options, {
      ...this.#progress(),
      violation,
      plan: this.#plan,
      tornWrites: tornWritesOf(this.#simNodes),
      network: this.network.counts,
      ...(fork === undefined ? {} : { fork: forkOf(fork) }),
      views: this.witness.highestView,
      ...{ events: this.#events, trades: this.#oracles.trades },
      virtualMs: Math.round(this.queue.nowUs / 1000),
      healMs: this.#healedMs(),
      rejoinMs: this.#rejoinMs,
      traceHash: this.#trace.digest(),
    })
  }

  /** Healed, the network must come to an end of all that was begun; then everything is looked at once more. */
  #finish(): void {
    const wasEnough = this.#isEnough()
    const { height } = this.#oracles
    this.#heal()
    this.#runUntil(() => areAtLeastAt(this.#honestNodes(), height), REJOIN_MS_MAX)
    checkRejoined(this.#honestNodes(), height)
    this.#rejoinMs = this.#healedMs()
    this.#runUntil(() => this.#isQuiet(), LIVENESS_MS_MAX)
    if (!this.#isQuiet()) throw notQuiet(this.#simNodes, this.#clients.pending.size, wasEnough)
    this.#oracles.onEnd(this.#honestNodes(), this.#clients.told)
    this.#stories.onEnd(this.#honestNodes())
    checkReplay(this.prng.pick(this.#honestNodes()), this)
  }

  #healedMs(): number {
    return this.#healedAtUs === undefined ? 0 : Math.round((this.queue.nowUs - this.#healedAtUs) / 1000)
  }

  #honestNodes(): readonly SimNode[] {
    return this.#simNodes.filter((node) => this.#honest.has(node.index))
  }

  #isEnough(): boolean {
    return shortfall(this.#progress()) === undefined
  }

  #progress() {
    return {
      heights: this.#oracles.height,
      transactions: this.#oracles.transactions,
      goal: this.#goal,
      faults: this.#faults,
      lies: this.#post.liars.all,
      stories: this.#stories,
      nodes: this.#simNodes,
      needsSync: this.#options.context === 'state sync',
      blockAnswers: this.#post.blockAnswers,
    }
  }

  /** Some lie as primaries only: when all else is done, one primary after the other is cut off until they have had their turn. */
  #giveLiarsTheirTurn(): void {
    if (this.#oracles.height < this.#goal.heights || this.#post.liars.haveLied) return
    this.#trouble.deposePrimary()
  }

  /** Everything sent is final at every honest node, and they all are at one head. */
  #isQuiet(): boolean {
    return this.#clients.pending.size === 0 && areAtOneHead(this.#honestNodes())
  }

  #runUntil(isDone: () => boolean, virtualMs: number): void {
    const endUs = this.queue.nowUs + virtualMs * 1000
    while (!isDone() && this.queue.nowUs < endUs) {
      const event = this.queue.next()
      if (event === undefined) return
      this.#events += 1
      if (event.type !== 'timer' || this.#timers.isRunning(event.node, event.timer, event.start)) {
        this.#trace.event(this.queue.nowUs, event)
        this.#dispatch(event)
      }
      if (this.#healedAtUs === undefined) {
        this.#faults.fire(this.#oracles.height)
        this.#post.liars.act(this.#oracles.height, this.#trouble)
        this.#replayWhatIsDue()
        this.#giveLiarsTheirTurn()
      }
    }
  }

  #dispatch(event: SimEvent): void {
    switch (event.type) {
      case 'deliver':
        if (event.connection !== this.network.connection(event.from, this.#post.twins.validatorOf(event.to)))
          return void this.network.counts.cut++
        return this.#at(event.to, event, (node) => node.receive(event.from, event.wire))
      case 'timer':
        return this.#at(event.node, event, (node) => {
          if (!this.#timers.isRunning(event.node, event.timer, event.start)) return
          this.#timers.stop(event.node, event.timer)
          node.accept({ type: 'timer-fired', timer: event.timer })
        })
      case 'round':
        return this.#at(event.node, event, (node) => node.round())
      case 'submit':
        return this.#healedAtUs === undefined ? this.#traffic.burst() : undefined
      case 'resubmit':
        return this.#traffic.resubmit()
      case 'boot':
        return this.#boot(this.#simNodes[event.node] as SimNode)
      case 'resume':
        return this.#resume(event.node)
      case 'over':
        return event.run()
      case 'links':
        return this.#updateLinks()
    }
  }

  /** Runs something on a node that is up; a paused one does it later, a crash on the way ends its process. */
  #at(index: ValidatorIndex, event: SimEvent, action: (node: SimNode) => void): void {
    const node = this.#simNodes[index] as SimNode
    if (!node.isUp || this.pauses.hold(index, event)) return
    const syncMs = this.#trouble.syncMs(index)
    const syncs = syncMs === 0 ? 0 : node.disk.counters.syncs
    this.#survive(node, () => action(node))
    if (!node.isUp) return
    if (syncMs > 0 && node.disk.counters.syncs > syncs) this.#trouble.pause(index, syncMs)
    if (this.#events % MEMORY_CHECK_EVENTS === 0 && this.#honest.has(index)) this.#memory.check(node)
    this.#trace.state(this.queue.nowUs, index, () => node.replica.describe())
  }

  #survive(node: SimNode, action: () => void): void {
    try {
      action()
    } catch (error) {
      if (error instanceof Crash) this.end(node, error.downMs)
      else if ((error instanceof StartRefused || error instanceof StoreFailure) && this.#trouble.onRefused(node, error.message)) return
      else if (error instanceof StoreFailure) this.end(node, this.#faults.onDiskError(node.index))
      else if ((error instanceof InvariantError || error instanceof StartRefused) && !this.#honest.has(node.index)) {
        this.note(`liar ${node.index} ends: ${error.message}`)
        this.end(node, LIAR_DOWN_MS)
      } else this.end(node, this.#stories.onLack(node, error))
    }
  }

  /** The process ends, and begins again after a while. */
  end(node: SimNode, downMs: number): void {
    node.crash(this.prng)
    this.#timers.forget(node.index)
    this.queue.schedule(downMs * 1000, { type: 'boot', node: node.index })
    this.queue.schedule(NOTICE_US, { type: 'links' })
  }

  #boot(node: SimNode): void {
    if (node.isUp) return
    this.#faults.onBoot(node.index)
    this.#oracles.onStarting(node.index)
    this.#links.forget(node.index)
    this.#survive(node, () => {
      node.boot()
      this.#trouble.onBooted(node.index)
      this.#oracles.onBooted(node)
    })
    this.queue.schedule(NOTICE_US, { type: 'links' })
  }

  /** Tells every node which others it is connected to. */
  #updateLinks(): void {
    for (const node of this.#simNodes) {
      if (!this.#trouble.isRunning(node.index)) continue
      const self = this.#post.twins.validatorOf(node.index)
      const others = this.nodes.filter((other) => other !== self)
      const isLinked = (other: ValidatorIndex): boolean => this.simNode(other).isUp && this.network.connects(self, other)
      for (const { peer, linked } of this.#links.update(node.index, others, isLinked)) {
        const head = asHeight(this.simNode(peer).reader.head()?.height ?? 0)
        if (node.isUp) this.#survive(node, () => node.linked(peer, linked ? head : undefined))
      }
    }
  }

  #replayWhatIsDue(): void {
    while ((this.#replayHeights[0] ?? Number.POSITIVE_INFINITY) <= this.#oracles.height) {
      this.#replayHeights.shift()
      const node = this.prng.pick(this.#honestNodes())
      if (node.isUp && !this.pauses.has(node.index)) this.#survive(node, () => checkReplay(node, this))
    }
  }

  /** The network is timely, nobody crashes any more, everybody is up. */
  #heal(): void {
    this.#healedAtUs = this.queue.nowUs
    this.#faults.stop()
    this.#trouble.heal()
    this.#stories.heal(this.#simNodes)
    for (const node of this.pauses.nodes) this.#resume(node)
    for (const node of this.#simNodes) this.#boot(node)
    this.#traffic.last()
    this.queue.schedule(0, { type: 'links' })
  }

  #resume(node: ValidatorIndex): void {
    for (const event of this.pauses.end(node)) this.#dispatch(event)
    this.queue.schedule(NOTICE_US, { type: 'links' })
  }

  simNode(node: ValidatorIndex): SimNode {
    return this.#simNodes[node] as SimNode
  }

  trueMs(): number {
    return SIM_EPOCH_MS + Math.floor(this.queue.nowUs / 1000)
  }

  onRestored(node: SimNode): void {
    this.#oracles.onRestored(node)
  }

  note(text: string): void {
    this.#trace.note(this.queue.nowUs, text)
  }

  nowMs(node: ValidatorIndex): number {
    return this.clocks.nowMs(node, this.trueMs())
  }

  send(from: ValidatorIndex, to: ValidatorIndex, wire: WireFrame): void {
    this.#post.send(from, to, wire, { height: this.#oracles.height, nowUs: this.queue.nowUs, syncUs: 1000 * this.#trouble.syncMs(from) })
  }

  comeRound(node: ValidatorIndex, delayUs: number): void {
    this.queue.schedule(delayUs, { type: 'round', node })
  }

  startTimer(node: ValidatorIndex, timer: ReplicaTimer, durationMs: number): void {
    const start = this.#timers.start(node, timer)
    this.queue.schedule(this.clocks.timerUs(node, durationMs), { type: 'timer', node, timer, start })
  }

  stopTimer(node: ValidatorIndex, timer: ReplicaTimer): void {
    this.#timers.stop(node, timer)
  }

  reach(node: ValidatorIndex, point: CrashPoint): void {
    this.#faults.reach(node, point)
  }
}
