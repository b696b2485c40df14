import type { Rejection } from '@hanse/primitives'
import { bool, type FieldValue, hash, message, optional } from '@hanse/protocol'
import { defineCommand, type StateWriter, type TransactionContext } from '@hanse/state'
import { hanse } from '../../../generated/payments.js'
import { partyId, reference } from '../../fields.ts'
import { requireActiveParty } from '../../organizations/api.ts'
import { createTokens, destroyReserved, requireIssuer, unreserve } from '../../settlement/api.ts'
import { max35, type TokenRequest } from '../codecs.ts'
import { refuse } from '../rejections.ts'
import { emit, tokenRequests } from '../store.ts'
import { tokensToRedeem } from '../tokens.ts'

const params = message(hanse.payments.v1.AnswerTokens, {
  bank: partyId(),
  requestId: max35,
  accept: bool(),
  reserveHash: optional(hash()),
  reason: optional(reference()),
})
type Answer = FieldValue<typeof params>

function accept(context: TransactionContext, state: StateWriter, request: TokenRequest, { reserveHash }: Answer): Rejection | undefined {
  const { bank, requestId, currency, amount, direction } = request
  if (direction === 'REDEEM') {
    destroyReserved(context, state, tokensToRedeem(request))
    return undefined
  }
  if (reserveHash === undefined) return refuse('payments/no-reserve', `${requestId} of ${bank}`, 'reserveHash')
  const payee = requireActiveParty(state, bank, context.timeMs, { path: 'bank' })
  if (!payee.ok) return payee.error
  return createTokens(context, state, { currency, to: bank, amount, reference: `request ${requestId}`, reserveHash })
}

/** Domain §2, issue and redeem: the issuer does what a bank asked for, against the attestation of its reserve, or says why not. */
export const answerTokens = defineCommand({
  summary: 'Issuer, four-eyes: issues or redeems what a domestic bank asked for, or refuses',
  params,
  execute(context, state, answer) {
    const { bank, requestId, reason, reserveHash } = answer
    const request = tokenRequests.get(state, [bank, requestId])
    if (request === undefined) return refuse('payments/unknown-request', `${bank} made no request ${requestId}`, 'requestId')
    const issued = requireIssuer(context, state, request.currency)
    if (!issued.ok) return issued.error
    if (request.status !== 'REQUESTED') return refuse('payments/request-answered', `${requestId} is ${request.status}`, 'requestId')
    if (answer.accept) {
      const fault = accept(context, state, request, answer)
      if (fault !== undefined) return fault
    } else {
      if (reason === undefined) return refuse('payments/reason-missing', `the refusal of ${requestId} has no reason`, 'reason')
      if (request.direction === 'REDEEM') unreserve(state, tokensToRedeem(request))
    }
    const said = { ...(reserveHash === undefined ? {} : { reserveHash }), ...(reason === undefined ? {} : { reason }) }
    tokenRequests.put(state, [bank, requestId], { ...request, ...said, status: answer.accept ? 'DONE' : 'REFUSED' })
    emit(state, 'tokensAnswered', { accepted: answer.accept, bank, requestId, ...said })
    return undefined
  },
})
