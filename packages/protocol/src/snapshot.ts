import { err, type Result, reject } from '@hanse/primitives'
import { hanse } from '../generated/wire.js'
import { commitCertificateCodec, headerCodec } from './block.ts'
import { canonicalJsonBytes, parseCanonicalJson } from './jcs.ts'
import { STATE_KEY_BYTES_MAX, STATE_VALUE_BYTES_MAX } from './limits.ts'
import { epochEndCodec } from './proof.ts'
import { type Field, type FieldValue, parseField } from './schema/field.ts'
import { list, message, object } from './schema/message.ts'
import { bytes, hash, text, uint } from './schema/scalars.ts'
import { blockSummaryCodec } from './stored-block.ts'

/** What this release writes and reads. */
export const SNAPSHOT_FORMAT = 1
/** An encoded chunk of the state, and a file of headers. */
export const SNAPSHOT_CHUNK_BYTES_MAX = 1024 * 1024
export const SNAPSHOT_RECORDS_PER_CHUNK_MAX = 16_384
export const SNAPSHOT_CHUNKS_MAX = 65_536
/** The last blocks that travel along, whole; as many as a start reads whole. */
export const SNAPSHOT_BLOCKS_MAX = 8
/** A stored block, with its receipts. */
export const SNAPSHOT_BLOCK_BYTES_MAX = 32 * 1024 * 1024
export const SNAPSHOT_HEADERS_PER_FILE_MAX = 1_024
export const SNAPSHOT_HEADER_FILES_MAX = 65_536
/** Headers that travel along at least, down to genesis: as many as a start follows. */
export const SNAPSHOT_HEADERS_MIN = 256
export const SNAPSHOT_EPOCHS_MAX = 65_536
export const SNAPSHOT_MANIFEST_BYTES_MAX = 128 * 1024 * 1024
/** Bits of a key hash. */
const PREFIX_BITS_MAX = 256

export const snapshotChunkCodec = message(
  hanse.v1.SnapshotChunk,
  {
    records: list(
      message(hanse.v1.SnapshotRecord, { key: bytes({ min: 1, max: STATE_KEY_BYTES_MAX }), value: bytes({ max: STATE_VALUE_BYTES_MAX }) }),
      { max: SNAPSHOT_RECORDS_PER_CHUNK_MAX },
    ),
  },
  { fieldsMax: 3 * SNAPSHOT_RECORDS_PER_CHUNK_MAX },
)
/** All of the state below one node of its tree, in order of key hash. */
export type SnapshotChunk = FieldValue<typeof snapshotChunkCodec>

export const snapshotHeadersCodec = message(
  hanse.v1.SnapshotHeaders,
  { blocks: list(blockSummaryCodec, { min: 1, max: SNAPSHOT_HEADERS_PER_FILE_MAX }) },
  { fieldsMax: 65_536 },
)
/** One height after the other, downwards. */
export type SnapshotHeaders = FieldValue<typeof snapshotHeadersCodec>

export const snapshotManifestField = object({
  format: uint({ min: SNAPSHOT_FORMAT, max: SNAPSHOT_FORMAT }),
  chainId: uint({ min: 1 }),
  genesisHash: hash(),
  header: headerCodec,
  certificate: commitCertificateCodec,
  /** Of every epoch that ended below this height, or at it, from epoch 0 on. */
  epochs: list(epochEndCodec, { max: SNAPSHOT_EPOCHS_MAX }),
  /** The state, from the lowest key hash to the highest. `prefix` names a node of the tree in binary digits, `root` is its hash. */
  chunks: list(
    object({
      prefix: text({ min: 0, max: PREFIX_BITS_MAX, pattern: /^[01]*$/, words: 'binary digits' }),
      root: hash(),
      records: uint({ max: SNAPSHOT_RECORDS_PER_CHUNK_MAX }),
      sizeBytes: uint({ max: SNAPSHOT_CHUNK_BYTES_MAX }),
    }),
    { min: 1, max: SNAPSHOT_CHUNKS_MAX },
  ),
  /** From this height downwards. */
  headers: list(
    object({ count: uint({ min: 1, max: SNAPSHOT_HEADERS_PER_FILE_MAX }), sizeBytes: uint({ min: 1, max: SNAPSHOT_CHUNK_BYTES_MAX }) }),
    {
      min: 1,
      max: SNAPSHOT_HEADER_FILES_MAX,
    },
  ),
  /** From this height downwards. */
  blocks: list(object({ sizeBytes: uint({ min: 1, max: SNAPSHOT_BLOCK_BYTES_MAX }) }), { min: 1, max: SNAPSHOT_BLOCKS_MAX }),
})
/** What a snapshot says of itself. Its file is RFC 8785 JSON. */
export type SnapshotManifest = FieldValue<typeof snapshotManifestField>
export type SnapshotChunkEntry = SnapshotManifest['chunks'][number]

/** The bytes of the manifest's file. */
export function encodeSnapshotManifest(manifest: SnapshotManifest): Uint8Array {
  const encoded = canonicalJsonBytes(snapshotManifestField.toJson(manifest))
  if (!encoded.ok) throw new TypeError(encoded.error.message)
  return encoded.value
}

/** Form alone. `snapshot/malformed`, `snapshot/format`. */
export function parseSnapshotManifest(source: Uint8Array): Result<SnapshotManifest> {
  if (source.length > SNAPSHOT_MANIFEST_BYTES_MAX) {
    return err(reject('snapshot/malformed', `a manifest has at most ${SNAPSHOT_MANIFEST_BYTES_MAX} bytes, this one ${source.length}`))
  }
  const json = parseCanonicalJson(source)
  if (!json.ok) return err(reject('snapshot/malformed', `the manifest is not as it was written: ${json.error.message}`))
  const format = (json.value as { readonly format?: unknown } | null)?.format
  if (typeof format === 'number' && format !== SNAPSHOT_FORMAT) {
    return err(reject('snapshot/format', `the snapshot has format ${format}, this release reads ${SNAPSHOT_FORMAT}`))
  }
  const parsed = parseField(snapshotManifestField as Field<SnapshotManifest>, json.value)
  if (parsed.ok) return parsed
  const { message: why, path } = parsed.error
  return err(reject('snapshot/malformed', `the manifest does not say what one says: ${path === undefined ? '' : `${path}: `}${why}`))
}
