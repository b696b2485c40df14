/** Levels of splitting below the root. */
export const DEPTH_MAX = 8
/** Shares of one split. */
export const SHARES_PER_SPLIT_MAX = 16
export const SHARES_PER_SPLIT_MIN = 2
/** Live certificates of one root: redemption pays them all in one transaction. A split shares them out. */
export const LEAVES_PER_ROOT_MAX = 128
/** Parties through whose hands one certificate can go, the bank that finances it included. */
export const HOLDERS_MAX = 32
export const INVOICES_PER_ROOT_MAX = 32
export const DOCUMENTS_PER_ROOT_MAX = 32
/** Lines of one order or goods receipt, and lines of invoices in one issue. */
export const LINES_PER_DOCUMENT_MAX = 100
/** Sealed bids of one auction, one a bank. */
export const BIDS_PER_AUCTION_MAX = 16
/** Bytes of the salt that hides a bid's rate until it is revealed. */
export const SALT_SIZE_BYTES = 32
/** Orders that can stand on one certificate at once. */
export const FREEZE_ORDERS_MAX = 16
/** Lists that parties are screened against. */
export const LISTS_MAX = 4
/** Keys of a party: by LEI, and by name and country. */
export const SUBJECTS_MAX = 2
/** How long a screening can hold while its lists stay as they are, in ms. */
export const SCREENING_LIFETIME_MS_MAX = 30 * 86_400_000
/** Tenor in months: no genesis may allow more (PBOC notice of April 2025). */
export const TENOR_MONTHS_MAX = 12
/** 100 % a year. */
export const ANNUAL_RATE_PPM_MAX = 1_000_000
/** Deadlines that one block works off. */
export const DUE_ITEMS_PER_BLOCK_MAX = 200
/** Ends of freezes likewise: nobody but an authority makes one, so nobody else delays what waits for it. */
export const FREEZE_ENDS_PER_BLOCK_MAX = 100
/** An offer that lapses frees each of its invoices, and says so; nothing that is due makes more events. */
export const EVENTS_PER_DEADLINE_MAX = INVOICES_PER_ROOT_MAX + 2
/** The grain of deadlines, in ms. */
export const DUE_BUCKET_MS = 1_000
export const CERT_NO_LENGTH_MAX = 64
/** Leaves room for a suffix of three characters a level. */
export const ROOT_NO_LENGTH_MAX = 40
export const LINE_ID_LENGTH_MAX = 64
export const PAGE_SIZE_DEFAULT = 50
export const PAGE_SIZE_MAX = 100
