import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_PARTIES } from '@hanse/devnet'
import { createPrng } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { collectBooks, openingBalances } from '../checks/collect.ts'
import { type Figures, figureFaults, figuresOf } from '../checks/figures.ts'
import type { Violation } from '../checks/violation.ts'
import { Links } from '../faults/links.ts'
import { ISSUER, Workload } from '../load/workload.ts'
import type { Owner } from '../machine/owner.ts'
import { type ChaosNetwork, createNetwork } from '../network/chaos-network.ts'
import type { ChaosNode } from '../network/chaos-node.ts'
import type { Schedule } from '../schedule.ts'
import { comeToRest, finalChecks } from './final-checks.ts'
import { Journal } from './journal.ts'
import { networkPlan } from './plan.ts'
import { fillBehind } from './prefill.ts'
import { Supervisor } from './supervisor.ts'
import { playFaults, resolveTargets } from './timeline.ts'
import { Watch } from './watch.ts'

/** How long after the others, and their load, a node starts that is behind, in ms. */
const BEHIND_START_MS = 2_000
const MAXIMUM_CLIENTS = 200
const MAXIMUM_MS = 10_000
/** How long clients may still wait for answers after the load, in ms. */
const GRACE_MS = 20_000
const PRNG_LABEL = { load: 1, faults: 2 } as const
const PARTIES = DEMO_PARTIES.map(({ partyId }) => partyId)

export interface RunOptions {
  readonly owner: Owner
  readonly signal: AbortSignal
  readonly onProgress: (what: string, done: number, total: number) => void
  /** Something worth a line of its own. */
  readonly onLine: (line: string) => void
}

export interface RunResult {
  readonly schedule: Schedule
  readonly figures: Figures
  readonly violations: readonly Violation[]
  readonly journal: Journal
  readonly names: readonly string[]
  readonly workload: Workload
  /** Logs of its nodes, by name. */
  readonly logs: ReadonlyMap<string, string>
  /** From the first process to the last check. */
  readonly tookMs: number
  /** What it took for, by its parts, in ms. */
  readonly phasesMs: Phases
}

/** Parts of a run, one after the other. */
export type Phases = Readonly<Record<'start' | 'maximum' | 'load' | 'answers' | 'rest' | 'checks' | 'stop', number>>

/** Says when a part of a run is over. */
class PhaseClock {
  readonly #phasesMs = { start: 0, maximum: 0, load: 0, answers: 0, rest: 0, checks: 0, stop: 0 }
  readonly #startedMs = performance.now()
  #lastMs = this.#startedMs

  over(phase: keyof Phases): void {
    const nowMs = performance.now()
    this.#phasesMs[phase] += Math.round(nowMs - this.#lastMs)
    this.#lastMs = nowMs
  }

