/**
 * Heights between the deciding vote and the first block with the module: operators see it coming, and the vote is final long before a
 * block of that height is proposed, in the largest window (`WINDOW_MAX`) too.
 */
export const NOTICE_HEIGHTS_MIN = 100
/** How far ahead a proposal may put the height. */
export const NOTICE_HEIGHTS_MAX = 10_000_000
/** How long a proposal may be voted on, in ms. */
export const VOTING_MS_MAX = 90 * 86_400_000
/**
 * How long a key that came after genesis has no vote, in ms: a registrar can give a member's party new keys (`recoverOperators`), and the
 * others must see that before these decide anything.
 */
export const KEY_AGE_MS_MIN = 7 * 86_400_000
/** Proposals of one member that are open at a time. */
export const OPEN_PROPOSALS_PER_MEMBER_MAX = 8
/** UTF-16 code units of what a proposal gives to a module's `initGenesis`. */
export const MODULE_GENESIS_LENGTH_MAX = 16_384
/** Proposals that one block ends because their time is over: an event each. */
export const DUE_ITEMS_PER_BLOCK_MAX = 50
/** The grain of deadlines, in ms. */
export const DUE_BUCKET_MS = 1_000
/** Proposals looked at for one page of a list by status. */
export const PROPOSALS_SCANNED_MAX = 1_000
export const PAGE_SIZE_DEFAULT = 20
export const PAGE_SIZE_MAX = 100
/** Blocks that an observer may sign for: one a minute of block time, the newest. */
export const CHECKPOINTS_MAX = 16
/** Block time between two of them, in ms. */
export const CHECKPOINT_MS = 60_000
/** How long ago the chain may have kept the one that an observer has signed, in ms. */
export const READINESS_MS_MAX = 10 * 60_000
/** How far below the block the height may lie that evidence is about. */
export const EVIDENCE_BLOCKS = 100_000
/** Bytes of one of the two messages: a ViewChange has two certificates. Both fit one value of the state. */
export const EVIDENCE_MESSAGE_BYTES_MAX = 30_000
export const EVIDENCE_PAGE_SIZE_MAX = 20
/** How long the members may vote on a removal that evidence has opened, in ms. */
export const ACCUSATION_VOTING_MS = 30 * 86_400_000
