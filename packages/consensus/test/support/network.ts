import { assert, bytesToHash, createPrng, type Hash, hexToBytes, type Prng, uint64ToBytes } from '@hanse/primitives'
import {
  type CommitCertificate,
  type ConsensusMessage,
  type Guard,
  type Height,
  type LogRecord,
  type ProposalBody,
  proposalDigest,
  type SignedMessage,
  taggedHash,
  type ValidatorIndex,
  type Verified,
  type View,
} from '@hanse/protocol'
import type { Effect, Engine, EngineOptions, Evidence, Input, TimerId } from '../../src/index.ts'
import { EventQueue } from './event-queue.ts'
import { engineOptions, executedHash, fakeHeader, GENESIS, GENESIS_HASH, sign, signedContent } from './fixtures.ts'

export type EngineModule = typeof import('../../src/index.ts')

const BLOCK_TRANSACTIONS_MAX = 4

interface FinalBlock {
  readonly body: ProposalBody
  readonly certificate: CommitCertificate
}

/** What one node says to another. */
type Packet =
  | { readonly type: 'input'; readonly input: Input }
  | { readonly type: 'ask-bytes'; readonly from: number; readonly ids: readonly Hash[] }
  | { readonly type: 'bytes'; readonly ids: readonly Hash[] }
  | { readonly type: 'ask-blocks'; readonly from: number; readonly above: number }
  | { readonly type: 'blocks'; readonly blocks: readonly FinalBlock[] }

export interface NetworkOptions {
  readonly module: EngineModule
  readonly validators?: number
  readonly seed?: number
  readonly engine?: Partial<EngineOptions>
  /** Milliseconds of one delivery; undefined loses it. */
  readonly delay?: (network: Network, from: number, to: number, packet: Packet) => number | undefined
  /** What a Byzantine node sends to `to` instead of `message`. */
  readonly corrupt?: (network: Network, from: number, to: number, message: ConsensusMessage) => readonly ConsensusMessage[]
  readonly byzantine?: readonly number[]
  /** Final blocks reach the disk this much later than the log, in ms. */
  readonly storeLagMs?: number
  readonly onEffect?: (node: TestNode, effect: Effect) => void
}

/** A batch check that waits for bytes. */
interface OpenCheck {
  readonly effect: Extract<Effect, { readonly type: 'check-batch' }>
  attempts: number
}

/** One validator with a host of few lines: log, guard, store, pool, execution, sync. */
export class TestNode {
  readonly network: Network
  readonly index: number
  log: LogRecord[] = []
  guard: Guard
  /** Durable final blocks, height 1 first. */
  store: FinalBlock[] = []
  /** What the next start finds lost. */
  stored = 0
  engine: Engine | undefined
  /** Counts starts: what an earlier life has scheduled is void. */
  life = 0
  /** The node dies after this many more effects. */
  effectsLeft = Number.POSITIVE_INFINITY
  pool = new Set<Hash>()
  bytes = new Set<Hash>()
  finalIds = new Set<Hash>()
  #checks = new Map<Height, OpenCheck>()
  #timers = new Map<TimerId, number>()
  #timerCount = 0
  #headHash: Hash = GENESIS_HASH
  #lastDemand = ''

  constructor(network: Network, index: number) {
    this.network = network
    this.index = index
    this.guard = network.options.module.INITIAL_GUARD
  }

  get isUp(): boolean {
    return this.engine !== undefined
  }

  get height(): number {
    return this.store.length
  }

  get headHash(): Hash {
    return this.#headHash
  }

