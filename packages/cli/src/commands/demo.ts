import { DEVNET_CHAIN_ID, runDemo, STORY_NAMES } from '@hanse/devnet'
import { usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import { EXIT_CODE } from '../exit-code.ts'
import { requireDevnetChain, requireLoopback } from '../keys/key-reference.ts'

export const registerDemo: Register = (program, run) => {
  program
    .command('demo')
    .argument('<story>', STORY_NAMES.join(', '))
    .description(`play a story on a running devnet (chain ${DEVNET_CHAIN_ID}), step by step; exit code 1 on any surprise`)
    .option('--fresh', 'with new identifiers, so that it plays again on the same chain', false)
    .action(
      async (story: string, { fresh }: { readonly fresh: boolean }) =>
        await run(async ({ client, output, rpcUrl }) => {
          if (!STORY_NAMES.includes(story)) throw usageError(`there is no story ${story}`, `hanse demo ${STORY_NAMES.join(' | ')}`)
          requireLoopback(rpcUrl)
          requireDevnetChain((await client.chain()).genesis.chainId)
          const result = await runDemo(story, { rpcUrl, fresh, write: output.line })
          output.result(result)
          return result.ok ? EXIT_CODE.ok : EXIT_CODE.failed
        }),
    )
}
