import { openKeystore, readKeystoreInfo } from '@hanse/crypto-native'
import { type PeerAddress, type PeerProbe, probePeers } from '@hanse/p2p'
import { bytesToHex } from '@hanse/primitives'
import { quorumSize, type ValidatorRecord } from '@hanse/protocol'
import { chainTagOf } from '../chain-tag.ts'
import type { NodeConfig } from '../config.ts'
import { passwordOf } from '../home.ts'
import { meshPeers, namedPeers } from '../mesh-peers.ts'
import { NOBODY, PRUNED } from '../node-status.ts'
import { rpcKeyOf } from '../rpc-key.ts'
import { systemClock } from '../system.ts'
import { type Found, failed, good, isHeld, type Sight, warning } from './finding.ts'
import type { PeerFacts, RunningNodeFacts } from './running-node.ts'

/** One validator has all blocks, or will have them: an observer that it lets in follows the chain. */
const OBSERVER_NEEDS = 1
/** How a peer is given that the chain does not name, or not yet. */
const NAMED = '[p2p] peers = ["PEERID@HOST:PORT"]'
const NAME_A_PEER = `Ask a member where its node is (hanse validators shows it), then ${NAMED}`

/** The other members' nodes: what the running node says of its connections, or each address dialled. */
export async function checkPeers({ config, chain, members, running, inspection }: Sight): Promise<readonly Found[]> {
  if (config === undefined || chain === undefined || members === undefined) return []
  const { validators } = members
  const self = await ownRecord(config, validators)
  const others = validators.filter((record) => record !== self)
  const named = namedPeers(config).filter(({ peerId }) => others.every((record) => record.peerId !== peerId))
  const needed = self === undefined ? OBSERVER_NEEDS : quorumSize(validators.length) - 1
  if (running?.peers !== undefined) return [...connectedOf(running.peers, others, needed), ...toldOf(running)]
  if (running !== undefined) return [unanswered(config)]
  // A second connection under the same identity would take the first one's place.
  const seed = isHeld(inspection) ? undefined : await identitySeedOf(config)
  const identity = seed === undefined ? {} : { identitySeed: seed }
  const probes = await probePeers({ peers: meshPeers(config, others), chainTag: chainTagOf(chain), ...identity }, { clock: systemClock })
  seed?.fill(0)
  return [...probedOf(others, probes, { needed, isHandshake: seed !== undefined }), ...namedOf(named, probes, self === undefined)]
}

/** What the node that runs says of peers, where they are what it lacks. */
function toldOf({ status }: RunningNodeFacts): readonly Found[] {
  return (status?.reasons ?? []).flatMap((reason): readonly Found[] => {
    if (reason.startsWith(PRUNED)) return [failed(reason, 'Fetch a snapshot from a member: hanse snapshot restore, with the node stopped.')]
    return reason.startsWith(NOBODY) ? [failed(reason, NAME_A_PEER)] : []
  })
}

/** The peers of the configuration that are no validators, as far as is known here; and a word where an observer reaches nobody at all. */
function namedOf(named: readonly PeerAddress[], probes: readonly PeerProbe[], isObserver: boolean): readonly Found[] {
  if (named.length === 0) {
    const text = 'none of the validators that are known here answers: should they have left the chain, nobody else is known'
    return !isObserver || probes.some(isReached) ? [] : [warning(text, NAME_A_PEER)]
  }
  return named.flatMap(({ peerId }) =>
    probes.filter((probe) => probe.peerId === peerId).map((probe) => (isReached(probe) ? reached(probe) : unreached(peerId, probe, NAMED))),
  )
}

function reached({ peerId, address }: PeerProbe): Found {
  return good(`${peerId} of p2p.peers answers at ${address}`)
}

/** A node that runs, and whose RPC says nothing. */
function unanswered({ rpc: { port, tlsCert } }: NodeConfig): Found {
  if (port === 0) return warning('the node chose the port of its RPC itself: it was not asked', 'Its log names it: hanse peers --rpc URL.')
  const isOpen = rpcKeyOf() !== undefined
  if (tlsCert === undefined)
    return warning('the node’s RPC does not answer this command', isOpen ? 'Is HANSE_RPC_KEY a key of this node?' : 'Set HANSE_RPC_KEY.')
  if (!isOpen)
    return warning('the RPC speaks TLS and wants a key: HANSE_RPC_KEY', 'Set it to an access key of this node, and run this again.')
  const fix = 'Is HANSE_RPC_KEY a key of this node? A certificate that was renewed is served from the next start on.'
  return warning('the node’s RPC, which speaks TLS, does not answer this command', fix)
}

