import { assert } from '@hanse/primitives'
import type { Chain, CommitCertificate, Height, PeerId } from '@hanse/protocol'
import { type Replica, type ReplicaEffect, type ReplicaInput, type ReplicaTimer, roleOnChain } from '@hanse/replica'

/** What the rest of a node asks of its replica. */
export type NodeReplica = Pick<
  Replica,
  'step' | 'describe' | 'head' | 'epoch' | 'sets' | 'self' | 'knows' | 'held' | 'ignores' | 'ignoresTransactions' | 'unwantedBlocks'
>

export interface VotingSwitchOptions {
  readonly chain: Chain
  /** Follows the chain and signs nothing. */
  readonly observer: Replica
  /** The key has a place among the validators. */
  readonly isMember: boolean
  /** Of the head at which the observer starts. */
  readonly headCertificate: CommitCertificate | undefined
  /** The validator that this node is, at the head that the ledger has by then. */
  readonly createValidator: (headCertificate: CommitCertificate | undefined) => Replica
}

type Start = Extract<ReplicaInput, { readonly type: 'start' }>

/**
 * A validator that may not vote yet: it follows the chain as an observer, and from the step after `mayVote` on it is the validator that
 * its log says. Meanwhile nothing is written to log or guard, so that both are what the start found.
 */
export class VotingSwitch implements NodeReplica {
  readonly #options: VotingSwitchOptions
  #current: Replica
  #headCertificate: CommitCertificate | undefined
  #start: Start | undefined
  #isValidator = false
  #mayVote = false
  readonly #peers = new Map<PeerId, Height>()
  readonly #timers = new Set<ReplicaTimer>()

  constructor(options: VotingSwitchOptions) {
    this.#options = options
    this.#current = options.observer
    this.#headCertificate = options.headCertificate
  }

  mayVote(): void {
    this.#mayVote = true
  }

  step(input: ReplicaInput, nowMs: number): readonly ReplicaEffect[] {
    if (input.type === 'start') return this.#begin(input, nowMs)
    if (input.type === 'peer-connected') this.#peers.set(input.peer, input.head)
    else if (input.type === 'peer-disconnected') this.#peers.delete(input.peer)
    if (this.#isValidator) return this.#current.step(input, nowMs)
    if (!this.#mayVote) return this.#observe(input, nowMs)
    const effects = this.#switch(nowMs)
    // A timer was the observer's, and whoever has just come or gone is known by now.
    if (input.type === 'timer-fired' || input.type === 'peer-connected' || input.type === 'peer-disconnected') return effects
    return [...effects, ...this.#current.step(input, nowMs)]
  }

  describe(): ReturnType<Replica['describe']> {
    return this.#current.describe()
  }

  get head(): Replica['head'] {
    return this.#current.head
  }

  get epoch(): Replica['epoch'] {
    return this.#current.epoch
  }

  get sets(): Replica['sets'] {
    return this.#current.sets
  }

  get self(): Replica['self'] {
    return this.#current.self
  }

  get ignoresTransactions(): boolean {
    return this.#current.ignoresTransactions
  }

  held(...parameters: Parameters<Replica['held']>): ReturnType<Replica['held']> {
    return this.#current.held(...parameters)
  }

  knows(...parameters: Parameters<Replica['knows']>): boolean {
    return this.#current.knows(...parameters)
  }

  ignores(...parameters: Parameters<Replica['ignores']>): boolean {
    return this.#current.ignores(...parameters)
  }

  unwantedBlocks(...parameters: Parameters<Replica['unwantedBlocks']>): number {
    return this.#current.unwantedBlocks(...parameters)
  }

  /** A key that must not vote is refused at once, and not when it would. */
  #begin(input: Start, nowMs: number): readonly ReplicaEffect[] {
    this.#start = input
    const records = input.log.map(({ record }) => record)
    const role = roleOnChain(this.#options.chain, input.guard, records)
    if (!role.ok && this.#options.isMember) return [{ type: 'refuse-start', rejection: role.error }]
    return this.#observe({ ...input, log: [] }, nowMs)
  }

  #observe(input: ReplicaInput, nowMs: number): readonly ReplicaEffect[] {
    const effects = this.#current.step(input, nowMs)
    for (const effect of effects) {
      if (effect.type === 'start-timer') this.#timers.add(effect.timer)
      else if (effect.type === 'stop-timer') this.#timers.delete(effect.timer)
      else if (effect.type === 'store') this.#headCertificate = effect.final.certificate
      assert(effect.type !== 'sign', 'an observer signs nothing')
    }
    return effects.filter(({ type }) => type !== 'log' && type !== 'guard' && type !== 'compact-log')
  }

  #switch(nowMs: number): readonly ReplicaEffect[] {
    assert(this.#start !== undefined, 'a replica starts first')
    this.#isValidator = true
    this.#current = this.#options.createValidator(this.#headCertificate)
    const stops = [...this.#timers].map((timer): ReplicaEffect => ({ type: 'stop-timer', timer }))
    const peers = [...this.#peers].map(([peer, head]): ReplicaInput => ({ type: 'peer-connected', peer, head }))
    return [...stops, ...[this.#start, ...peers].flatMap((input) => this.#current.step(input, nowMs))]
  }
}
