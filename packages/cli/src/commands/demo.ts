import { runDemo, STORY_NAMES } from '@hanse/devnet'
import { usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import { EXIT_CODE } from '../exit-code.ts'
import { requireDevnetChain, requireLoopback } from '../keys/key-reference.ts'

export const registerDemo: Register = (command, run) => {
  command
    .argument('<story>', STORY_NAMES.join(', '))
    .option('--fresh', 'with new identifiers, so that it plays again on the same chain', false)
    .action(
      async (story: string, { fresh }: { readonly fresh: boolean }) =>
        await run(async ({ client, output, rpcUrl }) => {
          if (!STORY_NAMES.includes(story)) throw usageError(`there is no story ${story}`, `hanse demo ${STORY_NAMES.join(' | ')}`)
          requireLoopback(rpcUrl)
          await requireDevnetChain((await client.chain()).genesis.chainId)
          const result = await runDemo(story, { rpcUrl, fresh, write: output.line })
          output.result(result)
          return result.ok ? EXIT_CODE.ok : EXIT_CODE.failed
        }),
    )
}
