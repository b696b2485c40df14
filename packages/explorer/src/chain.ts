import type { EngineOptions } from '@hanse/consensus'
import { bytesToHash, type Hash, type Hex, uint64ToBytes, ZERO_HASH } from '@hanse/primitives'
import {
  asHeight,
  asValidatorIndex,
  type CertifiedHeader,
  type CommitCertificate,
  type Epoch,
  type ValidatorIndex,
  type ValidatorSet,
} from '@hanse/protocol'

/** The package under test: the shipped one, or one with a bug planted in it. */
export type EngineModule = typeof import('@hanse/consensus')

/** Letters that stand before a number in a hash, so that a transcript can be read. */
const KIND = { genesis: 0xa0, transaction: 0xb0, header: 0xc0 } as const
export const GENESIS_HASH = numberedHash('genesis', 0)

/** Nothing waits for real time: short timeouts and long ones cost the same, and what matters is their order. */
const TIMEOUTS = { viewTimeoutMs: 400, viewTimeoutMsMax: 3_200, batchWaitMs: 10, statusMs: 200, fetchRetryMs: 60 }
const HEARTBEAT_MS = 60_000

/** A hash that nobody had to compute: all that the engine does with one is to compare it. */
export function numberedHash(kind: keyof typeof KIND, count: number): Hash {
  const bytes = new Uint8Array(32)
  bytes[0] = KIND[kind]
  bytes.set(uint64ToBytes(count).subarray(4), 1)
  return bytesToHash(bytes)
}

/** The set of these members, in this order. */
export function validatorSet(members: readonly number[]): ValidatorSet {
  return {
    validators: members.map((member) => ({
      organization: `org-${member}`,
      consensusKey: { algorithm: 1, bytes: `0x${(member + 1).toString(16).padStart(64, '0')}` as Hex },
      peerId: `peer-${member}`,
      addresses: [],
    })),
  }
}

export function engineOptions(validators: ValidatorSet, epoch: Epoch, self: number, window: number): EngineOptions {
  return {
    domain: { genesisHash: GENESIS_HASH, chainId: 1 },
    epoch,
    validators,
    ...(self < 0 ? {} : { self: asValidatorIndex(self) }),
    window,
    heartbeatMs: HEARTBEAT_MS,
    timeouts: TIMEOUTS,
  }
}

/** What a host hands over as its final head. The engine reads height, hash and certificate of it. */
export function certifiedHeader(epoch: Epoch, height: number, hash: Hash, certificate?: CommitCertificate): CertifiedHeader {
  const header = {
    version: 1,
    genesisHash: GENESIS_HASH,
    epoch,
    height: asHeight(height),
    parent: ZERO_HASH,
    timeMs: height,
    proposer: 0 as ValidatorIndex,
    txRoot: ZERO_HASH,
    receiptsRoot: ZERO_HASH,
    stateRoot: ZERO_HASH,
    validatorSetHash: ZERO_HASH,
    nextValidatorSetHash: ZERO_HASH,
    paramsHash: ZERO_HASH,
    evidenceRoot: ZERO_HASH,
  }
  return { header, hash, ...(certificate === undefined ? {} : { certificate }) }
}
