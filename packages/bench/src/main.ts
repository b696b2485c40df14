import { writeFileSync } from 'node:fs'
import { createProgressSteps } from '@hanse/cli/progress'
import { readCommandLine, usageOf } from './command-line.ts'
import { SCENARIOS } from './scenarios.ts'

const EXIT_FAILED = 1
const EXIT_USAGE = 2

function listScenarios(): never {
  for (const scenario of SCENARIOS)
    process.stdout.write(`${scenario.name.padEnd(12)} ${scenario.summary}\n${' '.repeat(13)}${usageOf(scenario)}\n`)
  process.exit(0)
}

/** The nodes are gone by now, and say why in their errors. */
function brokenOff(error: unknown): never {
  progress.clear()
  const { message, tryThis } = error as Error & { readonly tryThis?: string }
  process.stderr.write(`${message}\n${tryThis === undefined ? '' : `   Try: ${tryThis}\n`}`)
  process.exit(EXIT_FAILED)
}

const request = readCommandLine(process.argv.slice(2), SCENARIOS)
if (!request.ok) {
  process.stderr.write(`${request.error.message}\n   Try: ${request.error.hint}\n`)
  process.exit(EXIT_USAGE)
}
if (request.value.type === 'help') listScenarios()
const { scenario, values, json, svg } = request.value
const progress = createProgressSteps()
const result = await scenario.run(values, (done, total, what) => progress.reach(what, done, total)).catch(brokenOff)
progress.clear()
for (const line of result.lines) process.stdout.write(`${line}\n`)
if (json !== undefined) writeFileSync(json, `${JSON.stringify(result.figures, null, 2)}\n`)
if (svg !== undefined && result.chart !== undefined) writeFileSync(svg, result.chart)
process.exit(result.failed ? EXIT_FAILED : 0)
