import { orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { mark } from '../terminal/output.ts'
import { createProgress, type Progress } from '../terminal/progress.ts'

export const registerReindex: Register = (command, run) => {
  command.action(async () => await run(makeIndex))
}

async function makeIndex({ home, output }: Context): Promise<void> {
  const { reindex } = await import('@hanse/node')
  let progress: Progress | undefined
  const report = await reindex(home, (height, head) => {
    progress ??= createProgress('indexing blocks', head + 1)
    progress.reach(height + 1)
  })
  progress?.clear()
  const { height, resumedAt, transactions, events, elapsedMs } = orThrow(report)
  output.line(mark.good(`the index of ${home} goes up to height ${height}`))
  output.fields([
    ['resumed at', resumedAt === 0 ? undefined : `height ${resumedAt}`],
    ['transactions', transactions],
    ['events', events],
    ['took', `${(elapsedMs / 1000).toFixed(1)} s`],
  ])
  output.result({ home, height, resumedAt, transactions, events, elapsedMs: Math.round(elapsedMs) })
}
