import {
  formatDecimal,
  ibanFault,
  isBic,
  isCivilDate,
  isCountry,
  isCurrency,
  isLei,
  parseDecimal,
  roundDecimal,
  significantScale,
} from '@hanse/modules'
import { err, ok, type Result } from '@hanse/primitives'
import { NO_XML } from '../xml/characters.ts'
import type { Fault, PaymentMessageCode } from './rejections.ts'

/** A simple type of the schema. It gives a text in the one form that is kept and written: what it gives, it gives again. */
export type ValueType<T extends string = string> = (text: string) => Result<T, Fault>

function fault(code: PaymentMessageCode, message: string): { readonly ok: false; readonly error: Fault } {
  return err({ code, message })
}

function shown(text: string): string {
  return text.length <= 40 ? `“${text}”` : `“${text.slice(0, 40)}…”`
}

/** A type whose texts are kept as they are. */
function checked(code: PaymentMessageCode, isGood: (text: string) => boolean, what: string): ValueType {
  return (text) => (isGood(text) ? ok(text) : fault(code, `${shown(text)} is ${what}`))
}

/** `MaxNText`: one to `max` characters, none of them outside XML, no space around them. */
export function maxText(max: number): ValueType {
  return (text) => {
    if (text === '') return fault('iso20022/bad-value', 'the element is empty')
    if ([...text].length > max) return fault('iso20022/bad-value', `${shown(text)} has more than ${max} characters`)
    if (NO_XML.test(text)) return fault('iso20022/bad-value', 'the text has a character that XML cannot hold')
    return text === text.trim() ? ok(text) : fault('iso20022/bad-value', `${shown(text)} has space around it`)
  }
}

export function oneOf<const T extends string>(...words: readonly T[]): ValueType<T> {
  return (text) => {
    const word = words.find((candidate) => candidate === text)
    return word === undefined ? fault('iso20022/bad-value', `${shown(text)} is none of ${words.join(', ')}`) : ok(word)
  }
}

/** A code of an external code set, by its form: the sets grow without the schema. */
export function externalCode(max: number): ValueType {
  return checked(
    'iso20022/bad-value',
    (text) => text.length <= max && /^[A-Z0-9]+$/.test(text),
    `no code of at most ${max} capitals and digits`,
  )
}

export const bic = checked('iso20022/bad-bic', isBic, 'no BIC')
export const lei = checked('iso20022/bad-lei', isLei, 'no LEI')
export const country = checked('iso20022/bad-value', isCountry, 'no country of ISO 3166-1')
export const currencyCode = checked('iso20022/unknown-currency', isCurrency, 'no currency of the chain')
export const isoDate = checked('iso20022/bad-date', isCivilDate, 'no date')

export const iban: ValueType = (text) => {
  const wrong = ibanFault(text)
  return wrong === undefined ? ok(text) : fault('iso20022/bad-iban', `${shown(text)}: ${wrong}`)
}

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
export const uetr = checked('iso20022/bad-uetr', (text) => UUID_V4.test(text), 'no UUID of version 4 in lower case')

const DATE_TIME = /^(.{10})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?(Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?$/
/** A moment, where there is an offset; else it is the sender's time. */
export const isoDateTime = checked('iso20022/bad-date', (text) => isCivilDate(DATE_TIME.exec(text)?.[1] ?? ''), 'no date and time')

const RATE_DIGITS_MAX = 11
const RATE_SCALE_MAX = 10

/** `BaseOneRate`: units of the settlement's currency for one of the instructed amount's; above zero, no zeros around it. */
export const rate: ValueType = (text) => {
  const number = parseDecimal(text)
  if (number === undefined || number.unscaled <= 0n) return fault('iso20022/bad-value', `${shown(text)} is no rate above zero`)
  const least = roundDecimal(number, significantScale(number))
  if (least.scale > RATE_SCALE_MAX || `${least.unscaled}`.length > RATE_DIGITS_MAX)
    return fault('iso20022/bad-value', `a rate has at most ${RATE_DIGITS_MAX} digits, ${RATE_SCALE_MAX} of them after the point`)
  return ok(formatDecimal(least))
}
