import { object } from '@hanse/protocol'
import { defineRecord } from '@hanse/state'
import { partyId } from '../fields.ts'
import { complianceCodec, detailsCodec, max35, paramsCodec, paymentCodec, tokenRequestCodec, uetr } from './codecs.ts'
import { compliances, details, PARAMS_KEY, paramsTable, payments, tokenRequests } from './store.ts'

const key = object({ uetr })

export const records = {
  payment: defineRecord({
    summary: 'A payment: its terms, status and history',
    key,
    value: paymentCodec,
    keyOf: (named) => payments.keyOf(named.uetr),
  }),
  details: defineRecord({
    summary: 'Debtor, creditor, purpose and references of a payment',
    key,
    value: detailsCodec,
    keyOf: (named) => details.keyOf(named.uetr),
  }),
  compliance: defineRecord({
    summary: 'Both screenings of a payment with list versions and every proof of absence',
    key,
    value: complianceCodec,
    keyOf: (named) => compliances.keyOf(named.uetr),
  }),
  parameters: defineRecord({
    summary: 'The chain’s parameters for payments: times, and the lists to screen against',
    key: object({}),
    value: paramsCodec,
    keyOf: () => paramsTable.keyOf(PARAMS_KEY),
  }),
  tokenRequest: defineRecord({
    summary: 'What a bank asked the issuer of a currency for, and the answer',
    key: object({ bank: partyId(), requestId: max35 }),
    value: tokenRequestCodec,
    keyOf: (named) => tokenRequests.keyOf([named.bank, named.requestId]),
  }),
}
