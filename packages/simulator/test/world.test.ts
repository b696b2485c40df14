import { createPrng } from '@hanse/primitives'
import { asValidatorIndex, type ValidatorIndex } from '@hanse/protocol'
import { test } from 'tap'
import { EVERYDAY_STRATEGIES } from '../src/byzantine/strategies.ts'
import { Clocks } from '../src/clocks.ts'
import type { CrashPoint } from '../src/crash-point.ts'
import { EventQueue } from '../src/event-queue.ts'
import { ODDITIES, type ScheduledFault } from '../src/fault.ts'
import { Crash, FaultInjector, type FaultWorld } from '../src/fault-injector.ts'
import { planFaults } from '../src/fault-plan.ts'
import { Links } from '../src/links.ts'
import { type Cut, Network } from '../src/network.ts'
import { Pauses } from '../src/pauses.ts'
import { TimerBook } from '../src/timer-book.ts'

const [A, B, C, D] = [0, 1, 2, 3].map((index) => asValidatorIndex(index)) as [
  ValidatorIndex,
  ValidatorIndex,
  ValidatorIndex,
  ValidatorIndex,
]
const NODES = [A, B, C, D]
const CALM = { lossPercent: 0, duplicatePercent: 0, flipPerTenThousand: 0, delayUsMin: 100, delayUsMax: 1_000 }

function delaysOf(network: Network, from: ValidatorIndex, to: ValidatorIndex, nowUs: number): readonly number[] {
  return network.deliveries(from, to, nowUs).map(({ delayUs }) => delayUs)
}

test('events come in order of time, and of one instant in the order they were put in', async (t) => {
  const queue = new EventQueue<string>()
  for (const [delay, name] of [
    [30, 'd'],
    [10, 'a'],
    [20, 'b'],
    [20, 'c'],
    [0, 'first'],
  ] as const)
    queue.schedule(delay, name)
  const seen: string[] = []
  for (let event = queue.next(); event !== undefined; event = queue.next()) {
    seen.push(`${queue.nowUs} ${event}`)
    if (event === 'b') queue.schedule(5, 'between')
  }
  t.strictSame(seen, ['0 first', '10 a', '20 b', '20 c', '25 between', '30 d'])
  t.throws(() => queue.schedule(-1, 'yesterday'), /cannot lie/)
})

test('a network loses, doubles and overtakes as often as it is told to', async (t) => {
  const network = new Network(
    { lossPercent: 20, duplicatePercent: 30, flipPerTenThousand: 500, delayUsMin: 100, delayUsMax: 50_000 },
    createPrng(1),
  )
  const deliveries = Array.from({ length: 10_000 }, (_, sent) => network.deliveries(A, B, sent * 1_000)).flat()
  const delays = deliveries.map(({ delayUs }) => delayUs)
  t.ok(delays.every((delay) => delay >= 100 && delay <= 50_000))
  const { sent, lost, duplicated, reordered } = network.counts
  t.equal(sent, 10_000)
  t.equal(delays.length, sent - lost + duplicated)
  t.ok(Math.abs(lost / sent - 0.2) < 0.02, `${lost} lost`)
  t.ok(Math.abs(duplicated / (sent - lost) - 0.3) < 0.02, `${duplicated} doubled`)
  t.ok(reordered > 1_000, `${reordered} overtook`)
  const flips = deliveries.filter(({ flippedBit }) => flippedBit !== undefined).length
  t.equal(flips, network.counts.flipped)
  t.ok(Math.abs(flips / delays.length - 0.05) < 0.01, `${flips} changed`)
})

test('cuts add up, and go one by one', async (t) => {
  const network = new Network(CALM, createPrng(1))
  const deaf: Cut = (_from, to) => to === A
  const split: Cut = (from, to) => from < 2 !== to < 2
  network.cut(deaf)
  t.notOk(network.passes(B, A))
  t.ok(network.passes(A, B), 'one way only')
  t.notOk(network.connects(A, B), 'a connection needs both')
  network.cut(split)
  network.join(deaf)
  t.ok(network.connects(A, B))
  t.strictSame(network.deliveries(A, C, 0), [])
  network.heal()
  t.ok(network.connects(A, C))
})

test('what happens on one way does not change what happens on another', async (t) => {
  const faults = { lossPercent: 20, duplicatePercent: 20, flipPerTenThousand: 0, delayUsMin: 100, delayUsMax: 50_000 }
  const [busy, quiet] = [new Network(faults, createPrng(1)), new Network(faults, createPrng(1))]
  for (let sent = 0; sent < 100; sent++) busy.deliveries(A, B, sent)
  t.strictSame(busy.deliveries(C, D, 5), quiet.deliveries(C, D, 5))
})

