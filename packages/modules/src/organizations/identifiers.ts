import { COUNTRY_CODES } from './countries.ts'

/** Value of a character in ISO 7064: 0–9, then A = 10 … Z = 35. */
function alphanumericValue(character: string): number {
  const code = character.charCodeAt(0)
  return code <= 57 ? code - 48 : code - 55
}

/** ISO 7064 MOD 97-10: the characters, letters as two digits, read as one number. */
export function modulo97(text: string): number {
  let rest = 0
  for (const character of text) {
    const value = alphanumericValue(character)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/**
 * ISO 17442: 18 characters and two check digits by MOD 97-10, which makes 02 to 98. 00, 01 and 99 leave the same remainders as 97, 98
 * and 02: with them one entity would have two LEIs.
 */
export function isLei(text: string): boolean {
  return /^[0-9A-Z]{18}(0[2-9]|[1-8][0-9]|9[0-8])$/.test(text) && modulo97(text) === 1
}

/** The alphabet of GB 32100-2015: no I, O, S, V, Z. A character's value is its place. */
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const USCC_PATTERN = /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** GB 32100-2015, 统一社会信用代码: 17 characters and one check character, weights 3^i mod 31. */
export function isUscc(text: string): boolean {
  if (!USCC_PATTERN.test(text)) return false
  let sum = 0
  let weight = 1
  for (const character of text.slice(0, 17)) {
    sum += USCC_ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31) === text.charAt(17)
}

/** ISO 9362: business party prefix, country, suffix, and for a branch three more. It has no check digit; its country must exist. */
export function isBic(text: string): boolean {
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text) && isCountry(text.slice(4, 6))
}

/** A bank's number in China's national payment system: twelve digits. Its check digit is not published, so only the form is judged. */
export function isCnaps(text: string): boolean {
  return /^[0-9]{12}$/.test(text)
}

/** GS1 Global Location Number: thirteen digits, the last by modulo 10 with weights 1 and 3. */
export function isGln(text: string): boolean {
  if (!/^[0-9]{13}$/.test(text)) return false
  let sum = 0
  for (let index = 0; index < 12; index++) sum += Number(text.charAt(index)) * (index % 2 === 0 ? 1 : 3)
  return (10 - (sum % 10)) % 10 === Number(text.charAt(12))
}

/** ISO 3166-1 alpha-2. */
export function isCountry(text: string): boolean {
  return COUNTRY_CODES.has(text)
}
