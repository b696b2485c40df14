import protobuf from 'protobufjs/minimal.js'
import { hanse } from '../generated/wire.js'
import { certifiedBlockCodec, commitCertificateCodec, proposalBodyCodec } from './block.ts'
import { type SignedMessage, signedMessageCodec } from './consensus-message.ts'
import type { Height, View } from './ids.ts'
import {
  BLOCK_RECORD_BYTES_MAX,
  BLOCKS_PER_SYNC_FRAME_MAX,
  FETCHED_IDS_MAX,
  TRANSACTION_BYTES_MAX,
  TRANSACTIONS_PER_BLOCK_MAX,
} from './limits.ts'
import { withDirect } from './schema/direct.ts'
import type { Field, FieldValue } from './schema/field.ts'
import { list, message, object, optional, union } from './schema/message.ts'
import { brandedUint, bytes, hash, text, uint } from './schema/scalars.ts'

/** A union's member is spread beside `type`; a message that has a `type` or is itself a union goes in a box. */
function boxed<T, N extends string>(name: N, field: Field<T>): Field<{ readonly [K in N]: T }> {
  type Box = { readonly [K in N]: T }
  const box: Field<Box> = {
    ...(object({ [name]: field }) as unknown as Field<Box>),
    toWire: (value) => field.toWire(value[name]),
    fromWire: (wire, path) => ({ [name]: field.fromWire(wire, path) }) as Box,
  }
  return withDirect(box, { type: 'box', name, field: field as Field<unknown> })
}

/** Frames of the `consensus` channel. The first in each direction is `hello`. */
export const consensusFrameCodec = union(hanse.v1.ConsensusFrame, {
  hello: message(hanse.v1.Hello, { genesisHash: hash(), chainId: uint(), version: text({ max: 32 }), head: brandedUint<Height>() }),
  signed: boxed('signed', signedMessageCodec as Field<SignedMessage>),
  certificate: boxed('certificate', commitCertificateCodec),
  fetchBody: message(hanse.v1.FetchBody, { height: brandedUint<Height>(), digest: hash() }),
  fetchViewChange: message(hanse.v1.FetchViewChange, { hash: hash() }),
  fetchNewView: message(hanse.v1.FetchNewView, { view: brandedUint<View>() }),
  body: boxed('body', proposalBodyCodec),
})
export type ConsensusFrame = FieldValue<typeof consensusFrameCodec>
export type Hello = Extract<ConsensusFrame, { readonly type: 'hello' }>

/** Frames of the `transactions` channel. */
export const transactionsFrameCodec = union(hanse.v1.TransactionsFrame, {
  transactions: message(hanse.v1.Transactions, {
    transactions: list(bytes({ min: 1, max: TRANSACTION_BYTES_MAX }), { min: 1, max: TRANSACTIONS_PER_BLOCK_MAX }),
  }),
  fetch: message(hanse.v1.FetchTransactions, { ids: list(hash(), { min: 1, max: FETCHED_IDS_MAX }) }),
})
export type TransactionsFrame = FieldValue<typeof transactionsFrameCodec>

/** Frames of the `sync` channel. */
export const syncFrameCodec = union(hanse.v1.SyncFrame, {
  fetch: message(hanse.v1.FetchBlocks, { from: brandedUint<Height>(), limit: uint({ min: 1, max: BLOCKS_PER_SYNC_FRAME_MAX }) }),
  blocks: message(hanse.v1.Blocks, {
    from: brandedUint<Height>(),
    blocks: list(certifiedBlockCodec, { max: BLOCKS_PER_SYNC_FRAME_MAX }),
    /** In an answer without blocks: the lowest height that the sender keeps. */
    earliest: optional(brandedUint<Height>()),
  }),
  fetchRecord: message(hanse.v1.FetchRecord, { height: brandedUint<Height>() }),
  /** As `storedBlockCodec` wrote it. */
  record: message(hanse.v1.BlockRecord, {
    height: brandedUint<Height>(),
    record: optional(bytes({ min: 1, max: BLOCK_RECORD_BYTES_MAX })),
  }),
})
export type SyncFrame = FieldValue<typeof syncFrameCodec>

const SYNC_FRAME_BLOCKS = 2
const BLOCKS_FROM = 1
const BLOCKS_BLOCK = 2

/** What `syncFrameCodec` makes of these blocks, from bytes that `certifiedBlockCodec` wrote: who answers many peers decodes nothing. */
export function encodeBlocksFrame(from: Height, blocks: readonly Uint8Array[]): Uint8Array {
  const writer = protobuf.Writer.create().uint32(lengthDelimited(SYNC_FRAME_BLOCKS)).fork()
  if (from !== 0) writer.uint32(BLOCKS_FROM * 8).uint64(from)
  for (const block of blocks) writer.uint32(lengthDelimited(BLOCKS_BLOCK)).bytes(block)
  return writer.ldelim().finish()
}

function lengthDelimited(field: number): number {
  return field * 8 + 2
}
