import { hanse } from '../generated/wire.js'
import { commitCertificateCodec, headerCodec, RECEIPT_FIELDS_MAX, receiptCodec, validatorSetCodec } from './block.ts'
import { STATE_KEY_BYTES_MAX, STATE_VALUE_BYTES_MAX, TRANSACTIONS_PER_BLOCK_MAX } from './limits.ts'
import type { FieldValue } from './schema/field.ts'
import { type Codec, list, message, optional } from './schema/message.ts'
import { bytes, hash, uint } from './schema/scalars.ts'
import { STATE_PROOF_SIBLINGS_MAX, type StateProof } from './sparse-merkle.ts'

/** What a node hands out so that a stranger can check it with the validators' keys alone. `crypto` verifies. */

const RECEIPTS_PER_BLOCK_MAX = TRANSACTIONS_PER_BLOCK_MAX + 1
/** Sibling hashes in a tree of so many leaves. */
const MERKLE_PATH_LENGTH_MAX = 32 - Math.clz32(RECEIPTS_PER_BLOCK_MAX - 1)

export const stateProofCodec: Codec<StateProof> = message(hanse.v1.StateProof, {
  key: bytes({ min: 1, max: STATE_KEY_BYTES_MAX }),
  value: optional(bytes({ max: STATE_VALUE_BYTES_MAX })),
  siblings: list(hash(), { max: STATE_PROOF_SIBLINGS_MAX }),
  otherLeaf: optional(message(hanse.v1.StateLeaf, { keyHash: hash(), valueHash: hash() })),
})

const merklePath = list(hash(), { max: MERKLE_PATH_LENGTH_MAX })

/** A final transaction: its id in the header's `txRoot` and its receipt in `receiptsRoot`, both at `index`. */
export const transactionProofCodec = message(
  hanse.v1.TransactionProof,
  {
    /** The receipt's `txId`. */
    id: hash(),
    receipt: receiptCodec,
    /** The receipt's `index`. */
    index: uint({ max: TRANSACTIONS_PER_BLOCK_MAX }),
    transactionCount: uint({ min: 1, max: TRANSACTIONS_PER_BLOCK_MAX }),
    /** One more than `transactionCount` when the block itself has a receipt. */
    receiptCount: uint({ min: 1, max: RECEIPTS_PER_BLOCK_MAX }),
    transactionPath: merklePath,
    receiptPath: merklePath,
    header: headerCodec,
    certificate: commitCertificateCodec,
  },
  { fieldsMax: 2 * RECEIPT_FIELDS_MAX },
)
export type TransactionProof = FieldValue<typeof transactionProofCodec>

/** What the state at one final height says about a key. */
export const certifiedStateProofCodec = message(hanse.v1.CertifiedStateProof, {
  proof: stateProofCodec,
  header: headerCodec,
  /** Absent at genesis, whose state nobody signed. */
  certificate: optional(commitCertificateCodec),
})
export type CertifiedStateProof = FieldValue<typeof certifiedStateProofCodec>

/**
 * The last block of an epoch, and who signs the next one; where that one was recovered, its first block. Those of every epoch in order lead
 * from genesis to any header.
 */
export const epochEndCodec = message(hanse.v1.EpochEnd, {
  header: headerCodec,
  certificate: commitCertificateCodec,
  nextValidators: validatorSetCodec,
})
export type EpochEnd = FieldValue<typeof epochEndCodec>
