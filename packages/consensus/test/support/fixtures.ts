import { type Hash, type Hex, hexToBytes, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  type CertifiedHeader,
  type ConsensusMessage,
  type Header,
  proposalDigest,
  type SignedMessage,
  taggedHash,
  type ValidatorIndex,
  type ValidatorSet,
  type Verified,
} from '@hanse/protocol'
import type { EngineOptions } from '../../src/index.ts'

export const EPOCH = asEpoch(0)
export const GENESIS_HASH = taggedHash('genesis', Uint8Array.of(1))
const DOMAIN = { genesisHash: GENESIS_HASH, chainId: 1 }

export const TIMEOUTS = { viewTimeoutMs: 800, viewTimeoutMsMax: 6_400, batchWaitMs: 20, statusMs: 250, fetchRetryMs: 100 }

function validatorSet(count: number): ValidatorSet {
  return {
    validators: Array.from({ length: count }, (_, index) => ({
      organization: `org-${index}`,
      consensusKey: { algorithm: 1, bytes: `0x${(index + 1).toString(16).padStart(64, '0')}` as Hex },
      peerId: `peer-${index}`,
      addresses: [],
    })),
  }
}

export function engineOptions(count: number, self?: number, more: Partial<EngineOptions> = {}): EngineOptions {
  return {
    domain: DOMAIN,
    epoch: EPOCH,
    validators: validatorSet(count),
    ...(self === undefined ? {} : { self: asValidatorIndex(self) }),
    window: 4,
    heartbeatMs: 2_000,
    timeouts: TIMEOUTS,
    ...more,
  }
}

/** Header hashes are made of parent and digest alone: execution that cannot differ between replicas. */
export function executedHash(parent: Hash, digest: Hash): Hash {
  return taggedHash('header', hexToBytes(parent), hexToBytes(digest))
}

export function fakeHeader(height: number): Header {
  return {
    version: 1,
    genesisHash: GENESIS_HASH,
    epoch: EPOCH,
    height: asHeight(height),
    parent: ZERO_HASH,
    timeMs: height,
    proposer: asValidatorIndex(0),
    txRoot: ZERO_HASH,
    receiptsRoot: ZERO_HASH,
    stateRoot: ZERO_HASH,
    validatorSetHash: ZERO_HASH,
    nextValidatorSetHash: ZERO_HASH,
    paramsHash: ZERO_HASH,
    evidenceRoot: ZERO_HASH,
  }
}

export const GENESIS: CertifiedHeader = { header: fakeHeader(0), hash: GENESIS_HASH }

/** Test ids and hashes that people can tell apart: the name in hex, padded with zeros. */
export function named(name: string): Hash {
  let digits = ''
  for (let index = 0; index < name.length; index++) digits += name.charCodeAt(index).toString(16).padStart(2, '0')
  return `0x${digits.padEnd(64, '0').slice(0, 64)}` as Hash
}

/** What a signature covers, as text. */
export function signedContent(message: ConsensusMessage): string {
  switch (message.type) {
    case 'proposal':
      return `prepare ${message.view} ${message.body.height} ${proposalDigest(message.body)}`
    case 'prepare':
      return `prepare ${message.view} ${message.height} ${message.digest}`
    case 'commit':
      return `commit ${message.view} ${message.height} ${message.digest} ${message.headerHash}`
    default:
      return JSON.stringify(message)
  }
}

function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** A signature that names its signer and content. The engine never checks one: only verified messages reach it. */
export function sign<M extends ConsensusMessage>(signer: number, message: M): Verified<SignedMessage<M>> {
  const digits = signer.toString(16).padStart(2, '0') + fnv1a(signedContent(message))
  const signed: SignedMessage<M> = { epoch: EPOCH, signer: signer as ValidatorIndex, signature: `0x${digits.padEnd(128, '0')}`, message }
  return signed as Verified<SignedMessage<M>>
}
