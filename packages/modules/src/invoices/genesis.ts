import type { Json } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { calendarFault, PLAIN_CALENDAR } from '../calendar.ts'
import { paramsCodec } from './params.ts'
import { ratesFault } from './rates.ts'
import { PARAMS_KEY, paramsTable } from './store.ts'

/** Business dates of China, no holidays; nobody's silence is acceptance, and no country's rates are prescribed. */
const DEFAULT_GENESIS: Json = {
  utcOffsetMinutes: 480,
  calendar: { weekendDays: [...PLAIN_CALENDAR.weekendDays], holidays: [], workdays: [] },
  deemedAcceptance: [],
  vatRates: [],
}

/** @throws Error when the parameters are not what they should be. */
export function initGenesis(_block: BlockContext, state: StateWriter, json: Json | undefined): void {
  const genesis = paramsCodec.parseJson(json ?? DEFAULT_GENESIS)
  if (!genesis.ok) fail(`${genesis.error.path ?? ''} ${genesis.error.message}`)
  const { calendar, deemedAcceptance, vatRates } = genesis.value
  const fault = calendarFault(calendar) ?? ratesFault(vatRates)
  if (fault !== undefined) fail(fault)
  if (new Set(deemedAcceptance.map(({ country }) => country)).size < deemedAcceptance.length) fail('a country has two rules')
  paramsTable.put(state, PARAMS_KEY, genesis.value)
}

function fail(message: string): never {
  throw new Error(`genesis of invoices: ${message}`)
}
