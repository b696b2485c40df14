import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { candidateOf } from './campaign/campaign.ts'
import { readLedger } from './campaign/ledger.ts'
import { ledgerTable, newestCommit } from './campaign/ledger-table.ts'
import { readCommandLine, USAGE } from './command-line.ts'
import { runAll } from './run-all.ts'
import { SCENARIOS } from './scenarios.ts'

const EXIT_OK = 0
const EXIT_FAILED = 1
const EXIT_USAGE = 2
const SEED_LIMIT = 1_000_000_000

/** Of the repository, what runs: tests and documents change nothing of it. */
const CODE = [':(top,glob)packages/*/src/**', ':(top)devnet/src', ':(top)proto', ':(top)pnpm-lock.yaml'] as const

/** Which state of the software this is: the commit that changed the code last. What passed with another one counts for nothing. */
function commitOf(): string {
  try {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    const isChanged = git('status', '--porcelain', '--', ...CODE) !== ''
    return `${git('log', '-1', '--format=%h', '--abbrev=12', '--', ...CODE)}${isChanged ? '-changed' : ''}`
  } catch {
    return 'no commit'
  }
}

function listScenarios(isJson: boolean): void {
  const rows = [
    ...SCENARIOS.map(({ name, summary }) => ({ name, summary })),
    { name: 'random', summary: 'a schedule by its seed: which faults there are, when, to whom, one or several at once' },
    { name: 'all', summary: 'each of the above, --times in a row; what a ledger has is not run again' },
  ]
  if (isJson) process.stdout.write(`${JSON.stringify(rows)}\n`)
  else process.stdout.write([USAGE, '', ...rows.map(({ name, summary }) => `${name.padEnd(30)} ${summary}`), ''].join('\n'))
}

function printTable(path: string, isJson: boolean): void {
  const rows = readLedger(path)
  const commit = newestCommit(rows)
  if (isJson) process.stdout.write(`${JSON.stringify(rows)}\n`)
  else if (commit === undefined) process.stdout.write(`${path} has no runs yet\n`)
  else {
    const others = rows.filter((row) => row.commit !== commit).length
    const rest = others === 0 ? '' : `; of other commits it has ${others} runs`
    process.stdout.write(`${ledgerTable(rows, SCENARIOS.map(candidateOf), commit)}\n\n${path}, commit ${commit}${rest}\n`)
  }
}

const line = readCommandLine(process.argv.slice(2), () => randomInt(SEED_LIMIT))
// Whoever reads a list may have enough before its end; of a run nobody knows then what became of it.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  process.exit(code === 'EPIPE' && line.type !== 'run' ? EXIT_OK : EXIT_FAILED)
})
if (line.type === 'usage') {
  process.stderr.write(`${line.message}\n   Try: ${line.attempt}\n`)
  process.exitCode = EXIT_USAGE
} else if (line.type === 'list') listScenarios(line.isJson)
else if (line.type === 'table') printTable(line.ledger, line.isJson)
else process.exitCode = await runAll(line.request, commitOf())
// Sockets of clients that nobody waits for any more would keep the process.
if (line.type === 'run') process.exit()