  start(): void {
    const { module, validators = 4, engine } = this.network.options
    this.life += 1
    this.effectsLeft = Number.POSITIVE_INFINITY
    this.store = this.store.slice(0, this.stored)
    this.pool = new Set()
    this.bytes = new Set()
    this.finalIds = new Set(this.store.flatMap(({ body }) => body.ids))
    this.#checks = new Map()
    this.#timers = new Map()
    this.#lastDemand = ''
    for (const id of this.finalIds) this.bytes.add(id)
    for (const record of this.log)
      if (record.type === 'proposal') for (const bytes of record.transactions) this.bytes.add(bytesToHash(bytes))
    this.engine = module.createEngine(engineOptions(validators, this.index, engine))
    const role = module.recoverRole(this.guard, this.log)
    assert(role.ok, 'the guard is there')
    const last = this.store.at(-1)
    this.#headHash = last?.certificate.headerHash ?? GENESIS_HASH
    const head = last === undefined ? GENESIS : { header: fakeHeader(this.height), hash: this.#headHash, certificate: last.certificate }
    this.step({ type: 'start', head, log: this.log, role: role.value })
    this.tellPeers()
  }

  crash(): void {
    this.engine = undefined
    this.network.connectionsChanged()
  }

  tellPeers(): void {
    this.step({ type: 'peers', connected: this.network.connectedTo(this.index) })
  }

  step(input: Input): void {
    if (this.engine === undefined) return
    const inputs: Input[] = [input]
    for (let next = inputs.shift(); next !== undefined; next = inputs.shift()) {
      this.network.steps += 1
      for (const effect of this.engine.step(next)) {
        this.network.options.onEffect?.(this, effect)
        if (--this.effectsLeft < 0) return this.crash()
        this.#perform(effect, inputs)
      }
    }
    this.#tellDemand()
  }

  /** A client's transaction. */
  submit(id: Hash): void {
    if (!this.isUp) return
    this.bytes.add(id)
    if (!this.finalIds.has(id)) this.pool.add(id)
    this.#retryChecks()
    this.#tellDemand()
  }

  receive(packet: Packet): void {
    if (!this.isUp) return
    switch (packet.type) {
      case 'input':
        return this.step(packet.input)
      case 'ask-bytes': {
        const ids = packet.ids.filter((id) => this.bytes.has(id))
        if (ids.length > 0) this.network.send(this.index, packet.from, { type: 'bytes', ids })
        return
      }
      case 'bytes':
        for (const id of packet.ids) this.bytes.add(id)
        return this.#retryChecks()
      case 'ask-blocks': {
        const blocks = this.store.slice(packet.above, packet.above + 16)
        if (blocks.length > 0) this.network.send(this.index, packet.from, { type: 'blocks', blocks })
        return
      }
      case 'blocks':
        return this.#install(packet.blocks)
    }
  }

  #tellDemand(): void {
    if (this.engine === undefined) return
    let pending = 0
    for (const id of this.pool) if (!this.engine.isInFlight(id)) pending += 1
    const waiting = this.pool.size
    const demand = `${pending} of ${waiting}`
    if (demand === this.#lastDemand) return
    this.#lastDemand = demand
    this.step({ type: 'demand', waiting, pending, fullBlock: pending >= BLOCK_TRANSACTIONS_MAX, starved: false })
  }

  #later(delayMs: number, run: () => void): void {
    const { life } = this
    this.network.queue.after(delayMs, () => {
      if (this.life === life && this.isUp) run()
    })
  }

