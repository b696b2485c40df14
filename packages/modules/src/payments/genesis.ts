import type { Json } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { paramsCodec } from './codecs.ts'
import { PARAMS_KEY, paramsTable } from './store.ts'

/** Business dates of China; ten minutes to settle what is locked; an hour to the creditor's account, the G20's target; a day for a screening. */
const DEFAULT_GENESIS: Json = {
  utcOffsetMinutes: 480,
  lockMs: 600_000,
  creditWithinMs: 3_600_000,
  screeningMs: 86_400_000,
  lists: ['sanctions'],
}

/** @throws Error when the parameters are not what they should be. */
export function initGenesis(_block: BlockContext, state: StateWriter, json: Json | undefined): void {
  const genesis = paramsCodec.parseJson(json ?? DEFAULT_GENESIS)
  if (!genesis.ok) throw new Error(`genesis of payments: ${genesis.error.path ?? ''} ${genesis.error.message}`)
  if (new Set(genesis.value.lists).size !== genesis.value.lists.length) throw new Error('genesis of payments: a list stands twice')
  paramsTable.put(state, PARAMS_KEY, genesis.value)
}
