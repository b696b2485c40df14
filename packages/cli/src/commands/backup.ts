import { resolve } from 'node:path'
import type { BackupRestored } from '@hanse/node'
import { orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { makeWhereItRuns } from '../node-home/node-jobs.ts'
import { byteSize, mark } from '../terminal/output.ts'
import { createProgressSteps } from '../terminal/progress.ts'

interface CreateFlags {
  readonly keys: boolean
}

interface RestoreFlags {
  readonly force: boolean
}

export const registerBackup: Register = (backup, run) => {
  backup
    .command('create')
    .description('configuration, genesis and chain of HANSE_HOME’s node, while it works or while it is stopped')
    .option('--keys', 'the key files too, encrypted as they are', false)
    .action(async (flags: CreateFlags) => await run(async (context) => await create(context, flags)))

  backup
    .command('restore')
    .argument('<dir>', 'what `backup create` made')
    .description('make HANSE_HOME of a backup, or the chain of the stopped node that is there; the vote guard stays as it is')
    .option('--force', 'also where there are blocks: they are kept beside it', false)
    .action(async (folder: string, flags: RestoreFlags) => await run(async (context) => await restore(context, folder, flags)))
}

async function create({ home, output }: Context, { keys }: CreateFlags): Promise<void> {
  const made = await makeWhereItRuns(home, 'backup', {
    start: async (admin) => await admin.callRaw('admin_createBackup', { keys }),
    offline: async (onProgress) => orThrow(await (await import('@hanse/node')).backupHome(home, keys, { onProgress })),
  })
  const { folder, height, sizeBytes } = made
  output.line(mark.good(`backup of height ${height}, ${byteSize(sizeBytes)}, in ${folder}`))
  output.line(
    keys
      ? '  With the key files, and without the vote guard: carry it to a safe place, off this disk.'
      : '  Without keys and vote guard: carry it off this disk.',
  )
  output.result({ ...made, keys })
}

async function restore({ home, output }: Context, given: string, { force }: RestoreFlags): Promise<void> {
  const folder = resolve(given)
  const { restoreBackup } = await import('@hanse/node')
  const steps = createProgressSteps()
  const restored = await restoreBackup(home, folder, { force, onProgress: ({ what, done, total }) => steps.reach(what, done, total) })
  steps.clear()
  const found = orThrow(restored)
  output.line(mark.good(`${home} is the home of ${found.organization} again, at height ${found.height}`))
  for (const line of guardLines(found)) output.line(line)
  if (found.before !== undefined) output.line(`  What was there is in ${found.before}; remove it once the node is in step.`)
  output.result({ home, folder, ...found })
}

/** How the node will vote. */
function guardLines({ guard }: BackupRestored): readonly string[] {
  if (guard === undefined) return []
  if (typeof guard === 'object') {
    return [`  It follows in silence up to height ${guard.height}, which its vote guard knows of, and votes above it.`]
  }
  return [
    mark.warning(`the vote guard of its key is ${guard}: the node will not start with this key`),
    '    → Bring keys/vote-guard from the host that voted last with it. Where that is lost for good, take keys.consensus out of',
    '      config.toml, run as an observer, and let the members replace the key by a vote.',
  ]
}
