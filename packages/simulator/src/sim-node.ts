import { MODULES } from '@hanse/modules'
import { createMempool } from '@hanse/mempool'
import { assert, bytesToHex, type Hash, type Prng } from '@hanse/primitives'
import {
  type Chain,
  asValidatorIndex,
  type ConsensusMessage,
  consensusFrameCodec,
  consensusSignBytes,
  guardCodec,
  logRecordCodec,
  type SignedMessage,
  syncFrameCodec,
  transactionsFrameCodec,
  type Transaction,
  type ValidatorIndex,
  type Verified,
} from '@hanse/protocol'
import {
  ChainReader,
  finalWrites,
  type FinalBlock,
  Gate,
  genesisWrites,
  INITIAL_GUARD,
  readGuard,
  readLog,
  recentIds,
  Replica,
  type ReplicaEffect,
  type ReplicaInput,
  type ReplicaTimer,
  stateKeyOfStored,
  storedStateKey,
  verifyTip,
} from '@hanse/replica'
import { createGenesisState, createLedger, type Ledger, RootBuilder, STATE_VALUES_RANGE, stateEntries } from '@hanse/state'
import { createMemoryDisk, type MemoryDisk } from '@hanse/storage'
import type { SimFrame, WireFrame } from './frame.ts'
import type { SimKey, SimSignatures } from './sim-keys.ts'

const POOL_CAPACITY = 2_000
const SYNC_ANSWER_BYTES = 256 * 1024
const LOG_SEGMENT_BYTES = 64 * 1024

/** What a node does to the world around it. */
export interface NodeWorld {
  readonly nowMs: (node: ValidatorIndex) => number
  send(from: ValidatorIndex, to: ValidatorIndex, frame: SimFrame): void
  startTimer(node: ValidatorIndex, timer: ReplicaTimer, durationMs: number): void
  stopTimer(node: ValidatorIndex, timer: ReplicaTimer): void
  /** An effect is about to be performed: the world may crash the node here, by throwing `Crash`. */
  beforeEffect(node: ValidatorIndex, effect: ReplicaEffect): void
  onSigned(node: ValidatorIndex, signed: SignedMessage): void
  onStored(node: ValidatorIndex, final: FinalBlock): void
  onFinalized(node: ValidatorIndex, final: FinalBlock): void
  onReport(node: ValidatorIndex, effect: Extract<ReplicaEffect, { type: 'report' }>): void
  onAdmission(node: ValidatorIndex, effect: Extract<ReplicaEffect, { type: 'admission' }>): void
}

/** Thrown through a step: the process ended at this effect. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

export interface SimNodeOptions {
  readonly chain: Chain
  readonly index: ValidatorIndex
  readonly key: SimKey
  readonly signatures: SimSignatures
  readonly prng: Prng
}

interface Life {
  readonly replica: Replica
  readonly ledger: Ledger
  readonly reader: ChainReader
  readonly knows: (id: Hash) => boolean
}

/** A host of the replica on a simulated disk. It performs effects one by one in their order, and syncs only when something leaves. */
export class SimNode {
  readonly index: ValidatorIndex
  readonly disk: MemoryDisk
  readonly #options: SimNodeOptions
  readonly #world: NodeWorld
  readonly #gate: Gate
  #life: Life | undefined
  #unsynced = false
  #own: ReplicaInput[] = []
  #nextRequest = 0

  constructor(options: SimNodeOptions, world: NodeWorld, disk: MemoryDisk = createMemoryDisk({ segmentBytesMax: LOG_SEGMENT_BYTES })) {
    this.index = options.index
    this.#options = options
    this.#world = world
    this.#gate = new Gate(options.chain, options.signatures.verify)
    this.disk = disk
    if (disk.guard.read().type === 'absent') {
      disk.guard.write(guardCodec.encode(INITIAL_GUARD))
      disk.guard.sync()
    }
  }

