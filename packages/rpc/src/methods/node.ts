import { ok } from '@hanse/primitives'
import { choice, described, hash, list, MODULES_MAX, object, optional, text, uint } from '@hanse/protocol'
import { defineMethod, type Method } from '../method.ts'

const name = text({ min: 0, max: 128 })

export const nodeMethods: readonly Method[] = [
  defineMethod({
    name: 'node_info',
    summary: 'Who this node is and which chain it serves',
    params: {},
    result: {
      name: 'info',
      field: object({
        version: name,
        chainId: uint(),
        genesisHash: hash(),
        name,
        organization: name,
        role: choice('validator', 'observer'),
        peerId: name,
        history: described('pruned: this node deletes old blocks', choice('archive', 'pruned')),
        modules: list(object({ name, version: uint(), hash: optional(hash()) }), { max: MODULES_MAX }),
      }),
    },
    errors: [],
    handle: ({ api }) => ok({ ...api.info(), modules: api.modules }),
  }),
  defineMethod({
    name: 'node_status',
    summary: 'Whether this node is at the head, and if not, why',
    params: {},
    result: {
      name: 'status',
      field: object({
        state: choice('starting', 'syncing', 'synced', 'stalled'),
        height: uint(),
        earliest: described('the lowest height whose block this node keeps', uint()),
        headTime: uint(),
        lag: uint(),
        epoch: described('that decides on the next block: it counts the changes of the validators', uint()),
        view: uint(),
        primary: name,
        peers: uint(),
        reasons: list(text({ max: 256 }), { max: 16 }),
      }),
    },
    errors: [],
    handle: ({ api }) => ok(api.status()),
  }),
]
