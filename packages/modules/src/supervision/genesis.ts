import type { Json } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { genesisCodec } from './codecs.ts'
import { EMERGENCY_NOTICE_HEIGHTS_DEFAULT, NOTICE_HEIGHTS_DEFAULT } from './limits.ts'
import { ALL, paramsTable } from './store.ts'

/** Months of China. */
const DEFAULT_GENESIS: Json = {
  noticeHeights: NOTICE_HEIGHTS_DEFAULT,
  emergencyNoticeHeights: EMERGENCY_NOTICE_HEIGHTS_DEFAULT,
  utcOffsetMinutes: 480,
}

/** @throws Error when the parameters are not what they should be. */
export function initGenesis(_block: BlockContext, state: StateWriter, json: Json | undefined): void {
  const genesis = genesisCodec.parseJson(json ?? DEFAULT_GENESIS)
  if (!genesis.ok) throw new Error(`genesis of supervision: ${genesis.error.path ?? ''} ${genesis.error.message}`)
  const { noticeHeights, emergencyNoticeHeights } = genesis.value
  if (emergencyNoticeHeights > noticeHeights) throw new Error('genesis of supervision: an emergency has the longer notice')
  paramsTable.put(state, ALL, genesis.value)
}