  get isUp(): boolean {
    return this.#life !== undefined
  }

  get replica(): Replica {
    assert(this.#life !== undefined, `node ${this.index} is down`)
    return this.#life.replica
  }

  get ledger(): Ledger {
    assert(this.#life !== undefined, `node ${this.index} is down`)
    return this.#life.ledger
  }

  get reader(): ChainReader {
    return this.#life?.reader ?? new ChainReader(this.disk.store)
  }

  /** The process begins: opens the disk as the node does, and gives the replica its log. */
  boot(): void {
    const { chain, index, signatures, prng } = this.#options
    const reader = new ChainReader(this.disk.store)
    if (reader.head() === undefined) {
      const genesis = createGenesisState(chain, MODULES)
      this.disk.store.write(genesisWrites(genesis.header, genesis.hash, genesis.writes))
      this.disk.store.sync()
    }
    const tip = verifyTip(chain, reader, signatures.verify)
    assert(tip.ok, `node ${index} refuses its store`)
    const { header, hash, certificate } = tip.value
    assert(this.#stateRoot() === header.stateRoot, `node ${index} has another state than its head says`)
    const ledger = createLedger({
      chain,
      modules: MODULES,
      source: reader.state,
      head: { header, hash },
      recent: recentIds(chain, reader, header),
      undoHeights: 8,
    })
    const pool = createMempool({
      capacity: POOL_CAPACITY,
      perSenderMax: POOL_CAPACITY,
      bytesMax: 64 * 1024 * 1024,
      timeToLiveMsMax: chain.genesis.params.timeToLiveMsMax,
    })
    const timeouts = { viewTimeoutMs: 400, viewTimeoutMsMax: 4_000, batchWaitMs: 20, statusMs: 200, fetchRetryMs: 150 }
    const replica = new Replica(
      { chain, self: index, timeouts, poolCapacity: POOL_CAPACITY, prng },
      { ledger, pool, ...(certificate === undefined ? {} : { headCertificate: certificate }) },
    )
    this.#life = { replica, ledger, reader, knows: (id) => pool.has(id) || ledger.wasExecuted(id) }
    const log = readLog(this.disk.log.readAll(), signatures.verify)
    assert(log.ok, `node ${index} refuses its log`)
    this.step({ type: 'start', log: log.value, guard: readGuard(this.disk.guard.read()) })
  }

  /** Another node with a copy of this one's disk, started in a world where nothing happens. */
  reborn(): SimNode {
    const node = new SimNode(this.#options, new StillWorld(this.#world), this.disk.copy())
    node.boot()
    return node
  }

  /** The process ends; what was not synced is lost, or some of it. */
  crash(prng: Prng): void {
    this.#life = undefined
    this.#own = []
    this.#unsynced = false
    this.disk.crash(prng)
  }

  /** One input, and all own messages that it leads to. @throws Crash */
  step(input: ReplicaInput): void {
    this.#own.push(input)
    for (let next = this.#own.shift(); next !== undefined; next = this.#own.shift()) {
      for (const effect of this.replica.step(next, this.#world.nowMs(this.index))) {
        this.#world.beforeEffect(this.index, effect)
        this.#perform(effect)
      }
    }
    this.sync()
  }

  submit(transaction: Verified<Transaction>): void {
    this.step({ type: 'submit', request: this.#nextRequest++, transaction })
  }

  /** A frame from the wire. What does not verify is dropped: the sender's connection would be. */
  receive(from: ValidatorIndex, { channel, bytes }: WireFrame): void {
    if (channel === 'consensus') {
      const frame = consensusFrameCodec.decode(bytes)
      if (!frame.ok || frame.value.type === 'hello') return
      const input = this.#gate.consensusInput(from, frame.value)
      if (input.ok) this.step(input.value)
    } else if (channel === 'transactions') this.#receiveTransactions(from, bytes)
    else this.#receiveSync(from, bytes)
  }

  #receiveTransactions(from: ValidatorIndex, bytes: Uint8Array): void {
    const frame = transactionsFrameCodec.decode(bytes)
    if (!frame.ok) return
    if (frame.value.type === 'fetch') return this.step({ type: 'fetch-transactions', from, ids: frame.value.ids })
    const transactions = this.#verified(frame.value.transactions, this.#life?.knows ?? (() => false))
    if (transactions !== undefined && transactions.length > 0) this.step({ type: 'transactions', from, transactions })
  }

  #verified(raws: readonly Uint8Array[], known: (id: Hash) => boolean): Verified<Transaction>[] | undefined {
    const verified: Verified<Transaction>[] = []
    for (const raw of raws) {
      const transaction = this.#gate.unknownTransaction(raw, known)
      if (!transaction.ok) return undefined
      if (transaction.value !== undefined) verified.push(transaction.value)
    }
    return verified
  }

  #receiveSync(from: ValidatorIndex, bytes: Uint8Array): void {
    const frame = syncFrameCodec.decode(bytes)
    if (!frame.ok) return
    if (frame.value.type === 'fetch') {
      const blocks = this.reader.certifiedFrom(frame.value.from, frame.value.limit, SYNC_ANSWER_BYTES)
      return this.#world.send(this.index, from, { channel: 'sync', frame: { type: 'blocks', from: frame.value.from, blocks } })
    }
    const blocks = []
    for (const block of frame.value.blocks) {
      const transactions = this.#verified(block.transactions, () => false)
      const verified = transactions === undefined ? undefined : this.#gate.block(block, transactions)
      if (verified?.ok !== true) return this.step({ type: 'peer-lied', from })
      blocks.push(verified.value)
    }
    this.step({ type: 'blocks', from, blocks })
  }

  /** Log, then guard, then store. */
  sync(): void {
    if (!this.#unsynced) return
    this.disk.log.sync()
    this.disk.guard.sync()
    this.disk.store.sync()
    this.#unsynced = false
  }

  #perform(effect: ReplicaEffect): void {
    switch (effect.type) {
      case 'log':
        this.disk.log.append([logRecordCodec.encode(effect.record)])
        this.#unsynced = true
        return
      case 'guard':
        this.disk.guard.write(guardCodec.encode(effect.guard))
        this.#unsynced = true
        return
      case 'store':
        this.disk.store.write(finalWrites(effect.final))
        this.#unsynced = true
        this.#world.onStored(this.index, effect.final)
        return
      case 'compact-log': {
        const position = this.disk.log.nextPosition
        this.disk.log.append(effect.records.map((record) => logRecordCodec.encode(record)))
        this.disk.log.sync()
        this.disk.log.prune(position)
        return
      }
      case 'start-timer':
        return this.#world.startTimer(this.index, effect.timer, effect.durationMs)
      case 'stop-timer':
        return this.#world.stopTimer(this.index, effect.timer)
      case 'refuse-start':
        assert(false, `node ${this.index} must not vote: ${effect.rejection.message}`)
        return
      case 'expired':
      case 'note':
        return
      default:
        this.sync()
        return this.#leave(effect)
    }
  }

  #leave(effect: Exclude<ReplicaEffect, { type: 'log' | 'guard' | 'store' | 'compact-log' | 'start-timer' | 'stop-timer' | 'refuse-start' | 'expired' | 'note' }>): void {
    switch (effect.type) {
      case 'finalized':
        this.ledger.stored(effect.final.block.header.height)
        return this.#world.onFinalized(this.index, effect.final)
      case 'sign':
        return this.#sign(effect.message, effect.to)
      case 'relay':
        return this.#sendConsensus(effect.to, { type: 'signed', signed: effect.signed })
      case 'send-certificate':
        return this.#sendConsensus(effect.to, { type: 'certificate', certificate: effect.certificate })
      case 'send-body':
        return this.#sendConsensus(effect.to, { type: 'body', body: effect.body })
      case 'fetch-body':
        for (const to of effect.from) this.#sendConsensus(to, { type: 'fetchBody', height: effect.height, digest: effect.digest })
        return
      case 'fetch-view-change':
        for (const to of effect.from) this.#sendConsensus(to, { type: 'fetchViewChange', hash: effect.hash })
        return
      case 'fetch-new-view':
        for (const to of effect.from) this.#sendConsensus(to, { type: 'fetchNewView', view: effect.view })
        return
      case 'send-transactions': {
        const frame = { type: 'transactions', transactions: effect.transactions.map(({ bytes }) => bytes) } as const
        for (const to of this.#targets(effect.to)) this.#world.send(this.index, to, { channel: 'transactions', frame })
        return
      }
      case 'fetch-transactions':
        return this.#world.send(this.index, effect.from, { channel: 'transactions', frame: { type: 'fetch', ids: effect.ids } })
      case 'fetch-blocks':
        return this.#world.send(this.index, effect.from, {
          channel: 'sync',
          frame: { type: 'fetch', from: effect.fromHeight, limit: effect.limit },
        })
      case 'admission':
        return this.#world.onAdmission(this.index, effect)
      case 'report':
        return this.#world.onReport(this.index, effect)
      case 'punish':
        return
    }
  }

  #sign(message: ConsensusMessage, to: ValidatorIndex | undefined): void {
    const { chain, key, signatures } = this.#options
    const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
    const { epoch } = this.replica.describe()
    const signature = bytesToHex(signatures.sign(key, consensusSignBytes(domain, epoch, message)))
    const signed: SignedMessage = { epoch, signer: this.index, signature, message }
    this.#world.onSigned(this.index, signed)
    this.#sendConsensus(to ?? 'all', { type: 'signed', signed })
    if (to !== undefined) return
    const own = this.#gate.message(signed)
    assert(own.ok, `node ${this.index} does not accept what it signed itself`)
    this.#own.push({ type: 'message', signed: own.value })
  }

  #sendConsensus(to: ValidatorIndex | 'all', frame: Extract<SimFrame, { channel: 'consensus' }>['frame']): void {
    for (const target of this.#targets(to)) this.#world.send(this.index, target, { channel: 'consensus', frame })
  }

  #targets(to: ValidatorIndex | 'all'): readonly ValidatorIndex[] {
    if (to !== 'all') return to === this.index ? [] : [to]
    return this.#options.chain.genesis.validators.flatMap((_, index) => (index === this.index ? [] : [asValidatorIndex(index)]))
  }

