import { TrustedEpochs, verifyCommitCertificate, verifyTransaction } from '@hanse/crypto'
import { sha256Native, verifySignatureNative } from '@hanse/crypto-native'
import { bytesToHex, err, type Hash, type Hex, hexToBytes, ok, type Result, reject } from '@hanse/primitives'
import {
  type BlockSummary,
  type Chain,
  type CommitCertificate,
  decodeTransaction,
  type Header,
  headerHash,
  merkleRoot,
  parseSnapshotManifest,
  proposalDigest,
  receiptCodec,
  SNAPSHOT_HEADERS_MIN,
  type SnapshotManifest,
  snapshotHeadersCodec,
  storedBlockCodec,
  type ValidatorSet,
  validatorSetHash,
} from '@hanse/protocol'
import { BLOCK_RECEIPT_ID, checkChunk, longestTimeToLiveIn, type PlacedRecord, rootOfChunks } from '@hanse/state'
import { orRefuse, refuse } from './refused.ts'
import { partFile, type SnapshotSource } from './snapshot-source.ts'

/** A manifest that follows from genesis alone: every part can be checked by it. */
export interface CheckedManifest {
  readonly manifest: SnapshotManifest
  readonly headHash: Hash
  readonly epochs: TrustedEpochs
}

function bad(message: string): Result<never> {
  return err(reject('snapshot/bad-manifest', message))
}

function verifyCertificate(chain: Chain, set: ValidatorSet, header: Header, certificate: CommitCertificate): Result<Hash> {
  const hash = headerHash(header)
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  const expected = { epoch: header.epoch, height: header.height, headerHash: hash }
  const verified = verifyCommitCertificate(domain, set, certificate, verifySignatureNative, expected)
  if (verified.ok) return ok(hash)
  return err(reject('snapshot/bad-certificate', `the certificate of height ${header.height} does not verify: ${verified.error.message}`))
}

/** Who signed which heights, from genesis to the snapshot's epoch: the ends that it carries prove themselves. */
function epochsOf(chain: Chain, manifest: SnapshotManifest): Result<TrustedEpochs> {
  const epochs = new TrustedEpochs(chain)
  for (const [epoch, end] of manifest.epochs.entries()) {
    const learned = epochs.extend(end, verifySignatureNative)
    if (learned.ok) continue
    const { code, message } = learned.error
    const ours = code.startsWith('consensus/') ? 'snapshot/bad-certificate' : 'snapshot/bad-manifest'
    return err(reject(ours, `what stands for the end of epoch ${epoch} does not lead to the next: ${message}`))
  }
  return ok(epochs)
}

/**
 * Checks a manifest from genesis: the epochs, the certificate, and that the chunks make up the state of the certified header.
 * `snapshot/wrong-chain`, `snapshot/bad-manifest`, `snapshot/bad-certificate`, and what `parseSnapshotManifest` refuses.
 */
export function checkManifest(chain: Chain, bytes: Uint8Array): Result<CheckedManifest> {
  const parsed = parseSnapshotManifest(bytes)
  if (!parsed.ok) return parsed
  const manifest = parsed.value
  const { header, certificate, chunks, headers, blocks } = manifest
  if (
    manifest.genesisHash !== chain.genesisHash ||
    manifest.chainId !== chain.genesis.chainId ||
    header.genesisHash !== chain.genesisHash
  ) {
    return err(
      reject('snapshot/wrong-chain', `the snapshot is of the chain ${manifest.genesisHash}, the genesis file of ${chain.genesisHash}`, {
        hint: 'Take a snapshot of this chain, or the genesis file of that one.',
      }),
    )
  }
  const epochs = epochsOf(chain, manifest)
  if (!epochs.ok) return epochs
  const signers = epochs.value.signersOf(header)
  if (!signers.ok || header.epoch !== manifest.epochs.length || header.validatorSetHash !== validatorSetHash(signers.value))
    return bad('the header is of an epoch that does not follow from genesis')
  const set = signers.value
  const certified = verifyCertificate(chain, set, header, certificate)
  if (!certified.ok) return certified
  const root = rootOfChunks(chunks, sha256Native)
  if (!root.ok) return bad(root.error.message)
  if (root.value !== header.stateRoot) return bad('the chunks make up another state than that of the certified header')
  const count = headers.reduce((total, file) => total + file.count, 0)
  if (count > header.height + 1 || count < Math.min(SNAPSHOT_HEADERS_MIN, header.height + 1) || blocks.length > header.height)
    return bad('it has more or fewer headers and blocks than a snapshot of this height')
  return ok({ manifest, headHash: certified.value, epochs: epochs.value })
}

