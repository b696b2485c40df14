import { setTimeout as sleep } from 'node:timers/promises'
import { createSigner } from '@hanse/crypto-native'
import { operatorKey } from '@hanse/devnet'
import type { Prng } from '@hanse/primitives'
import type { Chain } from '@hanse/protocol'
import { createClient, type HanseClient, HanseError, HanseRpcError, NotFinalInTime, type Signers } from '@hanse/sdk'
import type { ChaosNode } from '../network/chaos-node.ts'
import type { History, Intent, Operation, Outcome, Read } from './history.ts'

export const CURRENCY = 'CNY'
export const ISSUER = 'bank-a'
/** Whose money moves. The first two begin with all of it, so that the others are often refused. */
export const ACCOUNTS = ['bank-a', 'bank-b', 'nanhai', 'sanshui', 'gaoming'] as const

const STEP_MS = 10
const READ_EVERY_MS = 100
const READ_TIMEOUT_MS = 2_000
/** How long a client tries before it gives up, in ms. */
const CLIENT_TIMEOUT_MS = 60_000
/** Sent and not answered, over all clients: a network that stands still is not buried. */
const WAITING_MAX = 2_000
const AMOUNT_MAX = 1_000
const PER_CENT = 100
const MINT_PERCENT = 2

/** Whom clients know. */
export type ClientKind = 'mixed' | 'several'

/**
 * An open load of real clients: transactions are sent at their time whatever becomes of those before. Of `mixed` clients half know one
 * node alone, half know all; of `several`, as one who cares whether a payment arrives would have it, all know all. Beside them readers ask single nodes for balances. Everything that they do and see is kept.
 */
export class Workload implements History {
  readonly operations: Operation[] = []
  readonly reads: Read[] = []
  readonly #nodes: readonly ChaosNode[]
  readonly #clients: readonly { readonly client: HanseClient; readonly node?: number }[]
  readonly #prng: Prng
  readonly #stop = new AbortController()
  readonly #inFlight = new Set<Promise<void>>()
  readonly #readers: Promise<void>[] = []
  #isOffering = false
  #running: Promise<void> = Promise.resolve()
  /** Due and not sent, because too many were waiting. */
  skipped = 0