  #stateRoot(): Hash {
    const builder = new RootBuilder()
    const range = { from: storedStateKey(STATE_VALUES_RANGE.from), to: storedStateKey(STATE_VALUES_RANGE.to), limit: 1_000_000 }
    const records = this.disk.store.range(range).map(({ key, value }) => ({ key: stateKeyOfStored(key), value }))
    for (const { key, value } of stateEntries(records)) builder.add(key, value)
    return builder.root()
  }
}

/** A world that only has a clock. */
class StillWorld implements NodeWorld {
  readonly nowMs: NodeWorld['nowMs']

  constructor(world: NodeWorld) {
    this.nowMs = (node) => world.nowMs(node)
  }

  send(): void {}
  startTimer(): void {}
  stopTimer(): void {}
  beforeEffect(): void {}
  onSigned(): void {}
  onStored(): void {}
  onFinalized(): void {}
  onReport(): void {}
  onAdmission(): void {}
}

export function encodeFrame(frame: SimFrame): WireFrame {
  const { channel } = frame
  if (channel === 'consensus') return { channel, bytes: consensusFrameCodec.encode(frame.frame) }
  if (channel === 'transactions') return { channel, bytes: transactionsFrameCodec.encode(frame.frame) }
  return { channel, bytes: syncFrameCodec.encode(frame.frame) }
}
