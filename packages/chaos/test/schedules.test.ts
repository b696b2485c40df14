import { test } from 'tap'
import { FAULTS, needsOf } from '../src/faults/all-faults.ts'
import { cutLinks } from '../src/faults/network-faults.ts'
import type { Need } from '../src/machine/tools.ts'
import { randomSchedule } from '../src/random-schedule.ts'
import { networkPlan } from '../src/run/plan.ts'
import { SCENARIOS } from '../src/scenarios.ts'
import { CUT_SHAPES, FAULT_TYPES, type Schedule, scheduleFault } from '../src/schedule.ts'

/** Start, maximum, grace, rest and checks come on top. */
const DURATION_MS_MAX = 45_000
const NOTHING: ReadonlySet<Need> = new Set()
const NOT_ROOT: ReadonlySet<Need> = new Set(['namespaces', 'nft', 'mounts', 'loop', 'shutdown', 'strace', 'groups'])
const seeds = Array.from({ length: 200 }, (_, seed) => seed)

function fitting({ faults, fabric }: Schedule): boolean {
  return faults.every(({ type }) => FAULTS[type].fabrics.includes(fabric))
}

test('each scenario has a name of its own, a schedule that can be read again, faults that its network can do, and ends in time', (t) => {
  t.equal(new Set(SCENARIOS.map(({ name }) => name)).size, SCENARIOS.length)
  for (const scenario of SCENARIOS) {
    const schedule = scenario.scheduleOf(7)
    t.same(scheduleFault(JSON.parse(JSON.stringify(schedule))), undefined, scenario.name)
    t.ok(fitting(schedule), `${scenario.name} fits its network`)
    t.ok(schedule.durationMs <= DURATION_MS_MAX, `${scenario.name} takes ${schedule.durationMs} ms`)
    t.ok(
      schedule.faults.every(({ atMs, forMs }) => atMs + forMs <= schedule.durationMs),
      `${scenario.name} heals before its end`,
    )
  }
  t.end()
})

test('every kind of fault has a scenario', (t) => {
  const used = new Set(SCENARIOS.flatMap((scenario) => scenario.scheduleOf(1).faults.map(({ type }) => type)))
  t.same(
    FAULT_TYPES.filter((type) => !used.has(type)),
    [],
  )
  const shapes = new Set(SCENARIOS.flatMap((scenario) => scenario.scheduleOf(1).faults.map(({ shape }) => shape)))
  t.same(
    CUT_SHAPES.filter((shape) => !shapes.has(shape)),
    [],
  )
  t.end()
})

test('a random schedule is its seed’s, and each seed has its own', (t) => {
  const texts = seeds.map((seed) => JSON.stringify(randomSchedule({ seed, minutes: 2, missing: NOTHING })))
  t.same(
    texts,
    seeds.map((seed) => JSON.stringify(randomSchedule({ seed, minutes: 2, missing: NOTHING }))),
  )
  t.equal(new Set(texts).size, texts.length)
  t.end()
})

test('random schedules can be read again, are done by their network, heal, and over many seeds do everything', (t) => {
  const seen = new Set<string>()
  let together = 0
  for (const seed of seeds) {
    const schedule = randomSchedule({ seed, minutes: 2, missing: NOTHING })
    const wrong = scheduleFault(JSON.parse(JSON.stringify(schedule)))
    if (wrong !== undefined || !fitting(schedule)) t.fail(`seed ${seed}: ${wrong ?? 'the network cannot do it'}`)
    if (schedule.faults.length === 0) t.fail(`seed ${seed} has no faults`)
    for (const fault of schedule.faults) {
      seen.add(fault.type)
      if (fault.atMs + fault.forMs > schedule.durationMs - 5_000) t.fail(`seed ${seed} does not come to rest`)
      together += schedule.faults.some((other) => other !== fault && other.atMs < fault.atMs + fault.forMs && other.atMs > fault.atMs)
        ? 1
        : 0
      for (const other of schedule.faults) {
        const overlap = other !== fault && other.atMs < fault.atMs + fault.forMs && other.atMs >= fault.atMs
        if (overlap && other.nodes.some((node) => fault.nodes.includes(node))) t.fail(`seed ${seed}: two faults of one node at once`)
      }
    }
  }
  // The RPC cannot be abused from another address through a relay, but on the other network it is.
  t.same(
    FAULT_TYPES.filter((type) => !seen.has(type)),
    [],
  )
  t.ok(together > 100, `${together} faults while another is`)
  t.end()
})

test('without root there are random schedules, too, and none needs what is missing', (t) => {
  for (const seed of seeds) {
    const schedule = randomSchedule({ seed, minutes: 1, missing: NOT_ROOT })
    const lacking = needsOf(schedule).filter((need) => NOT_ROOT.has(need))
    if (lacking.length > 0) t.fail(`seed ${seed} needs ${lacking.join(', ')}`)
  }
  t.pass('none of two hundred')
  t.end()
})

test('the shapes of a cut', (t) => {
  const links = (shape: (typeof CUT_SHAPES)[number], nodes: readonly number[]): string =>
    cutLinks(shape, nodes, 4)
      .map(({ from, to }) => `${from}${to}`)
      .sort()
      .join(' ')
  t.equal(links('split', [0]), '01 02 03 10 20 30')
  t.equal(links('split', [0, 1]), '02 03 12 13 20 21 30 31')
  t.equal(links('out', [0]), '01 02 03')
  t.equal(links('in', [0]), '10 20 30')
  t.equal(links('link', [1, 2]), '12 21')
  t.equal(links('one-way-link', [1, 2]), '12')
  t.equal(links('ring', [0]), '02 13 20 31', 'each has two neighbours')
  t.end()
})

test('who leads is known only then: what its fault needs, all get', (t) => {
  const schedule = (nodes: Schedule['faults'][number]['nodes']): Schedule => ({
    ...{ format: 1, scenario: 'test', seed: 1, validators: 4, fabric: 'plain', load: { rate: 1 }, durationMs: 1 },
    faults: [{ type: 'power-cut', nodes, atMs: 0, forMs: 1 }],
  })
  t.same([...networkPlan(schedule([2])).furniture], [[2, { volume: 'disk' }]])
  t.equal(networkPlan(schedule(['primary'])).furniture.size, 4)
  t.end()
})

test('what is wrong with a schedule is said', (t) => {
  const good = SCENARIOS[0]?.scheduleOf(1) as Schedule
  const said = (more: object): string | undefined => scheduleFault({ ...good, ...more })
  t.equal(said({}), undefined)
  t.match(said({ format: 2 }), /format/)
  t.match(said({ validators: 3 }), /validators/)
  t.match(said({ fabric: 'wool' }), /fabric is one of plain, proxy, namespaces/)
  t.match(said({ load: { rate: { shareOfMaximum: 2 } } }), /rate/)
  t.match(said({ faults: [{ type: 'flood', nodes: [1], atMs: 0, forMs: 1 }] }), /faults\[0\]: type is one of kill/)
  t.match(said({ faults: [{ type: 'kill', nodes: [4], atMs: 0, forMs: 1 }] }), /nodes are indices/)
  t.match(said({ faults: [{ type: 'cut', nodes: [1], atMs: 0, forMs: 1 }] }), /shape is one of/)
  t.match(said({ liars: [{ node: 1, strategy: 'rude' }] }), /strategy is one of/)
  t.match(scheduleFault([]), /format/)
  t.match(scheduleFault(null), /JSON object/)
  t.end()
})
