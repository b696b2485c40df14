/** BT-1, in UTF-16 code units. */
export const NUMBER_LENGTH_MAX = 64
/** Names, reasons, terms, references, in UTF-16 code units. */
export const NAME_LENGTH_MAX = 256
export const PARTY_ID_LENGTH_MAX = 64
export const CERT_NO_LENGTH_MAX = 64
/** Receivables that may stand on one invoice over its life. */
export const PLEDGES_PER_INVOICE_MAX = 32
