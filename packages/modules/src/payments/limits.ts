/** How long a quote can bind its provider, in ms. */
export const QUOTE_LIFETIME_MS_MAX = 24 * 3_600_000
/** How long a payment can be held by an agent, and is by a rule, in ms. */
export const HOLD_MS_MAX = 5 * 86_400_000
/** Holds of one payment. */
export const HOLDS_MAX = 8
/** Steps of a life: three to ACCP, two a hold, three to ACCC. A rule's hold goes out of ACTC and back. */
export const HISTORY_MAX = 6 + 2 * HOLDS_MAX
/** Requests to return one payment, each after the one before was refused. */
export const RECALLS_MAX = 8
/** How far ahead a settlement date may lie, in days. */
export const SETTLEMENT_DAYS_MAX = 10
/** Lists that each agent screens against. */
export const LISTS_MAX = 4
/** Keys of debtor and creditor: by LEI and by name and country, each. */
export const SUBJECTS_MAX = 4
/** Deadlines that one block works off. */
export const DUE_ITEMS_PER_BLOCK_MAX = 200
/** Two legs go back, and the status changes. */
export const EVENTS_PER_DEADLINE_MAX = 4
/** The grain of deadlines, in ms. */
export const DUE_BUCKET_MS = 1_000
/** ISO 20022 Max35Text. */
export const REFERENCE_LENGTH_MAX = 35
export const UTC_OFFSET_MINUTES_MAX = 14 * 60
/** ISO 20022 BaseOneRate: digits in all, and after the point. */
export const RATE_DIGITS_MAX = 11
export const RATE_SCALE_MAX = 10
export const PAGE_SIZE_DEFAULT = 50
export const PAGE_SIZE_MAX = 100
