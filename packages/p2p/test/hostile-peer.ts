import { noise } from '@chainsafe/libp2p-noise'
import { yamux } from '@chainsafe/libp2p-yamux'
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import type { Connection, Libp2p, MessageStream, Stream } from '@libp2p/interface'
import { tcp } from '@libp2p/tcp'
import { multiaddr } from '@multiformats/multiaddr'
import { createLibp2p } from 'libp2p'
import { CHAIN_TAG, seedOf } from './support.ts'

export const LANES = ['control', 'consensus', 'transactions', 'sync'] as const
export type Lane = (typeof LANES)[number]

/** libp2p under a key of our choice, without the manners of the transport. */
export interface HostilePeer {
  readonly libp2p: Libp2p
  /** Connections whose muxer can be written past: what lies below yamux. */
  readonly underMuxer: MessageStream[]
  dial(address: string): Promise<Connection>
  /** All streams and a hello: as far as an honest peer comes by itself. */
  enter(address: string): Promise<{ readonly connection: Connection; readonly streams: Readonly<Record<Lane, Stream>> }>
  stop(): Promise<void>
}

export async function startHostilePeer(name: string): Promise<HostilePeer> {
  const underMuxer: MessageStream[] = []
  const libp2p = await createLibp2p({
    privateKey: await generateKeyPairFromSeed('Ed25519', seedOf(name)),
    addresses: { listen: [] },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [
      () => {
        const factory = yamux({ enableKeepAlive: false })()
        return {
          protocol: factory.protocol,
          createStreamMuxer(connection) {
            underMuxer.push(connection)
            return factory.createStreamMuxer(connection)
          },
        }
      },
    ],
    connectionMonitor: { enabled: false },
  })
  const dial = (address: string) => libp2p.dial(multiaddr(address), { force: true })
  return {
    libp2p,
    underMuxer,
    dial,
    async enter(address) {
      const connection = await dial(address)
      const opened = await Promise.all(LANES.map((lane) => connection.newStream(`/hanse/${CHAIN_TAG}/${lane}/1`)))
      const streams = Object.fromEntries(LANES.map((lane, index) => [lane, opened[index]])) as Record<Lane, Stream>
      for (const stream of opened) stream.addEventListener('message', () => undefined)
      streams.control.send(Buffer.concat([framed(Buffer.from('010011223344556677', 'hex'))]))
      return { connection, streams }
    },
    stop: async () => libp2p.stop(),
  }
}

export function framed(body: Uint8Array): Buffer {
  const prefix = Buffer.alloc(4)
  prefix.writeUInt32BE(body.length)
  return Buffer.concat([prefix, body])
}
