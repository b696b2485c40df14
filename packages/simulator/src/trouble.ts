import type { Prng } from '@hanse/primitives'
import { asEpoch, type Epoch, primaryOf, type ValidatorIndex, type View } from '@hanse/protocol'
import type { HostWorld } from './byzantine/host-lies.ts'
import type { Clocks } from './clocks.ts'
import type { EventQueue } from './event-queue.ts'
import type { ClockChange, Damage, Direction, DiskFault, NetworkFaults, Software, Target } from './fault.ts'
import type { FaultWorld } from './fault-injector.ts'
import type { Cut, Network } from './network.ts'
import { DEPOSED_MS, NOTICE_US, RECONNECT_MS } from './pace.ts'
import type { Pauses } from './pauses.ts'
import type { SimEvent } from './sim-event.ts'
import type { SimNode } from './sim-node.ts'

/** What trouble is made in. */
export interface TroubledWorld {
  readonly nodes: readonly ValidatorIndex[]
  readonly queue: EventQueue<SimEvent>
  readonly network: Network
  readonly pauses: Pauses
  readonly clocks: Clocks
  readonly prng: Prng
  simNode(node: ValidatorIndex): SimNode
  /** The nodes that validate in this epoch, in the order of their indices. */
  seatsOf(epoch: Epoch): readonly ValidatorIndex[]
  trueMs(): number
  /** The process ends, and begins again after a while. */
  end(node: SimNode, downMs: number): void
  /** The node's disk has less on it than it had. */
  onRestored(node: SimNode): void
  note(text: string): void
}

interface SlowDisk {
  readonly syncMs: number
  readonly untilUs: number
}

/** Does to the world what faults ask for, and takes it back when its time is over. */
export class Trouble implements FaultWorld, HostWorld {
  readonly #world: TroubledWorld
  readonly #slowDisks = new Map<ValidatorIndex, SlowDisk>()
  /** Nodes whose disk is damaged, and that have not started on it yet. */
  readonly #damaged = new Map<ValidatorIndex, { readonly downMs: number }>()

  #deposedUntilUs = 0

  constructor(world: TroubledWorld) {
    this.#world = world
  }

  get nodes(): readonly ValidatorIndex[] {
    return this.#world.nodes
  }

  meet(target: Target): ValidatorIndex {
    const { nodes } = this
    if (target === 'primary') return this.#primary(0)
    if (target === 'next-primary') return this.#primary(1)
    if (target !== 'behind') return target
    const heads = nodes.filter((node) => this.isRunning(node)).map((node) => ({ node, head: this.#head(node) }))
    return heads.reduce((lowest, one) => (one.head < lowest.head ? one : lowest), heads[0] ?? { node: nodes[0] as ValidatorIndex, head: 0 })
      .node
  }

  /** That of so many views above the highest that somebody is in, in the youngest epoch. */
  #primary(ahead: number): ValidatorIndex {
    let [epoch, view]: [Epoch, number] = [asEpoch(0), 0]
    for (const node of this.nodes) {
      if (!this.#world.simNode(node).isUp) continue
      const at = this.#world.simNode(node).replica.describe()
      if (at.epoch > epoch || (at.epoch === epoch && at.view > view)) [epoch, view] = [at.epoch, at.view]
    }
    const seats = this.#world.seatsOf(epoch)
    return seats[primaryOf((view + ahead) as View, seats.length)] as ValidatorIndex
  }

  #head(node: ValidatorIndex): number {
    return this.#world.simNode(node).ledger.head.header.height
  }

  isRunning(node: ValidatorIndex): boolean {
    return this.#world.simNode(node).isUp && !this.#world.pauses.has(node)
  }

  pause(node: ValidatorIndex, durationMs: number): void {
    this.#world.pauses.begin(node)
    this.#world.queue.schedule(durationMs * 1000, { type: 'resume', node })
  }

  cut(cut: Cut, durationMs: number): void {
    const { network, queue } = this.#world
    network.cut(cut)
    this.#noticed()
    this.#after('join', durationMs, () => {
      network.join(cut)
      queue.schedule(0, { type: 'links' })
    })
  }

