import type { Effect, Input } from '@hanse/consensus'
import type { Mempool } from '@hanse/mempool'
import { assert, type Hash, unreachable } from '@hanse/primitives'
import {
  asHeight,
  type CertifiedHeader,
  type CommitCertificate,
  type ConsensusMessage,
  type Epoch,
  epochAfter,
  type Header,
  type Height,
  type PeerId,
  type Transaction,
  type ValidatorIndex,
  type Verified,
} from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import type { BatchCheckOutcome } from './batch-check.ts'
import { BlockSync } from './block-sync.ts'
import type { FinalBlock, ReplicaEffect, ReplicaTimer } from './effect.ts'
import { EpochEnds } from './epoch-ends.ts'
import { ENGINE_TIMERS, EpochRun } from './epoch-run.ts'
import { type EpochSets, setsAboveHead } from './epoch-sets.ts'
import type { ReplicaInput } from './input.ts'
import { isOfNext, leavesBehind, leftBehind } from './left-behind.ts'
import { SYNCED_LAG_BLOCKS_MAX } from './limits.ts'
import { notesOfEntering, type Part, Promises, placeOf } from './promises.ts'
import type { ReplicaComponents, ReplicaDescription, ReplicaOptions } from './replica-options.ts'
import { TransactionDesk } from './transaction-desk.ts'

/**
 * One validator without I/O: engine, pool, execution, sync and recovery as one step function. `node` and `simulator` are its two
 * drivers: what the simulator proves is what runs.
 */
export class Replica {
  readonly #options: ReplicaOptions
  readonly #ledger: Ledger
  readonly #pool: Mempool
  #epoch: EpochRun
  readonly #desk: TransactionDesk
  readonly #sync: BlockSync
  readonly #ends: EpochEnds
  #promises: Promises | undefined
  #headCertificate: CommitCertificate | undefined
  #nowMs = 0
  #effects: ReplicaEffect[] = []
  readonly #inputs: Input[] = []

