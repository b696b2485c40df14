import type { Clock, PeerInfo } from '@hanse/ports'
import { faultsMax, quorumSize } from '@hanse/protocol'
import type { NodeStatus } from '@hanse/rpc'
import type { Ledger } from '@hanse/state'
import type { BlockStore } from './block-store.ts'
import { heightOfOthers, nodeStatus } from './node-status.ts'
import type { PeerSessions } from './peers.ts'
import type { Roster } from './roster.ts'
import { missingReasons } from './upgrade-watch.ts'
import type { NodeReplica } from './voting-switch.ts'

export interface StatusSources {
  readonly clock: Pick<Clock, 'nowMs'>
  readonly blocks: Pick<BlockStore, 'head' | 'earliest'>
  readonly ledger: Ledger
  readonly replica: Pick<NodeReplica, 'describe' | 'self'>
  readonly roster: Roster
  readonly peers: () => readonly PeerInfo[]
  readonly sessions: () => Pick<PeerSessions, 'headOf'>
  /** Peer ids that the operator names. */
  readonly named: ReadonlySet<string>
}

/** What changes from moment to moment, and is known by the node alone. */
export interface Moment {
  readonly started: boolean
  readonly unverified: string | undefined
  readonly lastFinalAtMs: number
}

/**
 * What a node says of itself. A validator counts validators. Who observes may not know the validators of today yet, and counts the peers
 * that its operator names, too.
 */
export function readStatus(sources: StatusSources, { started, unverified, lastFinalAtMs }: Moment): NodeStatus {
  const { clock, blocks, ledger, replica, roster, named } = sources
  const { header } = blocks.head
  const { epoch, view, primary, prunedTo } = replica.describe()
  const { validators } = roster
  const isObserver = replica.self === undefined
  const peers = sources.peers()
  const connected = peers.filter((peer) => peer.connected)
  const counted = connected.filter(({ peerId }) => roster.indexOf(peerId) !== undefined || (isObserver && named.has(peerId)))
  const heads = counted.flatMap(({ peerId }) => sources.sessions().headOf(peerId) ?? [])
  const faults = faultsMax(validators.length)
  return nodeStatus({
    nowMs: clock.nowMs(),
    started,
    unverified,
    height: header.height,
    earliest: blocks.earliest,
    headTimeMs: header.timeMs,
    lastFinalAtMs,
    heartbeatMs: ledger.paramsAt(header.height + 1).heartbeatMs,
    // One who is let in by fewer than that believes the least of them: it has nobody else.
    highest: heightOfOthers(heads, isObserver ? Math.min(faults, Math.max(0, heads.length - 1)) : faults),
    epoch,
    view,
    primary: roster.organization(primary),
    peers: heads.length,
    missing: missingReasons(ledger),
    peersNeeded: isObserver ? 1 : quorumSize(validators.length) - 1,
    known: peers.length,
    dialable: peers.filter(({ addresses }) => addresses.length > 0).length,
    connected: connected.length,
    isObserver,
    prunedTo,
  })
}
