import { createHash } from 'node:crypto'
import { createMempool, type Mempool } from '@hanse/mempool'
import { assert, bytesToHex, createPrng, err, type Hash, ok, type Prng, type Result, reject } from '@hanse/primitives'
import {
  asEpoch,
  asPeerId,
  type Chain,
  type CommitCertificate,
  type ConsensusFrame,
  type ConsensusMessage,
  certifiedBlockCodec,
  consensusSignBytes,
  DEFAULT_CHAIN_PARAMS,
  decodeTransaction,
  type Guard,
  guardCodec,
  type LogRecord,
  logRecordCodec,
  type PeerId,
  proposalDigest,
  type SignatureCheck,
  type SignedMessage,
  type SigningDomain,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import { createGenesisState, createLedger, type Ledger } from '@hanse/state'
import {
  ChainReader,
  type ChainWrite,
  finalWrites,
  Gate,
  genesisWrites,
  guardForRecovery,
  INITIAL_GUARD,
  placeOf,
  Replica,
  type ReplicaEffect,
  type ReplicaInput,
  type ReplicaNote,
  type ReplicaTimer,
  readGuard,
  readLog,
  recentIds,
  recoverEpoch,
  recoveryCertificate,
  type VerifiedBlock,
  verifyTip,
} from '../../src/index.ts'
import { emptyChain, GENESIS_MS, TIMEOUTS } from './four-validators.ts'
import { GOVERNOR, recordOf } from './governor.ts'

const TICK_MS = 5
const INPUTS_PER_ROUND = 64
const SYNC_ANSWER_BYTES = 64 * 1024

/** Where a process may end: before it has written this, everything before being durable. */
export type CrashPoint = 'log' | 'guard' | 'store' | 'send'

export interface Disk {
  readonly records: Map<string, Uint8Array>
  log: Uint8Array[]
  guard: Uint8Array | undefined
}

class Crash extends Error {}

function signatureOf(publicKey: Uint8Array, message: Uint8Array): Uint8Array {
  const digest = createHash('sha256').update(publicKey).update(message).digest()
  return new Uint8Array([...digest, ...digest])
}

/** The signatures of this network: keyed hashes. */
export function verify({ publicKey, message, signature }: SignatureCheck): boolean {
  return bytesToHex(signatureOf(publicKey, message)) === bytesToHex(signature)
}

function decoded(raw: Uint8Array): Verified<Transaction> {
  const transaction = decodeTransaction(raw)
  assert(transaction.ok, 'a transaction of this network decodes')
  return transaction.value as Verified<Transaction>
}

function indexOf(peer: PeerId): number {
  return Number(peer.slice('peer-'.length))
}

/** A replica on a disk, with a host of few lines that makes the steps of a round durable together, as the node's does. */
export class NetNode {
  readonly index: number
  readonly peer: PeerId
  disk: Disk = { records: new Map(), log: [], guard: guardCodec.encode(INITIAL_GUARD) }
  readonly notes: ReplicaNote[] = []
  /** Refused by this node's gate: no honest peer sends it. */
  readonly refused: string[] = []
  readonly timers = new Map<ReplicaTimer, number>()
  pool: Mempool | undefined
  refusal: string | undefined
  /** Where the process ends in a round with these effects: once, unless it says undefined. */
  crashIn: ((effects: readonly ReplicaEffect[]) => CrashPoint | undefined) | undefined
  #crashAt: CrashPoint | undefined
  readonly #net: EpochNet
  #replica: Replica | undefined
  #ledger: Ledger | undefined
  #gate: Gate | undefined
  #inbox: ReplicaInput[] = []
  readonly #fired = new Set<ReplicaTimer>()
  #requests = 0

  constructor(net: EpochNet, index: number) {
    this.#net = net
    this.index = index
    this.peer = asPeerId(`peer-${index}`)
  }

  /** As a backup program would see it: without the guard, which stays where it is. */
  copyOfDisk(): Disk {
    return { records: new Map(this.disk.records), log: [...this.disk.log], guard: undefined }
  }

  restore(backup: Disk): void {
    this.disk = { ...backup, guard: this.disk.guard }
  }

  get isUp(): boolean {
    return this.#replica !== undefined
  }

  get replica(): Replica {
    assert(this.#replica !== undefined, `node ${this.index} is down`)
    return this.#replica
  }

  get reader(): ChainReader {
    return new ChainReader({ get: (key) => this.disk.records.get(bytesToHex(key)) })
  }

  get height(): number {
    return this.reader.head()?.height ?? 0
  }

  get guard(): Guard {
    const guard = readGuard(this.disk.guard === undefined ? { type: 'absent' } : { type: 'value', bytes: this.disk.guard })
    assert(typeof guard !== 'string', 'the guard is there')
    return guard
  }

  get log(): readonly LogRecord[] {
    return this.disk.log.map((bytes) => {
      const record = logRecordCodec.decode(bytes)
      assert(record.ok, 'a record decodes')
      return record.value
    })
  }

  /** The log is lost, the store is not. */
  loseLog(): void {
    this.disk.log = []
  }

  /** What its operator does while it is stopped: the guard first, then the signature. */
  signRecovery(epoch: number): Result<SignedMessage> {
    const { ledger } = this.#open()
    const signer = placeOf(recordOf(this.index).consensusKey.bytes, ledger.validators)
    if (signer === undefined) return err(reject('recover/no-validator', `node ${this.index} is none`))
    const recovered = recoverEpoch(ledger, asEpoch(epoch))
    if (!recovered.ok) return recovered
    const guard = guardForRecovery(this.guard, recovered.value)
    if (!guard.ok) return guard
    this.disk.guard = guardCodec.encode(guard.value)
    this.loseLog()
    const message: ConsensusMessage = { type: 'commit', ...recovered.value.vote }
    const bytes = consensusSignBytes(this.#net.domain, asEpoch(epoch), message)
    return ok({ epoch: asEpoch(epoch), signer, signature: bytesToHex(signatureOf(createPrng(this.index).bytes(32), bytes)), message })
  }

  applyRecovery(epoch: number, statements: readonly SignedMessage[]): Result<CommitCertificate> {
    const { ledger } = this.#open()
    const recovered = recoverEpoch(ledger, asEpoch(epoch))
    if (!recovered.ok) return recovered
    const certificate = recoveryCertificate(this.#net.domain, ledger.validators, recovered.value, statements, verify)
    if (!certificate.ok) return certificate
    const { block, writes } = ledger.finalize(recovered.value.block.hash)
    this.#write(finalWrites({ block, transactions: [], certificate: certificate.value, writes }))
    return certificate
  }

  #open(): { readonly ledger: Ledger; readonly certificate: CommitCertificate | undefined } {
    const { chain } = this.#net
    const { reader } = this
    if (reader.head() === undefined) {
      const genesis = createGenesisState(chain, [GOVERNOR])
      this.#write(genesisWrites(genesis.header, genesis.hash, genesis.writes))
    }
    const tip = verifyTip(chain, reader, verify)
    assert(tip.ok, `node ${this.index} refuses its store`)
    const { header, hash, certificate } = tip.value
    const recent = recentIds(chain, reader, header)
    const ledger = createLedger({ chain, modules: [GOVERNOR], source: reader.state, head: { header, hash }, recent })
    return { ledger, certificate }
  }

  start(): void {
    const { chain } = this.#net
    const { reader } = this
    const { ledger, certificate } = this.#open()
    const pool = createMempool({ capacity: 100, perSenderMax: 100, bytesMax: 1_000_000, timeToLiveMsMax: 600_000 })
    const consensusKey = recordOf(this.index).consensusKey.bytes
    const replica = new Replica(
      { chain, consensusKey, timeouts: TIMEOUTS, poolCapacity: 100, prng: createPrng(this.index), logSlackRecordsMax: 24 },
      {
        ...{ ledger, pool, certificateAt: (height) => reader.record(height)?.certified?.certificate },
        ...(certificate === undefined ? {} : { headCertificate: certificate }),
      },
    )
    const log = readLog(
      this.disk.log.map((bytes, position) => ({ position, bytes })),
      ledger.head.header.height,
      () => true,
    )
    assert(log.ok, `node ${this.index} refuses its log`)
    this.#replica = replica
    this.#ledger = ledger
    this.pool = pool
    this.#gate = new Gate(chain, verify, replica)
    const guard = this.disk.guard === undefined ? ('absent' as const) : this.guard
    this.accept({ type: 'start', log: log.value, guard })
    this.round()
  }

  stop(): void {
    this.#replica = undefined
    this.#inbox = []
    this.timers.clear()
    this.#fired.clear()
  }

  accept(input: ReplicaInput): void {
    if (this.isUp) this.#inbox.push(input)
  }

  submit(transaction: Verified<Transaction>): void {
    this.accept({ type: 'submit', request: this.#requests++, transaction })
  }

  hear(from: PeerId, frame: Exclude<ConsensusFrame, { type: 'hello' }>): void {
    if (!this.isUp) return
    const input = (this.#gate as Gate).consensusInput(from, frame)
    if (!input.ok) this.refused.push(`${frame.type} of ${from}: ${input.error.message}`)
    else if (input.value !== undefined) this.accept(input.value)
  }

  hearBlocks(from: PeerId, fromHeight: number, raws: readonly Uint8Array[]): void {
    if (!this.isUp) return
    const gate = this.#gate as Gate
    const blocks = raws.map((raw) => {
      const block = certifiedBlockCodec.decode(raw)
      assert(block.ok, 'a stored block decodes')
      return block.value
    })
    const unwanted = this.replica.unwantedBlocks(from, fromHeight as never, blocks.length)
    const { past, known, more } = gate.within(blocks.slice(unwanted))
    const verified: VerifiedBlock[] = []
    for (const block of known) {
      const result = gate.block(block, block.transactions.map(decoded))
      if (!result.ok) {
        this.refused.push(`blocks of ${from}: ${result.error.message}`)
        return this.accept({ type: 'peer-lied', from })
      }
      verified.push(result.value)
    }
    this.accept({ type: 'blocks', from, fromHeight: fromHeight as never, skipped: unwanted + past, blocks: verified, ...more })
  }

  fire(): void {
    for (const [timer, atMs] of [...this.timers]) {
      if (atMs > this.#net.nowMs) continue
      this.timers.delete(timer)
      this.#fired.add(timer)
      this.accept({ type: 'timer-fired', timer })
    }
  }

  /** Takes what has come, until nothing is left. */
  round(): void {
    try {
      while (this.isUp && this.#inbox.length > 0) this.#round()
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      this.stop()
      this.#net.linksChanged()
    }
  }

  #round(): void {
    const effects: ReplicaEffect[] = []
    for (const input of this.#inbox.splice(0, INPUTS_PER_ROUND)) {
      if (input.type === 'timer-fired' && !this.#fired.delete(input.timer)) continue
      for (const effect of this.replica.step(input, this.#net.nowMs)) {
        effects.push(effect)
        if (effect.type === 'start-timer' || effect.type === 'stop-timer') this.#fired.delete(effect.timer)
      }
    }
    this.#crashAt = this.crashIn?.(effects)
    this.#makeDurable(effects)
    for (const effect of effects) this.#perform(effect)
  }

  #makeDurable(effects: readonly ReplicaEffect[]): void {
    const records: Uint8Array[] = []
    let pruned = 0
    let guard: Guard | undefined
    const writes: ChainWrite[] = []
    for (const effect of effects) {
      if (effect.type === 'log') records.push(logRecordCodec.encode(effect.record))
      else if (effect.type === 'guard') guard = effect.guard
      else if (effect.type === 'store') writes.push(...finalWrites(effect.final))
      else if (effect.type === 'compact-log') {
        pruned = this.disk.log.length + records.length
        for (const record of effect.records) records.push(logRecordCodec.encode(record))
      }
    }
    if (records.length > 0) this.#reach('log')
    this.disk.log.push(...records)
    if (guard !== undefined) {
      this.#reach('guard')
      this.disk.guard = guardCodec.encode(guard)
    }
    if (writes.length > 0) this.#reach('store')
    this.#write(writes)
    this.disk.log.splice(0, pruned)
    if (effects.some(({ type }) => type === 'sign')) this.#reach('send')
  }

  #reach(point: CrashPoint): void {
    if (this.#crashAt !== point) return
    this.#crashAt = undefined
    this.crashIn = undefined
    throw new Crash()
  }

  #write(writes: readonly ChainWrite[]): void {
    for (const { key, value } of writes) {
      if (value === undefined) this.disk.records.delete(bytesToHex(key))
      else this.disk.records.set(bytesToHex(key), value)
    }
  }

  #perform(effect: ReplicaEffect): void {
    const net = this.#net
    switch (effect.type) {
      case 'finalized':
        this.#ledger?.stored(effect.final.block.header.height)
        return net.noteFinal(this.index, effect.final.block)
      case 'sign':
        return this.#sign(effect)
      case 'relay':
        return net.say(this, effect.to, { type: 'signed', signed: effect.signed })
      case 'send-certificate':
        return net.say(this, effect.to, { type: 'certificate', certificate: effect.certificate })
      case 'send-body':
        return net.say(this, [effect.to], { type: 'body', body: effect.body })
      case 'fetch-body':
        return net.say(this, effect.from, { type: 'fetchBody', height: effect.height, digest: effect.digest })
      case 'fetch-view-change':
        return net.say(this, effect.from, { type: 'fetchViewChange', hash: effect.hash })
      case 'fetch-new-view':
        return net.say(this, effect.from, { type: 'fetchNewView', view: effect.view })
      case 'send-transactions':
        return net.send(this, effect.to, (node) =>
          node.accept({ type: 'transactions', from: this.peer, transactions: effect.transactions }),
        )
      case 'fetch-transactions':
        return net.send(this, [effect.from], (node) => node.accept({ type: 'fetch-transactions', from: this.peer, ids: effect.ids }))
      case 'fetch-blocks':
        return net.send(this, [effect.from], (node) => {
          const blocks = node.reader.certifiedFrom(effect.fromHeight, effect.limit, SYNC_ANSWER_BYTES)
          net.send(node, [this.peer], (asker) => asker.hearBlocks(node.peer, effect.fromHeight, blocks))
        })
      case 'start-timer':
        this.timers.set(effect.timer, net.nowMs + effect.durationMs)
        return
      case 'stop-timer':
        this.timers.delete(effect.timer)
        return
      case 'punish':
        net.violations.push(`node ${this.index} punishes ${effect.peer}: ${effect.reason}`)
        return
      case 'report':
        net.violations.push(`node ${this.index} accuses ${effect.evidence.culprit} of ${effect.evidence.kind}`)
        return
      case 'refuse-start':
        this.refusal = effect.rejection.code
        this.stop()
        return net.linksChanged()
      case 'note':
        this.notes.push(effect.note)
        return
      default:
        return
    }
  }

  #sign({ epoch, signer, message, to, broadcast }: Extract<ReplicaEffect, { type: 'sign' }>): void {
    const { domain } = this.#net
    const key = createPrng(this.index).bytes(32)
    const signature = bytesToHex(signatureOf(key, consensusSignBytes(domain, epoch, message)))
    const signed: SignedMessage = { epoch, signer, signature, message }
    this.#net.noteVote(this.index, epoch, message)
    this.#net.say(this, to, { type: 'signed', signed })
    if (!broadcast || epoch !== this.replica.epoch) return
    const own = (this.#gate as Gate).message(signed)
    assert(own.ok, `node ${this.index} does not accept what it signed itself`)
    this.#inbox.unshift({ type: 'message', signed: own.value })
  }
}

interface Flight {
  readonly atMs: number
  readonly to: number
  readonly run: (node: NetNode) => void
}

export interface NetOptions {
  readonly nodes: number
  readonly seed?: number
  readonly lossPercent?: number
  readonly delayMsMax?: number
}

/** Nodes 0 to 3 are the validators of genesis. A clock, a network with faults, and what must hold: agreement, one vote a slot. */
export class EpochNet {
  readonly chain: Chain = emptyChain([GOVERNOR], { ...DEFAULT_CHAIN_PARAMS, heartbeatMs: 1_000 })
  readonly nodes: readonly NetNode[]
  readonly violations: string[] = []
  /** Nodes that nobody hears and who hear nobody. */
  readonly isolated = new Set<number>()
  lossPercent: number
  nowMs = GENESIS_MS + 1_000
  readonly prng: Prng
  readonly #delayMsMax: number
  #flights: Flight[] = []
  readonly #finals = new Map<number, Hash>()
  readonly #votes = new Map<string, string>()
  readonly #links = new Set<string>()

  constructor({ nodes, seed = 1, lossPercent = 0, delayMsMax = TICK_MS }: NetOptions) {
    this.prng = createPrng(seed)
    this.lossPercent = lossPercent
    this.#delayMsMax = delayMsMax
    this.nodes = Array.from({ length: nodes }, (_, index) => new NetNode(this, index))
  }

  get domain(): SigningDomain {
    return { genesisHash: this.chain.genesisHash, chainId: this.chain.genesis.chainId }
  }

  node(index: number): NetNode {
    const node = this.nodes[index]
    assert(node !== undefined, `there is no node ${index}`)
    return node
  }

  start(...indices: readonly number[]): void {
    for (const index of indices) this.node(index).start()
    this.linksChanged()
  }

  stop(...indices: readonly number[]): void {
    for (const index of indices) this.node(index).stop()
    this.linksChanged()
  }

  /** For disks that are lost: what they knew alone may become something else. */
  forgetFinalsAbove(height: number): void {
    for (const at of this.#finals.keys()) if (at > height) this.#finals.delete(at)
  }

  isolate(...indices: readonly number[]): void {
    for (const index of indices) this.isolated.add(index)
    this.linksChanged()
  }

  join(...indices: readonly number[]): void {
    for (const index of indices) this.isolated.delete(index)
    this.linksChanged()
  }

  linksChanged(): void {
    for (const one of this.nodes) {
      for (const other of this.nodes) {
        if (one === other) continue
        const link = `${one.index}>${other.index}`
        const isLinked = one.isUp && other.isUp && !this.isolated.has(one.index) && !this.isolated.has(other.index)
        if (isLinked === this.#links.has(link)) continue
        if (isLinked) this.#links.add(link)
        else this.#links.delete(link)
        const head = other.height as never
        one.accept(isLinked ? { type: 'peer-connected', peer: other.peer, head } : { type: 'peer-disconnected', peer: other.peer })
      }
    }
  }

  say(from: NetNode, to: readonly PeerId[], frame: Exclude<ConsensusFrame, { type: 'hello' }>): void {
    this.send(from, to, (node) => node.hear(from.peer, frame))
  }

  send(from: NetNode, to: readonly PeerId[], run: (node: NetNode) => void): void {
    for (const peer of to) {
      const index = indexOf(peer)
      if (!this.#links.has(`${from.index}>${index}`) || this.prng.chance(this.lossPercent, 100)) continue
      this.#flights.push({ atMs: this.nowMs + TICK_MS + this.prng.below(this.#delayMsMax), to: index, run })
    }
  }

  pass(durationMs: number): void {
    for (const endMs = this.nowMs + durationMs; this.nowMs < endMs; this.nowMs += TICK_MS) this.#tick()
  }

  /** Until it holds, for this long at most. */
  passUntil(isDone: () => boolean, durationMs = 60_000): boolean {
    const endMs = this.nowMs + durationMs
    for (; this.nowMs < endMs && !isDone(); this.nowMs += TICK_MS) this.#tick()
    return isDone()
  }

  #tick(): void {
    const due = this.#flights.filter(({ atMs }) => atMs <= this.nowMs)
    this.#flights = this.#flights.filter(({ atMs }) => atMs > this.nowMs)
    for (const { to, run } of due) if (!this.isolated.has(to)) run(this.node(to))
    for (const node of this.nodes) {
      if (node.isUp) node.fire()
      node.round()
    }
  }

  noteFinal(index: number, { header, hash }: { readonly header: { readonly height: number }; readonly hash: Hash }): void {
    const before = this.#finals.get(header.height)
    if (before !== undefined && before !== hash) this.violations.push(`fork at height ${header.height}: node ${index} has ${hash}`)
    this.#finals.set(header.height, hash)
  }

  noteVote(index: number, epoch: number, message: ConsensusMessage): void {
    if (message.type !== 'prepare' && message.type !== 'commit' && message.type !== 'proposal') return
    const height = message.type === 'proposal' ? message.body.height : message.height
    const digest = message.type === 'proposal' ? proposalDigest(message.body) : message.digest
    const kind = message.type === 'commit' ? `commit ${message.headerHash}` : 'prepare'
    const slot = `${index} ${kind.slice(0, 6)} ${epoch}/${message.view}/${height}`
    const content = `${kind} ${digest}`
    const before = this.#votes.get(slot)
    if (before !== undefined && before !== content) this.violations.push(`node ${index} has voted twice at ${slot}`)
    this.#votes.set(slot, content)
  }
}
