import { assert } from '@hanse/primitives'
import type { StateWriter } from '@hanse/state'
import { payOwed, vaultOf } from '../settlement/api.ts'
import type { Auction, Certificate } from './codecs.ts'
import { auctions, emit, MODULE_NAME, roots } from './store.ts'

/** The account that keeps the money of the best bid until it is accepted, beaten or void. */
export function bidVaultOf(certNo: string): string {
  return vaultOf(MODULE_NAME, `bid:${certNo}`)
}

/** Pays out of the vault, where the money is: a refusal would be a bug. */
export function payFromVault(state: StateWriter, { certNo, rootNo }: Certificate, to: string, amount: bigint, reference: string): void {
  if (amount === 0n) return
  const { currency } = roots.require(state, rootNo)
  const refusal = payOwed(state, { from: bidVaultOf(certNo), to, currency, amount, reference })
  assert(refusal === undefined, `${reference}: ${refusal?.message}`)
}

/** The best bid’s money goes back to its bank. */
export function refundBest(state: StateWriter, certificate: Certificate, { bids, best, escrow }: Auction): void {
  if (best === undefined) return
  const bid = bids[best]
  assert(bid !== undefined, `the best bid on ${certificate.certNo} is none`)
  payFromVault(state, certificate, bid.bank, escrow, `bid returned ${certificate.certNo}`)
}

/** Ends the auction of a certificate that is offered no longer, for whatever reason. Where it was not awarded the money goes back. */
export function closeAuction(state: StateWriter, certificate: Certificate): void {
  const { certNo, request } = certificate
  if (request?.auctionNo === undefined) return
  const auction = auctions.require(state, certNo)
  if (auction.outcome !== 'OPEN') return
  refundBest(state, certificate, auction)
  auctions.put(state, certNo, { ...auction, escrow: 0n, outcome: 'VOID' })
  emit(state, 'auctionClosed', { auctionNo: auction.auctionNo, certNo, outcome: 'VOID' })
}
