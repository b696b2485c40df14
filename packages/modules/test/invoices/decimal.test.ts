import {
  addDecimals,
  compareDecimals,
  DECIMAL_DIGITS_MAX,
  type Decimal,
  decimalToMinor,
  divideDecimals,
  formatDecimal,
  minorToDecimal,
  multiplyDecimals,
  parseDecimal,
  percentOf,
  roundDecimal,
  significantScale,
  subtractDecimals,
} from '@hanse/modules'
import fc from 'fast-check'
import { test } from 'tap'

const decimal: fc.Arbitrary<Decimal> = fc.record({
  unscaled: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  scale: fc.integer({ min: 0, max: 10 }),
})

function parsed(text: string): Decimal {
  const value = parseDecimal(text)
  if (value === undefined) throw new Error(`not a decimal: ${text}`)
  return value
}

/** As a fraction over 10^30, for checking against plain integers. */
function at30({ unscaled, scale }: Decimal): bigint {
  return unscaled * 10n ** BigInt(30 - scale)
}

test('what is written is read back', (t) => {
  t.doesNotThrow(
    () => fc.assert(fc.property(decimal, (value) => formatDecimal(parsed(formatDecimal(value))) === formatDecimal(value))),
    'as it was written',
  )
  t.doesNotThrow(
    () => fc.assert(fc.property(decimal, (value) => compareDecimals(parsed(formatDecimal(value)), value) === 0)),
    'with the same value',
  )
  t.end()
})

test('sums, differences and products are exact', (t) => {
  t.doesNotThrow(() => fc.assert(fc.property(decimal, decimal, (a, b) => at30(addDecimals(a, b)) === at30(a) + at30(b))), 'sums')
  t.doesNotThrow(
    () => fc.assert(fc.property(decimal, decimal, (a, b) => at30(subtractDecimals(a, b)) === at30(a) - at30(b))),
    'differences',
  )
  t.doesNotThrow(
    () => fc.assert(fc.property(decimal, decimal, (a, b) => at30(multiplyDecimals(a, b)) * 10n ** 30n === at30(a) * at30(b))),
    'products',
  )
  t.end()
})

test('rounding is to the nearest, and away from zero in the middle', (t) => {
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 10 }), (value, scale) => {
      const half = 5n * 10n ** BigInt(29 - scale)
      const error = at30(roundDecimal(value, scale)) - at30(value)
      const magnitude = error < 0n ? -error : error
      return magnitude < half || (magnitude === half && value.unscaled > 0n === error > 0n)
    }),
  )
  for (const [text, scale, expected] of [
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['0.0049', 2, '0.00'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['7', 2, '7.00'],
  ] as const) {
    t.equal(formatDecimal(roundDecimal(parsed(text), scale)), expected, `${text} to ${scale}`)
  }
  t.end()
})

test('division rounds the exact quotient', (t) => {
  const exact = () =>
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        fc.pre(b.unscaled !== 0n)
        const quotient = divideDecimals(a, b, 6)
        const difference = 2n * (at30(quotient) * at30(b) - at30(a) * 10n ** 30n)
        const divisor = at30(b) < 0n ? -at30(b) : at30(b)
        const magnitude = difference < 0n ? -difference : difference
        return magnitude <= divisor * 10n ** 24n
      }),
    )
  t.doesNotThrow(exact, 'for any two numbers')
  t.equal(formatDecimal(divideDecimals(parsed('1'), parsed('-3'), 4)), '-0.3333')
  t.equal(formatDecimal(percentOf(parsed('884955.75'), parsed('13'), 2)), '115044.25')
  t.end()
})

test('the forms of xsd:decimal are read, and nothing else', (t) => {
  for (const [text, expected] of [
    ['+1.50', '1.50'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['00.0', '0.0'],
    ['-0', '0'],
    ['-007.10', '-7.10'],
  ] as const) {
    t.equal(formatDecimal(parsed(text)), expected, text)
  }
  const tooMany = '9'.repeat(DECIMAL_DIGITS_MAX + 1)
  for (const text of ['', '.', '-', '1e3', '1,5', ' 1', '0x10', 'NaN', 'Infinity', '1.2.3', '١', tooMany, `0.${'1'.repeat(16)}`]) {
    t.equal(parseDecimal(text), undefined, `“${text}”`)
  }
  t.end()
})

test('minor units', (t) => {
  t.equal(decimalToMinor(parsed('1000000.00'), 2), 100_000_000n)
  t.equal(decimalToMinor(parsed('1.10'), 1), 11n, 'a trailing zero is no decimal')
  t.equal(decimalToMinor(parsed('0.001'), 2), undefined, 'more decimals than the currency has')
  t.equal(decimalToMinor(parsed('1232000000.50'), 0), undefined, 'VND has none')
  t.equal(formatDecimal(minorToDecimal(-5n, 2)), '-0.05')
  t.equal(significantScale(parsed('1.5000')), 1)
  t.doesNotThrow(
    () =>
      fc.assert(
        fc.property(
          fc.bigInt(),
          fc.integer({ min: 0, max: 3 }),
          (minor, exponent) => decimalToMinor(minorToDecimal(minor, exponent), exponent) === minor,
        ),
      ),
    'there and back',
  )
  t.end()
})
