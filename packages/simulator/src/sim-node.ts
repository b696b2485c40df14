import { createMempool } from '@hanse/mempool'
import { assert, bytesToHex, ok, type Prng } from '@hanse/primitives'
import {
  type Chain,
  type ConsensusFrame,
  consensusSignBytes,
  type Height,
  type PeerId,
  type SignedMessage,
  type Transaction,
  type ValidatorIndex,
  type Verified,
} from '@hanse/protocol'
import {
  ChainReader,
  type EpochSets,
  type EpochSource,
  Gate,
  genesisWrites,
  Replica,
  type ReplicaEffect,
  type ReplicaInput,
  type ReplicaTimer,
  readGuard,
  readLog,
} from '@hanse/replica'
import type { InstalledModule, Ledger } from '@hanse/state'
import type { MemoryDisk } from '@hanse/storage'
import type { Damage, Software } from './fault.ts'
import { type SimFrame, WireFrame } from './frame.ts'
import { Inbound, shareInput } from './inbound.ts'
import type { NodeWorld } from './node-world.ts'
import { openLedger, stopBeforeUnknown } from './open-ledger.ts'
import type { SharedWork } from './shared-work.ts'
import { genesisStateOf, nodeOfSimPeer, simPeer } from './sim-chain.ts'
import { isWrite, SimDisk, type Write } from './sim-disk.ts'
import type { SimKey, SimSignatures } from './sim-keys.ts'
import { StartRefused } from './violation.ts'

export const POOL_CAPACITY = 2_000
/** So small that a run compacts its logs several times. */
export const LOG_SLACK_RECORDS = 48
const POOL_BYTES = 64 * 1024 * 1024
export const TIMEOUTS = { viewTimeoutMs: 400, viewTimeoutMsMax: 4_000, batchWaitMs: 20, statusMs: 400, fetchRetryMs: 150 }

export interface SimNodeOptions {
  readonly chain: Chain
  readonly index: ValidatorIndex
  /** That of another place in the world makes it a twin. */
  readonly key: SimKey
  readonly signatures: SimSignatures
  readonly prng: Prng
  /** Absent: it computes everything itself. */
  readonly shared?: SharedWork | undefined
  /** How long inputs are gathered before a round, in µs. Absent: each is taken at once. */
  readonly roundUs?: number
}

interface Life {
  readonly replica: Replica
  readonly ledger: Ledger
  readonly reader: ChainReader
}

/** A host of the replica on a simulated disk: it performs effects one by one, or those of a while in one round, as the node's driver does. */
export class SimNode implements EpochSource {
  readonly index: ValidatorIndex
  readonly #options: SimNodeOptions
  readonly #world: NodeWorld
  readonly #gate: Gate
  readonly #inbound: Inbound
  readonly #disk: SimDisk
  /** Those that its operator has installed, beside the software's. */
  #installed: readonly InstalledModule[] = []
  #software: Software = 'new'
  #life: Life | undefined
  #inputs: ReplicaInput[] = []
  #isRoundComing = false
  /** In a round: transactions are gathered until it ends, many to a frame. */
  #relay: Map<readonly PeerId[], Uint8Array[]> | undefined
  #nextRequest = 0

  constructor(options: SimNodeOptions, world: NodeWorld, memory?: MemoryDisk) {
    this.index = options.index
    this.#options = options
    this.#world = world
    this.#gate = new Gate(options.chain, options.signatures.verify, this)
    this.#inbound = new Inbound(this.#gate, this, options.shared)
    this.#disk = new SimDisk((point) => this.#world.reach(this.index, point), memory)
  }

  get disk(): MemoryDisk {
    return this.#disk.memory
  }

  get isUp(): boolean {
    return this.#life !== undefined
  }

