import { loadPartyMap, readPacs008, toInitiate } from '@hanse/documents'
import { test } from 'tap'
import { edit } from '../sample.ts'
import { FOSHAN, foshan, valueIn } from './sample.ts'

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
const HASH = `0x${'ab'.repeat(32)}`

test('the payment of the story becomes the params of payments.initiate', (t) => {
  t.same(valueIn(toInitiate(foshan(), MAP, HASH)), {
    params: {
      uetr: '6f2a1c9e-3b7d-4e58-9a40-5d1b8c72e093',
      debtorAgent: 'bank-a',
      creditorAgent: 'bank-vn',
      currency: 'CNY',
      instructedAmount: '350000.00',
      chargeBearer: 'DEBT',
      settlementCurrency: 'VND',
      settlementDate: '2026-04-17',
      details: {
        messageId: 'DEMA-20260417-0001',
        instructionId: 'DEMA-0417-77',
        endToEndId: 'FSLC-GV-2026-0417',
        transactionId: 'DEMA-0417-77-1',
        debtor: {
          name: 'Foshan Lecong Furniture Import Co., Ltd.',
          partyId: 'lecong',
          street: 'Foshan Avenue South 88',
          postCode: '528315',
          town: 'Foshan',
          country: 'CN',
          account: '44060100000012345678',
        },
        creditor: {
          name: 'Công ty TNHH Bình Dương Gỗ Việt',
          lei: '300300DEMVNGOVT00743',
          partyId: 'go-viet',
          street: 'Đại lộ Bình Dương 417',
          town: 'Thủ Dầu Một',
          country: 'VN',
          account: '0071000743417',
        },
        purpose: 'GDDS',
        regulatoryReporting: 'DEBT CN 121010 General trade, furniture',
        remittance: 'CINV GV-2026-0417 2026-04-02',
        documentHash: HASH,
      },
    },
    expected: { exchangeRate: '3520', settledAmount: '1232000000' },
  })
  t.end()
})

test('without an instructed amount what is settled is instructed', (t) => {
  const domestic = FOSHAN.replace(/<InstdAmt.*\/InstdAmt>/, '').replace(/<XchgRate>.*<\/XchgRate>/, '')
  t.match(valueIn(toInitiate(valueIn(readPacs008(domestic)), MAP)), {
    params: { currency: 'VND', instructedAmount: '1232000000', settlementCurrency: 'VND' },
    expected: { settledAmount: '1232000000', exchangeRate: undefined },
  })
  t.end()
})

test('what is not understood, who is not known, and what would be cut is refused', (t) => {
  const rows: readonly (readonly [from: string, to: string, error: object])[] = [
    ['<ChrgBr>', '<SttlmPrty>HIGH</SttlmPrty><ChrgBr>', { code: 'iso20022/unread-element', path: /SttlmPrty$/, message: /ISO 20022 CH17/ }],
    [
      '<CdtrAgt><FinInstnId><BICFI>DEMVVNV0XXX',
      '<CdtrAgt><FinInstnId><BICFI>DEMVVNV0001',
      { code: 'documents/unmapped-party', path: 'transaction.creditorAgent', hint: /"scheme":"bic","value":"DEMVVNV0001"/ },
    ],
    [
      '<CdtrAgt><FinInstnId><BICFI>DEMVVNV0XXX</BICFI>',
      '<CdtrAgt><FinInstnId><Nm>Demo Bank</Nm>',
      { code: 'documents/unmapped-party', message: /no BIC and no LEI/ },
    ],
    ['<Purp><Cd>GDDS</Cd></Purp>', '', { code: 'iso20022/missing-element', path: 'transaction.purpose', message: /ISO 20022 CH21/ }],
    [
      '</Strd></RmtInf>',
      `${`<AddtlRmtInf>x</AddtlRmtInf></Strd><Strd><RfrdDocInf><Nb>${'n'.repeat(35)}</Nb></RfrdDocInf>`.repeat(4)}</Strd></RmtInf>`,
      { code: 'iso20022/bad-value', path: 'transaction.structuredRemittance' },
    ],
  ]
  const compact = FOSHAN.replaceAll(/>\s+</g, '><')
  for (const [from, to, error] of rows) {
    t.match(toInitiate(valueIn(readPacs008(edit(compact, from, to))), MAP), { ok: false, error }, to.slice(0, 60))
  }
  t.end()
})
