import { table } from '@hanse/state'
import { emitterOf } from '../emitter.ts'
import { balanceCodec, currencyRecordCodec, paidAloneCodec } from './codecs.ts'
import { events } from './events.ts'

export const MODULE_NAME = 'settlement'

/** By ISO 4217 code. */
export const currencies = table({ module: MODULE_NAME, name: 'currency', value: currencyRecordCodec })
/** By [currency, account]. An account without money has no record. */
export const balances = table({ module: MODULE_NAME, name: 'balance', value: balanceCodec })
/** By [currency, payer], of its last transaction that counted; only in currencies with a threshold. */
export const paidAlone = table({ module: MODULE_NAME, name: 'paid-alone', value: paidAloneCodec })

export const emit = emitterOf(MODULE_NAME, events)
