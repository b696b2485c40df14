import { describeEffect, describeState, type Effect, type Engine, type Input, type Role, type TimerId } from '@hanse/consensus'
import { assert, bytesToHash, type Hash, hexToBytes } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  type CommitCertificate,
  type ConsensusMessage,
  type Epoch,
  type Guard,
  type Height,
  type LogRecord,
  proposalDigest,
  type ValidatorIndex,
  type Verified,
} from '@hanse/protocol'
import { certifiedHeader, engineOptions, GENESIS_HASH } from './chain.ts'
import { epochOf, neededFrom } from './log-records.ts'
import type { FinalBlock, Packet } from './packet.ts'
import type { World } from './world.ts'

const BLOCK_TRANSACTIONS_MAX = 2
const BLOCKS_PER_ANSWER_MAX = 16
/** How long a host waits for bytes before it asks others. */
const BYTES_RETRY_MS = 60

type TimerName = TimerId | 'bytes'

/** One engine at a time and its host in memory: log, guard, store, pool, execution as a hash. Twins are two instances of one member. */
export class Instance {
  readonly world: World
  readonly member: number
  readonly name: string
  readonly isHonest: boolean
  engine: Engine | undefined
  /** Of the engine that runs. */
  epoch: Epoch = asEpoch(0)
  #engineEpoch: Epoch = asEpoch(0)
  /** Counts engines: what an earlier one has under way is void. */
  life = 0
  /** The process dies after this many more effects. */
  effectsLeft = Number.POSITIVE_INFINITY
  readonly finalIds = new Set<Hash>()
  readonly timers = new Map<TimerName, number>()
  #log: LogRecord[] = []
  #guard: Guard
  /** Records that the guard does not cover yet: it is computed when somebody reads it, at a start. */
  #unguarded: LogRecord[] = []
  #store: FinalBlock[] = []
  /** Blocks that survive a crash. */
  #stored = 0
  /** Of each epoch that is over here, its last certificate. */
  readonly #ends = new Map<Epoch, CommitCertificate>()
  /** What guard and log said when the process started. */
  #found: Role = { type: 'observer' }
  #headHash: Hash = GENESIS_HASH
  readonly #pool = new Set<Hash>()
  readonly #bytes = new Set<Hash>()
  readonly #checks = new Map<Height, Extract<Effect, { readonly type: 'check-batch' }>>()
  #lastDemand = ''

  constructor(world: World, member: number, name: string, isHonest: boolean) {
    this.world = world
    this.member = member
    this.name = name
    this.isHonest = isHonest
    this.#guard = world.module.INITIAL_GUARD
  }

  get isUp(): boolean {
    return this.engine !== undefined
  }

  get height(): number {
    return this.#store.length
  }

  /** Its place in the set of its epoch; -1 for one that only follows. */
  get index(): ValidatorIndex | -1 {
    return this.world.epochs.indexOf(this.epoch, this.member)
  }

