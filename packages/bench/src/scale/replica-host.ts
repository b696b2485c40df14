import { type LocalSigner, sha256Native, verifySignatureNative } from '@hanse/crypto-native'
import { createMempool } from '@hanse/mempool'
import { MODULES } from '@hanse/modules'
import type { Channel } from '@hanse/ports'
import { assert, bytesToHex, createPrng, type Hex } from '@hanse/primitives'
import {
  type Chain,
  type ConsensusFrame,
  consensusFrameCodec,
  consensusSignBytes,
  guardCodec,
  logRecordCodec,
  type PeerId,
  type Transaction,
  transactionsFrameCodec,
} from '@hanse/protocol'
import {
  ChainReader,
  finalWrites,
  Gate,
  genesisWrites,
  INITIAL_GUARD,
  Replica,
  type ReplicaEffect,
  type ReplicaInput,
  type ReplicaTimer,
} from '@hanse/replica'
import { createGenesisState, createLedger, type Ledger } from '@hanse/state'
import { unwrap } from '../bench-chain.ts'
import { MemoryRecords } from '../memory-records.ts'
import type { Link } from './links.ts'
import type { StageTimes } from './stages.ts'

/** As a node is configured unless it is told otherwise. */
const TIMEOUTS = { viewTimeoutMs: 800, viewTimeoutMsMax: 8_000, batchWaitMs: 20, statusMs: 400, fetchRetryMs: 300 }
const POOL = { capacity: 20_000, perSenderMax: 20_000, bytesMax: 64 * 1024 * 1024 }
const CACHE_BYTES = 16 * 1024 * 1024
/** Blocks of the state that can be asked for; as few as are needed, so that memory is not what is measured. */
const UNDO_HEIGHTS = 8
/** The first byte of a record of the state in the store: the others nobody reads here. */
const STATE_TABLE = 1

export interface HostOptions {
  readonly chain: Chain
  readonly index: number
  readonly publicKey: Uint8Array
  readonly signer: LocalSigner
  readonly stages: StageTimes
  /** To each other validator, and from it. */
  readonly links: ReadonlyMap<PeerId, { readonly out: Link; readonly in: Link }>
}

/**
 * Hosts a replica as the node's driver does, in rounds: what has come is decoded and verified, all of it is stepped through, what must be
 * durable is encoded, then what leaves is sent. No socket, no disk, and time as it is told.
 */
export class ReplicaHost {
  readonly #options: HostOptions
  readonly #replica: Replica
  readonly #ledger: Ledger
  readonly #gate: Gate
  readonly #records = new MemoryRecords()
  readonly #own: ReplicaInput[] = []
  readonly #inputs: ReplicaInput[] = []
  readonly #timers = new Map<ReplicaTimer, number>()
  /** Transactions that this round sends, by whom they go to. */
  readonly #relayed = new Map<readonly PeerId[], Transaction[]>()
  #request = 0
  #nowMs = 0
  /** Transactions in final blocks, blocks, and view changes. */
  final = 0
  blocks = 0
  viewChanges = 0
  /** What left. */
  bytesSent = 0
  /** Of the consensus channel, that came. */
  messages = 0

