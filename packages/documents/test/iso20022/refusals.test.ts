import { PAYMENT_MESSAGE_REJECTIONS, readPacs002, readPacs008, writePacs008 } from '@hanse/documents'
import { test } from 'tap'
import { DEPTH_MAX, DOCUMENT_SIZE_BYTES_MAX, ELEMENTS_MAX, TEXT_LENGTH_MAX } from '../../src/xml/limits.ts'
import { edit } from '../sample.ts'
import { FOSHAN, fixture, foshan } from './sample.ts'

const TRANSACTION = '/Document/FIToFICstmrCdtTrf/CdtTrfTxInf'
const HEADER = '/Document/FIToFICstmrCdtTrf/GrpHdr'

/** One thing of the message that is wrong, the code, its ISO 20022 code, and the element. */
const ROWS: readonly (readonly [from: string | RegExp, to: string, code: keyof typeof PAYMENT_MESSAGE_REJECTIONS, path: string])[] = [
  ['>1232000000<', '>1232000000.50<', 'iso20022/currency-decimals', `${TRANSACTION}/IntrBkSttlmAmt`],
  ['>1232000000<', '>1232000000.00<', 'iso20022/currency-decimals', `${TRANSACTION}/IntrBkSttlmAmt`],
  ['>350000.00</InstdAmt', '>350000.001</InstdAmt', 'iso20022/currency-decimals', `${TRANSACTION}/InstdAmt`],
  ['>1232000000<', '>1,232,000,000<', 'iso20022/bad-amount', `${TRANSACTION}/IntrBkSttlmAmt`],
  ['>1232000000<', '>-1<', 'iso20022/bad-amount', `${TRANSACTION}/IntrBkSttlmAmt`],
  ['>1232000000<', '>1e9<', 'iso20022/bad-amount', `${TRANSACTION}/IntrBkSttlmAmt`],
  ['>1232000000<', '>1234567890123456789<', 'iso20022/bad-amount', `${TRANSACTION}/IntrBkSttlmAmt`],
  ['>1232000000<', '>0<', 'iso20022/zero-amount', `${TRANSACTION}/IntrBkSttlmAmt`],
  [' Ccy="VND"', '', 'iso20022/missing-element', `${TRANSACTION}/IntrBkSttlmAmt`],
  ['Ccy="VND"', 'Ccy="XYZ"', 'iso20022/unknown-currency', `${TRANSACTION}/IntrBkSttlmAmt`],
  ['<Ccy>CNY<', '<Ccy>RMB<', 'iso20022/unknown-currency', `${TRANSACTION}/DbtrAcct/Ccy`],
  ['>2026-04-17<', '>2026-02-29<', 'iso20022/bad-date', `${TRANSACTION}/IntrBkSttlmDt`],
  ['T10:15:30+08:00', 'T24:15:30+08:00', 'iso20022/bad-date', `${HEADER}/CreDtTm`],
  ['T10:15:30+08:00', '', 'iso20022/bad-date', `${HEADER}/CreDtTm`],
  ['>DEMACNB0XXX<', '>DEMAQQB0XXX<', 'iso20022/bad-bic', `${TRANSACTION}/InstgAgt/FinInstnId/BICFI`],
  ['300300DEMVNGOVT00743', '300300DEMVNGOVT00744', 'iso20022/bad-lei', `${TRANSACTION}/Cdtr/Id/OrgId/LEI`],
  [/<Othr>\s*<Id>0071.*?<\/Othr>/s, '<IBAN>VN120071000743417</IBAN>', 'iso20022/bad-iban', `${TRANSACTION}/CdtrAcct/Id/IBAN`],
  [/<Othr>\s*<Id>0071.*?<\/Othr>/s, '<IBAN>DE89370400440532013001</IBAN>', 'iso20022/bad-iban', `${TRANSACTION}/CdtrAcct/Id/IBAN`],
  [/<Othr>\s*<Id>0071.*?<\/Othr>/s, '<IBAN>DE8937040044053201300</IBAN>', 'iso20022/bad-iban', `${TRANSACTION}/CdtrAcct/Id/IBAN`],
  [/<Othr>\s*<Id>0071.*?<\/Othr>/s, '<IBAN>de89370400440532013000</IBAN>', 'iso20022/bad-iban', `${TRANSACTION}/CdtrAcct/Id/IBAN`],
  [/<Othr>\s*<Id>0071.*?<\/Othr>/s, '', 'iso20022/missing-element', `${TRANSACTION}/CdtrAcct/Id/IBAN`],
  [/<Othr>\s*<Id>0071/s, '<IBAN>DE89370400440532013000</IBAN><Othr><Id>0071', 'iso20022/not-admissible', `${TRANSACTION}/CdtrAcct`],
  ['6f2a1c9e-3b7d-4e58', '6f2a1c9e-3b7d-1e58', 'iso20022/bad-uetr', `${TRANSACTION}/PmtId/UETR`],
  ['6f2a1c9e-3b7d-4e58', '6F2A1C9E-3B7D-4E58', 'iso20022/bad-uetr', `${TRANSACTION}/PmtId/UETR`],
  [/<UETR>.*<\/UETR>/, '', 'iso20022/missing-element', `${TRANSACTION}/PmtId/UETR`],
  ['>FSLC-GV-2026-0417<', `>${'x'.repeat(36)}<`, 'iso20022/bad-value', `${TRANSACTION}/PmtId/EndToEndId`],
  ['>FSLC-GV-2026-0417<', '><', 'iso20022/bad-value', `${TRANSACTION}/PmtId/EndToEndId`],
  ['>DEBT</ChrgBr', '>OUR</ChrgBr', 'iso20022/bad-value', `${TRANSACTION}/ChrgBr`],
  ['>3520<', '>0<', 'iso20022/bad-value', `${TRANSACTION}/XchgRate`],
  ['>3520<', '>3520.00000000001<', 'iso20022/bad-value', `${TRANSACTION}/XchgRate`],
  ['<Ctry>VN<', '<Ctry>XX<', 'iso20022/bad-value', `${TRANSACTION}/Cdtr/PstlAdr/Ctry`],
  ['>GDDS<', '>goods<', 'iso20022/bad-value', `${TRANSACTION}/Purp/Cd`],
  ['<XchgRate>3520</XchgRate>', '', 'iso20022/exchange-rate', `${TRANSACTION}/XchgRate`],
  [/<InstdAmt.*\/InstdAmt>/, '', 'iso20022/exchange-rate', `${TRANSACTION}/XchgRate`],
  ['<IntrBkSttlmDt>2026-04-17</IntrBkSttlmDt>', '', 'iso20022/missing-element', `${TRANSACTION}/IntrBkSttlmDt`],
  ['<SttlmInf>', '<IntrBkSttlmDt>2026-04-17</IntrBkSttlmDt><SttlmInf>', 'iso20022/not-admissible', `${TRANSACTION}/IntrBkSttlmDt`],
  ['<SttlmInf>', '<InstgAgt/><SttlmInf>', 'iso20022/not-admissible', `${HEADER}/SttlmInf`],
  ['<NbOfTxs>1', '<NbOfTxs>2', 'iso20022/bad-value', `${HEADER}/NbOfTxs`],
  [
    '<NbOfTxs>1</NbOfTxs>',
    '<NbOfTxs>1</NbOfTxs><TtlIntrBkSttlmAmt Ccy="VND">5</TtlIntrBkSttlmAmt>',
    'iso20022/bad-amount',
    `${HEADER}/TtlIntrBkSttlmAmt`,
  ],
  [/(<CdtTrfTxInf>.*<\/CdtTrfTxInf>)/s, '$1$1', 'iso20022/not-admissible', `${TRANSACTION}[2]`],
  [/(<ChrgBr>.*<\/ChrgBr>)/s, '$1$1', 'iso20022/not-admissible', `${TRANSACTION}/ChrgBr[2]`],
  [/(<XchgRate>.*<\/XchgRate>)\s*(<ChrgBr>.*<\/ChrgBr>)/s, '$2$1', 'iso20022/not-admissible', `${TRANSACTION}/XchgRate`],
  ['</FIToFICstmrCdtTrf>', '</FIToFICstmrCdtTrf><More/>', 'iso20022/not-admissible', '/Document/More'],
  [/<FIToFICstmrCdtTrf>.*<\/FIToFICstmrCdtTrf>/s, '', 'iso20022/missing-element', '/Document/FIToFICstmrCdtTrf'],
  ['pacs.008.001.08', 'pacs.008.001.02', 'iso20022/unsupported-message', '/Document'],
  ['pacs.008.001.08', 'pacs.009.001.08', 'iso20022/unsupported-message', '/Document'],
]

