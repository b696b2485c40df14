import { assert, concatBytes, type Hash, hexToBytes, type Result, uint64ToBytes } from '@hanse/primitives'
import {
  asHeight,
  type BlockSummary,
  blockSummaryCodec,
  certifiedBlockCodec,
  certifiedBytes,
  type EncodedParts,
  type Header,
  headerCodec,
  headerHash,
  isRecovery,
  joinBlockSummary,
  joinStoredBlock,
  receiptCodec,
  type StoredBlockRecord,
  type StoredEpochEnd,
  type StoredHead,
  storedBlockCodec,
  storedEpochEndCodec,
  storedHeadCodec,
} from '@hanse/protocol'
import { BLOCK_RECEIPT_ID, type StateSource, type StateWrites } from '@hanse/state'
import type { FinalBlock } from './effect.ts'

/** The first byte of a key in the node's store: which table it belongs to. */
export const TABLE = { meta: 0, state: 1, block: 2, heightOfHash: 3, heightOfTransaction: 4, summary: 5, epochEnd: 6, kept: 7 } as const
const HEAD_KEY = Uint8Array.of(TABLE.meta, 1)
/** Absent where the chain is whole, down to genesis. */
const EARLIEST_KEY = Uint8Array.of(TABLE.meta, 2)

/** Which table a key of the node's store belongs to, for whoever counts records. */
export function tableOfStored(key: Uint8Array): keyof typeof TABLE | undefined {
  return (Object.keys(TABLE) as (keyof typeof TABLE)[]).find((name) => TABLE[name] === key[0])
}

/** A write of one atomic batch; absent `value` deletes. */
export interface ChainWrite {
  readonly key: Uint8Array
  readonly value?: Uint8Array
}

function prefixed(table: number, key: Uint8Array): Uint8Array {
  const whole = new Uint8Array(key.length + 1)
  whole[0] = table
  whole.set(key, 1)
  return whole
}

/** Where the store keeps a record of the state's own table. */
export function storedStateKey(key: Uint8Array): Uint8Array {
  return prefixed(TABLE.state, key)
}

/** The state's own key of a record in the store. */
export function stateKeyOfStored(key: Uint8Array): Uint8Array {
  return key.subarray(1)
}

function heightKey(table: number, height: number): Uint8Array {
  return concatBytes(Uint8Array.of(table), uint64ToBytes(height))
}

function stateWrites(writes: StateWrites): readonly ChainWrite[] {
  return [
    ...writes.puts.map(({ key, value }) => ({ key: storedStateKey(key), value })),
    ...writes.deletes.map((key) => ({ key: storedStateKey(key) })),
  ]
}

function blockWrites(height: number, hash: Hash, parts: EncodedParts): readonly ChainWrite[] {
  const value = uint64ToBytes(height)
  return [
    { key: heightKey(TABLE.block, height), value: joinStoredBlock(parts) },
    { key: heightKey(TABLE.summary, height), value: joinBlockSummary(parts) },
    { key: prefixed(TABLE.heightOfHash, hexToBytes(hash)), value },
    ...parts.included.map((id) => ({ key: prefixed(TABLE.heightOfTransaction, id), value })),
  ]
}

function encodedParts(record: StoredBlockRecord): EncodedParts {
  const { header, certified, receipts } = record
  return {
    header: headerCodec.encode(header),
    certified: certified && certifiedBlockCodec.encode(certified),
    receipts: receipts.map((receipt) => receiptCodec.encode(receipt)),
    included: includedIn(record).map(hexToBytes),
  }
}

function headWrite(height: number, hash: Hash): ChainWrite {
  return { key: HEAD_KEY, value: storedHeadCodec.encode({ height: asHeight(height), hash }) }
}

/** Ids of the transactions that were executed in a block: what its receipts are of, but for that of the block itself. */
export function includedIn({ receipts }: StoredBlockRecord): readonly Hash[] {
  return receipts.flatMap(({ txId }) => (txId === BLOCK_RECEIPT_ID ? [] : [txId]))
}

/** All that the store keeps of a block whose record is `record`, but the state: for one that is put back in its place. */
export function recordWrites(record: StoredBlockRecord): readonly ChainWrite[] {
  return blockWrites(record.header.height, headerHash(record.header), encodedParts(record))
}

