import { createPrng, type Hash, type Prng } from '@hanse/primitives'
import { faultsMax } from '@hanse/protocol'
import { Adversary } from './adversary.ts'
import type { EngineModule } from './chain.ts'
import type { Instance } from './instance.ts'
import { ORACLES, type Oracle, type Violation } from './ledger.ts'
import { drawPolicy, OPEN } from './policy.ts'
import { World } from './world.ts'

/** Fewer never showed the first trace of docs/consensus.md to random walks. */
export const VIEWS_MIN = 4
export const HEIGHTS_MIN = 3
const ROUNDS_MIN = 5
const ROUNDS_MAX = 12
/** Engine steps before the network heals, whatever was reached. */
const STEPS_MAX = 1_500
/** Virtual time within which a healed network must make everything final, and the steps that it may take. */
const HEAL_MS = 60_000
const HEAL_STEPS_MAX = 20_000
const EFFECTS_TO_CRASH = 14
const VALIDATORS_MIN = 4

/** Who lies, and how. */
export type Cast = 'twins' | 'adversary' | 'honest'

export interface ScenarioResult {
  readonly scenario: number
  /** Of epoch 0. */
  readonly validators: number
  readonly cast: Cast
  /** That somebody honest came to before the end. */
  readonly epochs: number
  /** Begun before the network healed. */
  readonly views: number
  readonly heights: number
  readonly rounds: number
  readonly crashes: number
  readonly steps: number
  readonly evidence: number
  /** What was wrong first. */
  readonly violation?: Violation
}

export interface ExploreOptions {
  /** A line for every step, to be read. */
  readonly trace?: ((line: string) => void) | undefined
  /** Default: all. Fewer show what a bug leads to if nobody looks at its first signs. */
  readonly oracles?: readonly Oracle[]
}

interface Plan {
  /** Members of each epoch, by index. */
  readonly members: readonly (readonly number[])[]
  readonly cast: Cast
  readonly byzantine: readonly number[]
  readonly crashes: boolean
  readonly tellsPeers: boolean
}

/** The set after one change: somebody more, somebody else in a place, somebody less; never fewer than four. */
function drawChange(prng: Prng, members: readonly number[], newcomer: number): readonly number[] {
  const place = prng.below(members.length)
  switch (members.length <= VALIDATORS_MIN ? prng.below(2) : prng.below(3)) {
    case 0:
      return [...members, newcomer]
    case 1:
      return members.map((member, index) => (index === place ? newcomer : member))
    default:
      return members.filter((_, index) => index !== place)
  }
}

/** One epoch in three of five scenarios, else two or three. */
function drawMembers(prng: Prng, validators: number): readonly (readonly number[])[] {
  const epochs = [Array.from({ length: validators }, (_, index) => index)] as [readonly number[], ...(readonly number[])[]]
  for (let left = prng.pick([0, 0, 0, 1, 2]); left > 0; left--)
    epochs.push(drawChange(prng, epochs[epochs.length - 1] ?? epochs[0], validators + epochs.length))
  return epochs
}

function drawPlan(prng: Prng): Plan {
  const validators = prng.pick([4, 4, 4, 4, 4, 4, 4, 4, 5, 7])
  const members = drawMembers(prng, validators)
  const faults = Math.min(...members.map((set) => faultsMax(set.length)))
  const cast = prng.pick<Cast>(['adversary', 'adversary', 'adversary', 'adversary', 'twins', 'twins', 'twins', 'honest'])
  const everyone = Array.from({ length: validators }, (_, index) => index)
  const byzantine = cast === 'honest' ? [] : prng.shuffle(everyone).slice(0, faults)
  return { members, cast, byzantine, crashes: prng.chance(1, 2), tellsPeers: prng.chance(1, 2) }
}

/** One scenario from its number: rounds of trouble, then a healed network in which everything must become final. */
class Scenario {
  readonly world: World
  readonly plan: Plan
  rounds = 0
  crashes = 0
  views = 1
  readonly #prng: Prng
  readonly #adversary: Adversary | undefined

  constructor(module: EngineModule, scenario: number, { trace, oracles = ORACLES }: ExploreOptions) {
    const prng = createPrng(scenario)
    const plan = drawPlan(prng)
    this.#prng = prng
    this.plan = plan
    this.world = new World({
      module,
      prng,
      members: plan.members,
      byzantine: plan.byzantine,
      twins: plan.cast === 'twins',
      window: 1 + prng.below(4),
      overtaking: prng.pick([0, 4, 2]),
      holdsBack: prng.chance(1, 3),
      isStoreLate: prng.chance(1, 3),
      oracles,
      trace,
    })
    this.#adversary = plan.cast === 'adversary' ? new Adversary(this.world, plan.byzantine) : undefined
  }