test('each value that the schema does not allow is refused at its element, with the code of ISO 20022', (t) => {
  for (const [from, to, code, path] of ROWS) {
    const read = readPacs008(edit(FOSHAN, from, to))
    const { iso20022 } = PAYMENT_MESSAGE_REJECTIONS[code]
    t.match(
      read,
      { ok: false, error: { code, path, message: new RegExp(`^(line [0-9]+: )?.*\\(ISO 20022 ${iso20022}\\)$`), hint: /./ } },
      `${from} → ${to}`,
    )
  }
  t.end()
})

test('a decimal of VND is refused in the words of the desk', (t) => {
  const read = readPacs008(edit(FOSHAN, '>1232000000<', '>1232000000.50<'))
  t.match(read, { error: { message: 'line 23: VND has 0 decimals, 1232000000.50 has 2 (ISO 20022 CH20)' } })
  t.end()
})

test('every code is refused with, and no row is idle', (t) => {
  const used = new Set<string>(ROWS.map(([, , code]) => code))
  // The others stand in round-trip.test.ts and to-initiate.test.ts.
  const elsewhere = ['iso20022/reason-missing', 'iso20022/unread-element']
  t.same([...used, ...elsewhere].sort(), Object.keys(PAYMENT_MESSAGE_REJECTIONS).sort())
  t.end()
})

