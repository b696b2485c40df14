/** Lists that the chain can have. */
export const LISTS_MAX = 32
/** Versions of one list that wait for their height. */
export const PENDING_VERSIONS_MAX = 8
/** All that can be due at one height, so that no version is late. */
export const LIST_STARTS_PER_BLOCK_MAX = LISTS_MAX * PENDING_VERSIONS_MAX
/** How far ahead of the block a version may take effect, in heights. */
export const AHEAD_HEIGHTS_MAX = 10_000_000
/** Entries of a list: proofs of absence have at most 24 hashes a neighbour. */
export const LIST_ENTRIES_MAX = 2 ** 24
export const LIST_ID_LENGTH_MAX = 32