test('frames on a clogged way come when it is free, those to a slow receiver one by one', async (t) => {
  const network = new Network(CALM, createPrng(1))
  network.clog(A, [B, C], 'incoming', 50_000)
  t.strictSame(delaysOf(network, B, A, 10_000), [40_000])
  t.strictSame(delaysOf(network, C, A, 49_500).filter((delayUs) => delayUs >= 500).length, 1)
  t.ok((delaysOf(network, A, B, 10_000)[0] ?? 0) <= 1_000, 'outgoing frames pass')
  t.ok((delaysOf(network, B, A, 60_000)[0] ?? 0) <= 1_000, 'it is over')
  network.slowDown(D, 10_000, 100_000)
  const arrivals = [0, 1, 2].map((sent) => sent + (delaysOf(network, A, D, sent)[0] ?? 0))
  t.ok((arrivals[1] ?? 0) - (arrivals[0] ?? 0) >= 10_000 && (arrivals[2] ?? 0) - (arrivals[1] ?? 0) >= 10_000, `${arrivals}`)
  t.equal(network.counts.held >= 3, true)
  network.heal()
  t.ok((delaysOf(network, A, D, 50)[0] ?? 0) <= 1_000)
})

test('a connection that breaks is another one afterwards, in both directions; weather passes', async (t) => {
  const network = new Network(CALM, createPrng(1))
  const before = [network.connection(A, B), network.connection(B, A), network.connection(A, C)]
  network.reset(A, B)
  const after = [network.connection(A, B), network.connection(B, A), network.connection(A, C)]
  t.strictSame(
    after.map((connection, place) => connection !== before[place]),
    [true, true, false],
  )
  network.change({ ...CALM, lossPercent: 100 })
  t.strictSame(network.deliveries(A, B, 0), [])
  network.calm()
  t.equal(network.deliveries(A, B, 0).length, 1)
})

test('a clock is off by its offset, and for a while by more', async (t) => {
  const clocks = new Clocks([0, 100])
  t.equal(clocks.nowMs(B, 1_000), 1_100)
  clocks.change(B, { type: 'jump', byMs: -7_000 }, 1_000)
  t.equal(clocks.nowMs(B, 1_500), -5_400)
  t.equal(clocks.timerUs(B, 10), 10_000, 'a jump does not move timers')
  clocks.change(B, { type: 'drift', percent: 200 }, 2_000)
  t.equal(clocks.nowMs(B, 2_500), 3_100)
  t.equal(clocks.timerUs(B, 10), 5_000)
  clocks.change(B, { type: 'freeze' }, 3_000)
  t.equal(clocks.nowMs(B, 9_000), 3_100)
  t.ok(clocks.isWrong(B))
  clocks.setRight(B)
  t.equal(clocks.nowMs(B, 9_000), 9_100)
  t.equal(clocks.nowMs(A, 9_000), 9_000, 'nobody else')
})

test('a node learns of each change of its connections once', async (t) => {
  const links = new Links()
  t.strictSame(
    links.update(A, [B, C], (other) => other === B),
    [{ peer: B, linked: true }],
  )
  t.strictSame(
    links.update(A, [B, C], (other) => other === B),
    [],
  )
  t.strictSame(
    links.update(A, [B, C], (other) => other === C),
    [
      { peer: B, linked: false },
      { peer: C, linked: true },
    ],
  )
  links.forget(A)
  t.strictSame(
    links.update(A, [B, C], (other) => other === C),
    [{ peer: C, linked: true }],
  )
})

test('of a timer only its last start fires', async (t) => {
  const book = new TimerBook()
  const first = book.start(A, 'view')
  const second = book.start(A, 'view')
  t.notOk(book.isRunning(A, 'view', first))
  t.ok(book.isRunning(A, 'view', second))
  const other = book.start(B, 'view')
  book.forget(A)
  t.notOk(book.isRunning(A, 'view', second))
  t.ok(book.isRunning(B, 'view', other))
  book.stop(B, 'view')
  t.notOk(book.isRunning(B, 'view', other))
})

