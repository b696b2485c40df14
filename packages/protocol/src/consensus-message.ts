import { assert, HASH_SIZE_BYTES, type Hash, type Hex, uint64ToBytes, writeKnownHex, writeUint64 } from '@hanse/primitives'
import { hanse } from '../generated/wire.js'
import { commitCertificateCodec, preparedCertificateCodec, proposalBodyCodec, proposalDigest } from './block.ts'
import { taggedHash, tagPrefix } from './hash.ts'
import { type Epoch, type Height, type ValidatorIndex, type View, validatorIndex } from './ids.ts'
import { VALIDATORS_MAX, WINDOW_MAX } from './limits.ts'
import { type DirectEntry, withDirect } from './schema/direct.ts'
import type { Field, FieldValue } from './schema/field.ts'
import { createCodec, list, message, object, optional, unionField } from './schema/message.ts'
import { brandedUint, fixedHex, hash } from './schema/scalars.ts'
import { ED25519_SIGNATURE_SIZE_BYTES } from './signature.ts'

export const proposalCodec = message(hanse.v1.Proposal, { view: brandedUint<View>(), body: proposalBodyCodec })
export type Proposal = FieldValue<typeof proposalCodec>

export const prepareCodec = message(hanse.v1.Prepare, { view: brandedUint<View>(), height: brandedUint<Height>(), digest: hash() })
export type Prepare = FieldValue<typeof prepareCodec>

export const commitCodec = message(hanse.v1.Commit, {
  view: brandedUint<View>(),
  height: brandedUint<Height>(),
  digest: hash(),
  headerHash: hash(),
})
export type Commit = FieldValue<typeof commitCodec>

export const viewChangeCodec = message(hanse.v1.ViewChange, {
  newView: brandedUint<View>(),
  /** Commit certificate of the sender's final head; absent at genesis. */
  head: optional(commitCertificateCodec),
  /** Prepared certificate for head + 1, if the sender has one. */
  prepared: optional(preparedCertificateCodec),
})
export type ViewChange = FieldValue<typeof viewChangeCodec>

export const newViewCodec = message(hanse.v1.NewView, {
  newView: brandedUint<View>(),
  /** `viewChangeHash` of q signed ViewChanges from distinct senders, ascending. */
  viewChanges: list(hash(), { min: 1, max: VALIDATORS_MAX }),
  base: brandedUint<Height>(),
  /** What height base + 1 is fixed to, if to anything. */
  digest: optional(hash()),
})
export type NewView = FieldValue<typeof newViewCodec>

export const statusCodec = message(hanse.v1.Status, {
  view: brandedUint<View>(),
  wants: brandedUint<View>(),
  head: brandedUint<Height>(),
  slots: list(
    message(hanse.v1.StatusSlot, {
      height: brandedUint<Height>(),
      digest: hash(),
      voters: list(validatorIndex(), { max: VALIDATORS_MAX }),
    }),
    { max: WINDOW_MAX },
  ),
})
export type Status = FieldValue<typeof statusCodec>

const payload = {
  proposal: proposalCodec,
  prepare: prepareCodec,
  commit: commitCodec,
  viewChange: viewChangeCodec,
  newView: newViewCodec,
  status: statusCodec,
} as const

const messageField = unionField(payload)
/** What validators say to each other. `type` is the member's name. */
export type ConsensusMessage = FieldValue<typeof messageField>

/** A message with its sender: the member of the epoch's set whose key verifies. */
export interface SignedMessage<M extends ConsensusMessage = ConsensusMessage> {
  readonly epoch: Epoch
  readonly signer: ValidatorIndex
  readonly signature: Hex
  readonly message: M
}

const signedFields = {
  epoch: brandedUint<Epoch>(),
  signer: validatorIndex(),
  signature: fixedHex<Hex>(ED25519_SIGNATURE_SIZE_BYTES),
}
const signedEnvelope = object(signedFields)

/** On the wire the message is a `oneof` beside the other fields; in memory and in JSON it is a member of its own. */
const signedField: Field<SignedMessage> = {
  ...object({ ...signedFields, message: messageField }),
  toWire: (value) => ({ ...(signedEnvelope.toWire(value) as object), ...(messageField.toWire(value.message) as object) }),
  fromWire: (wire, path) => ({ ...signedEnvelope.fromWire(wire, path), message: messageField.fromWire(wire, path) }),
}

export const signedMessageCodec = createCodec<SignedMessage>(
  hanse.v1.SignedMessage,
  withDirect(signedField, {
    type: 'envelope',
    members: Object.entries(signedFields) as unknown as readonly DirectEntry[],
    name: 'message',
    union: Object.entries(payload) as unknown as readonly DirectEntry[],
  }),
)

/** Where a signature is valid: this chain, in this set. */
export interface SigningDomain {
  readonly genesisHash: Hash
  readonly chainId: number
}

/** The type byte in the signed bytes. A Proposal has none: it carries its primary's Prepare. */
export const CONSENSUS_SIGNATURE_TYPE = { prepare: 1, commit: 2, viewChange: 3, newView: 4, status: 5 } as const

const TYPE_BYTES = 1
const UINT64_BYTES = 8

