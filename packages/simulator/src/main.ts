import { StoreFailure } from '@hanse/ports'
import { ledgerTable, readLedger, runCampaign } from './campaign.ts'
import { crashCases, crashTable, hasHappened } from './crash-points.ts'
import { matrixOf, matrixText } from './matrix.ts'
import {
  type CampaignOptions,
  type CrashPointOptions,
  type Options,
  parseOptions,
  type ScheduleOptions,
  type SeedOptions,
  USAGE,
  UsageError,
} from './options.ts'
import { Progress } from './progress.ts'
import { runSeeds, simulationOf } from './run-seeds.ts'
import { codeCommit, loadSchedule, runSchedule, saveSchedule, scheduleOf, shrinkAndSave } from './saved-schedules.ts'
import { configHash } from './schedule.ts'
import { simulate } from './simulation.ts'
import { type CheckedResult, commandOf, summarize, summaryText } from './summary.ts'
import { WorkerPool } from './worker-pool.ts'

const EXIT_FAILED = 1
const EXIT_USAGE = 2

/** What stands out about a seed, if anything. */
function describe({ result, replays }: CheckedResult): readonly string[] {
  const { seed, violation, notCounted } = result
  const lines: string[] = []
  if (violation !== undefined) lines.push(`seed ${seed}: oracle ${violation.oracle}: ${violation.message}`, `  ${commandOf(result)}`)
  if (notCounted !== undefined) lines.push(`seed ${seed} does not count: ${notCounted}`)
  if (replays === false) lines.push(`seed ${seed} DOES NOT REPLAY: a second run of it was another one`)
  return lines
}

/** The schedule of a seed that failed, and what is left of it when it is shrunk, as files. */
function keep({ result }: CheckedResult, options: SeedOptions, say: (line: string) => void): void {
  if (result.violation === undefined) return
  const schedule = scheduleOf(simulationOf(options, result.seed))
  say(`  npm run simulate -- --schedule ${saveSchedule(schedule, result, options.save)}`)
  if (options.shrink) say(`  npm run simulate -- --schedule ${shrinkAndSave(schedule, result, options.save, say)}`)
}

async function withPool<T>(size: number, body: (pool: WorkerPool) => Promise<T>): Promise<T> {
  const pool = new WorkerPool(size)
  try {
    return await body(pool)
  } finally {
    await pool.close()
  }
}

async function runSeedRange(options: SeedOptions): Promise<number> {
  if (options.trace) return traceSeed(options)
  const startedAtMs = performance.now()
  const seeds = options.lastSeed - options.firstSeed + 1
  const progress = new Progress(seeds)
  let violations = 0
  const checked = await withPool(Math.min(options.jobs, seeds), (pool) =>
    runSeeds(options, pool, (one, done) => {
      if (one.result.violation !== undefined) violations += 1
      const lines = options.json ? [] : describe(one)
      if (lines.length > 0) {
        progress.clear()
        console.log(lines.join('\n'))
      }
      progress.show(done, violations)
    }),
  )
  progress.clear()
  for (const one of checked) keep(one, options, options.json ? () => {} : console.log)
  const summary = summarize(options.validators, checked, Math.round(performance.now() - startedAtMs))
  const matrix = options.matrix ? matrixOf(checked.map(({ result }) => result)) : undefined
  if (options.json) console.log(JSON.stringify({ ...summary, ...(matrix === undefined ? {} : { matrix }) }))
  else console.log([summaryText(summary), ...(matrix === undefined ? [] : ['', matrixText(matrix)])].join('\n'))
  return violations > 0 || checked.some(({ replays }) => replays === false) ? EXIT_FAILED : 0
}

function traceSeed(options: SeedOptions): number {
  const startedAtMs = performance.now()
  const result = simulate({ ...simulationOf(options, options.firstSeed), trace: (line) => console.log(line) })
  for (const line of describe({ result })) console.log(line)
  keep({ result }, options, console.log)
  console.log(summaryText(summarize(options.validators, [{ result }], Math.round(performance.now() - startedAtMs))))
  console.log(`${'trace'.padEnd(14)}${result.traceHash}`)
  return result.violation === undefined ? 0 : EXIT_FAILED
}

