import { parseArgs } from 'node:util'
import { err, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import type { Scenario, ScenarioOption } from './scenario.ts'

/** What was asked for. */
export type Request =
  | { readonly type: 'help' }
  | {
      readonly type: 'run'
      readonly scenario: Scenario
      readonly values: Readonly<Record<string, number | string>>
      /** Files to write. */
      readonly json: string | undefined
      readonly svg: string | undefined
    }

/** `npm run bench -- rpc [--seconds 5] … [--json FILE]` */
export function usageOf({ name, options, positional, draws = false }: Scenario): string {
  const words = Object.entries(options).map(([option, { default: value }]) =>
    option === positional ? `[${value}]` : `[--${option} ${value}]`,
  )
  return ['npm run bench --', name, ...words, '[--json FILE]', ...(draws ? ['[--svg FILE]'] : [])].join(' ')
}

/** The hint of a rejection says how it is written. */
export function readCommandLine([word, ...rest]: readonly string[], scenarios: readonly Scenario[]): Result<Request> {
  if (word === undefined || word === '--help') return ok({ type: 'help' })
  const scenario = scenarios.find(({ name }) => name === word)
  if (scenario === undefined) {
    const hint = `npm run bench -- ${scenarios.map(({ name }) => name).join('|')}`
    return err(reject('bench/usage', `no scenario ${word}`, { hint }))
  }
  const texts = readTexts(rest, scenario)
  if (!texts.ok) return texts
  const { json, svg, ...given } = texts.value
  const values: Record<string, number | string> = {}
  for (const [name, option] of Object.entries(scenario.options)) {
    const value = optionValue(given[name], option)
    if (value === undefined) return err(misused(scenario, `--${name} is ${describe(option)}`))
    values[name] = value
  }
  return ok({ type: 'run', scenario, values, json, svg })
}

function misused(scenario: Scenario, message: string): Rejection {
  return reject('bench/usage', message, { hint: usageOf(scenario) })
}

function readTexts(args: readonly string[], scenario: Scenario): Result<Readonly<Record<string, string | undefined>>> {
  const names = [...Object.keys(scenario.options), 'json', ...(scenario.draws === true ? ['svg'] : [])]
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]))
    return ok(parseArgs({ args: withoutPositional(scenario, args), options }).values as Readonly<Record<string, string>>)
  } catch (error) {
    const [message] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
    return err(misused(scenario, message as string))
  }
}

/** `peer cometbft --seconds 5` is `peer --peer cometbft --seconds 5`. */
function withoutPositional({ positional }: Scenario, args: readonly string[]): string[] {
  const [first, ...rest] = args
  return positional === undefined || first === undefined || first.startsWith('-') ? [...args] : [`--${positional}`, first, ...rest]
}

/** Undefined where the text does not fit. */
function optionValue(text: string | undefined, option: ScenarioOption): number | string | undefined {
  if (text === undefined) return option.default
  if (!('min' in option)) return option.choices === undefined || option.choices.includes(text) ? text : undefined
  if ('word' in option && text === option.word) return text
  const value = Number(text)
  return text.trim() !== '' && Number.isSafeInteger(value) && value >= option.min && value <= option.max ? value : undefined
}

function describe(option: ScenarioOption): string {
  if (!('min' in option)) return `one of ${(option.choices ?? []).join(', ')}`
  const integer = `an integer from ${option.min} to ${option.max}`
  return 'word' in option ? `${integer}, or ${option.word}` : integer
}
