import { bytesToHex, type Hash, type Hex } from '@hanse/primitives'
import { type CertifiedHeader, type Json, quorumSize } from '@hanse/protocol'
import {
  epochsOfProof,
  type ProvenEntry,
  type ProvenReceipt,
  type Trust,
  verifyCertificate,
  verifyComplianceProof,
  verifyStateProof,
  verifyTransactionProof,
} from '@hanse/sdk'
import { orThrow, usageError } from '../cli-error.ts'
import type { Register } from '../command.ts'
import type { Context } from '../context.ts'
import { readGenesisFile } from '../genesis/read-genesis.ts'
import { readTrustedValidators } from '../genesis/validator-records.ts'
import { isJsonObject, readJson } from '../json.ts'
import { ownModules } from '../module/own-modules.ts'
import { hashArgument, integerOption, MODULE_OPTION } from '../options.ts'
import { type NamedRecord, type RecordKinds, readRecordName, recordKinds, recordNameJson, recordValue } from '../proofs/named-record.ts'
import { isoTime, mark } from '../terminal/output.ts'
import { complianceFacts, registerProofCompliance } from './proof-compliance.ts'
import { registerProofGet } from './proof-get.ts'

interface TrustFlags {
  readonly genesis?: string
  readonly validators?: string
  readonly chainId?: number
  readonly genesisHash?: Hash
}

interface VerifyFlags extends TrustFlags {
  readonly module: readonly string[]
}

export const registerProof: Register = (proof, run) => {
  registerProofGet(proof, run)
  registerProofCompliance(proof, run)

  proof
    .command('verify')
    .argument('<file>', 'of `proof get` or `proof compliance`, or what tx_getProof, state_getProof or chain_getCertificate answered')
    .description('check a proof offline')
    .option('--genesis <file>', 'trust the validators of this genesis')
    .option('--validators <file>', 'or trust these validators: JSON as consensus_getValidators gives it')
    .option('--chain-id <n>', 'with --validators', integerOption(1, Number.MAX_SAFE_INTEGER))
    .option('--genesis-hash <hash>', 'with --validators', hashArgument)
    .option(...MODULE_OPTION)
    .action(async (file: string, flags: VerifyFlags) => await run(async (context) => await verify(context, file, flags)))
}

async function trustOf(
  { genesis, validators, chainId, genesisHash }: TrustFlags,
  proof: Json,
): Promise<Exclude<Trust, { genesis: unknown }>> {
  if (genesis !== undefined && validators === undefined) {
    return { epochs: orThrow(epochsOfProof(proof, (await readGenesisFile(genesis)).genesis)) }
  }
  if (genesis === undefined && validators !== undefined && chainId !== undefined && genesisHash !== undefined) {
    return { validators: await readTrustedValidators(validators), chainId, genesisHash }
  }
  throw usageError('whom to trust?', '--genesis FILE, or --validators FILE --chain-id N --genesis-hash HASH')
}

/** What a proof says once it holds, in the words of its kind. */
interface Verdict {
  readonly kind: 'transaction' | 'state' | 'certificate' | 'compliance'
  readonly block: CertifiedHeader
  readonly facts: readonly (readonly [string, string | number | undefined])[]
  readonly json: Readonly<Record<string, unknown>>
}

/** By its members: what a file holds is what a method answered. */
function verdictOf(json: Json, trust: Trust, kinds: RecordKinds): Verdict {
  if (!isJsonObject(json)) throw usageError('the file holds no proof', 'hanse proof get HASH --out FILE')
  if ('transactionPath' in json) return transactionVerdict(orThrow(verifyTransactionProof(json, trust)))
  if ('complianceProofs' in json) {
    const { block, ...shown } = orThrow(verifyComplianceProof(json, trust))
    return { kind: 'compliance', block, facts: complianceFacts({ block, ...shown }), json: shown }
  }
  if ('proof' in json) {
    const named = json['record'] === undefined ? undefined : orThrow(readRecordName(kinds, json['record']))
    const key = named?.key ?? ((json['key'] ?? (isJsonObject(json['proof']) ? json['proof']['key'] : '')) as Hex)
    return stateVerdict(key, named, orThrow(verifyStateProof(json, key, trust)))
  }
  const block = orThrow(verifyCertificate(json, trust))
  return { kind: 'certificate', block, facts: [], json: {} }
}

function transactionVerdict({ receipt, block }: ProvenReceipt): Verdict {
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

function stateVerdict(key: Hex, named: NamedRecord | undefined, { entry, block }: ProvenEntry): Verdict {
  const bytes = entry.type === 'present' ? entry.value : undefined
  const value = bytes === undefined ? null : named === undefined ? bytesToHex(bytes) : orThrow(recordValue(named, bytes))
  return {
    kind: 'state',
    block,
    facts: [
      ['record', named === undefined ? undefined : `${named.name} ${JSON.stringify(named.args)}`],
      ['key', key],
      ['value', value === null ? 'absent' : typeof value === 'string' ? value : JSON.stringify(value)],
    ],
    json: { key, value, ...(named === undefined ? {} : { record: recordNameJson(named) }) },
  }
}

async function verify({ home, output }: Context, file: string, flags: VerifyFlags): Promise<void> {
  const proof = await readJson(file)
  const trust = await trustOf(flags, proof)
  const { kind, block, facts, json } = verdictOf(proof, trust, recordKinds(await ownModules(flags.module, home)))
  const validators = 'epochs' in trust ? (trust.epochs.setOf(block.header.epoch)?.validators ?? []) : trust.validators
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
