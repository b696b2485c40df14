import { join } from 'node:path'
import { verifySignature } from '@hanse/crypto'
import { createSigner, openKeystore, readKeystoreInfo } from '@hanse/crypto-native'
import { readNodeConfig } from '@hanse/node/folder'
import { CONFIG_FILE } from '@hanse/node/outside'
import { bytesToHex, type Hash, type Hex, hexToBytes, reject } from '@hanse/primitives'
import {
  type Candidate,
  candidateSignBytes,
  choice,
  type FieldValue,
  fixedHex,
  hash,
  type Json,
  object,
  optional,
  parseField,
  type SigningDomain,
  text,
  uint,
  validatorRecordCodec,
} from '@hanse/protocol'
import type { NodeStanding } from '@hanse/sdk'
import { CliError, orThrow, usageError } from '../cli-error.ts'
import { readGenesisFile } from '../genesis/read-genesis.ts'
import { readValidatorRecords } from '../genesis/validator-records.ts'
import { readJson } from '../json.ts'
import { askPassword, type PasswordOptions } from '../keys/password.ts'
import { VALIDATOR_RECORD_FILE } from '../node-home/record-file.ts'

const FORMAT = 'hanse-join'
const SIGNATURE_SIZE_BYTES = 64

const signature = () => fixedHex<Hex>(SIGNATURE_SIZE_BYTES)
const common = { format: choice(FORMAT), version: uint({ min: 1, max: 1 }), chainId: uint({ min: 1 }), genesisHash: hash() }
const fileField = object({
  ...common,
  /** That an organization wants to observe. */
  request: optional(object({ record: validatorRecordCodec, partyId: optional(text({ max: 64 })), proof: signature() })),
  /** That an observer is at the head. */
  readiness: optional(
    object({ organization: text({ max: 64 }), readiness: object({ height: uint(), headerHash: hash(), signature: signature() }) }),
  ),
})
/** What a newcomer gives the members: its request to observe, or, later, that it is ready to validate. */
export type JoinFile = FieldValue<typeof fileField>

/** Of this chain, and with the proof of whoever has the key. */
export function checkJoinFile(file: JoinFile, domain: SigningDomain, path: string): void {
  if (file.genesisHash !== domain.genesisHash || file.chainId !== domain.chainId) {
    const hint = `The file is of ${file.genesisHash}, the node of ${domain.genesisHash}.`
    throw new CliError(reject('join/wrong-chain', `${path} is of another chain`, { hint }))
  }
  const { request } = file
  if (request === undefined) return
  const { consensusKey } = request.record
  const holds = verifySignature({
    algorithm: consensusKey.algorithm,
    publicKey: hexToBytes(consensusKey.bytes),
    message: candidateSignBytes(domain, request),
    signature: hexToBytes(request.proof),
  })
  if (holds) return
  const hint = 'Ask for an untouched copy: whoever has the key signs the whole record.'
  throw new CliError(reject('join/bad-proof', `${path} is not signed by its consensus key`, { hint }))
}

/** @throws CliError where it is none, `cli/not-json` */
export async function readJoinFile(path: string): Promise<JoinFile> {
  const file = parseField(fileField, await readJson(path))
  const hint = '`hanse join request` and `hanse join status --out FILE` make one.'
  if (!file.ok) throw new CliError({ ...file.error, message: `${path}: ${file.error.message}`, hint })
  const { request, readiness } = file.value
  if ((request === undefined) === (readiness === undefined)) throw usageError(`${path} is no file of a newcomer`, hint)
  return file.value
}

/** What the members vote on. */
export function actionOfJoinFile({ request, readiness }: JoinFile): Json {
  if (request !== undefined) return { type: 'admitObserver', ...request } as unknown as Json
  return { type: 'addValidator', ...readiness } as unknown as Json
}

export function joinFileJson(domain: SigningDomain, content: Pick<JoinFile, 'request' | 'readiness'>): Json {
  return fileField.toJson({ format: FORMAT, version: 1, chainId: domain.chainId, genesisHash: domain.genesisHash, ...content })
}

/** That the observer of this standing is at the head; undefined for who is none, or has nothing to sign yet. */
export function readinessOf({ organization, readiness }: NodeStanding): JoinFile['readiness'] {
  if (organization === undefined || readiness === undefined) return undefined
  const { height, headerHash, signature: signed } = readiness
  return { organization, readiness: { height, headerHash, signature: signed } }
}

async function consensusSignerOf(path: string, options: PasswordOptions) {
  const info = orThrow(await readKeystoreInfo(path))
  const password = info.encrypted ? { password: await askPassword(path, options) } : {}
  const { seed } = orThrow(await openKeystore({ path, purpose: 'consensus', ...password }))
  const signer = createSigner(seed)
  seed.fill(0)
  return signer
}

/** Signs the record of a home, `validator.json`, with the consensus key of it. */
export async function signRequest(
  home: string,
  partyId: string | undefined,
  flags: PasswordOptions,
): Promise<{ readonly domain: SigningDomain; readonly request: NonNullable<JoinFile['request']> }> {
  const config = orThrow(await readNodeConfig(join(home, CONFIG_FILE)))
  const { consensus, passwordFile = flags.passwordFile } = config.keys
  if (consensus === undefined) {
    throw new CliError(reject('join/no-key', `${home} has no voting key`, { hint: 'hanse node init without --observer makes one.' }))
  }
  const { genesis, genesisHash } = await readGenesisFile(config.genesis)
  const [record] = await readValidatorRecords([join(home, VALIDATOR_RECORD_FILE)])
  const signer = await consensusSignerOf(consensus, passwordFile === undefined ? {} : { passwordFile })
  if (record === undefined || record.consensusKey.bytes !== bytesToHex(signer.publicKey)) {
    const hint =
      'The record must be of the key in this home: make it anew with `hanse node init` in another folder, or put the right one back.'
    throw new CliError(reject('join/other-key', `${VALIDATOR_RECORD_FILE} is of another consensus key`, { hint }))
  }
  const domain = { genesisHash: genesisHash as Hash, chainId: genesis.chainId }
  const candidate: Candidate = { record, ...(partyId === undefined ? {} : { partyId }) }
  return { domain, request: { ...candidate, proof: bytesToHex(signer.sign(candidateSignBytes(domain, candidate))) as Hex } }
}
