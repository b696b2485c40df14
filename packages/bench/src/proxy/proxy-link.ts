import type { Socket } from 'node:net'
import type { Prng } from '@hanse/primitives'

/** What a lost segment costs at least: Linux sends it again after that long, in ms. */
const RETRANSMIT_MS = 200
/** Bytes that wait in one direction before the sender is not read any more. */
const WAITING_BYTES_MAX = 1024 * 1024

/** How one direction of a link is at the moment. */
export interface Weather {
  readonly isCut: boolean
  readonly delayMs: number
  readonly jitterMs: number
  readonly lossPercent: number
}

export const FAIR: Weather = { isCut: false, delayMs: 0, jitterMs: 0, lossPercent: 0 }

/**
 * One direction of one connection. Bytes keep their order, as TCP sees to it: what is lost arrives late, and all that follows with it. Over
 * a link that is cut nothing goes, not even the end of the connection; once it is whole again, what waited goes on.
 */
export class ProxyPipe {
  readonly #from: Socket
  readonly #to: Socket
  readonly #weather: () => Weather
  readonly #prng: Prng
  readonly #onPassed: (lateMs: number) => void
  readonly #queue: { readonly bytes: Buffer | undefined; readonly dueMs: number }[] = []
  #waitingBytes = 0
  #lastDueMs = 0
  #timer: NodeJS.Timeout | undefined

  /** `onPassed` is told of each piece, and by how much it was late. */
  constructor(from: Socket, to: Socket, weather: () => Weather, prng: Prng, onPassed: (lateMs: number) => void) {
    this.#from = from
    this.#to = to
    this.#weather = weather
    this.#prng = prng
    this.#onPassed = onPassed
    from.on('data', (bytes) => this.#add(bytes))
    from.on('close', () => this.#add(undefined))
    to.on('drain', () => this.#flush())
  }

  /** The weather has changed. */
  changed(): void {
    this.#flush()
  }

  /** Undefined is the connection's end. */
  #add(bytes: Buffer | undefined): void {
    const { delayMs, jitterMs, lossPercent } = this.#weather()
    const jitter = jitterMs === 0 ? 0 : this.#prng.below(jitterMs + 1)
    const lost = lossPercent > 0 && this.#prng.chance(lossPercent, 100) ? RETRANSMIT_MS : 0
    this.#lastDueMs = Math.max(this.#lastDueMs, performance.now() + delayMs + jitter + lost)
    this.#queue.push({ bytes, dueMs: this.#lastDueMs })
    this.#waitingBytes += bytes?.length ?? 0
    if (this.#waitingBytes > WAITING_BYTES_MAX) this.#from.pause()
    this.#flush()
  }

  #flush(): void {
    clearTimeout(this.#timer)
    if (this.#weather().isCut) return
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      const waitMs = next.dueMs - performance.now()
      if (waitMs > 0.5) {
        this.#timer = setTimeout(() => this.#flush(), waitMs)
        break
      }
      this.#queue.shift()
      this.#onPassed(Math.max(0, -waitMs))
      this.#waitingBytes -= next.bytes?.length ?? 0
      if (next.bytes === undefined) this.#to.destroy()
      else if (!this.#to.destroyed && !this.#to.write(next.bytes)) break
    }
    if (this.#waitingBytes <= WAITING_BYTES_MAX && this.#from.isPaused()) this.#from.resume()
  }
}
