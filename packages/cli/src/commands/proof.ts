import { writeFile } from 'node:fs/promises'
import { bytesToHex, type Hash, type Hex, type Result, reject } from '@hanse/primitives'
import { type CertifiedHeader, type Json, quorumSize } from '@hanse/protocol'
import { type Trust, verifyCertificate, verifyStateProof, verifyTransactionProof } from '@hanse/sdk'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { readGenesisFile } from '../genesis/read-genesis.ts'
import { readTrustedValidators } from '../genesis/validator-records.ts'
import { isJsonObject, readJson } from '../json.ts'
import { hashArgument, integerOption } from '../options.ts'
import { isoTime, mark, type Output } from '../terminal/output.ts'

interface TrustFlags {
  readonly genesis?: string
  readonly validators?: string
  readonly chainId?: number
  readonly genesisHash?: Hash
}

export const registerProof: Register = (proof, run) => {
  proof
    .command('get')
    .argument('<hash>', 'of a final transaction', hashArgument)
    .description('fetch a transaction’s proof and check it')
    .option('--out <file>', 'where to write it; default: standard output')
    .action(async (hash: Hash, { out }: { readonly out?: string }) => await run(async (context) => await get(context, hash, out)))

  proof
    .command('verify')
    .argument('<file>', 'what tx_getProof, state_getProof or chain_getCertificate answered')
    .description('check a proof offline')
    .option('--genesis <file>', 'trust the validators of this genesis')
    .option('--validators <file>', 'or trust these validators: JSON as consensus_getValidators gives it')
    .option('--chain-id <n>', 'with --validators', integerOption(1, Number.MAX_SAFE_INTEGER))
    .option('--genesis-hash <hash>', 'with --validators', hashArgument)
    .action(async (file: string, flags: TrustFlags) => await run(async ({ output }) => await verify(file, flags, output)))
}

async function get({ client, output }: Context, hash: Hash, out: string | undefined): Promise<void> {
  const json = await client.callRaw('tx_getProof', { hash })
  const { genesis, genesisHash } = await client.chain()
  const { receipt, block } = orThrow(verifyTransactionProof(json, { genesis }))
  if (receipt.txId !== hash) throw new CliError(reject('proof/bad-inclusion', 'the node gave the proof of another transaction'))
  const content = `${JSON.stringify(json, undefined, 2)}\n`
  if (out === undefined) {
    process.stdout.write(content)
    return
  }
  await writeFile(out, content)
  output.line(mark.good(`proof of ${hash} written to ${out}`))
  output.line(`  final at height ${block.header.height} of chain ${genesisHash}`)
  output.line(`  anyone with the genesis file can check it: hanse proof verify ${out} --genesis genesis.json`)
  output.result({ hash, file: out, height: block.header.height, genesisHash })
}

async function trustOf({ genesis, validators, chainId, genesisHash }: TrustFlags): Promise<Trust> {
  if (genesis !== undefined && validators === undefined) return { genesis: (await readGenesisFile(genesis)).genesis }
  if (genesis === undefined && validators !== undefined && chainId !== undefined && genesisHash !== undefined) {
    return { validators: await readTrustedValidators(validators), chainId, genesisHash }
  }
  throw usageError('whom to trust?', '--genesis FILE, or --validators FILE --chain-id N --genesis-hash HASH')
}

/** What a proof says once it holds, in the words of its kind. */
interface Verdict {
  readonly kind: 'transaction' | 'state' | 'certificate'
  readonly block: CertifiedHeader
  readonly facts: readonly (readonly [string, string | number | undefined])[]
  readonly json: Readonly<Record<string, unknown>>
}

/** By its members: what a file holds is what a method answered. */
function verdictOf(json: Json, trust: Trust): Verdict {
  if (!isJsonObject(json)) throw usageError('the file holds no proof', 'hanse proof get HASH --out FILE')
  if ('transactionPath' in json) return transactionVerdict(orThrow(verifyTransactionProof(json, trust)))
  if ('proof' in json) {
    const key = (json['key'] ?? (isJsonObject(json['proof']) ? json['proof']['key'] : '')) as Hex
    return stateVerdict(key, verifyStateProof(json, key, trust))
  }
  const block = orThrow(verifyCertificate(json, trust))
  return { kind: 'certificate', block, facts: [], json: {} }
}

function transactionVerdict({ receipt, block }: Extract<ReturnType<typeof verifyTransactionProof>, { ok: true }>['value']): Verdict {
  const { txId, outcome, code } = receipt
  return {
    kind: 'transaction',
    block,
    facts: [
      ['transaction', txId],
      ['outcome', code ?? outcome],
    ],
    json: { receipt },
  }
}

function stateVerdict(key: Hex, verified: ReturnType<typeof verifyStateProof>): Verdict {
  const { entry, block } = orThrow(verified as Result<Extract<typeof verified, { ok: true }>['value']>)
  const value = entry.type === 'present' ? bytesToHex(entry.value) : null
  return {
    kind: 'state',
    block,
    facts: [
      ['key', key],
      ['value', value ?? 'absent'],
    ],
    json: { key, value },
  }
}

async function verify(file: string, flags: TrustFlags, output: Output): Promise<void> {
  const trust = await trustOf(flags)
  const { kind, block, facts, json } = verdictOf(await readJson(file), trust)
  const validators = 'genesis' in trust ? trust.genesis.validators : trust.validators
  const signers = (block.certificate?.signatures ?? []).map(({ signer }) => validators[signer]?.organization ?? `validator ${signer}`)
  const { genesisHash, height, timeMs } = block.header
  output.line(mark.good(`the ${kind === 'certificate' ? 'certificate' : `${kind} proof`} holds`))
  output.fields([
    ...facts,
    ['height', height],
    ['block', block.hash],
    ['time', isoTime(timeMs)],
    ['signed by', `${signers.join(', ')} (${quorumSize(validators.length)} of ${validators.length} decide)`],
    ['chain', genesisHash],
  ])
  output.result({ valid: true, kind, height, blockHash: block.hash, timeMs, genesisHash, signers, ...json })
}