  #perform(effect: Effect, inputs: Input[]): void {
    const { network, index } = this
    switch (effect.type) {
      case 'persist':
        return this.#persist(effect.record)
      case 'broadcast':
        for (const to of network.others(index)) network.say(index, to, effect.message)
        return this.#later(0, () => this.step({ type: 'message', signed: network.sign(index, effect.message) }))
      case 'send':
        return network.say(index, effect.to, effect.message)
      case 'relay':
        for (const to of effect.to === 'all' ? network.others(index) : [effect.to])
          network.send(index, to, { type: 'input', input: { type: 'message', signed: effect.signed } })
        return
      case 'send-certificate': {
        const certificate = effect.certificate as Verified<CommitCertificate>
        for (const to of effect.to === 'all' ? network.others(index) : [effect.to])
          network.send(index, to, { type: 'input', input: { type: 'certificate', certificate } })
        return
      }
      case 'send-body':
        return network.send(index, effect.to, { type: 'input', input: { type: 'body', body: effect.body } })
      case 'fetch-body':
      case 'fetch-view-change':
      case 'fetch-new-view':
        for (const to of effect.from)
          network.send(index, to, { type: 'input', input: { ...effect, from: index as ValidatorIndex } as Input })
        return
      case 'start-timer': {
        const count = ++this.#timerCount
        this.#timers.set(effect.timer, count)
        return this.#later(effect.durationMs, () => {
          if (this.#timers.get(effect.timer) === count) this.step({ type: 'timer-fired', timer: effect.timer })
        })
      }
      case 'stop-timer':
        this.#timers.delete(effect.timer)
        return
      case 'request-batch': {
        const ids = [...this.pool].filter((id) => this.engine?.isInFlight(id) === false).slice(0, BLOCK_TRANSACTIONS_MAX)
        inputs.push({ type: 'batch-ready', height: effect.height, view: effect.view, ids, timeMs: network.queue.nowMs })
        return
      }
      case 'check-batch':
        this.#checks.set(effect.body.height, { effect, attempts: 0 })
        return this.#check(effect.body.height, (input) => inputs.push(input))
      case 'execute': {
        const { body, digest, parentHash } = effect
        assert(
          body.ids.every((id) => this.bytes.has(id)),
          'executes what it holds',
        )
        const headerHash = executedHash(parentHash, digest)
        return this.#later(1, () =>
          this.step({ type: 'executed', height: body.height, digest, parentHash, headerHash, included: body.ids.length, endsEpoch: false }),
        )
      }
      case 'commit':
        assert(effect.body.height === this.height + 1, 'blocks become final in order')
        assert(executedHash(this.#headHash, effect.certificate.digest) === effect.certificate.headerHash, 'on the final parent')
        return this.#finalize({ body: effect.body, certificate: effect.certificate })
      case 'release-log':
        return this.#release(effect.belowHeight)
      case 'request-sync': {
        const to = network.prng.pick(effect.from)
        return network.send(index, to, { type: 'ask-blocks', from: index, above: this.height })
      }
      case 'report':
        return network.report(index, effect.evidence)
      case 'discard-from':
      case 'note':
        return
    }
  }

  #persist(record: LogRecord): void {
    const full = record.type === 'proposal' ? { ...record, transactions: record.body.ids.map((id) => hexToBytes(id)) } : record
    if (record.type === 'proposal')
      assert(
        record.body.ids.every((id) => this.bytes.has(id)),
        'logs the bytes it holds',
      )
    this.log = [...this.log, full]
    this.guard = this.network.options.module.guardAfter(this.guard, full)
  }

  /** Keeps the newest of each kind, and what is at or above the height; never beyond what the store holds. */
  #release(belowHeight: number): void {
    const floor = Math.min(belowHeight, this.stored)
    const newest = new Map<string, LogRecord>()
    for (const record of this.log) newest.set(record.type, record)
    this.log = this.log.filter((record) => {
      const height = record.type === 'proposal' ? record.body.height : 'height' in record ? record.height : undefined
      return newest.get(record.type) === record || (height !== undefined && height >= floor)
    })
  }

  #finalize(block: FinalBlock): void {
    this.store.push(block)
    this.#headHash = block.certificate.headerHash
    for (const id of block.body.ids) {
      this.finalIds.add(id)
      this.pool.delete(id)
    }
    this.network.noteFinal(this.index, this.height, block.certificate)
    const { height } = this
    const { storeLagMs = 0 } = this.network.options
    if (storeLagMs === 0) this.stored = height
    else
      this.#later(storeLagMs, () => {
        this.stored = Math.max(this.stored, height)
      })
  }

  #install(blocks: readonly FinalBlock[]): void {
    const before = this.height
    let included = 0
    for (const block of blocks) {
      if (block.body.height !== this.height + 1) continue
      if (proposalDigest(block.body) !== block.certificate.digest) return
      if (executedHash(this.#headHash, block.certificate.digest) !== block.certificate.headerHash) return
      for (const id of block.body.ids) this.bytes.add(id)
      this.#finalize(block)
      included += block.body.ids.length
    }
    const last = this.store.at(-1)
    if (this.height === before || last === undefined) return
    this.stored = this.height
    const head = { header: fakeHeader(this.height), hash: this.#headHash, certificate: last.certificate }
    this.step({ type: 'caught-up', head, included })
  }

  #retryChecks(): void {
    for (const height of [...this.#checks.keys()]) this.#check(height, (input) => this.step(input))
  }

  #check(height: Height, answer: (input: Input) => void): void {
    const check = this.#checks.get(height)
    if (check === undefined) return
    const { view, body, digest, fresh, holders } = check.effect
    const verdict = (result: 'ok' | 'already-final'): void => {
      this.#checks.delete(height)
      answer({ type: 'batch-checked', height, view, digest, verdict: result })
    }
    if (fresh && body.ids.some((id) => this.finalIds.has(id))) return verdict('already-final')
    const missing = body.ids.filter((id) => !this.bytes.has(id))
    if (missing.length === 0) return verdict('ok')
    const holder = holders[check.attempts % Math.max(1, holders.length)]
    check.attempts += 1
    if (holder !== undefined) this.network.send(this.index, holder, { type: 'ask-bytes', from: this.index, ids: missing })
    this.#later(60, () => {
      if (this.#checks.get(height) === check) this.#check(height, (input) => this.step(input))
    })
  }
}

/** Engines, a virtual clock, a network with faults, and the oracles: agreement, one vote a slot, nobody honest accused. */
export class Network {
  readonly options: NetworkOptions
  readonly queue = new EventQueue()
  readonly prng: Prng
  readonly nodes: readonly TestNode[]
  readonly byzantine: ReadonlySet<number>
  readonly evidence: Evidence[] = []
  /** What went wrong, in words. Empty in a run that holds. */
  readonly violations: string[] = []
  steps = 0
  transactions: Hash[] = []
  /** Links that are cut: `from>to`. */
  readonly cut = new Set<string>()
  readonly #finals = new Map<number, Hash>()
  readonly #slots = new Map<string, string>()
  /** Everything that somebody honest has signed. */
  readonly #signed = new Set<string>()

