import { findParty, loadPartyMap, type PartyMap } from '@hanse/documents'
import { test } from 'tap'
import { edit, read, SHUNHE, shunheMap } from './sample.ts'

function mapOf(...entries: readonly (readonly [string, string, string])[]): PartyMap {
  const map = loadPartyMap({ parties: entries.map(([scheme, value, partyId]) => ({ match: { scheme, value }, partyId })) })
  if (!map.ok) throw new Error(map.error.message)
  return map.value
}

const { invoice } = read(SHUNHE)

test('a party is found by any identifier that the map knows', (t) => {
  t.same(findParty(invoice, 'seller', mapOf(['vat', 'CN91440605MADEM20025', 'nanhai'])), { ok: true, value: 'nanhai' })
  t.same(
    findParty(invoice, 'seller', mapOf(['legal', '91440605 madem20025', 'nanhai'])),
    { ok: true, value: 'nanhai' },
    'case and spaces apart',
  )
  t.same(findParty(invoice, 'buyer', mapOf(['0199', '300300DEMFSSHAPP0163', 'shunhe'])), { ok: true, value: 'shunhe' }, 'an LEI in BT-46')
  t.same(findParty(invoice, 'seller', mapOf(['name', 'nanhai precision mould co., ltd.', 'nanhai'])), { ok: true, value: 'nanhai' })
  const registered = edit(SHUNHE, /(<cbc:CompanyID>CN91440605[\s\S]*?<cbc:ID>)VAT/, '$1TAX')
  t.same(findParty(read(registered).invoice, 'seller', mapOf(['taxRegistration', 'CN91440605MADEM20025', 'nanhai'])), {
    ok: true,
    value: 'nanhai',
  })
  t.end()
})

test('an unmapped party is refused with its element and what would map it', (t) => {
  t.match(findParty(invoice, 'buyer', mapOf(['vat', 'CN91440605MADEM20025', 'nanhai'])), {
    ok: false,
    error: {
      code: 'documents/unmapped-party',
      path: '/Invoice/cac:AccountingCustomerParty/cac:Party',
      message: /0199 300300DEMFSSHAPP0163/,
      hint: 'Add {"match":{"scheme":"0199","value":"300300DEMFSSHAPP0163"},"partyId":"…"} to the map.',
    },
  })
  const nobody = edit(SHUNHE, /<cac:AccountingCustomerParty>[\s\S]*<\/cac:AccountingCustomerParty>/, '')
  t.match(findParty(read(nobody).invoice, 'buyer', shunheMap()), {
    error: { code: 'documents/unmapped-party', path: '/Invoice/cac:AccountingCustomerParty/cac:Party' },
  })
  t.end()
})

test('identifiers that lead to different parties are refused; a name gives way to them', (t) => {
  const split = mapOf(['vat', 'CN91440605MADEM20025', 'nanhai'], ['legal', '91440605MADEM20025', 'sanshui'])
  t.match(findParty(invoice, 'seller', split), {
    error: { code: 'documents/ambiguous-party', path: '/Invoice/cac:AccountingSupplierParty/cac:Party' },
  })
  const named = mapOf(['vat', 'CN91440605MADEM20025', 'nanhai'], ['name', 'Nanhai Precision Mould Co., Ltd.', 'sanshui'])
  t.same(findParty(invoice, 'seller', named), { ok: true, value: 'nanhai' })
  t.end()
})

test('a map of another form is refused with its path', (t) => {
  const entry = { match: { scheme: 'vat', value: 'X1' }, partyId: 'a' }
  const cases: readonly (readonly [string, unknown])[] = [
    ['parties', []],
    ['parties', null],
    ['parties', { parties: 'none' }],
    ['extra', { parties: [], extra: 1 }],
    ['parties.0', { parties: [7] }],
    ['parties.0.match', { parties: [{ partyId: 'a' }] }],
    ['parties.0.match.scheme', { parties: [{ ...entry, match: { scheme: 'duns', value: '1' } }] }],
    ['parties.0.match.value', { parties: [{ ...entry, match: { scheme: 'vat', value: ' ' } }] }],
    ['parties.0.match.value', { parties: [{ ...entry, match: { scheme: 'vat', value: 5 } }] }],
    ['parties.1.partyId', { parties: [entry, { ...entry, partyId: 'A B' }] }],
    ['parties.1.match', { parties: [entry, { match: { scheme: 'vat', value: 'x 1' }, partyId: 'b' }] }],
  ]
  for (const [path, json] of cases)
    t.match(loadPartyMap(json), { ok: false, error: { code: 'documents/bad-party-map', path } }, JSON.stringify(json))
  t.match(loadPartyMap({ parties: [entry, entry] }), { ok: true }, 'the same twice is no harm')
  t.end()
})
