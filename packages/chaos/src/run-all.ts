import { availableParallelism, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { distributionOf } from '@hanse/bench'
import { createProgressSteps } from '@hanse/cli/progress'
import { candidateOf, lasting, type Outlook } from './campaign/campaign.ts'
import { brokenRow, type LedgerRow, type RowOrigin, rowOf } from './campaign/ledger.ts'
import { runCampaign } from './campaign/run-campaign.ts'
import { CHECKS_OF_SPEED } from './checks/violation.ts'
import type { Campaign, Request } from './command-line.ts'
import { needsOf } from './faults/all-faults.ts'
import { removeAll, removeLeftovers } from './machine/leftovers.ts'
import { createOwner, type Owner } from './machine/owner.ts'
import { findMissing, installMissing, type Need } from './machine/tools.ts'
import { leftOut, randomSchedule } from './random-schedule.ts'
import { figureRows } from './report/page.ts'
import { keepLogs, writeReport } from './report/report.ts'
import { type RunResult, runSchedule } from './run/run-schedule.ts'
import type { Scenario } from './scenario.ts'
import { SCENARIOS } from './scenarios.ts'
import type { Schedule } from './schedule.ts'

const EXIT_OK = 0
const EXIT_FAILED = 1
/** Nothing failed, but not everything could be run here. */
const EXIT_SKIPPED = 3
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
const RANDOM_MINUTES = 1

interface Row {
  readonly scenario: string
  readonly seed: number
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly reason?: string
  readonly report?: string
  readonly figures?: RunResult['figures']
  readonly violations?: RunResult['violations']
}

/** Runs what was asked for, one run after the other, each in a network of its own; the exit code. */
export async function runAll(request: Request, commit: string): Promise<number> {
  const session = new Session(request, commit)
  return await session.run()
}

class Session {
  readonly #request: Request
  readonly #commit: string
  readonly #folder: string
  readonly #stop = new AbortController()
  readonly #progress = createProgressSteps()
  readonly #rows: Row[] = []
  #owner: Owner | undefined
  #missing: ReadonlyMap<Need, string> = new Map()
  #outlook: Outlook | undefined
  #signalled: keyof typeof EXIT_CODES | undefined

  constructor(request: Request, commit: string) {
    this.#request = request
    this.#commit = commit
    this.#folder = resolve(request.folder)
  }

  async run(): Promise<number> {
    for (const name of Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]) process.on(name, () => this.#interrupt(name))
    // Whatever ends this process, what it made goes with it; if even that cannot be, the next run removes it.
    process.once('exit', () => this.#clean())
    const left = removeLeftovers()
    if (left.length > 0) this.#say(`removed what ${left.length} earlier run${left.length === 1 ? '' : 's'} left behind`)
    await this.#findTools()
    await this.#runSchedules()
    this.#clean()
    return this.#close()
  }

  async #findTools(): Promise<void> {
    this.#owner = createOwner()
    this.#missing = await findMissing(this.#owner.folder)
    const installed = await installMissing(this.#missing)
    if (installed !== undefined) {
      this.#say(installed)
      this.#missing = await findMissing(this.#owner.folder)
    }
    this.#clean()
  }

  async #runSchedules(): Promise<void> {
    const { what, schedule, seed, minutes, campaign } = this.#request
    const endMs = minutes === undefined ? undefined : performance.now() + minutes * 60_000
    if (schedule !== undefined) return void (await this.#runOne(schedule))
    if (what === 'random') return await this.#runRandom()
    const scenarios = SCENARIOS.filter(({ name }) => what === 'all' || name === what)
    if (campaign !== undefined) return await this.#runCampaign(campaign, scenarios, endMs)
    const isOver = (): boolean => this.#stop.signal.aborted || endMs === undefined || performance.now() >= endMs
    for (const scenario of scenarios) {
      for (let turn = 0; turn === 0 || !isOver(); turn++) await this.#runOne(scenario.scheduleOf(seed + turn))
    }
  }

  async #runCampaign({ ledger, times }: Campaign, scenarios: readonly Scenario[], endMs = Number.POSITIVE_INFINITY): Promise<void> {
    const { seed, isFresh } = this.#request
    const scheduleOf = new Map(scenarios.map((scenario) => [scenario.name, scenario.scheduleOf.bind(scenario)]))
    this.#outlook = await runCampaign({
      ...{ ledger: resolve(ledger), times, candidates: scenarios.filter((scenario) => this.#isPossible(scenario)).map(candidateOf) },
      ...{ commit: this.#commit, seed, isFresh, endMs, signal: this.#stop.signal, nowMs: () => performance.now() },
      run: async (scenario, seedOfRun) => {
        const schedule = scheduleOf.get(scenario)?.(seedOfRun)
        return schedule === undefined ? undefined : await this.#runOne(schedule)
      },
      onRow: ({ passed, seconds }, done, { runsLeft, secondsLeft }) => {
        const left = runsLeft === 0 ? 'nothing is left' : `about ${lasting(secondsLeft)} left`
        this.#say(`  ${passed ? '✔ passed' : '✘ failed'} in ${seconds} s · ${done} of ${done + runsLeft} · ${left}`)
      },
    })
  }

  /** Says what this machine cannot do. */
  #isPossible(scenario: Scenario): boolean {
    const { seed } = this.#request
    const lacking = needsOf(scenario.scheduleOf(seed)).filter((need) => this.#missing.has(need))
    if (lacking.length > 0) this.#skip(scenario.name, seed, this.#reasonsOf(lacking))
    return lacking.length === 0
  }

  #reasonsOf(lacking: readonly Need[]): string {
    return lacking.map((need) => `${need}: ${this.#missing.get(need)}`).join('; ')
  }

  async #runRandom(): Promise<void> {
    const { seed, minutes = RANDOM_MINUTES } = this.#request
    const missing = new Set(this.#missing.keys())
    const out = leftOut(missing)
    const reasons = [...this.#missing].map(([need, reason]) => `${need}: ${reason}`)
    const schedule = randomSchedule({ seed, minutes, missing })
    if (out.length > 0 || reasons.length > 0) this.#skip('random', seed, `without ${out.join(', ') || 'nothing'} (${reasons.join('; ')})`)
    await this.#runOne(schedule)
  }

  /** What the machine lacks is said, counted, and shows in the exit code. */
  #skip(scenario: string, seed: number, reason: string): void {
    this.#say(`↷ SKIPPED ${scenario}: ${reason}`)
    this.#rows.push({ scenario, seed, outcome: 'skipped', reason })
  }

  /** Its line for a ledger; undefined when it was skipped or interrupted. */
  async #runOne(schedule: Schedule): Promise<LedgerRow | undefined> {
    const { scenario, seed } = schedule
    const lacking = needsOf(schedule).filter((need) => this.#missing.has(need))
    if (lacking.length > 0) return void this.#skip(scenario, seed, this.#reasonsOf(lacking))
    this.#say(`▸ ${scenario} · seed ${seed} · ${schedule.validators} nodes · ${schedule.fabric} · ${schedule.durationMs / 1_000} s of load`)
    const startedMs = performance.now()
    const [load = 0] = loadavg()
    const origin = (): RowOrigin => ({ commit: this.#commit, load, seconds: (performance.now() - startedMs) / 1_000 })
    this.#owner = createOwner()
    const folder = join(this.#folder, `${scenario}-${seed}`)
    try {
      const result = await runSchedule(schedule, {
        ...{ owner: this.#owner, signal: this.#stop.signal, onLine: (line: string) => this.#tellMeanwhile(line) },
        onProgress: (label, done, total) => this.#progress.reach(`${scenario}: ${label}`, done, total),
      })
      writeReport(folder, result, this.#commit)
      this.#tell(result, folder)
      if (load > availableParallelism()) this.#excuse(result, load)
      this.#clean()
      return rowOf(result, origin())
    } catch (error) {
      if (this.#stop.signal.aborted) return undefined
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.#say(`  ✘ ${reason}`)
      this.#rows.push({ scenario, seed, outcome: 'failed', reason, report: folder })
      if (this.#owner !== undefined) keepLogs(join(this.#owner.folder, 'net', 'logs'), folder)
      return brokenRow(schedule, origin(), reason)
    } finally {
      this.#clean()
    }
  }

  /** Of many runs only what went wrong. */
  #tellMeanwhile(line: string): void {
    if (this.#request.campaign === undefined || line.startsWith('✘')) this.#say(`  ${line}`)
  }

  #tell(result: RunResult, folder: string): void {
    const { violations, figures, schedule } = result
    const isBrief = this.#request.campaign !== undefined && violations.length === 0
    if (!isBrief) for (const [name, value] of figureRows(result)) this.#say(`  ${name.padEnd(30)} ${value}`)
    // Those that have a time were told then.
    for (const { check, message, atMs } of violations) if (atMs === undefined) this.#say(`  ✘ ${check}: ${message}`)
    const outcome = violations.length === 0 ? 'passed' : 'failed'
    if (!isBrief) this.#say(`  ${outcome === 'passed' ? '✔ passed' : '✘ FAILED'}  ${join(folder, 'report.html')}`)
    this.#rows.push({ scenario: schedule.scenario, seed: schedule.seed, outcome, report: folder, figures, violations })
  }

  #excuse({ violations }: RunResult, load: number): void {
    if (violations.length === 0 || violations.some(({ check }) => !CHECKS_OF_SPEED.has(check))) return
    this.#say(`  only bounds of speed were missed, and the machine was busy before: ${load.toFixed(1)} processes wanted a processor`)
  }

  #close(): number {
    const count = (outcome: Row['outcome']): number => this.#rows.filter((row) => row.outcome === outcome).length
    const [passed, failed, skipped] = [count('passed'), count('failed'), count('skipped')]
    if (this.#request.isJson)
      process.stdout.write(`${JSON.stringify({ seed: this.#request.seed, commit: this.#commit, rows: this.#rows })}\n`)
    else {
      const { count: heals, p50, p99, max } = distributionOf(this.#rows.flatMap(({ figures }) => figures?.resumesMs ?? []))
      if (this.#rows.length > 1 && heals > 0)
        this.#say(`heal → next block over ${heals} heals: p50 ${p50} ms · p99 ${p99} ms · max ${max} ms`)
      for (const { scenario, reason } of this.#rows.filter((row) => row.outcome === 'skipped'))
        this.#say(`↷ SKIPPED ${scenario}: ${reason}`)
      this.#say(`${passed} passed, ${failed} failed, ${skipped} skipped · seed ${this.#request.seed}`)
      if (this.#outlook !== undefined) this.#tellOutlook(this.#outlook)
    }
    if (this.#signalled !== undefined) return EXIT_CODES[this.#signalled]
    if (failed > 0) return EXIT_FAILED
    return skipped > 0 ? EXIT_SKIPPED : EXIT_OK
  }

  #tellOutlook({ runsLeft, secondsLeft, through, givenUp }: Outlook): void {
    const { campaign } = this.#request
    const often = campaign?.times === 1 ? 'passed' : `passed ${campaign?.times} times in a row`
    const rest = runsLeft === 0 ? 'nothing is left to run' : `${runsLeft} runs are left, about ${lasting(secondsLeft)}`
    this.#say(`${through} scenarios have ${often} with ${this.#commit}; ${rest}`)
    if (givenUp.length > 0) this.#say(`failed, and left alone until the next call: ${givenUp.join(', ')}`)
    this.#say(`npm run chaos -- --table --ledger ${campaign?.ledger}   prints the figures`)
  }

  #interrupt(signal: keyof typeof EXIT_CODES): void {
    // Who insists does not wait for an orderly end.
    if (this.#signalled !== undefined) process.exit(EXIT_CODES[signal])
    this.#signalled = signal
    this.#say('interrupted: ending all processes …')
    this.#stop.abort()
    // A run that is not at a point where it looks is not waited for: the exit cleans up.
    setTimeout(() => process.exit(EXIT_CODES[signal]), 2_000).unref()
  }

  #clean(): void {
    if (this.#owner === undefined) return
    const owner = this.#owner
    this.#owner = undefined
    for (const left of removeAll(owner)) this.#say(`could not remove ${left}`)
  }

  /** With --json nothing but JSON is on standard output. */
  #say(line: string): void {
    this.#progress.clear()
    const stream = this.#request.isJson ? process.stderr : process.stdout
    stream.write(`${line}\n`)
  }
}