  start(): void {
    const { module } = this.world
    this.effectsLeft = Number.POSITIVE_INFINITY
    this.#store = this.#store.slice(0, this.#stored)
    for (const memory of [this.#pool, this.#bytes, this.finalIds, this.#ends]) memory.clear()
    this.#headHash = GENESIS_HASH
    this.epoch = asEpoch(0)
    for (const block of this.#store) this.#noteStored(block)
    for (const id of this.finalIds) this.#bytes.add(id)
    for (const record of this.#log)
      if (record.type === 'proposal') for (const bytes of record.transactions) this.#bytes.add(bytesToHash(bytes))
    for (const record of this.#unguarded) this.#guard = module.guardAfter(this.#guard, record)
    this.#unguarded = []
    const role = module.recoverRole(this.#guard, this.#log)
    assert(role.ok, 'the guard is there')
    this.#found = role.value
    this.#startEngine()
  }

  /** An epoch is an engine: it gets the log of its epoch, and knows nothing of those before. */
  #startEngine(): void {
    const { module, epochs, window } = this.world
    const { epoch } = this
    this.life += 1
    for (const memory of [this.#checks, this.timers]) memory.clear()
    this.#lastDemand = ''
    this.#engineEpoch = epoch
    this.engine = module.createEngine(engineOptions(epochs.setOf(epoch), epoch, this.index, window))
    const log = this.#log.filter((record) => epochOf(record) === epoch)
    this.step({ type: 'start', head: this.#certifiedHead(), log, role: this.#roleIn(epoch) })
  }

  #certifiedHead() {
    const last = this.#store.at(-1)
    return certifiedHeader(last?.body.epoch ?? this.epoch, this.height, this.#headHash, last?.certificate)
  }

  /** Who has promised something in a later epoch comes there by what it has. */
  #roleIn(epoch: Epoch): Role {
    if (this.index < 0) return { type: 'observer' }
    const isAhead = this.#found.type === 'validator' && this.#guard.epoch > epoch
    return isAhead ? { type: 'recovering', until: this.#guard } : this.#found
  }

  #enterEpoch(): void {
    this.world.note(this, `enters epoch ${this.epoch}`)
    this.#release(this.height)
    this.#startEngine()
    this.world.tellPeersTo(this)
  }

  crash(): void {
    this.engine = undefined
    this.world.note(this, 'stops')
  }

  /** What the store has written reaches the disk. */
  flush(): void {
    this.#stored = this.height
  }

  step(input: Input): void {
    const inputs: Input[] = [input]
    const { life } = this
    for (let next = inputs.shift(); next !== undefined && this.engine !== undefined && this.life === life; next = inputs.shift()) {
      const effects = this.world.stepEngine(this, this.engine, next)
      for (const effect of effects) {
        if (--this.effectsLeft < 0) return this.crash()
        if (this.world.traces && effect.type !== 'start-timer' && effect.type !== 'stop-timer')
          this.world.note(this, `  ${describeEffect(effect)}`)
        this.#perform(effect, inputs)
      }
      if (this.#isEpochOver) return this.#enterEpoch()
    }
    if (this.life === life) this.#tellDemand()
  }

  get #isEpochOver(): boolean {
    return this.engine !== undefined && this.#engineEpoch !== this.epoch
  }

  /** A client's transaction. */
  submit(id: Hash): void {
    if (this.engine === undefined) return
    this.#bytes.add(id)
    if (!this.finalIds.has(id)) this.#pool.add(id)
    this.#retryChecks()
    this.#tellDemand()
  }

  fire(timer: TimerName): void {
    if (!this.timers.delete(timer)) return
    if (timer === 'bytes') return this.#askForBytes()
    this.step({ type: 'timer-fired', timer })
  }

  receive(from: Instance, packet: Packet): void {
    if (this.engine === undefined) return
    switch (packet.type) {
      case 'input':
        return this.#hear(from, packet.epoch, packet.input)
      case 'ask-bytes': {
        const ids = packet.ids.filter((id) => this.#bytes.has(id))
        if (ids.length > 0) this.world.send(this, from, { type: 'bytes', ids })
        return
      }
      case 'bytes':
        for (const id of packet.ids) this.#bytes.add(id)
        return this.#retryChecks()
      case 'ask-blocks': {
        const blocks = this.#store.slice(packet.above, packet.above + BLOCKS_PER_ANSWER_MAX)
        if (blocks.length > 0) this.world.send(this, from, { type: 'blocks', blocks })
        return
      }
      case 'blocks':
        return this.#install(packet.blocks)
    }
  }

  #hear(from: Instance, epoch: Epoch, input: Input): void {
    if (epoch > this.epoch) return this.world.send(this, from, { type: 'ask-blocks', above: this.height })
    if (epoch === this.epoch) {
      const isAhead = input.type === 'message' && input.signed.message.type === 'status' && input.signed.message.head > this.height
      if (isAhead && this.index < 0) this.world.send(this, from, { type: 'ask-blocks', above: this.height })
      return this.step(input)
    }
    // Who still speaks in an epoch that is over is carried on by its last certificate.
    const certificate = this.#ends.get(epoch)
    if (certificate !== undefined && from !== this && from.epoch <= epoch)
      this.world.send(this, from, this.#packet({ type: 'certificate', certificate: certificate as Verified<CommitCertificate> }, epoch))
  }

  #packet(input: Input, epoch = this.epoch): Packet {
    return { type: 'input', epoch, input }
  }

  describe(): string {
    return this.engine === undefined ? 'down' : `epoch ${this.epoch} ${describeState(this.engine.describe())}`
  }

  #tellDemand(): void {
    const { engine } = this
    if (engine === undefined) return
    let pending = 0
    for (const id of this.#pool) if (!engine.isInFlight(id)) pending += 1
    const waiting = this.#pool.size
    const demand = `${pending} of ${waiting}`
    if (demand === this.#lastDemand) return
    this.#lastDemand = demand
    this.step({ type: 'demand', waiting, pending, fullBlock: pending >= BLOCK_TRANSACTIONS_MAX, starved: false })
  }

  #perform(effect: Effect, inputs: Input[]): void {
    const { world } = this
    switch (effect.type) {
      case 'persist':
        return this.#persist(effect.record)
      case 'broadcast': {
        const packet = this.#signed(effect.message)
        world.sendToOthers(this, packet)
        return world.sendToSelf(this, packet)
      }
      case 'send':
        return world.sendTo(this, effect.to, this.#signed(effect.message))
      case 'relay': {
        const packet = this.#packet({ type: 'message', signed: effect.signed })
        return effect.to === 'all' ? world.sendToOthers(this, packet) : world.sendTo(this, effect.to, packet)
      }
      case 'send-certificate': {
        const packet = this.#packet({ type: 'certificate', certificate: effect.certificate as Verified<CommitCertificate> })
        return effect.to === 'all' ? world.sendToOthers(this, packet) : world.sendTo(this, effect.to, packet)
      }
      case 'send-body':
        return world.sendTo(this, effect.to, this.#packet({ type: 'body', body: effect.body }))
      case 'fetch-body':
      case 'fetch-view-change':
      case 'fetch-new-view':
        // Who follows asks for blocks instead: nobody answers a question from nowhere.
        if (this.index >= 0) for (const to of effect.from) world.sendTo(this, to, this.#packet({ ...effect, from: this.index } as Input))
        return
      case 'start-timer':
        this.timers.set(effect.timer, world.nowMs + effect.durationMs)
        return
      case 'stop-timer':
        this.timers.delete(effect.timer)
        return
      case 'request-batch':
        return this.#takeBatch(effect, inputs)
      case 'check-batch':
        this.#checks.set(effect.body.height, effect)
        return this.#check(effect.body.height, (answer) => inputs.push(answer))
      case 'execute':
        return this.#execute(effect)
      case 'commit':
        return this.#finalize({ body: effect.body, certificate: effect.certificate })
      case 'release-log':
        return this.#release(effect.belowHeight)
      case 'request-sync':
        for (const to of effect.from) world.sendTo(this, to, { type: 'ask-blocks', above: this.height })
        return
      case 'report':
        return this.isHonest ? world.ledger.noteEvidence(this.name, effect.evidence) : undefined
      case 'discard-from':
      case 'note':
        return
    }
  }

  #signed(message: ConsensusMessage): Packet {
    const { epoch, index } = this
    assert(index >= 0, 'who only follows signs nothing')
    return this.#packet({ type: 'message', signed: this.world.ledger.sign(epoch, index as ValidatorIndex, message) })
  }

  #takeBatch({ height, view }: Extract<Effect, { readonly type: 'request-batch' }>, inputs: Input[]): void {
    const ids: Hash[] = []
    for (const id of this.#pool) {
      if (ids.length === BLOCK_TRANSACTIONS_MAX) break
      if (this.engine?.isInFlight(id) === false) ids.push(id)
    }
    inputs.push({ type: 'batch-ready', height, view, ids, timeMs: this.world.nextTimeMs() })
  }

  /** The result comes in later, among everything else that comes in. */
  #execute({ body, digest, parentHash }: Extract<Effect, { readonly type: 'execute' }>): void {
    for (const id of body.ids) assert(this.#bytes.has(id), 'executes what it holds')
    const headerHash = this.world.ledger.headerOn(parentHash, digest)
    const input: Input = {
      type: 'executed',
      height: body.height,
      digest,
      parentHash,
      headerHash,
      endsEpoch: this.world.epochs.endsWith(body),
      included: body.ids.length,
    }
    this.world.sendToSelf(this, this.#packet(input))
  }

  #persist(record: LogRecord): void {
    const full = record.type === 'proposal' ? { ...record, transactions: record.body.ids.map((id) => hexToBytes(id)) } : record
    if (record.type === 'proposal') for (const id of record.body.ids) assert(this.#bytes.has(id), 'logs the bytes it holds')
    // The engine may hold on to the log that it started with.
    this.#log = [...this.#log, full]
    this.#unguarded.push(full)
  }

  /** Never beyond what the store holds. */
  #release(belowHeight: number): void {
    this.#log = neededFrom(this.#log, Math.min(belowHeight, this.#stored))
  }

  #finalize(block: FinalBlock): void {
    assert(block.body.height === this.height + 1, 'blocks become final in order')
    if (this.isHonest) this.world.ledger.noteFinal(this.name, this.#headHash, block.body, block.certificate)
    this.#store.push(block)
    this.#noteStored(block)
    if (!this.world.isStoreLate) this.flush()
  }

  #noteStored({ body, certificate }: FinalBlock): void {
    this.#headHash = certificate.headerHash
    for (const id of body.ids) {
      this.finalIds.add(id)
      this.#pool.delete(id)
    }
    if (!this.world.epochs.endsWith(body)) return
    this.#ends.set(body.epoch, certificate)
    this.epoch = asEpoch(body.epoch + 1)
  }

  #install(blocks: readonly FinalBlock[]): void {
    const { ledger } = this.world
    const before = this.height
    let included = 0
    for (const block of blocks) {
      if (block.body.height !== this.height + 1) continue
      const { certificate, body } = block
      if (certificate.epoch !== this.epoch || !ledger.isGenuine(certificate) || proposalDigest(body) !== certificate.digest) return
      if (ledger.headerOn(this.#headHash, certificate.digest) !== certificate.headerHash) return
      for (const id of body.ids) this.#bytes.add(id)
      this.#finalize(block)
      included += body.ids.length
    }
    if (this.height === before) return
    this.flush()
    // Of a block that ends its epoch nobody is told: its engine is dropped.
    if (this.#isEpochOver) return this.#enterEpoch()
    this.step({ type: 'caught-up', head: this.#certifiedHead(), included })
  }

  #retryChecks(): void {
    for (const height of [...this.#checks.keys()]) this.#check(height, (answer) => this.step(answer))
  }

  #check(height: Height, answer: (input: Input) => void): void {
    const check = this.#checks.get(height)
    if (check === undefined) return
    const { view, body, digest, fresh } = check
    const isFinal = fresh && body.ids.some((id) => this.finalIds.has(id))
    if (!isFinal && !body.ids.every((id) => this.#bytes.has(id))) {
      if (!this.timers.has('bytes')) this.#askForBytes()
      return
    }
    this.#checks.delete(height)
    answer({ type: 'batch-checked', height: asHeight(height), view, digest, verdict: isFinal ? 'already-final' : 'ok' })
  }

  #askForBytes(): void {
    if (this.#checks.size === 0) return
    for (const { body, holders } of this.#checks.values()) {
      const ids = body.ids.filter((id) => !this.#bytes.has(id))
      for (const to of holders) if (ids.length > 0) this.world.sendTo(this, to, { type: 'ask-bytes', ids })
    }
    this.timers.set('bytes', this.world.nowMs + BYTES_RETRY_MS)
  }
}
