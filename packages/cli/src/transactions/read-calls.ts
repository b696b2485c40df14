import { nearestWord } from '@hanse/primitives'
import { CALLS_PER_TRANSACTION_MAX, jsonValue, list, object, parseField, text } from '@hanse/protocol'
import type { CallDraft } from '@hanse/sdk'
import type { Module } from '@hanse/state'
import { parseAssignments } from '../assignments.ts'
import { CliError, usageError } from '../cli-error.ts'
import { readJson } from '../json.ts'

const callsField = list(object({ module: text({ max: 64 }), command: text({ max: 64 }), params: jsonValue() }), {
  min: 1,
  max: CALLS_PER_TRANSACTION_MAX,
})

/** What to call: one command with words, or several from a file. */
export async function readCalls(
  name: string | undefined,
  words: readonly string[],
  { file, modules }: { readonly file: string | undefined; readonly modules: readonly Module[] },
): Promise<readonly CallDraft[]> {
  if ((name === undefined) === (file === undefined)) throw usageError('give either MODULE.COMMAND with its params, or --calls FILE')
  if (file !== undefined) {
    const calls = parseField(callsField, await readJson(file), 'calls')
    if (!calls.ok) throw new CliError(calls.error)
    return calls.value
  }
  const [module = '', command = '', ...rest] = (name ?? '').split('.')
  if (command === '' || rest.length > 0)
    throw usageError(
      `${name} is no MODULE.COMMAND`,
      `settlement.transfer, for example; modules: ${modules.map((one) => one.name).join(', ')}`,
    )
  const commands = modules.findLast((candidate) => candidate.name === module)?.commands ?? {}
  if (!Object.hasOwn(commands, command)) throw unknownCommand(`${module}.${command}`, modules)
  return [{ module, command, params: parseAssignments(words, commands[command]?.params.jsonSchema) }]
}

function unknownCommand(name: string, modules: readonly Module[]): CliError {
  const known = modules.flatMap((module) => Object.keys(module.commands).map((command) => `${module.name}.${command}`))
  const meant = nearestWord(name, known)
  return usageError(
    `no module has a command ${name}`,
    meant === undefined
      ? `hanse tx build ${name} --module DIR, where a module of your own has it; hanse rpc rpc.discover lists what the chain has`
      : `hanse tx build ${meant}`,
  )
}
