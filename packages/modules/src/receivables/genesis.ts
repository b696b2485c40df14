import type { Json } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { calendarFault } from '../calendar.ts'
import { genesisCodec, type ReceivablesParams } from './codecs.ts'
import { ALL, paramsTable } from './store.ts'

/** Business dates of China, three days of grace. */
const DEFAULT_GENESIS: Json = { utcOffsetMinutes: 480, graceDays: 3 }

/** Tenors as PBOC’s notice of April 2025 has them, offers of 30 days, freezes of a year (the longest for a bank deposit), 60 days to pay a supplier. */
const DEFAULT_PARAMS: Omit<ReceivablesParams, 'utcOffsetMinutes' | 'graceDays' | 'calendar' | 'screening'> = {
  tenorMonthsMax: 12,
  tenorMonthsWithoutReason: 6,
  dayCount: 'ACT/360',
  offerDaysMax: 30,
  freezeDaysMax: 366,
  supplierPaymentDays: 60,
}

/** @throws Error when the parameters are not what they should be. */
export function initGenesis(_block: BlockContext, state: StateWriter, json: Json | undefined): void {
  const genesis = genesisCodec.parseJson(json ?? DEFAULT_GENESIS)
  if (!genesis.ok) throw new Error(`genesis of receivables: ${genesis.error.path ?? ''} ${genesis.error.message}`)
  const params = { ...DEFAULT_PARAMS, ...genesis.value }
  if (params.tenorMonthsWithoutReason > params.tenorMonthsMax) {
    throw new Error('genesis of receivables: tenorMonthsWithoutReason is more than tenorMonthsMax')
  }
  const fault = params.calendar === undefined ? undefined : calendarFault(params.calendar)
  if (fault !== undefined) throw new Error(`genesis of receivables: calendar: ${fault}`)
  const lists = params.screening?.lists ?? []
  if (new Set(lists).size !== lists.length) throw new Error('genesis of receivables: screening names a list twice')
  paramsTable.put(state, ALL, params)
}
