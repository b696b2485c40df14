/** How long one call may take before the client gives up on it, in ms. */
export const CALL_TIMEOUT_MS_DEFAULT = 10_000
/** Longest wait that one call asks of a node, in ms. */
export const SERVER_WAIT_MS_MAX = 30_000
/** Added to a server's wait for the way there and back, in ms. */
export const WAIT_MARGIN_MS = 5_000
/** How long to wait for a receipt when the caller does not say, in ms. */
export const RECEIPT_TIMEOUT_MS_DEFAULT = 60_000
/** Expiry is judged by block time, which may be this far behind the local clock, in ms. */
export const EXPIRY_GRACE_MS = 5_000
/** Time to live of a transaction when the caller does not say, in ms; less where the chain allows less. */
export const TIME_TO_LIVE_MS_DEFAULT = 120_000
/** Waits between attempts: the first and the longest, in ms. */
export const BACK_OFF_MS_MIN = 100
export const BACK_OFF_MS_MAX = 3_000
/** Notifications that wait for a subscription's reader; beyond it the socket is closed and resumed once they are read. */
export const NOTIFICATIONS_WAITING_MAX = 1_000
/** A subscription's connection is asked for a sign of life this often, and is dead when it gave none until the next time, in ms. */
export const KEEP_ALIVE_MS = 15_000
