/**
 * Transactions held for bodies that are not final, in bytes: beyond it this replica prepares nothing fresh but the next height. Only
 * views that fail one after the other, each with other transactions, come near it: a window of full blocks takes an eighth.
 */
export const HELD_BYTES_MAX = 64 * 1024 * 1024
/** Bytes of transactions that one peer gets as answers to its fetches in a second: several full blocks. */
export const ANSWER_BYTES_PER_SECOND_MAX = 16 * 1024 * 1024
/** How often a check that lacks transactions looks whether it has to ask for them, in ms. */
export const TRANSACTION_FETCH_TICK_MS = 40
/** Ticks that an answer may take before another peer is asked. */
export const TRANSACTION_FETCH_TICKS = 8
/** Transactions that are sent to everybody again at a time: some frames, whatever waits. */
export const LATE_TRANSACTIONS_MAX = 4_096
/** View timeouts that a transaction waits at most until it is sent to everybody once more. */
export const FORWARD_TIMEOUTS_MAX = 8
/** Blocks asked for in one request. */
export const SYNC_BLOCKS_PER_REQUEST = 32
/** Requests without an answer, and answers that wait for their turn, together. */
export const SYNC_REQUESTS_MAX = 4
/** How long it may be that nobody of those who were asked answers, before others are asked, in ms. */
export const SYNC_TIMEOUT_MS = 2_000
/** How long a peer that was silent, or had nothing, is let alone when nobody else can be asked, in ms. */
export const SYNC_RETRY_MS = 500
/** A peer that sent what does not verify, or nothing, is not asked again for this long while another can be, in ms; twice as long each time that it does so again. */
export const SYNC_PEER_REST_MS = 5_000
export const SYNC_PEER_REST_MS_MAX = 80_000
/** A replica that is more certified blocks behind takes neither votes nor relayed transactions: they are of heights that it comes to by sync. */
export const SYNCED_LAG_BLOCKS_MAX = 64
/** Records that the log may hold beyond those that are needed before it is compacted. */
export const LOG_SLACK_RECORDS_MAX = 4_096
/** Bytes likewise. */
export const LOG_SLACK_BYTES_MAX = 64 * 1024 * 1024
