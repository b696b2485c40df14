import { assert } from '@hanse/primitives'
import type { ValidatorIndex } from '@hanse/protocol'
import type { CrashPoint } from './crash-point.ts'
import type { ClockChange, CrashSpot, Damage, Direction, DiskFault, NetworkFaults, ScheduledFault, Software, Target } from './fault.ts'
import type { Cut } from './network.ts'
import type { StepMoment } from './trade/step-watch.ts'

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
  /** Whom a fault meets now. */
  meet(target: Target): ValidatorIndex
  isRunning(node: ValidatorIndex): boolean
  pause(node: ValidatorIndex, durationMs: number): void
  cut(cut: Cut, durationMs: number): void
  clog(node: ValidatorIndex, direction: Direction, durationMs: number, fromMs?: number): void
  slowReceiver(node: ValidatorIndex, gapUs: number, durationMs: number): void
  reset(one: ValidatorIndex, other: ValidatorIndex): void
  weather(network: NetworkFaults, durationMs: number): void
  /** False when the clock is wrong already. */
  changeClock(node: ValidatorIndex, change: ClockChange, durationMs: number): boolean
  slowDisk(node: ValidatorIndex, syncMs: number, durationMs: number): void
  /** In the place of what else it was to refuse. */
  breakDisk(node: ValidatorIndex, fault: DiskFault): void
  /** The process ends, and finds a damaged disk. */
  damageDisk(node: ValidatorIndex, part: 'log' | 'state', damage: Damage, downMs: number): void
  backUp(node: ValidatorIndex): void
  /** False when there is no backup yet. */
  restore(node: ValidatorIndex, downMs: number): boolean
  wipe(node: ValidatorIndex, downMs: number): void
  changeSoftware(node: ValidatorIndex, software: Software, downMs: number): void
  note(text: string): void
}

const DISK_ERRORS = { EIO: 'disk-error', ENOSPC: 'disk-full', EROFS: 'read-only-disk' } as const
/** Refusals of a sticky fault after which somebody has seen to the disk. */
const STICKY_REFUSALS = 3
/**
 * Heights that a fault waits for the point or the operation that it is for. Not every process comes to it: who observes signs nothing, and
 * a disk that is replaced takes its faults along. After that any point will do, or the next block that is stored.
 */
const PATIENCE_HEIGHTS = 10
/** … that a crash waits for its moment of a step of a trade: the first trades take a while to come to one. */
const STEP_PATIENCE_HEIGHTS = 24

/** A crash to come. `of` counts the crashes of its whole fault, which has happened when they all have. */
interface ArmedCrash extends CrashSpot {
  pointsLeft: number
  /** From this height of the chain on it takes any point. */
  readonly patientTo: number
  readonly of: { left: number; readonly name: string }
}

function endsAgain({ againAfterPoints, againAt }: CrashSpot): boolean {
  return againAfterPoints !== undefined || againAt !== undefined
}

type NetworkFault = Extract<
  ScheduledFault,
  { type: 'partition' | 'broken-links' | 'isolation' | 'clog' | 'swizzle' | 'slow-receiver' | 'reset' | 'weather' }
>

function cutBetween(groups: readonly (readonly ValidatorIndex[])[], oneWay: boolean): Cut {
  const [first] = groups
  if (oneWay) return (from, to) => first?.includes(from) === true && !first.includes(to)
  return (from, to) => !groups.some((group) => group.includes(from) && group.includes(to))
}

/** A crash that waits for a node at a step of a trade. */
interface StepCrash {
  readonly planned: Extract<ScheduledFault, { type: 'step-crash' }>
  /** From this height of the chain on any moment will do. */
  readonly patientTo: number
}

interface BreakingDisk {
  readonly planned: Extract<ScheduledFault, { type: 'disk-error' }>
  refusals: number
  patientTo: number
}

/** Makes the planned faults happen when their height has come, and says which have. */
export class FaultInjector {
  readonly #world: FaultWorld
  #waiting: ScheduledFault[]
  #begun = 0
  /** Of the chain, as far as it was told. */
  #height = 0
  readonly #scheduledCount: number
  readonly #armed = new Map<ValidatorIndex, ArmedCrash>()
  /** What a node that is down has before it in its next start. */
  readonly #again = new Map<ValidatorIndex, ArmedCrash>()
  /** Nodes whose disk is going to refuse something. */
  readonly #breaking = new Map<ValidatorIndex, BreakingDisk>()
  readonly #atSteps = new Set<StepCrash>()
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
    if (height > this.#height) this.#rise(height)
    const [first] = this.#waiting
    if (first === undefined || first.atHeight > height) return
    this.#waiting = this.#waiting.filter((fault) => fault.atHeight > height || !this.#begin(fault))
  }

