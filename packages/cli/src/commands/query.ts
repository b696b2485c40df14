import { MODULES } from '@hanse/modules'
import { nearestWord } from '@hanse/primitives'
import type { Json, JsonSchema } from '@hanse/protocol'
import { HanseRpcError, RPC_CODE } from '@hanse/sdk'
import { parseAssignments } from '../assignments.ts'
import { CliError, toCliError, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import { EXIT_CODE } from '../exit-code.ts'
import { integerOption } from '../options.ts'

export const registerQuery: Register = (command, run) => {
  command
    .argument('<module>')
    .argument('<query>')
    .argument('[name=value...]', 'arguments; dots lead into objects, := is followed by JSON')
    .option('--height <n>', 'the state at this height instead of the head’s', integerOption(0, Number.MAX_SAFE_INTEGER))
    .addHelpText('after', () => `\nQueries, with their arguments; those in [ ] may be left out:\n${describeQueries()}`)
    .action(
      async (module: string, query: string, words: readonly string[], { height }: { readonly height?: number }) =>
        await run(async ({ connect, output }) => {
          const meant = meantQuery(module, query)
          if (meant !== undefined) throw usageError(`there is no query ${module} ${query}`, `hanse query ${meant}`)
          const args = parseAssignments(words, argsSchema(module, query))
          const options = height === undefined ? {} : { height }
          const client = await connect()
          const answer = await client.query(module, query, args, options).catch((error: unknown) => {
            throw isBadParams(error) ? misused(error, module, query) : error
          })
          output.line(JSON.stringify(answer.value, undefined, 2))
          output.note(`at height ${answer.height}`)
          output.result(answer)
        }),
    )
}

/** The queries of a module as its `x-modules` entry in rpc.discover has them: both come from the module itself. */
function queriesOf(module: string): (typeof MODULES)[number]['queries'] {
  return MODULES.find(({ name }) => name === module)?.queries ?? {}
}

function argsSchema(module: string, query: string): JsonSchema | undefined {
  const queries = queriesOf(module)
  return Object.hasOwn(queries, query) ? queries[query]?.args.jsonSchema : undefined
}

/** What was probably meant where a module or a query has no such name; undefined where it has, or where nothing is near. */
function meantQuery(module: string, query: string): string | undefined {
  const meantModule =
    nearestWord(
      module,
      MODULES.map(({ name }) => name),
    ) ?? ''
  const meant = nearestWord(query, Object.keys(queriesOf(meantModule)))
  return meant === undefined || (meantModule === module && meant === query) ? undefined : `${meantModule} ${meant}`
}

/** `settlement balance partyId=… currency=…`. */
function synopsis(module: string, query: string): string {
  const schema = argsSchema(module, query)
  const { properties = {}, required = [] } = (schema ?? {}) as { properties?: Readonly<Record<string, Json>>; required?: readonly string[] }
  const words = Object.keys(properties).map((name) => (required.includes(name) ? `${name}=…` : `[${name}=…]`))
  return [module, query, ...words].join(' ')
}

function describeQueries(): string {
  return MODULES.flatMap(({ name, queries }) => Object.keys(queries).map((query) => `  ${synopsis(name, query)}`)).join('\n')
}

function isBadParams(error: unknown): error is HanseRpcError {
  return error instanceof HanseRpcError && error.code === RPC_CODE.badParams
}

/** The words do not make a query of the chain's: usage, as with any other command whose arguments are missing. */
function misused(error: HanseRpcError, module: string, query: string): CliError {
  const { rejection, data } = toCliError(error)
  const isKnown = argsSchema(module, query) !== undefined
  return new CliError(isKnown ? { ...rejection, hint: `hanse query ${synopsis(module, query)}` } : rejection, {
    exitCode: EXIT_CODE.usage,
    data,
  })
}
