import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { reportLines } from './report.ts'
import { steady } from './scenarios/steady.ts'

const EXIT_USAGE = 2
const USAGE = 'usage: npm run bench -- steady [--seconds 60] [--warmup 5] [--rate 300] [--validators 4] [--json FILE]'

function fail(message: string): never {
  process.stderr.write(`${message}\n   Try: ${USAGE.slice('usage: '.length)}\n`)
  process.exit(EXIT_USAGE)
}

function integer(text: string, name: string, min: number, max: number): number {
  const value = Number(text)
  return Number.isSafeInteger(value) && value >= min && value <= max ? value : fail(`--${name} is an integer from ${min} to ${max}`)
}

function readArguments(): {
  readonly scenario: string
  readonly seconds: number
  readonly warmup: number
  readonly rate: number
  readonly validators: number
  readonly json: string | undefined
} {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        seconds: { type: 'string', default: '60' },
        warmup: { type: 'string', default: '5' },
        rate: { type: 'string', default: '300' },
        validators: { type: 'string', default: '4' },
        json: { type: 'string' },
      },
    })
    return {
      scenario: positionals[0] ?? '',
      seconds: integer(values.seconds, 'seconds', 1, 240),
      warmup: integer(values.warmup, 'warmup', 0, 600),
      rate: integer(values.rate, 'rate', 1, 20_000),
      validators: integer(values.validators, 'validators', 4, 16),
      json: values.json,
    }
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

const { scenario, seconds, warmup, rate, validators, json } = readArguments()
if (scenario !== 'steady') fail(scenario === '' ? 'which scenario?' : `no scenario ${scenario}`)
const isTerminal = process.stderr.isTTY === true
const report = await steady({
  seconds,
  warmupSeconds: warmup,
  ratePerSecond: rate,
  validators,
  onProgress: (done, total) => {
    if (isTerminal) process.stderr.write(`\r\x1b[K ${Math.round((100 * done) / total)} % of ${total} transactions sent`)
  },
})
if (isTerminal) process.stderr.write('\r\x1b[K')
for (const line of reportLines(report)) process.stdout.write(`${line}\n`)
if (json !== undefined) {
  const { latencies: _, ...figures } = report
  writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`)
}
process.exit(Object.keys(report.failures).length > 0 ? 1 : 0)
