import { createHash, type Hash as Hasher } from 'node:crypto'
import { createPrng, InvariantError, type Prng } from '@hanse/primitives'
import { asHeight, asValidatorIndex, type Chain, type Transaction, type ValidatorIndex, type Verified } from '@hanse/protocol'
import type { ReplicaEffect, ReplicaTimer } from '@hanse/replica'
import { Byzantine } from './byzantine.ts'
import { EventQueue } from './event-queue.ts'
import { type FaultPlan, planFaults, type ScheduledFault } from './fault-plan.ts'
import type { SimFrame, WireFrame } from './frame.ts'
import { Network } from './network.ts'
import { Oracles, Violation } from './oracles.ts'
import { checkReplay } from './replay-oracle.ts'
import { SIM_EPOCH_MS, simChain, validatorKeyName } from './sim-chain.ts'
import { HASHED_SIGNATURES, REAL_SIGNATURES, simKey } from './sim-keys.ts'
import { Crash, encodeFrame, type NodeWorld, SimNode } from './sim-node.ts'
import { Workload } from './workload.ts'

/** A run that did less proves nothing. */
export const COUNTED_HEIGHTS_MIN = 60
export const COUNTED_TRANSACTIONS_MIN = 200
/** Virtual time in which a run must reach that, and then, healed, must finish what is pending. */
const FAULTY_MS_MAX = 20 * 60 * 1000
const LIVENESS_MS_MAX = 60 * 1000
/** How often, in virtual time, a client sends, and looks after what is not final yet. */
const SUBMIT_EVERY_US = 40_000
const RESUBMIT_EVERY_US = 2_000_000
/** How long a broken connection takes to be noticed. */
const NOTICE_US = 20_000

type SimEvent =
  | { readonly type: 'deliver'; readonly from: ValidatorIndex; readonly to: ValidatorIndex; readonly frame: WireFrame }
  | { readonly type: 'timer'; readonly node: ValidatorIndex; readonly timer: ReplicaTimer; readonly start: number }
  | { readonly type: 'submit' }
  | { readonly type: 'resubmit' }
  | { readonly type: 'boot'; readonly node: ValidatorIndex }
  | { readonly type: 'resume'; readonly node: ValidatorIndex }
  | { readonly type: 'join' }
  | { readonly type: 'links' }

export interface SimulationOptions {
  readonly seed: number
  readonly validators: number
  /** Absent: up to f by chance. */
  readonly byzantine?: number
  /** Gets one line an event. */
  readonly trace?: (line: string) => void
}

export interface SimulationResult {
  readonly seed: number
  readonly validators: number
  readonly byzantine: readonly string[]
  readonly violation?: { readonly oracle: number; readonly message: string }
  /** Why a run without violation does not count. */
  readonly notCounted?: string
  readonly heights: number
  readonly transactions: number
  readonly faultsScheduled: number
  readonly faultsFired: number
  readonly views: number
  readonly events: number
  readonly virtualMs: number
  /** Of everything that happened, in order: equal for equal seeds and code. */
  readonly traceHash: string
}

/** A crash to come, and the fault that it is part of: that has happened when all its nodes crashed. */
interface ArmedCrash {
  effectsLeft: number
  readonly downMs: number
  readonly of: { crashed: number; readonly toCrash: number }
}

export function simulate(options: SimulationOptions): SimulationResult {
  return new Simulation(options).run()
}

/** One world: nodes, network, disks, clocks and clients, in one thread and in virtual time. */
class Simulation implements NodeWorld {
  readonly #options: SimulationOptions
  readonly #prng: Prng
  readonly #plan: FaultPlan
  readonly #chain: Chain
  readonly #queue = new EventQueue<SimEvent>()
  readonly #network: Network
  readonly #workload: Workload
  readonly #oracles: Oracles
  readonly #nodes: readonly SimNode[]
  readonly #byzantine = new Map<ValidatorIndex, Byzantine>()
  readonly #honest: ReadonlySet<ValidatorIndex>
  readonly #pending = new Map<string, Verified<Transaction>>()
  readonly #paused = new Map<ValidatorIndex, SimEvent[]>()
  readonly #armed = new Map<ValidatorIndex, ArmedCrash>()
  readonly #timers = new Map<string, number>()
  readonly #linked = new Set<string>()
  readonly #traceHash: Hasher = createHash('sha256')
  #timerStarts = 0
  #events = 0
  #fired = 0
  #highestView = 0
  #nextFault = 0
  #healed = false

