import { assert, err, type Hash, ok, type Rejection, type Result, reject, ZERO_HASH } from '@hanse/primitives'
import { type Header, type ValidatorRecord, type ValidatorSet, validatorRecordCodec, validatorSetHash } from './block.ts'
import { taggedHash } from './hash.ts'
import { asEpoch, asHeight, asValidatorIndex } from './ids.ts'
import { canonicalJsonBytes, parseCanonicalJson } from './jcs.ts'
import { MODULES_MAX, VALIDATORS_MAX, VALIDATORS_MIN } from './limits.ts'
import { EMPTY_MERKLE_ROOT } from './merkle.ts'
import { MODULE_ENTRY_FIELDS, type ModuleEntry, moduleEntryJson, modulesOfParams, NO_VOTED_MODULES } from './module-set.ts'
import { type ChainParams, chainParamsField, checkChainParams } from './params.ts'
import { FIRST_PROTOCOL_VERSION, PROTOCOL_VERSION_MAX, type RuleSet } from './rules.ts'
import { type Field, type Json, parseField } from './schema/field.ts'
import { list, object, optional } from './schema/message.ts'
import { jsonValue, text, uint } from './schema/scalars.ts'
import { KEY_ALGORITHM } from './signature.ts'

/** The first state of a chain. Its file is RFC 8785 JSON; `genesisHash = H(genesis, those bytes)`. */
export interface Genesis {
  readonly version: 1
  readonly chainId: number
  readonly name: string
  readonly timeMs: number
  /** Of the protocol, at the start. Absent: `FIRST_PROTOCOL_VERSION`. */
  readonly protocolVersion?: number
  readonly params: ChainParams
  readonly validators: readonly ValidatorRecord[]
  /** Modules in execution order, each with its version, the hash of its package if it is no part of the software, and what its `initGenesis` gets. */
  readonly modules: readonly (ModuleEntry & { readonly genesis?: Json })[]
}

/** A chain that has been identified: what every node of it shares. */
export interface Chain {
  readonly genesis: Genesis
  readonly genesisHash: Hash
}

export const GENESIS_VERSION = 1
/** A genesis file. */
export const GENESIS_BYTES_MAX = 4 * 1024 * 1024

/** Form of a genesis; `checkGenesis` has the rules that span fields. */
export const genesisField: Field<Genesis> = object({
  version: uint({ min: GENESIS_VERSION, max: GENESIS_VERSION }) as unknown as Field<1>,
  chainId: uint({ min: 1 }),
  name: text({ max: 64 }),
  timeMs: uint(),
  protocolVersion: optional(uint({ min: FIRST_PROTOCOL_VERSION, max: PROTOCOL_VERSION_MAX })),
  params: chainParamsField,
  validators: list(validatorRecordCodec, { min: VALIDATORS_MIN, max: VALIDATORS_MAX }),
  modules: list(object({ ...MODULE_ENTRY_FIELDS, genesis: optional(jsonValue()) }), { max: MODULES_MAX }),
})

function firstRepeated(values: readonly string[]): number {
  return values.findIndex((value, index) => values.indexOf(value) !== index)
}

/** What must hold between the fields. `genesis/bad-params`, `genesis/bad-validators`, `genesis/bad-modules`. */
export function checkGenesis(genesis: Genesis): Rejection | undefined {
  const params = checkChainParams(genesis.params)
  if (params !== undefined) return params
  const { validators, modules } = genesis
  if (validators.length < VALIDATORS_MIN || validators.length > VALIDATORS_MAX) {
    return reject('genesis/bad-validators', `a chain has ${VALIDATORS_MIN} to ${VALIDATORS_MAX} validators, not ${validators.length}`, {
      path: 'validators',
    })
  }
  const distinct = {
    organization: validators.map((validator) => validator.organization),
    consensusKey: validators.map((validator) => validator.consensusKey.bytes),
    peerId: validators.map((validator) => validator.peerId),
  }
  for (const [field, values] of Object.entries(distinct)) {
    const index = firstRepeated(values)
    if (index >= 0) return reject('genesis/bad-validators', `${field} stands twice`, { path: `validators.${index}.${field}` })
  }
  const foreign = validators.findIndex((validator) => validator.consensusKey.algorithm !== KEY_ALGORITHM.ed25519)
  if (foreign >= 0)
    return reject('genesis/bad-validators', 'consensus keys are Ed25519', { path: `validators.${foreign}.consensusKey.algorithm` })
  const index = firstRepeated(modules.map((module) => module.name))
  if (index >= 0) return reject('genesis/bad-modules', 'a module stands twice', { path: `modules.${index}.name` })
  return undefined
}

