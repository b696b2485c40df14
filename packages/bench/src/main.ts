import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createProgressSteps } from '@hanse/cli/progress'
import type { IntegerOption, Scenario, TextOption } from './scenario.ts'
import { SCENARIOS } from './scenarios.ts'

const EXIT_FAILED = 1
const EXIT_USAGE = 2

function fail(message: string, attempt: string): never {
  process.stderr.write(`${message}\n   Try: ${attempt}\n`)
  process.exit(EXIT_USAGE)
}

function usageOf({ name, options }: Scenario): string {
  const words = Object.entries(options).map(([option, { default: value }]) => `[--${option} ${value}]`)
  return ['npm run bench --', name, ...words, '[--json FILE]'].join(' ')
}

function listScenarios(): never {
  for (const scenario of SCENARIOS)
    process.stdout.write(`${scenario.name.padEnd(12)} ${scenario.summary}\n${' '.repeat(13)}${usageOf(scenario)}\n`)
  process.exit(0)
}

function optionValue(name: string, text: string | undefined, option: IntegerOption | TextOption, scenario: Scenario): number | string {
  if (text === undefined) return option.default
  if ('min' in option) {
    const value = Number(text)
    const fits = text.trim() !== '' && Number.isSafeInteger(value) && value >= option.min && value <= option.max
    return fits ? value : fail(`--${name} is an integer from ${option.min} to ${option.max}`, usageOf(scenario))
  }
  if (option.choices === undefined || option.choices.includes(text)) return text
  return fail(`--${name} is one of ${option.choices.join(', ')}`, usageOf(scenario))
}

interface Request {
  readonly scenario: Scenario
  readonly values: Readonly<Record<string, number | string>>
  readonly json: string | undefined
}

function readArguments([word, ...rest]: readonly string[]): Request {
  if (word === undefined || word === '--help') return listScenarios()
  const scenario = SCENARIOS.find(({ name }) => name === word)
  if (scenario === undefined) return fail(`no scenario ${word}`, `npm run bench -- ${SCENARIOS.map(({ name }) => name).join('|')}`)
  const names = Object.keys(scenario.options)
  try {
    const options = Object.fromEntries([...names, 'json'].map((name) => [name, { type: 'string' } as const]))
    const { values } = parseArgs({ args: rest, options })
    const read = names.map((name) => {
      const option = scenario.options[name] as IntegerOption | TextOption
      return [name, optionValue(name, values[name] as string | undefined, option, scenario)] as const
    })
    return { scenario, values: Object.fromEntries(read), json: values['json'] as string | undefined }
  } catch (error) {
    return fail(error instanceof Error ? (error.message.split('\n', 1)[0] as string) : String(error), usageOf(scenario))
  }
}

const { scenario, values, json } = readArguments(process.argv.slice(2))
const progress = createProgressSteps()
const result = await scenario.run(values, (done, total, what) => progress.reach(what, done, total))
progress.clear()
for (const line of result.lines) process.stdout.write(`${line}\n`)
if (json !== undefined) writeFileSync(json, `${JSON.stringify(result.figures, null, 2)}\n`)
process.exit(result.failed ? EXIT_FAILED : 0)
