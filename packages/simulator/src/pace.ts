/** Virtual time in which a run must do enough to count, and then, healed, must finish what is pending. */
export const FAULTY_MS_MAX = 5 * 60 * 1000
/** A run with more liars than the set can bear has so long: it may never get anywhere. */
export const ACCOUNTABILITY_MS_MAX = 60 * 1000
/** Healed, a node that was away is back at the head within this time. */
export const REJOIN_MS_MAX = 10 * 1000
export const LIVENESS_MS_MAX = 30 * 1000
/** Sent when the network is healed, so that liveness has something to show. */
export const LIVENESS_TRANSACTIONS = 5
/** How often, in virtual time, clients look after what is not final yet. */
export const RESUBMIT_EVERY_US = 2_000_000
/** How long a broken connection takes to be noticed. */
export const NOTICE_US = 20_000
/** So long a primary is cut off to make room for a liar: longer than a view timeout. */
export const DEPOSED_MS = 1_500
/** A liar whose own process ends, because what it has told is not what it has done, begins again after so long. */
export const LIAR_DOWN_MS = 300
/** How long two nodes take to connect again. */
export const RECONNECT_MS = 30
