import { reject } from '@hanse/primitives'
import type { Genesis, Json } from '@hanse/protocol'
import { CliError } from '../cli-error.ts'
import { isJsonObject } from '../json.ts'

/** A party that a chain begins with, as its genesis says. */
export interface FirstParty {
  readonly partyId: string
  readonly roles: readonly string[]
  readonly operators: readonly { readonly publicKey: string; readonly roles: readonly string[]; readonly personRef: string }[]
}

/** One byte, again and again: no key that somebody made is so. */
const PLACEHOLDER = /^0x([0-9a-f]{2})\1{31}$/

/** In the order of the genesis; none where it names no first state for them. The form of that state was checked. */
export function firstParties({ modules }: Genesis): readonly FirstParty[] {
  const state = modules.find(({ name }) => name === 'organizations')?.genesis
  return listOf(state, 'parties').map((item) => {
    const party = isJsonObject(item['party']) ? item['party'] : {}
    return {
      partyId: `${party['partyId']}`,
      roles: textsOf(party['roles']),
      operators: listOf(item, 'operators').map((operator) => ({
        publicKey: `${operator['publicKey']}`,
        roles: textsOf(operator['roles']),
        personRef: `${operator['personRef'] ?? ''}`,
      })),
    }
  })
}

/** @throws CliError `genesis/placeholder-key` for an operator whose key was copied from an example: nobody could ever sign for it */
export function refusePlaceholders(genesis: Genesis): void {
  for (const [index, { partyId, operators }] of firstParties(genesis).entries()) {
    const at = operators.findIndex(({ publicKey }) => PLACEHOLDER.test(publicKey))
    if (at < 0) continue
    const message = `${partyId}: ${operators[at]?.publicKey} is the placeholder of an example, and no key`
    const hint = 'Put the public keys of its operators there: hanse keys export NAME --json. With this one nobody could act for the party.'
    throw new CliError(
      reject('genesis/placeholder-key', message, { path: `organizations.parties.${index}.operators.${at}.publicKey`, hint }),
    )
  }
}

function listOf(json: Json | undefined, name: string): readonly { readonly [name: string]: Json }[] {
  const list = isJsonObject(json) ? json[name] : undefined
  return Array.isArray(list) ? list.filter(isJsonObject) : []
}

function textsOf(json: Json | undefined): readonly string[] {
  return Array.isArray(json) ? json.map(String) : []
}
