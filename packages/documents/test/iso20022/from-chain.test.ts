import {
  type ChainPayment,
  chainPaymentToPacs002,
  chainPaymentToPacs008,
  loadPartyMap,
  readPacs002,
  readPacs008,
  toInitiate,
  writePacs002,
  writePacs008,
} from '@hanse/documents'
import fc from 'fast-check'
import { test } from 'tap'
import { foshan, valueIn } from './sample.ts'

const MAP = valueIn(
  loadPartyMap({
    parties: [
      { match: { scheme: 'bic', value: 'DEMACNB0' }, partyId: 'bank-a' },
      { match: { scheme: 'bic', value: 'DEMVVNV0XXX' }, partyId: 'bank-vn' },
      { match: { scheme: '0199', value: '300300DEMVNGOVT00743' }, partyId: 'go-viet' },
      { match: { scheme: 'legal', value: '91440606MADEM5005J' }, partyId: 'lecong' },
    ],
  }),
)
const START_MS = Date.UTC(2026, 3, 17, 2, 15)

/** The payment of the story as the chain has it once it is settled. */
function chainPayment(): ChainPayment {
  const { params } = valueIn(toInitiate(foshan(), MAP))
  return {
    payment: {
      uetr: params.uetr,
      messageType: 'pacs.008',
      currency: 'CNY',
      instructed: '35000000',
      charges: '0',
      chargeBearer: 'DEBT',
      settlementCurrency: 'VND',
      settlementDate: params.settlementDate,
      status: 'ACSC',
      history: ['RCVD', 'ACTC', 'ACCP', 'ACSP', 'ACSC'].map((status, index) => ({ status, atMs: START_MS + index * 1_000 })),
      exchange: { rate: '3520' },
      settled: '1232000000',
      settledAtMs: START_MS + 4_000,
    },
    details: params.details,
    debtorAgent: { name: 'Bank A', bic: 'DEMACNB0' },
    creditorAgent: { name: 'Bank VN', bic: 'DEMVVNV0' },
    debtor: { name: 'Foshan Lecong', uscc: '91440606MADEM5005J' },
    creditor: { name: 'Go Viet', lei: '300300DEMVNGOVT00743' },
  }
}

function initiateOf(chain: ChainPayment): object {
  const xml = valueIn(writePacs008(valueIn(chainPaymentToPacs008(chain))))
  return valueIn(toInitiate(valueIn(readPacs008(xml)), MAP)).params
}

test('from the file to the chain and back: the same params, and the same message but for what the chain does not keep', (t) => {
  const { params, expected } = valueIn(toInitiate(foshan(), MAP))
  t.same(initiateOf(chainPayment()), params)
  const again = valueIn(readPacs008(valueIn(writePacs008(valueIn(chainPaymentToPacs008(chainPayment()))))))
  t.same(again.unread, [])
  t.same(valueIn(toInitiate(again, MAP)).expected, expected, 'rate and settled amount too')
  t.match(again.message.header, {
    settlementMethod: 'CLRG',
    proprietaryClearingSystem: 'HANSE',
    creationDateTime: '2026-04-17T02:15:00.000Z',
  })
  t.match(again.message.transaction, {
    regulatoryReporting: [{ indicator: 'DEBT', authorityCountry: 'CN', details: [{ code: '121010' }] }],
    unstructuredRemittance: ['CINV GV-2026-0417 2026-04-02'],
  })
  t.end()
})

test('charges go there and back; in one currency with CRED the instructed amount is told beside the settled one', (t) => {
  const chain = chainPayment()
  const { exchange: _, ...plain } = chain.payment
  const payment = { ...plain, charges: '10000', chargeBearer: 'CRED', settlementCurrency: 'CNY', settled: '34990000' } as const
  t.match(initiateOf({ ...chain, payment }), {
    instructedAmount: '350000.00',
    charges: '100.00',
    chargeBearer: 'CRED',
    settlementCurrency: 'CNY',
  })
  const same = { ...payment, charges: '0', chargeBearer: 'SHAR', settled: '35000000' } as const
  const { transaction } = valueIn(chainPaymentToPacs008({ ...chain, payment: same }))
  t.notOk('instructedAmount' in transaction)
  t.end()
})

