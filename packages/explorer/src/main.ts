import * as consensus from '@hanse/consensus'
import { type Options, parseOptions, USAGE, UsageError } from './options.ts'
import { run } from './run.ts'
import { explore } from './scenario.ts'
import { commandOf, summaryText } from './summary.ts'

const EXIT_FAILED = 1
const EXIT_USAGE = 2

function replay(scenario: number): number {
  const { validators, cast, views, heights, steps, violation } = explore(consensus, scenario, { trace: (line) => console.log(line) })
  console.log(`scenario ${scenario}: ${validators} validators, who lies: ${cast}; ${views} views, ${heights} heights, ${steps} steps`)
  console.log(violation === undefined ? 'holds' : `${violation.oracle}: ${violation.message}`)
  return violation === undefined ? 0 : EXIT_FAILED
}

async function runAndReport(options: Options): Promise<number> {
  const summary = await run(options, (sum, tally) => {
    for (const { scenario, violation } of options.json ? [] : tally.violations)
      console.log(`scenario ${scenario}: ${violation?.oracle}: ${violation?.message}\n  ${commandOf(scenario)}`)
    if (process.stderr.isTTY) process.stderr.write(`\r${sum.scenarios} of ${options.scenarios}`)
  })
  if (process.stderr.isTTY) process.stderr.write('\r')
  console.log(options.json ? JSON.stringify(summary) : summaryText(summary))
  return summary.violations.length > 0 ? EXIT_FAILED : 0
}

try {
  const options = parseOptions(process.argv.slice(2))
  process.exitCode = options.replay === undefined ? await runAndReport(options) : replay(options.replay)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(`${error.message}\nTry: ${USAGE}`)
  process.exitCode = EXIT_USAGE
}
