import { join, resolve } from 'node:path'
import { CONFIG_FILE } from '@hanse/node/outside'
import { orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import { shellQuoted } from '../completion/scripts.ts'
import type { Context } from '../context.ts'
import { makeWhereItRuns } from '../node-home/node-jobs.ts'
import { byteSize, isoTime, mark } from '../terminal/output.ts'
import { createProgressSteps } from '../terminal/progress.ts'

interface VerifyFlags {
  readonly genesis?: string
}

interface RestoreFlags {
  readonly force: boolean
}

export const registerSnapshot: Register = (snapshot, run) => {
  snapshot
    .command('create')
    .description('a snapshot of the chain of HANSE_HOME’s node at its head, while it works or while it is stopped')
    .action(async () => await run(create))

  snapshot
    .command('verify')
    .argument('<dir>', 'a snapshot, wherever it comes from')
    .description('check every part of a snapshot with nothing but the genesis file to trust')
    .option('--genesis <file>', 'default: that of HANSE_HOME')
    .action(async (folder: string, flags: VerifyFlags) => await run(async (context) => await verify(context, folder, flags)))

  snapshot
    .command('restore')
    .argument('<dir>', 'a snapshot, wherever it comes from')
    .description('let the stopped node of HANSE_HOME begin with a snapshot; each part is checked before it is written')
    .option('--force', 'also where there are blocks: they are kept beside it', false)
    .action(async (folder: string, flags: RestoreFlags) => await run(async (context) => await restore(context, folder, flags)))

  snapshot
    .command('list')
    .description('the snapshots that the node of HANSE_HOME keeps, newest first')
    .action(async () => await run(list))
}

async function create({ home, output }: Context): Promise<void> {
  const made = await makeWhereItRuns(home, 'snapshot', {
    start: async (admin) => (await admin.callRaw('admin_createSnapshot')) as unknown,
    offline: async (onProgress) => orThrow(await (await import('@hanse/node')).snapshotHome(home, { onProgress })),
  })
  const { folder, height, sizeBytes } = made
  output.line(mark.good(`snapshot of height ${height}, ${byteSize(sizeBytes)}, in ${folder}`))
  output.line(`  Try: hanse snapshot verify ${shellQuoted(folder)}`)
  output.result(made)
}

async function verify({ home, output }: Context, given: string, { genesis }: VerifyFlags): Promise<void> {
  const folder = resolve(given)
  const { readNodeConfig } = await import('@hanse/node/folder')
  const genesisFile = genesis === undefined ? orThrow(await readNodeConfig(join(home, CONFIG_FILE))).genesis : resolve(genesis)
  const { verifySnapshotFolder } = await import('@hanse/node')
  const steps = createProgressSteps()
  const verified = await verifySnapshotFolder(folder, genesisFile, {
    onProgress: ({ what, done, total }) => steps.reach(what, done, total),
  })
  steps.clear()
  const found = orThrow(verified)
  const { height, hash, epoch, timeMs, stateRoot, records, chunks, headers, blocks, sizeBytes } = found
  output.line(mark.good(`${folder} is the chain at height ${height}`))
  output.fields([
    ['block', hash],
    ['time', isoTime(timeMs)],
    ['epoch', epoch],
    ['state', `root ${stateRoot}, records: ${records}, chunks: ${chunks}`],
    ['chain', `headers: ${headers}, whole blocks: ${blocks}`],
    ['size', byteSize(sizeBytes)],
  ])
  output.result({ folder, ...found })
}

async function restore({ home, output }: Context, given: string, { force }: RestoreFlags): Promise<void> {
  output.result(await restoreInto(home, resolve(given), force, output))
}

/** Also for a home that is just being made. @throws CliError */
export async function restoreInto(home: string, folder: string, force: boolean, output: Pick<Context['output'], 'line'>): Promise<object> {
  const { restoreSnapshot } = await import('@hanse/node')
  const steps = createProgressSteps()
  const restored = await restoreSnapshot(home, folder, { force, onProgress: ({ what, done, total }) => steps.reach(what, done, total) })
  steps.clear()
  const { height, records, before } = orThrow(restored)
  output.line(mark.good(`the node of ${home} begins at height ${height}, with ${records} records`))
  if (before !== undefined) output.line(`  What was there is in ${before}; remove it once the node is in step.`)
  return { home, folder, height, records, ...(before === undefined ? {} : { before }) }
}

async function list({ home, output }: Context): Promise<void> {
  const { snapshotsOfHome } = await import('@hanse/node')
  const items = orThrow(await snapshotsOfHome(home))
  if (items.length === 0) output.line('there are none: hanse snapshot create makes one')
  else
    output.table(
      ['height', 'made', 'size', 'folder'],
      items.map(({ height, createdAtMs, sizeBytes, folder }) => [height, isoTime(createdAtMs), byteSize(sizeBytes), folder]),
    )
  output.result({ home, items })
}
