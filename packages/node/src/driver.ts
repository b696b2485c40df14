import type { LocalSigner } from '@hanse/crypto-native'
import type { Clock, GuardFile, Log, Timer } from '@hanse/ports'
import { assert, bytesToHex, type Hash, type Hex, type Rejection, unreachable } from '@hanse/primitives'
import {
  consensusSignBytes,
  guardCodec,
  logRecordCodec,
  type PeerId,
  type SignedMessage,
  type SigningDomain,
  type Transaction,
  type Verified,
} from '@hanse/protocol'
import type { FinalBlock, Replica, ReplicaEffect, ReplicaInput, ReplicaTimer, SubmitOutcome } from '@hanse/replica'
import type { BatchPace } from './batch-pace.ts'
import type { BlockStore } from './block-store.ts'
import type { KeptEvidence } from './kept-evidence.ts'
import type { Outbound } from './outbound.ts'

/** Inputs that wait for their step. Above it clients are refused. */
const INPUT_QUEUE_MAX = 4_096
/** Inputs of one peer that wait for their step. Above it its frames are not read, so that it keeps nobody else's waiting. */
export const PEER_INPUTS_MAX = 128
/** Inputs whose effects share one sync of the log and one batch of the store. */
const INPUTS_PER_ROUND = 256
/** Blocks that one batch of the store takes, give or take one sync frame: well below what the ledger keeps until it is stored. */
const BLOCKS_PER_ROUND = 32

/** What leaves the process. `Outbound` is the one that runs. */
export type DriverOutbound = Pick<Outbound, 'consensus' | 'transactions' | 'fetchTransactions' | 'fetchBlocks' | 'flush'>

export interface DriverOptions {
  readonly domain: SigningDomain
  readonly replica: Pick<Replica, 'step'>
  readonly blocks: Pick<BlockStore, 'append'>
  readonly evidence: Pick<KeptEvidence, 'add' | 'flush'>
  readonly log: Pick<Log, 'append' | 'prune' | 'nextPosition'>
  readonly guardFile: Pick<GuardFile, 'write'>
  /** Absent for an observer. */
  readonly signer?: LocalSigner
  readonly outbound: DriverOutbound
  readonly clock: Clock
  readonly pace: Pick<BatchPace, 'next'>
  /** Makes own messages `Verified`: through the same check as everybody's. Undefined for one whose epoch is over. */
  readonly verifyOwn: (signed: SignedMessage) => Verified<SignedMessage> | undefined
  readonly onFinal: (final: FinalBlock) => void
  readonly onEffect: (effect: HostEffect) => void
  /** The node cannot go on: an I/O error or a broken invariant. Nothing leaves any more. */
  readonly onFatal: (error: unknown) => void
}

interface WaitingInput {
  readonly input: ReplicaInput
  /** The peer that sent it, if one did. */
  readonly from?: PeerId
}

/** Effects that are neither the disk's nor the network's. */
export type HostEffect = Extract<ReplicaEffect, { type: 'note' | 'report' | 'punish' | 'expired' }>

export type Submission = SubmitOutcome & { readonly id: Hash }

/** What is final is told when it is stored; timers begin when the disk has done its part, so that it takes nothing of others' time. */
function isAfterStore({ type }: ReplicaEffect): boolean {
  return type === 'finalized' || type === 'start-timer' || type === 'stop-timer'
}

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
 * of a round share one sync of the log and one batch of the store. Nothing leaves before the log and the guard are synced, and no block is
 * called final before it is stored (ADR 0031).
 */
export class Driver {
  readonly #options: DriverOptions
  readonly #queue: WaitingInput[] = []
  /** How many of them are whose. */
  readonly #waitingOf = new Map<PeerId, number>()
  readonly #waitingForRoom = new Map<PeerId, (() => void)[]>()
  /** Own messages, signed and sent, on their way back: before anybody else's. */
  readonly #own: ReplicaInput[] = []
  readonly #timers = new Map<ReplicaTimer, Timer>()
  /** Timers whose firing waits for its step. One that is stopped or started again until then has not fired. */
  readonly #fired = new Set<ReplicaTimer>()
  readonly #submissions = new Map<number, (outcome: Submission | undefined) => void>()
  #nextRequest = 0
  #wake: (() => void) | undefined
  #isEnding = false
  #loop: Promise<void> | undefined

  constructor(options: DriverOptions) {
    this.#options = options
  }

