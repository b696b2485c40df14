import { reject } from '@hanse/primitives'
import { signedMessageCodec } from '@hanse/protocol'
import type { HanseClient } from '@hanse/sdk'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { forkHeight } from '../evidence/find-fork.ts'
import { statementsOf } from '../evidence/statements.ts'
import { EXIT_CODE, type ExitCode } from '../exit-code.ts'
import { readGenesisFile } from '../genesis/read-genesis.ts'
import { integerOption, repeated } from '../options.ts'
import { mark } from '../terminal/output.ts'

interface CulpritsFlags {
  readonly node: readonly string[]
  readonly height?: number
  readonly genesis?: string
}

export const registerEvidence: Register = (evidence, run) => {
  evidence
    .command('culprits')
    .description('whether nodes have a fork, and who signed what made it; exit code 1 when they have')
    .option('--node <url>', 'RPC of a node; two or more, of both sides of the fork', repeated, [])
    .option('--height <height>', 'the fork, where it is known; else it is looked for', integerOption(1, Number.MAX_SAFE_INTEGER))
    .option('--genesis <file>', 'trust the validators of this genesis; default: the one that the nodes give')
    .action(async (flags: CulpritsFlags) => await run(async (context) => await culprits(context, flags)))
}

async function culprits({ output }: Context, { node: urls, height: given, genesis }: CulpritsFlags): Promise<ExitCode> {
  if (urls.length < 2) throw usageError('a fork has two sides', '--node URL --node URL')
  const { clientOf } = await import('../client.ts')
  const clients = urls.map((url) => clientOf(url))
  const genesisHash = await sharedChain(clients, urls, genesis)
  const height = given ?? (await lowestFork(clients))
  if (height === undefined) {
    output.line(mark.good('the nodes have the same blocks, as far as all of them have come'))
    output.result({ genesisHash })
    return EXIT_CODE.ok
  }
  const sides = await Promise.all(clients.map((client) => statementsOf(client, height)))
  const epoch = sides.find(({ committed }) => committed !== undefined)?.committed?.epoch
  if (epoch === undefined) throw missing(height)
  const [first] = clients as [HanseClient]
  const light = await first.lightClient()
  orThrow(await light.sync())
  const set = light.epochs.setOf(epoch)
  if (set === undefined) throw missing(height)
  const { forkIn } = await import('@hanse/node')
  const { verifySignature } = await import('@hanse/crypto')
  const place = { domain: light.epochs.domain, epoch, set }
  const fork = forkIn(
    sides.flatMap(({ records }) => records),
    place,
    verifySignature,
  )
  if (fork === undefined) {
    output.line(mark.good(`no two blocks of height ${height} are certified`))
    output.result({ genesisHash, height })
    return EXIT_CODE.ok
  }
  const nameOf = (index: number): string => set.validators[index]?.organization ?? `validator ${index}`
  output.line(mark.bad(`two blocks of height ${fork.height} are certified, in epoch ${epoch}`))
  output.table(
    ['block', 'view', 'signed by'],
    fork.certificates.map(({ headerHash, view, signatures }) => [
      headerHash,
      view,
      signatures.map(({ signer }) => nameOf(signer)).join(' '),
    ]),
  )
  output.line()
  output.table(
    ['culprit', 'what', 'consensus key'],
    fork.evidence.map(({ culprit, kind }) => [nameOf(culprit), kind, set.validators[culprit]?.consensusKey.bytes]),
  )
  if (fork.evidence.length === 0) output.line('nobody can be named by what these nodes keep: ask more of them')
  output.result({
    ...{ genesisHash, height: fork.height, epoch },
    blocks: fork.certificates.map(({ headerHash, view, signatures }) => ({
      ...{ hash: headerHash, view },
      signers: signatures.map(({ signer }) => nameOf(signer)),
    })),
    culprits: fork.evidence.map(({ culprit, kind, first: one, second }) => ({
      ...{ organization: nameOf(culprit), index: culprit, kind },
      ...{ first: signedMessageCodec.toJson(one), second: signedMessageCodec.toJson(second) },
    })),
  })
  return EXIT_CODE.failed
}

/** All nodes are of one chain, that of the file where one is given. */
async function sharedChain(clients: readonly HanseClient[], urls: readonly string[], file: string | undefined): Promise<string> {
  const chains = await Promise.all(clients.map((client) => client.chain()))
  const meant = file === undefined ? chains[0]?.genesisHash : (await readGenesisFile(file)).genesisHash
  const other = chains.findIndex(({ genesisHash }) => genesisHash !== meant)
  if (meant !== undefined && other < 0) return meant
  const message = `${urls[other]} serves the chain ${chains[other]?.genesisHash}, not ${meant}`
  throw new CliError(reject('evidence/other-chain', message, { hint: 'Ask nodes of one chain: other chains have other blocks.' }))
}

/** Of the first node with any other. */
async function lowestFork([first, ...others]: readonly HanseClient[]): Promise<number | undefined> {
  if (first === undefined) return undefined
  const heights = await Promise.all(others.map((other) => forkHeight(first, other)))
  const found = heights.filter((height) => height !== undefined)
  return found.length === 0 ? undefined : Math.min(...found)
}

function missing(height: number): CliError {
  const hint = 'Name the height of the fork: --height, or ask nodes that keep that block.'
  return new CliError(reject('evidence/no-certificate', `no node has kept the certificate of height ${height}`, { hint }))
}
