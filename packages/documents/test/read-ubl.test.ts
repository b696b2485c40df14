import { readUbl, unreadElements } from '@hanse/documents'
import { test } from 'tap'
import { edit, read, SHUNHE } from './sample.ts'

const CBC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
const INVOICE = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'

test('terms are found by number, with their place', (t) => {
  const { kind, invoice } = read(SHUNHE)
  t.equal(kind, 'invoice')
  t.equal(invoice.text('BT-1'), '25442000000000000017')
  t.equal(invoice.text('BT-31'), 'CN91440605MADEM20025')
  t.equal(invoice.text('BT-130'), 'SET', 'an attribute')
  t.same(
    invoice.terms('BT-131').map(({ text }) => text),
    ['495000.00', '321500.00', '68455.75'],
  )
  t.equal(invoice.groups('BG-25')[1]?.text('BT-153'), 'Injection mould, control panel')
  t.match(invoice.placeOf('BT-115'), { path: '/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount' })
  t.match(invoice.groups('BG-25')[2]?.placeOf('BT-129'), { path: '/Invoice/cac:InvoiceLine[3]/cbc:InvoicedQuantity' })
  t.match(
    invoice.groups('BG-25')[2]?.placeOf('BT-148'),
    { path: '/Invoice/cac:InvoiceLine[3]/cac:Price/cac:AllowanceCharge/cbc:BaseAmount' },
    'what is missing has a place too',
  )
  t.match(invoice.placeOf('BT-34'), { path: '/Invoice/cac:AccountingSupplierParty/cac:Party/cbc:EndpointID' })
  t.equal(SHUNHE.split('\n')[invoice.placeOf('BT-115').line - 1]?.includes('PayableAmount'), true, 'the line is that of the element')
  t.throws(() => invoice.text('BT-999'), 'a number that the model does not have is a bug')
  t.end()
})

test('namespaces count, prefixes do not', (t) => {
  const renamed = SHUNHE.replaceAll('cbc:', 'b:')
    .replaceAll('xmlns:cbc=', 'xmlns:b=')
    .replaceAll('<cac:', '<x:')
    .replaceAll('</cac:', '</x:')
    .replace('xmlns:cac=', 'xmlns:x=')
  t.equal(read(renamed).invoice.text('BT-115'), '1000000.00')
  t.equal(
    read(renamed).invoice.placeOf('BT-115').path,
    '/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount',
    'paths have the usual prefixes',
  )
  const impostor = edit(SHUNHE, `xmlns:cbc="${CBC}"`, 'xmlns:cbc="urn:other"')
  t.equal(read(impostor).invoice.text('BT-1'), undefined, 'the same prefix in another namespace is another element')
  t.end()
})

test('another document is refused, and the element named', (t) => {
  const cases = [
    ['<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>', '/Order'],
    ['<Invoice/>', '/{}Invoice'],
    [
      '<Invoice xmlns="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>',
      '/{urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100}Invoice',
    ],
    [`<CreditNote xmlns="${INVOICE}"/>`, '/CreditNote'],
  ] as const
  for (const [xml, path] of cases) t.match(readUbl(xml), { ok: false, error: { code: 'documents/unsupported-document', path } }, xml)
  t.end()
})

test('XML that is not safe, or too much, is refused with its line', (t) => {
  const bomb = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>'
  const external = '<!DOCTYPE r SYSTEM "file:///etc/hostname"><r/>'
  const cases: readonly (readonly [string, string, string | Uint8Array])[] = [
    ['entities', 'documents/forbidden-xml', bomb],
    ['an external subset', 'documents/forbidden-xml', external],
    ['an unknown entity', 'documents/malformed-xml', '<r>&b;</r>'],
    ['a tag that is not closed', 'documents/malformed-xml', '<r><a></r>'],
    ['an attribute twice', 'documents/malformed-xml', '<r a="1" a="2"/>'],
    ['two roots', 'documents/malformed-xml', '<r/><r/>'],
    ['an unbound prefix', 'documents/malformed-xml', '<x:r/>'],
    ['nothing', 'documents/malformed-xml', ''],
    ['not XML', 'documents/malformed-xml', '{"invoice": 1}'],
    ['a control character', 'documents/malformed-xml', '<r>\u0001</r>'],
    ['depth', 'documents/limit-exceeded', '<a>'.repeat(40) + '</a>'.repeat(40)],
    ['elements', 'documents/limit-exceeded', `<r>${'<a/>'.repeat(400_001)}</r>`],
    ['attributes', 'documents/limit-exceeded', `<r ${Array.from({ length: 33 }, (_, index) => `a${index}=""`).join(' ')}/>`],
    ['one text', 'documents/limit-exceeded', `<r>${'x'.repeat(200_000)}</r>`],
    ['size', 'documents/limit-exceeded', `<r>${' '.repeat(16 * 1024 * 1024)}</r>`],
    ['another encoding', 'documents/unsupported-encoding', '<?xml version="1.0" encoding="GB2312"?><r/>'],
    ['bytes that are not UTF-8', 'documents/unsupported-encoding', Uint8Array.of(0x3c, 0x72, 0xff, 0x2f, 0x3e)],
  ]
  for (const [name, code, xml] of cases) t.match(readUbl(xml), { ok: false, error: { code } }, name)
  t.match(readUbl('<r>\n<a>\n</b></r>'), { error: { message: /^line 3: / } })
  t.end()
})

test('bytes, a byte order mark and CDATA are read', (t) => {
  const withMark = new TextEncoder().encode(`\ufeff${SHUNHE}`)
  t.match(readUbl(withMark), { ok: true })
  t.match(readUbl(`\ufeff${SHUNHE}`), { ok: true })
  const quoted = edit(SHUNHE, '>Trial runs with samples<', '><![CDATA[Trial runs & samples]]><')
  t.equal(read(quoted).invoice.groups('BG-25')[2]?.text('BT-153'), 'Trial runs & samples')
  t.end()
})

test('what no term reads is tolerated, and listed', (t) => {
  t.same(unreadElements(read(SHUNHE)), [])
  const extended = edit(SHUNHE, '<cbc:ID>25442', '<cbc:UUID>5</cbc:UUID><x:Any xmlns:x="urn:x"><x:Thing>1</x:Thing></x:Any><cbc:ID>25442')
  t.match(unreadElements(read(extended)), [{ path: '/Invoice/cbc:UUID' }, { path: '/Invoice/{urn:x}Any/{urn:x}Thing' }])
  t.equal(read(extended).invoice.text('BT-1'), '25442000000000000017')
  t.end()
})
