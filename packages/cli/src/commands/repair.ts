import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RepairReport } from '@hanse/node'
import { CONFIG_FILE } from '@hanse/node/outside'
import { reject } from '@hanse/primitives'
import { CliError, orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { mark } from '../terminal/output.ts'
import { createProgress, type Progress } from '../terminal/progress.ts'

export const registerRepair: Register = (command, run) => {
  command.action(async () => await run(repairHome))
}

async function repairHome({ home, output }: Context): Promise<void> {
  if (!existsSync(join(home, CONFIG_FILE))) {
    throw new CliError(reject('config/not-found', `${home} is no node’s folder`, { hint: 'Name it: hanse node repair --home DIR' }))
  }
  const { repair } = await import('@hanse/node')
  let shown: { readonly what: string; readonly progress: Progress } | undefined
  const onProgress = (what: string, done: number, total: number): void => {
    if (shown?.what !== what) {
      shown?.progress.clear()
      shown = { what, progress: createProgress(what, total) }
    }
    shown.progress.reach(done)
  }
  const report = await repair(home, { onProgress })
  shown?.progress.clear()
  const { outcome, height, headBefore, missing, setAside, problems, elapsedMs } = orThrow(report)
  for (const { code, message } of problems) output.line(mark.bad(`${message} [${code}]`))
  output.line(mark.good(summary(home, orThrow(report))))
  output.fields([
    ['height', height],
    ['before', headBefore],
    ['set aside', setAside],
    ['next start', setAside === undefined ? undefined : nextStart(orThrow(report))],
    ['took', `${(elapsedMs / 1000).toFixed(1)} s`],
  ])
  output.result({ home, outcome, height, headBefore, missing, setAside, problems, elapsedMs: Math.round(elapsedMs) })
}

function summary(home: string, { outcome }: RepairReport): string {
  switch (outcome) {
    case 'sound':
      return `the store of ${home} is sound: nothing was touched`
    case 'copied':
      return `the store of ${home} is made anew from its values and blocks`
    case 'replayed':
      return `the store of ${home} is made anew: its blocks were executed again`
    case 'set-aside':
      return `nothing of the store of ${home} could be saved; it is set aside`
  }
}

function nextStart({ height, headBefore = 0, missing }: RepairReport): string {
  if (height === undefined) return 'fetches every block from the peers'
  if (missing > 0) return `fetches ${missing} damaged blocks from the peers while it runs`
  return height < headBefore ? `fetches the blocks above ${height} from the peers` : 'as before'
}
