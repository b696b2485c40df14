/** Keys of a party over its life, or since the registrar last recovered it; revoked ones counted. */
export const OPERATORS_PER_PARTY_MAX = 64
/** Two people are the least that four eyes need. */
export const OPERATORS_PER_PARTY_MIN = 2
/** Beneficial owners and groups that a party is classified under. */
export const OWNERS_PER_PARTY_MAX = 16
/** Calls of one party that wait for their second pair of eyes. */
export const OPEN_PROPOSALS_PER_PARTY_MAX = 256
/** How long a proposal may wait for its second pair of eyes, in ms. */
export const PROPOSAL_LIFETIME_MS_MAX = 30 * 86_400_000
/** Expired proposals, and lapsed KYC, that one block tidies up: an event each at most, of the 1,024 that all modules have together. */
export const DUE_ITEMS_PER_BLOCK_MAX = 200
/** The grain of deadlines, in ms. */
export const DUE_BUCKET_MS = 1_000
export const PAGE_SIZE_DEFAULT = 50
export const PAGE_SIZE_MAX = 200
