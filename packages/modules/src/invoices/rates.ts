import type { Rejection } from '@hanse/primitives'
import { isCivilDate } from '../dates.ts'
import { rateOf } from './arithmetic.ts'
import { compareDecimals } from './decimal.ts'
import type { Invoice } from './invoice.ts'
import type { InvoiceParams, VatRates } from './params.ts'
import { refuse } from './rejections.ts'

/** Category S of UNCL 5305: the one whose rate the law of a country sets. */
const STANDARD = 'S'

/** 13 and 13.00 are one rate. */
function isSameRate(one: string, other: string): boolean {
  return compareDecimals(rateOf(one), rateOf(other)) === 0
}

/** The table in force on this day: the youngest of the country that has begun. Tables of the future, and of the past, judge nothing else. */
function tableOn(tables: readonly VatRates[], country: string, date: string): VatRates | undefined {
  return tables
    .filter((table) => table.country === country && table.from <= date)
    .reduce<VatRates | undefined>((youngest, table) => (youngest === undefined || youngest.from < table.from ? table : youngest), undefined)
}

/** Domain §4, rate table: standard rates are those of the seller's country on the day of the invoice, where the chain knows them. */
export function checkRates({ vatRates }: InvoiceParams, { seller, issueDate, vatBreakdown }: Invoice): Rejection | undefined {
  const table = tableOn(vatRates, seller.country, issueDate)
  if (table === undefined) return undefined
  const isKnown = (rate: string): boolean => table.rates.some((known) => isSameRate(known, rate))
  const index = vatBreakdown.findIndex(({ category, rate }) => category === STANDARD && rate !== undefined && !isKnown(rate))
  if (index < 0) return undefined
  const message = `${vatBreakdown[index]?.rate} is not among ${table.rates.join(', ')}, the rates of ${table.country} since ${table.from}`
  return refuse('invoices/unknown-rate', message, `vatBreakdown.${index}.rate`)
}

/** What is wrong with the tables of a genesis. */
export function ratesFault(tables: readonly VatRates[]): string | undefined {
  const wrong = tables.find(({ from }) => !isCivilDate(from))
  if (wrong !== undefined) return `rates of ${wrong.country} from ${wrong.from}, which is no day`
  const starts = tables.map(({ country, from }) => `${country} ${from}`)
  return new Set(starts).size < starts.length ? 'a country has two tables of rates from one day' : undefined
}
