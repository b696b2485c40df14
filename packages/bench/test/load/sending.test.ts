import { setTimeout as sleep } from 'node:timers/promises'
import type { Hash } from '@hanse/primitives'
import { test } from 'tap'
import type { NodeLink } from '../../src/load/node-link.ts'
import { type Pace, type Sendings, sharedNowMs } from '../../src/load/orders.ts'
import { Sending } from '../../src/load/sending.ts'
import { Stock } from '../../src/load/stock.ts'
import type { Story, TellStory } from '../../src/load/workload.ts'

interface Request {
  readonly id: number
  readonly raw: string
}

/** What the node says to a request, as JSON without the id; undefined is silence. */
type Answers = (request: Request, attempt: number) => object | undefined

/** A node at the other end of the link, which answers in the next turn, and remembers how many it had at once. */
class FakeNode {
  readonly requests: Request[] = []
  readonly reconnections = 0
  readonly bytesSent = 0
  readonly bytesReceived = 0
  mostAtOnce = 0
  #open = 0
  readonly #answers: Answers
  sending: Sending | undefined

  constructor(answers: Answers) {
    this.#answers = answers
  }

  send(frame: Buffer): boolean {
    const request = requestOf(frame)
    this.requests.push(request)
    this.#open += 1
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open)
    const answer = this.#answers(request, this.requests.filter(({ id }) => id === request.id).length)
    setImmediate(() => {
      this.#open -= 1
      if (answer !== undefined) this.sending?.onText(JSON.stringify({ id: request.id, ...answer }))
    })
    return true
  }
}

/** Undoes the frame of a client: a request of the load has 126 bytes or more, and less than 64 KiB. */
function requestOf(frame: Buffer): Request {
  const mask = frame.subarray(4, 8)
  const text = Buffer.from(frame.subarray(8).map((byte, index) => byte ^ (mask[index % 4] as number))).toString()
  const { id, params } = JSON.parse(text) as { id: number; params: { raw: string } }
  return { id, raw: params.raw }
}

function idOf(number: number): Hash {
  return `0x${`${number}`.padStart(64, '0')}` as Hash
}

/** Stories of so many transactions each; a transaction's bytes are its number, so that the node can name its id. */
function stories(count: number, length = 1): TellStory {
  return (index) => {
    if (index >= count) return undefined
    const numbers = Array.from({ length }, (_, step) => index * length + step)
    return numbers.map((number) => ({ id: idOf(number), bytes: Buffer.from(`${number}`.padStart(32, '0')) })) as unknown as Story
  }
}

function numberOf({ raw }: Request): number {
  return Number(Buffer.from(raw.slice(2), 'hex').toString())
}

const SUCCESS: Answers = (request) => ({ result: { txId: idOf(numberOf(request)), outcome: 'success' } })

async function run(
  answers: Answers,
  tell: TellStory,
  pace: Pace,
  durationMs: number,
): Promise<{ readonly node: FakeNode; readonly sendings: Sendings }> {
  const node = new FakeNode(answers)
  const startMs = sharedNowMs()
  const sending = new Sending(node as unknown as NodeLink, new Stock(tell), pace, startMs)
  node.sending = sending
  return { node, sendings: await sending.run(startMs + durationMs) }
}

const WINDOW: Pace = { type: 'window', size: 5 }

test('a closed load has its window full, and no more, until there is nothing to send', async (t) => {
  const { node, sendings } = await run(SUCCESS, stories(200), WINDOW, 60_000)
  t.equal(node.mostAtOnce, 5)
  t.equal(sendings.sent, 200)
  t.equal(sendings.finalMs.length, 200)
  t.equal(sendings.transactionBytes, 200 * 32)
  t.equal(sendings.signedLate, 200, 'none was signed beforehand')
  t.same([sendings.failures, sendings.rejected, sendings.heldOff], [{}, {}, {}])
})

