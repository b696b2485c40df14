import { mock } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, type WebSocketLike } from '@hanse/sdk'
import { test } from 'tap'

/** One subscription as the fake server sees it. */
interface Served {
  readonly params: Readonly<Record<string, unknown>>
  readonly url: string
  isClosed: boolean
  answer(result: object): void
  refuse(code: number, name: string): void
  item(cursor: string, data: unknown): void
  closed(reason: string, cursor: string): void
  cut(): void
}

/** A WebSocket server in a function: `onSubscribe` is called for every connection. */
function fakeSockets(onSubscribe: (served: Served, attempt: number) => void): new (url: string) => WebSocketLike {
  let attempts = 0
  return class implements WebSocketLike {
    onopen: ((event: never) => void) | null = null
    onmessage: ((event: { readonly data: unknown }) => void) | null = null
    onclose: ((event: never) => void) | null = null
    onerror: ((event: never) => void) | null = null
    readonly #url: string
    #served: Served | undefined

    constructor(url: string) {
      this.#url = url
      queueMicrotask(() => this.onopen?.(undefined as never))
    }

    send(text: string): void {
      const { id, method, params } = JSON.parse(text) as { id: number; method: string; params: Record<string, unknown> }
      if (method !== 'sub_subscribe') return
      const tell = (message: object): void => this.onmessage?.({ data: JSON.stringify({ jsonrpc: '2.0', ...message }) })
      const served: Served = {
        ...{ params, url: this.#url, isClosed: false },
        answer: (result) => tell({ id, result }),
        refuse: (code, name) => tell({ id, error: { code, message: name, data: { code: name } } }),
        item: (cursor, data) => tell({ method: 'sub_notification', params: { id: 's1', cursor, data } }),
        closed: (reason, cursor) => tell({ method: 'sub_closed', params: { id: 's1', reason, cursor } }),
        cut: () => this.onclose?.(undefined as never),
      }
      this.#served = served
      onSubscribe(served, attempts++)
    }

    close(): void {
      if (this.#served !== undefined) this.#served.isClosed = true
    }
  }
}

function clientOf(onSubscribe: (served: Served, attempt: number) => void): ReturnType<typeof createClient> {
  return createClient({ url: 'http://127.0.0.1:8545', WebSocket: fakeSockets(onSubscribe) })
}

/** The first item; the subscription is ended. */
async function first<T>(iterator: AsyncGenerator<T, void, undefined>): Promise<T | undefined> {
  for await (const item of iterator) return item
  return undefined
}

test('a broken connection goes on after the last item that was handed out', async (t) => {
  const starts: unknown[] = []
  const client = clientOf((served, attempt) => {
    starts.push(served.params['from'])
    served.answer({ id: 's1', cursor: `${attempt}` })
    for (const [index, value] of [attempt * 2, attempt * 2 + 1].entries()) served.item(`${attempt}:${index}`, value)
    served.cut()
  })
  const seen: unknown[] = []
  for await (const { cursor, data } of client.subscribe('blocks', { from: 7 })) {
    seen.push([cursor, data])
    if (seen.length === 6) break
  }
  t.same(
    seen.map((item) => (item as [string, number])[1]),
    [0, 1, 2, 3, 4, 5],
  )
  t.same(starts, [7, '0:1', '1:1'])
})

test('a connection that breaks before the first item starts again where it stood', async (t) => {
  const starts: unknown[] = []
  const client = clientOf((served, attempt) => {
    starts.push(served.params['from'])
    served.answer({ id: 's1', cursor: '40:0' })
    if (attempt === 0) served.cut()
    else served.item('40:1', 'x')
  })
  t.match(await first(client.subscribe('events')), { cursor: '40:1', data: 'x' })
  t.same(starts, [undefined, '40:0'], 'what became final meanwhile is not lost')
})

test('the node says why it ends a subscription, and where it stood', async (t) => {
  const starts: unknown[] = []
  const client = clientOf((served, attempt) => {
    starts.push(served.params['from'])
    served.answer({ id: 's1', cursor: '1:0' })
    if (attempt === 0) served.item('1:1', 'first')
    if (attempt === 0) served.closed('slow-reader', '5:0')
    else served.item('6:1', 'second')
  })
  const seen: unknown[] = []
  for await (const { data } of client.subscribe('transactions', { filter: { module: 'invoices' } })) {
    seen.push(data)
    if (seen.length === 2) break
  }
  t.same(seen, ['first', 'second'])
  t.same(starts, [undefined, '5:0'], 'blocks that the filter let nothing through of are not read again')
})

test('what cannot be had any more is an error, not an endless attempt', async (t) => {
  const pruned = clientOf((served) => {
    served.answer({ id: 's1', cursor: '1:0' })
    served.closed('pruned', '1:0')
  })
  await t.rejects(pruned.subscribe('blocks', { from: 1 }).next(), { name: 'HanseError', rejection: { code: 'state/pruned' } })
  const refused = clientOf((served) => served.refuse(-32602, 'rpc/bad-cursor'))
  await t.rejects(refused.subscribe('blocks', { from: 'nonsense' }).next(), { code: -32602, data: { code: 'rpc/bad-cursor' } })
})

test('a node that is not there is an error at first, and waited for later', async (t) => {
  const never = clientOf((served) => served.cut())
  await t.rejects(never.subscribe('blocks').next(), { name: 'HanseError', rejection: { code: 'sdk/unreachable' } })
  const later = clientOf((served, attempt) => {
    if (attempt === 1) return served.cut()
    if (attempt === 2) return served.refuse(-32002, 'node/syncing')
    served.answer({ id: 's1', cursor: '1:0' })
    served.item(`${attempt}:1`, attempt)
    if (attempt === 0) served.cut()
  })
  const seen: unknown[] = []
  for await (const { data } of later.subscribe('blocks')) {
    seen.push(data)
    if (seen.length === 2) break
  }
  t.same(seen, [0, 3])
})

test('a reader that is slower than the chain costs bounded memory and loses nothing', async (t) => {
  let connections = 0
  const client = clientOf((served) => {
    connections += 1
    const from = Number(String(served.params['from'] ?? '0:0').split(':')[0])
    served.answer({ id: 's1', cursor: `${from}:0` })
    for (let next = from + 1; next <= 2_500 && !served.isClosed; next++) served.item(`${next}:0`, next)
  })
  let expected = 1
  for await (const { data } of client.subscribe('blocks', { from: '0:0' })) {
    if ((data as unknown as number) !== expected) t.fail(`expected ${expected}, got ${String(data)}`)
    if (expected === 2_500) break
    expected += 1
  }
  t.equal(connections, 3, 'a thousand at a time')
})

test('breaking out closes the socket; so does an aborted signal, at once', async (t) => {
  const all: Served[] = []
  const client = clientOf((served) => {
    all.push(served)
    served.answer({ id: 's1', cursor: '1:0' })
    served.item('1:1', 1)
  })
  for await (const _ of client.subscribe('blocks')) break
  t.ok(all[0]?.isClosed)
  const controller = new AbortController()
  const iterator = client.subscribe('blocks', { signal: controller.signal })
  await iterator.next()
  const pending = iterator.next()
  controller.abort()
  t.same(await pending, { value: undefined, done: true })
  t.ok(all[1]?.isClosed)
})

test('a network that went away without a word is noticed', async (t) => {
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  const client = clientOf((served, attempt) => {
    served.answer({ id: 's1', cursor: '1:0' })
    if (attempt === 1) served.item('2:0', 'again')
  })
  const pending = first(client.subscribe('blocks'))
  await sleep(10)
  mock.timers.tick(15_000)
  mock.timers.tick(15_000)
  t.match(await pending, { data: 'again' })
})

test('a connection that is slow to be made is asked nothing before, and given up in time', async (t) => {
  mock.timers.enable({ apis: ['setInterval'] })
  t.teardown(() => mock.timers.reset())
  let isClosed = false
  class Connecting implements WebSocketLike {
    onopen = null
    onmessage = null
    onclose = null
    onerror = null
    send(): void {
      throw new DOMException('Sent before connected.', 'InvalidStateError')
    }
    close(): void {
      isClosed = true
    }
  }
  const client = createClient({ url: 'http://127.0.0.1:8545', WebSocket: Connecting })
  const first = client.subscribe('blocks').next()
  // The node is asked for its chain first, where one is pinned.
  await sleep(20)
  mock.timers.tick(15_000)
  t.notOk(isClosed, 'it may still come')
  mock.timers.tick(15_000)
  await t.rejects(first, { name: 'HanseError', rejection: { code: 'sdk/unreachable' } })
  t.ok(isClosed)
})

test('the address of the socket follows from that of the RPC; without WebSocket there is a hint', async (t) => {
  const urls: string[] = []
  const WebSocket = fakeSockets((served) => {
    urls.push(served.url)
    served.answer({ id: 's1', cursor: '1:0' })
    served.item('1:1', 1)
  })
  for (const url of ['http://127.0.0.1:8545', 'https://node.example/hanse/'])
    await first(createClient({ url, WebSocket }).subscribe('blocks'))
  t.same(urls, ['ws://127.0.0.1:8545/ws', 'wss://node.example/hanse/ws'])
  const { WebSocket: own } = globalThis
  t.teardown(() => Object.assign(globalThis, { WebSocket: own }))
  Object.assign(globalThis, { WebSocket: undefined })
  await t.rejects(createClient({ url: 'http://127.0.0.1:1' }).subscribe('blocks').next(), {
    name: 'HanseError',
    rejection: { code: 'sdk/no-websocket' },
  })
})
