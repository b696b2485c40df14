import { assert } from '@hanse/primitives'
import { amountOf, type Fields, messagesOf, numberOf, textOf } from './record.ts'

/** What has come to an account, or gone from it. Accounts are named `currency account`; what a party has reserved `currency reserved party`. */
export type Moves = readonly (readonly [account: string, amount: bigint])[]

/**
 * What a payment has moved since its instruction, by its record alone. Up to ACCP nothing, and after RJCT nothing any more. PDNG: the
 * payer's leg waits in the payment's vault. ACSP: both legs do. From ACSC on the provider has the payer's leg and the creditor agent the
 * provider's, whatever comes then; and what was returned has gone back.
 */
export function movedByPayment(payment: Fields): Moves {
  const status = textOf(payment, 10)
  const [uetr, payer, payee, currency, settlementCurrency] = [1, 2, 3, 4, 8].map((number) => textOf(payment, number)) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const [exchange] = messagesOf(payment, 12)
  const provider = exchange === undefined ? undefined : textOf(exchange, 1)
  const exchanged = amountOf(payment, 5) - (textOf(payment, 7) === 'CRED' ? amountOf(payment, 6) : 0n)
  const settled = amountOf(payment, 13)
  const vault = `vault:payments:${uetr}`
  const waits = (owner: string, code: string, amount: bigint): Moves => [
    [`${code} ${owner}`, -amount],
    [`${code} ${vault}`, amount],
    [`${code} reserved ${owner}`, amount],
  ]
  const goes = (from: string, to: string, code: string, amount: bigint): Moves => [
    [`${code} ${from}`, -amount],
    [`${code} ${to}`, amount],
  ]
  switch (status) {
    case 'PDNG':
      return waits(payer, currency, exchanged)
    case 'ACSP':
      return [...waits(payer, currency, exchanged), ...(provider === undefined ? [] : waits(provider, settlementCurrency, settled))]
    case 'ACSC':
    case 'ACCC': {
      const [returned] = messagesOf(payment, 24)
      return [
        ...goes(payer, provider ?? payee, currency, exchanged),
        ...(provider === undefined ? [] : goes(provider, payee, settlementCurrency, settled)),
        ...(returned === undefined ? [] : goes(payee, payer, settlementCurrency, amountOf(returned, 2))),
      ]
    }
    default:
      return []
  }
}

/** What waits for the holder's answer to the best bid of an auction, by the auction's record alone. */
export function movedByAuction(auction: Fields, currency: string, certNo: string): Moves {
  const escrow = amountOf(auction, 6)
  if (escrow === 0n) return []
  const best = messagesOf(auction, 4)[numberOf(auction, 5)]
  assert(best !== undefined, `money waits for the auction of ${certNo}, and no bid is the best`)
  return [
    [`${currency} ${textOf(best, 1)}`, -escrow],
    [`${currency} vault:receivables:bid:${certNo}`, escrow],
  ]
}

/** A certificate, as far as claims and money go. */
export interface Certificate {
  readonly rootNo: string
  readonly holder: string
  readonly outstanding: bigint
  readonly status: string
  /** Each sale to a bank, in their order. */
  readonly sales: readonly { readonly bank: string; readonly seller: string; readonly discount: bigint; readonly paid: bigint }[]
}

export function certificateOf(record: Fields): Certificate {
  return {
    rootNo: textOf(record, 2),
    holder: textOf(record, 5),
    outstanding: amountOf(record, 8),
    status: textOf(record, 9),
    sales: [...messagesOf(record, 18), ...messagesOf(record, 13)].map((sale) => ({
      bank: textOf(sale, 1),
      seller: textOf(sale, 2),
      discount: amountOf(sale, 5),
      paid: amountOf(sale, 6),
    })),
  }
}

/** Nothing is owed on these any more: they are records of what was. */
const ENDED: readonly string[] = ['SPLIT', 'SETTLED', 'WRITTEN_OFF', 'CANCELLED']

export function owedOn(certificate: Certificate | undefined): bigint {
  return certificate === undefined || ENDED.includes(certificate.status) ? 0n : certificate.outstanding
}

/**
 * What one block has moved for a certificate: who sold it has the price, the bank the claim; who held it as it was redeemed, what was paid
 * on it. `isRedeemed`: somebody paid the issue in this block.
 */
export function movedByCertificate(before: Certificate, after: Certificate, currency: string, isRedeemed: boolean): Moves {
  const moves: (readonly [string, bigint])[] = []
  for (const { bank, seller, paid } of after.sales.slice(before.sales.length)) {
    moves.push([`${currency} ${bank}`, -paid], [`${currency} ${seller}`, paid])
  }
  const isPaid = isRedeemed && (after.status === 'SETTLED' || !ENDED.includes(after.status))
  const paid = isPaid ? before.outstanding - (after.status === 'SETTLED' ? 0n : after.outstanding) : 0n
  if (paid !== 0n) moves.push([`${currency} ${after.holder}`, paid])
  return moves
}