  /** Cut off until others have had their turn, unless one has just been. */
  deposePrimary(): void {
    const { nowUs } = this.#world.queue
    if (nowUs < this.#deposedUntilUs) return
    this.#deposedUntilUs = nowUs + 2 * DEPOSED_MS * 1000
    const primary = this.meet('primary')
    this.note(`primary ${primary} is cut off`)
    this.cut((from, to) => from === primary || to === primary, DEPOSED_MS)
  }

  clog(node: ValidatorIndex, direction: Direction, durationMs: number, fromMs = 0): void {
    const { network, queue } = this.#world
    const others = this.nodes.filter((other) => other !== node)
    const begin = (): void => network.clog(node, others, direction, queue.nowUs + durationMs * 1000)
    if (fromMs === 0) begin()
    else this.#after('clog', fromMs, begin)
  }

  slowReceiver(node: ValidatorIndex, gapUs: number, durationMs: number): void {
    this.#world.network.slowDown(node, gapUs, this.#world.queue.nowUs + durationMs * 1000)
  }

  reset(one: ValidatorIndex, other: ValidatorIndex): void {
    this.#world.network.reset(one, other)
    this.cut((from, to) => (from === one && to === other) || (from === other && to === one), RECONNECT_MS)
  }

  weather(network: NetworkFaults, durationMs: number): void {
    this.#world.network.change(network)
    this.#after('calm', durationMs, () => this.#world.network.calm())
  }

  changeClock(node: ValidatorIndex, change: ClockChange, durationMs: number): boolean {
    const { clocks } = this.#world
    if (clocks.isWrong(node)) return false
    clocks.change(node, change, this.#world.trueMs())
    this.#after('clock', durationMs, () => clocks.setRight(node))
    return true
  }

  slowDisk(node: ValidatorIndex, syncMs: number, durationMs: number): void {
    this.#slowDisks.set(node, { syncMs, untilUs: this.#world.queue.nowUs + durationMs * 1000 })
  }

  /** What a sync of this node takes now, in ms. */
  syncMs(node: ValidatorIndex): number {
    const slow = this.#slowDisks.get(node)
    return slow === undefined || slow.untilUs <= this.#world.queue.nowUs ? 0 : slow.syncMs
  }

  breakDisk(node: ValidatorIndex, { part, operation, skip }: DiskFault): void {
    const { disk } = this.#world.simNode(node)
    disk.clearFaults()
    disk.injectFault({ part, operation, skip })
  }

  damageDisk(index: ValidatorIndex, part: 'log' | 'state', damage: Damage, downMs: number): void {
    const node = this.#world.simNode(index)
    this.#world.end(node, downMs)
    node.damage(part, damage, this.#world.prng)
    // A log that is gone is none that refuses to start: its node goes on from its guard, as one whose disk was replaced.
    if (part === 'log' && damage === 'missing') this.#world.onRestored(node)
    this.#damaged.set(index, { downMs })
  }

  /** The process of a node has refused to start: false when its disk was not damaged. */
  onRefused(node: SimNode, why: string): boolean {
    const damaged = this.#damaged.get(node.index)
    if (damaged === undefined) return false
    this.#damaged.delete(node.index)
    this.#world.note(`${node.index} refuses to start: ${why.split('\n')[0]}`)
    this.wipe(node.index, damaged.downMs)
    return true
  }

  /** Its disk is as good as any: nothing on it was damaged that it needs. */
  onBooted(node: ValidatorIndex): void {
    this.#damaged.delete(node)
  }

  backUp(node: ValidatorIndex): void {
    this.#world.simNode(node).backUp()
  }

  restore(index: ValidatorIndex, downMs: number): boolean {
    const node = this.#world.simNode(index)
    if (!node.hasBackup) return false
    this.#world.end(node, downMs)
    node.lose('restore')
    this.#world.onRestored(node)
    return true
  }

  wipe(index: ValidatorIndex, downMs: number): void {
    const node = this.#world.simNode(index)
    this.#world.end(node, downMs)
    node.lose('wipe')
    this.#world.onRestored(node)
  }

  changeSoftware(index: ValidatorIndex, software: Software, downMs: number): void {
    const node = this.#world.simNode(index)
    this.#world.end(node, downMs)
    node.run(software)
  }

  restoreAll(index: ValidatorIndex, downMs: number): boolean {
    const node = this.#world.simNode(index)
    if (!node.hasBackup) return false
    this.#world.end(node, downMs)
    node.betray('restoreAll')
    return true
  }

  forget(index: ValidatorIndex, downMs: number): void {
    const node = this.#world.simNode(index)
    this.#world.end(node, downMs)
    node.betray('forget')
  }

  /** All of it is over. */
  heal(): void {
    const { network, clocks, nodes } = this.#world
    network.heal()
    clocks.setAllRight()
    this.#slowDisks.clear()
    for (const node of nodes) this.#world.simNode(node).disk.clearFaults()
  }

  note(text: string): void {
    this.#world.note(text)
  }

  #noticed(): void {
    this.#world.queue.schedule(NOTICE_US, { type: 'links' })
  }

  #after(name: string, durationMs: number, run: () => void): void {
    this.#world.queue.schedule(durationMs * 1000, { type: 'over', name, run })
  }
}
