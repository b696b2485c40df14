import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readCommandLine } from './command-line.ts'
import { runAll } from './run-all.ts'
import { SCENARIOS } from './scenarios.ts'

const EXIT_USAGE = 2
const SEED_LIMIT = 1_000_000_000

/** Which state of the software this is; what passed with another one counts for nothing. */
function commitOf(): string {
  try {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    const isChanged = git('status', '--porcelain', '--untracked-files=no') !== ''
    return `${git('rev-parse', '--short=12', 'HEAD')}${isChanged ? '-changed' : ''}`
  } catch {
    return 'no commit'
  }
}

function listScenarios(isJson: boolean): void {
  const rows = [
    ...SCENARIOS.map(({ name, summary }) => ({ name, summary })),
    { name: 'random', summary: 'a schedule by its seed: which faults there are, when, to whom, one or several at once' },
    { name: 'all', summary: 'each of the above once; what passed is not run again' },
  ]
  if (isJson) process.stdout.write(`${JSON.stringify(rows)}\n`)
  else for (const { name, summary } of rows) process.stdout.write(`${name.padEnd(30)} ${summary}\n`)
}

const line = readCommandLine(process.argv.slice(2), () => randomInt(SEED_LIMIT))
if (line.type === 'usage') {
  process.stderr.write(`${line.message}\n   Try: ${line.attempt}\n`)
  process.exitCode = EXIT_USAGE
} else if (line.type === 'list') listScenarios(line.isJson)
else process.exitCode = await runAll(line.request, commitOf())
// Sockets of clients that nobody waits for any more would keep the process.
if (line.type === 'run') process.exit()