/** What all signed bytes begin with, and room for `sizeBytes` more: `len8(tag) ‖ tag ‖ genesisHash ‖ chainId ‖ epoch ‖ type`. */
function signBytes(domain: SigningDomain, epoch: Epoch, type: keyof typeof CONSENSUS_SIGNATURE_TYPE, sizeBytes: number): Uint8Array {
  const tag = tagPrefix('consensus')
  const whole = new Uint8Array(tag.length + HASH_SIZE_BYTES + 2 * UINT64_BYTES + TYPE_BYTES + sizeBytes)
  whole.set(tag, 0)
  let at = writeHash(domain.genesisHash, whole, tag.length)
  at = writeNumber(domain.chainId, whole, at)
  at = writeNumber(epoch, whole, at)
  whole[at] = CONSENSUS_SIGNATURE_TYPE[type]
  return whole
}

/** @returns where it ends */
function writeHash(hash: Hash, into: Uint8Array, at: number): number {
  assert(writeKnownHex(hash, HASH_SIZE_BYTES, into, at), 'a hash is 32 bytes in hex')
  return at + HASH_SIZE_BYTES
}

/** @returns where it ends */
function writeNumber(value: number, into: Uint8Array, at: number): number {
  writeUint64(value, into, at)
  return at + UINT64_BYTES
}

/** Votes have a fixed layout, so that a certificate can be checked without protobuf: view, height (8 bytes each), digest. */
export function prepareSignBytes(domain: SigningDomain, epoch: Epoch, vote: Prepare): Uint8Array {
  return voteSignBytes('prepare', domain, epoch, vote, undefined)
}

/** As Prepare, and the header hash. */
export function commitSignBytes(domain: SigningDomain, epoch: Epoch, vote: Commit): Uint8Array {
  return voteSignBytes('commit', domain, epoch, vote, vote.headerHash)
}

interface SignedVote extends Prepare {
  readonly genesisHash: Hash
  readonly chainId: number
  readonly epoch: Epoch
  readonly headerHash: Hash | undefined
  readonly bytes: Uint8Array
}

/** What was asked for last: a quorum signs the same, one after the other. Whoever gets these bytes shares them. */
const lastSigned: Record<'prepare' | 'commit', SignedVote | undefined> = { prepare: undefined, commit: undefined }

function voteSignBytes(
  type: 'prepare' | 'commit',
  { genesisHash, chainId }: SigningDomain,
  epoch: Epoch,
  { view, height, digest }: Prepare,
  headerHash: Hash | undefined,
): Uint8Array {
  const last = lastSigned[type]
  const isLast =
    last !== undefined &&
    last.digest === digest &&
    last.headerHash === headerHash &&
    last.view === view &&
    last.height === height &&
    last.epoch === epoch &&
    last.chainId === chainId &&
    last.genesisHash === genesisHash
  if (isLast) return last.bytes
  const sizeBytes = 2 * UINT64_BYTES + HASH_SIZE_BYTES + (headerHash === undefined ? 0 : HASH_SIZE_BYTES)
  const bytes = signBytes({ genesisHash, chainId }, epoch, type, sizeBytes)
  let at = writeNumber(view, bytes, bytes.length - sizeBytes)
  at = writeNumber(height, bytes, at)
  at = writeHash(digest, bytes, at)
  if (headerHash !== undefined) writeHash(headerHash, bytes, at)
  lastSigned[type] = { genesisHash, chainId, epoch, view, height, digest, headerHash, bytes }
  return bytes
}

/** Other messages are signed as they are encoded. */
function messageSignBytes(domain: SigningDomain, epoch: Epoch, type: 'viewChange' | 'newView' | 'status', encoded: Uint8Array): Uint8Array {
  const whole = signBytes(domain, epoch, type, encoded.length)
  whole.set(encoded, whole.length - encoded.length)
  return whole
}

/** What the sender of `message` signs. */
export function consensusSignBytes(domain: SigningDomain, epoch: Epoch, message: ConsensusMessage): Uint8Array {
  switch (message.type) {
    case 'proposal':
      return prepareSignBytes(domain, epoch, { view: message.view, height: message.body.height, digest: proposalDigest(message.body) })
    case 'prepare':
      return prepareSignBytes(domain, epoch, message)
    case 'commit':
      return commitSignBytes(domain, epoch, message)
    case 'viewChange':
      return messageSignBytes(domain, epoch, 'viewChange', viewChangeCodec.encode(message))
    case 'newView':
      return messageSignBytes(domain, epoch, 'newView', newViewCodec.encode(message))
    case 'status':
      return messageSignBytes(domain, epoch, 'status', statusCodec.encode(message))
  }
}

/** Of messages that are still held: gate and engine ask for the same ones, and a ViewChange comes again until q have left. */
const viewChangeHashes = new WeakMap<SignedMessage, Hash>()

/** How a NewView names a ViewChange: over sender and content, not over the signature. */
export function viewChangeHash(signed: SignedMessage): Hash {
  const known = viewChangeHashes.get(signed)
  if (known !== undefined) return known
  const { epoch, signer, message } = signed
  if (message.type !== 'viewChange') throw new TypeError('not a ViewChange')
  const hash = taggedHash('view-change', uint64ToBytes(epoch), uint64ToBytes(signer), viewChangeCodec.encode(message))
  viewChangeHashes.set(signed, hash)
  return hash
}
