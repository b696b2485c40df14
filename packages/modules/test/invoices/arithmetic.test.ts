import { checkArithmetic, type Invoice, invoiceCodec, type Totals } from '@hanse/modules'
import fc from 'fast-check'
import { test } from 'tap'
import { validInvoice } from './arbitrary-invoice.ts'

function withTotal(invoice: Invoice, name: keyof Totals, off: bigint): Invoice {
  return { ...invoice, totals: { ...invoice.totals, [name]: (invoice.totals[name] ?? 0n) + off } }
}

/** Which rule is broken first when one total alone is off. */
const RULE_OF_TOTAL: Readonly<Record<keyof Totals, string>> = {
  lineTotal: 'invoices/BR-CO-10',
  allowanceTotal: 'invoices/BR-CO-11',
  chargeTotal: 'invoices/BR-CO-12',
  netTotal: 'invoices/BR-CO-13',
  vatTotal: 'invoices/BR-CO-14',
  grossTotal: 'invoices/BR-CO-15',
  prepaid: 'invoices/BR-CO-16',
  rounding: 'invoices/BR-CO-16',
  payable: 'invoices/BR-CO-16',
}

test('an invoice whose figures agree breaks no rule', (t) => {
  fc.assert(fc.property(validInvoice, (invoice) => checkArithmetic(invoice) === undefined))
  t.pass('for any lines, allowances, charges, categories and rates')
  t.end()
})

test('a single total off by one minor unit breaks its own rule', (t) => {
  for (const name of Object.keys(RULE_OF_TOTAL) as (keyof Totals)[]) {
    const off = fc.constantFrom(1n, -1n)
    fc.assert(
      fc.property(validInvoice, off, (invoice, by) => checkArithmetic(withTotal(invoice, name, by))?.code === RULE_OF_TOTAL[name]),
      { numRuns: 60 },
    )
    t.pass(`${name}: ${RULE_OF_TOTAL[name]}`)
  }
  t.end()
})

test('a tax amount off by one minor unit breaks BR-CO-17, and names its breakdown', (t) => {
  fc.assert(
    fc.property(validInvoice, fc.nat(), fc.constantFrom(1n, -1n), (invoice, pick, off) => {
      const at = pick % invoice.vatBreakdown.length
      const vatBreakdown = invoice.vatBreakdown.map((one, index) => (index === at ? { ...one, taxAmount: one.taxAmount + off } : one))
      const refused = checkArithmetic({ ...invoice, vatBreakdown })
      return refused?.code === 'invoices/exact-vat' && refused.path === `vatBreakdown.${at}.taxAmount`
    }),
  )
  t.pass('whichever breakdown it is')
  t.end()
})

test('a taxable amount off by one minor unit breaks its category’s rule 08', (t) => {
  const family: Readonly<Record<string, string>> = { S: 'BR-S', Z: 'BR-Z', AE: 'BR-AE', O: 'BR-O' }
  fc.assert(
    fc.property(validInvoice, fc.nat(), (invoice, pick) => {
      const at = pick % invoice.vatBreakdown.length
      const vatBreakdown = invoice.vatBreakdown.map((one, index) =>
        index === at ? { ...one, taxableAmount: one.taxableAmount + 1n } : one,
      )
      const category = invoice.vatBreakdown[at]?.category ?? ''
      return checkArithmetic({ ...invoice, vatBreakdown })?.code === `invoices/${family[category]}-08`
    }),
  )
  t.pass('whichever category it is')
  t.end()
})

test('a breakdown that is left out, or stated twice, breaks its category’s rule 01', (t) => {
  fc.assert(
    fc.property(validInvoice, (invoice) => {
      const [first, ...rest] = invoice.vatBreakdown
      const without = checkArithmetic({ ...invoice, vatBreakdown: rest })?.code ?? ''
      const twice =
        checkArithmetic({ ...invoice, vatBreakdown: [...invoice.vatBreakdown, ...(first === undefined ? [] : [first])] })?.code ?? ''
      return /-01$/.test(without) && /-01$/.test(twice)
    }),
  )
  t.pass('for any invoice')
  t.end()
})

