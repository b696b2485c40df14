import type { RpcLimits } from './limits.ts'
import { RATED_CLIENTS_MAX } from './limits.ts'

type Rates = Pick<RpcLimits, 'callsPerSecond' | 'callsBurst' | 'loopbackCallsPerSecond' | 'loopbackCallsBurst'>

interface Bucket {
  tokens: number
  filledAtMs: number
}

/** Token buckets by client: what is not used is saved up to the burst. */
export class RateLimiter {
  readonly #rates: Rates
  readonly #buckets = new Map<string, Bucket>()

  constructor(rates: Rates) {
    this.#rates = rates
  }

  /** False when the client has to wait. */
  take(client: string, calls: number, nowMs: number): boolean {
    const local = isLoopbackAddress(client)
    const perSecond = local ? this.#rates.loopbackCallsPerSecond : this.#rates.callsPerSecond
    const burst = local ? this.#rates.loopbackCallsBurst : this.#rates.callsBurst
    const bucket = this.#buckets.get(client) ?? this.#newBucket(client, burst, nowMs)
    const elapsedMs = Math.max(0, nowMs - bucket.filledAtMs)
    bucket.tokens = Math.min(burst, bucket.tokens + (elapsedMs * perSecond) / 1000)
    bucket.filledAtMs = nowMs
    // A call that costs more than the whole burst goes through when the bucket is full.
    if (bucket.tokens < Math.min(calls, burst)) return false
    bucket.tokens -= calls
    return true
  }

  #newBucket(client: string, tokens: number, filledAtMs: number): Bucket {
    if (this.#buckets.size >= RATED_CLIENTS_MAX) this.#buckets.delete(this.#buckets.keys().next().value as string)
    const bucket = { tokens, filledAtMs }
    this.#buckets.set(client, bucket)
    return bucket
  }
}

/** An address of this machine, as sockets give it. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}
