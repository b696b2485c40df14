/** Bodies whose bytes are held beside the pool: two windows of them at the most, see `TransactionBytes`. */
export const HELD_BODIES_MAX = 256
/** How long an answer may take before another peer is asked, in ms. */
export const TRANSACTION_FETCH_TIMEOUT_MS = 300
/** Blocks asked for in one request. */
export const SYNC_BLOCKS_PER_REQUEST = 32
/** How long a sync answer may take before another peer is asked, in ms. */
export const SYNC_TIMEOUT_MS = 2_000
/** A peer that sent what does not verify, or nothing, is not asked again for this long, in ms. */
export const SYNC_PEER_REST_MS = 5_000
/** Records that the log may hold beyond those that are needed before it is compacted. */
export const LOG_SLACK_RECORDS_MAX = 4_096
/** Bytes likewise. */
export const LOG_SLACK_BYTES_MAX = 64 * 1024 * 1024