test('what comes to a paused node waits in order', async (t) => {
  const pauses = new Pauses()
  t.notOk(pauses.hold(A, { type: 'links' }))
  pauses.begin(A)
  t.ok(pauses.hold(A, { type: 'submit' }))
  t.ok(pauses.hold(A, { type: 'links' }))
  t.strictSame(pauses.end(A), [{ type: 'submit' }, { type: 'links' }])
  t.notOk(pauses.has(A))
})

/** A world in which faults only leave notes. */
function quietWorld() {
  const notes: string[] = []
  const down = new Set<ValidatorIndex>()
  const cuts: Cut[] = []
  const world: FaultWorld = {
    nodes: NODES,
    meet: (target) => (typeof target === 'number' ? target : C),
    isRunning: (node) => !down.has(node),
    pause: (node) => notes.push(`pause ${node}`),
    cut: (cut) => cuts.push(cut),
    clog: (node, direction, durationMs, fromMs = 0) => notes.push(`clog ${node} ${direction} from ${fromMs} for ${durationMs}`),
    slowReceiver: (node, gapUs) => notes.push(`slow ${node} ${gapUs}`),
    reset: (one, other) => notes.push(`reset ${one}-${other}`),
    weather: ({ lossPercent }) => notes.push(`weather ${lossPercent}`),
    changeClock: (node, { type }) => notes.push(`clock ${node} ${type}`) > 0,
    slowDisk: (node, syncMs) => notes.push(`slow disk ${node} ${syncMs}`),
    damageDisk: (node, part, damage) => notes.push(`${damage} in the ${part} of ${node}`),
    wipe: (node) => notes.push(`wipe ${node}`),
    changeSoftware: (node, software) => notes.push(`${software} software on ${node}`),
    breakDisk: (node, { part, operation }) => notes.push(`${operation} of the ${part} of ${node} to fail`),
    backUp: (node) => notes.push(`back up ${node}`),
    restore: (node) => notes.push(`restore ${node}`) > 0 && notes.includes(`back up ${node}`),
    note: (text) => notes.push(text),
  }
  return { world, notes, down, cuts }
}

function crashPoint(faults: FaultInjector, node: ValidatorIndex, points: readonly CrashPoint[]): number {
  for (const [place, point] of points.entries()) {
    try {
      faults.reach(node, point)
    } catch (error) {
      if (error instanceof Crash) return place
      throw error
    }
  }
  return -1
}

test('a crash comes at its height, at the point it aims at, and again in the next start', async (t) => {
  const { world, down } = quietWorld()
  const fault: ScheduledFault = {
    type: 'crash',
    atHeight: 5,
    target: A,
    point: 'after sync',
    afterPoints: 1,
    downMs: 7,
    againAfterPoints: 2,
  }
  const faults = new FaultInjector([fault], world)
  const points: CrashPoint[] = ['before log', 'after sync', 'before sign', 'after sync']
  t.equal(crashPoint(faults, A, points), -1, 'not yet planned')
  faults.fire(4)
  t.equal(crashPoint(faults, A, points), -1, 'not its height')
  faults.fire(5)
  t.equal(crashPoint(faults, B, points), -1, 'not its node')
  t.equal(crashPoint(faults, A, points), 3)
  t.equal(faults.firedCount, 0, 'half of it is to come')
  down.add(A)
  down.delete(A)
  faults.onBoot(A)
  t.equal(crashPoint(faults, A, ['in a start', 'before log', 'before guard']), 2)
  t.equal(faults.firedCount, 1)
  t.strictSame(Object.fromEntries(faults.crashesAt), { 'after sync': 1, 'before guard': 1 })
  faults.onBoot(A)
  t.equal(crashPoint(faults, A, points), -1, 'no third time')
})

test('a fault that meets a node that is down waits for it, and others pass', async (t) => {
  const { world, down, notes } = quietWorld()
  const faults = new FaultInjector(
    [
      { type: 'pause', atHeight: 1, target: 'primary', durationMs: 3 },
      { type: 'pause', atHeight: 1, target: B, durationMs: 3 },
    ],
    world,
  )
  down.add(C)
  faults.fire(1)
  t.strictSame(notes.slice(0, 1), [`pause ${B}`])
  t.equal(faults.firedCount, 1)
  down.delete(C)
  faults.fire(2)
  t.equal(faults.firedCount, 2)
})

