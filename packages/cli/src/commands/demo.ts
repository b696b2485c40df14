import { DEMO_NAMES, runDemo } from '@hanse/devnet/stories'
import type { Rejection } from '@hanse/primitives'
import { nearestWord } from '@hanse/primitives'
import { CliError, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import { EXIT_CODE } from '../exit-code.ts'
import { requireDevnetChain, requireLoopback } from '../keys/key-reference.ts'

/** What to do about a story that broke off, where the refusal does not know that it is one. */
function hintOf({ code }: Rejection, again: string): Pick<Rejection, 'hint'> {
  if (code === 'invoices/duplicate-number') return { hint: again }
  return code === 'organizations/unknown-operator' ? { hint: 'this devnet has no demo members: npm run devnet -- reset' } : {}
}

export const registerDemo: Register = (command, run) => {
  command
    .argument('<story>', DEMO_NAMES.join(', '))
    .option('--fresh', 'with new identifiers, so that it plays again on the same chain', false)
    .action(
      async (story: string, { fresh }: { readonly fresh: boolean }) =>
        await run(async ({ connect, output, rpcUrl }) => {
          if (!DEMO_NAMES.includes(story))
            throw usageError(`there is no story ${story}`, `hanse demo ${nearestWord(story, DEMO_NAMES) ?? DEMO_NAMES.join(' | ')}`)
          requireLoopback(rpcUrl)
          await requireDevnetChain((await (await connect()).chain()).genesis.chainId)
          const { brokenOff, ...result } = await runDemo(story, { rpcUrl, fresh, write: output.line })
          if (brokenOff !== undefined) {
            const rpc = command.parent?.getOptionValueSource('rpc') === 'cli' ? ` --rpc ${rpcUrl}` : ''
            const hint = hintOf(brokenOff, `hanse demo ${story} --fresh${rpc}`)
            throw new CliError({ ...brokenOff, ...hint }, { data: { story, steps: result.steps } })
          }
          output.result(result)
          return result.ok ? EXIT_CODE.ok : EXIT_CODE.failed
        }),
    )
}
