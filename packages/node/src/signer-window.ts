import type { Hash } from '@hanse/primitives'
import {
  asView,
  type CommitCertificate,
  type Epoch,
  type Header,
  isRecovery,
  primaryOf,
  type StoredBlockRecord,
  type ValidatorIndex,
  WINDOW_MAX,
} from '@hanse/protocol'
import type { SignerStats } from '@hanse/rpc'

/** Heights that are looked back at. */
export const SIGNER_WINDOW_HEIGHTS = 1_000
/** Bytes of transactions in the blocks that a start reads for it. */
const FILL_BYTES_MAX = 16 * 1024 * 1024

interface HeightRecord {
  readonly height: number
  readonly hash: Hash
  readonly view: number
  readonly proposer: number
  readonly signers: Set<number>
}

/**
 * Who signed and who proposed the last final blocks of the epoch. A Commit that is late for its certificate counts, too, once it comes in.
 */
export class SignerWindow {
  #epoch: Epoch
  #validators: number
  /** Ascending, without gaps. */
  #heights: HeightRecord[] = []
  /** The height below them. */
  #base = 0
  /** What validators committed to above the head: at the most one vote each a height. */
  readonly #early = new Map<number, Map<ValidatorIndex, Hash>>()

  constructor(epoch: Epoch, validators: number) {
    this.#epoch = epoch
    this.#validators = validators
  }

  /** Other validators, in other places: their account starts anew. */
  begin(epoch: Epoch, validators: number, head: number): void {
    this.#epoch = epoch
    this.#base = head
    this.#validators = validators
    this.#heights = []
    this.#early.clear()
  }

  /** From the stored blocks up to `head`, newest first, until the window or what a start may read is full. */
  fill(head: number, record: (height: number) => Pick<StoredBlockRecord, 'header' | 'certified'> | undefined): void {
    const found: HeightRecord[] = []
    let bytes = 0
    this.#base = head
    for (let height = head; height > 0 && found.length < SIGNER_WINDOW_HEIGHTS && bytes < FILL_BYTES_MAX; height--) {
      const stored = record(height)
      if (stored?.certified === undefined || stored.header.epoch !== this.#epoch || isRecovery(stored.certified.certificate)) break
      for (const transaction of stored.certified.transactions) bytes += transaction.length
      found.push(recordOf(stored.header, stored.certified.certificate))
    }
    this.#heights.push(...found.reverse())
  }

  finalized(header: Header, certificate: CommitCertificate): void {
    const record = recordOf(header, certificate)
    for (const [signer, hash] of this.#early.get(record.height) ?? []) if (hash === record.hash) record.signers.add(signer)
    for (const height of this.#early.keys()) if (height <= record.height) this.#early.delete(height)
    this.#heights.push(record)
    if (this.#heights.length > SIGNER_WINDOW_HEIGHTS) this.#heights.shift()
  }

  /** A Commit whose signature was verified. */
  committed(epoch: Epoch, signer: ValidatorIndex, height: number, headerHash: Hash): void {
    if (epoch !== this.#epoch) return
    const head = this.#heights.at(-1)?.height ?? this.#base
    if (height <= head) {
      const record = this.#heights[height - (this.#heights[0]?.height ?? 0)]
      if (record?.hash === headerHash) record.signers.add(signer)
    } else if (height <= head + WINDOW_MAX) {
      const votes = this.#early.get(height) ?? new Map<ValidatorIndex, Hash>()
      votes.set(signer, headerHash)
      this.#early.set(height, votes)
    }
  }

  stats(head: number): SignerStats {
    const records = Array.from({ length: this.#validators }, () => ({ signed: 0, lastSignedHeight: 0, proposed: 0, viewsLost: 0 }))
    for (const { height, signers, proposer } of this.#heights) {
      const proposed = records[proposer]
      if (proposed !== undefined) proposed.proposed += 1
      for (const signer of signers) {
        const record = records[signer]
        if (record === undefined) continue
        record.signed += 1
        record.lastSignedHeight = height
      }
    }
    for (const [index, lost] of this.#viewsLost().entries()) {
      const record = records[index]
      if (record !== undefined) record.viewsLost = lost
    }
    const { length } = this.#heights
    return {
      fromHeight: this.#heights[0]?.height ?? head + 1,
      toHeight: this.#heights.at(-1)?.height ?? head,
      windowMax: SIGNER_WINDOW_HEIGHTS,
      validators: records.map(({ lastSignedHeight, ...record }) => ({
        ...record,
        missed: length - record.signed,
        ...(lastSignedHeight === 0 ? {} : { lastSignedHeight }),
      })),
    }
  }

  /** A view that lies between those of two blocks gave no block: its primary lost it. Whole rounds count once for everybody. */
  #viewsLost(): readonly number[] {
    const lost = new Array<number>(this.#validators).fill(0)
    for (const [index, { view }] of this.#heights.entries()) {
      const before = this.#heights[index - 1]?.view ?? view
      const rounds = Math.floor(Math.max(0, view - before) / this.#validators)
      for (const validator of lost.keys()) lost[validator] = (lost[validator] ?? 0) + rounds
      for (let passed = before + rounds * this.#validators; passed < view; passed++) {
        const primary = primaryOf(asView(passed), this.#validators)
        lost[primary] = (lost[primary] ?? 0) + 1
      }
    }
    return lost
  }
}

function recordOf({ height, proposer }: Header, { view, headerHash, signatures }: CommitCertificate): HeightRecord {
  return { height, hash: headerHash, view, proposer, signers: new Set(signatures.map(({ signer }) => signer)) }
}
