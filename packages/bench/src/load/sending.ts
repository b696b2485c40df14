import { setTimeout as sleep } from 'node:timers/promises'
import type { Counts } from './counts.ts'
import type { NodeLink } from './node-link.ts'
import { type Pace, type Sendings, sharedNowMs } from './orders.ts'
import { type Chapter, RECEIPT_TIMEOUT_MS, type Stock } from './stock.ts'

/** An open load is offered in steps of this length, in ms. */
const STEP_MS = 4
/** After a refusal for now, before the same bytes are sent again, in ms. */
const HELD_OFF_MS = 250
/** Where a refusal does not say what was refused, all that was asked for so long ago is asked for again, in ms. */
const LOST_AFTER_MS = 2_000
/** When the last receipt must be there after the last sending, in ms: beyond it a transaction counts as never answered. */
const DRAIN_MS = RECEIPT_TIMEOUT_MS + 5_000

/** Codes that say later and not no. */
const FOR_NOW: ReadonlySet<string> = new Set([
  'node/busy',
  'node/syncing',
  'pool/full',
  'pool/sender-quota',
  'rpc/rate-limited',
  'rpc/stopping',
  'rpc/too-many-calls',
])

interface Waiting {
  readonly chapter: Chapter
  /** Since the start, in ms. */
  readonly sentMs: number
  askedMs: number
}

interface Answer {
  readonly id: number | null
  readonly result?: { readonly txId: string; readonly outcome: string }
  readonly error?: { readonly code: number; readonly data?: { readonly code?: string; readonly receipt?: object } }
}

class Tally {
  readonly #counts = new Map<string, number>()

  add(code: string, count = 1): void {
    if (count > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count)
  }

  get counts(): Counts {
    return Object.fromEntries(this.#counts)
  }
}

/** One stretch of load on one connection: sends at its pace, takes every receipt, and accounts for every transaction. */
export class Sending {
  readonly #link: NodeLink
  readonly #stock: Stock
  readonly #pace: Pace
  readonly #startMs: number
  readonly #waiting = new Map<number, Waiting>()
  readonly #sentMs: number[] = []
  readonly #finalMs: number[] = []
  readonly #rejected = new Tally()
  readonly #failures = new Tally()
  readonly #heldOff = new Tally()
  #sent = 0
  #transactionBytes = 0
  #isOffering = false
  #onDrained: (() => void) | undefined

  constructor(link: NodeLink, stock: Stock, pace: Pace, startMs: number) {
    this.#link = link
    this.#stock = stock
    this.#pace = pace
    this.#startMs = startMs
  }

  get sent(): number {
    return this.#sent
  }

  get committed(): number {
    return this.#finalMs.length
  }

