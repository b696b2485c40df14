import { connect } from 'node:net'
import type { Clock } from '@hanse/ports'
import type { Multiaddr } from '@multiformats/multiaddr'
import { parsePeerAddress } from './address.ts'
import { createLibp2pNode } from './libp2p-node.ts'
import { ADDRESSES_PER_PEER_MAX, DEFAULT_LIMITS } from './limits.ts'
import type { PeerAddress } from './peer-records.ts'
import { CONTROL, protocolsOf } from './protocols.ts'
import { ConnectionEnded, toError } from './violation.ts'

/** How long one step of one probe may take, in ms. */
const PROBE_STEP_MS = 3_000

/**
 * What came of dialling an address: `answers` is the peer itself, by its key. `silent`: nobody accepts the TCP connection. `other`: the
 * one who listens there is not this peer. `closes`: it does not finish the handshake or refuses the first stream, as a node that does
 * not know us or is of another chain. `accepts`: the TCP connection, and more was not tried.
 */
export interface PeerProbe {
  readonly peerId: string
  readonly address: string
  readonly outcome: 'answers' | 'accepts' | 'silent' | 'other' | 'closes' | 'malformed'
  readonly reason?: string
}

export interface ProbeOptions {
  /** Ours: no other node with the same identity may be connected meanwhile. Without it only TCP is tried. */
  readonly identitySeed?: Uint8Array
  readonly peers: readonly PeerAddress[]
  /** As a transport’s: a node of another chain does not speak its protocols. */
  readonly chainTag: string
}

type Dial = (address: Multiaddr) => Promise<'answers' | 'accepts'>

/** Dials every address of every peer once: TCP, then Noise with the key that must answer, then a stream; and hangs up. Listens nowhere. */
export async function probePeers(
  { identitySeed, peers, chainTag }: ProbeOptions,
  components: { readonly clock: Clock },
): Promise<readonly PeerProbe[]> {
  const known = new Set(peers.map(({ peerId }) => peerId))
  const isAllowed = (peerId: string): boolean => known.has(peerId)
  const node =
    identitySeed === undefined
      ? undefined
      : await createLibp2pNode({ identitySeed, listen: [], isAllowed, knownHosts: [], limits: DEFAULT_LIMITS }, components)
  await node?.start()
  const dial: Dial = async (address) => {
    if (node === undefined) return 'accepts'
    const connection = await node.dial(address, { signal: AbortSignal.timeout(PROBE_STEP_MS), force: true })
    try {
      // A node that does not let us in ends the connection only after the handshake; one of another chain refuses the stream.
      await connection.newStream(protocolsOf(chainTag)[CONTROL], { signal: AbortSignal.timeout(PROBE_STEP_MS) })
      return 'answers'
    } finally {
      connection.abort(new ConnectionEnded('a probe'))
    }
  }
  try {
    return (await Promise.all(peers.map(async (peer) => await probePeer(peer, dial)))).flat()
  } finally {
    await node?.stop()
  }
}

/** One address after the other: libp2p joins dials of one peer that are under way. */
async function probePeer({ peerId, addresses }: PeerAddress, dial: Dial): Promise<readonly PeerProbe[]> {
  const probes: PeerProbe[] = []
  for (const address of addresses.slice(0, ADDRESSES_PER_PEER_MAX)) probes.push(await probe({ peerId, address }, dial))
  return probes
}

async function probe({ peerId, address }: { readonly peerId: string; readonly address: string }, dial: Dial): Promise<PeerProbe> {
  const parsed = parsePeerAddress(address, peerId)
  if (!parsed.ok) return { peerId, address, outcome: 'malformed', reason: parsed.error.message }
  const [host, port] = parsed.value.getComponents()
  try {
    await connectTcp(host?.value ?? '', Number(port?.value))
  } catch (thrown) {
    return { peerId, address, outcome: 'silent', reason: toError(thrown).message }
  }
  try {
    return { peerId, address, outcome: await dial(parsed.value) }
  } catch (thrown) {
    const error = toError(thrown)
    const outcome = /UnexpectedPeer|does not match|payload identity/i.test(`${error.name} ${error.message}`) ? 'other' : 'closes'
    return { peerId, address, outcome, reason: (error.message.split('\n')[0] ?? '').slice(0, 200) }
  }
}

function connectTcp(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: PROBE_STEP_MS })
    const end = (outcome: () => void): void => {
      socket.destroy()
      outcome()
    }
    socket.once('connect', () => end(resolve))
    socket.once('timeout', () => end(() => reject(new Error(`no answer in ${PROBE_STEP_MS} ms`))))
    socket.once('error', (error) => end(() => reject(error)))
  })
}
