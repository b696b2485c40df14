import { assert } from '@hanse/primitives'
import type { ValidatorIndex } from '@hanse/protocol'
import type { CrashPoint } from './crash-point.ts'
import type { CrashSpot, DiskFault, ScheduledFault, Target } from './fault-plan.ts'
import type { Cut } from './network.ts'

/** Thrown through a step: the process ended here. */
export class Crash extends Error {
  override readonly name = 'Crash'
  readonly downMs: number

  constructor(downMs: number) {
    super('the simulated process ended')
    this.downMs = downMs
  }
}

/** What faults do to the world. */
export interface FaultWorld {
  readonly nodes: readonly ValidatorIndex[]
  /** The primary of the highest view that an honest node has entered. */
  primary(): ValidatorIndex
  isRunning(node: ValidatorIndex): boolean
  pause(node: ValidatorIndex, durationMs: number): void
  cut(cut: Cut, durationMs: number): void
  breakDisk(node: ValidatorIndex, fault: DiskFault): void
  backUp(node: ValidatorIndex): void
  /** False when there is no backup yet. */
  restore(node: ValidatorIndex, downMs: number): boolean
  note(text: string): void
}

/** A crash to come. `of` counts the crashes of its whole fault, which has happened when they all have. */
interface ArmedCrash extends CrashSpot {
  pointsLeft: number
  readonly of: { left: number; readonly name: string }
}

/** Makes the planned faults happen when their height has come, and says which have. */
export class FaultInjector {
  readonly #world: FaultWorld
  #waiting: ScheduledFault[]
  #begun = 0
  readonly #scheduledCount: number
  readonly #armed = new Map<ValidatorIndex, ArmedCrash>()
  /** What a node that is down has before it in its next start. */
  readonly #again = new Map<ValidatorIndex, ArmedCrash>()
  /** Nodes whose disk is going to refuse something. */
  readonly #breaking = new Map<ValidatorIndex, Extract<ScheduledFault, { type: 'disk-error' }>>()
  /** By class: faults that have happened. */
  readonly fired = new Map<string, number>()
  readonly crashesAt = new Map<CrashPoint, number>()

  constructor(scheduled: readonly ScheduledFault[], world: FaultWorld) {
    this.#world = world
    this.#waiting = [...scheduled]
    this.#scheduledCount = scheduled.length
  }

  get scheduledCount(): number {
    return this.#scheduledCount
  }

  get firedCount(): number {
    return this.#begun
  }

  /** Begins what is due at this height. What meets a node that is down waits. */
  fire(height: number): void {
    const [first] = this.#waiting
    if (first === undefined || first.atHeight > height) return
    this.#waiting = this.#waiting.filter((fault) => fault.atHeight > height || !this.#begin(fault))
  }

  /** No more faults. */
  stop(): void {
    this.#waiting = []
    this.#armed.clear()
    this.#again.clear()
    this.#breaking.clear()
  }

  /** @throws Crash when it is this point's turn. */
  reach(node: ValidatorIndex, point: CrashPoint): void {
    const armed = this.#armed.get(node)
    if (armed === undefined || (armed.point !== undefined && armed.point !== point)) return
    if (armed.pointsLeft > 0) {
      armed.pointsLeft -= 1
      return
    }
    this.#armed.delete(node)
    this.crashesAt.set(point, (this.crashesAt.get(point) ?? 0) + 1)
    if (armed.againAfterPoints !== undefined) {
      this.#again.set(node, { afterPoints: 0, downMs: armed.downMs, pointsLeft: armed.againAfterPoints, of: armed.of })
    }
    armed.of.left -= 1
    if (armed.of.left === 0) this.#count(armed.of.name)
    this.#world.note(`${node} ends ${point}`)
    throw new Crash(armed.downMs)
  }

  /** The disk of `node` has refused what it was to refuse: for how long its process is down. */
  onDiskError(node: ValidatorIndex): number {
    const fault = this.#breaking.get(node)
    assert(fault !== undefined, `the disk of node ${node} fails and was not to`)
    this.#breaking.delete(node)
    this.#happened('disk-error', `${node}, ${fault.fault.operation} of the ${fault.fault.part}`)
    return fault.downMs
  }

  /** The process of `node` begins. */
  onBoot(node: ValidatorIndex): void {
    const again = this.#again.get(node)
    if (again === undefined) return
    this.#again.delete(node)
    this.#armed.set(node, again)
  }

  /** False when it must wait. */
  #begin(fault: ScheduledFault): boolean {
    switch (fault.type) {
      case 'crash':
        return this.#arm([this.#meet(fault.target)], fault)
      case 'crash-all':
        return this.#arm(this.#world.nodes, fault)
      case 'pause': {
        const node = this.#meet(fault.target)
        if (!this.#isFree(node)) return false
        this.#world.pause(node, fault.durationMs)
        return this.#happened(`pause`, `${node} for ${fault.durationMs} ms`)
      }
      case 'disk-error':
        if (!this.#isFree(fault.target)) return false
        this.#breaking.set(fault.target, fault)
        this.#world.breakDisk(fault.target, fault.fault)
        return true
      case 'backup':
        this.#world.backUp(fault.target)
        return this.#happened('backup', `${fault.target}`)
      case 'restore':
        if (!this.#isFree(fault.target) || !this.#world.restore(fault.target, fault.downMs)) return false
        return this.#happened('restore', `${fault.target}`)
      case 'partition': {
        const { groups, durationMs } = fault
        this.#world.cut((from, to) => !groups.some((group) => group.includes(from) && group.includes(to)), durationMs)
        return this.#happened('partition', `${groups.map((group) => group.join(',')).join(' | ')} for ${durationMs} ms`)
      }
      case 'isolation': {
        const { direction, durationMs } = fault
        const node = this.#meet(fault.target)
        this.#world.cut((from, to) => (direction !== 'incoming' && from === node) || (direction !== 'outgoing' && to === node), durationMs)
        return this.#happened(direction === 'both' ? 'isolation' : 'one-way isolation', `${node} ${direction} for ${durationMs} ms`)
      }
    }
  }

  #meet(target: Target): ValidatorIndex {
    return target === 'primary' ? this.#world.primary() : target
  }

  #isFree(node: ValidatorIndex): boolean {
    return this.#world.isRunning(node) && !this.#armed.has(node) && !this.#again.has(node) && !this.#breaking.has(node)
  }

  #arm(nodes: readonly ValidatorIndex[], fault: Extract<ScheduledFault, { type: 'crash' | 'crash-all' }>): boolean {
    if (!nodes.every((node) => this.#isFree(node))) return false
    const of = { left: nodes.length * (fault.againAfterPoints === undefined ? 1 : 2), name: fault.type }
    for (const node of nodes) this.#armed.set(node, { ...fault, pointsLeft: fault.afterPoints, of })
    return true
  }

  #happened(name: string, text: string): true {
    this.#count(name)
    this.#world.note(`${name}: ${text}`)
    return true
  }

  #count(name: string): void {
    this.#begun += 1
    this.fired.set(name, (this.fired.get(name) ?? 0) + 1)
  }
}
