import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Inspection } from '@hanse/node'
import { CONFIG_FILE } from '@hanse/node/outside'
import { type Hex, hexToBytesOrUndefined, reject } from '@hanse/primitives'
import { InvalidArgumentError } from 'commander'
import { CliError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT_CODE, type ExitCode } from '../exit-code.ts'
import { integerOption } from '../options.ts'
import { byteSize, isoTime, mark, type Output } from '../terminal/output.ts'
import { createProgress } from '../terminal/progress.ts'

interface InspectFlags {
  readonly verify: boolean
  readonly block?: number
  readonly key?: Hex
}

export const registerInspect: Register = (inspect, run) => {
  inspect
    .option('--verify', 'check every block and compute the state root anew: reads everything', false)
    .option('--block <height>', 'show this block, too', integerOption(0, Number.MAX_SAFE_INTEGER))
    .option('--key <hex>', 'show the value of this whole state key, too', hexOption)
    .action(async (flags: InspectFlags) => await run(async (context) => await inspectHome(context, flags)))
}

function hexOption(text: string): Hex {
  if ((hexToBytesOrUndefined(text)?.length ?? 0) > 0) return text as Hex
  throw new InvalidArgumentError('A key is 0x and lower-case hexadecimal digits, two a byte.')
}

async function inspectHome({ home, output }: Context, { verify, block, key }: InspectFlags): Promise<ExitCode> {
  if (!existsSync(join(home, CONFIG_FILE))) {
    throw new CliError(reject('config/not-found', `${home} is no node’s folder`, { hint: 'Name it: hanse node inspect --home DIR' }))
  }
  let progress: ReturnType<typeof createProgress> | undefined
  const { inspectNode } = await import('@hanse/node')
  const found = await inspectNode(home, {
    count: true,
    ...(verify ? { verify: 'all' as const } : {}),
    ...(block === undefined ? {} : { blockHeight: block }),
    ...(key === undefined ? {} : { key }),
    onVerified: (_, total) => {
      progress ??= createProgress('blocks', total)
      progress.advance()
    },
  })
  progress?.clear()
  if (found.problems.some(({ code }) => code === 'storage/locked')) {
    const hint = `ask the node: hanse node status --home ${home}, hanse block show, hanse consensus; or stop it first`
    throw new CliError(reject('node/running', `a node, or another program, has ${found.store?.directory ?? home} open`, { hint }))
  }
  show(found, verify, output)
  output.result(found)
  return found.problems.length === 0 ? EXIT_CODE.ok : EXIT_CODE.failed
}

function show(found: Inspection, isVerified: boolean, output: Output): void {
  const { home, chain, formats, problems } = found
  output.fields([
    ['home', home],
    ['chain', chain === undefined ? undefined : `${chain.name} · id ${chain.chainId} · genesis ${chain.genesisHash}`],
    ['formats read', `store ${formats.store}, log ${formats.log}, guard ${formats.guard}`],
  ])
  showStore(found, output)
  showModules(found, output)
  showLog(found, output)
  for (const { code, message, hint } of problems) {
    output.line()
    output.line(`${mark.bad(`${message} [${code}]`)}\n  Try: ${hint ?? 'docs/operating.md, "When a node refuses to start"'}`)
  }
  const read = isVerified ? '' : ' in what was read; every block: hanse node inspect --verify'
  if (problems.length === 0) output.line(`\n${mark.good(`nothing is wrong${read}`)}`)
}

function showStore({ store }: Inspection, output: Output): void {
  if (store === undefined) return
  const { head, members, stateRoot, records, block, value, verifiedBlocks } = store
  const namesOf = (organizations: readonly { readonly organization: string }[] = []): string =>
    organizations.map(({ organization }) => organization).join(', ')
  output.line(`\n${mark.bold('store')} ${store.exists ? store.directory : `${store.directory}: not made yet`}`)
  output.fields([
    ['size', store.sizeBytes === undefined ? undefined : byteSize(store.sizeBytes)],
    ['head', head === undefined ? undefined : `height ${head.height} · ${head.hash}`],
    ['time', head?.timeMs === undefined ? undefined : isoTime(head.timeMs)],
    ['signed by', head?.signers === undefined || head.height === 0 ? undefined : head.signers.join(', ')],
    ['epoch', members?.epoch],
    ['validators', members === undefined ? undefined : namesOf(members.validators)],
    ['observers', namesOf(members?.observers) || undefined],
    ['state root', stateRoot?.stored],
    ['computed', stateRoot?.computed],
    ['verified', verifiedBlocks === undefined ? undefined : `${verifiedBlocks} blocks with parent and certificate`],
  ])
  if (records !== undefined) {
    output.line()
    output.table(
      ['records', 'count', 'size'],
      records.map(({ kind, count, sizeBytes }) => [kind, count, byteSize(sizeBytes)]),
    )
  }
  if (block !== undefined) {
    output.line(`\n${mark.bold(`block ${block.height}`)} ${block.hash}`)
    output.fields([
      ['time', isoTime(block.header.timeMs)],
      ['parent', block.header.parent],
      ['state root', block.header.stateRoot],
      ['signed by', block.signers.join(', ')],
    ])
    output.table(
      ['transaction', 'outcome', 'code'],
      block.transactions.map(({ id, outcome, code }) => [id, outcome, code]),
    )
  }
  if (value !== undefined) output.fields([['value', value.value ?? 'absent']])
}

function showModules({ modules = [] }: Inspection, output: Output): void {
  if (modules.length === 0) return
  output.line()
  output.table(
    ['module', 'version', 'in force', 'package', 'here'],
    modules.map(({ name, version, fromHeight, hash, problem }) => [
      name,
      version,
      fromHeight === undefined ? 'yes' : `from height ${fromHeight}`,
      hash ?? 'of the software',
      problem === undefined ? 'yes' : 'no',
    ]),
  )
}

function showLog({ log, guard, index }: Inspection, output: Output): void {
  if (log !== undefined) {
    output.line(`\n${mark.bold('log')} ${log.directory}`)
    output.fields([
      ['size', `${byteSize(log.sizeBytes)} in ${log.segments} segments`],
      ['positions', log.positions === undefined ? 'none' : `${log.positions.first} to ${log.positions.last}`],
      [
        'records',
        Object.entries(log.records)
          .map(([kind, count]) => `${count} ${kind}`)
          .join(', '),
      ],
      ['last prepare', log.lastPrepare === undefined ? undefined : `height ${log.lastPrepare.height}, view ${log.lastPrepare.view}`],
      ['last commit', log.lastCommit === undefined ? undefined : `height ${log.lastCommit.height}, view ${log.lastCommit.view}`],
      ['torn', log.tornBytes === 0 ? undefined : `${log.tornBytes} bytes at the end, which the next start cuts off`],
    ])
  }
  if (index?.exists === true) {
    output.line(`\n${mark.bold('index')} ${index.directory}`)
    output.fields([
      [
        'lists',
        index.height === undefined ? undefined : `up to height ${index.height}: ${index.transactions} transactions, ${index.events} events`,
      ],
    ])
  }
  if (guard === undefined) return
  output.line(`\n${mark.bold('vote guard')} ${guard.path}`)
  const { epoch, view, height, lastVote } = guard.guard ?? {}
  output.fields([
    ['state', guard.state],
    ['highest', guard.guard === undefined ? undefined : `height ${height}, view ${view}, epoch ${epoch}`],
    ['last vote', lastVote],
    [
      'next start',
      guard.start === 'recovering'
        ? 'silent until it has caught up: the log lacks its last vote'
        : guard.start === undefined
          ? undefined
          : 'votes',
    ],
  ])
}