  get phasesMs(): Phases {
    return { ...this.#phasesMs }
  }

  get tookMs(): number {
    return performance.now() - this.#startedMs
  }
}

/** One run from nothing to nothing: a network, its load, its faults, and what must be true of it. The owner's things stay to be removed. */
export async function runSchedule(schedule: Schedule, options: RunOptions): Promise<RunResult> {
  const clock = new PhaseClock()
  const journal = new Journal()
  const violations: Violation[] = []
  const violate = (check: string, message: string): void => {
    violations.push({ check, message, atMs: Math.round(journal.nowMs()) })
    options.onLine(`✘ ${check}: ${message}`)
  }
  options.onProgress('starting nodes', 0, 1)
  const network = await createNetwork(options.owner, networkPlan(schedule))
  if (schedule.behindBlocks !== undefined) await fillBehind(network.nodes, schedule.behindBlocks, options.onProgress)
  const chain = await startNetwork(network, schedule)
  options.signal.throwIfAborted()
  const supervisor = new Supervisor(network.nodes, journal, violate)
  clock.over('start')
  const run: Run = { schedule, options, journal, network, chain, supervisor, violate, clock }
  const played = await play(run)
  await supervisor.over()
  for (const name of await network.stop()) violate('stop', `${name} did not stop in order`)
  clock.over('stop')
  const figures = figuresOf(schedule, journal, played.workload, played)
  violations.push(...played.violations, ...figureFaults(schedule, journal, figures))
  return {
    ...{ schedule, figures, violations, journal, workload: played.workload },
    names: network.nodes.map(({ name }) => name),
    logs: new Map(network.nodes.map(({ name, logPath }) => [name, logPath])),
    ...{ tookMs: clock.tookMs, phasesMs: clock.phasesMs },
  }
}

interface Run {
  readonly schedule: Schedule
  readonly options: RunOptions
  readonly journal: Journal
  readonly network: ChaosNetwork
  readonly chain: Chain
  readonly supervisor: Supervisor
  readonly violate: (check: string, message: string) => void
  readonly clock: PhaseClock
}

interface Played {
  readonly workload: Workload
  readonly violations: readonly Violation[]
  readonly offeredPerSecond: number
  readonly maximumPerSecond?: number
  readonly skipped: number
}

/** Without the node that has to catch up: it is started under load. */
async function startNetwork({ nodes, start }: ChaosNetwork, { behindBlocks }: Schedule): Promise<Chain> {
  return await start(behindBlocks === undefined ? [] : nodes.slice(-1))
}

/** The node that is behind starts, and is healed when it is at the head. */
async function startBehind({ schedule, network, journal }: Run): Promise<void> {
  const node = network.nodes.at(-1)
  if (schedule.behindBlocks === undefined || node === undefined) return
  await sleep(BEHIND_START_MS)
  const atMs = journal.nowMs()
  journal.faults.push({
    type: 'behind',
    label: `${schedule.behindBlocks} blocks behind ${node.name}`,
    nodes: [node.index],
    impaired: 1,
    atMs,
    healedMs: atMs,
  })
  await node.start()
}

async function play(run: Run): Promise<Played> {
  const { schedule, options, journal, network, chain, supervisor, violate, clock } = run
  const { nodes } = network
  const prng = createPrng(schedule.seed)
  const [first] = nodes as readonly [ChaosNode]
  const opening = await openingBalances(first)
  const { height } = await collectBooks(first, [])
  const workload = new Workload(nodes, chain, prng.fork(PRNG_LABEL.load), typeof schedule.load.rate === 'number' ? 'mixed' : 'several')
  const rate = await rateOf(run, workload)
  clock.over('maximum')
  const watch = new Watch({ nodes, parties: PARTIES, journal, violate })
  journal.begin()
  const lying = await startLying(run)
  watch.start((await first.client.call('chain_getHeight')) + 1)
  workload.start(rate.offeredPerSecond)
  const ticker = setInterval(
    () => options.onProgress('under load, s', Math.round(journal.nowMs() / 1_000), Math.round(schedule.durationMs / 1_000)),
    500,
  )
  try {
    const faults = playFaults(schedule.faults, {
      ...{
        network,
        links: new Links(network.fabric),
        owner: options.owner,
        prng: prng.fork(PRNG_LABEL.faults),
        journal,
        supervisor,
        violate,
      },
      ...{
        signal: options.signal,
        onFault: (label, state) => options.onLine(`${(journal.nowMs() / 1_000).toFixed(1)} s  ${label} ${state}`),
      },
    })
    await Promise.all([faults, startBehind(run), sleep(schedule.durationMs, undefined, { signal: options.signal })])
  } finally {
    clearInterval(ticker)
  }
  options.onProgress('checking', 0, 1)
  clock.over('load')
  await workload.end(GRACE_MS)
  clock.over('answers')
  const rest = await comeToRest(
    nodes.filter((node) => !lying.includes(node)),
    lying.length > 0,
  )
  if (rest.quiet !== undefined) journal.rests(rest.quiet)
  clock.over('rest')
  for (const node of nodes) await watch.readEvidence(node)
  const fresh = journal.faults
    .filter(({ type }) => type === 'corrupt')
    .flatMap(({ nodes: hit, atMs }) => hit.map((node) => ({ node, atMs: atMs + journal.startMs })))
  const found = await finalChecks(rest, {
    ...{
      liars: new Set(lying.map(({ name }) => name)),
      chain,
      history: workload,
      parties: PARTIES,
      fresh,
      evidence: watch.evidence,
      madeBeforehand: schedule.behindBlocks ?? 0,
    },
    ledger: { height, opening, issuer: ISSUER },
  })
  await watch.stop()
  clock.over('checks')
  return { workload, violations: [...rest.violations, ...found], ...rate, skipped: workload.skipped }
}

/** Whoever is to lie does from now on. */
async function startLying({ schedule, network, journal }: Run): Promise<readonly ChaosNode[]> {
  const liars = schedule.liars ?? []
  const nodes = await resolveTargets(
    network.nodes,
    liars.map(({ node }) => node),
  )
  for (const [place, node] of nodes.entries()) {
    node.signal('SIGUSR2')
    journal.liars.set(node.index, liars[place]?.strategy ?? '')
    journal.note(`${node.name} lies: ${liars[place]?.strategy}`)
  }
  return nodes
}

/** What is offered a second: as the schedule says, or a share of what the network was found to take. */
async function rateOf({ schedule, options }: Run, workload: Workload): Promise<Pick<Played, 'offeredPerSecond' | 'maximumPerSecond'>> {
  const { rate } = schedule.load
  if (typeof rate === 'number') return { offeredPerSecond: rate }
  options.onProgress('measuring the maximum', 0, 1)
  const maximumPerSecond = await workload.measureMaximum(MAXIMUM_CLIENTS, MAXIMUM_MS)
  return { offeredPerSecond: Math.max(1, maximumPerSecond * rate.shareOfMaximum), maximumPerSecond }
}
