import type { Rejection } from '@hanse/primitives'
import { NUMBER_LENGTH_MAX } from './limits.ts'
import { refuse } from './rejections.ts'

/** UNTDID 1001 by class: every invoice type counts as 380, so that a number is not issued again under another invoice type. */
export type DocumentClass = '380' | '381'

/** What no two numbers may differ in alone: letter case, width and other compatible forms, spaces, punctuation, signs of any kind. */
const INSIGNIFICANT = /[^\p{L}\p{N}]+/gu

/**
 * Latin, Greek and Cyrillic with their marks, Han, punctuation, full-width forms: what Unicode has had since its first versions, so
 * that nodes with different tables agree on the normal form. It leaves out the digits of other scripts, which would be more spellings.
 */
const CHARACTERS = /^[\u0020-\u052f\u1e00-\u1eff\u2000-\u206f\u3000-\u303f\u4e00-\u9fa5\uff00-\uffef]*$/

const SMALL_LETTER = /\p{Ll}/u

/** Capitals of Greek and Cyrillic that are written like a Latin one (Unicode UTS 39), and that one. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X' },
    ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X' },
    ...{ Ѕ: 'S', І: 'I', Ј: 'J', Ү: 'Y', Ӏ: 'I', Ԛ: 'Q', Ԝ: 'W' },
  }),
)
const LOOKALIKE = /[\u0391-\u03a7\u0405-\u051c]/gu

/** NFKC, upper case, one letter for all that look alike, nothing but letters and digits. Empty when the number has none. */
export function normalizeNumber(number: string): string {
  const capitals = number.normalize('NFKC').toUpperCase().normalize('NFKC').replace(INSIGNIFICANT, '').normalize('NFKC')
  return capitals.replace(LOOKALIKE, (letter) => LOOKALIKES.get(letter) ?? letter)
}

/**
 * A small letter without a capital may get one in a later Unicode, and two nodes would then have two normal forms. ĸ is none that a
 * number needs; ß has its capitals, SS.
 */
function hasNoCapital(number: string): boolean {
  return number
    .normalize('NFKC')
    .split('')
    .some((letter) => SMALL_LETTER.test(letter) && (letter.toUpperCase() === letter || !CHARACTERS.test(letter.toUpperCase())))
}

/** `country:seller:class:number`, the number normalised: known to everybody before the invoice is issued, and unique for ever. */
export function invoiceIdOf(country: string, sellerLegalId: string, documentClass: DocumentClass, number: string): string {
  return [country, sellerLegalId, documentClass, normalizeNumber(number)].join(':')
}

/** 数电发票: year (2), region (2), channel (1), sequence (15). Regions are the provinces of GB/T 2260, 11 to 65. */
const CHINESE_NUMBER = /^([0-9]{2})(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])([0-9])([0-9]{15})$/

/** The form that the seller's country prescribes, if it prescribes one. */
export function checkNumber(country: string, number: string, issueDate: string): Rejection | undefined {
  if (!CHARACTERS.test(number) || hasNoCapital(number))
    return refuse('invoices/bad-number', 'it has characters that have no place in an invoice number', 'number')
  const normal = normalizeNumber(number)
  if (normal === '') return refuse('invoices/bad-number', 'an invoice number has at least one letter or digit', 'number')
  if (normal.length > NUMBER_LENGTH_MAX) {
    return refuse('invoices/bad-number', `an invoice number has at most ${NUMBER_LENGTH_MAX} letters and digits`, 'number')
  }
  if (country !== 'CN') return undefined
  const match = CHINESE_NUMBER.exec(normal)
  if (match === null) return refuse('invoices/bad-number', `${normal} is no Chinese invoice number of 20 digits`, 'number')
  const year = match[1]
  if (year === issueDate.slice(2, 4)) return undefined
  return refuse('invoices/bad-number', `the number says year ${year}, the issue date (BT-2) ${issueDate}`, 'number')
}
