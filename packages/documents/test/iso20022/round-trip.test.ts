import { parsePacs002, parsePacs008, readPacs002, readPacs008, toStatusReport, writePacs002, writePacs008 } from '@hanse/documents'
import fc from 'fast-check'
import { test } from 'tap'
import { pacs002, pacs008 } from './arbitraries.ts'
import { canonical } from './canonical.ts'
import { FOSHAN, fixture, foshan, valueIn } from './sample.ts'

test('what is written is read again: pacs.008', (t) => {
  fc.assert(
    fc.property(pacs008, (message) => {
      const xml = valueIn(writePacs008(message))
      t.same(valueIn(readPacs008(xml)), { version: 'pacs.008.001.08', message, unread: [] })
      t.same(valueIn(parsePacs008(JSON.parse(JSON.stringify(message)))), message, 'JSON is another form of it')
    }),
    { numRuns: 200 },
  )
  t.end()
})

test('what is written is read again: pacs.002', (t) => {
  fc.assert(
    fc.property(pacs002, (message) => {
      const xml = valueIn(writePacs002(message))
      t.same(valueIn(readPacs002(xml)), { version: 'pacs.002.001.10', message, unread: [] })
      t.same(valueIn(parsePacs002(JSON.parse(JSON.stringify(message)))), message)
    }),
    { numRuns: 200 },
  )
  t.end()
})

test('what is read is written again, element by element', (t) => {
  for (const xml of [FOSHAN, fixture('pacs008-euro')]) {
    const { message, unread } = valueIn(readPacs008(xml))
    t.same(unread, [])
    t.equal(canonical(valueIn(writePacs008(message))), canonical(xml))
  }
  for (const name of ['pacs002-acsc', 'pacs002-rjct']) {
    const { message, unread } = valueIn(readPacs002(fixture(name)))
    t.same(unread, [])
    t.equal(canonical(valueIn(writePacs002(message))), canonical(fixture(name)))
  }
  t.end()
})

test('the payment of the story says what it should', (t) => {
  const { transaction } = foshan().message
  t.match(transaction, {
    uetr: '6f2a1c9e-3b7d-4e58-9a40-5d1b8c72e093',
    interbankSettlementAmount: { currency: 'VND', amount: '1232000000' },
    instructedAmount: { currency: 'CNY', amount: '35000000' },
    exchangeRate: '3520',
    creditor: { organisation: { lei: '300300DEMVNGOVT00743' }, postalAddress: { townName: 'Thủ Dầu Một', country: 'VN' } },
    creditorAccount: { other: { id: '0071000743417' } },
    structuredRemittance: [{ referredDocuments: [{ typeCode: 'CINV', number: 'GV-2026-0417', relatedDate: '2026-04-02' }] }],
  })
  t.end()
})

test('later versions are read, version 08 is written', (t) => {
  for (const version of ['08', '09', '10', '11', '12', '13']) {
    const read = valueIn(readPacs008(FOSHAN.replace('pacs.008.001.08', `pacs.008.001.${version}`)))
    t.equal(read.version, `pacs.008.001.${version}`)
    t.equal(canonical(valueIn(writePacs008(read.message))), canonical(FOSHAN))
  }
  const prefixed = FOSHAN.replaceAll('<', '<p:')
    .replaceAll('<p:/', '</p:')
    .replaceAll('<p:?', '<?')
    .replaceAll('<p:!', '<!')
    .replace('xmlns=', 'xmlns:p=')
  t.same(valueIn(readPacs008(prefixed)).message, foshan().message, 'prefixes do not count')
  t.end()
})

test('a status report answers its payment, the other way round', (t) => {
  const { message, version } = foshan()
  const answer = { messageId: 'DEMV-1', creationDateTime: '2026-04-17T09:15:33+07:00' }
  const settled = toStatusReport(message, version, { ...answer, status: 'ACSC', reasons: [], settledAt: '2026-04-17T02:15:32Z' })
  t.same(valueIn(readPacs002(valueIn(writePacs002(settled)))).message, settled)
  t.match(settled, {
    header: { instructingAgent: { bicfi: 'DEMVVNV0XXX' }, instructedAgent: { bicfi: 'DEMACNB0XXX' } },
    transaction: {
      originalUetr: message.transaction.uetr,
      originalGroup: { messageId: 'DEMA-20260417-0001', messageNameId: 'pacs.008.001.08' },
    },
  })
  const rejected = toStatusReport(message, version, {
    ...answer,
    status: 'RJCT',
    reasons: [{ code: 'RR04', information: `${'long '.repeat(30)}` }],
  })
  t.match(valueIn(writePacs002(rejected)), /<Cd>RR04<\/Cd>/)
  const unreasoned = writePacs002(toStatusReport(message, version, { ...answer, status: 'RJCT', reasons: [] }))
  t.match(unreasoned, { ok: false, error: { code: 'iso20022/reason-missing', message: /ISO 20022 CH21/, path: 'transaction.reasons' } })
  t.end()
})
