import { amount, choice, message } from '@hanse/protocol'
import { defineCommand } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { currency, partyId } from '../../fields.ts'
import { requireOperator, requireParty } from '../../organizations/api.ts'
import { issuerOf, requirePaymentEyes, reserve } from '../../settlement/api.ts'
import { DIRECTIONS, max35 } from '../codecs.ts'
import { refuse } from '../rejections.ts'
import { emit, tokenRequests } from '../store.ts'
import { tokensToRedeem } from '../tokens.ts'

/** Domain §2, issue and redeem: only a bank of the issuer's own country asks. What is to be redeemed is set aside at once. */
export const requestTokens = defineCommand({
  summary: 'Domestic bank: asks the issuer for tokens, or to redeem some that it sets aside',
  params: message(hanse.payments.v1.RequestTokens, {
    bank: partyId(),
    requestId: max35,
    currency: currency(),
    direction: choice(...DIRECTIONS),
    amount: amount(),
  }),
  execute(context, state, { bank, requestId, currency: code, direction, amount: asked }) {
    const sender = requireOperator(context, state, { partyId: bank, role: 'bank' })
    if (!sender.ok) return sender.error
    const issuerId = issuerOf(state, code)
    if (issuerId === undefined) return refuse('payments/unknown-currency', `this chain has no ${code}`, 'currency')
    const issuer = requireParty(state, issuerId)
    if (!issuer.ok) return issuer.error
    if (sender.value.country !== issuer.value.country) {
      const message = `${bank} is of ${sender.value.country}, ${issuerId} issues ${code} in ${issuer.value.country}`
      return refuse('payments/not-domestic', message, 'bank')
    }
    if (asked === 0n) return refuse('payments/amount-not-positive', `a request for nothing of ${code}`, 'amount')
    if (tokenRequests.has(state, [bank, requestId])) return refuse('payments/request-exists', `${requestId} of ${bank}`, 'requestId')
    const terms = { bank, requestId, currency: code, direction, amount: asked }
    const request = { ...terms, status: 'REQUESTED' as const, requestedAtMs: context.timeMs }
    if (direction === 'REDEEM') {
      const unpaid =
        requirePaymentEyes(context, state, { from: bank, currency: code, amount: asked }) ?? reserve(context, state, tokensToRedeem(request))
      if (unpaid !== undefined) return unpaid
    }
    tokenRequests.put(state, [bank, requestId], request)
    emit(state, 'tokensRequested', terms)
    return undefined
  },
})
