import { concatBytes, type Hash, hexToBytes, uint64ToBytes } from '@hanse/primitives'
import { hanse } from '../generated/wire.js'
import { type Header, type ValidatorRecord, validatorRecordCodec } from './block.ts'
import type { SigningDomain } from './consensus-message.ts'
import type { Genesis } from './genesis.ts'
import { tagPrefix } from './hash.ts'
import { asEpoch, asHeight, type Epoch, type Height } from './ids.ts'
import { VALIDATORS_MAX, VALIDATORS_MIN } from './limits.ts'
import type { FieldValue } from './schema/field.ts'
import { list, message, optional } from './schema/message.ts'
import { brandedUint, text, uint } from './schema/scalars.ts'

export const epochRecordCodec = message(hanse.v1.EpochRecord, {
  epoch: brandedUint<Epoch>(),
  /** The first block that these validators decide on. */
  firstHeight: brandedUint<Height>(),
  validators: list(validatorRecordCodec, { min: VALIDATORS_MIN, max: VALIDATORS_MAX }),
})
/** The validators from one height on, by index. */
export type EpochRecord = FieldValue<typeof epochRecordCodec>

export const observerCodec = message(hanse.v1.Observer, {
  record: validatorRecordCodec,
  /** The party that will vote for it, where its id is not the organization's name. */
  partyId: optional(text({ max: 64 })),
  /** The block in which it was admitted, or in which it stopped being a validator. */
  sinceHeight: uint(),
})
/** An organization whose node follows the chain, and which a vote may make a validator. */
export type Observer = FieldValue<typeof observerCodec>

/** Who wants to validate, as its own key signs it: that it has the key, and where the node is to be found. */
export interface Candidate {
  readonly record: ValidatorRecord
  /** The party that will vote for it, where its id is not the organization's name. */
  readonly partyId?: string
}

/** What a candidate signs with its consensus key: valid on this chain alone. */
export function candidateSignBytes({ genesisHash, chainId }: SigningDomain, { record, partyId }: Candidate): Uint8Array {
  const bytes = observerCodec.encode({ record, ...(partyId === undefined ? {} : { partyId }), sinceHeight: 0 })
  return concatBytes(tagPrefix('candidate'), hexToBytes(genesisHash), uint64ToBytes(chainId), bytes)
}

/** What an observer signs with its consensus key to show that it has this block: it is at the head. */
export function readinessSignBytes({ genesisHash, chainId }: SigningDomain, height: number, headerHash: Hash): Uint8Array {
  return concatBytes(tagPrefix('readiness'), hexToBytes(genesisHash), uint64ToBytes(chainId), uint64ToBytes(height), hexToBytes(headerHash))
}

/** Epoch 0: what genesis says. */
export function genesisEpoch({ validators }: Genesis): EpochRecord {
  return { epoch: asEpoch(0), firstHeight: asHeight(1), validators }
}

/** Whether the block is the last of its epoch: its header names another next set. */
export function endsEpoch(header: Pick<Header, 'validatorSetHash' | 'nextValidatorSetHash'>): boolean {
  return header.nextValidatorSetHash !== header.validatorSetHash
}

/** The epoch of a block's children. Nothing else begins one. */
export function epochAfter(header: Pick<Header, 'epoch' | 'validatorSetHash' | 'nextValidatorSetHash'>): Epoch {
  return endsEpoch(header) ? asEpoch(header.epoch + 1) : header.epoch
}