test('what the model does not know is listed, never dropped', (t) => {
  const rows: readonly (readonly [from: string, to: string, path: string])[] = [
    ['<ChrgBr>', '<SttlmPrty>HIGH</SttlmPrty><ChrgBr>', `${TRANSACTION}/SttlmPrty`],
    ['<Purp>', '<InstrForCdtrAgt><InstrInf>Hold</InstrInf></InstrForCdtrAgt><Purp>', `${TRANSACTION}/InstrForCdtrAgt`],
    ['<Cd>GDDS</Cd>', '', `${TRANSACTION}/Purp`],
    ['<ChrgBr>', '<ChrgBr id="1">', `${TRANSACTION}/ChrgBr/@id`],
    ['<Purp>', '<Purp>goods', `${TRANSACTION}/Purp/text()`],
    ['<Purp>', '<x:Purp xmlns:x="urn:other">goods</x:Purp><Purp>', `${TRANSACTION}/{urn:other}Purp`],
  ]
  for (const [from, to, path] of rows) {
    const read = readPacs008(edit(FOSHAN, from, to))
    t.match(read, { ok: true, value: { unread: [{ path }] } }, path)
    t.equal(read.ok && read.value.unread.length, 1)
  }
  t.end()
})

test('pacs.002: a rejection without a reason, an answer to nothing, or to two messages', (t) => {
  const rejected = fixture('pacs002-rjct')
  const group = '<OrgnlGrpInf><OrgnlMsgId>x</OrgnlMsgId><OrgnlMsgNmId>pacs.008.001.08</OrgnlMsgNmId></OrgnlGrpInf>'
  const rows: readonly (readonly [string | RegExp, string, string])[] = [
    [/<StsRsnInf>.*<\/StsRsnInf>/s, '', 'iso20022/reason-missing'],
    ['<Cd>RR04</Cd>', '', 'iso20022/reason-missing'],
    [/<OrgnlGrpInfAndSts>.*<\/OrgnlGrpInfAndSts>/s, '', 'iso20022/missing-element'],
    ['<OrgnlEndToEndId>', `${group}<OrgnlEndToEndId>`, 'iso20022/not-admissible'],
    [/<OrgnlUETR>.*<\/OrgnlUETR>/, '', 'iso20022/missing-element'],
  ]
  for (const [from, to, code] of rows) t.match(readPacs002(edit(rejected, from, to)), { ok: false, error: { code } }, code)
  t.match(readPacs002(FOSHAN), { ok: false, error: { code: 'iso20022/unsupported-message' } })
  t.end()
})

