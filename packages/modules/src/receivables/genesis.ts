import type { Json } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { genesisCodec } from './codecs.ts'
import { PARAMS_KEY, paramsTable } from './store.ts'

/** Business dates of China, three days of grace. */
const DEFAULT_GENESIS: Json = { utcOffsetMinutes: 480, graceDays: 3 }

/** @throws Error when the parameters are not what they should be. */
export function initGenesis(_block: BlockContext, state: StateWriter, json: Json | undefined): void {
  const genesis = genesisCodec.parseJson(json ?? DEFAULT_GENESIS)
  if (!genesis.ok) throw new Error(`genesis of receivables: ${genesis.error.path ?? ''} ${genesis.error.message}`)
  paramsTable.put(state, PARAMS_KEY, genesis.value)
}
