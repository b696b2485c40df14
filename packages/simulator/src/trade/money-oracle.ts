import type { Hash } from '@hanse/primitives'
import type { FinalBlock } from '@hanse/replica'
import type { Transfer } from '../bank-oracle.ts'
import { SIM_CURRENCY } from '../sim-chain.ts'
import { Violation } from '../violation.ts'
import { type Certificate, certificateOf, type Moves, movedByAuction, movedByCertificate, movedByPayment, owedOn } from './money-moved.ts'
import { amountOf, type Fields, readRecord, storedValue, textOf } from './record.ts'

/** All certificates of one issue. */
interface Family {
  readonly issuer: string
  readonly currency: string
  readonly face: bigint
  readonly redeemed: bigint
  readonly writtenOff: bigint
}

/** Records that it reads: those in which money and claims stand. */
const MODULES: readonly string[] = ['settlement', 'payments', 'receivables']
/** Stands between the parts of a key. */
const SEPARATOR = '\0'
const RESERVED = 'reserved '

/**
 * Oracles 20 and 21, on the records that each block writes, read without the modules' own code. 20: money of each currency, with all that
 * waits in vaults, is what was issued of it less what was redeemed; and what is owed on an issue, was paid on it and was written off is its
 * face. 21: each account has moved by what transfers, payments and certificates say, so by both legs of a payment versus payment or of a
 * delivery versus payment, or by neither. The cost is that of what a block has changed.
 */
export class MoneyOracle {
  readonly #transfers: ReadonlyMap<Hash, Transfer>
  readonly #balances = new Map<string, bigint>()
  /** Issued less redeemed, by currency. */
  readonly #supplies = new Map<string, bigint>()
  readonly #payments = new Map<string, Moves>()
  readonly #certificates = new Map<string, Certificate>()
  /** By certificate: what waits for the answer to a bid. */
  readonly #bids = new Map<string, Moves>()
  readonly #families = new Map<string, Family>()
  /** Owed on the live certificates of a family. */
  readonly #owed = new Map<string, bigint>()
  /** Of the block: by account, what its records show less what is explained. */
  readonly #open = new Map<string, bigint>()
  /** … by currency, what accounts have more less what there is more of it. */
  readonly #made = new Map<string, bigint>()
  readonly #changed = new Map<string, Certificate | undefined>()
  readonly #auctions = new Map<string, Fields>()
  readonly #paidBefore = new Map<string, bigint>()
  /** … for a violation: what is said to have moved money. */
  #reasons: string[] = []

  constructor(transfers: ReadonlyMap<Hash, Transfer>) {
    this.#transfers = transfers
  }

  /** A record as it is stored now, under its key with a character a byte; undefined when it is not. */
  onRecord(key: string, stored: Uint8Array | undefined): void {
    const end = key.indexOf(SEPARATOR)
    if (!MODULES.includes(key.slice(0, end))) return
    const value = storedValue(stored)
    const [, table, first = '', second = ''] = key.split(SEPARATOR)
    switch (table) {
      case 'balance':
        return this.#onBalance(first, `${first} ${second}`, value)
      case 'reserved':
        return this.#onBalance(undefined, `${first} ${RESERVED}${second}`, value)
      case 'currency':
        return value === undefined ? undefined : this.#onCurrency(first, value)
      case 'payment':
        return value === undefined ? undefined : this.#onPayment(first, value)
      case 'root':
        return value === undefined ? undefined : this.#onRoot(first, value)
      case 'certificate':
        return value === undefined ? undefined : this.#onCertificate(first, value)
      case 'auction':
        return value === undefined ? undefined : void this.#auctions.set(first, readRecord(value))
    }
  }

  /** The records of genesis, or of a chain that nobody has watched so far, are there: nothing of them has to be explained. */
  onGenesis(): void {
    for (const [currency, made] of this.#made) if (made !== 0n) throw new Violation(20, `at genesis there is ${made} ${currency} too much`)
    this.#forget()
  }

  /** The records of this block are there. */
  onBlock({ header: { height }, included, receipts }: Pick<FinalBlock['block'], 'header' | 'included' | 'receipts'>): void {
    for (const [currency, made] of this.#made)
      if (made !== 0n) throw new Violation(20, `height ${height}: accounts of ${currency} sum to ${made} more than was issued`)
    this.#checkFamilies(height)
    this.#explainBids()
    for (const [place, { id }] of included.entries()) {
      const transfer = this.#transfers.get(id)
      if (transfer === undefined || receipts[place]?.outcome !== 'success') continue
      const { from, to, amount } = transfer
      this.#explain([
        [`${SIM_CURRENCY} ${from}`, -amount],
        [`${SIM_CURRENCY} ${to}`, amount],
      ])
    }
    for (const [account, amount] of this.#open) {
      if (amount === 0n) continue
      const reasons = this.#reasons.length === 0 ? 'nothing but transfers' : this.#reasons.join(', ')
      throw new Violation(21, `height ${height}: ${account} has ${amount} more than is explained by ${reasons}`)
    }
    this.#forget()
  }

