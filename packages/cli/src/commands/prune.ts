import { orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { integerOption } from '../options.ts'
import { byteSize, mark } from '../terminal/output.ts'
import { createProgressSteps } from '../terminal/progress.ts'

/** As in the configuration. */
const KEEP_BLOCKS_MIN = 1_024
const KEEP_BLOCKS_MAX = 1_000_000_000

interface PruneFlags {
  readonly keep?: number
}

export const registerPrune: Register = (prune, run) => {
  prune
    .option(
      '--keep <n>',
      'how many blocks; default: history.keepBlocks, where history.mode is pruned',
      integerOption(KEEP_BLOCKS_MIN, KEEP_BLOCKS_MAX),
    )
    .action(async (flags: PruneFlags) => await run(async (context) => await pruneBlocks(context, flags)))
}

async function pruneBlocks({ home, output }: Context, { keep }: PruneFlags): Promise<void> {
  const { pruneHome } = await import('@hanse/node')
  const steps = createProgressSteps()
  const pruned = await pruneHome(home, {
    ...(keep === undefined ? {} : { keepBlocks: keep }),
    onProgress: ({ what, done, total }) => steps.reach(what, done, total),
  })
  steps.clear()
  const { height, earliestBefore, earliest, sizeBytesBefore, sizeBytes, elapsedMs } = orThrow(pruned)
  output.line(mark.good(`${home} keeps the blocks from height ${earliest} to ${height}`))
  output.fields([
    ['deleted', `${earliest - earliestBefore} blocks`],
    ['store', `${byteSize(sizeBytes)}, before ${byteSize(sizeBytesBefore)}`],
    ['took', `${(elapsedMs / 1000).toFixed(1)} s`],
  ])
  output.result({ home, height, earliestBefore, earliest, sizeBytesBefore, sizeBytes, elapsedMs: Math.round(elapsedMs) })
}
