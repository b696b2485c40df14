import { asValidatorIndex } from '@hanse/protocol'
import { type FaultPlan, ODDITIES, type ScheduledFault } from './fault.ts'
import { withoutUpgrade } from './plan-upgrade.ts'
import type { SimulationResult } from './result.ts'
import { nodesOf, type Schedule } from './schedule.ts'
import { withoutTrade } from './trade/plan-trade.ts'

/** Runs that a schedule is tried in, at most. */
const TRIES_MAX = 600
const VALIDATORS_MIN = 4
const CALM = { lossPercent: 0, duplicatePercent: 0, flipPerTenThousand: 0, delayUsMin: 100, delayUsMax: 1_000 } as const
const STEADY = { burstMax: 6, waitMsMax: 100, oddities: [] } as const

export interface Shrunk {
  readonly schedule: Schedule
  readonly result: SimulationResult
  readonly tries: number
}

/**
 * Delta debugging: leaves out of a schedule what its violation does not need, in the order of what a reader gains most by: nodes, faults,
 * liars, heights and transactions, the network's faults, and last the length of what is left. A smaller schedule counts when a run of it violates
 * the same oracle.
 */
export class Shrinker {
  readonly #run: (schedule: Schedule) => SimulationResult
  #best: Shrunk
  #tries = 0

  /** @param first what a run of `schedule` came to: a violation */
  constructor(schedule: Schedule, first: SimulationResult, run: (schedule: Schedule) => SimulationResult) {
    this.#best = { schedule, result: first, tries: 0 }
    this.#run = run
  }