function replay({ file, trace, json, shrink, save }: ScheduleOptions): number {
  const startedAtMs = performance.now()
  const { schedule, origin } = loadSchedule(file)
  if (origin.config !== configHash(schedule.validators, schedule.moduleVote))
    console.error(`${file} is of another configuration (commit ${origin.commit ?? 'unknown'}): it may go another way`)
  const result = runSchedule(schedule, trace ? (line) => console.log(line) : undefined)
  if (!json) for (const line of describe({ result })) console.log(line)
  const summary = summarize(schedule.validators, [{ result }], Math.round(performance.now() - startedAtMs))
  console.log(json ? JSON.stringify(summary) : `${summaryText(summary)}\n${'trace'.padEnd(14)}${result.traceHash}`)
  if (result.violation === undefined) return 0
  if (shrink) console.log(`  npm run simulate -- --schedule ${shrinkAndSave(schedule, result, save, (line) => console.error(line))}`)
  return EXIT_FAILED
}

async function runCrashPoints({ validators, jobs, json }: CrashPointOptions): Promise<number> {
  const left = [...crashCases(validators)]
  const progress = new Progress(left.length)
  const total = left.length
  const happened = new Set<string>()
  const failed: string[] = []
  await withPool(Math.min(jobs, left.length), async (pool) => {
    const work = async (): Promise<void> => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) {
        const result = await pool.simulate(one.options)
        if (hasHappened(one, result)) happened.add(`${one.point}/${one.role}`)
        if (result.violation !== undefined) {
          failed.push(`${one.point}, ${one.role}: oracle ${result.violation.oracle}: ${result.violation.message}`)
          failed.push(`  npm run simulate -- --schedule ${saveSchedule(scheduleOf(one.options), result)}`)
        }
        progress.show(total - left.length, failed.length)
      }
    }
    await Promise.all(Array.from({ length: pool.size }, work))
  })
  progress.clear()
  if (json) console.log(JSON.stringify({ cases: total, happened: [...happened].sort(), failed }))
  else console.log([...failed, crashTable((point, role) => happened.has(`${point}/${role}`))].join('\n'))
  return failed.length > 0 ? EXIT_FAILED : 0
}

async function campaign({ file, minutes, table, jobs, json }: CampaignOptions): Promise<number> {
  if (table) {
    console.log(json ? JSON.stringify(readLedger(file)) : ledgerTable(readLedger(file)))
    return 0
  }
  const isClean = await withPool(jobs, (pool) =>
    runCampaign(file, minutes, pool, ({ validators, first, last, counted, durationMs }, checked) => {
      const speed = Math.round((checked.length * 60_000) / Math.max(1, durationMs))
      console.log(`${validators} validators, seeds ${first}–${last}: ${counted} counted, ${speed} seeds/min, commit ${codeCommit()}`)
      for (const one of checked) for (const line of describe(one)) console.log(line)
    }),
  )
  return isClean ? 0 : EXIT_FAILED
}

function run(options: Options): number | Promise<number> {
  switch (options.mode) {
    case 'seeds':
      return runSeedRange(options)
    case 'schedule':
      return replay(options)
    case 'crash-points':
      return runCrashPoints(options)
    case 'campaign':
      return campaign(options)
  }
}

try {
  process.exitCode = await run(parseOptions(process.argv.slice(2)))
} catch (error) {
  if (error instanceof StoreFailure) {
    console.error(`${error.message}\n${error.hint}`)
    process.exitCode = EXIT_FAILED
  } else if (error instanceof UsageError) {
    console.error(`${error.message}\nTry: ${USAGE}`)
    process.exitCode = EXIT_USAGE
  } else throw error
}