test('an open load has its rate, whatever the answers do', async (t) => {
  const silence: Answers = (request) => (numberOf(request) === 0 ? undefined : SUCCESS(request, 1))
  const node = new FakeNode(silence)
  const startMs = sharedNowMs()
  const sending = new Sending(node as unknown as NodeLink, new Stock(stories(10_000)), { type: 'rate', perSecond: 500 }, startMs)
  node.sending = sending
  const ended = sending.run(startMs + 400)
  await sleep(500)
  t.equal(sending.sent, 200)
  t.equal(sending.committed, 199)
  // The one that was never answered comes late.
  sending.onText(JSON.stringify({ id: 1, ...SUCCESS({ id: 1, raw: `0x${Buffer.from('0').toString('hex')}` }, 1) }))
  const { sentMs, finalMs } = await ended
  t.equal(finalMs.length, 200)
  t.ok((finalMs.at(-1) as number) - (sentMs.at(-1) as number) >= 400, 'its latency is all the time that it took')
  t.ok(sentMs.every((ms, index) => index === 0 || ms >= 0))
})

test('a story goes on when what was before is final, and ends where it is refused', async (t) => {
  const refused: Answers = (request) =>
    numberOf(request) === 4 ? { error: { code: -32_003, data: { code: 'invoices/no-quota', receipt: {} } } } : SUCCESS(request, 1)
  const { node, sendings } = await run(refused, stories(3, 3), { type: 'window', size: 1 }, 60_000)
  t.same(node.requests.map(numberOf), [0, 1, 2, 3, 4, 6, 7, 8])
  t.same(sendings.rejected, { 'invoices/no-quota': 1 })
  t.same(sendings.failures, {})
})

test('what is refused for now is sent again, the same bytes', async (t) => {
  const busy: Answers = (request, attempt) =>
    numberOf(request) % 2 === 0 && attempt === 1 ? { error: { code: 1000, data: { code: 'pool/full' } } } : SUCCESS(request, attempt)
  const { node, sendings } = await run(busy, stories(6), WINDOW, 60_000)
  t.equal(sendings.finalMs.length, 6)
  t.same(sendings.heldOff, { 'pool/full': 3 })
  t.same(sendings.failures, {})
  t.equal(node.requests.length, 9)
  t.equal(new Set(node.requests.map(({ raw }) => raw)).size, 6)
})

test('a refusal that does not say of what: the one that it was of is asked for again, however young it was', async (t) => {
  const nameless: Answers = (request, attempt) =>
    numberOf(request) === 3 && attempt === 1
      ? { id: null, error: { code: -32_005, data: { code: 'rpc/rate-limited' } } }
      : SUCCESS(request, attempt)
  const { node, sendings } = await run(nameless, stories(6), WINDOW, 60_000)
  t.equal(sendings.finalMs.length, 6)
  t.same(sendings.heldOff, { 'rpc/rate-limited': 1 })
  t.same(sendings.failures, {})
  t.same(node.requests.filter((request) => numberOf(request) === 3).length, 2)
})

test('what is refused for good is accounted for by its code', async (t) => {
  const refuse: Answers = () => ({ error: { code: -32_000, data: { code: 'tx/bad-signature' } } })
  const { sendings } = await run(refuse, stories(4), WINDOW, 60_000)
  t.same(sendings.failures, { 'tx/bad-signature': 4 })
  t.equal(sendings.finalMs.length, 0)
})

test('a receipt of another transaction is no receipt', async (t) => {
  const other: Answers = () => ({ result: { txId: idOf(999), outcome: 'success' } })
  const { sendings } = await run(other, stories(2), WINDOW, 60_000)
  t.same(sendings.failures, { 'bench/wrong-receipt': 2 })
})

test('after a reconnection all that waits is asked for again, and an answer that comes twice counts once', async (t) => {
  const deaf: Answers = (request, attempt) => (attempt === 1 ? undefined : SUCCESS(request, attempt))
  const node = new FakeNode(deaf)
  const startMs = sharedNowMs()
  const sending = new Sending(node as unknown as NodeLink, new Stock(stories(5)), WINDOW, startMs)
  node.sending = sending
  const ended = sending.run(startMs + 50)
  await sleep(100)
  sending.askAgain()
  sending.askAgain()
  const { finalMs, failures } = await ended
  t.equal(finalMs.length, 5)
  t.same(failures, {})
  t.equal(node.requests.length, 15)
})