  #forget(): void {
    for (const one of [this.#open, this.#made, this.#changed, this.#auctions, this.#paidBefore]) one.clear()
    this.#reasons = []
  }

  #explain(moves: Moves, sign = -1n): void {
    for (const [account, amount] of moves) add(this.#open, account, sign * amount)
  }

  #onBalance(currency: string | undefined, account: string, value: Uint8Array | undefined): void {
    const amount = value === undefined ? 0n : amountOf(readRecord(value), 1)
    const more = amount - (this.#balances.get(account) ?? 0n)
    this.#balances.set(account, amount)
    add(this.#open, account, more)
    if (currency !== undefined) add(this.#made, currency, more)
  }

  #onCurrency(currency: string, value: Uint8Array): void {
    const record = readRecord(value)
    const supply = amountOf(record, 2) - amountOf(record, 3)
    add(this.#made, currency, (this.#supplies.get(currency) ?? 0n) - supply)
    this.#supplies.set(currency, supply)
  }

  #onPayment(uetr: string, value: Uint8Array): void {
    const record = readRecord(value)
    const moved = movedByPayment(record)
    const before = this.#payments.get(uetr) ?? []
    this.#payments.set(uetr, moved)
    if (moved.length + before.length === 0) return
    this.#explain(moved)
    this.#explain(before, 1n)
    this.#reasons.push(`payment ${uetr} (${textOf(record, 10)})`)
  }

  #onRoot(rootNo: string, value: Uint8Array): void {
    const record = readRecord(value)
    const before = this.#families.get(rootNo)
    const family: Family = {
      issuer: textOf(record, 2),
      currency: textOf(record, 5),
      face: amountOf(record, 6),
      redeemed: amountOf(record, 13),
      writtenOff: amountOf(record, 14),
    }
    this.#families.set(rootNo, family)
    this.#paidBefore.set(rootNo, before?.redeemed ?? 0n)
  }

  #onCertificate(certNo: string, value: Uint8Array): void {
    const before = this.#certificates.get(certNo)
    const after = certificateOf(readRecord(value))
    this.#certificates.set(certNo, after)
    if (!this.#changed.has(certNo)) this.#changed.set(certNo, before)
    add(this.#owed, after.rootNo, owedOn(after) - owedOn(before))
  }

  /** Of each issue with a change: its sum, who owes less, who has more, and who holds what. */
  #checkFamilies(height: number): void {
    for (const [rootNo, paidBefore] of this.#paidBefore) {
      const { issuer, currency, redeemed } = this.#familyOf(rootNo)
      this.#explain([[`${currency} ${issuer}`, paidBefore - redeemed]])
      if (redeemed !== paidBefore) this.#reasons.push(`issue ${rootNo} (redeemed ${redeemed - paidBefore})`)
    }
    const roots = new Set(this.#paidBefore.keys())
    for (const [certNo, before] of this.#changed) {
      const after = this.#certificates.get(certNo) as Certificate
      roots.add(after.rootNo)
      if (before === undefined) continue
      const { currency, redeemed } = this.#familyOf(after.rootNo)
      const isRedeemed = redeemed > (this.#paidBefore.get(after.rootNo) ?? redeemed)
      this.#explain(movedByCertificate(before, after, currency, isRedeemed))
      if (after.sales.length > before.sales.length) this.#onSale(height, certNo, after)
    }
    for (const rootNo of roots) this.#checkSum(height, rootNo)
  }

  /** Of each auction that the block has changed: whose money waits now, and whose did. */
  #explainBids(): void {
    for (const [certNo, auction] of this.#auctions) {
      const rootNo = this.#certificates.get(certNo)?.rootNo ?? ''
      const waits = movedByAuction(auction, this.#familyOf(rootNo).currency, certNo)
      const before = this.#bids.get(certNo) ?? []
      this.#bids.set(certNo, waits)
      this.#explain(waits)
      this.#explain(before, 1n)
      if (waits.length + before.length > 0) this.#reasons.push(`auction of ${certNo} (${textOf(auction, 7)})`)
    }
  }

  /** Delivery versus payment: who has paid holds the claim, and price and discount are what is owed on it. */
  #onSale(height: number, certNo: string, { sales, holder, status, outstanding }: Certificate): void {
    const { bank, discount, paid } = sales.at(-1) as Certificate['sales'][number]
    this.#reasons.push(`certificate ${certNo} (${status})`)
    if (holder !== bank || paid + discount !== outstanding)
      throw new Violation(
        21,
        `height ${height}: ${bank} pays ${paid} for ${outstanding} of ${certNo}, less ${discount}, and ${holder} holds it`,
      )
  }

  #checkSum(height: number, rootNo: string): void {
    const { face, redeemed, writtenOff } = this.#familyOf(rootNo)
    const owed = this.#owed.get(rootNo) ?? 0n
    if (owed + redeemed + writtenOff === face) return
    // What nobody accepted is owed by nobody.
    if (this.#certificates.get(rootNo)?.status === 'CANCELLED' && owed + redeemed + writtenOff === 0n) return
    throw new Violation(
      20,
      `height ${height}: on issue ${rootNo} of ${face} there are owed ${owed}, redeemed ${redeemed}, written off ${writtenOff}`,
    )
  }

  #familyOf(rootNo: string): Family {
    const family = this.#families.get(rootNo)
    if (family === undefined) throw new Violation(20, `there are certificates of ${rootNo}, and no such issue`)
    return family
  }
}

function add(sums: Map<string, bigint>, key: string, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount)
}