  shrink(onSmaller: (shrunk: Shrunk) => void = () => {}): Shrunk {
    for (let before: Schedule | undefined; before !== this.#best.schedule && this.#tries < TRIES_MAX; ) {
      before = this.#best.schedule
      this.#fewerNodes()
      this.#fewerFaults()
      this.#fewerLiars()
      this.#fewerHeights()
      this.#simplerPlan()
      this.#shorterFaults()
      onSmaller(this.#best)
    }
    return { ...this.#best, tries: this.#tries }
  }

  /** True when the schedule is as bad, and is now the best. */
  #try(schedule: Schedule): boolean {
    if (this.#tries >= TRIES_MAX) return false
    this.#tries += 1
    const result = this.#run(schedule)
    if (result.violation?.oracle !== this.#best.result.violation?.oracle) return false
    this.#best = { schedule, result, tries: this.#tries }
    return true
  }

  #tryPlan(change: Partial<FaultPlan>): boolean {
    const { schedule } = this.#best
    return this.#try({ ...schedule, plan: { ...schedule.plan, ...change } })
  }

  #fewerNodes(): void {
    for (let count = VALIDATORS_MIN; count < this.#best.schedule.validators; count++) {
      if (this.#try(withValidators(this.#best.schedule, count))) return
    }
  }

  /** Without half of them, a quarter, …, one. */
  #fewerFaults(): void {
    for (let size = Math.max(1, this.#best.schedule.plan.scheduled.length >> 1); size >= 1; size = size === 1 ? 0 : size >> 1) {
      for (let from = 0; from < this.#best.schedule.plan.scheduled.length; ) {
        const { scheduled } = this.#best.schedule.plan
        if (!this.#tryPlan({ scheduled: [...scheduled.slice(0, from), ...scheduled.slice(from + size)] })) from += size
      }
    }
  }

  #fewerLiars(): void {
    for (const node of this.#best.schedule.plan.byzantine.keys()) {
      const without = new Map(this.#best.schedule.plan.byzantine)
      without.delete(node)
      if (this.#tryPlan({ byzantine: without })) continue
      for (const strategy of this.#best.schedule.plan.byzantine.get(node) ?? []) {
        const strategies = this.#best.schedule.plan.byzantine.get(node) ?? []
        if (strategies.length === 1) break
        const fewer = new Map(this.#best.schedule.plan.byzantine)
        fewer.set(
          node,
          strategies.filter((other) => other !== strategy),
        )
        this.#tryPlan({ byzantine: fewer })
      }
    }
  }

  #fewerHeights(): void {
    for (const part of ['heights', 'transactions'] as const) {
      for (let wanted = 0; wanted < this.#best.schedule.goal[part]; wanted = Math.ceil((wanted + this.#best.schedule.goal[part]) / 2)) {
        const { schedule } = this.#best
        if (this.#try({ ...schedule, goal: { ...schedule.goal, [part]: wanted } })) break
        if (schedule.goal[part] - wanted <= 2) break
      }
    }
  }

  #simplerPlan(): void {
    const { plan } = this.#best.schedule
    const { roundUs: _, ...atOnce } = plan
    if (plan.roundUs !== undefined) this.#try({ ...this.#best.schedule, plan: atOnce })
    this.#unless(
      plan.clockOffsetsMs.every((offset) => offset === 0),
      { clockOffsetsMs: plan.clockOffsetsMs.map(() => 0) },
    )
    this.#unless(plan.replayHeights.length === 0, { replayHeights: [] })
    this.#unless(!plan.realSignatures, { realSignatures: false })
    this.#unless(JSON.stringify(plan.load) === JSON.stringify(STEADY), { load: STEADY })
    if (plan.isTrading === true) this.#try({ ...this.#best.schedule, plan: withoutTrade(this.#best.schedule.plan) })
    if (plan.upgrade !== undefined) this.#try({ ...this.#best.schedule, plan: withoutUpgrade(this.#best.schedule.plan) })
    for (const oddity of ODDITIES) {
      const { load } = this.#best.schedule.plan
      if (load.oddities.includes(oddity)) this.#tryPlan({ load: { ...load, oddities: load.oddities.filter((other) => other !== oddity) } })
    }
    for (const name of ['lossPercent', 'duplicatePercent', 'flipPerTenThousand', 'delayUsMax'] as const) {
      const { network } = this.#best.schedule.plan
      this.#unless(network[name] === CALM[name], { network: { ...network, [name]: CALM[name] } })
    }
  }

  #unless(isSo: boolean, change: Partial<FaultPlan>): void {
    if (!isSo) this.#tryPlan(change)
  }

  /** Each length and delay of what is left: as short as it can be, by halves. */
  #shorterFaults(): void {
    for (let place = 0; place < this.#best.schedule.plan.scheduled.length; place++) {
      for (const name of ['durationMs', 'downMs', 'afterPoints', 'againAfterPoints', 'atHeight'] as const) {
        for (let halved = this.#halved(place, name); halved !== undefined; halved = this.#halved(place, name)) {
          if (!this.#tryPlan({ scheduled: halved })) break
        }
      }
    }
  }

  #halved(place: number, name: string): readonly ScheduledFault[] | undefined {
    const { scheduled } = this.#best.schedule.plan
    const fault = scheduled[place] as ScheduledFault & Readonly<Record<string, unknown>>
    const value = fault[name]
    if (typeof value !== 'number' || value <= 1) return undefined
    return scheduled.map((other, index) => (index === place ? ({ ...other, [name]: value >> 1 } as ScheduledFault) : other))
  }
}

/** The same run of the first `count` validators: what concerned the others is left out. */
function withValidators(schedule: Schedule, count: number): Schedule {
  const { plan } = schedule
  const isThere = (node: number): boolean => node < count
  const inGroups = (fault: ScheduledFault): ScheduledFault =>
    fault.type === 'partition' ? { ...fault, groups: fault.groups.map((group) => group.filter(isThere)) } : fault
  const liars = [...plan.byzantine].filter(([node]) => isThere(node)).slice(0, Math.floor((count - 1) / 3))
  return {
    ...schedule,
    validators: count,
    plan: {
      ...plan,
      scheduled: plan.scheduled.map(inGroups).filter((fault) => nodesOf(fault).every(isThere)),
      byzantine: new Map(liars.map(([node, strategies]) => [asValidatorIndex(node), strategies])),
      clockOffsetsMs: plan.clockOffsetsMs.slice(0, count),
      ...(plan.upgrade === undefined ? {} : { upgrade: { ...plan.upgrade, old: plan.upgrade.old.filter(isThere) } }),
    },
  }
}
