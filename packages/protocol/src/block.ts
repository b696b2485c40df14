import { equalBytes, type Hash, type Hex } from '@hanse/primitives'
import { hanse } from '../generated/wire.js'
import { taggedHash } from './hash.ts'
import { type Epoch, type Height, type View, validatorIndex } from './ids.ts'
import {
  ADDRESSES_PER_VALIDATOR_MAX,
  ATTRIBUTE_VALUE_LENGTH_MAX,
  ATTRIBUTES_PER_EVENT_MAX,
  CALLS_PER_TRANSACTION_MAX,
  EVENTS_PER_RECEIPT_MAX,
  MODULE_NAME_LENGTH_MAX,
  TRANSACTION_BYTES_MAX,
  TRANSACTIONS_PER_BLOCK_MAX,
  VALIDATORS_MAX,
} from './limits.ts'
import type { FieldValue } from './schema/field.ts'
import { list, message, optional } from './schema/message.ts'
import { brandedUint, bytes, choice, fixedHex, hash, text, uint } from './schema/scalars.ts'
import { ED25519_SIGNATURE_SIZE_BYTES } from './signature.ts'

export const PUBLIC_KEY_FIELDS = { algorithm: uint({ max: 255 }), bytes: fixedHex<Hex>(32) } as const
export const publicKeyCodec = message(hanse.v1.PublicKey, PUBLIC_KEY_FIELDS)
export type PublicKey = FieldValue<typeof publicKeyCodec>

/** Binds an organization to its consensus key and to its network identity, which are different keys. */
export const validatorRecordCodec = message(hanse.v1.ValidatorRecord, {
  organization: text({ max: 64, pattern: /^[a-z0-9][a-z0-9-]*$/, words: 'a name of a-z, 0-9 and -' }),
  consensusKey: publicKeyCodec,
  peerId: text({ max: 128 }),
  addresses: list(text({ max: 256 }), { max: ADDRESSES_PER_VALIDATOR_MAX }),
})
export type ValidatorRecord = FieldValue<typeof validatorRecordCodec>

export function isSameRecord(left: ValidatorRecord, right: ValidatorRecord): boolean {
  return equalBytes(validatorRecordCodec.encode(left), validatorRecordCodec.encode(right))
}

export const validatorSetCodec = message(hanse.v1.ValidatorSet, { validators: list(validatorRecordCodec, { min: 1, max: VALIDATORS_MAX }) })
export type ValidatorSet = FieldValue<typeof validatorSetCodec>

export const proposalBodyCodec = message(hanse.v1.ProposalBody, {
  epoch: brandedUint<Epoch>(),
  height: brandedUint<Height>(),
  ids: list(hash(), { max: TRANSACTIONS_PER_BLOCK_MAX }),
  timeMs: uint(),
  proposer: validatorIndex(),
})
export type ProposalBody = FieldValue<typeof proposalBodyCodec>

export const headerCodec = message(hanse.v1.Header, {
  version: uint({ max: 255 }),
  genesisHash: hash(),
  epoch: brandedUint<Epoch>(),
  height: brandedUint<Height>(),
  parent: hash(),
  timeMs: uint(),
  proposer: validatorIndex(),
  txRoot: hash(),
  receiptsRoot: hash(),
  stateRoot: hash(),
  validatorSetHash: hash(),
  nextValidatorSetHash: hash(),
  paramsHash: hash(),
  evidenceRoot: hash(),
})
export type Header = FieldValue<typeof headerCodec>

export const quorumSignatureCodec = message(hanse.v1.QuorumSignature, {
  signer: validatorIndex(),
  signature: fixedHex<Hex>(ED25519_SIGNATURE_SIZE_BYTES),
})
export type QuorumSignature = FieldValue<typeof quorumSignatureCodec>

const signatures = list(quorumSignatureCodec, { min: 1, max: VALIDATORS_MAX })

export const preparedCertificateCodec = message(hanse.v1.PreparedCertificate, {
  epoch: brandedUint<Epoch>(),
  view: brandedUint<View>(),
  height: brandedUint<Height>(),
  digest: hash(),
  signatures,
})
/** q Prepares of one (epoch, view, height, digest). */
export type PreparedCertificate = FieldValue<typeof preparedCertificateCodec>

export const commitCertificateCodec = message(hanse.v1.CommitCertificate, {
  epoch: brandedUint<Epoch>(),
  view: brandedUint<View>(),
  height: brandedUint<Height>(),
  digest: hash(),
  headerHash: hash(),
  signatures,
})
/** q Commits of one (epoch, view, height, digest, headerHash). Proves its block and all ancestors. */
export type CommitCertificate = FieldValue<typeof commitCertificateCodec>

export const certifiedBlockCodec = message(hanse.v1.CertifiedBlock, {
  body: proposalBodyCodec,
  transactions: list(bytes({ min: 1, max: TRANSACTION_BYTES_MAX }), { max: TRANSACTIONS_PER_BLOCK_MAX }),
  certificate: commitCertificateCodec,
})
export type CertifiedBlock = FieldValue<typeof certifiedBlockCodec>

/** Fields of the largest receipt, whose own list of events is inside the limits. */
const ATTRIBUTE_FIELDS = 3
const EVENT_FIELDS_MAX = 3 + ATTRIBUTE_FIELDS * ATTRIBUTES_PER_EVENT_MAX
export const RECEIPT_FIELDS_MAX = 5 + EVENT_FIELDS_MAX * EVENTS_PER_RECEIPT_MAX

export const attributeCodec = message(hanse.v1.Attribute, {
  key: text({ max: 64 }),
  value: text({ min: 0, max: ATTRIBUTE_VALUE_LENGTH_MAX }),
})
export const eventCodec = message(hanse.v1.Event, {
  module: text({ max: MODULE_NAME_LENGTH_MAX }),
  type: text({ max: 64 }),
  attributes: list(attributeCodec, { max: ATTRIBUTES_PER_EVENT_MAX }),
})
export type Event = FieldValue<typeof eventCodec>

export const receiptCodec = message(
  hanse.v1.Receipt,
  {
    txId: hash(),
    index: uint({ max: TRANSACTIONS_PER_BLOCK_MAX }),
    outcome: choice('success', 'rejected'),
    code: optional(text({ max: 96 })),
    callIndex: optional(uint({ max: CALLS_PER_TRANSACTION_MAX })),
    events: list(eventCodec, { max: EVENTS_PER_RECEIPT_MAX }),
  },
  { fieldsMax: RECEIPT_FIELDS_MAX },
)
/** What became of a transaction. A rejected one changed nothing else; `code` is the module's and `callIndex` says which call. */
export type Receipt = FieldValue<typeof receiptCodec>

/** A header with the certificate that makes it final. Genesis, height 0, has none. */
export interface CertifiedHeader {
  readonly header: Header
  readonly hash: Hash
  readonly certificate?: CommitCertificate
}

export function headerHash(header: Header): Hash {
  return taggedHash('header', headerCodec.encode(header))
}

/** Of bodies that are still held: the gate, the engine, its log and its store ask for the same ones. */
const proposalDigests = new WeakMap<ProposalBody, Hash>()

/** The digest that Prepare and Commit name. */
export function proposalDigest(body: ProposalBody): Hash {
  const known = proposalDigests.get(body)
  if (known !== undefined) return known
  const digest = taggedHash('proposal', proposalBodyCodec.encode(body))
  proposalDigests.set(body, digest)
  return digest
}

export function validatorSetHash(set: ValidatorSet): Hash {
  return taggedHash('validator-set', validatorSetCodec.encode(set))
}
