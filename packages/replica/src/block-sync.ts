import type { Prng } from '@hanse/primitives'
import { asHeight, type Height, type ValidatorIndex } from '@hanse/protocol'
import type { ReplicaEffect } from './effect.ts'
import { SYNC_BLOCKS_PER_REQUEST, SYNC_PEER_REST_MS, SYNC_TIMEOUT_MS } from './limits.ts'

interface Peer {
  /** What it says, or what a certificate that it signed or sent says. */
  head: Height
  /** It was asked and has not answered. After a time-out it may still do so. */
  awaited: boolean
}

/**
 * Decides whom to ask for which blocks. What a peer says about its height only tells whom to ask: nothing becomes a target or final
 * without a certificate.
 */
export class BlockSync {
  readonly #peers = new Map<ValidatorIndex, Peer>()
  /** Survives a reconnection. */
  readonly #restUntilMs = new Map<ValidatorIndex, number>()
  readonly #prng: Prng
  #target = asHeight(0)
  #asked: ValidatorIndex | undefined

  constructor(prng: Prng) {
    this.#prng = prng
  }

  get active(): boolean {
    return this.#asked !== undefined
  }

  get target(): Height {
    return this.#target
  }

  connected(peer: ValidatorIndex, head: Height): void {
    this.#peers.set(peer, { head, awaited: false })
  }

  disconnected(peer: ValidatorIndex): void {
    this.#peers.delete(peer)
    if (this.#asked === peer) this.#asked = undefined
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

  /** Asks for the next blocks if some are missing and nobody is asked. */
  next(head: Height, nowMs: number): readonly ReplicaEffect[] {
    if (this.#asked !== undefined || head >= this.#highest()) return []
    const able = [...this.#peers].filter(([peer, at]) => at.head > head && !this.#rests(peer, nowMs))
    if (able.length === 0) return [{ type: 'start-timer', timer: 'sync', durationMs: SYNC_TIMEOUT_MS }]
    const [from, peer] = this.#prng.pick(able)
    peer.awaited = true
    this.#asked = from
    return [
      { type: 'fetch-blocks', from, fromHeight: asHeight(head + 1), limit: SYNC_BLOCKS_PER_REQUEST },
      { type: 'start-timer', timer: 'sync', durationMs: SYNC_TIMEOUT_MS },
    ]
  }

  /** True while blocks of this peer are an answer, if a late one. */
  awaits(peer: ValidatorIndex): boolean {
    return this.#peers.get(peer)?.awaited === true
  }

  /** The peer has answered, late or not, with so many blocks. One whose blocks raised our head may be asked again at once. */
  answered(peer: ValidatorIndex, blocks: number, raisedHead: boolean, nowMs: number): void {
    const known = this.#peers.get(peer)
    if (known !== undefined) {
      known.awaited = false
      // What it claimed is not so: it must show itself ahead again before it is asked again.
      if (blocks === 0) known.head = asHeight(0)
    }
    if (raisedHead) this.#restUntilMs.delete(peer)
    else if (this.#asked === peer) this.rest(peer, nowMs)
    if (this.#asked === peer) this.#asked = undefined
  }

  rest(peer: ValidatorIndex, nowMs: number): void {
    this.#restUntilMs.set(peer, nowMs + SYNC_PEER_REST_MS)
    if (this.#asked === peer) this.#asked = undefined
  }

  onTimer(nowMs: number): void {
    if (this.#asked !== undefined) this.rest(this.#asked, nowMs)
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
