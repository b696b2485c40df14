import type { Json } from '@hanse/protocol'
import type { BlockContext, StateWriter } from '@hanse/state'
import { getParty } from '../organizations/api.ts'
import { genesisCodec } from './codecs.ts'
import { partyOfMember } from './members.ts'
import { memberParties, voteless } from './store.ts'

function fail(message: string): never {
  throw new Error(`genesis of governance: ${message}`)
}

/** @throws Error when a member is named that does not validate, or two members would vote through one party. */
export function initGenesis({ validators }: BlockContext, state: StateWriter, json: Json | undefined): void {
  const genesis = genesisCodec.parseJson(json ?? { members: [] })
  if (!genesis.ok) fail(`${genesis.error.path ?? ''} ${genesis.error.message}`)
  for (const { organization, partyId } of genesis.value.members) {
    if (!validators.includes(organization)) fail(`${organization} is no validator`)
    if (memberParties.has(state, organization)) fail(`${organization} stands twice`)
    if (getParty(state, partyId) === undefined) fail(`${partyId}, who votes for ${organization}, is no party`)
    memberParties.put(state, organization, partyId)
  }
  const parties = validators.map((organization) => partyOfMember(state, organization))
  const twice = parties.find((partyId, index) => parties.indexOf(partyId) !== index)
  if (twice !== undefined) fail(`${twice} would vote for two members`)
  // Whoever registers parties later must not thereby give away votes.
  for (const organization of validators) {
    if (getParty(state, partyOfMember(state, organization)) === undefined) voteless.put(state, organization, 1)
  }
}