/** UNCL 5305: the family of rules, a rate that fits, rates that do not. */
const CATEGORIES = [
  ['S', 'BR-S', '13', ['0', undefined]],
  ['Z', 'BR-Z', '0', ['13', undefined]],
  ['E', 'BR-E', '0', ['13', undefined]],
  ['AE', 'BR-AE', '0', ['13', undefined]],
  ['K', 'BR-IC', '0', ['13', undefined]],
  ['G', 'BR-G', '0', ['13', undefined]],
  ['O', 'BR-O', undefined, ['0', '13']],
  ['L', 'BR-AF', '7', [undefined]],
  ['M', 'BR-AG', '4', [undefined]],
] as const

test('each VAT category has its rules 01, 05 and 08', (t) => {
  for (const [vatCategory, family, fits, wrong] of CATEGORIES) {
    const rated = (rate: string | undefined) => (rate === undefined ? {} : { vatRate: rate })
    const tax = (100n * BigInt(fits ?? '0')) / 100n
    const base = { id: '1', name: 'x', quantity: '1', unitCode: 'C62', netAmount: 100n, unitPrice: '1', allowances: [], charges: [] }
    const line = { ...base, vatCategory, ...rated(fits) }
    const breakdown = { category: vatCategory, taxableAmount: 100n, taxAmount: tax, ...(fits === undefined ? {} : { rate: fits }) }
    const totals = { lineTotal: 100n, netTotal: 100n, vatTotal: tax, grossTotal: 100n + tax, payable: 100n + tax }
    const invoice = { lines: [line], allowances: [], charges: [], vatBreakdown: [breakdown], totals } as unknown as Invoice
    const codeOf = (more: object) => checkArithmetic({ ...invoice, ...more })?.code
    t.equal(codeOf({}), undefined, `${vatCategory} at ${fits ?? 'no rate'}`)
    t.equal(codeOf({ vatBreakdown: [] }), `invoices/${family}-01`, `${vatCategory} without a breakdown`)
    t.equal(codeOf({ vatBreakdown: [breakdown, breakdown] }), `invoices/${family}-01`, `${vatCategory} with two`)
    for (const rate of wrong) {
      t.equal(
        codeOf({ lines: [{ ...base, vatCategory, ...rated(rate) }] }),
        `invoices/${family}-05`,
        `${vatCategory} at ${rate ?? 'no rate'}`,
      )
    }
    for (const off of [-1n, 1n]) {
      t.equal(
        codeOf({ vatBreakdown: [{ ...breakdown, taxableAmount: 100n + off }] }),
        `invoices/${family}-08`,
        `${vatCategory} off by ${off}`,
      )
    }
  }
  t.end()
})

test('VAT is rounded half up, by magnitude', (t) => {
  const taxOf = (base: bigint, rate: string): bigint | undefined => {
    const line = {
      id: '1',
      name: 'x',
      quantity: '1',
      unitCode: 'C62',
      netAmount: base,
      unitPrice: '1',
      vatCategory: 'S',
      vatRate: rate,
    } as const
    for (let tax = -20n; tax <= 20n; tax += 1n) {
      const refused = checkArithmetic({
        ...({ number: 'A1', issueDate: '2026-03-02', typeCode: '380', currency: 'CNY', allowances: [], charges: [] } as const),
        ...{ seller: { partyId: 'a', name: 'a', country: 'CN' }, buyer: { partyId: 'b', name: 'b', country: 'CN' } },
        lines: [{ ...line, allowances: [], charges: [] }],
        vatBreakdown: [{ category: 'S', taxableAmount: base, taxAmount: tax, rate }],
        totals: { lineTotal: base, netTotal: base, vatTotal: tax, grossTotal: base + tax, payable: base + tax },
      })
      if (refused === undefined) return tax
    }
    return undefined
  }
  t.equal(taxOf(50n, '1'), 1n, '0.50 up to 1')
  t.equal(taxOf(49n, '1'), 0n, '0.49 down to 0')
  t.equal(taxOf(-50n, '1'), -1n, '−0.50 to −1')
  t.equal(taxOf(150n, '1'), 2n, '1.50 up to 2, not to the even')
  t.equal(taxOf(250n, '1'), 3n, '2.50 up to 3')
  t.end()
})

test('the codec gives every valid invoice back, from bytes and from JSON', (t) => {
  fc.assert(
    fc.property(validInvoice, (invoice) => {
      const decoded = invoiceCodec.decode(invoiceCodec.encode(invoice))
      const parsed = invoiceCodec.parseJson(invoiceCodec.toJson(invoice))
      t.strictSame(decoded, { ok: true, value: invoice })
      t.strictSame(parsed, { ok: true, value: invoice })
    }),
    { numRuns: 30 },
  )
  t.end()
})