  constructor(nodes: readonly ChaosNode[], chain: Chain, prng: Prng, kind: ClientKind = 'mixed') {
    this.#nodes = nodes
    this.#prng = prng
    const { genesisHash } = chain
    const urls = nodes.map(({ url }) => url)
    this.#clients = nodes.flatMap(({ index, url }) => {
      const [first = url, ...others] = [...urls.slice(index), ...urls.slice(0, index)]
      const several = { client: createClient({ urls: [first, ...others], genesisHash }) }
      return kind === 'several' ? [several] : [several, { client: createClient({ url, genesisHash }), node: index }]
    })
  }

  /** Begins to offer `rate` transactions a second, and to read. */
  start(rate: number): void {
    this.#isOffering = true
    this.#running = this.#offer(rate)
    this.#readers.push(...this.#nodes.map((node) => this.#readFrom(node)))
  }

  /** As many as the network takes, for so long: how many of them were final a second, in the second half. */
  async measureMaximum(clients: number, forMs: number): Promise<number> {
    const startedMs = performance.now()
    const first = this.operations.length
    const isOver = (): boolean => performance.now() - startedMs > forMs
    const insist = async (): Promise<void> => {
      while (!isOver()) await this.#send()
    }
    await Promise.all(Array.from({ length: clients }, insist))
    const half = startedMs + forMs / 2
    const done = this.operations.slice(first).filter(({ outcome, returnedMs = 0 }) => outcome?.type === 'final' && returnedMs >= half)
    const lastMs = Math.max(half + 1, ...done.map(({ returnedMs = 0 }) => returnedMs))
    return (done.length * 1_000) / (lastMs - half)
  }

  /** Sends no more, and waits for what is under way: `graceMs` at the most, then it is unknown what became of it. */
  async end(graceMs: number): Promise<void> {
    this.#isOffering = false
    await this.#running
    const all = Promise.all([...this.#inFlight])
    await Promise.race([all, sleep(graceMs)])
    this.#stop.abort()
    await all
    await Promise.all(this.#readers)
  }

  async #offer(rate: number): Promise<void> {
    const startedMs = performance.now()
    for (let sent = 0; this.#isOffering; await sleep(STEP_MS)) {
      const due = Math.floor(((performance.now() - startedMs) / 1_000) * rate)
      for (; sent < due; sent++) {
        if (this.#inFlight.size >= WAITING_MAX) this.skipped += 1
        else {
          const sending = this.#send().finally(() => this.#inFlight.delete(sending))
          this.#inFlight.add(sending)
        }
      }
    }
  }

  async #send(): Promise<void> {
    const { client, node } = this.#prng.pick(this.#clients)
    const operation: Operation = { intent: this.#intent(), ...(node === undefined ? {} : { node }), sentMs: performance.now() }
    this.operations.push(operation)
    operation.outcome = await this.#outcomeOf(client, operation)
    operation.returnedMs = performance.now()
  }

  async #outcomeOf(client: HanseClient, operation: Operation): Promise<Outcome> {
    try {
      const { height } = await client.transact({
        calls: [callOf(operation.intent)],
        signers: signersOf(operation.intent),
        timeoutMs: CLIENT_TIMEOUT_MS,
        signal: this.#stop.signal,
        onSigned: ({ hash }) => {
          operation.hash = hash
        },
      })
      return { type: 'final', height, isSuccess: true }
    } catch (error) {
      if (error instanceof HanseRpcError && error.receipt !== undefined) {
        const { height, code } = error.receipt
        return { type: 'final', height, isSuccess: false, ...(code === undefined ? {} : { code }) }
      }
      if (error instanceof NotFinalInTime) return { type: 'unknown', code: error.rejection.code }
      if (error instanceof HanseError) return { type: 'refused', code: error.rejection.code }
      if (this.#stop.signal.aborted) return { type: 'unknown', code: 'given up' }
      throw error
    }
  }

  #intent(): Intent {
    const amount = BigInt(1 + this.#prng.below(AMOUNT_MAX))
    const draw = this.#prng.below(PER_CENT)
    if (draw < MINT_PERCENT) return { type: 'mint', to: this.#prng.pick(ACCOUNTS), amount }
    if (draw < 2 * MINT_PERCENT) return { type: 'redeem', amount }
    const [from = ISSUER, to = ISSUER] = this.#prng.shuffle(ACCOUNTS)
    return { type: 'transfer', from, to, amount }
  }

  async #readFrom(node: ChaosNode): Promise<void> {
    const prng = this.#prng.fork(node.index)
    while (!this.#stop.signal.aborted) {
      const account = prng.pick(ACCOUNTS)
      const sentMs = performance.now()
      try {
        const { value, height } = await node.client.settlement.query.balance(
          { partyId: account, currency: CURRENCY },
          { timeoutMs: READ_TIMEOUT_MS },
        )
        this.reads.push({ node: node.index, account, sentMs, returnedMs: performance.now(), height, amount: BigInt(value.amount) })
      } catch (error) {
        if (!(error instanceof HanseError)) throw error
      }
      await sleep(READ_EVERY_MS)
    }
  }
}

function callOf(intent: Intent): { module: string; command: string; params: Record<string, string> } {
  const { type, amount } = intent
  const common = { currency: CURRENCY, amount: amount.toString(), reference: 'chaos' }
  if (type === 'redeem') return { module: 'settlement', command: type, params: common }
  const parties = type === 'mint' ? { to: intent.to } : { from: intent.from, to: intent.to }
  return { module: 'settlement', command: type, params: { ...common, ...parties } }
}

const keys = new Map<string, Signers[0]>()

function signerOf(party: string, operator: 'maker' | 'checker'): Signers[0] {
  const name = `${party}/${operator}`
  const known = keys.get(name) ?? createSigner(operatorKey(party, operator).seed)
  keys.set(name, known)
  return known
}

/** Two people stand behind what makes money and takes it away. */
function signersOf(intent: Intent): Signers {
  if (intent.type === 'transfer') return [signerOf(intent.from, 'maker')]
  return [signerOf(ISSUER, 'maker'), signerOf(ISSUER, 'checker')]
}