  /** No more faults. */
  stop(): void {
    this.#waiting = []
    this.#armed.clear()
    this.#again.clear()
    this.#atSteps.clear()
    this.#breaking.clear()
  }

  /** @throws Crash when it is this point's turn. */
  reach(node: ValidatorIndex, point: CrashPoint): void {
    const armed = this.#armed.get(node)
    if (armed === undefined) return
    if (armed.point !== undefined && armed.point !== point && this.#height < armed.patientTo) return
    if (armed.pointsLeft > 0) {
      armed.pointsLeft -= 1
      return
    }
    this.#armed.delete(node)
    this.crashesAt.set(point, (this.crashesAt.get(point) ?? 0) + 1)
    if (endsAgain(armed)) {
      const { downMs, againAfterPoints: pointsLeft = 0, againAt, of } = armed
      const point = againAt === undefined ? {} : { point: againAt }
      this.#again.set(node, { afterPoints: 0, downMs, pointsLeft, patientTo: this.#patientTo(), of, ...point })
    }
    armed.of.left -= 1
    if (armed.of.left === 0) this.#count(armed.of.name)
    this.#world.note(`${node} ends ${point}`)
    throw new Crash(armed.downMs)
  }

  /** The process of `node` is at a block with a step of a trade. @throws Crash when that is what one waits for */
  reachStep(node: ValidatorIndex, moment: StepMoment): void {
    for (const waiting of this.#atSteps) {
      const { planned, patientTo } = waiting
      if (planned.moment !== moment && this.#height < patientTo) continue
      if (this.#world.meet(planned.target) !== node) continue
      this.#atSteps.delete(waiting)
      this.#happened(`step-crash ${moment}`, `${node}`)
      throw new Crash(planned.downMs)
    }
  }

  /** The disk of `node` has refused what it was to refuse: for how long its process is down. */
  onDiskError(node: ValidatorIndex): number {
    const breaking = this.#breaking.get(node)
    assert(breaking !== undefined, `the disk of node ${node} fails and was not to`)
    const { fault, downMs } = breaking.planned
    breaking.refusals += 1
    if (breaking.refusals === 1) this.#happened(DISK_ERRORS[fault.error], `${node}, ${fault.operation} of the ${fault.part}`)
    if (!fault.isSticky || breaking.refusals === STICKY_REFUSALS) this.#breaking.delete(node)
    else this.#world.breakDisk(node, { ...fault, skip: 0 })
    return downMs
  }

  /** The process of `node` begins. */
  onBoot(node: ValidatorIndex): void {
    const again = this.#again.get(node)
    if (again === undefined) return
    this.#again.delete(node)
    this.#armed.set(node, again)
  }

  /** Where nobody has come to what a disk was to refuse, it refuses the next block. */
  #rise(height: number): void {
    this.#height = height
    for (const [node, breaking] of this.#breaking) {
      if (height < breaking.patientTo) continue
      breaking.patientTo = this.#patientTo()
      this.#world.breakDisk(node, { ...breaking.planned.fault, part: 'store', skip: 0 })
    }
  }

  #patientTo(): number {
    return this.#height + PATIENCE_HEIGHTS
  }

  /** False when it must wait. */
  #begin(fault: ScheduledFault): boolean {
    switch (fault.type) {
      case 'crash':
        return this.#arm([this.#world.meet(fault.target)], fault)
      case 'crash-all':
        return this.#arm(this.#world.nodes, fault)
      case 'step-crash':
        this.#atSteps.add({ planned: fault, patientTo: this.#height + STEP_PATIENCE_HEIGHTS })
        return true
      case 'pause':
      case 'clock':
      case 'slow-disk':
      case 'software':
        return this.#beginAt(fault, this.#world.meet(fault.target))
      case 'disk-error':
      case 'disk-damage':
      case 'backup':
      case 'restore':
      case 'wipe':
        return this.#beginOnDisk(fault)
      default:
        return this.#beginOnNetwork(fault)
    }
  }

