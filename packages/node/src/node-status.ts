import type { NodeStatus } from '@hanse/rpc'

export interface StatusFacts {
  readonly nowMs: number
  readonly started: boolean
  /** What of the store is still to be verified, in words: until then it does not vote. */
  readonly unverified?: string | undefined
  readonly height: number
  /** The lowest height whose block is held. */
  readonly earliest: number
  readonly headTimeMs: number
  /** When this node last stored a block, by its own clock. */
  readonly lastFinalAtMs: number
  readonly heartbeatMs: number
  /** What `heightOfOthers` makes of the heights that peers tell of. */
  readonly highest: number
  readonly epoch: number
  readonly view: number
  readonly primary: string
  readonly peers: number
  /** Peers without which no quorum can form. */
  readonly peersNeeded: number
  /** Peers that it may talk to, those of them that have an address, and those that it talks to. */
  readonly known: number
  readonly dialable: number
  readonly connected: number
  readonly isObserver: boolean
  /** Where the blocks of every peer begin that is ahead, when that is above what comes next here. */
  readonly prunedTo: number | undefined
  /** What it will lack: not yet a reason not to be in step. */
  readonly missing: readonly string[]
}

/** Heights that peers may be ahead of a node that follows: what is final there and on its way here. */
const LAG_OF_A_FOLLOWER = 16
/** Heartbeats without a block before a chain counts as stalled. */
const HEARTBEATS_UNTIL_STALLED = 3
/** … and this on top, for a heartbeat that is too short to judge by, in ms. */
const PATIENCE_MS = 2_000

/** The greatest height that at least one honest peer tells of: up to `faults` of them may say what they like. */
export function heightOfOthers(heads: readonly number[], faults: number): number {
  return heads.toSorted((left, right) => right - left)[faults] ?? 0
}

/** How the reasons begin that are about peers, for whoever looks for them. */
export const PRUNED = 'every peer has pruned'
export const NOBODY = 'nobody to talk to'

function peerReasons({ peers, peersNeeded, isObserver, known, dialable, connected, epoch }: StatusFacts): readonly string[] {
  const reasons: string[] = []
  if (peers < peersNeeded) reasons.push(isObserver ? `${peers} peers, one is needed` : `${peers} peers, a quorum needs ${peersNeeded}`)
  if (connected > 0) return reasons
  if (dialable === 0) reasons.push(`${NOBODY}: no peer has an address, name one in p2p.peers`)
  else if (isObserver) reasons.push(`${NOBODY}: ${known} peers of epoch ${epoch} are known; if they are gone, name another in p2p.peers`)
  return reasons
}

/** What a node says of itself. Pure: the clock's reading is a fact among others. */
export function nodeStatus(facts: StatusFacts): NodeStatus {
  const lag = Math.max(0, facts.highest - facts.height)
  const isBehind = lag > LAG_OF_A_FOLLOWER
  const silentMs = facts.nowMs - facts.lastFinalAtMs
  const reasons: string[] = []
  if (!facts.started) reasons.push('starting')
  if (facts.unverified !== undefined) reasons.push(facts.unverified)
  if (isBehind) reasons.push(`behind by ${lag} blocks`)
  if (facts.prunedTo !== undefined) reasons.push(`${PRUNED} block ${facts.height + 1}: begin with a snapshot of ${facts.prunedTo} or above`)
  reasons.push(...peerReasons(facts))
  if (silentMs > HEARTBEATS_UNTIL_STALLED * facts.heartbeatMs + PATIENCE_MS) reasons.push(`no block for ${Math.floor(silentMs / 1000)} s`)
  const verified = facts.unverified === undefined
  const state = !facts.started || !verified ? 'starting' : isBehind ? 'syncing' : reasons.length > 0 ? 'stalled' : 'synced'
  const { height, earliest, headTimeMs, epoch, view, primary, peers, peersNeeded } = facts
  reasons.push(...facts.missing)
  return { state, height, earliest, headTime: headTimeMs, lag, epoch, view, primary, peers, peersNeeded, verified, reasons }
}
