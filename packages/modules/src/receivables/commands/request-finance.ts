import type { Rejection } from '@hanse/primitives'
import { bool, type FieldValue, message, optional, uint } from '@hanse/protocol'
import { defineCommand, type StateReader, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/receivables.js'
import { partyId } from '../../fields.ts'
import { requireActiveParty, requireOperator } from '../../organizations/api.ts'
import { dueAtMs, loadClaim, moveCertificate, restingStatus, statusFault } from '../certificate-store.ts'
import { annualRatePpm, certNo } from '../codecs.ts'
import { expiryFault } from '../issue-rules.ts'
import { refuse } from '../rejections.ts'
import { relatedFault } from '../related-parties.ts'
import { auctions, deadlines, emit } from '../store.ts'

const params = message(hanse.receivables.v1.RequestFinance, {
  certNo,
  annualRatePpm,
  bank: optional(partyId()),
  recourse: bool(),
  expiresAtMs: uint(),
  auction: optional(message(hanse.receivables.v1.AuctionTerms, { commitUntilMs: uint(), revealUntilMs: uint() })),
})
type Request = FieldValue<typeof params>

/** A bank that is named can buy; an auction is open to all, and its deadlines follow one another. */
function offerFault(
  { timeMs }: TransactionContext,
  state: StateReader,
  { bank, auction, expiresAtMs }: Request,
  parties: readonly string[],
): Rejection | undefined {
  if (bank !== undefined) {
    const named = requireActiveParty(state, bank, timeMs, { role: 'bank', path: 'bank' })
    if (!named.ok) return named.error
    const related = relatedFault(state, bank, parties, 'bank')
    if (related !== undefined) return related
  }
  if (auction === undefined) return undefined
  if (bank !== undefined) return refuse('receivables/bad-auction', `an auction is for every bank, not for ${bank}`, 'bank')
  const { commitUntilMs, revealUntilMs } = auction
  if (timeMs < commitUntilMs && commitUntilMs < revealUntilMs && revealUntilMs < expiresAtMs) return undefined
  const times = `${timeMs}, bids until ${commitUntilMs}, rates until ${revealUntilMs}, the answer until ${expiresAtMs}`
  return refuse('receivables/bad-auction', `these do not follow one another: ${times}`, 'auction')
}

/** Opens the next auction of the certificate. Each of its deadlines that passes in vain ends it. */
function openAuction(state: StateWriter, number: string, { commitUntilMs, revealUntilMs }: NonNullable<Request['auction']>): number {
  const auctionNo = (auctions.get(state, number)?.auctionNo ?? 0) + 1
  auctions.put(state, number, { auctionNo, commitUntilMs, revealUntilMs, bids: [], escrow: 0n, outcome: 'OPEN' })
  deadlines.schedule(state, commitUntilMs, `bids ${number}`)
  deadlines.schedule(state, revealUntilMs, `rates ${number}`)
  return auctionNo
}

/**
 * Domain §1, requestFinance: the holder offers the claim at a rate, to one bank or to whichever is first, or lets banks bid for it: the rate
 * is then the highest that it takes. A bank that bought the claim can sell it on in the same way.
 */
export const requestFinance = defineCommand({
  summary: 'Holder: offers a certificate for finance at an annual rate, to one bank, to any, or by auction',
  params,
  execute(context, state, given) {
    const { certNo: number, auction, ...terms } = given
    const claim = loadClaim(state, number)
    if (!claim.ok) return claim.error
    const { certificate, root } = claim.value
    const holder = requireOperator(context, state, { partyId: certificate.holder })
    if (!holder.ok) return holder.error
    const fault =
      statusFault(state, claim.value, restingStatus(certificate), context.timeMs) ??
      expiryFault(context, state, terms.expiresAtMs, dueAtMs(state, root), 'expiresAtMs') ??
      offerFault(context, state, given, [root.issuer, ...certificate.holders])
    if (fault !== undefined) return fault
    const auctionNo = auction === undefined ? undefined : openAuction(state, number, auction)
    const request = auctionNo === undefined ? terms : { ...terms, auctionNo }
    moveCertificate(state, certificate, 'QUOTED', { request, changedAtMs: context.timeMs })
    deadlines.schedule(state, terms.expiresAtMs, `request ${number}`)
    emit(state, 'financeRequested', { ...request, ...auction, certNo: number, holder: certificate.holder })
    return undefined
  },
})