  constructor(options: ReplicaOptions, components: ReplicaComponents) {
    this.#options = options
    this.#ledger = components.ledger
    this.#pool = components.pool
    this.#headCertificate = components.headCertificate
    const sets = setsAboveHead(components.ledger)
    this.#epoch = new EpochRun(options, this.#ledger, sets, placeOf(options.consensusKey, sets.set))
    const certificateAt = (height: Height): CommitCertificate | undefined =>
      height === this.#height() ? this.#headCertificate : components.certificateAt?.(height)
    this.#ends = new EpochEnds(options.timeouts.statusMs, this.#ledger, this.epoch, certificateAt)
    this.#sync = new BlockSync(options.prng)
    this.#desk = new TransactionDesk(options, components)
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

  /** Of the block above the head. */
  get epoch(): Epoch {
    return this.#epoch.epoch
  }

  /** Who decides there, and what that epoch stands on. */
  get sets(): EpochSets {
    return this.#epoch.sets
  }

  /** This replica's place in that set; undefined while it only follows. */
  get self(): ValidatorIndex | undefined {
    return this.#epoch.peers.self
  }

  /** True while so much is missing that others' votes and transactions are of heights that come by sync. */
  get isFarBehind(): boolean {
    return this.#sync.target - this.#height() > SYNCED_LAG_BLOCKS_MAX
  }

  /** True for a transaction whose bytes are of no use, or of none yet: the host need not verify it. */
  knows(id: Hash): boolean {
    return (this.isFarBehind || this.#pool.has(id) || this.#ledger.wasExecuted(id)) && !this.#desk.wants(id)
  }

  /** True while no relayed transaction is of any use: the host need not look at them. */
  get ignoresTransactions(): boolean {
    return this.isFarBehind && !this.#desk.wantsAny
  }

  /** Undefined for one that does not wait here, as it was verified. */
  held(id: Hash): Verified<Transaction> | undefined {
    return this.#desk.held(id)
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
      prunedTo: this.#sync.prunedTo(this.#height()),
      poolSize: this.#pool.size,
      bodiesHeld: this.#desk.bodiesHeld,
      logRecords: this.#promises?.keeper.needed.length ?? 0,
    }
  }

  #accept(input: ReplicaInput): void {
    assert((this.#promises === undefined) === (input.type === 'start'), `${input.type} before or after start`)
    switch (input.type) {
      case 'start':
        return this.#start(input)
      case 'message':
        // It may have been verified, or signed, before the last epoch ended.
        if (input.signed.epoch !== this.epoch) return
        if (input.signed.message.type === 'status') this.#onHead(this.#epoch.peers.nameOf(input.signed.signer), input.signed.message.head)
        return void this.#inputs.push(input)
      case 'other-epoch':
        return this.#heardOf(input)
      case 'certificate':
        if (input.certificate.epoch !== this.epoch) return
        this.#inputs.push({ type: 'certificate', certificate: input.certificate })
        return this.#sync.raise(input.certificate.height, [input.from])
      case 'recovery':
        if (leavesBehind(this.sets, this.#height(), input.certificate)) this.#effects.push(leftBehind(input.certificate))
        return
      case 'body':
        return void this.#inputs.push({ type: 'body', body: input.body })
      case 'fetch-body':
      case 'fetch-view-change':
      case 'fetch-new-view': {
        const question = this.#epoch.inward(input)
        if (question !== undefined) this.#inputs.push(question)
        return
      }
      case 'submit':
        return this.#take(this.#desk.submit(input.request, input.transaction, this.#epoch.peers.others, this.#nowMs))
      case 'transactions':
        return this.#take(this.#desk.arrived(input.transactions, this.#nowMs))
      case 'fetch-transactions':
        return void this.#effects.push(...this.#desk.answer(input.from, input.ids, this.#nowMs))
      case 'blocks':
        return this.#synced(input)
      case 'peer-lied':
        this.#sync.lied(input.from, this.#nowMs)
        return this.#continueSync()
      case 'peer-connected':
        this.#sync.connected(input.peer, input.head)
        this.#effects.push(...this.#ends.connected(input.peer))
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
    const promises = new Promises(this.#options, input)
    const part = promises.partIn(this.sets)
    if (part.fault !== undefined) {
      this.#effects.push({ type: 'refuse-start', rejection: part.fault })
      return
    }
    this.#promises = promises
    this.#effects.push(...promises.cover())
    this.#desk.holdLogged(promises.adoptedFrom(this.epoch))
    // Covering may have raised the guard above this epoch.
    this.#startEngine(promises.partIn(this.sets), promises)
    this.#effects.push({ type: 'start-timer', timer: 'forward', durationMs: this.#options.timeouts.viewTimeoutMs })
  }

  #startEngine({ role }: Part, promises: Promises): void {
    this.#inputs.push({ type: 'start', head: this.#certifiedHead(), log: promises.recordsOf(this.epoch), role })
  }

  /** ADR 0020: an epoch is an engine. The one whose last block is final is dropped, with all that waited for it. */
  #enterEpoch(): void {
    const promises = this.#promises
    assert(promises !== undefined, 'an epoch ends before the start')
    const { connected } = this.#epoch.peers
    const sets = setsAboveHead(this.#ledger)
    const part = promises.partIn(sets)
    this.#epoch = new EpochRun(this.#options, this.#ledger, sets, part.self, connected)
    this.#inputs.length = 0
    const firstHeight = asHeight(this.#height() + 1)
    this.#ledger.discardFrom(firstHeight)
    this.#desk.enterEpoch(sets.epoch)
    this.#sync.epochEntered(this.#height(), sets.epoch)
    for (const timer of [...ENGINE_TIMERS, 'fetch-transactions'] as const) this.#effects.push({ type: 'stop-timer', timer })
    this.#effects.push(...promises.keeper.release(this.#height(), sets.epoch))
    this.#effects.push(...notesOfEntering(sets, firstHeight, part))
    this.#startEngine(part, promises)
    this.#inputs.push({ type: 'peers', connected: this.#epoch.peers.connectedValidators })
  }

  /** Who is behind is carried on by the certificate that leads out of its epoch; who is ahead has blocks. */
  #heardOf({ from, epoch, height }: Extract<ReplicaInput, { type: 'other-epoch' }>): void {
    if (epoch > this.epoch) {
      this.#sync.claimed(from, asHeight(Math.max(height, this.#height() + 1)))
      return this.#continueSync()
    }
    if (epoch < this.epoch) this.#effects.push(...this.#ends.helpFor(from, epoch, this.#nowMs))
  }

  /** Who has no voice is not heard to be behind: nobody offers it a certificate, and it asks for blocks. */
  #onHead(peer: PeerId, head: Height): void {
    this.#sync.claimed(peer, head)
    if (this.self === undefined && this.#sync.isLeftBehind(peer, head, this.#height())) this.#continueSync()
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
      if (effects.some((effect) => effect.type === 'note' && effect.note.type === 'view-entered'))
        this.#desk.forgetFailedView(this.#epoch.engine, this.epoch)
      if (epochAfter(this.head.header) !== this.epoch) this.#enterEpoch()
    }
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
        return void this.#effects.push(this.#epoch.outward(effect))
      case 'request-batch':
        return void this.#inputs.push(...this.#desk.takeBatch(effect, this.#epoch.engine, this.#nowMs))
      case 'check-batch': {
        const { view, body, digest, fresh, holders } = effect
        const request = { view, body, digest, fresh, holders: this.#epoch.peers.namesOf(holders) }
        return this.#take(this.#desk.check(request, this.#nowMs))
      }
      case 'execute':
        return this.#execute(effect)
      case 'discard-from':
        return this.#ledger.discardFrom(effect.height)
      case 'commit':
        return void this.#finalize(effect.certificate, this.#desk.bytesOf(effect.body))
      case 'release-log':
        if (this.#promises !== undefined) this.#effects.push(...this.#promises.keeper.release(effect.belowHeight, this.epoch))
        return
      case 'request-sync':
        this.#sync.raise(effect.target, this.#epoch.peers.namesOf(effect.from))
        return this.#continueSync()
      case 'start-timer':
      case 'stop-timer':
      case 'report':
      case 'note':
        return void this.#effects.push(effect)
      default:
        return unreachable(effect)
    }
  }

  #persist(effect: Extract<Effect, { type: 'persist' }>): void {
    assert(this.#promises !== undefined, 'persist before start')
    this.#effects.push(...this.#promises.keeper.append(this.#desk.withBytes(effect.record)))
  }

  #execute(effect: Extract<Effect, { type: 'execute' }>): void {
    const { body, digest, parentHash } = effect
    const { hash: headerHash, included, nextValidators } = this.#ledger.execute(parentHash, body, this.#desk.bytesOf(body))
    const endsEpoch = nextValidators !== undefined
    this.#inputs.push({ type: 'executed', height: body.height, digest, parentHash, headerHash, included: included.length, endsEpoch })
  }

  #take({ inputs, effects }: BatchCheckOutcome): void {
    this.#inputs.push(...inputs)
    this.#effects.push(...effects)
  }

  /** The one way in which a height becomes final here, by vote or by sync. Returns how many transactions were executed in it. */
  #finalize(certificate: CommitCertificate, transactions: readonly Verified<Transaction>[]): number {
    const { block, writes } = this.#ledger.finalize(certificate.headerHash)
    const final: FinalBlock = { block, transactions, certificate, writes }
    this.#headCertificate = certificate
    this.#effects.push({ type: 'store', final }, { type: 'finalized', final })
    this.#effects.push(...this.#ends.finalized(certificate, this.#epoch.peers.connected), ...this.#desk.finalized(block, this.#nowMs))
    return block.included.length
  }

  /** Blocks of a peer that was asked, if late. Others are ignored: an answer may outlive its connection. */
  #synced({ from, ...answer }: Extract<ReplicaInput, { type: 'blocks' }>): void {
    if (!this.#sync.awaits(from)) return
    if (!this.#sync.answered(from, answer, { head: this.#height(), epoch: this.epoch }, this.#nowMs))
      this.#effects.push({ type: 'punish', peer: from, reason: 'sync: blocks that do not fit' })
    this.#install()
  }

  /** Makes final what follows our head, one answer a step, so that others have their turn between two of them, and asks for more. */
  #install(): void {
    let included = 0
    let told = this.#height()
    for (const block of this.#sync.takeAfter(this.#height())) {
      // Signed by validators of an epoch that ended below it.
      if (!isOfNext(this.epoch, block)) break
      const { body, certificate, transactions } = block
      const executed = this.#ledger.execute(this.#ledger.head.hash, body, transactions)
      if (executed.hash !== certificate.headerHash && body.epoch !== this.epoch) return void this.#effects.push(leftBehind(certificate))
      assert(executed.hash === certificate.headerHash, `height ${body.height}: this node computes another header than a quorum certified`)
      included += this.#finalize(certificate, transactions)
      if (epochAfter(this.head.header) === this.epoch) continue
      this.#enterEpoch()
      included = 0
      told = this.#height()
    }
    if (this.#height() > told) this.#inputs.push({ type: 'caught-up', head: this.#certifiedHead(), included })
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
        return void this.#effects.push(...this.#desk.fetchAgain())
      case 'forward':
        this.#effects.push(...this.#desk.forward(this.#epoch.engine, this.#epoch.peers.others, this.#nowMs))
        this.#effects.push({ type: 'start-timer', timer: 'forward', durationMs: this.#options.timeouts.viewTimeoutMs })
        return
      default:
        this.#inputs.push({ type: 'timer-fired', timer })
    }
  }

  /** Tells the engine about the pool when that has changed. */
  #tellDemand(): void {
    const demand = this.#promises === undefined ? undefined : this.#desk.demand(this.#epoch.engine)
    if (demand !== undefined) this.#inputs.push(demand)
  }
}
