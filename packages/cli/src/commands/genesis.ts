import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { loadModules } from '@hanse/node/folder'
import { reject } from '@hanse/primitives'
import { type Chain, encodeGenesis, FIRST_PROTOCOL_VERSION, genesisField, quorumSize } from '@hanse/protocol'
import type { InstalledModule } from '@hanse/state'
import { InvalidArgumentError } from 'commander'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import { checkInitialState } from '../genesis/check-initial-state.ts'
import { checkReachable } from '../genesis/check-reachable.ts'
import { createGenesis } from '../genesis/create-genesis.ts'
import { firstParties, refusePlaceholders } from '../genesis/first-parties.ts'
import { readGenesisFile } from '../genesis/read-genesis.ts'
import { readValidatorRecords } from '../genesis/validator-records.ts'
import { votelessOrganizations } from '../genesis/voteless.ts'
import { isJsonObject, readJson } from '../json.ts'
import { ownModules } from '../module/own-modules.ts'
import { integerOption, repeated } from '../options.ts'
import { isoTime, mark, type Output } from '../terminal/output.ts'

interface CreateOptions {
  readonly chainId: number
  readonly name: string
  readonly validator: readonly string[]
  readonly state?: string
  readonly module: readonly string[]
  readonly param: readonly string[]
  readonly time?: number
  readonly out: string
}

export const registerGenesis: Register = (genesis, run) => {
  genesis
    .command('create')
    .description('make a genesis from the records that every validator’s `hanse node init` wrote')
    .requiredOption('--chain-id <n>', 'a number that no other chain of yours has', integerOption(1, Number.MAX_SAFE_INTEGER))
    .requiredOption('--name <name>', 'what people call the chain')
    .requiredOption('--validator <file>', 'a validator’s record; once for each, in the order of the chain', repeated, [])
    .option('--state <file>', 'JSON with the first state of each module, by the module’s name')
    .option('--module <dir>', 'folder of a module of your own, to be part of the chain; may stand several times', repeated, [])
    .option('--param <name=value>', 'a chain parameter that is not to be the default', repeated, [])
    .option('--time <time>', 'time of genesis, ISO 8601 or ms; default: now', timeOption)
    .option('--out <file>', 'where to write it', 'genesis.json')
    .action(async (options: CreateOptions) => await run(async ({ output }) => await create(options, output)))

  genesis
    .command('verify')
    .argument('<file>')
    .description('check a genesis and show what it says: hash, validators, parameters')
    .option('--module <dir>', 'folder of a module that it names by its hash; may stand several times', repeated, [])
    .action(
      async (file: string, { module: folders }: { readonly module: readonly string[] }) =>
        await run(async ({ home, output }) => await verify(file, await ownModules(folders, home), output)),
    )

  genesis
    .command('hash')
    .argument('<file>')
    .description('the chain’s identity: compare it with the other members by telephone')
    .action(
      async (file: string) =>
        await run(async ({ output }) => {
          const { genesisHash } = await readGenesisFile(file)
          output.line(genesisHash)
          output.result({ genesisHash })
        }),
    )
}

function timeOption(text: string): number {
  const timeMs = /^[0-9]+$/.test(text) ? Number(text) : Date.parse(text)
  if (!Number.isSafeInteger(timeMs) || timeMs < 0) throw new InvalidArgumentError('a time like 2026-03-01T08:00:00Z, or ms since 1970')
  return timeMs
}

async function create(options: CreateOptions, output: Output): Promise<void> {
  const { chainId, name, validator, state, param: params, time: timeMs = Date.now(), out } = options
  const states = state === undefined ? {} : await readJson(state)
  if (!isJsonObject(states)) throw usageError(`${state} holds no JSON object`)
  const validators = await readValidatorRecords(validator)
  for (const [index, record] of validators.entries()) checkReachable(record, `validators.${index}`)
  const own = orThrow(await loadModules(options.module))
  const chain = createGenesis({ chainId, name, timeMs, validators, params, states, own })
  refusePlaceholders(chain.genesis)
  if (existsSync(out)) {
    const hint = 'Choose another --out: a genesis that others have is not to be written over.'
    throw new CliError(reject('genesis/exists', `${out} exists`, { hint }))
  }
  await writeFile(out, encodeGenesis(chain.genesis), { flag: 'wx' })
  output.line(mark.good(`${out} written`))
  show(chain, output)
  warnOfVoteless(chain, output)
  output.line()
  output.line('Give this file to every member; each checks the hash: hanse genesis verify FILE')
}

async function verify(file: string, own: readonly InstalledModule[], output: Output): Promise<void> {
  const chain = await readGenesisFile(file)
  for (const [index, validator] of chain.genesis.validators.entries()) checkReachable(validator, `validators.${index}`)
  orThrow(checkInitialState(chain, own))
  refusePlaceholders(chain.genesis)
  output.line(mark.good(`${file} is a genesis that this software can start from`))
  show(chain, output)
  warnOfVoteless(chain, output)
}

function warnOfVoteless({ genesis }: Chain, output: Output): void {
  const names = votelessOrganizations(genesis)
  if (names.length === 0) return
  output.note(
    `⚠ no party in genesis stands for ${names.join(', ')}: without a vote on modules, for good. Name one in the state of governance: {"members": [{"organization": …, "partyId": …}]}`,
  )
}

function show(chain: Chain, output: Output): void {
  const { genesis, genesisHash } = chain
  const quorum = quorumSize(genesis.validators.length)
  output.fields([
    ['hash', genesisHash],
    ['chain id', genesis.chainId],
    ['name', genesis.name],
    ['time', isoTime(genesis.timeMs)],
    ['modules', genesis.modules.map(({ name, version, hash }) => `${name} ${version}${hash === undefined ? '' : ` (${hash})`}`).join(', ')],
    ['protocol', `version ${genesis.protocolVersion ?? FIRST_PROTOCOL_VERSION}`],
    ['quorum', `${quorum} of ${genesis.validators.length}`],
  ])
  output.line()
  output.table(
    ['#', 'organization', 'consensus key', 'peer id', 'addresses'],
    genesis.validators.map(({ organization, consensusKey, peerId, addresses }, index) => [
      index,
      organization,
      consensusKey.bytes,
      peerId,
      addresses.join(' '),
    ]),
  )
  const parties = firstParties(genesis)
  if (parties.length > 0) {
    output.line()
    output.table(
      ['party', 'roles', 'operator', 'may', 'person'],
      parties.flatMap(({ partyId, roles, operators }) =>
        operators.map((operator) => [partyId, roles.join(' '), operator.publicKey, operator.roles.join(' '), operator.personRef]),
      ),
    )
  }
  output.line()
  output.table(['parameter', 'value'], Object.entries(genesis.params))
  output.result({ genesisHash, quorum, genesis: genesisField.toJson(genesis) })
}
