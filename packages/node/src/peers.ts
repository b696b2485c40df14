import type { Logger, TransportEvents } from '@hanse/ports'
import type { Hash } from '@hanse/primitives'
import type { Chain, ConsensusFrame, Height, Hello, SyncFrame, TransactionsFrame, ValidatorIndex } from '@hanse/protocol'
import type { Gate } from '@hanse/replica'
import type { BlockStore } from './block-store.ts'
import type { Driver } from './driver.ts'
import {
  accepted,
  decodeConsensusFrame,
  decodeSyncFrame,
  decodeTransactionsFrame,
  PeerFault,
  peerBlocks,
  peerTransactions,
} from './inbound.ts'
import type { Outbound } from './outbound.ts'
import type { Roster } from './roster.ts'

export interface PeerSessionsOptions {
  readonly chain: Chain
  readonly version: string
  readonly roster: Roster
  readonly gate: Gate
  readonly outbound: Pick<Outbound, 'consensusTo' | 'sync'>
  readonly driver: Pick<Driver, 'enqueue' | 'push'>
  readonly blocks: Pick<BlockStore, 'certifiedFrom'>
  readonly head: () => Height
  /** True when a transaction of this id was verified before. */
  readonly knows: (id: Hash) => boolean
  readonly logger: Logger
}

/** What peers send, made into inputs. A throw from `onFrame` costs the peer its connection. */
export class PeerSessions implements TransportEvents {
  readonly #options: PeerSessionsOptions
  /** Peers that have said hello. */
  readonly #heads = new Map<string, number>()

  constructor(options: PeerSessionsOptions) {
    this.#options = options
  }

  /** The last height that a peer told of. */
  headOf(peerId: string): number | undefined {
    return this.#heads.get(peerId)
  }

  onPeerConnected(peerId: string): void {
    const { chain, version, outbound, head } = this.#options
    outbound.consensusTo(peerId, { type: 'hello', genesisHash: chain.genesisHash, chainId: chain.genesis.chainId, version, head: head() })
  }

  onPeerDisconnected(peerId: string, reason: string): void {
    const peer = this.#options.roster.indexOf(peerId)
    this.#options.logger.debug({ peer: peerId, reason }, 'peer disconnected')
    if (this.#heads.delete(peerId) && peer !== undefined) this.#options.driver.enqueue({ type: 'peer-disconnected', peer })
  }

  async onFrame(peerId: string, channel: 'consensus' | 'transactions' | 'sync', frame: Uint8Array): Promise<void> {
    const from = this.#options.roster.indexOf(peerId)
    if (from === undefined) throw new PeerFault({ code: 'p2p/not-a-validator', message: 'this peer is not in the validator set' })
    if (channel === 'consensus') return await this.#consensus(peerId, from, decodeConsensusFrame(frame))
    // A peer's streams are independent: its hello may still be on the way.
    if (channel === 'transactions') return await this.#transactions(from, decodeTransactionsFrame(frame))
    return await this.#sync(peerId, from, decodeSyncFrame(frame))
  }

  async #consensus(peerId: string, from: ValidatorIndex, frame: ConsensusFrame): Promise<void> {
    if (frame.type === 'hello') return await this.#hello(peerId, from, frame)
    if (!this.#heads.has(peerId)) throw new PeerFault({ code: 'p2p/no-hello', message: 'the first frame is not a hello' })
    const input = accepted(this.#options.gate.consensusInput(from, frame))
    if (input.type === 'message' && input.signed.message.type === 'status') this.#heads.set(peerId, input.signed.message.head)
    await this.#options.driver.push(input)
  }

  async #hello(peerId: string, from: ValidatorIndex, hello: Hello): Promise<void> {
    const { chain, driver } = this.#options
    if (hello.genesisHash !== chain.genesisHash || hello.chainId !== chain.genesis.chainId) {
      throw new PeerFault({ code: 'p2p/wrong-chain', message: 'the peer is on another chain' })
    }
    this.#heads.set(peerId, hello.head)
    await driver.push({ type: 'peer-connected', peer: from, head: hello.head })
  }

  async #transactions(from: ValidatorIndex, frame: TransactionsFrame): Promise<void> {
    const { driver, gate, knows } = this.#options
    if (frame.type === 'fetch') return await driver.push({ type: 'fetch-transactions', from, ids: frame.ids })
    const transactions = await peerTransactions(gate, frame.transactions, knows)
    if (transactions.length > 0) await driver.push({ type: 'transactions', from, transactions })
  }

  async #sync(peerId: string, from: ValidatorIndex, frame: SyncFrame): Promise<void> {
    const { blocks, driver, gate, outbound } = this.#options
    if (frame.type === 'fetch') {
      outbound.sync(peerId, { type: 'blocks', from: frame.from, blocks: blocks.certifiedFrom(frame.from, frame.limit) })
      return
    }
    try {
      await driver.push({ type: 'blocks', from, blocks: await peerBlocks(gate, frame.blocks) })
    } catch (error) {
      await driver.push({ type: 'peer-lied', from })
      throw error
    }
  }
}