test('what would not be read again is not written', (t) => {
  const { message } = foshan()
  const { transaction } = message
  const rows: readonly (readonly [change: object, code: string, path: string])[] = [
    [{ endToEndId: ' x' }, 'iso20022/bad-value', 'transaction.endToEndId'],
    [{ endToEndId: 'a\u0000' }, 'iso20022/bad-value', 'transaction.endToEndId'],
    [{ endToEndId: '\ud800' }, 'iso20022/bad-value', 'transaction.endToEndId'],
    [{ exchangeRate: '3520.0' }, 'iso20022/bad-value', 'transaction.exchangeRate'],
    [{ interbankSettlementAmount: { currency: 'VND', amount: '1.5' } }, 'iso20022/bad-amount', 'transaction.interbankSettlementAmount'],
    [{ interbankSettlementAmount: { currency: 'VND', amount: '0' } }, 'iso20022/zero-amount', 'transaction.interbankSettlementAmount'],
    [{ interbankSettlementAmount: 5 }, 'iso20022/bad-amount', 'transaction.interbankSettlementAmount'],
    [{ interbankSettlementAmount: { currency: 'VND', amount: '5', x: 1 } }, 'iso20022/bad-value', 'transaction.interbankSettlementAmount'],
    [{ interbankSettlementAmount: { currency: 'X', amount: '5' } }, 'iso20022/unknown-currency', 'transaction.interbankSettlementAmount'],
    [{ unknown: 1 }, 'iso20022/not-admissible', 'transaction.unknown'],
    [{ debtor: undefined }, 'iso20022/missing-element', 'transaction.debtor'],
    [{ debtor: 'x' }, 'iso20022/bad-value', 'transaction.debtor'],
    [{ debtorAccount: {} }, 'iso20022/missing-element', 'transaction.debtorAccount'],
    [{ unstructuredRemittance: 'x' }, 'iso20022/bad-value', 'transaction.unstructuredRemittance'],
    [{ unstructuredRemittance: Array(101).fill('x') }, 'iso20022/not-admissible', 'transaction.unstructuredRemittance'],
    [{ unstructuredRemittance: ['x', 5] }, 'iso20022/bad-value', 'transaction.unstructuredRemittance.1'],
  ]
  for (const [change, code, path] of rows) {
    const written = writePacs008({ ...message, transaction: { ...transaction, ...change } as never })
    t.match(written, { ok: false, error: { code, path } }, `${code} ${path}`)
  }
  t.end()
})

test('truncated, huge, deep and hostile files are refused by the limits of XML', (t) => {
  const bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  const rows: readonly (readonly [text: string | Uint8Array, code: string])[] = [
    [FOSHAN.slice(0, FOSHAN.length / 2), 'documents/malformed-xml'],
    ['', 'documents/malformed-xml'],
    [edit(FOSHAN, '<Document', `${bomb}<Document`), 'documents/forbidden-xml'],
    [edit(FOSHAN, '>GDDS<', '>&b;<'), 'documents/malformed-xml'],
    [edit(FOSHAN, '<Purp>', `${'<x>'.repeat(DEPTH_MAX)}${'</x>'.repeat(DEPTH_MAX)}<Purp>`), 'documents/limit-exceeded'],
    [edit(FOSHAN, '>GDDS<', `>${'G'.repeat(TEXT_LENGTH_MAX + 1)}<`), 'documents/limit-exceeded'],
    [edit(FOSHAN, '<Purp>', `${'<x/>'.repeat(ELEMENTS_MAX)}<Purp>`), 'documents/limit-exceeded'],
    [FOSHAN + ' '.repeat(DOCUMENT_SIZE_BYTES_MAX), 'documents/limit-exceeded'],
    [new Uint8Array([0xff, 0xfe, 0x3c]), 'documents/unsupported-encoding'],
  ]
  for (const [text, code] of rows) t.match(readPacs008(text), { ok: false, error: { code } }, code)
  for (let length = 0; length < FOSHAN.length - 12; length += 97) {
    t.match(
      readPacs008(FOSHAN.slice(0, length)),
      { ok: false, error: { code: 'documents/malformed-xml' } },
      `the first ${length} characters`,
    )
  }
  t.end()
})
