import { invoiceIdOf, normalizeNumber } from '@hanse/modules'
import fc from 'fast-check'
import { test } from 'tap'
import { checkNumber } from '../../src/invoices/number.ts'

test('spellings of one number', (t) => {
  for (const spelling of [
    '2544-2000-0000-0000-0017',
    ' 25442000000000000017 ',
    '２５４４２０００００００００００００１７',
    '25.44.2000/0000/0000/0017',
    '2544 2000 0000 0000 0017',
    '2544\u00a02000\u200b0000\u00ad0000\u20130017',
  ]) {
    t.equal(normalizeNumber(spelling), '25442000000000000017', JSON.stringify(spelling))
  }
  t.equal(normalizeNumber('gv-2026-0417'), normalizeNumber('GV 2026 0417'))
  t.equal(normalizeNumber('ﬁ-1'), 'FI1', 'a ligature is its letters')
  t.equal(normalizeNumber('АВС-1'), 'ABC1', 'Cyrillic that looks Latin')
  t.equal(normalizeNumber('αβο-7'), normalizeNumber('ABO 7'), 'Greek likewise, small letters too')
  t.not(normalizeNumber('Я-1'), normalizeNumber('R-1'), 'what looks different is different')
  t.not(normalizeNumber('0017'), normalizeNumber('17'), 'a leading zero is significant')
  t.equal(invoiceIdOf('CN', '91440605MADEM20025', '380', '2544-2000-0000-0000-0017'), 'CN:91440605MADEM20025:380:25442000000000000017')
  t.end()
})

test('normalising again changes nothing', (t) => {
  const stable = () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (text) => normalizeNumber(normalizeNumber(text)) === normalizeNumber(text),
      ),
      { numRuns: 1_000 },
    )
  t.doesNotThrow(stable, 'for any text')
  t.end()
})

test('letter case and inserted separators make no new number', (t) => {
  const separator = fc.constantFrom('-', ' ', '.', '/', '_', '\u2014', '\u00a0', '#')
  const same = () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'ABCXYZ0123456789'), { minLength: 1, maxLength: 24 }),
        fc.array(separator),
        (characters, separators) => {
          const number = characters.join('')
          const spelt = characters
            .map((character, index) => (separators[index] ?? '') + character)
            .join('')
            .toLowerCase()
          return normalizeNumber(spelt) === number
        },
      ),
    )
  t.doesNotThrow(same, 'for any number')
  t.end()
})

test('letters that another Unicode could capitalise otherwise stand in no number', (t) => {
  for (const number of ['A\u019b', 'A\u0264', 'A\u0138']) t.match(checkNumber('DE', number, '2026-03-02'), { code: 'invoices/bad-number' })
  for (const number of ['straße-1', 'Số-7', 'Nº 12', 'é', '发票-3', 'Ω', 'я'])
    t.equal(checkNumber('DE', number, '2026-03-02'), undefined, number)
  t.end()
})
