import type { Prng } from '@hanse/primitives'
import { asHeight, type Height, proposalDigest, type ValidatorIndex } from '@hanse/protocol'
import { BlocksAhead } from './blocks-ahead.ts'
import type { ReplicaEffect } from './effect.ts'
import type { VerifiedBlock } from './input.ts'
import { SYNC_BLOCKS_PER_REQUEST, SYNC_PEER_REST_MS, SYNC_REQUESTS_MAX, SYNC_TIMEOUT_MS } from './limits.ts'

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
  /** Questions that it has not answered. After a time-out it may still do so. */
  open: number
}

/**
 * Decides whom to ask for which blocks, several peers at a time, and keeps what comes before its turn. What a peer says about its height
 * only tells whom to ask: nothing becomes a target or final without a certificate.
 */
export class BlockSync {
  readonly #peers = new Map<ValidatorIndex, Peer>()
  /** Survives a reconnection. */
  readonly #restUntilMs = new Map<ValidatorIndex, number>()
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

  connected(peer: ValidatorIndex, head: Height): void {
    this.#peers.set(peer, { head, asked: undefined, open: 0 })
  }

  disconnected(peer: ValidatorIndex): void {
    this.#peers.delete(peer)
  }

  /** The peer says that its head is here. */
  claimed(peer: ValidatorIndex, head: Height): void {
    const known = this.#peers.get(peer)
    if (known !== undefined && known.head < head) known.head = head
  }

  /** A certificate is known for `target`, and these peers should have what it certifies. */
  raise(target: Height, peers: readonly ValidatorIndex[]): void {
    if (target > this.#target) this.#target = target
    for (const peer of peers) this.claimed(peer, target)
  }

  /** Asks for blocks that are missing: each range one peer, each peer one range. */
  next(head: Height, nowMs: number): readonly ReplicaEffect[] {
    const effects: ReplicaEffect[] = []
    const highest = this.#highest()
    let missing = this.#firstMissing(head)
    const isBehind = missing <= highest
    for (let taken = this.#questions().length + this.#ahead.size; taken < SYNC_REQUESTS_MAX && missing <= highest; taken++) {
      const able = [...this.#peers].filter(([peer, at]) => at.head >= missing && at.asked === undefined && !this.#rests(peer, nowMs))
      if (able.length === 0) break
      const [from, peer] = this.#prng.pick(able)
      const limit = this.#lengthOfGap(missing)
      peer.asked = { from: missing, to: asHeight(missing + limit - 1) }
      peer.open += 1
      effects.push({ type: 'fetch-blocks', from, fromHeight: missing, limit })
      missing = this.#firstMissing(peer.asked.to)
    }
    if (effects.length > 0 || (isBehind && !this.active)) {
      effects.push({ type: 'start-timer', timer: 'sync', durationMs: SYNC_TIMEOUT_MS })
    }
    return effects
  }

  /** True while blocks of this peer are an answer, if a late one. */
  awaits(peer: ValidatorIndex): boolean {
    return (this.#peers.get(peer)?.open ?? 0) > 0
  }

  /**
   * The peer has answered, late or not. False when the blocks do not follow each other or do not fit their certificates: it lied. One whose
   * blocks are of use may be asked again at once.
   */
  answered(peer: ValidatorIndex, blocks: readonly VerifiedBlock[], nowMs: number): boolean {
    const known = this.#peers.get(peer)
    const first = blocks[0]?.body.height
    if (known !== undefined) known.open -= 1
    if (known !== undefined && first === undefined) {
      // What it claimed is not so: it must show itself ahead again before it is asked again.
      known.head = asHeight(0)
    }
    if (first === undefined || blocks.length > SYNC_BLOCKS_PER_REQUEST || !fit(blocks)) {
      this.#rest(peer, nowMs)
      return first === undefined
    }
    if (known?.asked?.from === first) known.asked = undefined
    this.#restUntilMs.delete(peer)
    if (this.#ahead.size < SYNC_REQUESTS_MAX) this.#ahead.keep(blocks)
    return true
  }

  /** The blocks that follow `head`, when it is their turn: those of one answer at a time. */
  takeAfter(head: Height): readonly VerifiedBlock[] {
    return this.#ahead.takeAfter(head)
  }

  /** True when more blocks can be taken at once. */
  continues(head: Height): boolean {
    return this.#ahead.continues(head)
  }

  /** What the peer sent does not verify. */
  lied(peer: ValidatorIndex, nowMs: number): void {
    const known = this.#peers.get(peer)
    if (known !== undefined && known.open > 0) known.open -= 1
    this.#rest(peer, nowMs)
  }

  #rest(peer: ValidatorIndex, nowMs: number): void {
    this.#restUntilMs.set(peer, nowMs + SYNC_PEER_REST_MS)
    const known = this.#peers.get(peer)
    if (known !== undefined) known.asked = undefined
  }

  /** Nobody has answered for a while. */
  onTimer(nowMs: number): void {
    for (const [peer, { asked }] of this.#peers) if (asked !== undefined) this.#rest(peer, nowMs)
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

  /** From its first height up to what is here or asked for, or a whole request. */
  #lengthOfGap(from: Height): number {
    const questions = this.#questions()
    for (let length = 1; length < SYNC_BLOCKS_PER_REQUEST; length++) {
      const height = asHeight(from + length)
      if (this.#ahead.endOf(height) !== undefined || questions.some((range) => range.from === height)) return length
    }
    return SYNC_BLOCKS_PER_REQUEST
  }

  /** A rest that ends later than one could is of a clock that has jumped back since: it is over. */
  #rests(peer: ValidatorIndex, nowMs: number): boolean {
    const leftMs = (this.#restUntilMs.get(peer) ?? nowMs) - nowMs
    return leftMs > 0 && leftMs <= SYNC_PEER_REST_MS
  }

  #highest(): Height {
    let highest = this.#target
    for (const { head } of this.#peers.values()) if (head > highest) highest = head
    return highest
  }
}

/** One height after the other, each with the certificate of its body. */
function fit(blocks: readonly VerifiedBlock[]): boolean {
  const first = blocks[0]?.body.height ?? 0
  return blocks.every(
    ({ body, certificate }, index) =>
      body.height === first + index && certificate.height === body.height && certificate.digest === proposalDigest(body),
  )
}
