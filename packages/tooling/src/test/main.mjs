import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { longestFirst, readDurations, saveDurations } from './durations.mjs'
import { describeFile, describeRun, totals } from './report.mjs'
import { runFile } from './run-file.mjs'
import { selectFiles } from './select-files.mjs'

/** One a core; two on a single one, because many tests wait. */
const JOBS_DEFAULT = String(Math.max(2, availableParallelism()))
const TIMEOUT_SECONDS_DEFAULT = '600'
const EXIT_FAILED = 1
const EXIT_USAGE = 2
const USAGE = 'npm test -- [FOLDER | FILE | PIECE OF A PATH …] [--jobs N] [--timeout SECONDS]'
const root = fileURLToPath(new URL('../../../../', import.meta.url))

function readParameters() {
  const options = { jobs: { type: 'string', default: JOBS_DEFAULT }, timeout: { type: 'string', default: TIMEOUT_SECONDS_DEFAULT } }
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [jobs, timeoutSeconds] = [Number(values.jobs), Number(values.timeout)]
    if (!(jobs >= 1 && timeoutSeconds >= 1)) throw new Error('--jobs and --timeout take a number of at least 1')
    return { jobs, timeoutMs: timeoutSeconds * 1_000, filters: positionals }
  } catch (error) {
    return refuse(error.message)
  }
}

function refuse(message) {
  process.stderr.write(`${message}\nTry: ${USAGE}\n`)
  process.exit(EXIT_USAGE)
}

/** Test vectors that others made are looked up in one place, and tests that need them say so when it is not there. */
function provideVectors() {
  if (process.env.HANSE_VECTORS === undefined && existsSync(join(root, 'vectors'))) process.env.HANSE_VECTORS = join(root, 'vectors')
}

async function runAll(files, { jobs, timeoutMs }) {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => controller.abort())
  const waiting = longestFirst(files, readDurations(root))
  const startedMs = performance.now()
  const results = []
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined && !controller.signal.aborted; path = waiting.shift()) {
      const result = await runFile(root, path, { timeoutMs, signal: controller.signal })
      results.push(result)
      process.stdout.write(`${describeFile(result)}\n`)
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
  saveDurations(root, results)
  return { results, tookMs: performance.now() - startedMs, isComplete: results.length === files.length && !controller.signal.aborted }
}

const parameters = readParameters()
const { files, unmatched } = selectFiles(root, parameters.filters)
if (unmatched.length > 0) refuse(`No test file matches ${unmatched.join(', ')}`)
provideVectors()
const { results, tookMs, isComplete } = await runAll(files, parameters)
if (!isComplete) process.stdout.write('\n interrupted: not every file ran\n')
process.stdout.write(`${describeRun(results, tookMs)}\n`)
process.exitCode = isComplete && totals(results).failed === 0 ? 0 : EXIT_FAILED
