/** BT-1, in UTF-16 code units. */
export const NUMBER_LENGTH_MAX = 64
/** Country, legal id, class and number with their separators, in UTF-16 code units. */
export const INVOICE_ID_LENGTH_MAX = 96
/** Codes and identifiers, in UTF-16 code units. */
export const CODE_LENGTH_MAX = 64
/** Names, reasons, references, in UTF-16 code units. */
export const NAME_LENGTH_MAX = 256
/** Payment terms, in UTF-16 code units: sellers write paragraphs. */
export const TERMS_LENGTH_MAX = 1_024
export const CERT_NO_LENGTH_MAX = 64
/** BG-25. A transaction of 64 KiB holds about as many short lines. */
export const LINES_MAX = 500
/** BG-20 and BG-21 of a document, BG-27 and BG-28 of a line, each. */
export const LINE_ALLOWANCES_MAX = 32
/** BG-23. */
export const RATES_MAX = 32
/** Receivables that stand on one invoice at once. */
export const PLEDGES_PER_INVOICE_MAX = 32
export const RED_LETTERS_PER_INVOICE_MAX = 32
/** Items of a page of a list. */
export const PAGE_SIZE_MAX = 100
export const PAGE_SIZE_DEFAULT = 20
