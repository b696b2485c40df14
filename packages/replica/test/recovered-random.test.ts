import { createPrng, type Prng } from '@hanse/primitives'
import { epochAfter, type SignedMessage } from '@hanse/protocol'
import type { MembershipChange } from '@hanse/state'
import { test } from 'tap'
import { type CrashPoint, EpochNet, type NetNode } from './support/epoch-net.ts'
import { membershipTransaction, recordOf, waitTransaction } from './support/governor.ts'

const NODES = 6
const ROUNDS = 3
const FAULTY_MS = 2_500
const STEP_MS = 50
/** Longer than any frame is under way. */
const SILENCE_MS = 500
const LEVEL_TRIES = 7
const CRASH_POINTS: readonly CrashPoint[] = ['log', 'guard', 'store', 'send']

interface Outcome {
  readonly violations: readonly string[]
  readonly recoveries: number
  readonly stuck: string | undefined
}

function epochAbove([node]: readonly NetNode[]): number {
  const header = node?.reader.record(node.height)?.header
  return header === undefined ? 0 : epochAfter(header)
}

/** Logs are lost again and again, and the chain is recovered each time, whatever stood at the moment. */
class Recoveries {
  readonly #net: EpochNet
  readonly #prng: Prng
  readonly #all: readonly number[]
  #number = 0

  constructor(seed: number) {
    this.#net = new EpochNet({ nodes: NODES, seed, delayMsMax: 10 + (seed % 4) * 15 })
    this.#prng = createPrng(seed).fork(9)
    this.#all = this.#net.nodes.map(({ index }) => index)
  }

  run(): Outcome {
    const net = this.#net
    net.start(...this.#all)
    for (const index of [4, 5]) this.#submit({ type: 'admit', record: recordOf(index) })
    let recoveries = 0
    let stuck: string | undefined
    for (; recoveries < ROUNDS && stuck === undefined; recoveries++) {
      this.#faults()
      stuck = this.#recover()
    }
    const refused = net.nodes.flatMap((node) => [...node.refused, ...(node.refusal === undefined ? [] : [node.refusal])])
    return { violations: [...net.violations, ...refused], recoveries, stuck }
  }

  #submit(wanted?: MembershipChange): void {
    const up = this.#net.nodes.filter(({ isUp }) => isUp)
    if (up.length === 0) return
    const number = ++this.#number
    const { chain } = this.#net
    this.#prng.pick(up).submit(wanted === undefined ? waitTransaction(chain, number) : membershipTransaction(chain, number, wanted))
  }

  #faults(): void {
    const [net, prng] = [this.#net, this.#prng]
    net.lossPercent = 3
    for (const endMs = net.nowMs + FAULTY_MS; net.nowMs < endMs; net.pass(STEP_MS)) {
      this.#submit()
      if (prng.chance(1, 8)) this.#submit({ type: 'promote', organization: `validator-${4 + prng.below(2)}` })
      if (prng.chance(1, 12)) this.#submit({ type: 'remove', organization: `validator-${prng.below(NODES)}` })
      const victim = prng.pick(net.nodes)
      const point = prng.pick(CRASH_POINTS)
      if (prng.chance(1, 8) && victim.isUp) victim.crashIn = () => point
      for (const node of net.nodes) if (!node.isUp && prng.chance(1, 8)) net.start(node.index)
    }
    net.lossPercent = 0
    for (const node of net.nodes) node.crashIn = undefined
    this.#stopAll()
    for (const node of net.nodes) if (prng.chance(1, 2)) node.loseLog()
  }

  #stopAll(): void {
    this.#net.stop(...this.#all)
    this.#net.pass(SILENCE_MS)
  }

  /** Why it did not come to pass, or nothing. */
  #recover(): string | undefined {
    const [net, prng] = [this.#net, this.#prng]
    let given = 0
    for (let attempt = 0; attempt < LEVEL_TRIES; attempt++) {
      net.start(...this.#all)
      net.pass(200 + prng.below(2_000))
      this.#stopAll()
      const head = Math.max(...net.nodes.map(({ height }) => height))
      const above = net.nodes.filter(({ height }) => height === head)
      const epoch = epochAbove(above)
      // Now and then somebody signs too early, and all give that number up.
      const early = epoch + 2 + given
      if (prng.chance(1, 4) && prng.pick(net.nodes).signRecovery(early).ok) given += 2
      const statements = above.flatMap(({ index }): readonly SignedMessage[] => {
        const signed = net.node(index).signRecovery(epoch + 2 + given)
        return signed.ok ? [signed.value] : []
      })
      const place = prng.pick(above)
      if (!place.applyRecovery(epoch + 2 + given, statements).ok) {
        given += 2
        continue
      }
      return this.#goesOn(place.index, head, epoch + 2 + given)
    }
    return `no recovery in ${LEVEL_TRIES} attempts: ${net.nodes.map(({ height }) => height)}`
  }

  /** Of those who come first, one knows that there was a recovery. */
  #goesOn(place: number, head: number, epoch: number): string | undefined {
    const net = this.#net
    const [late, ...rest] = this.#prng.shuffle(this.#all.filter((index) => index !== place)) as [number, ...number[]]
    const others = [place, ...rest]
    net.start(...others)
    this.#submit()
    const isAlive = (who: readonly number[]) => (): boolean =>
      who.every((index) => net.node(index).isUp && net.node(index).height > head + 1 && net.node(index).replica.epoch >= epoch)
    if (!net.passUntil(isAlive(others))) return `after the recovery above ${head}: ${net.nodes.map(({ height }) => height)}`
    net.start(late)
    return net.passUntil(isAlive(this.#all)) ? undefined : `who came later: ${net.nodes.map(({ height }) => height)}`
  }
}

const SEEDS = Number(process.env['HANSE_EPOCH_SEEDS'] ?? 4)

test('whatever was lost, and whoever signed too early: after a recovery there is one chain, nobody is accused, and all goes on', (t) => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { violations, recoveries, stuck } = new Recoveries(seed).run()
    t.same(violations, [], `seed ${seed}`)
    t.equal(stuck, undefined, `seed ${seed}`)
    t.equal(recoveries, ROUNDS, `seed ${seed}`)
  }
  t.end()
})
