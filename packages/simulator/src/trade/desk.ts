import { assert, type Hash, type Prng } from '@hanse/primitives'
import type { Chain, Transaction, Verified } from '@hanse/protocol'
import type { FinalBlock } from '@hanse/replica'
import { Violation } from '../violation.ts'
import { payment } from './payment-script.ts'
import { certificate } from './receivable-script.ts'
import { type Script, type ScriptWorld, SUCCESS, type TradeCall, type TradeRequest } from './script.ts'
import { setUp } from './set-up-script.ts'

/** Life cycles that go on side by side. */
const TRADES_AT_ONCE = 6
/** What moves money and claims, or makes ready for it: between any two of these a process may end. */
const STEPS: readonly string[] = [
  'lock',
  'settlePvP',
  'cancel',
  'returnPayment',
  'requestFinance',
  'finance',
  'reveal',
  'acceptBid',
  'redeem',
]

/** A life cycle on its way. */
interface Trade {
  readonly script: Script
  request: TradeRequest
  /** Of its calls, as far as they are final. */
  codes: (string | undefined)[]
}

interface OpenCall {
  readonly trade: Trade
  readonly place: number
  readonly call: TradeCall
}

/** Clients who trade: each sends its next step when the one before it is final, and knows what it must come to. */
export class TradeDesk implements ScriptWorld {
  readonly prng: Prng
  readonly genesisHash: Hash
  height = 0
  timeMs: number
  /** Transactions with steps of a payment or a delivery versus payment. */
  readonly steps = new Set<Hash>()
  /** How often each command has succeeded. */
  readonly done = new Map<string, number>()
  readonly #sign: (call: TradeCall, nowMs: number) => Verified<Transaction>
  readonly #ready: OpenCall[] = []
  readonly #open = new Map<Hash, OpenCall>()
  readonly #waiting = new Set<Trade>()
  #running = 0
  #isSetUp = false
  #numbers = 0

  constructor(
    prng: Prng,
    { genesisHash, genesis }: Pick<Chain, 'genesisHash' | 'genesis'>,
    sign: (call: TradeCall, nowMs: number) => Verified<Transaction>,
  ) {
    this.prng = prng
    this.genesisHash = genesisHash
    this.timeMs = genesis.timeMs
    this.#sign = sign
    this.#begin(setUp(this))
  }

  readonly number = (): number => {
    this.#numbers += 1
    return this.#numbers
  }

  /** What somebody has to send now, if anybody has. */
  next(nowMs: number): Verified<Transaction> | undefined {
    while (this.#isSetUp && this.#running < TRADES_AT_ONCE) this.#begin(this.prng.chance(1, 2) ? payment(this) : certificate(this))
    const open = this.#ready.shift()
    if (open === undefined) return undefined
    const transaction = this.#sign(open.call, nowMs)
    this.#open.set(transaction.id, open)
    if (STEPS.includes(open.call.command)) this.steps.add(transaction.id)
    return transaction
  }

  /** The next height. Oracle 21: what is sent comes to what it must come to. */
  onBlock({ header, included, receipts }: Pick<FinalBlock['block'], 'header' | 'included' | 'receipts'>): void {
    this.height = header.height
    this.timeMs = header.timeMs
    for (const [place, { id }] of included.entries()) {
      const open = this.#open.get(id)
      if (open === undefined) continue
      this.#open.delete(id)
      const receipt = receipts[place]
      this.#onFinal(open, receipt?.outcome === SUCCESS ? SUCCESS : (receipt?.code ?? 'no code'))
    }
    for (const trade of this.#waiting) if (this.#isOver(trade.request)) this.#goOn(trade, [])
  }

  #onFinal({ trade, place, call }: OpenCall, code: string): void {
    const name = `${call.module}.${call.command}`
    if (!call.expected.includes(code))
      throw new Violation(
        21,
        `height ${this.height}: ${name} ${JSON.stringify(call.params)} comes to ${code}, and not to ${call.expected.join(' or ')}`,
      )
    if (code === SUCCESS) this.done.set(name, (this.done.get(name) ?? 0) + 1)
    trade.codes[place] = code
    const codes = trade.codes.filter((known) => known !== undefined)
    if (codes.length === trade.codes.length) this.#goOn(trade, codes)
  }

  #isOver(request: TradeRequest): boolean {
    if ('untilMs' in request) return this.timeMs >= request.untilMs
    return 'untilHeight' in request && this.height >= request.untilHeight
  }

  #begin(script: Script): void {
    const first = script.next([])
    assert(first.done !== true, 'a life cycle has a step')
    this.#running += 1
    this.#ask({ script, request: first.value, codes: [] })
  }

  #goOn(trade: Trade, codes: readonly string[]): void {
    this.#waiting.delete(trade)
    const next = trade.script.next(codes)
    if (next.done === true) {
      this.#running -= 1
      this.#isSetUp = true
      return
    }
    trade.request = next.value
    this.#ask(trade)
  }

  #ask(trade: Trade): void {
    const { request } = trade
    if (!('calls' in request)) return void this.#waiting.add(trade)
    trade.codes = request.calls.map(() => undefined)
    for (const [place, call] of request.calls.entries()) this.#ready.push({ trade, place, call })
  }
}