async function ownRecord({ keys, organization }: NodeConfig, validators: readonly ValidatorRecord[]): Promise<ValidatorRecord | undefined> {
  if (keys.consensus === undefined) return undefined
  const info = await readKeystoreInfo(keys.consensus)
  // A validator whose key is gone or damaged still is no peer of its own.
  if (!info.ok) return validators.find((record) => record.organization === organization)
  const key = bytesToHex(info.value.publicKey)
  return validators.find(({ consensusKey }) => consensusKey.bytes === key)
}

async function identitySeedOf(config: NodeConfig): Promise<Uint8Array | undefined> {
  const password = await passwordOf(config, async () => undefined)
  const given = password.ok && password.value !== undefined ? { password: password.value } : {}
  const opened = await openKeystore({ path: config.keys.identity, purpose: 'node', ...given })
  return opened.ok ? opened.value.seed : undefined
}

function connectedOf(peers: readonly PeerFacts[], others: readonly ValidatorRecord[], needed: number): readonly Found[] {
  const isConnected = ({ peerId }: ValidatorRecord): boolean => peers.some((peer) => peer.peerId === peerId && peer.connected)
  const connected = others.filter(isConnected).length
  const missing = others.flatMap(({ organization, peerId }): readonly Found[] => {
    const peer = peers.find((candidate) => candidate.peerId === peerId)
    if (peer?.connected === true) return []
    const reason = peer?.lastDisconnectReason === undefined ? '' : `: ${peer.lastDisconnectReason}`
    const fix = `Ask ${organization} whether its node runs and its p2p port is open to this host.`
    return [warning(`${organization} is not connected${reason}`, fix)]
  })
  const text = `${connected} of ${others.length} are connected`
  const fix = 'Below a quorum the chain stands. Look at each one below, and at this host’s own p2p port.'
  return [
    connected < needed ? failed(`${text}, ${needed === OBSERVER_NEEDS ? 'one is needed' : `a quorum needs ${needed}`}`, fix) : good(text),
    ...missing,
  ]
}

function probedOf(
  others: readonly ValidatorRecord[],
  probes: readonly PeerProbe[],
  { needed, isHandshake }: { readonly needed: number; readonly isHandshake: boolean },
): readonly Found[] {
  const reached = others.filter(({ peerId }) => probes.some((probe) => probe.peerId === peerId && isReached(probe)))
  const bad = others.flatMap(({ peerId, organization }) => {
    const own = probes.filter((probe) => probe.peerId === peerId)
    if (own.length === 0)
      return [warning(`${organization} has no address`, `[p2p.addresses] ${organization} = ["HOST:PORT"], unless it dials us.`)]
    return own.filter((probe) => !isReached(probe)).map((probe) => unreached(organization, probe))
  })
  const how = isHandshake ? 'answer with their keys' : 'accept connections (the identity key is not open here: no handshake was tried)'
  const text = `${reached.length} of ${others.length} ${how}`
  const fix = 'Fewer than a quorum needs: they may not have started yet. Each one is named below.'
  return [reached.length < needed ? warning(text, fix) : good(text), ...bad]
}

function isReached({ outcome }: PeerProbe): boolean {
  return outcome === 'answers' || outcome === 'accepts'
}

function unreached(
  organization: string,
  { address, outcome, reason = '' }: PeerProbe,
  setting = `[p2p.addresses] ${organization} = ["HOST:PORT"]`,
): Found {
  switch (outcome) {
    case 'malformed':
      return failed(`${organization}: ${reason}`, `Mend it: ${setting}`)
    case 'other':
      return failed(`${organization}: another node answers at ${address}`, `Ask ${organization} where its node is, then ${setting}`)
    case 'closes': {
      const fix = `Compare the genesis hash and this node’s peer id with ${organization}.`
      return warning(`${organization}: ${address} ends the handshake (${reason})`, fix)
    }
    case 'answers':
    case 'accepts':
    case 'silent': {
      const fix = `Its node may be down, or a firewall stands between; else ${setting}`
      return warning(`${organization}: nobody answers at ${address} (${reason})`, fix)
    }
    default: {
      const impossible: never = outcome
      return impossible
    }
  }
}
