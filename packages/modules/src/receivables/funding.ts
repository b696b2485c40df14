import type { Rejection } from '@hanse/primitives'
import type { StateReader, StateWriter, TransactionContext } from '@hanse/state'
import { formatAmount } from '../money.ts'
import { requireActiveParty } from '../organizations/api.ts'
import { countFlow } from '../supervision/api.ts'
import { type Claim, moveCertificate, newHolder } from './certificate-store.ts'
import { markInvoicesFinanced } from './invoice-links.ts'
import { type Quote, quoteOf } from './quote.ts'
import { refuse } from './rejections.ts'
import { relatedFault } from './related-parties.ts'
import { screeningFault } from './screening.ts'
import { emit, paramsOf } from './store.ts'

/** Invariant 10 holds for banks too: neither the debtor, nor an earlier holder, nor one of their groups gets the claim. Nor one that may be listed. */
export function buyerFault(
  context: TransactionContext,
  state: StateReader,
  { certificate, root }: Claim,
  bank: string,
): Rejection | undefined {
  if (bank === root.issuer) return refuse('receivables/transfer-to-core', `${bank} issued ${certificate.rootNo}`, 'bank')
  if (certificate.holders.includes(bank)) {
    return refuse('receivables/circular-transfer', `${bank} held ${certificate.certNo} before`, 'bank')
  }
  return relatedFault(state, bank, [root.issuer, ...certificate.holders], 'bank') ?? screeningFault(context, state, bank, 'bank')
}

/** Who sells is active, and screened, at the moment of the sale. */
export function sellerFault(context: TransactionContext, state: StateReader, { certificate }: Claim): Rejection | undefined {
  const holder = requireActiveParty(state, certificate.holder, context.timeMs, { path: 'certNo' })
  return holder.ok ? screeningFault(context, state, certificate.holder, 'certNo') : holder.error
}

/** What a rate comes to now; something is left to pay. */
export function positiveQuote(state: StateReader, claim: Claim, annualRatePpm: number, timeMs: number): Quote | Rejection {
  const { certificate, root } = claim
  const quote = quoteOf(paramsOf(state), root, certificate.outstanding, annualRatePpm, timeMs)
  if (quote.paid > 0n) return quote
  const [off, all] = [quote.discount, certificate.outstanding].map((value) => formatAmount(value, root.currency))
  return refuse('receivables/discount-too-large', `a discount of ${off} on ${all}`, 'annualRatePpm')
}

/** The claim goes to the bank that has paid for it in this very call (invariant 6). */
export function handOver(
  context: TransactionContext,
  state: StateWriter,
  { certificate, root }: Claim,
  sale: { readonly bank: string; readonly annualRatePpm: number; readonly recourse: boolean; readonly quote: Quote },
): void {
  const { certNo, holder: seller, rootNo } = certificate
  const earlier = certificate.financing === undefined ? [] : [...certificate.earlier, certificate.financing]
  const { bank, annualRatePpm, recourse } = sale
  const { discount, paid, days, date } = sale.quote
  const terms = { bank, seller, annualRatePpm, days, discount, paid }
  const financing = { ...terms, recourse, date }
  const control = newHolder(state, certificate, bank)
  moveCertificate(state, certificate, 'FINANCED', { ...control, financing, earlier, changedAtMs: context.timeMs })
  markInvoicesFinanced(state, rootNo, root)
  countFlow(context, state, 'receivables.financed', { currency: root.currency, amount: paid })
  emit(state, 'financed', { ...terms, certNo, currency: root.currency, recourse })
}