  /** What meets a process that runs. */
  #beginAt(fault: Extract<ScheduledFault, { type: 'pause' | 'clock' | 'slow-disk' | 'software' }>, node: ValidatorIndex): boolean {
    if (!this.#isFree(node)) return false
    switch (fault.type) {
      case 'pause':
        this.#world.pause(node, fault.durationMs)
        return this.#happened('pause', `${node} for ${fault.durationMs} ms`)
      case 'clock': {
        if (!this.#world.changeClock(node, fault.change, fault.durationMs)) return false
        return this.#happened(`clock-${fault.change.type}`, `${node} for ${fault.durationMs} ms`)
      }
      case 'slow-disk':
        this.#world.slowDisk(node, fault.syncMs, fault.durationMs)
        return this.#happened('slow-disk', `${node}, ${fault.syncMs} ms a sync for ${fault.durationMs} ms`)
      case 'software':
        this.#world.changeSoftware(node, fault.software, fault.downMs)
        return this.#happened(`${fault.software}-software`, `${node}`)
    }
  }

  #beginOnDisk(fault: Extract<ScheduledFault, { type: 'disk-error' | 'disk-damage' | 'backup' | 'restore' | 'wipe' }>): boolean {
    const { target } = fault
    if (fault.type !== 'backup' && !this.#isFree(target)) return false
    switch (fault.type) {
      case 'disk-error':
        this.#breaking.set(target, { planned: fault, refusals: 0, patientTo: this.#patientTo() })
        this.#world.breakDisk(target, fault.fault)
        return true
      case 'disk-damage':
        this.#world.damageDisk(target, fault.part, fault.damage, fault.downMs)
        return this.#happened(`damage-${fault.damage}`, `${target}, its ${fault.part}`)
      case 'backup':
        this.#world.backUp(target)
        return this.#happened('backup', `${target}`)
      case 'restore':
        if (!this.#world.restore(target, fault.downMs)) return false
        return this.#happened('restore', `${target}`)
      case 'wipe':
        this.#world.wipe(target, fault.downMs)
        return this.#happened('wipe', `${target}`)
    }
  }

  #beginOnNetwork(fault: NetworkFault): boolean {
    const world = this.#world
    switch (fault.type) {
      case 'partition': {
        const { groups, oneWay, durationMs } = fault
        world.cut(cutBetween(groups, oneWay), durationMs)
        const text = groups.map((group) => group.join(',')).join(oneWay ? ' ⇹ ' : ' | ')
        return this.#happened(oneWay ? 'one-way partition' : 'partition', `${text} for ${durationMs} ms`)
      }
      case 'broken-links': {
        const broken = new Set(fault.pairs.flatMap(([one, other]) => [`${one}-${other}`, `${other}-${one}`]))
        world.cut((from, to) => broken.has(`${from}-${to}`), fault.durationMs)
        return this.#happened('broken-links', `${fault.pairs.map((pair) => pair.join('-')).join(', ')} for ${fault.durationMs} ms`)
      }
      case 'isolation': {
        const { direction, durationMs } = fault
        const node = world.meet(fault.target)
        world.cut((from, to) => (direction !== 'incoming' && from === node) || (direction !== 'outgoing' && to === node), durationMs)
        return this.#happened(direction === 'both' ? 'isolation' : 'one-way isolation', `${node} ${direction} for ${durationMs} ms`)
      }
      case 'clog': {
        const node = world.meet(fault.target)
        world.clog(node, fault.direction, fault.durationMs)
        return this.#happened('clog', `${node} ${fault.direction} for ${fault.durationMs} ms`)
      }
      case 'swizzle':
        for (const { node, fromMs, durationMs } of fault.clogs) world.clog(node, 'both', durationMs, fromMs)
        return this.#happened('swizzle', fault.clogs.map(({ node }) => node).join(', '))
      case 'slow-receiver': {
        const node = world.meet(fault.target)
        world.slowReceiver(node, fault.gapUs, fault.durationMs)
        return this.#happened('slow-receiver', `${node}, a frame in ${fault.gapUs} µs for ${fault.durationMs} ms`)
      }
      case 'reset':
        world.reset(...fault.between)
        return this.#happened('reset', fault.between.join('-'))
      case 'weather':
        world.weather(fault.network, fault.durationMs)
        return this.#happened('weather', `for ${fault.durationMs} ms`)
    }
  }

  #isFree(node: ValidatorIndex): boolean {
    return this.#world.isRunning(node) && !this.#armed.has(node) && !this.#again.has(node) && !this.#breaking.has(node)
  }

  #arm(nodes: readonly ValidatorIndex[], fault: Extract<ScheduledFault, { type: 'crash' | 'crash-all' }>): boolean {
    if (!nodes.every((node) => this.#isFree(node))) return false
    const of = { left: nodes.length * (endsAgain(fault) ? 2 : 1), name: fault.type }
    for (const node of nodes) this.#armed.set(node, { ...fault, pointsLeft: fault.afterPoints, patientTo: this.#patientTo(), of })
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
