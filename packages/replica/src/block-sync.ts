import type { Prng } from '@hanse/primitives'
import { asHeight, type Epoch, type Height, type PeerId, proposalDigest } from '@hanse/protocol'
import { BlocksAhead } from './blocks-ahead.ts'
import type { ReplicaEffect } from './effect.ts'
import type { BlocksAnswer, VerifiedBlock } from './input.ts'
import {
  SYNC_BLOCKS_PER_REQUEST,
  SYNC_PEER_REST_MS,
  SYNC_PEER_REST_MS_MAX,
  SYNC_REQUESTS_MAX,
  SYNC_RETRY_MS,
  SYNC_TIMEOUT_MS,
} from './limits.ts'

/** Both ends included. */
interface Range {
  readonly from: Height
  readonly to: Height
}

interface Peer {
  /** What it says, or what a certificate that it signed or sent says. */
  head: Height
  /** What it was asked for, until it has answered or rests. */
  asked: Range | undefined
  /** What is below it does not keep. */
  earliest: Height
  /** Questions that it has not answered. After a time-out it may still do so. */
  open: number
  /** From here on its blocks are of a later epoch: it is asked for them when that has begun here. */
  later: Height | undefined
  /** Where our head was when it last said that its own is above. */
  saidAbove: Height | undefined
}

/** Where this replica is. */
interface Place {
  readonly head: Height
  readonly epoch: Epoch
}

interface Rest {
  readonly fromMs: number
  readonly lengthMs: number
  /** A peer that lied. One that was silent, or had nothing yet, may be as honest as the network is bad. */
  readonly isForLying: boolean
}

/**
 * Decides whom to ask for which blocks, several peers at a time, and keeps what comes before its turn. What a peer says about its height
 * only tells whom to ask: nothing becomes a target or final without a certificate.
 */
export class BlockSync {
  readonly #peers = new Map<PeerId, Peer>()
  /** Of those who were asked in vain. Survives a reconnection. */
  readonly #rests = new Map<PeerId, Rest>()
  readonly #ahead = new BlocksAhead()
  readonly #prng: Prng
  #target = asHeight(0)

  constructor(prng: Prng) {
    this.#prng = prng
  }

  get active(): boolean {
    return this.#questions().length > 0
  }

  get target(): Height {
    return this.#target
  }

  connected(peer: PeerId, head: Height): void {
    this.#peers.set(peer, { head, asked: undefined, earliest: asHeight(0), open: 0, later: undefined, saidAbove: undefined })
  }

  disconnected(peer: PeerId): void {
    this.#peers.delete(peer)
  }

  /** The peer says that its head is here. */
  claimed(peer: PeerId, head: Height): void {
    const known = this.#peers.get(peer)
    if (known !== undefined && known.head < head) known.head = head
  }

  /** The peer says it a second time, and the head here has stayed where it was. */
  isLeftBehind(peer: PeerId, theirs: Height, ours: Height): boolean {
    const known = this.#peers.get(peer)
    if (known === undefined || theirs <= ours) return false
    const hasStayed = known.saidAbove === ours
    known.saidAbove = ours
    return hasStayed
  }