  /** From the start to `endMs`, and on until all is answered. */
  async run(endMs: number): Promise<Sendings> {
    const { reconnections, bytesSent, bytesReceived } = this.#link
    const lateBefore = this.#stock.signedLate
    await sleep(Math.max(0, this.#startMs - sharedNowMs()))
    this.#isOffering = true
    const lengthMs = endMs - this.#startMs
    if (this.#pace.type === 'rate') await this.#offer(this.#pace.perSecond, lengthMs)
    else await this.#keepFull(lengthMs)
    await this.#drain()
    return {
      sent: this.#sent,
      sentMs: Float64Array.from(this.#sentMs),
      finalMs: Float64Array.from(this.#finalMs),
      rejected: this.#rejected.counts,
      failures: this.#failures.counts,
      heldOff: this.#heldOff.counts,
      transactionBytes: this.#transactionBytes,
      signedLate: this.#stock.signedLate - lateBefore,
      reconnections: this.#link.reconnections - reconnections,
      bytesSent: this.#link.bytesSent - bytesSent,
      bytesReceived: this.#link.bytesReceived - bytesReceived,
    }
  }

  stop(): void {
    this.#isOffering = false
  }

  onText(text: string): void {
    const { id, result, error } = JSON.parse(text) as Answer
    if (id === null) return this.#holdOff('rpc/rate-limited', () => this.askAgain(LOST_AFTER_MS), LOST_AFTER_MS)
    const waiting = this.#waiting.get(id)
    if (waiting === undefined) return
    if (result !== undefined) this.#onReceipt(waiting, result)
    else if (error !== undefined) this.#onError(waiting, error)
  }

  /** What is not answered is asked for again: nodes know what they have by its id. */
  askAgain(olderThanMs = 0): void {
    const nowMs = this.#nowMs()
    for (const waiting of this.#waiting.values()) if (nowMs - waiting.askedMs >= olderThanMs) this.#ask(waiting)
  }

  async #offer(perSecond: number, lengthMs: number): Promise<void> {
    while (this.#isOffering) {
      const nowMs = Math.min(this.#nowMs(), lengthMs)
      const due = Math.floor((nowMs / 1000) * perSecond)
      // Who sends late makes others wait from when it was due: all but a step, which is this loop's own.
      while (this.#sent < due && this.#sendNext(Math.min(this.#nowMs(), (1000 * (this.#sent + 1)) / perSecond + STEP_MS)));
      if (nowMs >= lengthMs) return
      await sleep(STEP_MS)
    }
  }

  async #keepFull(lengthMs: number): Promise<void> {
    this.#fill()
    while (this.#isOffering && this.#nowMs() < lengthMs) await sleep(Math.min(50, Math.max(1, lengthMs - this.#nowMs())))
    this.#isOffering = false
  }

  #fill(): void {
    if (this.#pace.type !== 'window') return
    while (this.#isOffering && this.#waiting.size < this.#pace.size && this.#sendNext(this.#nowMs()));
    if (this.#waiting.size === 0) this.#isOffering = false
  }

  /** False when there was nothing to send. */
  #sendNext(sentMs: number): boolean {
    const chapter = this.#stock.next()
    if (chapter === undefined) return false
    const waiting: Waiting = { chapter, sentMs, askedMs: sentMs }
    this.#waiting.set(chapter[0].requestId, waiting)
    this.#sent += 1
    this.#ask(waiting)
    return true
  }

  #ask(waiting: Waiting): void {
    if (!this.#waiting.has(waiting.chapter[0].requestId)) return
    waiting.askedMs = this.#nowMs()
    this.#link.send(waiting.chapter[0].frame)
  }

  #onReceipt(waiting: Waiting, { txId, outcome }: { readonly txId: string; readonly outcome: string }): void {
    const { chapter, sentMs } = waiting
    const [{ id, sizeBytes }] = chapter
    if (txId !== id || outcome !== 'success') return this.#settle(waiting, () => this.#failures.add('bench/wrong-receipt'))
    this.#settle(waiting, () => {
      this.#sentMs.push(sentMs)
      this.#finalMs.push(this.#nowMs())
      this.#transactionBytes += sizeBytes
      this.#stock.goOn(chapter)
    })
  }

  #onError(waiting: Waiting, { code, data }: NonNullable<Answer['error']>): void {
    const reason = data?.code ?? `${code}`
    const isPatient = this.#nowMs() - waiting.sentMs < RECEIPT_TIMEOUT_MS
    if (FOR_NOW.has(reason) && isPatient) return this.#holdOff(reason, () => this.#ask(waiting))
    this.#settle(waiting, () => (data?.receipt === undefined ? this.#failures : this.#rejected).add(reason))
  }

  #settle({ chapter }: Waiting, account: () => void): void {
    this.#waiting.delete(chapter[0].requestId)
    account()
    if (this.#isOffering) this.#fill()
    else if (this.#waiting.size === 0) this.#onDrained?.()
  }

  #holdOff(code: string, again: () => void, afterMs = HELD_OFF_MS): void {
    this.#heldOff.add(code)
    setTimeout(again, afterMs)
  }

  async #drain(): Promise<void> {
    this.#isOffering = false
    if (this.#waiting.size > 0) {
      const drained = new Promise<void>((resolve) => {
        this.#onDrained = resolve
      })
      const given = new AbortController()
      await Promise.race([drained, sleep(DRAIN_MS, undefined, { signal: given.signal }).catch(() => undefined)])
      given.abort()
    }
    this.#failures.add('bench/no-answer', this.#waiting.size)
    this.#waiting.clear()
  }

  #nowMs(): number {
    return sharedNowMs() - this.#startMs
  }
}
