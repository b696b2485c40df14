import type { Argument, Command, Option } from 'commander'
import { type Candidate, isPathValue, type PathKind, type ValueRequest, valuesOf } from './values.ts'

/** What may stand where the cursor is. */
export interface Suggestions {
  readonly candidates: readonly Candidate[]
  /** Names of files or folders will do too: the shell knows them. */
  readonly paths: PathKind
}

interface Place {
  readonly command: Command
  /** Arguments of the command that stand before the cursor. */
  readonly positionals: readonly string[]
  readonly options: readonly Option[]
  /** The option whose value is at the cursor. */
  readonly pending: Option | undefined
  readonly isOptionsOver: boolean
}

/** What may stand for `current`, after `before`, words without the program's name. The home is where key names are looked for. */
export async function suggest(
  program: Command,
  before: readonly string[],
  current: string,
  defaults: { readonly home: string },
): Promise<Suggestions> {
  const place = placeOf(program, before)
  const home = homeOf(before) ?? defaults.home
  const request = (name: string, choices: readonly string[] | undefined): ValueRequest => ({
    ...{ name, choices, home, positionals: place.positionals, command: place.command.name() },
  })
  if (place.pending !== undefined) return await valueSuggestions(request(valueName(place.pending), place.pending.argChoices), current)
  const joined = /^(--[a-z-]+)=(.*)$/s.exec(current)
  if (joined !== null && !place.isOptionsOver) {
    const [, flag = '', value = ''] = joined
    const option = findOption(place, flag)
    if (option === undefined) return NOTHING
    const found = await valueSuggestions(request(valueName(option), option.argChoices), value)
    return { ...found, candidates: found.candidates.map((candidate) => ({ ...candidate, word: `${flag}=${candidate.word}` })) }
  }
  if (current.startsWith('-') && !place.isOptionsOver) return starting(optionCandidates(place), current)
  if (place.positionals.length === 0 && place.command.commands.length > 0) return starting(commandCandidates(place.command), current)
  const argument = argumentAt(place)
  return argument === undefined ? NOTHING : await valueSuggestions(request(argument.name(), argument.argChoices), current)
}

const NOTHING: Suggestions = { candidates: [], paths: 'none' }

function starting(candidates: readonly Candidate[], current: string, paths: PathKind = 'none'): Suggestions {
  return { candidates: candidates.filter(({ word }) => word.startsWith(current)), paths }
}

async function valueSuggestions(request: ValueRequest, current: string): Promise<Suggestions> {
  return starting(await valuesOf(request), current, isPathValue(request.name))
}

function placeOf(program: Command, before: readonly string[]): Place {
  let command = program
  const positionals: string[] = []
  const options: Option[] = []
  let pending: Option | undefined
  let isOptionsOver = false
  for (const word of before) {
    if (pending !== undefined) pending = undefined
    else if (word === '--') isOptionsOver = true
    else if (word.startsWith('-') && !isOptionsOver) {
      const option = findOption({ command }, word.split('=')[0] ?? '')
      if (option !== undefined) options.push(option)
      if (option !== undefined && !option.isBoolean() && !word.includes('=')) pending = option
    } else {
      const child = positionals.length === 0 ? command.commands.find((candidate) => candidate.name() === word) : undefined
      if (child === undefined) positionals.push(word)
      else command = child as Command
    }
  }
  return { command, positionals, options, pending, isOptionsOver }
}

/** A command's own options and those of the groups that it is in. */
function optionsOf(command: Command): readonly Option[] {
  const groups: Option[] = []
  for (let at: Command | null = command; at !== null; at = at.parent as Command | null) groups.push(...at.options)
  return groups.filter(({ hidden }) => !hidden)
}

function findOption({ command }: Pick<Place, 'command'>, flag: string): Option | undefined {
  return optionsOf(command).find(({ long, short }) => long === flag || short === flag)
}

/** `<file>` of `--out <file>`. */
export function valueName(option: Option): string {
  return /[<[]([^>\]]+)[>\]]/.exec(option.flags)?.[1] ?? ''
}

function optionCandidates({ command, options }: Place): readonly Candidate[] {
  // An option whose default is a list may stand several times.
  const isFree = (option: Option): boolean => !options.includes(option) || Array.isArray(option.defaultValue)
  const help = command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long === '--help')
  return [...optionsOf(command), ...help].filter(isFree).map(({ long, description }) => ({ word: long ?? '', about: description }))
}

function commandCandidates(command: Command): readonly Candidate[] {
  const visible = command.createHelp().visibleCommands(command)
  return visible.map((child) => ({ word: child.name(), about: child.description() }))
}

function argumentAt({ command, positionals }: Place): Argument | undefined {
  const last = command.registeredArguments.at(-1)
  return command.registeredArguments[positionals.length] ?? (last?.variadic === true ? last : undefined)
}

function homeOf(before: readonly string[]): string | undefined {
  const joined = before.find((word) => word.startsWith('--home='))
  if (joined !== undefined) return joined.slice('--home='.length)
  const index = before.indexOf('--home')
  return index < 0 ? undefined : before[index + 1]
}
