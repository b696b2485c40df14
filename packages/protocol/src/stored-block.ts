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

/** What the codecs above are made of, as the codecs of the parts have written it: for one who wrote the parts before. */
export interface EncodedParts {
  readonly header: Uint8Array
  readonly certified?: Uint8Array | undefined
  readonly receipts: readonly Uint8Array[]
  readonly included: readonly Uint8Array[]
}

/** What `storedBlockCodec` writes. */
export function joinStoredBlock({ header, certified, receipts }: Omit<EncodedParts, 'included'>): Uint8Array {
  return joinFields([header], certified === undefined ? [] : [certified], receipts)
}

/** What `blockSummaryCodec` writes. */
export function joinBlockSummary({ header, included }: Pick<EncodedParts, 'header' | 'included'>): Uint8Array {
  return joinFields([header], included)
}

const LENGTH_DELIMITED = 2

/** The message of which field 1 holds the first values, field 2 the next, and so on. */
function joinFields(...fields: readonly (readonly Uint8Array[])[]): Uint8Array {
  let sizeBytes = 0
  for (const values of fields) for (const { length } of values) sizeBytes += 1 + varintSize(length) + length
  const joined = new Uint8Array(sizeBytes)
  let at = 0
  for (const [index, values] of fields.entries()) {
    for (const value of values) {
      joined[at++] = ((index + 1) << 3) | LENGTH_DELIMITED
      for (let rest = value.length; ; rest >>>= 7) {
        joined[at++] = rest < 0x80 ? rest : (rest & 0x7f) | 0x80
        if (rest < 0x80) break
      }
      joined.set(value, at)
      at += value.length
    }
  }
  return joined
}

function varintSize(value: number): number {
  let size = 1
  for (let rest = value; rest >= 0x80; rest >>>= 7) size += 1
  return size
}

/** A header that leads from one epoch to the next, which outlives its block. */
export const storedEpochEndCodec = message(hanse.v1.StoredEpochEnd, { header: headerCodec, certificate: commitCertificateCodec })
export type StoredEpochEnd = FieldValue<typeof storedEpochEndCodec>

/** Where the store's chain ends. */
export const storedHeadCodec = message(hanse.v1.StoredHead, { height: brandedUint<Height>(), hash: hash() })
export type StoredHead = FieldValue<typeof storedHeadCodec>
