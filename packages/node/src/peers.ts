import type { Clock, Logger, TransportEvents } from '@hanse/ports'
import type { Hash } from '@hanse/primitives'
import {
  asHeight,
  asPeerId,
  type Chain,
  type ConsensusMessage,
  type Height,
  type Hello,
  type PeerId,
  type SyncFrame,
  type Transaction,
  type TransactionsFrame,
  type Verified,
} from '@hanse/protocol'
import type { BlocksAnswer, Gate } from '@hanse/replica'
import type { BlockMender } from './block-mender.ts'
import type { BlockStore } from './block-store.ts'
import type { Driver } from './driver.ts'
import { FrameBudget } from './frame-budget.ts'
import {
  accepted,
  decodeConsensusFrame,
  decodeSyncFrame,
  decodeTransactionsFrame,
  PeerFault,
  peerBlocks,
  peerTransactions,
  Slices,
} from './inbound.ts'
import type { Observer } from './observer.ts'
import type { Outbound } from './outbound.ts'

/**
 * Who asked for blocks is not read on that channel for this many times what the answer took: a request is a few bytes, its answer
 * megabytes, so one asker must not have all of our time.
 */
const SYNC_ANSWER_REST_FACTOR = 3

export interface PeerSessionsOptions {
  readonly chain: Chain
  readonly version: string
  readonly gate: Gate
  readonly outbound: Pick<Outbound, 'consensus' | 'blocks' | 'record'>
  readonly driver: Pick<Driver, 'enqueue' | 'push'>
  readonly blocks: Pick<BlockStore, 'certifiedFrom' | 'earliest' | 'recordBytes'>
  readonly mender: Pick<BlockMender, 'answered'>
  readonly head: () => Height
  /** True for a transaction that need not be verified: it was before, or is of no use yet. */
  readonly knows: (id: Hash) => boolean
  /** What waits here under an id, verified. */
  readonly held: (id: Hash) => Verified<Transaction> | undefined
  /** True while relayed transactions are of no use, whatever they are. */
  readonly ignoresTransactions: () => boolean
  /** True for a vote that is of no use: it need not be verified. */
  readonly ignores: (message: ConsensusMessage) => boolean
  /** How many blocks at the beginning of a peer's answer are of no use. */
  readonly unwantedBlocks: (from: PeerId, fromHeight: Height, count: number) => number
  readonly observer: Pick<Observer, 'received' | 'peerConnected' | 'peerDisconnected'>
  readonly clock: Clock
  readonly logger: Logger
}

/** What peers send, made into inputs. A throw from `onFrame` costs the peer its connection. */
export class PeerSessions implements TransportEvents {
  readonly #options: PeerSessionsOptions
  /** Peers that have said hello. */
  readonly #heads = new Map<string, number>()
  readonly #budgets = new Map<string, FrameBudget>()
  readonly #slices = new Map<string, Slices>()
  /** Answers of several peers are verified one after the other, so that the first is ready while the next one is worked on. */
  #lastBlocks: Promise<unknown> = Promise.resolve()

  constructor(options: PeerSessionsOptions) {
    this.#options = options
  }

  /** The last height that a peer told of. */
  headOf(peerId: string): number | undefined {
    return this.#heads.get(peerId)
  }

  /** Those whose head is there, or above. */
  peersAt(height: number): readonly PeerId[] {
    return [...this.#heads].flatMap(([peerId, head]) => (head >= height ? [asPeerId(peerId)] : []))
  }

  onPeerConnected(peerId: string): void {
    const { chain, version, outbound, head, clock } = this.#options
    this.#budgets.set(peerId, new FrameBudget(clock.nowMs()))
    const hello = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId, version, head: head() }
    outbound.consensus([asPeerId(peerId)], { type: 'hello', ...hello })
  }

  onPeerDisconnected(peerId: string, reason: string): void {
    this.#options.logger.debug({ peer: peerId, reason }, 'peer disconnected')
    this.#slices.delete(peerId)
    this.#budgets.delete(peerId)
    if (!this.#heads.delete(peerId)) return
    this.#options.driver.enqueue({ type: 'peer-disconnected', peer: asPeerId(peerId) })
    this.#options.observer.peerDisconnected(peerId, reason)
  }

  onFrame(peerId: string, channel: 'consensus' | 'transactions' | 'sync', frame: Uint8Array): void | Promise<void> {
    const from = asPeerId(peerId)
    this.#options.logger.trace({ peer: peerId, channel, bytes: frame.length }, 'frame')
    const slices = this.#slicesOf(peerId)
    if (this.#budgets.get(peerId)?.take(channel, this.#options.clock.nowMs()) === false) {
      throw new PeerFault({ code: 'p2p/flood', message: `more frames on ${channel} than an honest peer has to send` })
    }
    if (channel === 'transactions') return this.#transactionsFrame(from, frame, slices)
    return channel === 'consensus' ? this.#consensus(from, frame, slices) : this.#sync(from, frame, slices)
  }

  #slicesOf(peerId: string): Slices {
    const known = this.#slices.get(peerId)
    if (known !== undefined) return known
    const slices = new Slices()
    this.#slices.set(peerId, slices)
    return slices
  }

