import { getParty } from '@hanse/modules'
import { defineMessage, type Json, list, uint } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { addPoints } from './points.ts'
import { partyId } from './store.ts'

const genesisCodec = defineMessage({
  accounts: [1, list(defineMessage({ partyId: [1, partyId()], points: [2, uint()] }), { max: 10_000 })],
})

/**
 * The first state: at height 0, or when a vote brings the module.
 * @throws Error when `json` does not fit: the chain is not made, or goes on without the module
 */
export function initGenesis(_block: BlockContext, state: StateWriter, json: Json | undefined): void {
  const genesis = genesisCodec.parseJson(json ?? { accounts: [] })
  if (!genesis.ok) throw new Error(`${genesis.error.path ?? ''} ${genesis.error.message}`)
  for (const { partyId: owner, points } of genesis.value.accounts) {
    if (getParty(state, owner) === undefined) throw new Error(`${owner} is no party`)
    const refused = addPoints(state, owner, points)
    if (refused !== undefined) throw new Error(refused.message)
  }
}