  get replica(): Replica {
    assert(this.#life !== undefined, `node ${this.index} is down`)
    return this.#life.replica
  }

  get sets(): EpochSets {
    return this.replica.sets
  }

  get ledger(): Ledger {
    assert(this.#life !== undefined, `node ${this.index} is down`)
    return this.#life.ledger
  }

  /** Of what is on the disk, whether the node is up or not. */
  get reader(): ChainReader {
    return this.#life?.reader ?? new ChainReader(this.disk.store)
  }

  /** The process begins: opens the disk as the node does, and gives the replica its log. @throws Crash */
  boot(): void {
    const { chain, index, key, signatures, prng } = this.#options
    const reader = new ChainReader(this.disk.store)
    const isFirst = reader.head() === undefined
    if (isFirst) {
      const genesis = genesisStateOf(chain)
      this.#disk.write(genesisWrites(genesis.header, genesis.hash, genesis.writes))
      this.#world.reach(index, 'in a start')
      this.#disk.sync()
    }
    const { ledger, certificate } = openLedger({
      ...{ chain, index, reader, verify: signatures.verify, installed: this.#installed, software: this.#software },
      executions: this.#options.shared?.executionsOf(this.#software, isFirst),
      stateRoot: () => this.#disk.stateRoot(),
    })
    const { timeToLiveMsMax } = chain.genesis.params
    const pool = createMempool({ capacity: POOL_CAPACITY, perSenderMax: POOL_CAPACITY, bytesMax: POOL_BYTES, timeToLiveMsMax })
    const replica = new Replica(
      {
        chain,
        consensusKey: bytesToHex(key.publicKey),
        timeouts: TIMEOUTS,
        poolCapacity: POOL_CAPACITY,
        logSlackRecordsMax: LOG_SLACK_RECORDS,
        prng,
      },
      {
        ...{ ledger, pool, certificateAt: (height) => reader.record(height)?.certified?.certificate },
        ...(certificate === undefined ? {} : { headCertificate: certificate }),
      },
    )
    const log = readLog(this.disk.log.readAll(), ledger.head.header.height, signatures.verify)
    if (!log.ok) throw new StartRefused(`node ${index} refuses its log: ${log.error.message}`)
    this.#world.reach(index, 'in a start')
    this.#life = { replica, ledger, reader }
    this.#inputs.push({ type: 'start', log: log.value, guard: readGuard(this.disk.guard.read()) })
    this.#run()
  }

  /** Another node with a copy of this one's disk, to be started in another world. */
  copyInto(world: NodeWorld): SimNode {
    const copy = new SimNode({ ...this.#options, prng: this.#options.prng.fork(1) }, world, this.disk.copy())
    copy.install(this.#installed)
    copy.run(this.#software)
    return copy
  }

  /** Modules that are no part of the software, from the next start on. */
  install(modules: readonly InstalledModule[]): void {
    this.#installed = modules
  }

  /** What its operator has installed: from the next start on. */
  run(software: Software): void {
    this.#software = software
  }

  get software(): Software {
    return this.#software
  }

  backUp(): void {
    this.#disk.backUp()
  }

  get hasBackup(): boolean {
    return this.#disk.hasBackup
  }

  /** Its disk goes back to the backup but for the guard, or nothing is left on it but the guard. */
  lose(how: 'restore' | 'wipe'): void {
    assert(!this.isUp, 'a disk is replaced while nobody uses it')
    this.#disk[how]()
  }

  damage(part: 'log' | 'state', damage: Damage, prng: Prng): void {
    assert(!this.isUp, 'a disk is damaged before a start')
    this.#disk.damage(part, damage, prng)
  }

  /** What an honest host never does: its disk goes back to the backup with its guard, or loses log and guard. */
  betray(how: 'restoreAll' | 'forget'): void {
    assert(!this.isUp, 'a disk is replaced while nobody uses it')
    this.#disk[how]()
  }

  /** The process ends; what was not synced is lost, or some of it. */
  crash(prng: Prng): void {
    this.#life = undefined
    this.#inputs = []
    this.#relay = undefined
    this.#isRoundComing = false
    this.#disk.crash(prng)
  }

  /** Takes an input: at once, or in the next round. @throws Crash */
  accept(input: ReplicaInput): void {
    this.#inputs.push(input)
    if (this.#options.roundUs === undefined) this.#run()
    else this.#comeRound(this.#options.roundUs)
  }

  /** What has come since the last round, in one go. A timer that is stopped or started again before its turn has not fired. @throws Crash */
  round(): void {
    this.#isRoundComing = false
    const effects: ReplicaEffect[] = []
    const stopped = new Set<ReplicaTimer>()
    for (const input of this.#inputs.splice(0)) {
      if (input.type === 'timer-fired' && stopped.has(input.timer)) continue
      for (const effect of this.replica.step(input, this.#world.nowMs(this.index))) {
        effects.push(effect)
        if (effect.type === 'start-timer' || effect.type === 'stop-timer') stopped.add(effect.timer)
      }
    }
    for (const effect of effects) if (isWrite(effect) && effect.type !== 'store') this.#performNext(effect)
    this.#relay = new Map()
    for (const effect of effects) if (!isWrite(effect) && effect.type !== 'finalized') this.#performNext(effect)
    this.#flushRelay()
    for (const effect of effects) if (effect.type === 'store') this.#performNext(effect)
    for (const effect of effects) if (effect.type === 'finalized') this.#performNext(effect)
    this.#disk.sync()
    if (this.#inputs.length > 0) this.#comeRound(0)
  }

  #comeRound(delayUs: number): void {
    if (this.#isRoundComing) return
    this.#isRoundComing = true
    this.#world.comeRound(this.index, delayUs)
  }

  /** One input after the other, and all own messages that they lead to. */
  #run(): void {
    for (let next = this.#inputs.shift(); next !== undefined; next = this.#inputs.shift()) {
      for (const effect of this.replica.step(next, this.#world.nowMs(this.index))) this.#performNext(effect)
    }
    this.#disk.sync()
  }

  #performNext(effect: ReplicaEffect): void {
    this.#world.reach(this.index, `before ${effect.type}`)
    this.#perform(effect)
  }

  /** Whether these bytes of a client are a transaction. */
  takes(raw: Uint8Array): boolean {
    return this.#gate.transaction(raw).ok
  }

  submit(transaction: Verified<Transaction>): void {
    this.accept({ type: 'submit', request: this.#nextRequest++, transaction })
  }

  /** A connection has come or gone. @throws Crash */
  linked(to: ValidatorIndex, head: Height | undefined): void {
    const peer = simPeer(to)
    this.accept(head === undefined ? { type: 'peer-disconnected', peer } : { type: 'peer-connected', peer, head })
  }

  /** A frame from the wire. @throws Crash */
  receive(sender: ValidatorIndex, wire: WireFrame): void {
    this.#inbound.receive(simPeer(sender), wire)
  }

  answer(to: PeerId, frame: SimFrame): void {
    this.#send([to], frame)
  }

  refuse(from: PeerId, what: string): void {
    this.#world.witness.onRefused(this.index, nodeOfSimPeer(from), what)
  }

  #perform(effect: ReplicaEffect): void {
    switch (effect.type) {
      case 'log':
        this.#disk.log(effect.record)
        return this.#world.witness.onLogged(this.index, effect.record)
      case 'guard':
        return this.#disk.guard(effect.guard)
      case 'store':
        this.#world.witness.onStored(this.index, effect.final)
        return this.#disk.store(effect.final)
      case 'compact-log':
        return this.#disk.compact(effect.records)
      case 'start-timer':
        return this.#world.startTimer(this.index, effect.timer, effect.durationMs)
      case 'stop-timer':
        return this.#world.stopTimer(this.index, effect.timer)
      case 'note':
        return this.#world.witness.onNote(this.index, effect)
      case 'refuse-start':
        return assert(false, `node ${this.index} must not vote: ${effect.rejection.message}`)
      case 'expired':
        return
      default:
        if (effect.type === 'finalized') this.#disk.sync()
        else this.#disk.syncLog()
        return this.#leave(effect)
    }
  }

  /** What others can see: what it rests on is durable. */
  #leave(effect: Exclude<ReplicaEffect, Write | { type: 'start-timer' | 'stop-timer' | 'note' | 'refuse-start' | 'expired' }>): void {
    switch (effect.type) {
      case 'finalized':
        this.ledger.stored(effect.final.block.header.height)
        this.#world.witness.onFinalized(this.index, effect.final)
        return stopBeforeUnknown(this.ledger, this.#software)
      case 'sign':
        return this.#sign(effect)
      case 'relay':
        return void this.#sendConsensus(effect.to, { type: 'signed', signed: effect.signed })
      case 'send-certificate':
        return void this.#sendConsensus(effect.to, { type: 'certificate', certificate: effect.certificate })
      case 'send-body':
        return void this.#sendConsensus([effect.to], { type: 'body', body: effect.body })
      case 'fetch-body':
        return void this.#sendConsensus(effect.from, { type: 'fetchBody', height: effect.height, digest: effect.digest })
      case 'fetch-view-change':
        return void this.#sendConsensus(effect.from, { type: 'fetchViewChange', hash: effect.hash })
      case 'fetch-new-view':
        return void this.#sendConsensus(effect.from, { type: 'fetchNewView', view: effect.view })
      case 'send-transactions': {
        const transactions = effect.transactions.map(({ bytes }) => bytes)
        if (this.#relay === undefined) return this.#sendTransactions(effect.to, transactions)
        const gathered = this.#relay.get(effect.to)
        if (gathered === undefined) this.#relay.set(effect.to, transactions)
        else gathered.push(...transactions)
        return
      }
      case 'fetch-transactions':
        return void this.#send([effect.from], { channel: 'transactions', frame: { type: 'fetch', ids: [...effect.ids] } })
      case 'fetch-blocks':
        return void this.#send([effect.from], { channel: 'sync', frame: { type: 'fetch', from: effect.fromHeight, limit: effect.limit } })
      case 'report':
        return this.#world.witness.onReport(this.index, effect)
      case 'punish':
        return this.#inbound.refuse(effect.peer, effect.reason)
      case 'admission':
        return
    }
  }

  #sign({ epoch, signer, message, to, broadcast }: Extract<ReplicaEffect, { type: 'sign' }>): void {
    const { chain, key, signatures } = this.#options
    const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
    const signature = bytesToHex(signatures.sign(key, consensusSignBytes(domain, epoch, message)))
    const signed: SignedMessage = { epoch, signer, signature, message }
    this.#world.witness.onSigned(this.index, signed)
    const wire = this.#sendConsensus(to, { type: 'signed', signed })
    if (!broadcast) return
    if (epoch !== this.#gate.epoch) return
    const own = this.#gate.message(signed)
    assert(own.ok, `node ${this.index} does not accept its own ${message.type}: ${own.ok ? '' : own.error.message}`)
    const input: ReplicaInput = { type: 'message', signed: own.value }
    if (this.#options.shared !== undefined) shareInput(wire, epoch, ok(input))
    this.#inputs.push(input)
  }

  #sendConsensus(to: readonly PeerId[], frame: ConsensusFrame): WireFrame {
    return this.#send(to, { channel: 'consensus', frame })
  }

  #send(targets: readonly PeerId[], frame: SimFrame): WireFrame {
    const wire = new WireFrame(frame, { isTrusted: this.#options.shared !== undefined })
    for (const [place, target] of targets.entries()) {
      if (place > 0) this.#world.reach(this.index, 'amid a broadcast')
      this.#world.send(this.index, nodeOfSimPeer(target), wire)
    }
    return wire
  }

  #sendTransactions(to: readonly PeerId[], transactions: readonly Uint8Array[]): void {
    this.#send(to, { channel: 'transactions', frame: { type: 'transactions', transactions } })
  }

  #flushRelay(): void {
    const relay = this.#relay
    this.#relay = undefined
    for (const [to, transactions] of relay ?? []) this.#sendTransactions(to, transactions)
  }
}