  async #consensus(from: PeerId, bytes: Uint8Array, slices: Slices): Promise<void> {
    const frame = await slices.run(() => decodeConsensusFrame(bytes))
    const { driver, gate, ignores } = this.#options
    if (frame.type === 'hello') return await this.#hello(from, frame)
    if (!this.#heads.has(from)) throw new PeerFault({ code: 'p2p/no-hello', message: 'the first frame is not a hello' })
    if (frame.type === 'signed' && ignores(frame.signed.message)) return
    const input = accepted(await slices.run(() => gate.consensusInput(from, frame)))
    if (input === undefined) return
    // A claim, as the hello is one.
    if (input.type === 'other-epoch' && input.height > (this.#heads.get(from) ?? 0)) this.#heads.set(from, input.height)
    if (input.type === 'message') {
      if (input.signed.message.type === 'status') this.#heads.set(from, input.signed.message.head)
      this.#options.observer.received(input.signed)
    }
    await driver.push(input, from)
  }

  async #hello(from: PeerId, hello: Hello): Promise<void> {
    const { chain, driver, observer } = this.#options
    // It comes once a connection; another one must not make the peer new to us.
    if (this.#heads.has(from)) return
    if (hello.genesisHash !== chain.genesisHash || hello.chainId !== chain.genesis.chainId) {
      throw new PeerFault({ code: 'p2p/wrong-chain', message: 'the peer is on another chain' })
    }
    this.#heads.set(from, hello.head)
    observer.peerConnected(from, hello)
    await driver.push({ type: 'peer-connected', peer: from, head: hello.head }, from)
  }

  /** Most frames hold one or two, and are many: a promise is made only where something is waited for. */
  #transactionsFrame(from: PeerId, bytes: Uint8Array, slices: Slices): void | Promise<void> {
    const frame = slices.work(() => decodeTransactionsFrame(bytes))
    const rest = slices.rest()
    return rest === undefined ? this.#transactions(from, frame, slices) : rest.then(() => this.#transactions(from, frame, slices))
  }

  /** A peer's streams are independent: its hello may still be on the way. */
  #transactions(from: PeerId, frame: TransactionsFrame, slices: Slices): void | Promise<void> {
    const { driver, gate, knows, ignoresTransactions } = this.#options
    if (frame.type === 'fetch') return driver.push({ type: 'fetch-transactions', from, ids: frame.ids }, from)
    if (ignoresTransactions()) return undefined
    const push = (transactions: readonly Verified<Transaction>[]): void | Promise<void> =>
      transactions.length > 0 ? driver.push({ type: 'transactions', from, transactions }, from) : undefined
    const transactions = peerTransactions(gate, frame.transactions, knows, slices)
    return transactions instanceof Promise ? transactions.then(push) : push(transactions)
  }

  async #sync(from: PeerId, bytes: Uint8Array, slices: Slices): Promise<void> {
    const frame = await slices.run(() => decodeSyncFrame(bytes))
    if (frame.type === 'fetch' || frame.type === 'fetchRecord') return await this.#answer(from, frame, slices)
    if (frame.type === 'record') return await this.#options.mender.answered(from, frame.height, frame.record)
    const answer = this.#lastBlocks.then(() => this.#verified(from, frame, slices))
    this.#lastBlocks = answer.catch(() => undefined)
    const { driver } = this.#options
    try {
      await driver.push({ type: 'blocks', from, ...(await answer) }, from)
    } catch (error) {
      await driver.push({ type: 'peer-lied', from }, from)
      throw error
    }
  }

  async #verified(from: PeerId, frame: Extract<SyncFrame, { type: 'blocks' }>, slices: Slices): Promise<BlocksAnswer> {
    const { gate, held, unwantedBlocks } = this.#options
    const skipped = unwantedBlocks(from, frame.from, frame.blocks.length)
    const answer = await peerBlocks(gate, frame.blocks.slice(skipped), held, slices)
    const { earliest } = frame
    return { ...answer, fromHeight: frame.from, skipped: skipped + answer.skipped, ...(earliest === undefined ? {} : { earliest }) }
  }

  async #answer(peer: PeerId, question: Extract<SyncFrame, { type: 'fetch' | 'fetchRecord' }>, slices: Slices): Promise<void> {
    const { blocks, clock, outbound } = this.#options
    const tookMs = await slices.run(() => {
      const startedMs = performance.now()
      if (question.type === 'fetchRecord') outbound.record(peer, question.height, blocks.recordBytes(question.height))
      else outbound.blocks(peer, question.from, blocks.certifiedFrom(question.from, question.limit), asHeight(blocks.earliest))
      return performance.now() - startedMs
    })
    await new Promise<void>((resolve) => {
      clock.startTimer(Math.ceil(tookMs * SYNC_ANSWER_REST_FACTOR), resolve)
    })
  }
}
