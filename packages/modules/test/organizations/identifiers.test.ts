import { isBic, isCnaps, isCountry, isGln, isLei, isUscc } from '@hanse/modules'
import { test } from 'tap'
import { leiOf } from '../cast.ts'

/**
 * Each is right; any one character changed to another makes it wrong. MOD 97-10 reads a letter as two digits, so it promises that only
 * for a digit in place of a digit, or a letter in place of a letter.
 */
const CHECKED = [
  [
    'LEI',
    isLei,
    ['300300DEMFSSHAPP0163', '300300DEMVNGOVT00743', '5493001KJTIIGC8Y1R12', '529900T8BM49AURSDO55', leiOf(9)],
    '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ],
  [
    'USCC',
    isUscc,
    ['91440606MADEM10019', '91440605MADEM20025', '91440607MADEM3003C', '91350100M000100Y43'],
    '0123456789ABCDEFGHJKLMNPQRTUWXYIOSVZ',
  ],
  ['GLN', isGln, ['4006381333931', '5412345000013'], '0123456789'],
] as const

for (const [name, holds, examples, alphabet] of CHECKED) {
  test(`${name}: check digits find every single error`, (t) => {
    for (const example of examples) {
      t.equal(holds(example), true, example)
      let passed = 0
      for (let place = 0; place < example.length; place++) {
        for (const character of alphabet) {
          const old = example.charAt(place)
          if (name === 'LEI' && /[0-9]/.test(old) !== /[0-9]/.test(character)) continue
          if (character !== old && holds(example.slice(0, place) + character + example.slice(place + 1))) passed += 1
        }
      }
      t.equal(passed, 0, `no single change of ${example} passes`)
      for (const text of [`${example} `, example.slice(1), `${example}0`, example.replace('0', '٠')]) t.equal(holds(text), false, text)
    }
    t.end()
  })
}

test('an LEI has one spelling: no other check digits of the same remainder', (t) => {
  const aliases = new Map([
    ['97', '00'],
    ['98', '01'],
    ['02', '99'],
  ])
  const seen = new Set<string>()
  for (let number = 0; seen.size < aliases.size && number < 5_000; number++) {
    const lei = leiOf(number)
    const alias = aliases.get(lei.slice(18))
    if (alias === undefined) continue
    seen.add(alias)
    t.same([isLei(lei), isLei(lei.slice(0, 18) + alias)], [true, false], `${lei}, not ${alias}`)
  }
  t.equal(seen.size, aliases.size, 'each was met')
  t.end()
})

test('forms without check digits', (t) => {
  for (const bic of ['DEMACNB0', 'DEUTDEFF', 'DEUTDEFF500', '7ABCCNB0']) t.equal(isBic(bic), true, bic)
  for (const bic of ['DEMAXXB0', 'DEMACNB', 'DEUTDEFF50', 'demacnb0', '']) t.equal(isBic(bic), false, bic)
  t.same([isCnaps('102588000001'), isCnaps('10258800000'), isCnaps('1025880000011')], [true, false, false])
  t.same([isCountry('CN'), isCountry('VN'), isCountry('UK'), isCountry('cn'), isCountry('')], [true, true, false, false, false])
  t.end()
})
