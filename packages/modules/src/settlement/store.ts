import { table } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import { balanceCodec, currencyRecordCodec, limitsCodec, paidAloneCodec } from './codecs.ts'
import { events } from './events.ts'

export const MODULE_NAME = 'settlement'

/** By ISO 4217 code. */
export const currencies = table({ module: MODULE_NAME, name: 'currency', value: currencyRecordCodec })
/** By [currency, account]. An account without money has no record. */
export const balances = table({ module: MODULE_NAME, name: 'balance', value: balanceCodec })
/** By [currency, party]: what the issuer allows it. */
export const limits = table({ module: MODULE_NAME, name: 'limit', value: limitsCodec })
/** By [currency, party]: what it has in vaults and may come back to it. It counts towards what the party may hold. */
export const reserves = table({ module: MODULE_NAME, name: 'reserved', value: balanceCodec })
/** By [currency, payer], of its last transaction that counted; only in currencies with a threshold. */
export const paidAlone = table({ module: MODULE_NAME, name: 'paid-alone', value: paidAloneCodec })

export const emit = emitterOf(MODULE_NAME, events)
