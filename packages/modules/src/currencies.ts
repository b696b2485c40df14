/**
 * ISO 4217: the exponent says how many decimals the minor unit has. Only currencies that a chain of this kind meets; a new one is a
 * row here and a new version of the modules, because an exponent is part of what every node must agree on.
 */
const CURRENCY_EXPONENTS = {
  AED: 2,
  AUD: 2,
  BHD: 3,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CNY: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  HUF: 2,
  IDR: 2,
  INR: 2,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LAK: 2,
  MMK: 2,
  MOP: 2,
  MXN: 2,
  MYR: 2,
  NOK: 2,
  NZD: 2,
  PHP: 2,
  PLN: 2,
  RON: 2,
  RUB: 2,
  SAR: 2,
  SEK: 2,
  SGD: 2,
  THB: 2,
  TRY: 2,
  TWD: 2,
  USD: 2,
  VND: 0,
  ZAR: 2,
} as const satisfies Readonly<Record<CurrencyCode, number>>

/** Written out: so it has a name in what the compiler says. */
export type CurrencyCode =
  | 'AED'
  | 'AUD'
  | 'BHD'
  | 'BRL'
  | 'CAD'
  | 'CHF'
  | 'CNY'
  | 'CZK'
  | 'DKK'
  | 'EUR'
  | 'GBP'
  | 'HKD'
  | 'HUF'
  | 'IDR'
  | 'INR'
  | 'JPY'
  | 'KRW'
  | 'KWD'
  | 'LAK'
  | 'MMK'
  | 'MOP'
  | 'MXN'
  | 'MYR'
  | 'NOK'
  | 'NZD'
  | 'PHP'
  | 'PLN'
  | 'RON'
  | 'RUB'
  | 'SAR'
  | 'SEK'
  | 'SGD'
  | 'THB'
  | 'TRY'
  | 'TWD'
  | 'USD'
  | 'VND'
  | 'ZAR'

export type Currency = CurrencyCode

/** In alphabetical order. */
export const CURRENCIES = Object.keys(CURRENCY_EXPONENTS) as readonly Currency[]

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(CURRENCY_EXPONENTS, code)
}

/** Decimals of the minor unit: CNY 2, VND 0. */
export function currencyExponent(currency: Currency): number {
  return CURRENCY_EXPONENTS[currency]
}
