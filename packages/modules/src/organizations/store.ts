import { countValue, dueQueue, indexList, table, textValue } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import { classificationCodec, firstUseCodec, operatorCodec, partyCodec, proposalCodec } from './codecs.ts'
import { events } from './events.ts'
import { DUE_BUCKET_MS } from './limits.ts'

export const MODULE_NAME = 'organizations'
const module = MODULE_NAME

/** By partyId. */
export const parties = table({ module, name: 'party', value: partyCodec })
/** PartyId by LEI. */
export const partyIdByLei = table({ module, name: 'lei', value: textValue })
/** PartyId by USCC. */
export const partyIdByUscc = table({ module, name: 'uscc', value: textValue })
/** By partyId. Absent where the registrar has said nothing yet. */
export const classifications = table({ module, name: 'classification', value: classificationCodec })
/** By address, revoked ones too: an address is never given twice. */
export const operators = table({ module, name: 'operator', value: operatorCodec })
/** By [partyId, callDigest]. */
export const proposals = table({ module, name: 'proposal', value: proposalCodec })
/** How many proposals of a party are open, by partyId. */
export const openProposalCounts = table({ module, name: 'open-proposals', value: countValue })
/** First transaction by [partyId, clientRef]. Kept for ever. */
export const firstUses = table({ module, name: 'client-ref', value: firstUseCodec })
/** Ids of all parties, in the order of their registration. */
export const partyIds = indexList({ module, name: 'parties', item: textValue })
/** The one key of what is kept of all parties together. */
export const ALL_PARTIES = 'all'
/** How many registrars can act, under `ALL_PARTIES`. */
export const actingRegistrars = table({ module, name: 'acting-registrars', value: countValue })
/** `kyc partyId` and `proposal partyId callDigest`. */
export const deadlines = dueQueue({ module, name: 'due', bucketMs: DUE_BUCKET_MS })

export const emit = emitterOf(MODULE_NAME, events)
