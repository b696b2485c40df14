import { bytesToHash, err, type Hash, hexToBytes, ok, type Result, reject, ZERO_HASH } from '@hanse/primitives'
import {
  SNAPSHOT_CHUNK_BYTES_MAX,
  SNAPSHOT_RECORDS_PER_CHUNK_MAX,
  type SnapshotChunk,
  type SnapshotChunkEntry,
  snapshotChunkCodec,
} from '@hanse/protocol'
import type { StateRecord } from '../store/layout.ts'
import { createStateHasher, PAIR_SIZE_BYTES, type Sha256, type StateHasher } from '../tree/hasher.ts'
import { bitOf, byKeyHash, subtreeHash } from '../tree/leaves.ts'

/** What a record takes in a chunk beside its key and its value, at most. */
const RECORD_OVERHEAD_BYTES = 12

/** A record with its place in the tree. */
export interface PlacedRecord extends StateRecord {
  readonly keyHash: Uint8Array
}

/** What a record takes in an encoded chunk, at most. */
export function chunkedBytes({ key, value }: StateRecord): number {
  return key.length + value.length + RECORD_OVERHEAD_BYTES
}

/** Whether so much fits one chunk. One record always does. */
export function fitsChunk(records: number, sizeBytes: number): boolean {
  return records <= SNAPSHOT_RECORDS_PER_CHUNK_MAX && sizeBytes <= SNAPSHOT_CHUNK_BYTES_MAX
}

/** True when the node of this prefix is on the path of the key. */
function isBelow(prefix: string, keyHash: Uint8Array): boolean {
  for (let depth = 0; depth < prefix.length; depth++) if (bitOf(keyHash, depth) !== (prefix[depth] === '1' ? 1 : 0)) return false
  return true
}

export interface EncodedChunk {
  readonly entry: SnapshotChunkEntry
  readonly bytes: Uint8Array
}

/** The records below a node, in any order, as chunks that keep the limits: one where they fit, else those of its children. */
export function* encodeChunks(prefix: string, records: readonly PlacedRecord[], hasher: Sha256 | StateHasher): Generator<EncodedChunk> {
  const sizeBytes = records.reduce((total, record) => total + chunkedBytes(record), 0)
  if (fitsChunk(records.length, sizeBytes)) {
    const sorted = [...records].sort(byKeyHash)
    const bytes = snapshotChunkCodec.encode({ records: sorted.map(({ key, value }) => ({ key, value })) })
    const root = rootBelow(prefix, sorted, createStateHasher(hasher))
    yield { entry: { prefix, root, records: sorted.length, sizeBytes: bytes.length }, bytes }
    return
  }
  const parts: readonly [PlacedRecord[], PlacedRecord[]] = [[], []]
  for (const record of records) parts[bitOf(record.keyHash, prefix.length) as 0 | 1].push(record)
  yield* encodeChunks(`${prefix}0`, parts[0], hasher)
  yield* encodeChunks(`${prefix}1`, parts[1], hasher)
}

/** The node of this prefix over these records, which lie below it in order of key hash. */
function rootBelow(prefix: string, sorted: readonly PlacedRecord[], hasher: StateHasher): Hash {
  const leaves = sorted.map(({ keyHash, value }) => ({ keyHash, valueHash: hasher.sha256(value) }))
  const hash = subtreeHash(hasher, leaves, prefix.length)
  return hash.length === 0 ? ZERO_HASH : bytesToHash(hash)
}

/**
 * The records of a chunk, if they are all that the state has below the node that `entry` names. `snapshot/bad-chunk`: it is not what the
 * certified header stands for.
 */
export function checkChunk(entry: SnapshotChunkEntry, bytes: Uint8Array, given: Sha256 | StateHasher): Result<readonly PlacedRecord[]> {
  const hasher = createStateHasher(given)
  if (bytes.length !== entry.sizeBytes) return badChunk(`it has ${bytes.length} bytes, not ${entry.sizeBytes}`)
  const decoded = snapshotChunkCodec.decode(bytes)
  if (!decoded.ok) return badChunk(decoded.error.message)
  const records = placed(decoded.value, hasher)
  if (records.length !== entry.records) return badChunk(`it has ${records.length} records, not ${entry.records}`)
  for (const [index, record] of records.entries()) {
    const before = records[index - 1]
    if (before !== undefined && byKeyHash(before, record) >= 0) return badChunk(`record ${index} stands out of order`)
    if (!isBelow(entry.prefix, record.keyHash)) return badChunk(`record ${index} belongs to another chunk`)
  }
  if (rootBelow(entry.prefix, records, hasher) !== entry.root) return badChunk('its records are not those of the certified state')
  return ok(records)
}

function placed({ records }: SnapshotChunk, hasher: StateHasher): readonly PlacedRecord[] {
  return records.map(({ key, value }) => ({ key, value, keyHash: hasher.sha256(key) }))
}

function badChunk(why: string): Result<never> {
  return err(reject('snapshot/bad-chunk', why))
}

/**
 * The root of the state that these chunks make up. They must lie side by side and cover the tree: no key has a place in none of them, and
 * none in two. `snapshot/bad-chunks`.
 */
export function rootOfChunks(chunks: readonly Pick<SnapshotChunkEntry, 'prefix' | 'root'>[], given: Sha256 | StateHasher): Result<Hash> {
  const hasher = createStateHasher(given)
  const stack: { prefix: string; hash: Uint8Array }[] = []
  for (const { prefix, root } of chunks) {
    let node = { prefix, hash: hexToBytes(root) }
    for (let left = stack.at(-1); left !== undefined && areSiblings(left.prefix, node.prefix); left = stack.at(-1)) {
      stack.pop()
      const pair = new Uint8Array(PAIR_SIZE_BYTES)
      pair.set(left.hash)
      pair.set(node.hash, PAIR_SIZE_BYTES / 2)
      const hash = new Uint8Array(PAIR_SIZE_BYTES / 2)
      hasher.hashPairs(pair, hash)
      node = { prefix: node.prefix.slice(0, -1), hash }
    }
    stack.push(node)
  }
  const [whole] = stack
  if (stack.length === 1 && whole?.prefix === '') return ok(bytesToHash(whole.hash))
  return err(reject('snapshot/bad-chunks', 'the chunks do not lie side by side from the lowest key hash to the highest'))
}

function areSiblings(left: string, right: string): boolean {
  return left.length === right.length && left.endsWith('0') && right.endsWith('1') && left.slice(0, -1) === right.slice(0, -1)
}
