import { hanse } from '../generated/wire.js'
import { certifiedBlockCodec, commitCertificateCodec, headerCodec, receiptCodec } from './block.ts'
import type { Height } from './ids.ts'
import { TRANSACTIONS_PER_BLOCK_MAX } from './limits.ts'
import type { FieldValue } from './schema/field.ts'
import { list, message, optional } from './schema/message.ts'
import { brandedUint, hash } from './schema/scalars.ts'

/** A final block as a node keeps it. */
export const storedBlockCodec = message(
  hanse.v1.StoredBlock,
  {
    header: headerCodec,
    /** Absent for genesis. */
    certified: optional(certifiedBlockCodec),
    /** One an executed transaction, and one more when the block itself emitted events. */
    receipts: list(receiptCodec, { max: TRANSACTIONS_PER_BLOCK_MAX + 1 }),
  },
  // A node's own, checksummed: it must read back whatever it could write.
  { fieldsMax: Number.POSITIVE_INFINITY },
)
export type StoredBlockRecord = FieldValue<typeof storedBlockCodec>

/** What a start reads of a block: a hundredth of it. */
export const blockSummaryCodec = message(hanse.v1.BlockSummary, {
  header: headerCodec,
  /** Ids of the transactions that were executed. */
  included: list(hash(), { max: TRANSACTIONS_PER_BLOCK_MAX }),
})
export type BlockSummary = FieldValue<typeof blockSummaryCodec>

/** A header that leads from one epoch to the next, which outlives its block. */
export const storedEpochEndCodec = message(hanse.v1.StoredEpochEnd, { header: headerCodec, certificate: commitCertificateCodec })
export type StoredEpochEnd = FieldValue<typeof storedEpochEndCodec>

/** Where the store's chain ends. */
export const storedHeadCodec = message(hanse.v1.StoredHead, { height: brandedUint<Height>(), hash: hash() })
export type StoredHead = FieldValue<typeof storedHeadCodec>
