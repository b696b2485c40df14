import { equalBytes, type Prng } from '@hanse/primitives'
import { decodeRecord, encodeRecord, nextChain, recordsBytes } from './log-record.ts'

/** A disk writes sectors: what follows in the last one it wrote may be anything. */
const SECTOR_BYTES = 512
const SALT = new Uint8Array(16)
const FIRST_CHAIN = new Uint8Array(32)

export interface TornWrite {
  /** Records that are whole. */
  readonly kept: number
  /** The write ended within a record. */
  readonly isTorn: boolean
}

/** What is left of these records when power goes while they are written: as the log would find it, by the bytes. */
export function tearWrite(records: readonly Uint8Array[], prng: Prng): TornWrite {
  if (prng.chance(1, 3)) return { kept: prng.below(records.length + 1), isTorn: false }
  const file = Buffer.alloc(recordsBytes(records) + SECTOR_BYTES)
  let chain: Uint8Array = FIRST_CHAIN
  const ends = [0]
  for (const [position, bytes] of records.entries()) {
    chain = nextChain(chain, bytes)
    ends.push(encodeRecord(file, ends.at(-1) ?? 0, { position, bytes, writeIndex: position, chain }, SALT))
  }
  const cut = prng.below((ends.at(-1) ?? 0) + 1)
  const sectorEnd = Math.ceil(cut / SECTOR_BYTES) * SECTOR_BYTES
  file.set(prng.chance(1, 2) ? prng.bytes(sectorEnd - cut) : new Uint8Array(sectorEnd - cut), cut)
  return { kept: wholeRecords(file.subarray(0, prng.chance(1, 3) ? cut : sectorEnd)), isTorn: !ends.includes(cut) }
}

function wholeRecords(file: Buffer): number {
  let [kept, offset] = [0, 0]
  for (let chain: Uint8Array = FIRST_CHAIN; ; kept++) {
    const found = decodeRecord(file, offset, SALT)
    if (found === undefined || found.record.position !== kept) return kept
    chain = nextChain(chain, found.record.bytes)
    if (!equalBytes(chain, found.record.chain)) return kept
    offset = found.endOffset
  }
}