  constructor(options: SimulationOptions) {
    this.#options = options
    this.#prng = createPrng(options.seed)
    this.#plan = planFaults(this.#prng.fork(1), options.validators, options.byzantine)
    this.#chain = simChain(options.validators, false)
    const sister = simChain(options.validators, true)
    const signatures = this.#plan.realSignatures ? REAL_SIGNATURES : HASHED_SIGNATURES
    this.#network = new Network(this.#plan.network, this.#prng.fork(2))
    this.#workload = new Workload(this.#chain, signatures, this.#prng.fork(3))
    const indices = Array.from({ length: options.validators }, (_, index) => asValidatorIndex(index))
    this.#honest = new Set(indices.filter((index) => !this.#plan.byzantine.has(index)))
    this.#oracles = new Oracles(this.#chain, this.#honest, this.#workload.submitted)
    for (const [self, strategy] of this.#plan.byzantine) {
      this.#byzantine.set(self, new Byzantine({ strategy, self, chain: this.#chain, sister, signatures, prng: this.#prng.fork(100 + self) }))
    }
    this.#nodes = indices.map(
      (index) =>
        new SimNode({ chain: this.#chain, index, key: simKey(validatorKeyName(index)), signatures, prng: this.#prng.fork(200 + index) }, this),
    )
  }

  run(): SimulationResult {
    let violation: SimulationResult['violation']
    try {
      for (const node of this.#nodes) this.#boot(node)
      this.#queue.schedule(0, { type: 'links' })
      this.#queue.schedule(SUBMIT_EVERY_US, { type: 'submit' })
      this.#queue.schedule(RESUBMIT_EVERY_US, { type: 'resubmit' })
      this.#runUntil(() => this.#isEnough(), FAULTY_MS_MAX)
      const enough = this.#isEnough()
      this.#heal()
      this.#runUntil(() => this.#isQuiet(), LIVENESS_MS_MAX)
      if (!this.#isQuiet()) throw new Violation(6, `healed for ${LIVENESS_MS_MAX / 1000} s, and ${this.#describeUnfinished(enough)}`)
      for (const node of this.#nodes) if (this.#honest.has(node.index)) checkReplay(node)
    } catch (error) {
      violation = violationOf(error)
    }
    return this.#result(violation)
  }

  #result(violation: SimulationResult['violation']): SimulationResult {
    const { seed, validators } = this.#options
    const { height, transactions } = this.#oracles
    const faultsScheduled = this.#plan.scheduled.length
    const shortfall =
      height < COUNTED_HEIGHTS_MIN || transactions < COUNTED_TRANSACTIONS_MIN
        ? `${height} heights and ${transactions} transactions`
        : this.#fired < faultsScheduled
          ? `${this.#fired} of ${faultsScheduled} faults happened`
          : undefined
    return {
      seed,
      validators,
      byzantine: [...this.#plan.byzantine].map(([node, strategy]) => `${node}:${strategy}`),
      ...(violation === undefined ? {} : { violation }),
      ...(violation !== undefined || shortfall === undefined ? {} : { notCounted: shortfall }),
      heights: height,
      transactions,
      faultsScheduled,
      faultsFired: this.#fired,
      views: this.#highestView,
      events: this.#events,
      virtualMs: Math.round(this.#queue.nowUs / 1000),
      traceHash: this.#traceHash.digest('hex'),
    }
  }

  #isEnough(): boolean {
    return (
      this.#oracles.height >= COUNTED_HEIGHTS_MIN &&
      this.#oracles.transactions >= COUNTED_TRANSACTIONS_MIN &&
      this.#fired === this.#plan.scheduled.length
    )
  }

  /** Everything sent is final at every honest node, and they all are at one head. */
  #isQuiet(): boolean {
    if (this.#pending.size > 0) return false
    const heads = this.#nodes.filter((node) => this.#honest.has(node.index)).map((node) => (node.isUp ? node.ledger.head.header.height : -1))
    return Math.max(...heads) - Math.min(...heads) <= 1 && Math.min(...heads) >= 0
  }

  #describeUnfinished(enough: boolean): string {
    const heads = this.#nodes.map((node) => (node.isUp ? `${node.ledger.head.header.height}@${node.replica.describe().view}` : 'down'))
    return `${this.#pending.size} transactions wait; heads ${heads.join(' ')}${enough ? '' : '; the faulty part did not finish either'}`
  }

  #runUntil(done: () => boolean, virtualMs: number): void {
    const endUs = this.#queue.nowUs + virtualMs * 1000
    while (!done() && this.#queue.nowUs < endUs) {
      const event = this.#queue.next()
      if (event === undefined) return
      this.#events += 1
      this.#record(event)
      this.#dispatch(event)
      this.#fireFaults()
    }
  }

  #dispatch(event: SimEvent): void {
    switch (event.type) {
      case 'deliver':
        return this.#at(event.to, event, (node) => node.receive(event.from, event.frame))
      case 'timer':
        if (this.#timers.get(`${event.node}/${event.timer}`) !== event.start) return
        return this.#at(event.node, event, (node) => {
          this.#timers.delete(`${event.node}/${event.timer}`)
          node.step({ type: 'timer-fired', timer: event.timer })
        })
      case 'submit':
        if (!this.#healed) {
          const transaction = this.#workload.next(this.nowMs(asValidatorIndex(0)))
          this.#pending.set(transaction.id, transaction)
          this.#submitSomewhere(transaction)
          this.#queue.schedule(SUBMIT_EVERY_US, { type: 'submit' })
        }
        return
      case 'resubmit':
        for (const transaction of this.#pending.values()) this.#submitSomewhere(transaction)
        return this.#queue.schedule(RESUBMIT_EVERY_US, { type: 'resubmit' })
      case 'boot': {
        const node = this.#nodes[event.node] as SimNode
        return node.isUp ? undefined : this.#boot(node)
      }
      case 'resume': {
        const held = this.#paused.get(event.node) ?? []
        this.#paused.delete(event.node)
        for (const waiting of held) this.#dispatch(waiting)
        return
      }
      case 'join':
        this.#network.partition(undefined)
        return this.#queue.schedule(0, { type: 'links' })
      case 'links':
        return this.#updateLinks()
    }
  }

  /** Runs something on a node that is up; a paused one does it later, a crash on the way ends its process. */
  #at(index: ValidatorIndex, event: SimEvent, action: (node: SimNode) => void): void {
    const node = this.#nodes[index] as SimNode
    if (!node.isUp) return
    const held = this.#paused.get(index)
    if (held !== undefined) {
      held.push(event)
      return
    }
    this.#survive(node, () => action(node))
    if (node.isUp) this.#highestView = Math.max(this.#highestView, node.replica.describe().view)
  }