/** The bytes of the genesis file: RFC 8785. `genesis` must satisfy `checkGenesis`. */
export function encodeGenesis(genesis: Genesis): Uint8Array {
  const bytes = canonicalJsonBytes(genesisField.toJson(genesis))
  assert(bytes.ok, 'a checked genesis has a canonical form')
  return bytes.value
}

/** `H(genesis, encodeGenesis(genesis))`. */
export function genesisHash(genesis: Genesis): Hash {
  return taggedHash('genesis', encodeGenesis(genesis))
}

function genesisFromJson(json: Json): Result<Chain> {
  const genesis = parseField(genesisField, json)
  if (!genesis.ok) return genesis
  const fault = checkGenesis(genesis.value)
  if (fault !== undefined) return err(fault)
  return ok({ genesis: genesis.value, genesisHash: genesisHash(genesis.value) })
}

/** An editor that breaks its lines or sorts its members makes another file of it. */
const ANOTHER_FILE_HINT = 'Take an untouched copy of the genesis file: not one byte of it may be changed, white space neither.'

/** Reads and checks a genesis: from the bytes of its file, which must be canonical, or from JSON that came another way. */
export function parseGenesis(source: Uint8Array | Json): Result<Chain> {
  if (!(source instanceof Uint8Array)) return genesisFromJson(source)
  if (source.length > GENESIS_BYTES_MAX)
    return err(reject('genesis/too-large', `a genesis has at most ${GENESIS_BYTES_MAX} bytes, this one ${source.length}`))
  const json = parseCanonicalJson(source)
  return json.ok ? genesisFromJson(json.value) : err({ ...json.error, hint: ANOTHER_FILE_HINT })
}

/** What is in force before anyone has voted. */
export function genesisRules({ protocolVersion = FIRST_PROTOCOL_VERSION, params }: Genesis): RuleSet {
  return { version: protocolVersion, params, scheduled: [], longestTimeToLiveMs: params.timeToLiveMsMax }
}

/** The validators of epoch 0. */
export function genesisValidatorSet(genesis: Genesis): ValidatorSet {
  return { validators: genesis.validators }
}

/**
 * `H(params, RFC 8785 JSON of the parameters)`. Where modules are in force that genesis does not name as part of the software (see
 * `modulesOfParams`), that JSON has them as one more member, `modules`: nodes with other modules compute other headers.
 */
export function paramsHash(params: ChainParams, modules: readonly ModuleEntry[] = []): Hash {
  const json = chainParamsField.toJson(params) as { readonly [name: string]: Json }
  const bytes = canonicalJsonBytes(modules.length === 0 ? json : { ...json, modules: modules.map(moduleEntryJson) })
  assert(bytes.ok, 'chain parameters have a canonical form')
  return taggedHash('params', bytes.value)
}

/** Height 0. It has no certificate: whoever trusts the genesis hash can compute it. */
export function genesisHeader(chain: Chain, stateRoot: Hash): Header {
  const { genesis } = chain
  const validators = validatorSetHash(genesisValidatorSet(genesis))
  return {
    version: genesis.protocolVersion ?? FIRST_PROTOCOL_VERSION,
    genesisHash: chain.genesisHash,
    epoch: asEpoch(0),
    height: asHeight(0),
    parent: ZERO_HASH,
    timeMs: genesis.timeMs,
    proposer: asValidatorIndex(0),
    txRoot: EMPTY_MERKLE_ROOT,
    receiptsRoot: EMPTY_MERKLE_ROOT,
    stateRoot,
    validatorSetHash: validators,
    nextValidatorSetHash: validators,
    paramsHash: paramsHash(genesis.params, modulesOfParams(genesis.modules, NO_VOTED_MODULES)),
    evidenceRoot: EMPTY_MERKLE_ROOT,
  }
}
