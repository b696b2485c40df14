/** Entries of one page of a list. */
export const PAGE_ENTRIES_MAX = 1_000
/** Characters of one page's attributes, give or take one event: what one answer may weigh. */
export const PAGE_CHARACTERS_MAX = 4 * 1024 * 1024
/** Look-ups in the lists of terms that one page may cost. Then the page is short, and the next one goes on from there. */
export const PAGE_SEEKS_MAX = 4_000
/** Bytes of the records of one `append`, which is one transaction of the database. */
export const APPEND_BYTES_MAX = 32 * 1024 * 1024
/** Reads that wait for their turn. */
export const WAITING_READS_MAX = 256