/** Where a chain begins and ends whose head has the record `record`. */
export function boundsWrites({ header }: StoredBlockRecord, earliest: number): readonly ChainWrite[] {
  const begins = earliest === 0 ? [] : [{ key: EARLIEST_KEY, value: uint64ToBytes(earliest) }]
  return [...begins, headWrite(header.height, headerHash(header))]
}

/** True for a record that a block of a peer can stand for: all but the state, and where the chain ends. */
export function isReplaceable(key: Uint8Array): boolean {
  return key[0] === TABLE.block || key[0] === TABLE.summary
}

/** Where the store keeps a block, and the summary of it. */
export function storedBlockKeys(height: number): { readonly block: Uint8Array; readonly summary: Uint8Array } {
  return { block: heightKey(TABLE.block, height), summary: heightKey(TABLE.summary, height) }
}

/** The batch that begins a chain. */
export function genesisWrites(header: Header, hash: Hash, writes: StateWrites): readonly ChainWrite[] {
  return [...stateWrites(writes), ...blockWrites(0, hash, encodedParts({ header, receipts: [] })), headWrite(0, hash)]
}

/** The batch of a final block. Batches of several blocks, in order, may be joined. */
export function finalWrites({ block, transactions, certificate, writes }: FinalBlock): readonly ChainWrite[] {
  const { header, hash, body, encoded } = block
  const certified = certifiedBlockCodec.encode({ body, transactions: transactions.map(({ bytes }) => bytes), certificate })
  return [
    ...stateWrites(writes),
    ...blockWrites(header.height, hash, { ...encoded, certified }),
    // It leads to its epoch as the end of the one before would, and pruning looks for those by their headers.
    ...(isRecovery(certificate) ? [epochEndWrite({ header, certificate })] : []),
    headWrite(header.height, hash),
  ]
}

/** Summaries of a chain that begins above genesis, any part of them. */
export function restoredSummaries(summaries: readonly BlockSummary[]): readonly ChainWrite[] {
  return summaries.flatMap((summary) => {
    const { header, included } = summary
    const height = uint64ToBytes(header.height)
    return [
      { key: heightKey(TABLE.summary, header.height), value: blockSummaryCodec.encode(summary) },
      { key: prefixed(TABLE.heightOfHash, hexToBytes(headerHash(header))), value: height },
      ...included.map((id) => ({ key: prefixed(TABLE.heightOfTransaction, hexToBytes(id)), value: height })),
    ]
  })
}

/** A block of such a chain, as it was stored. */
export function restoredBlock(height: number, record: Uint8Array): ChainWrite {
  return { key: heightKey(TABLE.block, height), value: record }
}

/** The last batch of such a chain: until it is written there is none. */
export function restoredHead(header: Header, hash: Hash, earliest: number, epochEnds: readonly StoredEpochEnd[]): readonly ChainWrite[] {
  return [
    ...epochEnds.map(epochEndWrite),
    { key: EARLIEST_KEY, value: uint64ToBytes(earliest) },
    { key: HEAD_KEY, value: storedHeadCodec.encode({ height: header.height, hash }) },
  ]
}

function epochEndWrite(end: StoredEpochEnd): ChainWrite {
  return { key: heightKey(TABLE.epochEnd, end.header.height), value: storedEpochEndCodec.encode(end) }
}

/**
 * Deletes the blocks of these heights, `from` being the earliest that is held and `to` the earliest afterwards. The last header of each
 * epoch is kept with its certificate: they lead from genesis to the head.
 */
export function pruneWrites(reader: ChainReader, from: number, to: number): readonly ChainWrite[] {
  const writes: ChainWrite[] = []
  for (let height = from; height < to; height++) {
    const summary = reader.summary(height)
    if (summary === undefined) continue
    const { header, included } = summary
    if (header.validatorSetHash !== header.nextValidatorSetHash) {
      const end = reader.epochEnd(height)
      assert(end !== undefined, `the last block of epoch ${header.epoch} has no certificate`)
      writes.push(epochEndWrite(end))
    }
    writes.push(
      { key: heightKey(TABLE.block, height) },
      { key: heightKey(TABLE.summary, height) },
      { key: prefixed(TABLE.heightOfHash, hexToBytes(headerHash(header))) },
      ...included.map((id) => ({ key: prefixed(TABLE.heightOfTransaction, hexToBytes(id)) })),
    )
  }
  return [...writes, { key: EARLIEST_KEY, value: uint64ToBytes(to) }]
}