test('a charge of another bank, in another currency, or a second one is not taken', (t) => {
  const { message } = foshan()
  const { debtorAgent, creditorAgent } = message.transaction
  const charge = { amount: { currency: 'CNY', amount: '100' }, agent: debtorAgent }
  const rows = [[{ ...charge, agent: creditorAgent }], [{ ...charge, amount: { currency: 'VND', amount: '100' } }], [charge, charge]]
  for (const charges of rows) {
    const plan = toInitiate({ version: 'x', unread: [], message: { ...message, transaction: { ...message.transaction, charges } } }, MAP)
    t.match(plan, { ok: false, error: { code: 'iso20022/not-admissible', path: 'transaction.charges' } })
  }
  t.end()
})

test('whatever texts the chain keeps, they come back', (t) => {
  const coded = fc.constantFrom('DEBT', 'CRED', 'CN', 'AA', 'ZZ', '121010', '0')
  const word = fc.oneof({ weight: 3, arbitrary: fc.stringMatching(/^[a-zA-Zỗ0-9.,-]{1,20}$/) }, { weight: 2, arbitrary: coded })
  const texts = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(texts, texts, texts, (street, remittance, regulatoryReporting) => {
      const chain = chainPayment()
      const details = { ...chain.details, debtor: { ...chain.details.debtor, street }, remittance, regulatoryReporting }
      const tooLong = street.length > 70
      if (tooLong) return
      t.match(initiateOf({ ...chain, details }), { details: { debtor: { street }, remittance, regulatoryReporting } })
    }),
    { numRuns: 200 },
  )
  const street = 'Fengxiang Industrial Park, Building 7, Fengxiang Road 118, Lecong Town, Shunde District'
  const chain = chainPayment()
  const long = { ...chain, details: { ...chain.details, debtor: { ...chain.details.debtor, street } } }
  t.match(initiateOf(long), { details: { debtor: { street } } }, 'a long street is lines')
  t.end()
})

test('what is not known, or no pacs.008, is refused', (t) => {
  const chain = chainPayment()
  const { settled: _, exchange: __, ...open } = chain.payment
  t.match(chainPaymentToPacs008({ ...chain, payment: open }), {
    ok: false,
    error: { code: 'iso20022/missing-element', path: 'payment.settled' },
  })
  const between = { ...chain, payment: { ...chain.payment, messageType: 'pacs.009' as const } }
  t.match(chainPaymentToPacs008(between), { ok: false, error: { code: 'iso20022/unsupported-message' } })
  t.match(chainPaymentToPacs002(between), { transaction: { originalGroup: { messageNameId: 'pacs.009.001.08' } } })
  t.end()
})

test('where a payment is: a pacs.002 that reads as it was written', (t) => {
  const chain = chainPayment()
  const settled = chainPaymentToPacs002(chain)
  t.match(settled, {
    header: { messageId: '6f2a1c9e3b7d4e589a405d1b8c72e093-05', instructingAgent: { bicfi: 'DEMVVNV0' } },
    transaction: {
      status: 'ACSC',
      reasons: [],
      acceptanceDateTime: '2026-04-17T02:15:02.000Z',
      effectiveInterbankSettlementDateTime: '2026-04-17T02:15:04.000Z',
    },
  })
  t.same(valueIn(readPacs002(valueIn(writePacs002(settled)))).message, settled)
  const { settledAtMs: _, ...before } = chain.payment
  const steps = [...before.history.slice(0, 2), { status: 'PDNG', atMs: START_MS + 1_000, reason: 'RR04' }]
  const held = { ...before, status: 'PDNG', history: steps, hold: { note: 'held by vietnam version 1' } }
  const report = chainPaymentToPacs002({ ...chain, payment: held })
  t.match(report.transaction, { status: 'PDNG', reasons: [{ code: 'RR04', additionalInformation: ['held by vietnam version 1'] }] })
  t.same(valueIn(readPacs002(valueIn(writePacs002(report)))).message, report)
  t.end()
})
