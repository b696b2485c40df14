export { addressOfPublicKey, partyAddress } from './address.ts'
export * from './block.ts'
export { certifiedBytes, type EventOutline, outlineBlock, outlineTransaction } from './block-outline.ts'
export * from './certificate.ts'
export { type EpochBoundary, messageChecks } from './consensus-checks.ts'
export * from './consensus-message.ts'
export * from './evidence.ts'
export * from './frames.ts'
export * from './genesis.ts'
export { HASH_TAGS, type HashTag, taggedHash, taggedHashBytes, tagPrefix } from './hash.ts'
export * from './ids.ts'
export { canonicalJson, canonicalJsonBytes, JSON_DEPTH_MAX, parseCanonicalJson } from './jcs.ts'
export { keptTransaction } from './kept-transaction.ts'
export * from './limits.ts'
export * from './log-record.ts'
export * from './membership.ts'
export * from './merkle.ts'
export * from './module-set.ts'
export { type ChainParams, chainParamsField, checkChainParams, DEFAULT_CHAIN_PARAMS } from './params.ts'
export * from './proof.ts'
export { faultsMax, primaryOf, quorumSize } from './quorum.ts'
export * from './recovery-block.ts'
export * from './rules.ts'
export { DECODED_FIELDS_MAX } from './schema/bounded-reader.ts'
export {
  type Field,
  type FieldValue,
  type Json,
  type JsonOf,
  type JsonSchema,
  parseField,
  type WireForm,
  type WireType,
} from './schema/field.ts'
export type { Span } from './schema/field-walk.ts'
export { jsonText } from './schema/json-text.ts'
export {
  type Codec,
  type CodecOptions,
  createCodec,
  described,
  type Fields,
  list,
  type MessageOf,
  message,
  object,
  optional,
  type UnionOf,
  union,
  unionField,
} from './schema/message.ts'
export { defineMessage, type NumberedFields, type NumberedMessage } from './schema/numbered.ts'
export * from './schema/scalars.ts'
export { type Sha256, useSha256 } from './sha256.ts'
export * from './signature.ts'
export * from './snapshot.ts'
export * from './sparse-merkle.ts'
export * from './stored-block.ts'
export * from './transaction.ts'
export { transactionChecks } from './transaction-checks.ts'
export { utf8FromBytesOrUndefined } from './utf8.ts'
