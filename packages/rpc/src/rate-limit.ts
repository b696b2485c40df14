import type { RpcLimits } from './limits.ts'
import { RATED_CLIENTS_MAX, REFUSAL_DELAY_MS, REFUSAL_DELAY_MS_MAX, STRETCH_MS, STRETCH_WEIGHT } from './limits.ts'

/** What a client may do. */
export interface Rate {
  readonly perSecond: number
  /** What it may save up. */
  readonly burst: number
  /** The processor time that one of it pays for, in ms. */
  readonly msEach: number
}

export interface Rates {
  readonly remote: Rate
  /** Of clients on this machine. */
  readonly local: Rate
}

/** Calls by client. */
export function callRates(limits: RpcLimits): Rates {
  const { callsPerSecond, callsBurst, processorMsPerSecond } = limits
  const { loopbackCallsPerSecond, loopbackCallsBurst, loopbackProcessorMsPerSecond } = limits
  return {
    remote: { perSecond: callsPerSecond, burst: callsBurst, msEach: processorMsPerSecond / callsPerSecond },
    local: { perSecond: loopbackCallsPerSecond, burst: loopbackCallsBurst, msEach: loopbackProcessorMsPerSecond / loopbackCallsPerSecond },
  }
}

/** New connections by address: a client may make twice as many at once as it may have. */
export function connectionRates(limits: RpcLimits): Rates {
  const { connectionsPerSecond, connectionsPerClientMax, loopbackConnectionsPerSecond, connectionsMax } = limits
  return {
    remote: { perSecond: connectionsPerSecond, burst: 2 * connectionsPerClientMax, msEach: Number.POSITIVE_INFINITY },
    local: { perSecond: loopbackConnectionsPerSecond, burst: 2 * connectionsMax, msEach: Number.POSITIVE_INFINITY },
  }
}

/** Shares of calls that are taken and come back do not add up to whole ones exactly. */
const ROUNDING = 1e-6

interface Bucket {
  readonly rate: Rate
  /** Processor time that it was given. */
  readonly recent: RecentUse
  tokens: number
  filledAtMs: number
}

/** How fast what a client used is forgotten, in ms. */
const RECENT_HALF_LIFE_MS = 1_000

/** What was used lately. */
class RecentUse {
  #used = 0
  #atMs = 0

  at(nowMs: number): number {
    if (nowMs === this.#atMs) return this.#used
    this.#used *= 2 ** (-Math.max(0, nowMs - this.#atMs) / RECENT_HALF_LIFE_MS)
    this.#atMs = nowMs
    return this.#used
  }

  add(used: number, nowMs: number): number {
    this.#used = this.at(nowMs) + used
    return this.#used
  }

  raise(used: number, nowMs: number): void {
    this.#used = Math.max(this.at(nowMs), used)
  }
}

/** Token buckets by client: what is not used is saved up to the burst, and what was used beyond it is a debt to be paid off first. */
export class RateLimiter {
  readonly #rates: Rates
  readonly #slowdown: (() => number) | undefined
  readonly #buckets = new Map<string, Bucket>()
  #usedMs = 0
  /** Of the client that uses the most. */
  readonly #heaviest = new RecentUse()

  /**
   * Buckets fill slower by `slowdown`: rates are shares of the processor that there is. That is the factor for whoever uses the most; for
   * others it is less by as much as they use less, so that they need not pay for what one client does.
   */
  constructor(rates: Rates, slowdown?: () => number) {
    this.#rates = rates
    this.#slowdown = slowdown
  }

  /** The processor time of all that was charged so far. */
  get usedMs(): number {
    return this.#usedMs
  }

  /** False when the client has to wait. */
  take(client: string, calls: number, nowMs: number): boolean {
    const bucket = this.#filled(client, nowMs)
    if (!covers(bucket, calls)) return false
    bucket.tokens -= calls
    this.#note(bucket, calls, nowMs)
    return true
  }