  /** Resolves when the replica knows its log; what came meanwhile waits behind it. @throws StartRefused, and what the disk throws */
  async start(input: Extract<ReplicaInput, { type: 'start' }>): Promise<void> {
    assert(this.#loop === undefined, 'a driver starts once')
    const only: ReplicaInput[] = [input]
    const first = this.#round(() => only.shift())
    this.#loop = first.then(
      () => this.#run(),
      () => this.#end(),
    )
    await first
  }

  /** Finishes the round that is under way; nobody waits for an answer any more. Idempotent. */
  async stop(): Promise<void> {
    this.#end()
    await this.#loop
  }

  /** For what happens to this node and is bounded by itself: a connection, a timer. */
  enqueue(input: ReplicaInput): void {
    this.#add({ input })
  }

  /** For what a peer sends. Where there is no room for more of it, resolves when there is: the peer's back-pressure. */
  push(input: ReplicaInput, from: PeerId): void | Promise<void> {
    if (this.#isEnding) return undefined
    const waiting = (this.#waitingOf.get(from) ?? 0) + 1
    this.#waitingOf.set(from, waiting)
    this.#add({ input, from })
    if (waiting < PEER_INPUTS_MAX) return undefined
    return new Promise((resolve) => {
      const others = this.#waitingForRoom.get(from)
      if (others === undefined) this.#waitingForRoom.set(from, [resolve])
      else others.push(resolve)
    })
  }

  /** Resolves with the pool's answer; undefined when the node is too busy to take it, or stops. */
  submit(transaction: Verified<Transaction>): Promise<Submission | undefined> {
    if (this.#isEnding || this.isFull) return Promise.resolve(undefined)
    const request = this.#nextRequest++
    return new Promise((resolve) => {
      this.#submissions.set(request, resolve)
      this.enqueue({ type: 'submit', request, transaction })
    })
  }

  get isFull(): boolean {
    return !this.#isEnding && this.#queue.length >= INPUT_QUEUE_MAX
  }

  async #run(): Promise<void> {
    try {
      while (!this.#isEnding) {
        if (this.#queue.length === 0 && this.#own.length === 0) await this.#untilWoken()
        else await this.#round(() => this.#own.shift() ?? this.#take())
      }
    } catch (error) {
      this.#end()
      this.#options.onFatal(error)
    }
  }

  #add(waiting: WaitingInput): void {
    if (this.#isEnding) return
    this.#queue.push(waiting)
    this.#wake?.()
  }

  #take(): ReplicaInput | undefined {
    const next = this.#queue.shift()
    if (next?.from === undefined) return next?.input
    const left = (this.#waitingOf.get(next.from) ?? 0) - 1
    this.#waitingOf.set(next.from, left)
    if (left < PEER_INPUTS_MAX) this.#resume(next.from)
    return next.input
  }

  #resume(from: PeerId): void {
    const resolves = this.#waitingForRoom.get(from) ?? []
    this.#waitingForRoom.delete(from)
    for (const resolve of resolves) resolve()
  }

  #untilWoken(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = undefined
        resolve()
      }
    })
  }

  #end(): void {
    this.#isEnding = true
    for (const timer of this.#timers.values()) timer.stop()
    this.#timers.clear()
    for (const resolve of this.#submissions.values()) resolve(undefined)
    this.#submissions.clear()
    for (const from of [...this.#waitingForRoom.keys()]) this.#resume(from)
    this.#wake?.()
  }

  async #round(next: () => ReplicaInput | undefined): Promise<void> {
    const { replica, clock, outbound, evidence, log } = this.#options
    const effects: ReplicaEffect[] = []
    let blocks = 0
    for (let taken = 0; taken < INPUTS_PER_ROUND && blocks < BLOCKS_PER_ROUND; taken++) {
      const input = next()
      if (input === undefined) break
      if (input.type === 'timer-fired' && !this.#fired.delete(input.timer)) continue
      for (const effect of replica.step(input, clock.nowMs())) {
        effects.push(effect)
        if (effect.type === 'store') blocks += 1
        else if (effect.type === 'start-timer' || effect.type === 'stop-timer') this.#fired.delete(effect.timer)
      }
    }
    const pruneBelow = await this.#logVotes(effects)
    for (const effect of effects) if (!isAfterStore(effect)) this.#perform(effect)
    outbound.flush()
    await this.#storeBlocks(effects)
    for (const effect of effects) if (isAfterStore(effect)) this.#perform(effect)
    if (pruneBelow === undefined) return
    // Of what is not in the blocks only the log has a copy.
    await evidence.flush()
    await log.prune(pruneBelow)
  }

  /**
   * Log, then guard: what votes rest on. Bringing them forward is stricter than the effects' order asks for. Returns below which position the
   * log is needed no more once the blocks are stored.
   */
  async #logVotes(effects: readonly ReplicaEffect[]): Promise<number | undefined> {
    const { log, guardFile, evidence } = this.#options
    const records: Uint8Array[] = []
    let guard: Uint8Array | undefined
    let pruneBelow: number | undefined
    for (const effect of effects) {
      if (effect.type === 'log') {
        records.push(logRecordCodec.encode(effect.record))
        evidence.add(effect.record)
      } else if (effect.type === 'guard') guard = guardCodec.encode(effect.guard)
      else if (effect.type === 'compact-log') {
        pruneBelow = log.nextPosition + records.length
        for (const record of effect.records) records.push(logRecordCodec.encode(record))
      }
    }
    if (records.length > 0) await log.append(records)
    if (guard !== undefined) await guardFile.write(guard)
    return pruneBelow
  }

  /** What "final" rests on. Votes of the heights above do not wait for it: their log has the certificate, and all that the block is made of. */
  async #storeBlocks(effects: readonly ReplicaEffect[]): Promise<void> {
    const finals = effects.flatMap((effect) => (effect.type === 'store' ? [effect.final] : []))
    if (finals.length > 0) await this.#options.blocks.append(finals)
  }

  #perform(effect: ReplicaEffect): void {
    const { outbound } = this.#options
    switch (effect.type) {
      case 'log':
      case 'guard':
      case 'store':
      case 'compact-log':
        return
      case 'finalized':
        return this.#options.onFinal(effect.final)
      case 'sign':
        return this.#sign(effect)
      case 'relay':
        return outbound.consensus(effect.to, { type: 'signed', signed: effect.signed })
      case 'send-certificate':
        return outbound.consensus(effect.to, { type: 'certificate', certificate: effect.certificate })
      case 'send-body':
        return outbound.consensus([effect.to], { type: 'body', body: effect.body })
      case 'fetch-body':
        return outbound.consensus(effect.from, { type: 'fetchBody', height: effect.height, digest: effect.digest })
      case 'fetch-view-change':
        return outbound.consensus(effect.from, { type: 'fetchViewChange', hash: effect.hash })
      case 'fetch-new-view':
        return outbound.consensus(effect.from, { type: 'fetchNewView', view: effect.view })
      case 'send-transactions':
        return outbound.transactions(effect.to, effect.transactions)
      case 'fetch-transactions':
        return outbound.fetchTransactions(effect.from, { type: 'fetch', ids: effect.ids })
      case 'fetch-blocks':
        return outbound.fetchBlocks(effect.from, { type: 'fetch', from: effect.fromHeight, limit: effect.limit })
      case 'start-timer':
        return this.#startTimer(effect.timer, effect.durationMs)
      case 'stop-timer':
        return this.#stopTimer(effect.timer)
      case 'admission': {
        const resolve = this.#submissions.get(effect.request)
        this.#submissions.delete(effect.request)
        return resolve?.({ ...effect.outcome, id: effect.id })
      }
      case 'refuse-start':
        throw new StartRefused(effect.rejection)
      case 'punish':
      case 'expired':
      case 'note':
      case 'report':
        return this.#options.onEffect(effect)
      default:
        return unreachable(effect)
    }
  }

  #sign({ epoch, signer, message, to, broadcast }: Extract<ReplicaEffect, { type: 'sign' }>): void {
    const { signer: key, domain, verifyOwn, outbound } = this.#options
    assert(key !== undefined, 'who has no key signs nothing')
    const signature: Hex = bytesToHex(key.sign(consensusSignBytes(domain, epoch, message)))
    const signed: SignedMessage = { epoch, signer, signature, message }
    outbound.consensus(to, { type: 'signed', signed })
    const own = broadcast ? verifyOwn(signed) : undefined
    if (own !== undefined) this.#own.push({ type: 'message', signed: own })
  }

  #startTimer(timer: ReplicaTimer, durationMs: number): void {
    this.#stopTimer(timer)
    if (this.#isEnding) return
    const { clock, pace } = this.#options
    const handle = clock.startTimer(timer === 'batch' ? pace.next(durationMs) : durationMs, () => {
      if (this.#timers.get(timer) !== handle) return
      this.#timers.delete(timer)
      this.#fired.add(timer)
      this.enqueue({ type: 'timer-fired', timer })
    })
    this.#timers.set(timer, handle)
  }

  #stopTimer(timer: ReplicaTimer): void {
    this.#timers.get(timer)?.stop()
    this.#timers.delete(timer)
    this.#fired.delete(timer)
  }
}
