import { createHash } from 'node:crypto'
import { assert, equalBytes, type Hash, type Hex } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  encodeSnapshotManifest,
  parseSnapshotManifest,
  type SnapshotManifest,
  snapshotChunkCodec,
} from '@hanse/protocol'
import { checkChunk, type EncodedChunk, encodeChunks, rootOfChunks } from '../../src/snapshot/chunks.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())
const HASH = `0x${'11'.repeat(32)}` as Hash
const SIGNATURE = `0x${'22'.repeat(64)}` as Hex

/** The state below these nodes of the tree, each with its chunk. */
const chunks: ReadonlyMap<string, EncodedChunk> = new Map(
  ['', '0', '1', '01'].map((prefix) => {
    const records = Array.from({ length: 30 }, (_, index) => ({
      key: Buffer.from(`bank\0balance ${index}`),
      value: Buffer.from(`${index * 7}`),
    }))
      .map((record) => ({ ...record, keyHash: sha256(record.key) }))
      .filter(({ keyHash }) => [...prefix].every((bit, depth) => (((keyHash[0] as number) >> (7 - depth)) & 1) === Number(bit)))
    const [chunk] = encodeChunks(prefix, records, sha256)
    assert(chunk !== undefined, 'it fits one chunk')
    return [`chunk.${prefix}`, chunk]
  }),
)

function manifest(): SnapshotManifest {
  const certificate = {
    epoch: asEpoch(0),
    view: asView(0),
    height: asHeight(7),
    digest: HASH,
    headerHash: HASH,
    signatures: [0, 1, 2].map((signer) => ({ signer: asValidatorIndex(signer), signature: SIGNATURE })),
  }
  const header = {
    version: 1,
    genesisHash: HASH,
    epoch: asEpoch(0),
    height: asHeight(7),
    parent: HASH,
    timeMs: 1,
    proposer: asValidatorIndex(0),
    txRoot: HASH,
    receiptsRoot: HASH,
    stateRoot: HASH,
    validatorSetHash: HASH,
    nextValidatorSetHash: HASH,
    paramsHash: HASH,
    evidenceRoot: HASH,
  }
  const entries = ['chunk.0', 'chunk.1'].map((label) => chunks.get(label)?.entry as EncodedChunk['entry'])
  return {
    format: 1,
    chainId: 1,
    genesisHash: HASH,
    header,
    certificate,
    epochs: [],
    chunks: entries,
    headers: [{ count: 8, sizeBytes: 900 }],
    blocks: [{ sizeBytes: 300 }],
  }
}

function checkManifest(bytes: Uint8Array): string {
  const parsed = parseSnapshotManifest(bytes)
  if (!parsed.ok) return parsed.error.code
  if (!equalBytes(encodeSnapshotManifest(parsed.value), bytes)) throw new Error('taken, and its file is another one')
  const root = rootOfChunks(parsed.value.chunks, sha256)
  return root.ok ? 'accepted whole' : `accepted in form, ${root.error.code}`
}

/** Who lies may name any size and number of records: the root alone is certified. */
function checkBytes({ entry, bytes: honest }: EncodedChunk, bytes: Uint8Array): string {
  const decoded = snapshotChunkCodec.decode(bytes)
  const records = decoded.ok ? decoded.value.records.length : entry.records
  const checked = checkChunk({ ...entry, records, sizeBytes: bytes.length }, bytes, sha256)
  if (!checked.ok) return `${checked.error.code} ${checked.error.message.replace(/\d+/g, 'n')}`.slice(0, 80)
  if (!equalBytes(bytes, honest)) throw new Error('a chunk of another state is taken')
  return 'accepted'
}

export const target = {
  name: 'snapshots',
  promise:
    'a chunk is taken only if it is what the certified state has below its node, byte for byte; a manifest has one file; nothing throws',
  shape: 'protobuf',
  seeds: () => [
    ...[...chunks].map(([label, { bytes }]) => ({ label, bytes })),
    { label: 'manifest', bytes: encodeSnapshotManifest(manifest()) },
  ],
  check: ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): string => {
    const chunk = chunks.get(label)
    return chunk === undefined ? checkManifest(bytes) : checkBytes(chunk, bytes)
  },
}
