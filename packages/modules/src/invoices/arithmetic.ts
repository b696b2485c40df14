import { assert, type Rejection } from '@hanse/primitives'
import { type Decimal, minorToDecimal, parseDecimal, percentOf, ZERO } from './decimal.ts'
import type { Invoice, Totals, VatBreakdown } from './invoice.ts'
import { refuse } from './rejections.ts'
import { type RateRule, VAT_CATEGORIES, type VatCategory, vatRule } from './vat.ts'

type Code = Parameters<typeof refuse>[0]

/**
 * The arithmetic of EN 16931-1 §6.4, exact to the minor unit. Amounts are integers, so sums and differences are never rounded;
 * the one product, BR-CO-17, is rounded half up by magnitude to the minor unit of the currency (two decimals for CNY, none for VND).
 */
export function checkArithmetic(invoice: Invoice): Rejection | undefined {
  return checkSums(invoice) ?? checkCategories(invoice) ?? checkVatAmounts(invoice) ?? checkTotals(invoice.totals, invoice.vatBreakdown)
}

function sum<T>(items: readonly T[], amountOf: (item: T) => bigint): bigint {
  return items.reduce((total, item) => total + amountOf(item), 0n)
}

function expectEqual(code: Code, path: string, stated: bigint, computed: bigint): Rejection | undefined {
  return stated === computed ? undefined : refuse(code, `${path} is ${stated}, by its rule ${computed} (minor units)`, path)
}

/** BR-CO-10 to BR-CO-13: what the lines, allowances and charges come to. */
function checkSums({ lines, allowances, charges, totals }: Invoice): Rejection | undefined {
  const { lineTotal, allowanceTotal = 0n, chargeTotal = 0n, netTotal } = totals
  return (
    expectEqual(
      'invoices/BR-CO-10',
      'totals.lineTotal',
      lineTotal,
      sum(lines, (line) => line.netAmount),
    ) ??
    expectEqual(
      'invoices/BR-CO-11',
      'totals.allowanceTotal',
      allowanceTotal,
      sum(allowances, (allowance) => allowance.amount),
    ) ??
    expectEqual(
      'invoices/BR-CO-12',
      'totals.chargeTotal',
      chargeTotal,
      sum(charges, (charge) => charge.amount),
    ) ??
    expectEqual('invoices/BR-CO-13', 'totals.netTotal', netTotal, lineTotal - allowanceTotal + chargeTotal)
  )
}

/** BR-CO-14 to BR-CO-16: from the net total to what is due. */
function checkTotals(totals: Totals, vatBreakdown: readonly VatBreakdown[]): Rejection | undefined {
  const { netTotal, vatTotal = 0n, grossTotal, prepaid = 0n, rounding = 0n, payable } = totals
  return (
    expectEqual(
      'invoices/BR-CO-14',
      'totals.vatTotal',
      vatTotal,
      sum(vatBreakdown, (breakdown) => breakdown.taxAmount),
    ) ??
    expectEqual('invoices/BR-CO-15', 'totals.grossTotal', grossTotal, netTotal + vatTotal) ??
    expectEqual('invoices/BR-CO-16', 'totals.payable', payable, grossTotal - prepaid + rounding)
  )
}

/** BR-CO-17 without its tolerance: `invoices/exact-vat`. A rate that is absent is zero. */
function checkVatAmounts({ vatBreakdown }: Invoice): Rejection | undefined {
  for (const [index, { taxableAmount, taxAmount, rate }] of vatBreakdown.entries()) {
    const computed = percentOf(minorToDecimal(taxableAmount, 0), rateOf(rate), 0).unscaled
    const refused = expectEqual('invoices/exact-vat', `vatBreakdown.${index}.taxAmount`, taxAmount, computed)
    if (refused !== undefined) return refused
  }
  return undefined
}

interface Taxed {
  readonly path: string
  readonly category: VatCategory
  readonly rate: string | undefined
  /** What it adds to the taxable amount: allowances take away. */
  readonly amount: bigint
}

function taxedParts({ lines, allowances, charges }: Invoice): readonly Taxed[] {
  return [
    ...lines.map((line, index) => ({ path: `lines.${index}`, category: line.vatCategory, rate: line.vatRate, amount: line.netAmount })),
    ...allowances.map((part, index) => ({
      path: `allowances.${index}`,
      category: part.vatCategory,
      rate: part.vatRate,
      amount: -part.amount,
    })),
    ...charges.map((part, index) => ({ path: `charges.${index}`, category: part.vatCategory, rate: part.vatRate, amount: part.amount })),
  ]
}

/** BR-x-05 (rates), BR-x-01 (one breakdown a category and rate) and BR-x-08 (taxable amounts) for every VAT category. */
function checkCategories(invoice: Invoice): Rejection | undefined {
  const parts = taxedParts(invoice)
  const open = new Map<string, bigint>()
  for (const { path, category, rate, amount } of parts) {
    const refused = checkRate(category, rate, `${path}.vatRate`)
    if (refused !== undefined) return refused
    const group = groupOf(category, rate)
    open.set(group, (open.get(group) ?? 0n) + amount)
  }
  const stated = new Set<string>()
  for (const [index, { category, rate, taxableAmount }] of invoice.vatBreakdown.entries()) {
    const path = `vatBreakdown.${index}`
    const group = groupOf(category, rate)
    if (stated.has(group)) return refuse(vatRule(category, '01'), `a second breakdown for category ${category}`, path)
    stated.add(group)
    const refused =
      checkRate(category, rate, `${path}.rate`) ??
      expectEqual(vatRule(category, '08'), `${path}.taxableAmount`, taxableAmount, open.get(group) ?? 0n)
    if (refused !== undefined) return refused
  }
  const missing = parts.find(({ category, rate }) => !stated.has(groupOf(category, rate)))
  return missing === undefined
    ? undefined
    : refuse(vatRule(missing.category, '01'), `no breakdown for category ${missing.category} at ${missing.rate ?? 'no'} rate`, missing.path)
}

const RATE_FITS: Readonly<Record<RateRule, (rate: bigint | undefined) => boolean>> = {
  positive: (rate) => rate !== undefined && rate > 0n,
  zero: (rate) => rate === 0n,
  none: (rate) => rate === undefined,
  any: (rate) => rate !== undefined,
}

function checkRate(category: VatCategory, rate: string | undefined, path: string): Rejection | undefined {
  const unscaled = rate === undefined ? undefined : rateOf(rate).unscaled
  const fits = RATE_FITS[VAT_CATEGORIES[category].rate]
  return fits(unscaled) ? undefined : refuse(vatRule(category, '05'), `rate ${rate ?? 'absent'} for VAT category ${category}`, path)
}

/** Of a rate as its field has it; an absent one is zero. */
export function rateOf(rate: string | undefined): Decimal {
  const parsed = rate === undefined ? ZERO : parseDecimal(rate)
  assert(parsed !== undefined, 'the codec lets only decimals through')
  return parsed
}

/** 13 and 13.00 are one rate. */
function groupOf(category: VatCategory, rate: string | undefined): string {
  if (rate === undefined) return category
  const [whole, fraction = ''] = rate.split('.')
  return `${category} ${whole}.${fraction.replace(/0+$/, '')}`
}