  #survive(node: SimNode, action: () => void): void {
    try {
      action()
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      const { downMs, of } = this.#armed.get(node.index) ?? { downMs: 0, of: undefined }
      this.#armed.delete(node.index)
      if (of !== undefined && ++of.crashed === of.toCrash) this.#fired += 1
      node.crash(this.#prng)
      this.#note(`crash ${node.index}`)
      for (const key of this.#timers.keys()) if (key.startsWith(`${node.index}/`)) this.#timers.delete(key)
      this.#queue.schedule(downMs * 1000, { type: 'boot', node: node.index })
      this.#queue.schedule(NOTICE_US, { type: 'links' })
    }
  }

  #boot(node: SimNode): void {
    this.#survive(node, () => {
      node.boot()
      this.#oracles.onBooted(node)
    })
    for (const other of this.#nodes) this.#linked.delete(`${node.index}-${other.index}`)
    this.#queue.schedule(NOTICE_US, { type: 'links' })
  }

  #submitSomewhere(transaction: Verified<Transaction>): void {
    const node = this.#prng.pick(this.#nodes)
    if (node.isUp && !this.#paused.has(node.index)) this.#survive(node, () => node.submit(transaction))
  }

  /** Tells every node which others it is connected to. */
  #updateLinks(): void {
    for (const node of this.#nodes) {
      for (const other of this.#nodes) {
        if (other === node || !node.isUp || this.#paused.has(node.index)) continue
        const key = `${node.index}-${other.index}`
        const linked = other.isUp && this.#network.connects(node.index, other.index)
        if (linked === this.#linked.has(key)) continue
        if (linked) this.#linked.add(key)
        else this.#linked.delete(key)
        const head = asHeight(other.isUp ? other.ledger.head.header.height : 0)
        const peer = other.index
        this.#survive(node, () => node.step(linked ? { type: 'peer-connected', peer, head } : { type: 'peer-disconnected', peer }))
      }
    }
  }

  #fireFaults(): void {
    for (let fault = this.#plan.scheduled[this.#nextFault]; fault !== undefined; fault = this.#plan.scheduled[this.#nextFault]) {
      if (fault.atHeight > this.#oracles.height || this.#healed || !this.#fire(fault)) return
      this.#nextFault += 1
    }
  }

  /** False when it must wait: its node is down, or another fault of its kind is under way. */
  #fire(fault: ScheduledFault): boolean {
    this.#note(`fault ${fault.type}`)
    switch (fault.type) {
      case 'crash': {
        const node = this.#nodes[fault.node] as SimNode
        if (!node.isUp || this.#armed.has(fault.node) || this.#paused.has(fault.node)) return false
        this.#arm([fault.node], fault)
        return true
      }
      case 'crash-all':
        if (this.#nodes.some((node) => !node.isUp || this.#armed.has(node.index) || this.#paused.has(node.index))) return false
        this.#arm(
          this.#nodes.map((node) => node.index),
          fault,
        )
        return true
      case 'pause':
        if (!(this.#nodes[fault.node] as SimNode).isUp || this.#armed.has(fault.node) || this.#paused.has(fault.node)) return false
        this.#paused.set(fault.node, [])
        this.#fired += 1
        this.#queue.schedule(fault.durationMs * 1000, { type: 'resume', node: fault.node })
        return true
      case 'partition':
        this.#network.partition(fault.groups)
        this.#fired += 1
        this.#queue.schedule(NOTICE_US, { type: 'links' })
        this.#queue.schedule(fault.durationMs * 1000, { type: 'join' })
        return true
    }
  }

  #arm(nodes: readonly ValidatorIndex[], { afterEffects, downMs }: { readonly afterEffects: number; readonly downMs: number }): void {
    const of = { crashed: 0, toCrash: nodes.length }
    for (const node of nodes) this.#armed.set(node, { effectsLeft: afterEffects, downMs, of })
  }

  /** The network is timely, nobody crashes any more, everybody is up. */
  #heal(): void {
    this.#healed = true
    this.#armed.clear()
    this.#network.heal()
    for (const index of [...this.#paused.keys()]) this.#dispatch({ type: 'resume', node: index })
    for (const node of this.#nodes) if (!node.isUp) this.#boot(node)
    this.#queue.schedule(0, { type: 'links' })
  }

  #record(event: SimEvent): void {
    const detail = event.type === 'deliver' ? `${event.from}→${event.to} ${event.frame.channel} ${event.frame.bytes.length}` : 'node' in event ? `${event.node}` : ''
    this.#note(`${event.type} ${detail}${event.type === 'timer' ? ` ${event.timer}` : ''}`)
    if (event.type === 'deliver') this.#traceHash.update(event.frame.bytes)
  }

  #note(text: string): void {
    const line = `${this.#queue.nowUs} ${text}`
    this.#traceHash.update(`${line}\n`)
    this.#options.trace?.(line)
  }

  nowMs(node: ValidatorIndex): number {
    return SIM_EPOCH_MS + Math.floor(this.#queue.nowUs / 1000) + (this.#plan.clockOffsetsMs[node] ?? 0)
  }

  send(from: ValidatorIndex, to: ValidatorIndex, frame: SimFrame): void {
    const frames = this.#byzantine.get(from)?.rewrite(to, frame) ?? [frame]
    for (const one of frames) {
      const wire = encodeFrame(one)
      for (const delayUs of this.#network.deliveries(from, to)) this.#queue.schedule(delayUs, { type: 'deliver', from, to, frame: wire })
    }
  }

  startTimer(node: ValidatorIndex, timer: ReplicaTimer, durationMs: number): void {
    const start = this.#timerStarts++
    this.#timers.set(`${node}/${timer}`, start)
    this.#queue.schedule(durationMs * 1000, { type: 'timer', node, timer, start })
  }

  stopTimer(node: ValidatorIndex, timer: ReplicaTimer): void {
    this.#timers.delete(`${node}/${timer}`)
  }

  beforeEffect(node: ValidatorIndex): void {
    const armed = this.#armed.get(node)
    if (armed === undefined) return
    if (armed.effectsLeft > 0) {
      armed.effectsLeft -= 1
      return
    }
    throw new Crash()
  }

  onSigned(...[node, signed]: Parameters<NodeWorld['onSigned']>): void {
    this.#oracles.onSigned(node, signed)
  }

  onStored(...[node, final]: Parameters<NodeWorld['onStored']>): void {
    this.#oracles.onStored(node, final)
  }

  onFinalized(...[node, final]: Parameters<NodeWorld['onFinalized']>): void {
    this.#oracles.onFinalized(node, final)
    for (const { id } of final.block.included) this.#pending.delete(id)
  }

  onReport(_node: ValidatorIndex, effect: Extract<ReplicaEffect, { type: 'report' }>): void {
    this.#oracles.onReport(effect)
  }

  onAdmission(): void {}
}

/** A broken invariant of an honest node is a violation too: it would end the process. */
function violationOf(error: unknown): { readonly oracle: number; readonly message: string } {
  if (error instanceof Violation) return { oracle: error.oracle, message: error.message }
  if (error instanceof InvariantError) return { oracle: 0, message: `invariant: ${error.message}\n${error.stack}` }
  throw error
}
