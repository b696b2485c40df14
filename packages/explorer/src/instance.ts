import { describeEffect, describeState, type Effect, type Engine, type Input, type TimerId } from '@hanse/consensus'
import { assert, bytesToHash, type Hash, hexToBytes } from '@hanse/primitives'
import { asHeight, type Guard, type Height, type LogRecord, proposalDigest, type ValidatorIndex, type Verified } from '@hanse/protocol'
import { certifiedHeader, engineOptions, GENESIS_HASH } from './chain.ts'
import type { FinalBlock, Packet } from './packet.ts'
import type { World } from './world.ts'

const BLOCK_TRANSACTIONS_MAX = 2
const BLOCKS_PER_ANSWER_MAX = 16
/** How long a host waits for bytes before it asks others. */
const BYTES_RETRY_MS = 60

type TimerName = TimerId | 'bytes'

/** One engine with the host's duties in memory: log, guard, store, pool, execution as a hash. Two twins are two instances of one validator. */
export class Instance {
  readonly world: World
  readonly validator: ValidatorIndex
  readonly name: string
  readonly isHonest: boolean
  engine: Engine | undefined
  /** Counts starts: what an earlier life has under way is void. */
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
  #headHash: Hash = GENESIS_HASH
  readonly #pool = new Set<Hash>()
  readonly #bytes = new Set<Hash>()
  readonly #checks = new Map<Height, Extract<Effect, { readonly type: 'check-batch' }>>()
  #lastDemand = ''

  constructor(world: World, validator: ValidatorIndex, name: string, isHonest: boolean) {
    this.world = world
    this.validator = validator
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

  start(): void {
    const { module, validators, window } = this.world
    this.life += 1
    this.effectsLeft = Number.POSITIVE_INFINITY
    this.#store = this.#store.slice(0, this.#stored)
    for (const memory of [this.#pool, this.#bytes, this.finalIds, this.#checks, this.timers]) memory.clear()
    this.#lastDemand = ''
    for (const { body } of this.#store) for (const id of body.ids) this.finalIds.add(id)
    for (const id of this.finalIds) this.#bytes.add(id)
    for (const record of this.#log)
      if (record.type === 'proposal') for (const bytes of record.transactions) this.#bytes.add(bytesToHash(bytes))
    for (const record of this.#unguarded) this.#guard = module.guardAfter(this.#guard, record)
    this.#unguarded = []
    const role = module.recoverRole(this.#guard, this.#log)
    assert(role.ok, 'the guard is there')
    const last = this.#store.at(-1)
    this.#headHash = last?.certificate.headerHash ?? GENESIS_HASH
    this.engine = module.createEngine(engineOptions(validators, this.validator, window))
    const head = certifiedHeader(this.height, this.#headHash, last?.certificate)
    this.step({ type: 'start', head, log: this.#log, role: role.value })
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
    for (let next = inputs.shift(); next !== undefined && this.engine !== undefined; next = inputs.shift()) {
      const effects = this.world.stepEngine(this, this.engine, next)
      for (const effect of effects) {
        if (--this.effectsLeft < 0) return this.crash()
        if (this.world.traces && effect.type !== 'start-timer' && effect.type !== 'stop-timer')
          this.world.note(this, `  ${describeEffect(effect)}`)
        this.#perform(effect, inputs)
      }
    }
    this.#tellDemand()
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
        return this.step(packet.input)
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

  describe(): string {
    return this.engine === undefined ? 'down' : describeState(this.engine.describe())
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
    const { world, validator } = this
    switch (effect.type) {
      case 'persist':
        return this.#persist(effect.record)
      case 'broadcast': {
        const signed = world.ledger.sign(validator, effect.message)
        const packet: Packet = { type: 'input', input: { type: 'message', signed } }
        world.sendToOthers(this, packet)
        return world.sendToSelf(this, packet)
      }
      case 'send':
        return world.sendTo(this, effect.to, {
          type: 'input',
          input: { type: 'message', signed: world.ledger.sign(validator, effect.message) },
        })
      case 'relay': {
        const packet: Packet = { type: 'input', input: { type: 'message', signed: effect.signed } }
        return effect.to === 'all' ? world.sendToOthers(this, packet) : world.sendTo(this, effect.to, packet)
      }
      case 'send-certificate': {
        const packet: Packet = {
          type: 'input',
          input: { type: 'certificate', certificate: effect.certificate as Verified<typeof effect.certificate> },
        }
        return effect.to === 'all' ? world.sendToOthers(this, packet) : world.sendTo(this, effect.to, packet)
      }
      case 'send-body':
        return world.sendTo(this, effect.to, { type: 'input', input: { type: 'body', body: effect.body } })
      case 'fetch-body':
      case 'fetch-view-change':
      case 'fetch-new-view':
        for (const to of effect.from) world.sendTo(this, to, { type: 'input', input: { ...effect, from: validator } as Input })
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
      endsEpoch: false,
      included: body.ids.length,
    }
    this.world.sendToSelf(this, { type: 'input', input })
  }

  #persist(record: LogRecord): void {
    const full = record.type === 'proposal' ? { ...record, transactions: record.body.ids.map((id) => hexToBytes(id)) } : record
    if (record.type === 'proposal') for (const id of record.body.ids) assert(this.#bytes.has(id), 'logs the bytes it holds')
    // The engine may hold on to the log that it started with.
    this.#log = [...this.#log, full]
    this.#unguarded.push(full)
  }

  /** Keeps the newest of each kind, and what is at or above the height; never beyond what the store holds. */
  #release(belowHeight: number): void {
    const floor = Math.min(belowHeight, this.#stored)
    const newest = new Map<string, LogRecord>()
    for (const record of this.#log) newest.set(record.type, record)
    this.#log = this.#log.filter((record) => {
      const height = record.type === 'proposal' ? record.body.height : 'height' in record ? record.height : undefined
      return newest.get(record.type) === record || (height !== undefined && height >= floor)
    })
  }

  #finalize(block: FinalBlock): void {
    assert(block.body.height === this.height + 1, 'blocks become final in order')
    if (this.isHonest) this.world.ledger.noteFinal(this.name, this.#headHash, block.body, block.certificate)
    this.#store.push(block)
    this.#headHash = block.certificate.headerHash
    for (const id of block.body.ids) {
      this.finalIds.add(id)
      this.#pool.delete(id)
    }
    if (!this.world.isStoreLate) this.flush()
  }

  #install(blocks: readonly FinalBlock[]): void {
    const { ledger } = this.world
    const before = this.height
    let included = 0
    for (const block of blocks) {
      if (block.body.height !== this.height + 1) continue
      const { certificate, body } = block
      if (!ledger.isGenuine(certificate) || proposalDigest(body) !== certificate.digest) return
      if (ledger.headerOn(this.#headHash, certificate.digest) !== certificate.headerHash) return
      for (const id of body.ids) this.#bytes.add(id)
      this.#finalize(block)
      included += body.ids.length
    }
    const last = this.#store.at(-1)
    if (this.height === before || last === undefined) return
    this.flush()
    this.step({ type: 'caught-up', head: certifiedHeader(this.height, this.#headHash, last.certificate), included })
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
