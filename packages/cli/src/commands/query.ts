import { MODULES } from '@hanse/modules'
import type { JsonSchema } from '@hanse/protocol'
import { parseAssignments } from '../assignments.ts'
import type { Register } from '../command.ts'
import { integerOption } from '../options.ts'

export const registerQuery: Register = (command, run) => {
  command
    .argument('<module>')
    .argument('<query>')
    .argument('[name=value...]', 'arguments; dots lead into objects, := is followed by JSON')
    .option('--height <n>', 'the state at this height instead of the head’s', integerOption(0, Number.MAX_SAFE_INTEGER))
    .addHelpText('after', () => `\nQueries:\n${describeQueries()}`)
    .action(
      async (module: string, query: string, words: readonly string[], { height }: { readonly height?: number }) =>
        await run(async ({ client, output }) => {
          const args = parseAssignments(words, argsSchema(module, query))
          const answer = await client.query(module, query, args, height === undefined ? {} : { height })
          output.line(JSON.stringify(answer.value, undefined, 2))
          output.note(`at height ${answer.height}`)
          output.result(answer)
        }),
    )
}

function argsSchema(module: string, query: string): JsonSchema | undefined {
  const queries = MODULES.find(({ name }) => name === module)?.queries ?? {}
  return Object.hasOwn(queries, query) ? queries[query]?.args.jsonSchema : undefined
}

function describeQueries(): string {
  return MODULES.map(({ name, queries }) => `  ${name}: ${Object.keys(queries).join(', ')}`).join('\n')
}
