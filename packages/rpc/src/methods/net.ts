import { ok } from '@hanse/primitives'
import { bool, described, list, object, optional, text, uint } from '@hanse/protocol'
import { nullable } from '../fields.ts'
import { defineMethod, type Method } from '../method.ts'

/** Peers that one answer lists: an allow-list of a consortium is far below. */
export const PEERS_MAX = 1_000

/** What is told of a peer. */
export const peerFields = {
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
}

export const netMethods: readonly Method[] = [
  defineMethod({
    name: 'net_peers',
    summary: 'The peers this node may talk to, whether it does, and how much',
    params: {},
    result: {
      name: 'peers',
      field: object({
        items: list(object(peerFields), { max: PEERS_MAX }),
        nextCursor: nullable(text({ max: 64 })),
      }),
    },
    errors: [],
    handle: ({ api }) => ok({ items: api.peers(), nextCursor: null }),
  }),
  defineMethod({
    name: 'net_info',
    summary: 'Where this node listens for peers, what it speaks with them, how many there are, and the limits it holds them to',
    params: {},
    result: {
      name: 'network',
      field: object({
        peerId: text({ max: 128 }),
        version: described('of the software, as peers are told', text({ max: 32 })),
        listen: described('multiaddrs', list(text({ max: 256 }), { max: 16 })),
        protocols: described('one a stream; the chain’s tag keeps chains apart', list(text({ max: 128 }), { max: 8 })),
        peers: object({ allowed: uint(), connected: uint() }),
        limits: object({
          frameBytesMax: object({ consensus: uint(), transactions: uint(), sync: uint() }),
          receiveBytesPerSecondMax: described('of one peer, a stream', uint()),
          sendBytesPerSecondMax: described('to one peer, a stream', uint()),
          pendingInboundMax: uint(),
          inboundPerHostPerSecondMax: uint(),
        }),
        totals: described(
          'of all peers, since the start of the process',
          object({ bytesIn: uint(), bytesOut: uint(), framesIn: uint(), framesOut: uint(), reconnects: uint() }),
        ),
      }),
    },
    errors: [],
    handle: ({ api }) => {
      const peers = api.peers()
      const sum = (count: (peer: (typeof peers)[number]) => number): number => peers.reduce((total, peer) => total + count(peer), 0)
      return ok({
        ...api.network(),
        version: api.info().version,
        peers: { allowed: peers.length, connected: sum(({ connected }) => (connected ? 1 : 0)) },
        totals: {
          bytesIn: sum(({ bytesIn }) => bytesIn),
          bytesOut: sum(({ bytesOut }) => bytesOut),
          framesIn: sum(({ framesIn }) => framesIn),
          framesOut: sum(({ framesOut }) => framesOut),
          reconnects: sum(({ reconnects }) => reconnects),
        },
      })
    },
  }),
]
