import { findRule, judgeInvoice, RULES } from '@hanse/documents'
import { test } from 'tap'
import { broken, edit, read, SHUNHE } from './sample.ts'

const TOTAL = (name: string, from: string, to: string): string =>
  edit(SHUNHE, `<cbc:${name} currencyID="CNY">${from}<`, `<cbc:${name} currencyID="CNY">${to}<`)
const SELLER_VAT = /<cac:PartyTaxScheme>\s*<cbc:CompanyID>CN91440605[\s\S]*?<\/cac:PartyTaxScheme>/
const allowance = (indicator: boolean, inner: string): string =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator>${inner}</cac:AllowanceCharge><cac:TaxTotal>`
const withAllowance = (indicator: boolean, inner: string): string => edit(SHUNHE, '<cac:TaxTotal>', allowance(indicator, inner))

/** The Shunhe invoice with its only VAT category changed everywhere, and more in the breakdown. */
function recategorized(category: string, rate: string, tax: string, more = ''): string {
  const changed = SHUNHE.replaceAll('<cbc:ID>S</cbc:ID>', `<cbc:ID>${category}</cbc:ID>`).replaceAll('<cbc:Percent>13</cbc:Percent>', rate)
  const taxed = changed.replaceAll('115044.25', tax).replaceAll('1000000.00', tax === '0.00' ? '884955.75' : '1000000.00')
  return more === ''
    ? taxed
    : edit(
        taxed,
        /(<cac:TaxSubtotal>[\s\S]*?<cac:TaxCategory>\s*<cbc:ID>[A-Z]+<\/cbc:ID>\s*(?:<cbc:Percent>[^<]*<\/cbc:Percent>)?)/,
        `$1${more}`,
      )
}

const ZERO = '<cbc:Percent>0</cbc:Percent>'
const REASON = '<cbc:TaxExemptionReason>because</cbc:TaxExemptionReason>'

test('the sample breaks no rule', (t) => {
  t.same(broken(SHUNHE, ['error', 'warning']), [])
  t.end()
})

test('each total off by a hundredth breaks its own rule', (t) => {
  t.same(broken(TOTAL('LineExtensionAmount', '884955.75', '884955.76')), ['BR-CO-10', 'BR-CO-13'])
  t.same(broken(TOTAL('TaxExclusiveAmount', '884955.75', '884955.74')), ['BR-CO-13', 'BR-CO-15'])
  t.same(broken(TOTAL('TaxInclusiveAmount', '1000000.00', '1000000.01')), ['BR-CO-15', 'BR-CO-16'])
  t.same(broken(TOTAL('PayableAmount', '1000000.00', '999999.99')), ['BR-CO-16'])
  t.same(broken(TOTAL('TaxAmount', '115044.25', '115044.24')), ['BR-CO-14', 'BR-CO-15'], 'the first is the total')
  const [finding] = judgeInvoice(read(TOTAL('PayableAmount', '1000000.00', '999999.99'))).findings
  t.match(finding, {
    ...{ rule: 'BR-CO-16', severity: 'error', path: '/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount' },
    message: 'BT-115 is BT-112 − BT-113 + BT-114. Here: stated 999999.99, by the rule 1000000.00.',
  })
  t.end()
})

test('VAT that is a hundredth off is valid by EN 16931’s tolerance, and warned of', (t) => {
  const off = SHUNHE.replaceAll('115044.25', '115044.26').replaceAll('1000000.00', '1000000.01')
  t.same(broken(off), [])
  t.same(broken(off, ['warning']), ['HANSE-01'])
  const far = SHUNHE.replaceAll('115044.25', '115045.25').replaceAll('1000000.00', '1000001.00')
  t.same(broken(far), ['BR-CO-17', 'BR-S-09'], 'one unit off is off')
  const base = edit(SHUNHE, '<cbc:TaxableAmount currencyID="CNY">884955.75<', '<cbc:TaxableAmount currencyID="CNY">884955.76<')
  t.same(broken(base, ['error', 'warning']), ['HANSE-02'])
  t.end()
})

test('what must be there, and who', (t) => {
  t.same(broken(edit(SHUNHE, /<cac:PaymentTerms>[\s\S]*?<\/cac:PaymentTerms>/, '')), ['BR-CO-25'])
  t.same(broken(edit(SHUNHE, /<cac:TaxSubtotal>[\s\S]*?<\/cac:TaxSubtotal>/, '')), ['BR-CO-18', 'BR-S-01'])
  t.same(broken(edit(SHUNHE, SELLER_VAT, '')), ['BR-S-02'], 'the legal identifier still identifies the seller')
  t.same(broken(edit(edit(SHUNHE, SELLER_VAT, ''), '<cbc:CompanyID>91440605MADEM20025</cbc:CompanyID>', '')), ['BR-CO-26', 'BR-S-02'])
  t.same(broken(edit(SHUNHE, '>CN91440605MADEM20025<', '>91440605MADEM20025<')), ['BR-CO-09'])
  t.same(broken(edit(SHUNHE, '<cbc:ID>25442000000000000017</cbc:ID>', '<cbc:ID> </cbc:ID>')), ['BR-02'], 'blank is missing')
  t.end()
})

test('allowances and charges: totals, reasons, categories', (t) => {
  const s =
    '<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>13</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>'
  const reason = '<cbc:AllowanceChargeReason>r</cbc:AllowanceChargeReason>'
  const amount = '<cbc:Amount currencyID="CNY">0.00</cbc:Amount>'
  t.same(broken(withAllowance(false, `${reason}${amount}${s}`)), ['BR-CO-11'], 'the total may not be left out')
  t.same(broken(withAllowance(true, `${reason}${amount}${s}`)), ['BR-CO-12'])
  t.same(broken(withAllowance(false, `${amount}${s}`)), ['BR-33', 'BR-CO-11', 'BR-CO-21'])
  t.same(broken(withAllowance(true, `${reason}${s}`)), ['BR-36', 'BR-CO-12'])
  t.same(broken(withAllowance(false, `${reason}${amount}`)), ['BR-32', 'BR-CO-11'])
  t.same(broken(withAllowance(true, `${reason}${amount}${s.replace('13', '0')}`)), ['BR-CO-12', 'BR-S-07'])
  t.end()
})

test('decimals and forms', (t) => {
  t.same(broken(TOTAL('PayableAmount', '1000000.00', '1000000.000')), ['BR-DEC-18', 'UBL-DT-01'])
  t.same(broken(TOTAL('PayableAmount', '1000000.00', '1,000,000.00')), ['UBL-01'])
  t.same(broken(edit(SHUNHE, '<cbc:IssueDate>2025-12-15', '<cbc:IssueDate>15.12.2025')), ['UBL-02'])
  t.same(broken(edit(SHUNHE, '<cbc:PriceAmount currencyID="CNY">41250.00', '<cbc:PriceAmount currencyID="CNY">-41250.00')), ['BR-27'])
  t.end()
})

test('each VAT category has its own demands', (t) => {
  const rules = (category: string, rate: string, tax: string, more = ''): readonly string[] =>
    broken(recategorized(category, rate, tax, more))
  t.same(rules('Z', ZERO, '0.00'), [])
  t.same(rules('Z', ZERO, '0.00', REASON), ['BR-Z-10'])
  t.same(rules('Z', '<cbc:Percent>13</cbc:Percent>', '115044.25'), ['BR-Z-05', 'BR-Z-09'])
  t.same(rules('E', ZERO, '0.00', REASON), [])
  t.same(rules('E', ZERO, '0.00'), ['BR-E-10'])
  t.same(rules('AE', ZERO, '0.00', REASON), [])
  t.same(rules('K', ZERO, '0.00', REASON), ['BR-IC-12'], 'no country of delivery')
  t.same(rules('G', ZERO, '0.00', REASON), [])
  t.same(rules('O', '', '0.00', REASON), ['BR-O-02'], 'VAT identifiers may not be there')
  t.same(rules('O', ZERO, '0.00', REASON), ['BR-O-02', 'BR-O-05'])
  t.same(rules('L', '<cbc:Percent>13</cbc:Percent>', '115044.25'), [])
  t.same(rules('M', '<cbc:Percent>13</cbc:Percent>', '115044.25', REASON), ['BR-AG-10'])
  const mixed = edit(
    recategorized('O', '', '0.00', REASON),
    '<cbc:ID>O</cbc:ID>\n        \n        <cac:TaxScheme>\n          <cbc:ID>VAT</cbc:ID>\n        </cac:TaxScheme>\n      </cac:ClassifiedTaxCategory>',
    '<cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>',
  )
  t.same(broken(mixed), ['BR-E-01', 'BR-O-02', 'BR-O-08', 'BR-O-12'])
  t.end()
})

test('the table names each rule once, and every rule says what it wants', (t) => {
  const ids = RULES.map(({ id }) => id)
  t.equal(new Set(ids).size, ids.length)
  for (const { id, text } of RULES) t.ok(/^(BR|UBL|HANSE)-/.test(id) && text.endsWith('.') && findRule(id) !== undefined, id)
  t.equal(findRule('BR-IG-08')?.id, 'BR-AF-08', 'the name that the standard has for it')
  t.equal(findRule('BR-XX-08'), undefined)
  const numbers = (prefix: RegExp): readonly string[] => ids.filter((id) => prefix.test(id))
  t.equal(numbers(/^BR-\d\d$/).length, 58)
  t.equal(numbers(/^BR-CO-\d\d$/).length, 20)
  t.equal(numbers(/^BR-DEC-\d\d$/).length, 21)
  t.end()
})

test('a document of thousands of bad lines is judged in good time', (t) => {
  const lines = edit(SHUNHE, '</Invoice>', `${'<cac:InvoiceLine/>'.repeat(40_000)}</Invoice>`)
  const { summary, findings } = judgeInvoice(read(lines))
  t.equal(findings.filter(({ rule }) => rule === 'BR-21').length, 100, 'each rule is reported a hundred times at most')
  t.ok(summary.errors > 500)
  t.end()
})