test('crash-all has happened when all have crashed', async (t) => {
  const { world } = quietWorld()
  const faults = new FaultInjector([{ type: 'crash-all', atHeight: 1, afterPoints: 0, downMs: 1 }], world)
  faults.fire(1)
  for (const [place, node] of NODES.entries()) {
    t.equal(faults.firedCount, 0, `${place} have crashed`)
    t.equal(crashPoint(faults, node, ['before log']), 0)
  }
  t.strictSame(Object.fromEntries(faults.fired), { 'crash-all': 1 })
})

test('partitions and isolations cut what they name', async (t) => {
  const { world, cuts } = quietWorld()
  const faults = new FaultInjector(
    [
      {
        type: 'partition',
        atHeight: 1,
        groups: [
          [A, B],
          [C, D],
        ],
        oneWay: false,
        durationMs: 1,
      },
      { type: 'isolation', atHeight: 1, target: 'primary', direction: 'incoming', durationMs: 1 },
      { type: 'partition', atHeight: 1, groups: [[A], [B, C, D]], oneWay: true, durationMs: 1 },
      { type: 'broken-links', atHeight: 1, pairs: [[A, B]], durationMs: 1 },
    ],
    world,
  )
  faults.fire(1)
  const [partition, isolation, oneWay, broken] = cuts as [Cut, Cut, Cut, Cut]
  t.strictSame([oneWay(A, B), oneWay(B, A), oneWay(B, C)], [true, false, false])
  t.strictSame([broken(A, B), broken(B, A), broken(A, C), broken(C, B)], [true, true, false, false])
  t.strictSame([partition(A, B), partition(A, C), partition(D, B), partition(C, D)], [false, true, true, false])
  t.strictSame([isolation(A, C), isolation(C, A), isolation(A, B)], [true, false, false], 'the primary hears nobody')
})

test('every other fault reaches whom it names', async (t) => {
  const { world, notes } = quietWorld()
  const faults: readonly ScheduledFault[] = [
    { type: 'clog', atHeight: 1, target: 'primary', direction: 'both', durationMs: 5 },
    { type: 'swizzle', atHeight: 1, clogs: [{ node: A, fromMs: 3, durationMs: 4 }] },
    { type: 'slow-receiver', atHeight: 1, target: B, gapUs: 9, durationMs: 1 },
    { type: 'reset', atHeight: 1, between: [A, D] },
    { type: 'weather', atHeight: 1, network: { ...CALM, lossPercent: 30 }, durationMs: 1 },
    { type: 'clock', atHeight: 1, target: A, change: { type: 'freeze' }, durationMs: 1 },
    { type: 'slow-disk', atHeight: 1, target: A, syncMs: 80, durationMs: 1 },
    { type: 'disk-damage', atHeight: 1, target: B, part: 'state', damage: 'bit-flip', downMs: 1 },
    { type: 'wipe', atHeight: 1, target: D, downMs: 1 },
    { type: 'software', atHeight: 1, target: C, software: 'old', downMs: 1 },
  ]
  const injector = new FaultInjector(faults, world)
  injector.fire(1)
  t.equal(injector.firedCount, faults.length)
  for (const done of [
    'clog 2 both from 0 for 5',
    'clog 0 both from 3 for 4',
    'slow 1 9',
    'reset 0-3',
    'weather 30',
    'clock 0 freeze',
    'slow disk 0 80',
    'bit-flip in the state of 1',
    'wipe 3',
    'old software on 2',
  ])
    t.ok(notes.includes(done), done)
})

test('a sticky disk refuses in start after start, until somebody has seen to it', async (t) => {
  const { world, notes } = quietWorld()
  const fault = { part: 'log', operation: 'write', skip: 2, error: 'EROFS', isSticky: true } as const
  const faults = new FaultInjector([{ type: 'disk-error', atHeight: 1, target: A, fault, downMs: 9 }], world)
  faults.fire(1)
  for (let refusals = 1; refusals <= 3; refusals++) t.equal(faults.onDiskError(A), 9)
  t.equal(notes.filter((note) => note.endsWith('to fail')).length, 3)
  t.throws(() => faults.onDiskError(A), /was not to/)
  t.strictSame(Object.fromEntries(faults.fired), { 'read-only-disk': 1 })
})

test('a disk is restored once there is a backup of it, and while its node is up', async (t) => {
  const { world, notes, down } = quietWorld()
  const restore: ScheduledFault = { type: 'restore', atHeight: 2, target: B, downMs: 1 }
  const faults = new FaultInjector([{ type: 'backup', atHeight: 2, target: B }, restore], world)
  faults.fire(1)
  t.strictSame(notes, [])
  down.add(B)
  faults.fire(2)
  t.equal(faults.firedCount, 1, 'a node that is down waits')
  down.delete(B)
  faults.fire(3)
  t.equal(faults.firedCount, 2)
  const early = new FaultInjector([restore], quietWorld().world)
  early.fire(2)
  t.equal(early.firedCount, 0, 'without a backup')
})

