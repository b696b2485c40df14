import { readFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sha256Native } from '@hanse/crypto-native'
import { parseGenesis, useSha256 } from '@hanse/protocol'
import { NodeLink } from './node-link.ts'
import { type Order, type Post, sharedNowMs, type Word } from './orders.ts'
import { Sending } from './sending.ts'
import { Stock } from './stock.ts'
import { WORKLOADS } from './workloads.ts'

/** How often it tells how far it is, in ms. */
const PROGRESS_MS = 100
/** What the load needs beforehand: so many without an answer, and how long all may take, in ms. */
const PREPARED_AT_ONCE = 64
const PREPARED_WITHIN_MS = 60_000
/** Transactions that are signed before others have their turn. */
const SIGNED_AT_A_STRETCH = 100

/** One client of the load: a process of its own, with keys of its own and a connection to one node. */
class Client {
  readonly #link: NodeLink
  readonly #stock: Stock
  #signed = 0
  #sending: Sending | undefined

  private constructor({ ports }: Post, stock: Stock) {
    this.#stock = stock
    this.#link = new NodeLink({
      ports,
      onText: (text) => this.#sending?.onText(text),
      onReconnected: () => this.#sending?.askAgain(),
    })
  }

  static async begin(post: Post): Promise<Client> {
    const chain = parseGenesis(readFileSync(post.genesisPath))
    if (!chain.ok) throw new Error(chain.error.message)
    const { client, clients, workload, height } = post
    const { beforehand, story } = WORKLOADS[workload].open({ chain: chain.value, client, clients, nowMs: Date.now(), height })
    const made = new Client(post, new Stock(story))
    await made.#link.open()
    if (beforehand !== undefined) await made.#prepare(new Stock(beforehand))
    return made
  }

  async #prepare(beforehand: Stock): Promise<void> {
    const startMs = sharedNowMs()
    this.#sending = new Sending(this.#link, beforehand, { type: 'window', size: PREPARED_AT_ONCE }, startMs)
    const { rejected, failures } = await this.#sending.run(startMs + PREPARED_WITHIN_MS)
    const [fault] = Object.keys({ ...rejected, ...failures })
    if (fault !== undefined) throw new Error(`what the load needs beforehand was refused: ${fault}`)
  }

  async sign(transactions: number): Promise<void> {
    for (let signed = 0; signed < transactions; ) {
      const stretch = Math.min(transactions, signed + SIGNED_AT_A_STRETCH)
      while (signed < stretch) signed += this.#stock.add() || Number.POSITIVE_INFINITY
      this.#signed = signed
      await nextTurn()
    }
  }

  async send({ pace, startMs, endMs }: Extract<Order, { type: 'send' }>): Promise<Word> {
    this.#sending = new Sending(this.#link, this.#stock, pace, startMs)
    return { type: 'done', sendings: await this.#sending.run(endMs) }
  }

  stop(): void {
    this.#sending?.stop()
  }

  get progress(): Word {
    return { type: 'progress', signed: this.#signed, sent: this.#sending?.sent ?? 0, committed: this.#sending?.committed ?? 0 }
  }
}

let client: Client | undefined
useSha256(sha256Native)

async function obey(order: Order): Promise<Word | undefined> {
  if (order.type === 'begin') {
    client = await Client.begin(order.post)
    setInterval(() => tell((client as Client).progress), PROGRESS_MS)
    return { type: 'done' }
  }
  if (client === undefined) throw new Error(`${order.type} before begin`)
  if (order.type === 'send') return await client.send(order)
  if (order.type === 'stop') {
    client.stop()
    return undefined
  }
  await client.sign(order.transactions)
  return { type: 'done' }
}

/** Who gives the orders may be gone before this knows. */
function tell(word: Word): void {
  if (process.connected) process.send?.(word, undefined, undefined, () => undefined)
}

process.on('message', (order: Order) => {
  obey(order).then(
    (word) => word !== undefined && tell(word),
    (error: unknown) => tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
})
// Whoever hired it is gone.
process.on('disconnect', () => process.exit())
