import { CURRENCIES, currencyExponent, discountOf, formatAmount, isCurrency } from '@hanse/modules'
import fc from 'fast-check'
import { test } from 'tap'
import { divideHalfUp, shareProRata } from '../src/money.ts'

test('discount, ACT/360, half up to the minor unit', (t) => {
  t.equal(discountOf(40_000_000n, 38_500, 120), 513_333n, '400,000.00 at 3.85 % for 120 days: 5,133.33')
  t.equal(discountOf(36_000n, 1_000, 1), 0n, 'a tenth of a unit is nothing')
  t.equal(discountOf(180_000_000n, 1, 1), 1n, 'half a unit is one')
  t.equal(discountOf(179_999_999n, 1, 1), 0n)
  t.equal(discountOf(100n, 1_000_000, 360), 100n, 'all of it, at 100 % for a year of 360 days')
  t.end()
})

test('half up is never off by more than half', (t) => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1n << 140n }), fc.bigInt({ min: 1n, max: 1n << 60n }), (numerator, denominator) => {
      const twice = 2n * (divideHalfUp(numerator, denominator) * denominator - numerator)
      return twice <= denominator && twice > -denominator
    }),
  )
  t.pass()
  t.end()
})

test('pro rata shares sum to the total, and none is off by a whole unit or over its weight', (t) => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 1n << 100n }), { minLength: 1, maxLength: 40 })
    .filter((list) => list.some((one) => one > 0n))
  fc.assert(
    fc.property(weights, fc.bigInt({ min: 0n, max: 1_000_000n }), (list, part) => {
      const sum = list.reduce((left, right) => left + right, 0n)
      const total = (sum * part) / 1_000_000n
      const shares = shareProRata(total, list)
      const exact = shares.every((share, index) => {
        const weight = list[index] as bigint
        const floor = (total * weight) / sum
        return (share === floor || share === floor + 1n) && share <= weight
      })
      return exact && shares.reduce((left, right) => left + right, 0n) === total
    }),
  )
  t.same(shareProRata(10n, [1n, 1n, 1n]), [4n, 3n, 3n], 'equal remainders: the earlier one')
  t.same(shareProRata(1n, [1n, 3n]), [0n, 1n])
  t.end()
})

test('amounts for people', (t) => {
  t.equal(formatAmount(123_456n, 'CNY'), '1234.56 CNY')
  t.equal(formatAmount(5n, 'CNY'), '0.05 CNY')
  t.equal(formatAmount(-10_000_000n, 'CNY'), '-100000.00 CNY')
  t.equal(formatAmount(1_232_000_000n, 'VND'), '1232000000 VND')
  t.equal(formatAmount(1n, 'KWD'), '0.001 KWD')
  t.end()
})

test('ISO 4217: the exponents of the currencies that the project names', (t) => {
  const exponents = { CNY: 2, HKD: 2, USD: 2, EUR: 2, VND: 0, JPY: 0, THB: 2, AED: 2, KRW: 0 } as const
  for (const [code, exponent] of Object.entries(exponents)) t.equal(currencyExponent(code as 'CNY'), exponent, code)
  t.same([...CURRENCIES].sort(), CURRENCIES)
  for (const code of ['XXX', 'cny', '', 'toString', '__proto__']) t.equal(isCurrency(code), false, code)
  t.end()
})