test('a disk that is to fail keeps its node from other faults until it has', async (t) => {
  const { world, notes } = quietWorld()
  const broken: ScheduledFault = {
    type: 'disk-error',
    atHeight: 1,
    target: B,
    fault: { part: 'log', operation: 'sync', skip: 3, error: 'EIO', isSticky: false },
    downMs: 70,
  }
  const faults = new FaultInjector([broken, { type: 'pause', atHeight: 1, target: B, durationMs: 1 }], world)
  faults.fire(1)
  t.strictSame(notes, [`sync of the log of ${B} to fail`])
  t.equal(faults.firedCount, 0, 'planned is not happened')
  t.throws(() => faults.onDiskError(A), /was not to/)
  t.equal(faults.onDiskError(B), 70)
  t.equal(faults.firedCount, 1)
  faults.fire(1)
  t.equal(faults.firedCount, 2, 'then the pause comes')
})

test('what nobody comes to is not waited for: another point will do, and another operation', async (t) => {
  const { world, notes } = quietWorld()
  const broken = { part: 'guard', operation: 'sync', skip: 18, error: 'EIO', isSticky: false } as const
  const faults = new FaultInjector(
    [
      { type: 'crash', atHeight: 1, target: A, point: 'before sign', afterPoints: 0, downMs: 1 },
      { type: 'disk-error', atHeight: 1, target: B, fault: broken, downMs: 1 },
    ],
    world,
  )
  faults.fire(1)
  faults.fire(10)
  t.equal(crashPoint(faults, A, ['before store']), -1, 'it still waits for what it aims at')
  t.strictSame(notes, [`sync of the guard of ${B} to fail`])
  faults.fire(11)
  t.equal(crashPoint(faults, A, ['before store']), 0)
  t.equal(notes.at(-2), `sync of the store of ${B} to fail`)
  t.equal(faults.onDiskError(B), 1)
  t.equal(faults.firedCount, 2)
  faults.fire(40)
  t.equal(notes.filter((note) => note.endsWith('to fail')).length, 2, 'it has failed, and is let be')
})

test('plans follow from their seed, keep to f liars, and over many seeds have everything', async (t) => {
  const kinds = new Set<string>()
  const plans = Array.from({ length: 900 }, (_, seed) => planFaults(createPrng(seed), 7, undefined))
  t.strictSame(planFaults(createPrng(7), 7, undefined), plans[7])
  t.ok(plans.every(({ byzantine }) => byzantine.size <= 2))
  for (const plan of plans) {
    for (const fault of plan.scheduled) {
      kinds.add(fault.type)
      if (fault.type === 'clock') kinds.add(fault.change.type)
      if (fault.type === 'disk-error') kinds.add(fault.fault.error)
      if (fault.type === 'disk-damage') kinds.add(`${fault.damage} of the ${fault.part}`)
      if (fault.type === 'partition' && fault.oneWay) kinds.add('one-way')
      if (fault.type === 'pause' && fault.durationMs > 10_000) kinds.add('a long pause')
    }
    for (const strategies of plan.byzantine.values()) for (const strategy of strategies) kinds.add(strategy)
    for (const oddity of plan.load.oddities) kinds.add(`client: ${oddity}`)
    if (plan.load.idleMsMax !== undefined) kinds.add('silence')
    if (plan.network.flipPerTenThousand > 0) kinds.add('flips')
    if (plan.realSignatures) kinds.add('real signatures')
    if (plan.members !== undefined) kinds.add('validators that come and go')
    if (plan.roundUs !== undefined) kinds.add('rounds')
    if (plan.clockOffsetsMs.some((offsetMs) => Math.abs(offsetMs) > 1_000)) kinds.add('a wrong clock')
  }
  t.equal(planFaults(createPrng(1), 10, 3).byzantine.size, 3)
  t.equal(planFaults(createPrng(1), 10, 0).byzantine.size, 0)
  const [types, clocks, errors, damages] = [20, 3, 3, 6]
  t.equal(kinds.size, types + clocks + errors + damages + ODDITIES.length + EVERYDAY_STRATEGIES.length + 8, [...kinds].join(', '))
})