/** Where the records of blocks lie in the store, for who gives the disk back what was deleted. */
export const BLOCKS_RANGE = { from: Uint8Array.of(TABLE.block), to: Uint8Array.of(TABLE.epochEnd) }

/** Where the ends of epochs lie that outlive their blocks. */
export const EPOCH_ENDS_RANGE = { from: Uint8Array.of(TABLE.epochEnd), to: Uint8Array.of(TABLE.epochEnd + 1) }

/** Our own records, under the store's checksums: one that does not decode is a defect, not an input. */
function decoded<T>(result: Result<T>): T {
  assert(result.ok, 'a stored record does not decode')
  return result.value
}

/** Big endian, as `uint64ToBytes` writes it. */
export function numberIn(bytes: Uint8Array): number {
  let value = 0
  for (const byte of bytes) value = value * 256 + byte
  return value
}

function readNumber(bytes: Uint8Array | undefined): number | undefined {
  return bytes === undefined ? undefined : numberIn(bytes)
}

/** Reads the chain that the batches above wrote. */
export class ChainReader {
  readonly #source: StateSource
  /** The state's own table. */
  readonly state: StateSource

  constructor(source: StateSource) {
    this.#source = source
    this.state = { get: (key) => source.get(storedStateKey(key)) }
  }

  /** Undefined for a store without a chain. */
  head(): StoredHead | undefined {
    const bytes = this.#source.get(HEAD_KEY)
    return bytes === undefined ? undefined : decoded(storedHeadCodec.decode(bytes))
  }

  /** The lowest height whose block is held; those below were pruned, or never came. */
  earliest(): number {
    return readNumber(this.#source.get(EARLIEST_KEY)) ?? 0
  }

  /** A header that leads from one epoch to the next, by its height. Never pruned. */
  epochEnd(height: number): StoredEpochEnd | undefined {
    const bytes = this.#source.get(heightKey(TABLE.epochEnd, height))
    if (bytes !== undefined) return decoded(storedEpochEndCodec.decode(bytes))
    const record = this.record(height)
    return record?.certified === undefined ? undefined : { header: record.header, certificate: record.certified.certificate }
  }

  /** As it is stored: `storedBlockCodec` reads it. */
  recordBytes(height: number): Uint8Array | undefined {
    return this.#source.get(heightKey(TABLE.block, height))
  }

  record(height: number): StoredBlockRecord | undefined {
    const bytes = this.recordBytes(height)
    return bytes === undefined ? undefined : decoded(storedBlockCodec.decode(bytes))
  }

  summary(height: number): BlockSummary | undefined {
    const bytes = this.#source.get(heightKey(TABLE.summary, height))
    return bytes === undefined ? undefined : decoded(blockSummaryCodec.decode(bytes))
  }

  heightOfHash(hash: Hash): number | undefined {
    return readNumber(this.#source.get(prefixed(TABLE.heightOfHash, hexToBytes(hash))))
  }

  heightOfTransaction(id: Hash): number | undefined {
    return readNumber(this.#source.get(prefixed(TABLE.heightOfTransaction, hexToBytes(id))))
  }

  /**
   * Blocks for a peer that syncs, as `certifiedBlockCodec` wrote them: from `from` upwards, the first always, further ones within `bytesMax`.
   * Empty when there are none.
   */
  certifiedFrom(from: number, limit: number, bytesMax: number): readonly Uint8Array[] {
    const found: Uint8Array[] = []
    let bytes = 0
    for (let height = from; found.length < limit; height++) {
      const stored = this.recordBytes(height)
      bytes += stored?.length ?? 0
      if (stored === undefined || (found.length > 0 && bytes > bytesMax)) break
      const certified = decoded(certifiedBytes(stored))
      if (certified === undefined) break
      found.push(certified)
    }
    return found
  }
}