  constructor(options: NetworkOptions) {
    this.options = options
    this.prng = createPrng(options.seed ?? 1)
    this.byzantine = new Set(options.byzantine ?? [])
    this.nodes = Array.from({ length: options.validators ?? 4 }, (_, index) => new TestNode(this, index))
  }

  get honest(): readonly TestNode[] {
    return this.nodes.filter(({ index }) => !this.byzantine.has(index))
  }

  node(index: number): TestNode {
    return this.nodes[index]!
  }

  startAll(): void {
    for (const node of this.nodes) node.start()
    this.connectionsChanged()
  }

  others(index: number): readonly number[] {
    return this.nodes.map((node) => node.index).filter((other) => other !== index)
  }

  connectedTo(index: number): readonly ValidatorIndex[] {
    return this.others(index).filter((other) => this.node(other).isUp && !this.cut.has(`${index}>${other}`)) as ValidatorIndex[]
  }

  connectionsChanged(): void {
    this.queue.after(1, () => {
      for (const node of this.nodes) if (node.isUp) node.tellPeers()
    })
  }

  sign(index: number, message: ConsensusMessage): Verified<SignedMessage> {
    const content = signedContent(message)
    this.#signed.add(`${index} ${content}`)
    if (!this.byzantine.has(index) && (message.type === 'prepare' || message.type === 'proposal' || message.type === 'commit')) {
      const slot = `${index} ${content.split(' ').slice(0, 3).join(' ')}`
      const before = this.#slots.get(slot)
      if (before !== undefined && before !== content) this.violations.push(`validator ${index} has signed twice: ${before} and ${content}`)
      this.#slots.set(slot, content)
    }
    return sign(index, message)
  }

  /** True when every signature of the message's certificates was made. */
  isGenuine(message: ConsensusMessage): boolean {
    if (message.type !== 'viewChange') return true
    const { head, prepared } = message
    const made = (
      kind: 'commit' | 'prepare',
      certificate: {
        readonly view: View
        readonly height: Height
        readonly digest: Hash
        readonly headerHash?: Hash
        readonly signatures: readonly { readonly signer: ValidatorIndex }[]
      },
    ): boolean => {
      const content = [
        kind,
        certificate.view,
        certificate.height,
        certificate.digest,
        ...(certificate.headerHash === undefined ? [] : [certificate.headerHash]),
      ].join(' ')
      return certificate.signatures.every(({ signer }) => this.#signed.has(`${signer} ${content}`))
    }
    return (head === undefined || made('commit', head)) && (prepared === undefined || made('prepare', prepared))
  }

  say(from: number, to: number, message: ConsensusMessage): void {
    const messages = this.byzantine.has(from) ? (this.options.corrupt?.(this, from, to, message) ?? [message]) : [message]
    for (const said of messages) {
      if (!this.isGenuine(said)) continue
      this.send(from, to, { type: 'input', input: { type: 'message', signed: this.sign(from, said) } })
    }
  }

  send(from: number, to: number, packet: Packet): void {
    if (this.cut.has(`${from}>${to}`)) return
    const delayMs = this.options.delay === undefined ? 5 : this.options.delay(this, from, to, packet)
    if (delayMs !== undefined) this.queue.after(delayMs, () => this.node(to).receive(packet))
  }

  noteFinal(index: number, height: number, certificate: CommitCertificate): void {
    if (this.byzantine.has(index)) return
    const before = this.#finals.get(height)
    if (before !== undefined && before !== certificate.headerHash) {
      this.violations.push(`fork at height ${height}: validator ${index} has ${certificate.headerHash}, others have ${before}`)
    }
    this.#finals.set(height, certificate.headerHash)
  }

  report(reporter: number, evidence: Evidence): void {
    this.evidence.push(evidence)
    if (!this.byzantine.has(evidence.culprit) && !this.byzantine.has(reporter)) {
      this.violations.push(`validator ${reporter} accuses honest ${evidence.culprit} of ${evidence.kind}`)
    }
  }

  /** A new transaction, given to `nodes`, or to all. */
  submit(nodes: readonly number[] = this.nodes.map(({ index }) => index)): Hash {
    const id = taggedHash('tx', uint64ToBytes(this.transactions.length))
    this.transactions.push(id)
    for (const index of nodes) this.node(index).submit(id)
    return id
  }

  runUntil(timeMs: number): void {
    while (this.queue.runNext(timeMs));
    this.queue.nowMs = Math.max(this.queue.nowMs, timeMs)
  }

  /** Runs until `done`, or the time is over. */
  runWhile(condition: () => boolean, untilMs: number): void {
    while (condition() && this.queue.runNext(untilMs));
  }

  isFinalEverywhere(id: Hash): boolean {
    return this.honest.every((node) => node.finalIds.has(id))
  }
}
