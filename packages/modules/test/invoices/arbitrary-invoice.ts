import type { Invoice } from '@hanse/modules'
import fc from 'fast-check'

type Line = Invoice['lines'][number]
type Part = Invoice['charges'][number]

/** Categories with the rates that fit them. */
const TAXED = fc.constantFrom(
  { vatCategory: 'S', vatRate: '13' } as const,
  { vatCategory: 'S', vatRate: '9.00' } as const,
  { vatCategory: 'S', vatRate: '6.5' } as const,
  { vatCategory: 'Z', vatRate: '0' } as const,
  { vatCategory: 'AE', vatRate: '0.0' } as const,
  { vatCategory: 'O' } as const,
)

const amount = fc.bigInt({ min: 1n, max: 10n ** 15n })
const part: fc.Arbitrary<Part> = fc
  .record({ taxed: TAXED, amount: fc.bigInt({ min: 1n, max: 1000n }) })
  .map(({ taxed, ...rest }) => ({ ...rest, ...taxed }))
const line: fc.Arbitrary<Line> = fc.record({ taxed: TAXED, netAmount: amount }).map(({ taxed, netAmount }) => ({
  ...{ id: '1', name: 'Goods', quantity: '1', unitCode: 'C62', netAmount, unitPrice: '1' },
  ...taxed,
  ...{ allowances: [], charges: [] },
}))

function sum(values: readonly bigint[]): bigint {
  return values.reduce((left, right) => left + right, 0n)
}

/** Independent of the code under test: numerator and denominator of a rate in percent, half up by magnitude. */
function percent(base: bigint, rate: string): bigint {
  const [whole = '0', fraction = ''] = rate.split('.')
  const denominator = 100n * 10n ** BigInt(fraction.length)
  const product = base * BigInt(whole + fraction)
  const magnitude = product < 0n ? -product : product
  const floor = magnitude / denominator
  const rounded = 2n * (magnitude % denominator) >= denominator ? floor + 1n : floor
  return product < 0n ? -rounded : rounded
}

/** 9.00 and 9 are one rate. */
function groupKey(category: string, rate: string | undefined): string {
  return `${category} ${rate === undefined ? '' : Number(rate)}`
}

/** Invoices whose figures agree, from their lines, allowances and charges. */
export const validInvoice: fc.Arbitrary<Invoice> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    allowances: fc.array(part, { maxLength: 3 }),
    charges: fc.array(part, { maxLength: 3 }),
    prepaid: fc.option(fc.bigInt({ min: 0n, max: 1n }), { nil: undefined }),
    rounding: fc.option(fc.bigInt({ min: -1n, max: 50n }), { nil: undefined }),
  })
  .map(({ lines, allowances, charges, prepaid, rounding }) => complete(lines, allowances, charges, { prepaid, rounding }))

function complete(
  lines: readonly Line[],
  allowances: readonly Part[],
  charges: readonly Part[],
  { prepaid, rounding }: { readonly prepaid: bigint | undefined; readonly rounding: bigint | undefined },
): Invoice {
  const bases = new Map<string, { category: Line['vatCategory']; rate: string | undefined; base: bigint }>()
  const add = (category: Line['vatCategory'], rate: string | undefined, value: bigint): void => {
    const key = groupKey(category, rate)
    bases.set(key, { category, rate, base: (bases.get(key)?.base ?? 0n) + value })
  }
  for (const { vatCategory, vatRate, netAmount } of lines) add(vatCategory, vatRate, netAmount)
  for (const allowance of allowances) add(allowance.vatCategory, allowance.vatRate, -allowance.amount)
  for (const charge of charges) add(charge.vatCategory, charge.vatRate, charge.amount)
  const vatBreakdown = [...bases.values()].map(({ category, rate, base }) => ({
    ...{ category, taxableAmount: base, taxAmount: percent(base, rate ?? '0') },
    ...(rate === undefined ? {} : { rate }),
  }))
  const lineTotal = sum(lines.map(({ netAmount }) => netAmount))
  const allowanceTotal = sum(allowances.map((allowance) => allowance.amount))
  const chargeTotal = sum(charges.map((charge) => charge.amount))
  const netTotal = lineTotal - allowanceTotal + chargeTotal
  const vatTotal = sum(vatBreakdown.map(({ taxAmount }) => taxAmount))
  const grossTotal = netTotal + vatTotal
  const payable = grossTotal - (prepaid ?? 0n) + (rounding ?? 0n)
  return {
    ...{ number: '26442000000000000001', issueDate: '2026-03-02', typeCode: '380', currency: 'CNY' },
    seller: { partyId: 'nanhai', name: 'Nanhai Precision', country: 'CN' },
    buyer: { partyId: 'shunhe', name: 'Foshan Shunhe Appliance', country: 'CN', vatId: 'CN91440606MADEM10019' },
    ...{ allowances, charges, vatBreakdown, lines },
    totals: {
      ...{ lineTotal, netTotal, vatTotal, grossTotal, payable },
      ...(allowances.length === 0 ? {} : { allowanceTotal }),
      ...(charges.length === 0 ? {} : { chargeTotal }),
      ...(prepaid === undefined ? {} : { prepaid }),
      ...(rounding === undefined ? {} : { rounding }),
    },
  }
}