  get #isViolated(): boolean {
    return this.world.ledger.violations.length > 0
  }

  trouble(): void {
    const { world } = this
    for (const instance of world.instances) instance.start()
    this.#tellPeers()
    while (this.rounds < ROUNDS_MAX && world.steps < STEPS_MAX && !this.#isViolated) {
      if (this.rounds >= ROUNDS_MIN && this.views >= VIEWS_MIN) break
      this.rounds += 1
      this.#round()
      this.views = Math.max(this.views, ...world.honest.map(({ engine }) => (engine?.describe().view ?? 0) + 1))
    }
  }

  #round(): void {
    const { world } = this
    const prng = this.#prng
    world.policy = drawPolicy(prng, world.instances)
    if (world.traces) world.say(`── round ${this.rounds}: ${world.policy.describe()}`)
    if (this.plan.tellsPeers) this.#tellPeers()
    if (this.plan.crashes) this.#crashSome()
    for (let count = prng.below(3); count > 0; count--) this.#submit(world.newTransaction())
    if (prng.chance(1, 3)) this.#submitChange()
    world.release(1, 2)
    this.#settle()
    this.#adversary?.act()
    this.#settle()
    this.#tick()
    this.#settle()
    if (prng.chance(4, 5)) this.#endView()
    if (world.isStoreLate && prng.chance(1, 2)) for (const instance of world.instances) instance.flush()
  }

  /** The view's time is over for some; the network is another one meanwhile. */
  #endView(): void {
    const { world } = this
    const prng = this.#prng
    world.policy = drawPolicy(prng, world.instances)
    if (world.traces) world.say(`── views end: ${world.policy.describe()}`)
    for (const instance of world.instances) {
      if (prng.chance(4, 5)) for (let slices = 8; slices > 0 && instance.timers.has('view'); slices--) instance.fire('view')
    }
    this.#settle()
    this.#adversary?.endView()
    this.#settle()
    this.#adversary?.act()
    this.#settle()
  }

  /** Short timers may run out at any time. */
  #tick(): void {
    for (const instance of this.world.instances) {
      for (const timer of ['batch', 'fetch', 'bytes'] as const) if (this.#prng.chance(1, 2)) instance.fire(timer)
      if (this.#prng.chance(1, 3)) instance.fire('status')
    }
  }

  #crashSome(): void {
    const prng = this.#prng
    for (const instance of this.world.instances) {
      if (!instance.isUp) {
        if (prng.chance(2, 3)) this.#restart(instance)
      } else if (prng.chance(1, 6)) {
        this.crashes += 1
        instance.effectsLeft = prng.below(EFFECTS_TO_CRASH)
      }
    }
  }

  #restart(instance: Instance): void {
    instance.start()
    this.world.tellPeersTo(instance)
  }

  /** What ends an epoch waits in every pool that hears of it, and changes nothing in another epoch than its own. */
  #submitChange(): void {
    const { world } = this
    const next = world.epochs.changes.find((change) => !world.transactions.includes(change))
    if (next === undefined) return
    world.transactions.push(next)
    this.#submit(next)
  }

  #submit(id: Hash): void {
    const all = this.#prng.chance(2, 3)
    for (const instance of this.world.instances) if (all || this.#prng.chance(1, 2)) instance.submit(id)
  }

  #settle(): void {
    this.world.settle(STEPS_MAX)
  }

  #tellPeers(): void {
    for (const instance of this.world.instances) this.world.tellPeersTo(instance)
  }

  /** Everybody is up and reached; what clients sent they send again, and all of it becomes final, at three heights at least. */
  heal(): void {
    const { world } = this
    world.policy = OPEN
    world.say('── healed')
    for (const instance of world.instances) {
      instance.effectsLeft = Number.POSITIVE_INFINITY
      if (!instance.isUp) instance.start()
    }
    this.#tellPeers()
    world.release(1, 1)
    for (const id of world.transactions) for (const instance of world.instances) instance.submit(id)
    const stepsMax = world.steps + HEAL_STEPS_MAX
    const untilMs = world.nowMs + HEAL_MS
    for (;;) {
      world.settle(stepsMax)
      if (this.#isViolated) return
      if (world.honest.every((instance) => instance.height >= HEIGHTS_MIN && world.transactions.every((id) => instance.finalIds.has(id))))
        return
      if (world.honest.every((instance) => world.transactions.every((id) => instance.finalIds.has(id)))) this.#submitToAll()
      else if (!this.#nextTimer(untilMs) || world.steps >= stepsMax) return this.#notLive()
    }
  }

  #submitToAll(): void {
    const id = this.world.newTransaction()
    for (const instance of this.world.instances) instance.submit(id)
  }

  /** Lets the timer run out that is due first. False when none is within the time. */
  #nextTimer(untilMs: number): boolean {
    let due: { readonly instance: Instance; readonly timer: Parameters<Instance['fire']>[0]; readonly atMs: number } | undefined
    for (const instance of this.world.instances) {
      for (const [timer, atMs] of instance.timers) if (due === undefined || atMs < due.atMs) due = { instance, timer, atMs }
    }
    if (due === undefined || due.atMs > untilMs) return false
    this.world.nowMs = Math.max(this.world.nowMs, due.atMs)
    due.instance.fire(due.timer)
    return true
  }

  #notLive(): void {
    const { world } = this
    const states = world.instances.map((instance) => `${instance.name}: ${instance.describe()}`).join('; ')
    world.ledger.violate('liveness', `not everything is final ${HEAL_MS / 1_000} s after the network has healed. ${states}`)
  }
}

/** Runs one scenario. The same number and engine give the same run. */
export function explore(module: EngineModule, scenario: number, options: ExploreOptions = {}): ScenarioResult {
  const run = new Scenario(module, scenario, options)
  const { world, plan } = run
  const { violations } = world.ledger
  try {
    run.trouble()
    if (violations.length === 0) run.heal()
  } catch (error) {
    // A broken invariant ends the process of an honest validator: nobody else could have broken it.
    world.ledger.violate('invariant', error instanceof Error ? error.message : String(error))
  }
  const [violation] = violations
  if (violation !== undefined) world.say(`── ${violation.oracle}: ${violation.message}`)
  return {
    scenario,
    validators: plan.members[0]?.length ?? 0,
    cast: plan.cast,
    epochs: 1 + Math.max(...world.honest.map(({ epoch }) => epoch)),
    views: run.views,
    heights: Math.min(...world.honest.map(({ height }) => height)),
    rounds: run.rounds,
    crashes: run.crashes,
    steps: world.steps,
    evidence: world.ledger.evidence.length,
    ...(violation === undefined ? {} : { violation }),
  }
}
