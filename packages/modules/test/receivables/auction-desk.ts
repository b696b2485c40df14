import { bidCommitment } from '@hanse/modules'
import type { Hash } from '@hanse/primitives'
import { bytesToHex } from '@hanse/primitives'
import { address } from '../cast.ts'
import type { Args, Desk } from './desk.ts'

const SECOND_MS = 1_000

/** Distinct for each bank, certificate and auction; a bank of the real world draws it. */
export function saltOf(bank: string, certNo: string, auctionNo: number): Uint8Array {
  const text = `${bank} ${certNo} ${auctionNo}`
  return Uint8Array.from({ length: 32 }, (_, index) => (text.charCodeAt(index % text.length) * (index + 7)) & 0xff)
}

export function genesisHashOf(desk: Desk): Hash {
  return desk.harness.block([]).header.genesisHash
}

interface AuctionTimes {
  readonly commitUntilMs: number
  readonly revealUntilMs: number
  readonly expiresAtMs: number
}

/** One auction on a certificate, as banks and holder see it. */
export class AuctionDesk {
  readonly desk: Desk
  readonly certNo: string
  readonly genesisHash: Hash
  auctionNo = 0
  times: AuctionTimes = { commitUntilMs: 0, revealUntilMs: 0, expiresAtMs: 0 }

  constructor(desk: Desk, certNo: string) {
    this.desk = desk
    this.certNo = certNo
    this.genesisHash = genesisHashOf(desk)
  }

  /** The holder opens it: a minute for bids, a minute for rates, three hours in all. */
  open(holder: string, terms: Args = {}): string {
    const nowMs = this.desk.harness.timeMs
    this.times = {
      commitUntilMs: nowMs + 60 * SECOND_MS,
      revealUntilMs: nowMs + 120 * SECOND_MS,
      expiresAtMs: nowMs + 180 * 60 * SECOND_MS,
    }
    const { expiresAtMs, ...auction } = this.times
    const code = this.desk.send([address(holder)], 'requestFinance', {
      ...{ certNo: this.certNo, annualRatePpm: 60_000, recourse: false, expiresAtMs, auction },
      ...terms,
    })
    if (code === 'success') this.auctionNo += 1
    return code
  }

  commitment(bank: string, annualRatePpm: number): Hash {
    const { certNo, auctionNo, genesisHash } = this
    return bidCommitment({ genesisHash, certNo, auctionNo, bank, annualRatePpm }, saltOf(bank, certNo, auctionNo))
  }

  bid(bank: string, annualRatePpm: number, change: Args = {}): string {
    const json = { certNo: this.certNo, bank, auctionNo: this.auctionNo, commitment: this.commitment(bank, annualRatePpm) }
    return this.desk.send([address(bank)], 'bid', { ...json, ...change })
  }

  reveal(bank: string, annualRatePpm: number, change: Args = {}): string {
    const salt = bytesToHex(saltOf(bank, this.certNo, this.auctionNo))
    return this.desk.send([address(bank)], 'reveal', { certNo: this.certNo, bank, annualRatePpm, salt, ...change })
  }

  accept(holder: string, bank: string, annualRatePpm: number): string {
    return this.desk.send([address(holder)], 'acceptBid', { certNo: this.certNo, bank, annualRatePpm })
  }

  /** To the first block whose time is not before. */
  until(timeMs: number): void {
    if (this.desk.harness.timeMs < timeMs) this.desk.harness.advance(timeMs - this.desk.harness.timeMs)
  }

  toReveal(): void {
    this.until(this.times.commitUntilMs)
  }

  toAccept(): void {
    this.until(this.times.revealUntilMs)
  }

  view(): Args {
    return this.desk.query('auction', { certNo: this.certNo })
  }
}
