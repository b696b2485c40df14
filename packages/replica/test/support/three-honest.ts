import { createMempool, type Mempool } from '@hanse/mempool'
import { createPrng } from '@hanse/primitives'
import { asHeight, asPeerId, type CommitCertificate, type ConsensusMessage, type PeerId, type Verified } from '@hanse/protocol'
import { INITIAL_GUARD, Replica, type ReplicaEffect, type ReplicaInput } from '../../src/index.ts'
import { emptyChain, GENESIS_MS, keyOf, ledgerOf, signedBy, TIMEOUTS } from './four-validators.ts'

export const HONEST = [1, 2, 3] as const
const TICK_MS = 10

interface Node {
  readonly replica: Replica
  readonly pool: Mempool
  /** When which timer fires. */
  readonly timers: Map<string, number>
}

/** Three honest replicas on a perfect network with a clock. Validator 0, the primary of view 0, is the test's: it never answers. */
export class ThreeHonest {
  readonly chain = emptyChain()
  nowMs = GENESIS_MS + 1_000
  /** The Commit of each height, as the first of the three said it. */
  readonly commits = new Map<number, ConsensusMessage>()
  readonly #nodes = new Map<number, Node>()
  readonly #queue: { readonly to: number; readonly input: ReplicaInput }[] = []

  constructor() {
    for (const index of HONEST) {
      const pool = createMempool({ capacity: 100, perSenderMax: 100, bytesMax: 1_000_000, timeToLiveMsMax: 600_000 })
      const options = { chain: this.chain, ...keyOf(this.chain, index), timeouts: TIMEOUTS, poolCapacity: 100, prng: createPrng(index) }
      this.#nodes.set(index, { replica: new Replica(options, { ledger: ledgerOf(this.chain), pool }), pool, timers: new Map() })
    }
    for (const index of HONEST) {
      this.step(index, { type: 'start', log: [], guard: INITIAL_GUARD })
      for (const peer of [0, ...HONEST])
        if (peer !== index) this.step(index, { type: 'peer-connected', peer: asPeerId(`peer-${peer}`), head: asHeight(0) })
    }
    this.#drain()
  }

  node(index: number): Node {
    return this.#nodes.get(index) as Node
  }

  /** Validator 0 says something to one of them. */
  say(to: number, message: ConsensusMessage): void {
    this.step(to, { type: 'message', signed: signedBy(0, message) })
    this.#drain()
  }

  step(to: number, input: ReplicaInput): void {
    for (const effect of this.node(to).replica.step(input, this.nowMs)) this.#perform(to, effect)
  }

  pass(durationMs: number): void {
    for (const endMs = this.nowMs + durationMs; this.nowMs < endMs; this.nowMs += TICK_MS) {
      for (const [index, { timers }] of this.#nodes) {
        for (const [timer, atMs] of [...timers]) {
          if (atMs > this.nowMs || !timers.delete(timer)) continue
          this.step(index, { type: 'timer-fired', timer: timer as never })
        }
      }
      this.#drain()
    }
  }

  #drain(): void {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) this.step(next.to, next.input)
  }

  #send(to: readonly PeerId[], input: ReplicaInput): void {
    for (const index of HONEST) if (to.includes(asPeerId(`peer-${index}`))) this.#queue.push({ to: index, input })
  }

  #perform(self: number, effect: ReplicaEffect): void {
    const from = asPeerId(`peer-${self}`)
    switch (effect.type) {
      case 'sign':
        if (effect.message.type === 'commit' && !this.commits.has(effect.message.height))
          this.commits.set(effect.message.height, effect.message)
        return this.#send([...effect.to, from], { type: 'message', signed: signedBy(self, effect.message) })
      case 'relay':
        return this.#send(effect.to, { type: 'message', signed: effect.signed })
      case 'send-certificate': {
        const certificate = effect.certificate as Verified<CommitCertificate>
        return this.#send(effect.to, { type: 'certificate', from, certificate })
      }
      case 'fetch-body':
        return this.#send(effect.from, { type: 'fetch-body', from, height: effect.height, digest: effect.digest })
      case 'send-body':
        return this.#send([effect.to], { type: 'body', from, body: effect.body })
      case 'send-transactions':
        return this.#send(effect.to, { type: 'transactions', from, transactions: effect.transactions })
      case 'start-timer':
        this.node(self).timers.set(effect.timer, this.nowMs + effect.durationMs)
        return
      case 'stop-timer':
        this.node(self).timers.delete(effect.timer)
        return
      default:
        return
    }
  }
}
