import { writeFile } from 'node:fs/promises'
import type { RecoveryStatus } from '@hanse/node'
import type { Hash, Rejection } from '@hanse/primitives'
import { CliError, orThrow } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { checkAlike, readRecoveryFile, recoveryFileJson } from '../node-home/recovery-file.ts'
import { hashArgument, integerOption } from '../options.ts'
import { isoTime, mark } from '../terminal/output.ts'
import { promptSecret } from '../terminal/prompt.ts'

interface SignFlags {
  readonly out: string
  readonly epoch?: number
  readonly giveUpBlocks: boolean
}

export const registerRecover: Register = (recover, run) => {
  recover
    .command('status')
    .description('head, vote guard and log of HANSE_HOME’s stopped node, and which epoch a recovery would begin')
    .action(async () => await run(status))

  recover
    .command('sign')
    .argument('<hash>', 'the highest head that any node has, as all members have agreed; it must be this node’s own', hashArgument)
    .description('sign with the voting key of HANSE_HOME that a new epoch begins above that block; the key leaves the present epoch')
    .requiredOption('--out <file>', 'write the statement there, for `recover apply`')
    .option(
      '--epoch <n>',
      'a later one than `status` names, where all have given up an earlier statement',
      integerOption(1, Number.MAX_SAFE_INTEGER),
    )
    .option('--give-up-blocks', 'although this node had final blocks above it, which nobody has any more', false)
    .action(async (head: Hash, flags: SignFlags) => await run(async (context) => await sign(context, head, flags)))

  recover
    .command('apply')
    .argument('<file...>', 'statements of a quorum of validators')
    .description('begin the epoch in the store of HANSE_HOME’s stopped node; at one node is enough, the others fetch it')
    .action(async (files: readonly string[]) => await run(async (context) => await apply(context, files)))
}

async function status({ home, output }: Context): Promise<void> {
  const { recoveryStatus } = await import('@hanse/node')
  const found = orThrow(await recoveryStatus(home))
  const { head, epoch, nextEpoch, quorum, validators, organization, signedEpoch } = found
  output.fields([
    ['head', `block ${head.height} of ${isoTime(head.timeMs)}`],
    ['hash', head.hash],
    ['epoch', `${epoch}; a recovery begins ${nextEpoch}, signed by ${quorum} of ${validators} validators`],
    ['validator', organization ?? 'no: this node does not sign'],
    ['vote guard', guardText(found)],
    ['log', logText(found)],
    ['signed', signedEpoch === undefined ? undefined : `for epoch ${signedEpoch} above this head`],
  ])
  for (const line of warnings(found)) output.line(mark.warning(line))
  output.result({ home, ...found })
}

function guardText({ guard, epoch }: RecoveryStatus): string {
  if (typeof guard === 'string') return `${guard}: this key signs nothing`
  const words = `epoch ${guard.epoch}, view ${guard.view}, votes up to block ${guard.height}`
  return guard.epoch > epoch ? `${words}: this key has left epoch ${epoch}` : words
}

function logText({ log: { state }, start, guard }: RecoveryStatus): string {
  if (start !== 'recovering' || typeof guard === 'string') return state
  return `${state}, without the key’s last vote: the node is silent until block ${guard.height} of epoch ${guard.epoch} is final`
}

function warnings({ head, log, lostUpTo }: RecoveryStatus): readonly string[] {
  const { finalHeight, committedHeight } = log
  return [
    ...(finalHeight === undefined ? [] : [`the log has final blocks up to ${finalHeight}: start the node once, it stores them`]),
    ...(committedHeight === undefined
      ? []
      : [`it has given its Commit for block ${committedHeight}: look at every node whether one has it final`]),
    ...(lostUpTo === undefined
      ? []
      : [`it had final blocks up to ${lostUpTo} at least, and has them up to ${head.height}: look for them at every node and in backups`]),
  ]
}

async function sign({ home, output }: Context, head: Hash, { out, epoch, giveUpBlocks }: SignFlags): Promise<void> {
  const { signRecovery } = await import('@hanse/node')
  const options = { head, giveUpBlocks, ask: promptSecret, ...(epoch === undefined ? {} : { epoch }) }
  const { logBefore, organization, ...content } = orThrow(await signRecovery(home, options))
  const json = recoveryFileJson(content)
  await writeFile(out, `${JSON.stringify(json, undefined, 2)}\n`)
  output.line(mark.good(`${organization} signs: epoch ${content.statement.epoch} begins above block ${content.head.height}`))
  output.line('  Its key votes no more in the epoch before, and signs no other head for this one.')
  if (logBefore !== undefined) output.line(`  The log is set aside, in ${logBefore}.`)
  output.line(`  Written to ${out}: hanse recover apply ${out} … with those of the others.`)
  output.result({ home, organization, ...(logBefore === undefined ? {} : { logBefore }), statement: json })
}

async function apply({ home, output }: Context, paths: readonly string[]): Promise<void> {
  const files = await Promise.all(paths.map(readRecoveryFile))
  checkAlike(files, paths)
  const { applyRecovery } = await import('@hanse/node')
  const applied = await applyRecovery(home, files)
  if (!applied.ok) throw new CliError(namedByFile(applied.error, paths))
  const { outcome, epoch, height, signers } = applied.value
  const words = outcome === 'applied' ? 'begins' : 'began already'
  output.line(mark.good(`epoch ${epoch} ${words} with block ${height}, signed by ${signers.join(', ')}`))
  output.line('  Start the nodes: those where it was not applied fetch it.')
  output.result({ home, ...applied.value })
}

/** The path of a refusal begins with the number of the statement. */
function namedByFile(refused: Rejection, paths: readonly string[]): Rejection {
  const file = refused.path === undefined ? undefined : paths[Number.parseInt(refused.path, 10)]
  return file === undefined ? refused : { ...refused, message: `${file}: ${refused.message}` }
}
