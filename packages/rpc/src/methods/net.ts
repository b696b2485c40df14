import { ok } from '@hanse/primitives'
import { bool, list, object, optional, text, uint } from '@hanse/protocol'
import { nullable } from '../fields.ts'
import { defineMethod, type Method } from '../method.ts'

/** Peers that one answer lists: an allow-list of a consortium is far below. */
const PEERS_MAX = 1_000

export const netMethods: readonly Method[] = [
  defineMethod({
    name: 'net_peers',
    summary: 'The peers this node may talk to, whether it does, and how much',
    params: {},
    result: {
      name: 'peers',
      field: object({
        items: list(
          object({
            peerId: text({ max: 128 }),
            organization: optional(text({ max: 64 })),
            connected: bool(),
            head: optional(uint()),
            addresses: list(text({ max: 256 }), { max: 16 }),
            connectedSinceMs: optional(uint()),
            bytesIn: uint(),
            bytesOut: uint(),
            framesIn: uint(),
            framesOut: uint(),
            reconnects: uint(),
            lastDisconnectReason: optional(text({ min: 0, max: 256 })),
          }),
          { max: PEERS_MAX },
        ),
        nextCursor: nullable(text({ max: 64 })),
      }),
    },
    errors: [],
    handle: ({ api }) => ok({ items: api.peers(), nextCursor: null }),
  }),
]
