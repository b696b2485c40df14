import { writeFile } from 'node:fs/promises'
import { type Hex, hexToBytesOrUndefined, isHash, reject } from '@hanse/primitives'
import { type CertifiedHeader, describeModule, type Json } from '@hanse/protocol'
import { verifyStateProof, verifyTransactionProof } from '@hanse/sdk'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { isJsonObject } from '../json.ts'
import { ownModules } from '../module/own-modules.ts'
import { integerOption, MODULE_OPTION } from '../options.ts'
import { describeRecords, type NamedRecord, namedRecord, recordKinds, recordNameJson } from '../proofs/named-record.ts'
import { mark } from '../terminal/output.ts'

interface GetFlags {
  readonly height?: number
  readonly stateKey: boolean
  readonly module: readonly string[]
  readonly out?: string
}

export const registerProofGet: Register = (proof, run) => {
  proof
    .command('get')
    .argument('<proven>', 'hash of a final transaction, or MODULE.RECORD of the state')
    .argument('[name=value...]', 'what names the record')
    .description('fetch the proof of a transaction or of a record of the state, or that there is none such, and check it')
    .option('--height <n>', 'the state at this height instead of the head’s', integerOption(1, Number.MAX_SAFE_INTEGER))
    .option('--state-key', 'the argument is a whole state key as 0x-hex', false)
    .option(...MODULE_OPTION)
    .option('--out <file>', 'where to write it; default: standard output')
    .addHelpText(
      'after',
      () => `\nRecords that can be proven, present or absent:\n${describeRecords(recordKinds([]))}\nand those of modules of your own.`,
    )
    .action(
      async (what: string, words: readonly string[], flags: GetFlags) =>
        await run(async (context) => await get(context, what, words, flags)),
    )
}

async function get(context: Context, what: string, words: readonly string[], flags: GetFlags): Promise<void> {
  const isTransaction = !flags.stateKey && isHash(what)
  if (isTransaction && (words.length > 0 || flags.height !== undefined))
    throw usageError('a transaction’s proof is named by its hash alone', `hanse proof get ${what}`)
  const {
    json,
    about,
    height,
    isOwn = false,
  } = isTransaction
    ? await transactionProof(context, what)
    : await stateProof(context, flags.stateKey ? { key: rawKey(what) } : await recordOf(context, what, words, flags), flags.height)
  const { connect, output } = context
  const { genesisHash } = await (await connect()).chain()
  const content = `${JSON.stringify(json, undefined, 2)}\n`
  if (flags.out === undefined) {
    process.stdout.write(content)
    return
  }
  await writeFile(flags.out, content)
  output.line(mark.good(`proof written to ${flags.out}: ${about}`))
  output.line(`  final at height ${height} of chain ${genesisHash}`)
  output.line(
    `  anyone with the genesis file can check it: hanse proof verify ${flags.out} --genesis genesis.json${isOwn ? ' --module DIR' : ''}`,
  )
  output.result({ ...(isTransaction ? { hash: what } : {}), about, file: flags.out, height, genesisHash })
}

interface FetchedProof {
  readonly json: Json
  readonly about: string
  readonly height: number
  /** The record is of a module of one's own: who checks it needs the package. */
  readonly isOwn?: boolean
}

async function transactionProof({ connect }: Context, hash: Hex): Promise<FetchedProof> {
  const client = await connect()
  const json = await client.callRaw('tx_getProof', { hash })
  const light = await client.lightClient()
  const { receipt, block } = orThrow(await light.verify(() => verifyTransactionProof(json, light)))
  if (receipt.txId !== hash) throw new CliError(reject('proof/bad-inclusion', 'the node gave the proof of another transaction'))
  return { json: withEpochs(json, light.ends, block), about: `${hash}, ${receipt.code ?? receipt.outcome}`, height: block.header.height }
}

/** With the ends of the epochs before it a proof needs nothing but the genesis. */
function withEpochs(json: Json, ends: readonly Json[], { header }: CertifiedHeader): Json {
  return header.epoch === 0 || !isJsonObject(json) ? json : { ...json, epochs: ends.slice(0, header.epoch) }
}

function rawKey(text: string): Hex {
  if ((hexToBytesOrUndefined(text)?.length ?? 0) > 0) return text as Hex
  throw usageError('a state key is 0x and lower-case hexadecimal digits, two a byte')
}

/** @throws CliError also where the chain's head has another module of that name: its records may have other keys, and be "absent" here */
async function recordOf({ connect, home }: Context, name: string, words: readonly string[], flags: GetFlags): Promise<NamedRecord> {
  const record = namedRecord(recordKinds(await ownModules(flags.module, home)), name, words)
  const { packageHash: hash, ...module } = record.of.module
  if (flags.height !== undefined) return record
  const { modules } = await (await connect()).call('chain_getParams')
  const inForce = modules.find((other) => other.name === module.name)
  if (inForce === undefined) throw new CliError(reject('proof/other-module', `the chain has no module ${module.name}`))
  if (inForce.hash === hash) return record
  const hint = 'Give the folder of that package with --module, or --height of a block that had this one.'
  const [theirs, ours] = [inForce, { name: module.name, version: module.version, ...(hash === undefined ? {} : { hash }) }].map(
    describeModule,
  )
  throw new CliError(reject('proof/other-module', `the chain has ${theirs}, here it is ${ours}`, { hint }))
}

async function stateProof({ connect }: Context, record: NamedRecord | { readonly key: Hex }, wanted?: number): Promise<FetchedProof> {
  const { key } = record
  const client = await connect()
  const reply = await client.callRaw('state_getProof', { key, ...(wanted === undefined ? {} : { height: wanted }) })
  const light = await client.lightClient()
  const { entry, block } = orThrow(await light.verify(() => verifyStateProof(reply, key, light)))
  const { height } = block.header
  if (wanted !== undefined && height !== wanted)
    throw new CliError(reject('proof/bad-state-proof', `the node gave the proof of height ${height}, not ${wanted}`))
  const name = 'of' in record ? record.name : key
  const proof = withEpochs(reply, light.ends, block)
  const json = 'of' in record && isJsonObject(proof) ? { ...proof, record: recordNameJson(record) } : proof
  const isOwn = 'of' in record && record.of.module.packageHash !== undefined
  return { json, about: `${name} is ${entry.type}`, height, isOwn }
}
