import { defineMessage, text, uint } from '@hanse/protocol'
import { defineRecord, table } from '@hanse/state'

/** Written out: it stands in every key of the state and in the signed bytes. */
export const MODULE_NAME = 'loyalty'

/** The id of a registered party, as in `organizations`. */
export const partyId = () => text({ max: 64, pattern: /^[a-z0-9][a-z0-9-]*$/, description: 'id of a registered party' })

/** A text for people. */
export const reasonText = () => text({ max: 140 })

/** Numbers of members are for ever: what is new gets a new one. */
const accountCodec = defineMessage({ points: [1, uint()] })
const totalCodec = defineMessage({ granted: [1, uint()] })

/** By partyId. */
export const accounts = table({ module: MODULE_NAME, name: 'account', value: accountCodec })
/** What was ever granted, under `ALL`. */
export const totals = table({ module: MODULE_NAME, name: 'total', value: totalCodec })
export const ALL = 'all'

/** Records that a client can ask a proof of, by name. */
export const records = {
  account: defineRecord({
    summary: 'How many points a party has; absent when it never had any',
    key: defineMessage({ partyId: [1, partyId()] }),
    value: accountCodec,
    keyOf: (key) => accounts.keyOf(key.partyId),
  }),
}