  /** Whether `take` would give as much. */
  has(client: string, calls: number, nowMs: number): boolean {
    return covers(this.#filled(client, nowMs), calls)
  }

  /** Takes it whether the client has it or not: nobody is locked out for longer than the burst takes to fill. */
  owe(client: string, calls: number, nowMs: number): void {
    const bucket = this.#filled(client, nowMs)
    bucket.tokens = Math.max(-bucket.rate.burst, bucket.tokens - calls)
    this.#note(bucket, calls, nowMs)
  }

  /** As `owe`: what comes back in so long. */
  oweTime(client: string, durationMs: number, nowMs: number): void {
    this.owe(client, (this.#filled(client, nowMs).rate.perSecond * durationMs) / 1000, nowMs)
  }

  /** As `owe`: what work cost beyond the calls that were taken for it. */
  charge(client: string, usedMs: number, paidCalls: number, nowMs: number): void {
    this.#usedMs += usedMs
    const weighedMs = usedMs + (STRETCH_WEIGHT - 1) * Math.max(0, usedMs - STRETCH_MS)
    const calls = weighedMs / this.#filled(client, nowMs).rate.msEach - paidCalls
    if (calls > 0) this.owe(client, calls, nowMs)
  }

  /** How long the client has to wait before it may do anything, in ms. */
  waitMs(client: string, nowMs: number): number {
    const bucket = this.#filled(client, nowMs)
    const { tokens, rate } = bucket
    return tokens >= 0 ? 0 : (-tokens * 1000 * this.#factor(bucket, nowMs)) / rate.perSecond
  }

  /** How long it waits before anything is done for it, or before it hears that it calls too often, in ms: 0 for who has paid. */
  delayMs(client: string, nowMs: number): number {
    const waitMs = this.waitMs(client, nowMs)
    return waitMs === 0 ? 0 : Math.min(REFUSAL_DELAY_MS_MAX, Math.max(REFUSAL_DELAY_MS, waitMs))
  }

  #filled(client: string, nowMs: number): Bucket {
    const bucket = this.#buckets.get(client) ?? this.#newBucket(client, nowMs)
    const { perSecond, burst } = bucket.rate
    const elapsedMs = Math.max(0, nowMs - bucket.filledAtMs)
    if (elapsedMs > 0 && bucket.tokens < burst)
      bucket.tokens = Math.min(burst, bucket.tokens + (elapsedMs * perSecond) / (1000 * this.#factor(bucket, nowMs)))
    bucket.filledAtMs = nowMs
    return bucket
  }

  #note({ rate, recent }: Bucket, calls: number, nowMs: number): void {
    if (this.#slowdown !== undefined) this.#heaviest.raise(recent.add(calls * rate.msEach, nowMs), nowMs)
  }

  #factor({ recent }: Bucket, nowMs: number): number {
    const slowdown = this.#slowdown?.() ?? 1
    const heaviest = slowdown > 1 ? this.#heaviest.at(nowMs) : 0
    return heaviest > 0 ? 1 + (slowdown - 1) * Math.min(1, recent.at(nowMs) / heaviest) : slowdown
  }

  #newBucket(client: string, filledAtMs: number): Bucket {
    if (this.#buckets.size >= RATED_CLIENTS_MAX) this.#buckets.delete(this.#buckets.keys().next().value as string)
    const rate = isLoopbackAddress(client) ? this.#rates.local : this.#rates.remote
    const bucket = { rate, recent: new RecentUse(), tokens: rate.burst, filledAtMs }
    this.#buckets.set(client, bucket)
    return bucket
  }
}

/** A call that costs more than the whole burst goes through when the bucket is full. */
function covers({ tokens, rate }: Bucket, calls: number): boolean {
  return tokens + ROUNDING >= Math.min(calls, rate.burst)
}

/** An address of this machine, as sockets give it. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}