export interface ReadingOptions {
  readonly onProgress?: (progress: { readonly what: string; readonly done: number; readonly total: number }) => void
}

/** Reads a snapshot part by part; each is checked before it is given out. @throws Refused */
export class SnapshotReader {
  readonly checked: CheckedManifest
  readonly #chain: Chain
  readonly #source: SnapshotSource
  readonly #options: ReadingOptions
  /** Of the blocks that travel along. */
  readonly #headers = new Map<number, Header>()
  /** What of the state is the runtime's own. */
  readonly #own = new Map<Hex, Uint8Array>()

  private constructor(chain: Chain, source: SnapshotSource, checked: CheckedManifest, options: ReadingOptions) {
    this.#chain = chain
    this.#source = source
    this.checked = checked
    this.#options = options
  }

  static async open(chain: Chain, source: SnapshotSource, options: ReadingOptions = {}): Promise<SnapshotReader> {
    return new SnapshotReader(chain, source, orRefuse(checkManifest(chain, await source.manifest())), options)
  }

  /** All of the state, in order of key hash. `snapshot/bad-chunk`. */
  async *state(): AsyncGenerator<readonly PlacedRecord[]> {
    const { chunks } = this.checked.manifest
    for (const [index, entry] of chunks.entries()) {
      const bytes = await this.#source.part('state', index, entry.sizeBytes)
      const records = checkChunk(entry, bytes, sha256Native)
      if (!records.ok) refuse('snapshot/bad-chunk', `${partFile('state', index)}: ${records.error.message}`, OTHER_SNAPSHOT)
      else {
        for (const { key, value } of records.value) if (key[0] === UNDERSCORE) this.#own.set(bytesToHex(key), value)
        yield records.value
      }
      this.#progress('state chunks', index + 1, chunks.length)
    }
  }

