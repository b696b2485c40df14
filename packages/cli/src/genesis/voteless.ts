import type { Genesis, Json } from '@hanse/protocol'
import { isJsonObject } from '../json.ts'

/** Organizations of validators that will have no vote in `governance`: it counts those that have a party when the chain begins. */
export function votelessOrganizations({ validators, modules }: Genesis): readonly string[] {
  const stateOf = (module: string): Json | undefined => modules.find(({ name }) => name === module)?.genesis
  if (modules.every(({ name }) => name !== 'governance')) return []
  const parties = new Set(itemsOf(stateOf('organizations'), 'parties').map((item) => memberOf(item['party'], 'partyId')))
  const partyOf = new Map(itemsOf(stateOf('governance'), 'members').map((item) => [item['organization'], item['partyId']]))
  return validators.map(({ organization }) => organization).filter((name) => !parties.has(partyOf.get(name) ?? name))
}

function itemsOf(state: Json | undefined, list: string): readonly { readonly [name: string]: Json }[] {
  const items = memberOf(state, list)
  return Array.isArray(items) ? items.filter(isJsonObject) : []
}

function memberOf(json: Json | undefined, name: string): Json | undefined {
  return isJsonObject(json) ? json[name] : undefined
}
