import { join, resolve } from 'node:path'
import { distributionOf } from '@hanse/bench'
import { createProgressSteps } from '@hanse/cli/progress'
import type { Request } from './command-line.ts'
import { needsOf } from './faults/all-faults.ts'
import { removeAll, removeLeftovers } from './machine/leftovers.ts'
import { createOwner, type Owner } from './machine/owner.ts'
import { findMissing, installMissing, type Need } from './machine/tools.ts'
import { leftOut, randomSchedule } from './random-schedule.ts'
import { figureRows } from './report/page.ts'
import { PassedRuns } from './report/progress-file.ts'
import { keepLogs, readFigures, writeReport } from './report/report.ts'
import { type RunResult, runSchedule } from './run/run-schedule.ts'
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
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'passed before'
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
    const { what, schedule, seed, minutes, isFresh } = this.#request
    const endMs = minutes === undefined ? undefined : performance.now() + minutes * 60_000
    const isOver = (): boolean => this.#stop.signal.aborted || (endMs !== undefined && performance.now() >= endMs)
    if (schedule !== undefined) return await this.#runOne(schedule)
    if (what === 'random') return await this.#runRandom()
    if (what === 'all') {
      const passed = new PassedRuns(this.#folder, seed, this.#commit)
      if (isFresh) passed.forget()
      for (const scenario of SCENARIOS) {
        if (isOver()) break
        if (passed.has(scenario.name)) this.#passedBefore(scenario.name, seed)
        else await this.#runOne(scenario.scheduleOf(seed), () => passed.add(scenario.name))
      }
      return
    }
    const scenario = SCENARIOS.find(({ name }) => name === what)
    for (let turn = 0; scenario !== undefined && (turn === 0 || (endMs !== undefined && !isOver())); turn++) {
      await this.#runOne(scenario.scheduleOf(seed + turn))
    }
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

  /** Its figures count for the whole. */
  #passedBefore(scenario: string, seed: number): void {
    const report = join(this.#folder, `${scenario}-${seed}`)
    const figures = readFigures(report)
    this.#rows.push({ scenario, seed, outcome: 'passed before', report, ...(figures === undefined ? {} : { figures }) })
  }

  /** What the machine lacks is said, counted, and shows in the exit code. */
  #skip(scenario: string, seed: number, reason: string): void {
    this.#say(`↷ SKIPPED ${scenario}: ${reason}`)
    this.#rows.push({ scenario, seed, outcome: 'skipped', reason })
  }

  async #runOne(schedule: Schedule, onPassed: () => void = () => undefined): Promise<void> {
    const { scenario, seed } = schedule
    const lacking = needsOf(schedule).filter((need) => this.#missing.has(need))
    if (lacking.length > 0) return this.#skip(scenario, seed, lacking.map((need) => `${need}: ${this.#missing.get(need)}`).join('; '))
    this.#say(
      `▸ ${scenario} · seed ${seed} · ${schedule.validators} nodes · ${schedule.fabric} · about ${Math.round(schedule.durationMs / 1_000) + 25} s`,
    )
    this.#owner = createOwner()
    const folder = join(this.#folder, `${scenario}-${seed}`)
    try {
      const result = await runSchedule(schedule, {
        ...{ owner: this.#owner, signal: this.#stop.signal, onLine: (line: string) => this.#say(`  ${line}`) },
        onProgress: (label, done, total) => this.#progress.reach(`${scenario}: ${label}`, done, total),
      })
      writeReport(folder, result, this.#commit)
      this.#tell(result, folder)
      if (result.violations.length === 0) onPassed()
    } catch (error) {
      if (this.#stop.signal.aborted) return
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.#say(`  ✘ ${reason}`)
      this.#rows.push({ scenario, seed, outcome: 'failed', reason, report: folder })
      if (this.#owner !== undefined) keepLogs(join(this.#owner.folder, 'net', 'logs'), folder)
    } finally {
      this.#clean()
    }
  }

  #tell(result: RunResult, folder: string): void {
    const { violations, figures, schedule } = result
    for (const [name, value] of figureRows(result)) this.#say(`  ${name.padEnd(30)} ${value}`)
    // Those that have a time were told then.
    for (const { check, message, atMs } of violations) if (atMs === undefined) this.#say(`  ✘ ${check}: ${message}`)
    const outcome = violations.length === 0 ? 'passed' : 'failed'
    this.#say(`  ${outcome === 'passed' ? '✔ passed' : '✘ FAILED'}  ${join(folder, 'report.html')}`)
    this.#rows.push({ scenario: schedule.scenario, seed: schedule.seed, outcome, report: folder, figures, violations })
  }

  #close(): number {
    const count = (outcome: Row['outcome']): number => this.#rows.filter((row) => row.outcome === outcome).length
    const [passed, failed, skipped, before] = [count('passed'), count('failed'), count('skipped'), count('passed before')]
    if (this.#request.isJson)
      process.stdout.write(`${JSON.stringify({ seed: this.#request.seed, commit: this.#commit, rows: this.#rows })}\n`)
    else {
      const { count: heals, p50, p99, max } = distributionOf(this.#rows.flatMap(({ figures }) => figures?.resumesMs ?? []))
      if (this.#rows.length > 1 && heals > 0)
        this.#say(`heal → next block over ${heals} heals: p50 ${p50} ms · p99 ${p99} ms · max ${max} ms`)
      for (const { scenario, reason } of this.#rows.filter((row) => row.outcome === 'skipped'))
        this.#say(`↷ SKIPPED ${scenario}: ${reason}`)
      this.#say(
        `${passed} passed, ${failed} failed, ${skipped} skipped${before === 0 ? '' : `, ${before} passed before`} · seed ${this.#request.seed}`,
      )
    }
    if (this.#signalled !== undefined) return EXIT_CODES[this.#signalled]
    if (failed > 0) return EXIT_FAILED
    return skipped > 0 ? EXIT_SKIPPED : EXIT_OK
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