  /**
   * Headers with the ids executed, downwards from the snapshot's: all in which an id may stand that could come again, under any parameters
   * that the chain has had. After `state`. `snapshot/bad-headers`.
   */
  async *summaries(): AsyncGenerator<readonly BlockSummary[]> {
    const { manifest, headHash } = this.checked
    let expected = { height: manifest.header.height as number, hash: headHash }
    let lowest: Header = manifest.header
    for (const [index, { count, sizeBytes }] of manifest.headers.entries()) {
      const name = partFile('headers', index)
      const decoded = snapshotHeadersCodec.decode(await this.#source.part('headers', index, sizeBytes))
      if (!decoded.ok) return refuse('snapshot/bad-headers', `${name}: ${decoded.error.message}`, OTHER_SNAPSHOT)
      const { blocks } = decoded.value
      if (blocks.length !== count)
        return refuse('snapshot/bad-headers', `${name} has ${blocks.length} headers, not ${count}`, OTHER_SNAPSHOT)
      for (const { header, included } of blocks) {
        if (header.height !== expected.height || headerHash(header) !== expected.hash)
          return refuse('snapshot/bad-headers', `${name}: header ${header.height} is not the parent of the one above it`, OTHER_SNAPSHOT)
        if (merkleRoot(included.map((id) => hexToBytes(id))) !== header.txRoot)
          return refuse('snapshot/bad-headers', `${name}: the ids of block ${header.height} are not those of its header`, OTHER_SNAPSHOT)
        if (header.height > manifest.header.height - manifest.blocks.length) this.#headers.set(header.height, header)
        expected = { height: header.height - 1, hash: header.parent }
        lowest = header
      }
      yield blocks
      this.#progress('headers', index + 1, manifest.headers.length)
    }
    const timeToLiveMs = longestTimeToLiveIn((key) => this.#own.get(bytesToHex(key)), this.#chain.genesis)
    if (lowest.height > 0 && lowest.timeMs + timeToLiveMs > manifest.header.timeMs)
      refuse('snapshot/bad-headers', 'the headers do not go back as far as a transaction can live', OTHER_SNAPSHOT)
  }

  /** The last blocks, downwards, as they are stored. After `summaries`. `snapshot/bad-block`. */
  async *blocks(): AsyncGenerator<{ readonly height: number; readonly record: Uint8Array }> {
    const { header, blocks } = this.checked.manifest
    for (const [index, { sizeBytes }] of blocks.entries()) {
      const record = await this.#source.part('block', index, sizeBytes)
      const height = header.height - index
      const fault = this.#blockFault(record, this.#headers.get(height))
      if (fault !== undefined) refuse('snapshot/bad-block', `${partFile('block', index)}: ${fault}`, OTHER_SNAPSHOT)
      yield { height, record }
      this.#progress('blocks', index + 1, blocks.length)
    }
  }

  /** Others will be given this block, so its certificate and every signature must hold. */
  #blockFault(record: Uint8Array, header: Header | undefined): string | undefined {
    const decoded = storedBlockCodec.decode(record)
    if (!decoded.ok) return decoded.error.message
    const { certified, receipts } = decoded.value
    if (header === undefined || headerHash(decoded.value.header) !== headerHash(header)) return 'it is not the block of its header'
    if (certified === undefined) return 'it has no certificate'
    const { body, transactions, certificate } = certified
    const set = this.checked.epochs.setOf(header.epoch)
    if (set === undefined || certificate.digest !== proposalDigest(body) || body.height !== header.height)
      return 'its body is another block’s'
    const verified = verifyCertificate(this.#chain, set, header, certificate)
    if (!verified.ok) return verified.error.message
    if (merkleRoot(receipts.map((receipt) => receiptCodec.encode(receipt))) !== header.receiptsRoot)
      return 'its receipts are not its header’s'
    return transactionsFault(body.ids, transactions) ?? includedFault(body.ids, receipts, header)
  }

  #progress(what: string, done: number, total: number): void {
    this.#options.onProgress?.({ what, done, total })
  }
}

/** What the runtime keeps for itself stands under names that no module can have. */
const UNDERSCORE = 0x5f
const OTHER_SNAPSHOT = 'The snapshot was changed or damaged since it was made: copy it again, or take one of another member.'

function transactionsFault(ids: readonly Hash[], transactions: readonly Uint8Array[]): string | undefined {
  if (ids.length !== transactions.length) return 'its transactions are not those of its body'
  for (const [index, raw] of transactions.entries()) {
    const transaction = decodeTransaction(raw)
    if (!transaction.ok || transaction.value.id !== ids[index]) return `transaction ${index} is not the one of its body`
    const verified = verifyTransaction(transaction.value, verifySignatureNative)
    if (!verified.ok) return `transaction ${index} does not verify: ${verified.error.message}`
  }
  return undefined
}

/** Receipts name the transactions that were executed; one more may be the block's own. */
function includedFault(ids: readonly Hash[], receipts: readonly { readonly txId: Hash }[], { txRoot }: Header): string | undefined {
  const included = receipts.map(({ txId }) => txId).filter((txId) => txId !== BLOCK_RECEIPT_ID)
  const known = new Set(ids)
  if (included.some((id) => !known.has(id))) return 'it has receipts of transactions that it lacks'
  return merkleRoot(included.map((id) => hexToBytes(id))) === txRoot
    ? undefined
    : 'its receipts are of other transactions than its header’s'
}

/** What a snapshot is, once every part of it was checked. */
export interface VerifiedSnapshot {
  readonly height: number
  readonly hash: Hash
  readonly epoch: number
  readonly timeMs: number
  readonly stateRoot: Hash
  readonly records: number
  readonly chunks: number
  readonly headers: number
  readonly blocks: number
  readonly sizeBytes: number
}

/** Reads all of it, and keeps nothing. @throws Refused */
export async function verifySnapshot(chain: Chain, source: SnapshotSource, options: ReadingOptions = {}): Promise<VerifiedSnapshot> {
  const reader = await SnapshotReader.open(chain, source, options)
  for await (const _records of reader.state());
  for await (const _summaries of reader.summaries());
  for await (const _block of reader.blocks());
  return describeSnapshot(reader.checked)
}

export function describeSnapshot({ manifest, headHash }: CheckedManifest): VerifiedSnapshot {
  const { header, chunks, headers, blocks } = manifest
  return {
    height: header.height,
    hash: headHash,
    epoch: header.epoch,
    timeMs: header.timeMs,
    stateRoot: header.stateRoot,
    records: chunks.reduce((total, { records }) => total + records, 0),
    chunks: chunks.length,
    headers: headers.reduce((total, { count }) => total + count, 0),
    blocks: blocks.length,
    sizeBytes: [...chunks, ...headers, ...blocks].reduce((total, { sizeBytes }) => total + sizeBytes, 0),
  }
}
