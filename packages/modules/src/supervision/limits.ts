/** Lists that the chain can have. */
export const LISTS_MAX = 32
/** Versions of one list, or of one rule, that wait for their height. */
export const PENDING_VERSIONS_MAX = 8
/** All that can be due at one height, so that no version is late. */
export const LIST_STARTS_PER_BLOCK_MAX = LISTS_MAX * PENDING_VERSIONS_MAX
/** How far ahead of the block a version may take effect, in heights. */
export const AHEAD_HEIGHTS_MAX = 10_000_000
/** Hashes of a proof of absence, a neighbour. */
export const PATH_LENGTH_MAX = 24
/** Entries of a list: what such a proof reaches. */
export const LIST_ENTRIES_MAX = 2 ** PATH_LENGTH_MAX
export const LIST_ID_LENGTH_MAX = 32
/** Rules that cover one kind of transaction: each of them is judged in every one. */
export const RULES_MAX = 16
/** Of one kind: for each rule one in force and those that wait. */
export const BOOK_VERSIONS_MAX = RULES_MAX * (PENDING_VERSIONS_MAX + 1)
export const RULE_ID_LENGTH_MAX = 32
/** Countries that one rule names. */
export const RULE_COUNTRIES_MAX = 64
export const TENOR_DAYS_MAX = 3_660
/** How long a freeze can last before the authority must renew it, in ms. */
export const FREEZE_LIFETIME_MS_MAX = 366 * 86_400_000
/** Orders that can stand on one party at once. */
export const FREEZE_ORDERS_MAX = 16
/** How long a held call may be sent after it was cleared, in ms. */
export const CLEARANCE_LIFETIME_MS_MAX = 30 * 86_400_000
/** Ends of freezes and clearances that one block works off. */
export const DUE_ITEMS_PER_BLOCK_MAX = 100
/** The grain of deadlines, in ms. */
export const DUE_BUCKET_MS = 1_000
/** Heights of a day at the chain's heartbeat of 10 s. */
export const NOTICE_HEIGHTS_DEFAULT = 8_640
export const EMERGENCY_NOTICE_HEIGHTS_DEFAULT = 10
/** Months that a sum over all of them reads: eighty years. */
export const PERIODS_MAX = 1_000
/** Codes of refusals that are counted one by one in a month; more are counted together. */
export const REFUSAL_CODES_MAX = 512
/** Of a report: no more modules than codes can refuse. */
export const REFUSED_ROWS_MAX = REFUSAL_CODES_MAX + 1
