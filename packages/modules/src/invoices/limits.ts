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
/** How long an employer may keep an invoice locked, in ms: as long as a claim of expenses waits for its approval. */
export const LOCK_MS_MAX = 30 * 86_400_000
/** Deadlines that one block works off. */
export const DUE_ITEMS_PER_BLOCK_MAX = 200
/** An answer that is deemed given is told once as such and once as the axis that moved. */
export const EVENTS_PER_DEADLINE_MAX = 2
/** The grain of deadlines, in ms. */
export const DUE_BUCKET_MS = 1_000
/** Countries that have a rule of deemed acceptance. */
export const DEEMED_RULES_MAX = 300
/** Business days of such a rule. */
export const RESPONSE_DAYS_MAX = 180
/** Tables of VAT rates, of all countries and all times. */
export const RATE_TABLES_MAX = 300
/** Two parties that invoice each other are everyday trade; three in a ring are not. */
export const RING_LENGTH_MIN = 3
/** Parties in a ring that the alarm looks for. */
export const RING_LENGTH_MAX = 6
/** Steps between parties that one `issue` looks at for a ring: each is a read of the state. */
export const RING_STEPS_MAX = 256
/** Items of a page of a list. */
export const PAGE_SIZE_MAX = 100
export const PAGE_SIZE_DEFAULT = 20
