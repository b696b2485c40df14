import type { Effect, Input } from '@hanse/consensus'
import type { Mempool } from '@hanse/mempool'
import { assert, type Hash, unreachable } from '@hanse/primitives'
import {
  asHeight,
  type CertifiedHeader,
  type CommitCertificate,
  type ConsensusMessage,
  type Epoch,
  type Header,
  type Height,
  type LogRecord,
  type PeerId,
  proposalDigest,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import { Admission } from './admission.ts'
import { AnswerBudget } from './answer-budget.ts'
import { BatchChecker } from './batch-check.ts'
import { BlockSync } from './block-sync.ts'
import { DemandWatch } from './demand.ts'
import type { FinalBlock, ReplicaEffect, ReplicaTimer } from './effect.ts'
import { EpochRun } from './epoch-run.ts'
import type { ReplicaInput } from './input.ts'
import { ANSWER_BYTES_PER_SECOND_MAX, SYNCED_LAG_BLOCKS_MAX } from './limits.ts'
import { LogKeeper } from './log-keeper.ts'
import { INITIAL_GUARD, roleOnChain } from './recovery.ts'
import type { ReplicaComponents, ReplicaDescription, ReplicaOptions } from './replica-options.ts'
import { TransactionBytes } from './transaction-bytes.ts'

/**
 * One validator without I/O: engine, pool, execution, sync and recovery as one step function. `node` and `simulator` are its two
 * drivers: what the simulator proves is what runs.
 */
export class Replica {
  readonly #options: ReplicaOptions
  readonly #ledger: Ledger
  readonly #pool: Mempool
  readonly #epoch: EpochRun
  readonly #bytes: TransactionBytes
  readonly #checker: BatchChecker
  readonly #sync: BlockSync
  readonly #admission: Admission
  readonly #demand: DemandWatch
  readonly #answers = new AnswerBudget(ANSWER_BYTES_PER_SECOND_MAX)
  #log: LogKeeper | undefined
  #headCertificate: CommitCertificate | undefined
  #nowMs = 0
  #effects: ReplicaEffect[] = []
  readonly #inputs: Input[] = []
  #starved = false

  constructor(options: ReplicaOptions, components: ReplicaComponents) {
    const { genesis } = options.chain
    this.#options = options
    this.#ledger = components.ledger
    this.#pool = components.pool
    this.#headCertificate = components.headCertificate
    const { epoch } = components.ledger.head.header
    this.#epoch = new EpochRun(options, epoch, { validators: genesis.validators }, options.self)
    this.#bytes = new TransactionBytes(components.pool)
    this.#demand = new DemandWatch(genesis.params, components.pool, components.ledger)
    this.#checker = new BatchChecker(genesis.params, components.ledger, this.#bytes)
    this.#sync = new BlockSync(options.prng)
    this.#admission = new Admission({
      chain: options.chain,
      ledger: components.ledger,
      pool: components.pool,
      poolCapacity: options.poolCapacity,
      timeoutMs: options.timeouts.viewTimeoutMs,
    })
  }

  /** Total over verified input. `nowMs` is the host's clock; it may jump. Throws only on a broken invariant, which ends the process. */
  step(input: ReplicaInput, nowMs: number): readonly ReplicaEffect[] {
    this.#nowMs = nowMs
    this.#effects = []
    this.#accept(input)
    this.#drain()
    this.#tellDemand()
    this.#drain()
    return this.#effects
  }

  get head(): { readonly header: Header } {
    return this.#ledger.head
  }

  get epoch(): Epoch {
    return this.#epoch.epoch
  }

  /** True while so much is missing that others' votes and transactions are of heights that come by sync. */
  get isFarBehind(): boolean {
    return this.#sync.target - this.#height() > SYNCED_LAG_BLOCKS_MAX
  }

  /** True for a transaction whose bytes are of no use, or of none yet: the host need not verify it. */
  knows(id: Hash): boolean {
    return (this.isFarBehind || this.#pool.has(id) || this.#ledger.wasExecuted(id)) && !this.#checker.wants(id)
  }

  /** True for a vote that the host need not verify. */
  ignores({ type }: ConsensusMessage): boolean {
    return this.isFarBehind && (type === 'proposal' || type === 'prepare' || type === 'commit')
  }

  /** How many blocks at the beginning of a peer's answer the host need not verify. */
  unwantedBlocks(from: PeerId, fromHeight: Height, count: number): number {
    return this.#sync.unwanted(from, fromHeight, count, this.#height())
  }

  describe(): ReplicaDescription {
    return {
      ...this.#epoch.engine.describe(),
      syncing: this.#sync.active,
      syncTarget: this.#sync.target,
      poolSize: this.#pool.size,
      bodiesHeld: this.#bytes.bodiesHeld,
      logRecords: this.#log?.neededRecords ?? 0,
    }
  }

  #accept(input: ReplicaInput): void {
    assert((this.#log === undefined) === (input.type === 'start'), `${input.type} before or after start`)
    switch (input.type) {
      case 'start':
        return this.#start(input)
      case 'message':
        if (input.signed.message.type === 'status')
          this.#sync.claimed(this.#epoch.peers.nameOf(input.signed.signer), input.signed.message.head)
        this.#inputs.push(input)
        return
      case 'certificate':
        this.#inputs.push({ type: 'certificate', certificate: input.certificate })
        return this.#sync.raise(input.certificate.height, [input.from])
      case 'body':
        this.#inputs.push({ type: 'body', body: input.body })
        return
      case 'fetch-body':
      case 'fetch-view-change':
      case 'fetch-new-view': {
        const question = this.#epoch.inward(input)
        if (question !== undefined) this.#inputs.push(question)
        return
      }
      case 'submit':
        return this.#submit(input.request, input.transaction)
      case 'transactions':
        return this.#arrived(input.transactions)
      case 'fetch-transactions':
        return this.#answer(input.from, input.ids)
      case 'blocks':
        return this.#synced(input)
      case 'peer-lied':
        this.#sync.lied(input.from, this.#nowMs)
        return this.#continueSync()
      case 'peer-connected':
        this.#sync.connected(input.peer, input.head)
        return this.#peersChanged(input.peer, true)
      case 'peer-disconnected':
        this.#sync.disconnected(input.peer)
        return this.#peersChanged(input.peer, false)
      case 'timer-fired':
        return this.#timer(input.timer)
      default:
        return unreachable(input)
    }
  }

  #start(input: Extract<ReplicaInput, { type: 'start' }>): void {
    const records = input.log.map((entry) => entry.record)
    const { chain, self } = this.#options
    const role = self === undefined ? ({ ok: true, value: { type: 'observer' } } as const) : roleOnChain(chain, input.guard, records)
    if (!role.ok) {
      this.#effects.push({ type: 'refuse-start', rejection: role.error })
      return
    }
    const guard = { ...(typeof input.guard === 'string' ? INITIAL_GUARD : input.guard), genesisHash: chain.genesisHash }
    this.#log = new LogKeeper(guard, this.#options.logSlackRecordsMax)
    const entries = this.#log.adopt(input.log)
    if (role.value.type === 'validator') this.#effects.push(...this.#log.coverAdopted())
    this.#bytes.holdLogged(entries, asHeight(this.#ledger.head.header.height))
    this.#inputs.push({ type: 'start', head: this.#certifiedHead(), log: entries.map((entry) => entry.record), role: role.value })
    this.#effects.push({ type: 'start-timer', timer: 'forward', durationMs: this.#options.timeouts.viewTimeoutMs })
  }

  #certifiedHead(): CertifiedHeader {
    const { header, hash } = this.#ledger.head
    return this.#headCertificate === undefined ? { header, hash } : { header, hash, certificate: this.#headCertificate }
  }

  /** Runs the engine until it has nothing left to say to us. */
  #drain(): void {
    for (let input = this.#inputs.shift(); input !== undefined; input = this.#inputs.shift()) {
      const effects = this.#epoch.engine.step(input)
      for (const effect of effects) this.#perform(effect)
      if (effects.some((effect) => effect.type === 'note' && effect.note.type === 'view-entered')) this.#forgetFailedView()
    }
  }

  /** What was checked for a view that failed, and was not prepared here, is let go of. */
  #forgetFailedView(): void {
    const isNeeded = (digest: Hash): boolean => this.#epoch.engine.holdsBody(digest)
    this.#checker.keep(isNeeded)
    this.#bytes.keep(isNeeded)
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case 'persist':
        return this.#persist(effect)
      case 'broadcast':
      case 'send':
      case 'relay':
      case 'send-certificate':
      case 'send-body':
      case 'fetch-body':
      case 'fetch-view-change':
      case 'fetch-new-view':
        this.#effects.push(this.#epoch.outward(effect))
        return
      case 'request-batch':
        return this.#takeBatch(effect)
      case 'check-batch': {
        const { view, body, digest, fresh, holders } = effect
        const request = { view, body, digest, fresh, holders: this.#epoch.peers.namesOf(holders) }
        return this.#checked(this.#checker.start(request, this.#nowMs))
      }
      case 'execute':
        return this.#execute(effect)
      case 'discard-from':
        return this.#ledger.discardFrom(effect.height)
      case 'commit':
        this.#finalize(effect.certificate, this.#bytes.all(effect.body))
        return
      case 'release-log':
        if (this.#log !== undefined) this.#effects.push(...this.#log.release(effect.belowHeight))
        return
      case 'request-sync':
        this.#sync.raise(effect.target, this.#epoch.peers.namesOf(effect.from))
        return this.#continueSync()
      case 'start-timer':
      case 'stop-timer':
      case 'report':
      case 'note':
        this.#effects.push(effect)
        return
      default:
        return unreachable(effect)
    }
  }

  #persist(effect: Extract<Effect, { type: 'persist' }>): void {
    assert(this.#log !== undefined, 'persist before start')
    this.#effects.push(...this.#log.append(effect.record.type === 'proposal' ? this.#withBytes(effect.record) : effect.record))
  }

  /** Whatever is in the log is held: an own proposal comes here without a check. */
  #withBytes(record: Extract<LogRecord, { type: 'proposal' }>): LogRecord {
    const transactions = this.#bytes.all(record.body)
    this.#bytes.hold(proposalDigest(record.body), record.body, transactions)
    return { ...record, transactions: transactions.map(({ bytes }) => bytes) }
  }

  #takeBatch(effect: Extract<Effect, { type: 'request-batch' }>): void {
    const { params } = this.#options.chain.genesis
    const batch = this.#pool.take({
      transactionsMax: params.blockTransactionsMax,
      bytesMax: params.blockBytesMax,
      exclude: (id) => this.#epoch.engine.isInFlight(id),
      nextSequence: (sender) => this.#ledger.nextSequence(sender),
    })
    const { height, view } = effect
    this.#inputs.push({ type: 'batch-ready', height, view, ids: batch.map(({ id }) => id), timeMs: this.#nowMs })
  }

  #execute(effect: Extract<Effect, { type: 'execute' }>): void {
    const { body, digest, parentHash } = effect
    const { hash: headerHash, included } = this.#ledger.execute(parentHash, body, this.#bytes.all(body))
    this.#inputs.push({ type: 'executed', height: body.height, digest, parentHash, headerHash, included: included.length })
  }

  #checked(outcome: { readonly inputs: readonly Input[]; readonly effects: readonly ReplicaEffect[] }): void {
    this.#inputs.push(...outcome.inputs)
    this.#effects.push(...outcome.effects)
  }

  #submit(request: number, transaction: Verified<Transaction>): void {
    const outcome = this.#admission.submit(transaction, this.#nowMs)
    this.#effects.push({ type: 'admission', request, id: transaction.id, outcome })
    if (outcome.type !== 'admitted') return
    this.#effects.push({ type: 'send-transactions', to: this.#epoch.peers.others, transactions: [transaction] })
    this.#checked(this.#checker.arrived([transaction]))
  }

  /** Each id once, and no more than the peer may have: the rest it asks for again, or elsewhere. */
  #answer(to: PeerId, ids: readonly Hash[]): void {
    const found: Verified<Transaction>[] = []
    for (const id of new Set(ids)) {
      const transaction = this.#bytes.get(id)
      if (transaction === undefined) continue
      if (!this.#answers.take(to, transaction.bytes.length, this.#nowMs)) break
      found.push(transaction)
    }
    if (found.length > 0) this.#effects.push({ type: 'send-transactions', to: [to], transactions: found })
  }

  /** Bytes that a check waits for reach it even when the pool has no room for them. */
  #arrived(transactions: readonly Verified<Transaction>[]): void {
    for (const transaction of transactions) this.#admission.relayed(transaction, this.#nowMs)
    this.#checked(this.#checker.arrived(transactions))
  }

  /** The one way in which a height becomes final here, by vote or by sync. Returns how many transactions were executed in it. */
  #finalize(certificate: CommitCertificate, transactions: readonly Verified<Transaction>[]): number {
    const { block, writes } = this.#ledger.finalize(certificate.headerHash)
    const final: FinalBlock = { block, transactions, certificate, writes }
    this.#headCertificate = certificate
    this.#effects.push({ type: 'store', final }, { type: 'finalized', final })
    this.#pool.remove(block.body.ids)
    for (const { body } of block.included) if (body.sequence !== undefined) this.#pool.sequenceMoved(body.sender)
    const expired = this.#pool.expire(block.header.timeMs)
    if (expired.length > 0) this.#effects.push({ type: 'expired', ids: expired })
    this.#bytes.release(block.header.height)
    this.#checker.release(block.header.height)
    this.#admission.finalized()
    return block.included.length
  }

  /** Blocks of a peer that was asked, if late. Others are ignored: an answer may outlive its connection. */
  #synced({ from, ...answer }: Extract<ReplicaInput, { type: 'blocks' }>): void {
    if (!this.#sync.awaits(from)) return
    if (!this.#sync.answered(from, answer, this.#nowMs))
      this.#effects.push({ type: 'punish', peer: from, reason: 'sync: blocks that do not fit' })
    this.#install()
  }

  /** Makes final what follows our head, one answer a step, so that others have their turn between two of them, and asks for more. */
  #install(): void {
    let included = 0
    const blocks = this.#sync.takeAfter(this.#height())
    for (const { body, certificate, transactions } of blocks) {
      const executed = this.#ledger.execute(this.#ledger.head.hash, body, transactions)
      assert(executed.hash === certificate.headerHash, `height ${body.height}: this node computes another header than a quorum certified`)
      included += this.#finalize(certificate, transactions)
    }
    if (blocks.length > 0) this.#inputs.push({ type: 'caught-up', head: this.#certifiedHead(), included })
    if (this.#sync.continues(this.#height())) this.#effects.push({ type: 'start-timer', timer: 'install', durationMs: 0 })
    this.#continueSync()
  }

  #continueSync(): void {
    const effects = this.#sync.next(this.#height(), this.#nowMs)
    if (effects.length === 0 && !this.#sync.active) this.#effects.push({ type: 'stop-timer', timer: 'sync' })
    this.#effects.push(...effects)
  }

  #height(): Height {
    return asHeight(this.#ledger.head.header.height)
  }

  #peersChanged(peer: PeerId, connected: boolean): void {
    if (connected) this.#epoch.peers.connect(peer)
    else this.#epoch.peers.disconnect(peer)
    this.#inputs.push({ type: 'peers', connected: this.#epoch.peers.connectedValidators })
    this.#continueSync()
  }

  #timer(timer: ReplicaTimer): void {
    switch (timer) {
      case 'sync':
        this.#sync.onTimer(this.#nowMs)
        return this.#continueSync()
      case 'install':
        return this.#install()
      case 'fetch-transactions':
        this.#effects.push(...this.#checker.onTimer())
        return
      case 'forward': {
        const late = this.#admission.late(this.#nowMs)
        this.#starved = this.#admission.starved(this.#epoch.engine.decidedIds())
        if (late.length > 0) this.#effects.push({ type: 'send-transactions', to: this.#epoch.peers.others, transactions: late })
        this.#effects.push({ type: 'start-timer', timer: 'forward', durationMs: this.#options.timeouts.viewTimeoutMs })
        return
      }
      default:
        this.#inputs.push({ type: 'timer-fired', timer })
    }
  }

  /** Tells the engine about the pool when that has changed. */
  #tellDemand(): void {
    const demand = this.#log === undefined ? undefined : this.#demand.change(this.#epoch.engine.checkedInFlight(), this.#starved)
    if (demand !== undefined) this.#inputs.push(demand)
  }
}
