import type { Prng } from '@hanse/primitives'
import { asHeight, type Height, type ValidatorIndex } from '@hanse/protocol'
import type { ReplicaEffect } from './effect.ts'
import { SYNC_BLOCKS_PER_REQUEST, SYNC_PEER_REST_MS, SYNC_TIMEOUT_MS } from './limits.ts'

/**
 * Decides whom to ask for which blocks. What a peer says about its height only tells whom to ask: nothing becomes a target or final
 * without a certificate.
 */
export class BlockSync {
  readonly #heads = new Map<ValidatorIndex, Height>()
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
    this.#heads.set(peer, head)
    this.#restUntilMs.delete(peer)
  }

  disconnected(peer: ValidatorIndex): void {
    this.#heads.delete(peer)
    if (this.#asked === peer) this.#asked = undefined
  }

  /** A peer is known to have blocks up to `target`. */
  raise(target: Height, peers: readonly ValidatorIndex[]): void {
    if (target > this.#target) this.#target = target
    for (const [peer, head] of this.#heads) {
      if (head < target && (peers.length === 0 || peers.includes(peer))) this.#heads.set(peer, target)
    }
  }

  /** Asks for the next blocks if some are missing and nobody is asked. */
  next(head: Height, nowMs: number): readonly ReplicaEffect[] {
    if (this.#asked !== undefined || head >= this.#highest()) return []
    const able = [...this.#heads].filter(([peer, at]) => at > head && (this.#restUntilMs.get(peer) ?? 0) <= nowMs).map(([peer]) => peer)
    if (able.length === 0) return [{ type: 'start-timer', timer: 'sync', durationMs: SYNC_TIMEOUT_MS }]
    const from = this.#prng.pick(able)
    this.#asked = from
    return [
      { type: 'fetch-blocks', from, fromHeight: asHeight(head + 1), limit: SYNC_BLOCKS_PER_REQUEST },
      { type: 'start-timer', timer: 'sync', durationMs: SYNC_TIMEOUT_MS },
    ]
  }

  /** True when the answer was asked for. */
  answered(peer: ValidatorIndex, useful: boolean, nowMs: number): boolean {
    if (this.#asked !== peer) return false
    this.#asked = undefined
    if (!useful) {
      this.rest(peer, nowMs)
      // What it claimed is not so: it must show itself ahead again before it is asked again.
      this.#heads.set(peer, asHeight(0))
    }
    return true
  }

  rest(peer: ValidatorIndex, nowMs: number): void {
    this.#restUntilMs.set(peer, nowMs + SYNC_PEER_REST_MS)
    if (this.#asked === peer) this.#asked = undefined
  }

  onTimer(nowMs: number): void {
    if (this.#asked !== undefined) this.rest(this.#asked, nowMs)
  }

  #highest(): Height {
    let highest = this.#target
    for (const head of this.#heads.values()) if (head > highest) highest = head
    return highest
  }
}
