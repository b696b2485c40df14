import { err, ok, type Rejection } from '@hanse/primitives'
import { address, bool, described, list, object, optional, text, uint, VALIDATORS_MAX } from '@hanse/protocol'
import { refusedRead } from '../errors.ts'
import { heightField, nullable, resolveHeight } from '../fields.ts'
import { PAGE_ITEMS_DEFAULT, PAGE_ITEMS_MAX } from '../limits.ts'
import { defineMethod, type Method } from '../method.ts'

/** Roles of a party: far more than there are. */
const ROLES_MAX = 32
const word = text({ max: 64 })

const keys = { peerId: text({ max: 128 }), consensusKey: text({ max: 66 }) }

const memberField = object({
  organization: described('its party id, and its name among validators and observers', word),
  party: optional(
    described(
      'absent where the organization of a validator or observer is not registered',
      object({
        name: text({ max: 140 }),
        country: text({ max: 2 }),
        lei: optional(text({ max: 20 })),
        uscc: optional(text({ max: 18 })),
        bic: optional(text({ max: 11 })),
        roles: list(word, { max: ROLES_MAX }),
        kyc: object({ status: word, validUntilMs: optional(uint()), changedAtMs: uint() }),
        active: described('it may act: KYC is ACTIVE and valid at this height’s block time', bool()),
        account: address(),
        registeredAtMs: uint(),
        operators: described('keys that it has or had', uint()),
      }),
    ),
  ),
  validator: optional(described('absent for a party that runs none', object({ index: uint({ max: VALIDATORS_MAX - 1 }), ...keys }))),
  observer: optional(
    described(
      'a node that a vote has admitted, or taken from the validators',
      object({
        sinceHeight: uint(),
        ...keys,
        partyId: optional(described('would vote for it, where it is not the party of its own name', word)),
      }),
    ),
  ),
})

const READ_ERRORS = ['query/unknown-module', 'state/unknown-height', 'state/pruned'] as const

/** What the query behind the list says of its args, the list says of its params. */
function ofParam(rejection: Rejection): Rejection {
  const { path } = rejection
  return path?.startsWith('args.') ? { ...rejection, path: path.slice('args.'.length) } : rejection
}

export const memberMethods: readonly Method[] = [
  defineMethod({
    name: 'member_list',
    summary: 'The members of the consortium: registered parties in the order of their registration, with the nodes that they run',
    description:
      'Validators and then observers whose organization is not registered come last. All is as of the height that is asked for. A page may be short, or empty, while nextCursor is not null. Ask all pages of one height for a list of one moment.',
    params: {
      role: optional(described('parties with this role only', word)),
      cursor: optional(text({ max: 32 })),
      limit: optional(uint({ min: 1, max: PAGE_ITEMS_MAX })),
      height: optional(heightField),
    },
    result: {
      name: 'members',
      field: object({ height: uint(), items: list(memberField, { max: PAGE_ITEMS_MAX }), nextCursor: nullable(text({ max: 32 })) }),
    },
    errors: READ_ERRORS,
    cost: 5,
    handle: ({ api, head }, { height, limit = PAGE_ITEMS_DEFAULT, role, cursor }) => {
      const page = api.members({
        limit,
        height: resolveHeight(height, head),
        ...(role === undefined ? {} : { role }),
        ...(cursor === undefined ? {} : { cursor }),
      })
      return page.ok ? ok({ ...page.value, nextCursor: page.value.nextCursor ?? null }) : err(refusedRead(ofParam(page.error)))
    },
  }),
  defineMethod({
    name: 'member_get',
    summary: 'One member: the party, its roles and KYC, and the validator or observer that it runs',
    params: { organization: described('a party id, or the organization of a validator or observer', word), height: optional(heightField) },
    result: { name: 'member', field: object({ height: uint(), member: memberField }) },
    errors: READ_ERRORS,
    cost: 2,
    handle: ({ api, head }, { organization, height }) => {
      const found = api.member(organization, resolveHeight(height, head))
      return found.ok ? found : err(refusedRead(found.error))
    },
  }),
]
