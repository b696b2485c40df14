import { createPrng, type Hash, type Prng } from '@hanse/primitives'
import { asHeight, asView, type ConsensusMessage, type ProposalBody } from '@hanse/protocol'
import { named } from './fixtures.ts'
import { type EngineModule, Network, type NetworkOptions, type TestNode } from './network.ts'

/** What a Byzantine validator does to what an honest one in its place would say. */
type Strategy = (network: Network, from: number, to: number, message: ConsensusMessage) => readonly ConsensusMessage[]

const isOdd = (to: number): boolean => to % 2 === 1

function otherBatch(body: ProposalBody): ProposalBody {
  return { ...body, timeMs: body.timeMs + 1 }
}

/** Says one thing to some and another to the rest. */
const equivocate: Strategy = (_, __, to, message) => {
  if (!isOdd(to)) return [message]
  if (message.type === 'proposal') return [{ ...message, body: otherBatch(message.body) }]
  if (message.type === 'prepare') return [{ ...message, digest: named('other') }]
  if (message.type === 'commit') return [{ ...message, headerHash: named('other header') }]
  return [message]
}

/** Sends both of two conflicting messages. */
const sayBoth: Strategy = (network, from, to, message) => {
  const [other] = equivocate(network, from, isOdd(to) ? to : to + 1, message)
  return other === undefined || other === message ? [message] : network.prng.chance(1, 2) ? [message, other] : [other, message]
}

const silent: Strategy = () => []

/** Drops what it likes, for whom it likes. */
const choosy: Strategy = (network, _, to, message) => (network.prng.chance(isOdd(to) ? 1 : 3, 4) ? [message] : [])

/** Prepares, never commits; leaves out what it has prepared. */
const hidePrepared: Strategy = (_, __, ___, message) => {
  if (message.type === 'commit') return []
  if (message.type !== 'viewChange') return [message]
  const { prepared: _prepared, ...rest } = message
  return [rest]
}

/** Claims an older head. */
const hideHead: Strategy = (_, __, ___, message) => {
  if (message.type !== 'viewChange') return [message]
  return [{ type: 'viewChange', newView: message.newView }]
}

/** Announces views that do not follow from their ViewChanges. */
const forgeNewView: Strategy = (network, _, to, message) => {
  if (message.type !== 'newView') return hidePrepared(network, 0, to, message)
  const { digest: _digest, ...rest } = message
  return network.prng.pick<readonly ConsensusMessage[]>([
    [rest],
    [{ ...rest, digest: named('forged') }],
    [{ ...message, base: asHeight(message.base + 1) }],
    [{ ...message, viewChanges: message.viewChanges.map((hash) => hash.replace('a', 'b') as Hash) }, message],
  ])
}

/** Moves views and heights by one. */
const offByOne: Strategy = (network, _, __, message) => {
  if (network.prng.chance(2, 3)) return [message]
  const by = network.prng.pick([-1, 1])
  switch (message.type) {
    case 'prepare':
    case 'commit':
      return [
        network.prng.chance(1, 2)
          ? { ...message, view: asView(Math.max(0, message.view + by)) }
          : { ...message, height: asHeight(Math.max(1, message.height + by)) },
      ]
    case 'status':
      return [{ ...message, wants: asView(message.wants + network.prng.pick([1, 1_000])) }]
    default:
      return [message]
  }
}

export const STRATEGIES: Readonly<Record<string, Strategy>> = {
  equivocate,
  sayBoth,
  silent,
  choosy,
  hidePrepared,
  hideHead,
  forgeNewView,
  offByOne,
}

interface ScheduleResult {
  readonly network: Network
  /** What was wrong, in words. */
  readonly faults: readonly string[]
}

interface ScheduleOptions {
  readonly validators?: number
  readonly faultyMs?: number
  /** A Byzantine validator that hides and forgets, links that lose most, views that end early: many views over few heights. */
  readonly smallScope?: boolean
  readonly trace?: NonNullable<NetworkOptions['onEffect']>
}

const IMPATIENT = { viewTimeoutMs: 200, viewTimeoutMsMax: 3_200, batchWaitMs: 5, statusMs: 100, fetchRetryMs: 60 }

interface Faults {
  readonly lossPercent: number
  readonly delayMsMax: number
  readonly partitions: boolean
  readonly crashes: boolean
  readonly byzantine: boolean
  readonly storeLagMs: number
  /** Some starts of one honest validator find an old log, or none; its guard is there. */
  readonly losesLog: boolean
}

/** Every class of faults is on or off, so that rare combinations appear. */
function drawFaults(prng: Prng): Faults {
  const byzantine = prng.chance(2, 3)
  return {
    lossPercent: prng.chance(1, 2) ? prng.below(30) : 0,
    delayMsMax: prng.pick([10, 50, 400, 2_000]),
    partitions: prng.chance(1, 2),
    crashes: prng.chance(1, 2),
    byzantine,
    storeLagMs: prng.chance(1, 2) ? prng.below(500) : 0,
    losesLog: !byzantine && prng.chance(1, 2),
  }
}

