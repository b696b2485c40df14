import { countValue, dueQueue, table, textValue } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import { checkpointsCodec, evidenceCodec, proposalCodec } from './codecs.ts'
import { events } from './events.ts'
import { DUE_BUCKET_MS } from './limits.ts'

export const MODULE_NAME = 'governance'
const module = MODULE_NAME

/** By proposalId: 1, 2, 3 … Kept for ever. */
export const proposals = table({ module, name: 'proposal', value: proposalCodec })
/** How many there are, under `ALL`. */
export const proposalCount = table({ module, name: 'count', value: countValue })
/** How many of a member's are open, by organization. */
export const openCounts = table({ module, name: 'open', value: countValue })
/** PartyId by organization, where the two differ. */
export const memberParties = table({ module, name: 'member', value: textValue })
/** Organizations that had no party when the chain began, each with 1. */
export const voteless = table({ module, name: 'voteless', value: countValue })
/** ProposalIds by their deadline. */
export const deadlines = dueQueue({ module, name: 'due', bucketMs: DUE_BUCKET_MS })
/** Blocks that observers may sign for, the oldest first, under `ALL`. */
export const checkpoints = table({ module, name: 'checkpoint', value: checkpointsCodec })
/** By evidenceId: 1, 2, 3 … Kept for ever: one of a kind, a key and an epoch. */
export const evidence = table({ module, name: 'evidence', value: evidenceCodec })
/** How much there is, under `ALL`. */
export const evidenceCount = table({ module, name: 'evidence-count', value: countValue })
/** EvidenceId by consensus key, epoch and kind. */
export const evidenceNumbers = table({ module, name: 'evidence-of', value: textValue })
/** The youngest proposal that evidence has opened against an organization. */
export const accusations = table({ module, name: 'accusation', value: textValue })
/** The one key of what is kept of all proposals together. */
export const ALL = 'all'

export const emit = emitterOf(MODULE_NAME, events)
