import { writeFile } from 'node:fs/promises'
import { type Hex, hexToBytesOrUndefined, isHash, reject } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { verifyStateProof, verifyTransactionProof } from '@hanse/sdk'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { isJsonObject } from '../json.ts'
import { integerOption } from '../options.ts'
import { describeRecords, type NamedRecord, namedRecord } from '../proofs/named-record.ts'
import { mark } from '../terminal/output.ts'

interface GetFlags {
  readonly height?: number
  readonly stateKey: boolean
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
    .option('--out <file>', 'where to write it; default: standard output')
    .addHelpText('after', () => `\nRecords that can be proven, present or absent:\n${describeRecords()}`)
    .action(
      async (what: string, words: readonly string[], flags: GetFlags) =>
        await run(async (context) => await get(context, what, words, flags)),
    )
}

async function get(context: Context, what: string, words: readonly string[], flags: GetFlags): Promise<void> {
  const isTransaction = !flags.stateKey && isHash(what)
  if (isTransaction && (words.length > 0 || flags.height !== undefined))
    throw usageError('a transaction’s proof is named by its hash alone', `hanse proof get ${what}`)
  const { json, about, height } = isTransaction
    ? await transactionProof(context, what)
    : await stateProof(context, flags.stateKey ? rawKey(what) : namedRecord(what, words), flags.height)
  const { output, client } = context
  const { genesisHash } = await client.chain()
  const content = `${JSON.stringify(json, undefined, 2)}\n`
  if (flags.out === undefined) {
    process.stdout.write(content)
    return
  }
  await writeFile(flags.out, content)
  output.line(mark.good(`proof written to ${flags.out}: ${about}`))
  output.line(`  final at height ${height} of chain ${genesisHash}`)
  output.line(`  anyone with the genesis file can check it: hanse proof verify ${flags.out} --genesis genesis.json`)
  output.result({ ...(isTransaction ? { hash: what } : {}), about, file: flags.out, height, genesisHash })
}

interface FetchedProof {
  readonly json: Json
  readonly about: string
  readonly height: number
}

async function transactionProof({ client }: Context, hash: Hex): Promise<FetchedProof> {
  const json = await client.callRaw('tx_getProof', { hash })
  const { receipt, block } = orThrow(verifyTransactionProof(json, await client.chain()))
  if (receipt.txId !== hash) throw new CliError(reject('proof/bad-inclusion', 'the node gave the proof of another transaction'))
  return { json, about: `${hash}, ${receipt.code ?? receipt.outcome}`, height: block.header.height }
}

function rawKey(text: string): Pick<NamedRecord, 'key'> {
  if ((hexToBytesOrUndefined(text)?.length ?? 0) > 0) return { key: text as Hex }
  throw usageError('a state key is 0x and lower-case hexadecimal digits, two a byte')
}

async function stateProof(
  { client }: Context,
  record: Pick<NamedRecord, 'key'> & Partial<NamedRecord>,
  wanted?: number,
): Promise<FetchedProof> {
  const { key, name, args } = record
  const reply = await client.callRaw('state_getProof', { key, ...(wanted === undefined ? {} : { height: wanted }) })
  const { entry, block } = orThrow(verifyStateProof(reply, key, await client.chain()))
  const { height } = block.header
  if (wanted !== undefined && height !== wanted)
    throw new CliError(reject('proof/bad-state-proof', `the node gave the proof of height ${height}, not ${wanted}`))
  const named = name === undefined || !isJsonObject(reply) ? reply : { ...reply, record: { name, args: args ?? {} } }
  return { json: named, about: `${name ?? key} is ${entry.type}`, height }
}