  /** A certificate is known for `target`, and these peers should have what it certifies. */
  raise(target: Height, peers: readonly PeerId[]): void {
    if (target > this.#target) this.#target = target
    for (const peer of peers) this.claimed(peer, target)
  }

  /** Asks for blocks that are missing: each range one peer, each peer one range. */
  next(head: Height, nowMs: number): readonly ReplicaEffect[] {
    const effects: ReplicaEffect[] = []
    const highest = this.#highest()
    let missing = this.#firstMissing(head)
    const isBehind = missing <= highest
    // What waits for its turn must not keep the block that it waits for from being asked for.
    const isWanted = (taken: number): boolean => missing <= highest && (taken < SYNC_REQUESTS_MAX || missing === head + 1)
    for (let taken = this.#questions().length + this.#ahead.size; isWanted(taken); taken++) {
      const chosen = this.#whomToAsk(missing, nowMs)
      if (chosen === undefined) break
      const [from, peer] = chosen
      const limit = this.#lengthOfGap(missing, lastOf(peer))
      peer.asked = { from: missing, to: asHeight(missing + limit - 1) }
      peer.open += 1
      effects.push({ type: 'fetch-blocks', from, fromHeight: missing, limit })
      missing = this.#firstMissing(peer.asked.to)
    }
    if (effects.length > 0 || (isBehind && !this.active)) {
      effects.push({ type: 'start-timer', timer: 'sync', durationMs: this.active ? SYNC_TIMEOUT_MS : SYNC_RETRY_MS })
    }
    return effects
  }

  /** The lowest block that a peer above `head` keeps, when all of them have said that they have pruned the next one. */
  prunedTo(head: Height): Height | undefined {
    const ahead = [...this.#peers.values()].filter((peer) => peer.head > head)
    if (ahead.length === 0 || ahead.some(({ earliest }) => earliest <= head + 1)) return undefined
    return asHeight(Math.min(...ahead.map(({ earliest }) => earliest)))
  }

  /** True while blocks of this peer are an answer, if a late one. */
  awaits(peer: PeerId): boolean {
    return (this.#peers.get(peer)?.open ?? 0) > 0
  }

  /**
   * The peer has answered, late or not. False when the blocks do not follow each other or do not fit their certificates, or the one above
   * our head is of a later epoch: it lied. One whose blocks are of use may be asked again at once.
   */
  answered(peer: PeerId, answer: BlocksAnswer, place: Place, nowMs: number): boolean {
    const { fromHeight, skipped, blocks, earliest, knownEpoch } = answer
    const known = this.#peers.get(peer)
    if (known !== undefined) known.open -= 1
    const end = asHeight(fromHeight + skipped + blocks.length)
    // What was too early when it was verified need not be so any more.
    const isEarly = knownEpoch === place.epoch
    if (skipped + blocks.length === 0 && known !== undefined && earliest !== undefined && earliest > fromHeight) {
      // It has pruned what was asked for, which is no fault: others are asked.
      known.earliest = earliest
      known.asked = undefined
      return true
    }
    if (skipped + blocks.length === 0 && knownEpoch === undefined) {
      // What it claimed is not so: it must show itself ahead again before it is asked again.
      if (known !== undefined) known.head = asHeight(0)
      this.#rest(peer, nowMs, false)
      return true
    }
    if (!fits(answer) || (isEarly && end === place.head + 1)) {
      this.#rest(peer, nowMs, true)
      return false
    }
    if (known?.asked?.from === fromHeight) known.asked = undefined
    if (known !== undefined && isEarly) known.later = end
    this.#rests.delete(peer)
    this.#ahead.keep(blocks, SYNC_REQUESTS_MAX)
    return true
  }

  /** How many blocks at the beginning of an answer need no verification: they are here already, or nobody asked for them. */
  unwanted(peer: PeerId, fromHeight: Height, count: number, head: Height): number {
    if (!this.awaits(peer)) return count
    let height = fromHeight
    const isHere = (): boolean => height <= head || this.#ahead.endOf(height) !== undefined
    while (height < fromHeight + count && isHere()) height = asHeight(height + 1)
    return height - fromHeight
  }

  /** The blocks that follow `head`, when it is their turn: those of one answer at a time. */
  takeAfter(head: Height): readonly VerifiedBlock[] {
    return this.#ahead.takeAfter(head)
  }

  /** True when more blocks can be taken at once. */
  continues(head: Height): boolean {
    return this.#ahead.continues(head)
  }

  /** What was certified above the end of the epoch before, or waits here from then, is void; what was too early is not any more. */
  epochEntered(head: Height, epoch: Epoch): void {
    this.#target = head
    this.#ahead.keepEpoch(epoch)
    for (const peer of this.#peers.values()) peer.later = undefined
  }

  /** What the peer sent does not verify. */
  lied(peer: PeerId, nowMs: number): void {
    const known = this.#peers.get(peer)
    if (known !== undefined && known.open > 0) known.open -= 1
    this.#rest(peer, nowMs, true)
  }

  /** Nobody has answered for a while. */
  onTimer(nowMs: number): void {
    for (const [peer, { asked }] of this.#peers) if (asked !== undefined) this.#rest(peer, nowMs, false)
  }

  /** Any of those who have the block; when all of them rest, the one that has rested longest of those who did not lie. */
  #whomToAsk(missing: Height, nowMs: number): readonly [PeerId, Peer] | undefined {
    const able = [...this.#peers].filter(
      ([, { asked, earliest, ...at }]) => asked === undefined && earliest <= missing && lastOf(at) >= missing,
    )
    const rested = able.filter(([peer]) => this.#restOf(peer, nowMs) === undefined)
    if (rested.length > 0) return this.#prng.pick(rested)
    const restOf = ([peer]: readonly [PeerId, Peer]): Rest => this.#rests.get(peer) as Rest
    const silent = able.filter((one) => !restOf(one).isForLying && nowMs >= restOf(one).fromMs + SYNC_RETRY_MS)
    return silent.sort((left, right) => restOf(left).fromMs - restOf(right).fromMs)[0]
  }

  #rest(peer: PeerId, nowMs: number, isForLying: boolean): void {
    const lengthMs = Math.min(SYNC_PEER_REST_MS_MAX, 2 * (this.#rests.get(peer)?.lengthMs ?? SYNC_PEER_REST_MS / 2))
    this.#rests.set(peer, { fromMs: nowMs, lengthMs, isForLying })
    const known = this.#peers.get(peer)
    if (known !== undefined) known.asked = undefined
  }

  #questions(): readonly Range[] {
    return [...this.#peers.values()].flatMap(({ asked }) => asked ?? [])
  }

  /** The first height above `height` that is neither here nor asked for. */
  #firstMissing(height: Height): Height {
    const questions = this.#questions()
    let missing = asHeight(height + 1)
    for (;;) {
      const here = this.#ahead.endOf(missing)
      const end = here ?? questions.find(({ from, to }) => from <= missing && missing <= to)?.to
      if (end === undefined) return missing
      missing = asHeight(end + 1)
    }
  }

  /** Blocks from the gap's first height on, up to what is here or asked for, or to what the peer has: a request at most. */
  #lengthOfGap(from: Height, peerHead: Height): number {
    const questions = this.#questions()
    const most = Math.min(SYNC_BLOCKS_PER_REQUEST, peerHead - from + 1)
    for (let length = 1; length < most; length++) {
      const height = asHeight(from + length)
      if (this.#ahead.endOf(height) !== undefined || questions.some((range) => range.from === height)) return length
    }
    return most
  }

  /** Undefined when it is over. One that has not begun yet is of a clock that has jumped back since: it is over too. */
  #restOf(peer: PeerId, nowMs: number): Rest | undefined {
    const rest = this.#rests.get(peer)
    return rest !== undefined && rest.fromMs <= nowMs && nowMs < rest.fromMs + rest.lengthMs ? rest : undefined
  }

  #highest(): Height {
    let highest = this.#target
    for (const { head } of this.#peers.values()) if (head > highest) highest = head
    return highest
  }
}

/** The last height that it can be asked for. */
function lastOf({ head, later }: Pick<Peer, 'head' | 'later'>): Height {
  return later === undefined ? head : asHeight(Math.min(head, later - 1))
}

/** One height after the other, no more than one asks for, each with the certificate of its body. */
function fits({ fromHeight, skipped, blocks }: BlocksAnswer): boolean {
  return (
    skipped + blocks.length <= SYNC_BLOCKS_PER_REQUEST &&
    blocks.every(
      ({ body, certificate }, index) =>
        body.height === fromHeight + skipped + index &&
        certificate.height === body.height &&
        certificate.epoch === body.epoch &&
        certificate.digest === proposalDigest(body),
    )
  )
}
