import { createHash } from 'node:crypto'
import { createPrng, type Prng } from '@hanse/primitives'
import {
  encodeSnapshotManifest,
  parseSnapshotManifest,
  SNAPSHOT_CHUNK_BYTES_MAX,
  SNAPSHOT_RECORDS_PER_CHUNK_MAX,
  type SnapshotManifest,
  snapshotChunkCodec,
} from '@hanse/protocol'
import { test } from 'tap'
import { ChunkPlan } from '../src/snapshot/chunk-plan.ts'
import { checkChunk, type EncodedChunk, encodeChunks, type PlacedRecord, rootOfChunks } from '../src/snapshot/chunks.ts'
import { RestoredState } from '../src/snapshot/restored-state.ts'
import { pageKey, type StateRecord } from '../src/store/layout.ts'
import { encodePage } from '../src/store/page-codec.ts'
import { createStateHasher } from '../src/tree/hasher.ts'
import { byKeyHash } from '../src/tree/leaves.ts'
import { Page } from '../src/tree/page.ts'
import { stateRootOf } from '../src/tree/root-of.ts'
import { updateTree } from '../src/tree/update-tree.ts'

const HEIGHT = 77
const MUTATIONS = 2_000

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

function stateOf(prng: Prng, count: number, valueBytesMax: number): readonly StateRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    key: new TextEncoder().encode(`module\0${index}`),
    value: new Uint8Array(prng.below(valueBytesMax + 1)).fill(index),
  }))
}

function placed({ key, value }: StateRecord): PlacedRecord {
  return { key, value, keyHash: sha256(key) }
}

/** As a node makes them. */
function chunksOf(records: readonly StateRecord[]): readonly EncodedChunk[] {
  const plan = new ChunkPlan()
  for (const record of records) plan.add(record, sha256(record.key))
  const prefixes = plan.close()
  const parts = prefixes.map((): PlacedRecord[] => [])
  for (const record of records.map(placed)) parts[plan.chunkOf(record.keyHash)]?.push(record)
  return prefixes.flatMap((prefix, index) => [...encodeChunks(prefix, parts[index] ?? [], sha256)])
}

const STATES: readonly (readonly [what: string, count: number, valueBytesMax: number])[] = [
  ['nothing', 0, 0],
  ['one record', 1, 10],
  ['a few', 40, 200],
  ['many small ones', 40_000, 8],
  ['large values', 300, 64 * 1024],
]

for (const [what, count, valueBytesMax] of STATES) {
  test(`a state of ${what} as chunks: whole, bounded, each checked by itself`, (t) => {
    const records = stateOf(createPrng(count + 1), count, valueBytesMax)
    const chunks = chunksOf(records)
    const entries = chunks.map(({ entry }) => entry)
    t.same(rootOfChunks(entries, sha256), { ok: true, value: stateRootOf(records, sha256) })
    const read: PlacedRecord[] = []
    for (const { entry, bytes } of chunks) {
      t.ok(bytes.length <= SNAPSHOT_CHUNK_BYTES_MAX && entry.records <= SNAPSHOT_RECORDS_PER_CHUNK_MAX)
      const checked = checkChunk(entry, bytes, sha256)
      if (!checked.ok) return t.fail(checked.error.message)
      read.push(...checked.value)
    }
    t.equal(read.length, count)
    t.same(read, [...records.map(placed)].sort(byKeyHash), 'in order of key hash')
    t.same(new Set(samePages(read)), new Set(expectedPages(records)), 'and the tree of them is the one that blocks would have made')
    t.end()
  })
}

function text({ key, value }: StateRecord): string {
  return `${Buffer.from(key).toString('hex')} ${Buffer.from(value).toString('hex')}`
}

function samePages(records: readonly PlacedRecord[]): readonly string[] {
  const state = new RestoredState(HEIGHT, sha256)
  for (const record of records) state.add(record)
  return [...state.finish()].slice(0, -1).map(text)
}

function expectedPages(records: readonly StateRecord[]): readonly string[] {
  const hasher = createStateHasher(sha256)
  const changes = records.map(({ key, value }) => ({ keyHash: sha256(key), valueHash: sha256(value) })).sort(byKeyHash)
  const nothing = {
    page: (): never => {
      throw new Error('there are no pages')
    },
  }
  const { written, root } = updateTree(nothing, Page.empty(HEIGHT), changes, HEIGHT, hasher)
  const pages = written.size === 0 ? [['', { page: root }] as const] : [...written]
  return pages.map(([path, { page }]) => text({ key: pageKey({ version: HEIGHT, path }), value: encodePage(page) }))
}