/** Most messages are lost, so that certificates are known to few and most views fail. */
const SMALL_SCOPE: Faults = {
  lossPercent: 55,
  delayMsMax: 150,
  partitions: false,
  crashes: true,
  byzantine: true,
  storeLagMs: 0,
  losesLog: false,
}

const FAULTY_MS = 12_000
/** How long after the network has healed everything pending must be final. */
const HEAL_MS = 40_000

/** One random run: faults for a while, then a timely network in which every transaction must become final everywhere. */
export function runSchedule(module: EngineModule, seed: number, more: ScheduleOptions = {}): ScheduleResult {
  const prng = createPrng(seed)
  const validators = more.validators ?? prng.pick([4, 4, 4, 5, 7])
  const faulty: Faults = more.smallScope === true ? SMALL_SCOPE : drawFaults(prng)
  const faultyMs = more.faultyMs ?? FAULTY_MS
  const byzantine = faulty.byzantine
    ? prng.shuffle(Array.from({ length: validators }, (_, index) => index)).slice(0, Math.floor((validators - 1) / 3))
    : []
  const strategies = new Map(byzantine.map((index) => [index, prng.pick(Object.values(STRATEGIES))]))
  let healed = false
  const network = new Network({
    module,
    validators,
    seed: seed + 1,
    ...(more.trace === undefined ? {} : { onEffect: more.trace }),
    byzantine,
    storeLagMs: faulty.storeLagMs,
    engine: more.smallScope === true ? { window: 3, timeouts: IMPATIENT } : { window: prng.pick([1, 2, 4, 8]) },
    delay: ({ prng: draw }) =>
      healed ? 1 + draw.below(10) : draw.below(100) < faulty.lossPercent ? undefined : 1 + draw.below(faulty.delayMsMax),
    corrupt: (running, from, to, message) => strategies.get(from)?.(running, from, to, message) ?? [message],
  })
  const { queue } = network
  network.startAll()
  const repeat = (everyMs: number, run: () => void): void => {
    const tick = (): void => {
      if (healed) return
      run()
      queue.after(1 + prng.below(2 * everyMs), tick)
    }
    queue.after(prng.below(everyMs), tick)
  }
  repeat(60, () => network.submit(prng.shuffle([...network.nodes.keys()]).slice(0, 1 + prng.below(validators))))
  if (faulty.partitions) repeat(1_500, () => partition(network, prng))
  const restart = (node: TestNode): void => {
    if (faulty.losesLog && node.index === 0) forget(node, prng)
    node.start()
  }
  if (faulty.crashes) {
    repeat(1_200, () =>
      crash(network, prng, (node) => {
        if (!healed) restart(node)
      }),
    )
  }
  network.runUntil(faultyMs)
  healed = true
  network.cut.clear()
  for (const node of network.nodes) {
    node.effectsLeft = Number.POSITIVE_INFINITY
    if (!node.isUp) restart(node)
  }
  network.connectionsChanged()
  // A transaction that its only holder has lost was never promised to anyone: its client sends it again.
  for (const id of network.transactions) for (const node of network.nodes) node.submit(id)
  const pending = (): boolean => network.violations.length === 0 && !network.transactions.every((id) => network.isFinalEverywhere(id))
  network.submit()
  network.runWhile(pending, faultyMs + HEAL_MS)
  const faults = [...network.violations]
  if (faults.length === 0 && pending()) {
    faults.push(
      `not final after ${HEAL_MS} ms of a timely network: ${network.transactions.filter((id) => !network.isFinalEverywhere(id)).length} of ${network.transactions.length}`,
    )
  }
  return { network, faults }
}

function partition(network: Network, prng: Prng): void {
  network.cut.clear()
  if (prng.chance(1, 3)) return network.connectionsChanged()
  for (const { index: from } of network.nodes) {
    for (const to of network.others(from)) {
      const cut = prng.chance(1, 3)
      if (cut) network.cut.add(`${from}>${to}`)
      if (cut && prng.chance(2, 3)) network.cut.add(`${to}>${from}`)
    }
  }
  network.connectionsChanged()
}

/** A backup of the log is put back, or the log is gone. */
function forget(node: TestNode, prng: Prng): void {
  if (prng.chance(1, 2)) node.log = prng.chance(1, 2) ? [] : node.log.slice(0, prng.below(node.log.length + 1))
}

function crash(network: Network, prng: Prng, restart: (node: TestNode) => void): void {
  const victims = prng.chance(1, 6) ? network.nodes : [prng.pick(network.nodes)]
  for (const node of victims) {
    if (!node.isUp) continue
    node.effectsLeft = prng.below(12)
    const { life } = node
    network.queue.after(200 + prng.below(3_000), () => {
      if (node.life !== life) return
      restart(node)
      network.connectionsChanged()
    })
  }
}