  constructor(options: HostOptions) {
    this.#options = options
    const { chain, index, publicKey, stages } = options
    const { header, hash, writes } = createGenesisState(chain, MODULES, sha256Native)
    this.#records.write(genesisWrites(header, hash, writes))
    this.#ledger = createLedger({
      ...{ chain, modules: MODULES, head: { header, hash }, recent: [], hasher: sha256Native },
      source: new ChainReader(this.#records).state,
      cacheBytesMax: CACHE_BYTES,
      undoHeights: UNDO_HEIGHTS,
      executions: { once: (_parent, _body, _transactions, execute) => stages.run('execution', execute) },
    })
    const { timeToLiveMsMax } = chain.genesis.params
    this.#replica = new Replica(
      { chain, consensusKey: bytesToHex(publicKey), timeouts: TIMEOUTS, poolCapacity: POOL.capacity, prng: createPrng(index) },
      { ledger: this.#ledger, pool: createMempool({ ...POOL, timeToLiveMsMax }) },
    )
    this.#gate = new Gate(chain, verifySignatureNative, this.#replica)
    this.#inputs.push({ type: 'start', log: [], guard: INITIAL_GUARD })
    for (const peer of options.links.keys()) this.#inputs.push({ type: 'peer-connected', peer, head: header.height })
  }

  /** A client's. */
  submit(raw: Uint8Array): void {
    const transaction = this.#options.stages.run('transactions', () => unwrap(this.#gate.transaction(raw)))
    this.#inputs.push({ type: 'submit', request: this.#request++, transaction })
  }

  round(nowMs: number): void {
    const { stages, links } = this.#options
    this.#nowMs = nowMs
    for (const [from, link] of links) stages.run('frames', () => this.#receive(from, link.in))
    for (const [timer, atMs] of this.#timers) {
      if (atMs > nowMs) continue
      this.#timers.delete(timer)
      this.#inputs.push({ type: 'timer-fired', timer })
    }
    const effects: ReplicaEffect[] = []
    // Own messages before anybody else's, as the driver has it.
    for (const input of [...this.#own.splice(0), ...this.#inputs.splice(0)]) {
      for (const effect of stages.run('agreement', () => this.#replica.step(input, nowMs))) effects.push(effect)
    }
    stages.run('records', () => this.#makeDurable(effects))
    for (const effect of effects) this.#perform(effect)
    stages.run('frames', () => this.#flush())
  }

  #receive(from: PeerId, link: Link): void {
    const { stages } = this.#options
    for (const { channel, frame } of link.frames()) {
      if (channel === 'transactions') stages.run('transactions', () => this.#transactions(from, frame))
      else stages.run('votes', () => this.#consensus(from, frame, channel))
    }
  }

  #transactions(from: PeerId, bytes: Uint8Array): void {
    const frame = unwrap(transactionsFrameCodec.decode(bytes))
    if (frame.type === 'fetch') return void this.#inputs.push({ type: 'fetch-transactions', from, ids: frame.ids })
    const transactions = frame.transactions.flatMap((raw) => {
      const transaction = unwrap(this.#gate.unknownTransaction(raw, (id) => this.#replica.knows(id)))
      return transaction === undefined ? [] : [transaction]
    })
    if (transactions.length > 0) this.#inputs.push({ type: 'transactions', from, transactions })
  }

  #consensus(from: PeerId, bytes: Uint8Array, channel: Channel): void {
    assert(channel === 'consensus', 'nobody is behind here')
    const frame = unwrap(consensusFrameCodec.decode(bytes))
    assert(frame.type !== 'hello', 'who is connected has said hello')
    this.messages += 1
    const input = unwrap(this.#gate.consensusInput(from, frame))
    if (input !== undefined) this.#inputs.push(input)
  }

  #makeDurable(effects: readonly ReplicaEffect[]): void {
    for (const effect of effects) {
      if (effect.type === 'log') logRecordCodec.encode(effect.record)
      else if (effect.type === 'guard') guardCodec.encode(effect.guard)
      else if (effect.type === 'compact-log') for (const record of effect.records) logRecordCodec.encode(record)
      else if (effect.type === 'store') this.#records.write(finalWrites(effect.final).filter(({ key }) => key[0] === STATE_TABLE))
    }
  }

  #perform(effect: ReplicaEffect): void {
    switch (effect.type) {
      case 'finalized': {
        const { block } = effect.final
        this.#ledger.stored(block.header.height)
        this.final += block.included.length
        this.blocks += 1
        return
      }
      case 'sign':
        return this.#options.stages.run('votes', () => this.#sign(effect))
      case 'relay':
        return this.#send(effect.to, { type: 'signed', signed: effect.signed })
      case 'send-certificate':
        return this.#send(effect.to, { type: 'certificate', certificate: effect.certificate })
      case 'send-body':
        return this.#send([effect.to], { type: 'body', body: effect.body })
      case 'fetch-body':
        return this.#send(effect.from, { type: 'fetchBody', height: effect.height, digest: effect.digest })
      case 'send-transactions':
        return this.#relay(effect.to, effect.transactions)
      case 'fetch-transactions':
        return this.#push([effect.from], 'transactions', transactionsFrameCodec.encode({ type: 'fetch', ids: [...effect.ids] }))
      case 'start-timer':
        return void this.#timers.set(effect.timer, this.#nowMs + effect.durationMs)
      case 'stop-timer':
        return void this.#timers.delete(effect.timer)
      case 'note':
        if (effect.note.type === 'view-entered' && effect.note.view > 0) this.viewChanges += 1
        return
      case 'admission':
        return assert(effect.outcome.type !== 'refused', 'a pool refuses a transaction of the load')
      case 'punish':
      case 'refuse-start':
      case 'report':
      case 'fetch-blocks':
      case 'expired':
        throw new Error(`${effect.type} among validators that all do well`)
      default:
        return
    }
  }

  #sign({ epoch, signer, message, to, broadcast }: Extract<ReplicaEffect, { type: 'sign' }>): void {
    const { chain } = this.#options
    const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
    const signature: Hex = bytesToHex(this.#options.signer.sign(consensusSignBytes(domain, epoch, message)))
    const signed = { epoch, signer, signature, message }
    this.#send(to, { type: 'signed', signed })
    if (broadcast) this.#own.push({ type: 'message', signed: unwrap(this.#gate.message(signed)) })
  }

  #send(to: readonly PeerId[], frame: ConsensusFrame): void {
    const bytes = this.#options.stages.run('votes', () => consensusFrameCodec.encode(frame))
    this.#push(to, 'consensus', bytes)
  }

  #push(to: readonly PeerId[], channel: Channel, frame: Uint8Array): void {
    for (const peer of to) this.#options.links.get(peer)?.out.push(channel, frame)
  }

  #relay(to: readonly PeerId[], transactions: readonly Transaction[]): void {
    const gathered = this.#relayed.get(to)
    if (gathered === undefined) this.#relayed.set(to, [...transactions])
    else for (const transaction of transactions) gathered.push(transaction)
  }

  #flush(): void {
    for (const [to, transactions] of this.#relayed) {
      const raws = transactions.map(({ bytes }) => bytes)
      this.#push(to, 'transactions', transactionsFrameCodec.encode({ type: 'transactions', transactions: raws }))
    }
    this.#relayed.clear()
    for (const { out } of this.#options.links.values()) this.bytesSent += out.flush()
  }
}
