import { cellOf, matrixOf, matrixText } from './matrix.ts'
import { type Options, parseOptions, USAGE, UsageError } from './options.ts'
import { Progress } from './progress.ts'
import type { SimulationOptions, SimulationResult } from './result.ts'
import { simulate } from './simulation.ts'
import { type CheckedResult, commandOf, summarize, summaryText } from './summary.ts'
import { WorkerPool } from './worker-pool.ts'

/** One seed of so many is run twice, whatever is asked for: oracle of the simulator itself. */
const REPLAYED_OF = 50
const EXIT_FAILED = 1
const EXIT_USAGE = 2

function optionsOf(options: Options, seed: number): SimulationOptions {
  const { validators, byzantine, moduleVote, accountability } = options
  const { strategy, context } = options.matrix ? cellOf(seed) : options
  return {
    seed,
    validators,
    ...(byzantine === undefined ? {} : { byzantine }),
    ...(moduleVote ? { moduleVote } : {}),
    ...(strategy === undefined ? {} : { strategy }),
    ...(context === undefined ? {} : { context }),
    ...(accountability === undefined ? {} : { accountability }),
  }
}

/** Runs the seeds, and what failed twice: a failure that does not come again in the same way is a defect of the simulator. */
async function runSeeds(options: Options, onResult: (checked: CheckedResult, done: number) => void): Promise<readonly CheckedResult[]> {
  const { firstSeed, lastSeed, jobs, failFast, verifyReplay } = options
  const threads = Math.min(jobs, lastSeed - firstSeed + 1)
  const pool = new WorkerPool(threads)
  const finished: CheckedResult[] = []
  let next = firstSeed
  let isOver = false
  const work = async (): Promise<void> => {
    while (!isOver && next <= lastSeed) {
      const seedOptions = optionsOf(options, next++)
      const result = await pool.simulate(seedOptions)
      const isReplayed = verifyReplay || result.violation !== undefined || result.seed % REPLAYED_OF === 0
      const again = isReplayed ? await pool.simulate(seedOptions) : undefined
      const checked = { result, ...(again === undefined ? {} : { replays: isSame(result, again) }) }
      finished.push(checked)
      if (failFast && result.violation !== undefined) isOver = true
      onResult(checked, finished.length)
    }
  }
  try {
    await Promise.all(Array.from({ length: threads }, work))
  } finally {
    await pool.close()
  }
  return finished.sort((left, right) => left.result.seed - right.result.seed)
}

function isSame(one: SimulationResult, other: SimulationResult): boolean {
  return one.traceHash === other.traceHash && one.violation?.oracle === other.violation?.oracle
}

/** What stands out about a seed, if anything. */
function describe({ result, replays }: CheckedResult): readonly string[] {
  const { seed, violation, notCounted } = result
  const lines: string[] = []
  if (violation !== undefined) lines.push(`seed ${seed}: oracle ${violation.oracle}: ${violation.message}`, `  ${commandOf(result)}`)
  if (notCounted !== undefined) lines.push(`seed ${seed} does not count: ${notCounted}`)
  if (replays === false) lines.push(`seed ${seed} DOES NOT REPLAY: a second run of it was another one`)
  return lines
}

async function runAndReport(options: Options): Promise<number> {
  const startedAtMs = performance.now()
  const progress = new Progress(options.lastSeed - options.firstSeed + 1)
  let violations = 0
  const checked = await runSeeds(options, (one, done) => {
    if (one.result.violation !== undefined) violations += 1
    const lines = options.json ? [] : describe(one)
    if (lines.length > 0) {
      progress.clear()
      console.log(lines.join('\n'))
    }
    progress.show(done, violations)
  })
  progress.clear()
  const summary = summarize(options, checked, Math.round(performance.now() - startedAtMs))
  const matrix = options.matrix ? matrixOf(checked.map(({ result }) => result)) : undefined
  if (options.json) console.log(JSON.stringify({ ...summary, ...(matrix === undefined ? {} : { matrix }) }))
  else console.log([summaryText(summary), ...(matrix === undefined ? [] : ['', matrixText(matrix)])].join('\n'))
  return violations > 0 || checked.some(({ replays }) => replays === false) ? EXIT_FAILED : 0
}

function trace(options: Options): number {
  const startedAtMs = performance.now()
  const result = simulate({ ...optionsOf(options, options.firstSeed), trace: (line) => console.log(line) })
  for (const line of describe({ result })) console.log(line)
  console.log(summaryText(summarize(options, [{ result }], Math.round(performance.now() - startedAtMs))))
  console.log(`${'trace'.padEnd(14)}${result.traceHash}`)
  return result.violation === undefined ? 0 : EXIT_FAILED
}

try {
  const options = parseOptions(process.argv.slice(2))
  process.exitCode = options.trace ? trace(options) : await runAndReport(options)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(`${error.message}\nTry: ${USAGE}`)
  process.exitCode = EXIT_USAGE
}
