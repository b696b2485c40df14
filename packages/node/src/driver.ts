import type { Clock, GuardFile, Log, Logger, Timer } from '@hanse/ports'
import { assert, bytesToHex, type Hash, type Hex, type Rejection } from '@hanse/primitives'
import {
  type ConsensusMessage,
  consensusSignBytes,
  guardCodec,
  logRecordCodec,
  type SignedMessage,
  type SigningDomain,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import type { FinalBlock, Replica, ReplicaEffect, ReplicaInput, ReplicaTimer, SubmitOutcome } from '@hanse/replica'
import type { LocalSigner } from '@hanse/crypto-native'
import type { BlockStore } from './block-store.ts'
import type { Outbound } from './outbound.ts'
import type { Roster } from './roster.ts'

/** Inputs that wait for their step. Above it peers are not read and clients are refused. */
export const INPUT_QUEUE_MAX = 4_096
/** Inputs whose effects share one sync of the log and one batch of the store. */
const INPUTS_PER_ROUND = 256

export interface DriverOptions {
  readonly domain: SigningDomain
  readonly replica: Replica
  readonly roster: Roster
  readonly blocks: BlockStore
  readonly log: Log
  readonly guardFile: GuardFile
  /** Absent for an observer. */
  readonly signer?: LocalSigner
  readonly outbound: Outbound
  readonly clock: Clock
  readonly logger: Logger
  /** Makes own messages `Verified`: through the same check as everybody's. */
  readonly verifyOwn: (signed: SignedMessage) => Verified<SignedMessage>
  readonly onFinal: (final: FinalBlock) => void
  readonly onEffect: (effect: Extract<ReplicaEffect, { type: 'note' | 'report' | 'punish' | 'expired' }>) => void
  /** The node cannot go on: an I/O error, a broken invariant, a key that must not vote. */
  readonly onFatal: (error: unknown) => void
}

export type Submission = SubmitOutcome & { readonly id: Hash }

/** The key must not vote: what `recoverRole` refused. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
  readonly rejection: Rejection

  constructor(rejection: Rejection) {
    super(rejection.message)
    this.rejection = rejection
  }
}

/**
 * The host loop: takes inputs from a bounded queue, steps the replica, performs the effects in their durable order, repeats. All steps
 * of a round share one sync of the log and one batch of the store; nothing leaves before both are done.
 */
export class Driver {
  readonly #options: DriverOptions
  readonly #queue: ReplicaInput[] = []
  /** Own messages, signed and sent, on their way back: before anybody else's. */
  #own: ReplicaInput[] = []
  readonly #timers = new Map<ReplicaTimer, Timer>()
  readonly #submissions = new Map<number, (outcome: Submission) => void>()
  #nextRequest = 0
  #wake: (() => void) | undefined
  #room: (() => void)[] = []
  #stopping = false
  #loop: Promise<void> | undefined

  constructor(options: DriverOptions) {
    this.#options = options
  }

  start(input: Extract<ReplicaInput, { type: 'start' }>): void {
    assert(this.#loop === undefined, 'the driver was started before')
    this.#queue.push(input)
    this.#loop = this.#run().catch((error: unknown) => {
      this.#stopping = true
      this.#options.onFatal(error)
    })
  }

  /** Finishes the round that is under way. Idempotent. */
  async stop(): Promise<void> {
    this.#stopping = true
    for (const timer of this.#timers.values()) timer.stop()
    this.#timers.clear()
    this.#wake?.()
    await this.#loop
  }

  /** Resolves when there is room again: the caller's back-pressure. */
  async push(input: ReplicaInput): Promise<void> {
    if (this.#stopping) return
    this.#queue.push(input)
    this.#wake?.()
    if (this.#queue.length >= INPUT_QUEUE_MAX) {
      await new Promise<void>((resolve) => {
        this.#room.push(resolve)
      })
    }
  }

  /** Resolves with the pool's answer; undefined when the node is too busy to take it. */
  submit(transaction: Verified<Transaction>): Promise<Submission | undefined> {
    if (this.#stopping || this.#queue.length >= INPUT_QUEUE_MAX) return Promise.resolve(undefined)
    const request = this.#nextRequest++
    return new Promise((resolve) => {
      this.#submissions.set(request, resolve)
      this.#queue.push({ type: 'submit', request, transaction })
      this.#wake?.()
    })
  }

  get queueLength(): number {
    return this.#queue.length
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      if (this.#queue.length === 0 && this.#own.length === 0) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
        this.#wake = undefined
        continue
      }
      const effects: ReplicaEffect[] = []
      const inputs = [...this.#own.splice(0), ...this.#queue.splice(0, INPUTS_PER_ROUND)]
      for (const input of inputs) {
        effects.push(...this.#options.replica.step(input, this.#options.clock.nowMs()))
      }
      if (this.#queue.length < INPUT_QUEUE_MAX) for (const resume of this.#room.splice(0)) resume()
      await this.#makeDurable(effects)
      for (const effect of effects) this.#perform(effect)
      this.#options.outbound.flush()
    }
  }

  /** Log, then guard, then store. Bringing them forward is stricter than the effects' order asks for. */
  async #makeDurable(effects: readonly ReplicaEffect[]): Promise<void> {
    const { log, guardFile, blocks } = this.#options
    const records: Uint8Array[] = []
    const finals: FinalBlock[] = []
    let guard: Uint8Array | undefined
    let pruneBelow: number | undefined
    for (const effect of effects) {
      if (effect.type === 'log') records.push(logRecordCodec.encode(effect.record))
      else if (effect.type === 'guard') guard = guardCodec.encode(effect.guard)
      else if (effect.type === 'store') finals.push(effect.final)
      else if (effect.type === 'compact-log') {
        pruneBelow = log.nextPosition + records.length
        for (const record of effect.records) records.push(logRecordCodec.encode(record))
      }
    }
    if (records.length > 0) await log.append(records)
    if (guard !== undefined) await guardFile.write(guard)
    if (finals.length > 0) await blocks.append(finals)
    if (pruneBelow !== undefined) await log.prune(pruneBelow)
  }

  #perform(effect: ReplicaEffect): void {
    const { outbound, roster } = this.#options
    switch (effect.type) {
      case 'log':
      case 'guard':
      case 'store':
      case 'compact-log':
        return
      case 'finalized':
        return this.#options.onFinal(effect.final)
      case 'sign':
        return this.#sign(effect.message, effect.to)
      case 'relay':
        return outbound.consensus(effect.to, { type: 'signed', signed: effect.signed })
      case 'send-certificate':
        return outbound.consensus(effect.to, { type: 'certificate', certificate: effect.certificate })
      case 'send-body':
        return outbound.consensus(effect.to, { type: 'body', body: effect.body })
      case 'fetch-body':
        for (const to of effect.from) outbound.consensus(to, { type: 'fetchBody', height: effect.height, digest: effect.digest })
        return
      case 'fetch-view-change':
        for (const to of effect.from) outbound.consensus(to, { type: 'fetchViewChange', hash: effect.hash })
        return
      case 'fetch-new-view':
        for (const to of effect.from) outbound.consensus(to, { type: 'fetchNewView', view: effect.view })
        return
      case 'send-transactions':
        return outbound.transactions(effect.to, effect.transactions)
      case 'fetch-transactions':
        return outbound.fetchTransactions(effect.from, { type: 'fetch', ids: effect.ids })
      case 'fetch-blocks':
        for (const peerId of roster.targets(effect.from)) {
          outbound.sync(peerId, { type: 'fetch', from: effect.fromHeight, limit: effect.limit })
        }
        return
      case 'start-timer':
        return this.#startTimer(effect.timer, effect.durationMs)
      case 'stop-timer':
        this.#timers.get(effect.timer)?.stop()
        this.#timers.delete(effect.timer)
        return
      case 'admission': {
        const resolve = this.#submissions.get(effect.request)
        this.#submissions.delete(effect.request)
        resolve?.({ ...effect.outcome, id: effect.id })
        return
      }
      case 'refuse-start':
        throw new StartRefused(effect.rejection)
      case 'punish':
      case 'expired':
      case 'note':
      case 'report':
        return this.#options.onEffect(effect)
    }
  }

  #sign(message: ConsensusMessage, to: Parameters<Outbound['consensus']>[0] | undefined): void {
    const { signer, domain, roster, replica, verifyOwn, outbound } = this.#options
    assert(signer !== undefined && roster.self !== undefined, 'an observer signs nothing')
    const epoch = replica.describe().epoch
    const signature: Hex = bytesToHex(signer.sign(consensusSignBytes(domain, epoch, message)))
    const signed: SignedMessage = { epoch, signer: roster.self, signature, message }
    outbound.consensus(to ?? 'all', { type: 'signed', signed })
    if (to === undefined) this.#own.push({ type: 'message', signed: verifyOwn(signed) })
  }

  #startTimer(timer: ReplicaTimer, durationMs: number): void {
    this.#timers.get(timer)?.stop()
    const handle = this.#options.clock.startTimer(durationMs, () => {
      if (this.#timers.get(timer) !== handle) return
      this.#timers.delete(timer)
      this.#queue.push({ type: 'timer-fired', timer })
      this.#wake?.()
    })
    this.#timers.set(timer, handle)
  }
}