test('chunks that overlap, leave a gap, or stand in another order are no state', (t) => {
  const entries = chunksOf(stateOf(createPrng(3), 200, 64 * 1024)).map(({ entry }) => entry)
  t.ok(entries.length > 2)
  const [first, second, ...rest] = entries
  if (first === undefined || second === undefined) return t.fail('too few')
  for (const [what, others] of Object.entries({
    none: [],
    'without the first': [second, ...rest],
    'without the last': entries.slice(0, -1),
    'the first twice': [first, ...entries],
    'the first two the other way round': [second, first, ...rest],
    'the whole as well': [{ ...first, prefix: '' }, ...entries],
  })) {
    t.match(rootOfChunks(others, sha256), { ok: false, error: { code: 'snapshot/bad-chunks' } }, what)
  }
  t.end()
})

function mutated(prng: Prng, bytes: Uint8Array): Uint8Array {
  const at = prng.below(bytes.length)
  const kind = prng.below(5)
  if (kind === 0) return bytes.map((byte, index) => (index === at ? byte ^ (1 << prng.below(8)) : byte))
  if (kind === 1) return bytes.slice(0, at)
  if (kind === 2) return Uint8Array.from([...bytes.slice(0, at), prng.below(256), ...bytes.slice(at)])
  if (kind === 3) return Uint8Array.from([...bytes, ...bytes.slice(at)])
  return Uint8Array.from({ length: prng.below(200) }, () => prng.below(256))
}

test('whatever is done to the bytes of a chunk: refused by name, and never thrown', (t) => {
  const prng = createPrng(11)
  const [{ entry, bytes } = { entry: undefined, bytes: new Uint8Array(0) }] = chunksOf(stateOf(prng, 30, 40))
  if (entry === undefined) return t.fail('no chunk')
  const codes = new Set<string>()
  for (let round = 0; round < MUTATIONS; round++) {
    const changed = mutated(prng, bytes)
    if (Buffer.compare(changed, bytes) === 0) continue
    // Whoever changes the chunk changes what the manifest says of its size, too.
    const checked = checkChunk({ ...entry, sizeBytes: changed.length }, changed, sha256)
    codes.add(checked.ok ? 'taken' : checked.error.code)
  }
  t.same([...codes], ['snapshot/bad-chunk'])
  const twice = snapshotChunkCodec.encode({
    records: [
      { key: Uint8Array.of(1), value: bytes.slice(0, 1) },
      { key: Uint8Array.of(1), value: bytes.slice(1, 2) },
    ],
  })
  t.match(checkChunk({ prefix: '', root: entry.root, records: 2, sizeBytes: twice.length }, twice, sha256), {
    ok: false,
    error: { message: /out of order/ },
  })
  t.end()
})

test('whatever is done to the bytes of a manifest: refused by name, and never thrown', (t) => {
  const prng = createPrng(12)
  const chunks = chunksOf(stateOf(prng, 4, 8)).map(({ entry }) => entry)
  const hash = `0x${'11'.repeat(32)}` as SnapshotManifest['genesisHash']
  const header = Object.fromEntries([
    ...['version', 'epoch', 'height', 'timeMs', 'proposer'].map((name) => [name, 1] as const),
    ...['genesisHash', 'parent', 'txRoot', 'receiptsRoot', 'stateRoot', 'validatorSetHash'].map((name) => [name, hash] as const),
    ...['nextValidatorSetHash', 'paramsHash', 'evidenceRoot'].map((name) => [name, hash] as const),
  ]) as unknown as SnapshotManifest['header']
  const certificate = {
    epoch: 1,
    view: 0,
    height: 1,
    digest: hash,
    headerHash: hash,
    signatures: [{ signer: 0, signature: `0x${'22'.repeat(64)}` }],
  }
  const manifest = {
    format: 1,
    chainId: 1,
    genesisHash: hash,
    header,
    certificate,
    epochs: [],
    chunks,
    headers: [{ count: 1, sizeBytes: 1 }],
    blocks: [{ sizeBytes: 1 }],
  }
  const bytes = encodeSnapshotManifest(manifest as unknown as SnapshotManifest)
  t.ok(parseSnapshotManifest(bytes).ok)
  const codes = new Set<string>()
  for (let round = 0; round < MUTATIONS; round++) {
    const parsed = parseSnapshotManifest(mutated(prng, bytes))
    codes.add(parsed.ok ? 'another manifest' : parsed.error.code)
  }
  codes.delete('another manifest')
  codes.delete('snapshot/format')
  t.same([...codes], ['snapshot/malformed'])
  t.end()
})
