import { request } from 'node:https'
import { createConnection, type Socket } from 'node:net'
import { test } from 'tap'
import { WebSocket } from 'ws'
import { FakeKeys, sha256Of } from './fake-admin.ts'
import { FakeNode } from './fake-node.ts'
import { type Harness, startHarness } from './harness.ts'
import { TEST_CERTIFICATE } from './support/certificate.ts'

const HEIGHT = '{"jsonrpc":"2.0","id":1,"method":"chain_getHeight"}'
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

interface World extends Harness {
  readonly keys: FakeKeys
}

/** A listener with keys of two organizations, one of which expires with the next block. */
async function start(more: Parameters<typeof startHarness>[0] = {}): Promise<World> {
  const node = new FakeNode()
  const keys = keysOf(node)
  keys.isRequired = true
  return { ...(await startHarness({ keys, ...more }, node)), keys }
}

function keysOf(node: FakeNode): FakeKeys {
  const keys = new FakeKeys(() => node.nowMs)
  keys.add('a1', 'bank-a')
  keys.add('a2', 'bank-a')
  keys.add('b1', 'bank-b')
  keys.add('b2', 'bank-b', { expiresAtMs: node.nowMs + 500 })
  return keys
}

test('why a key does not open is told to whoever has it', async (t) => {
  const { post, connect, keys, node, server } = await start()
  t.match(await post(HEIGHT, bearer('b2')), { status: 200 })
  node.seal()
  keys.revoke(sha256Of('a1'))
  const rows: readonly [headers: Record<string, string>, why: RegExp, hint: RegExp][] = [
    [{}, /there is no API key/, /Send the header/],
    [bearer('nope'), /the API key is unknown/, /Ask the node’s operator/],
    [bearer('b2'), /the API key has expired/, /Ask the node’s operator/],
    [bearer('a1'), /the API key was revoked/, /Ask the node’s operator/],
    [{ authorization: 'Basic YTE6' }, /is not Bearer and a key/, /Send the header/],
    [{ authorization: 'a2' }, /is not Bearer and a key/, /Send the header/],
  ]
  for (const [headers, why, hint] of rows) {
    const refused = await post(HEIGHT, headers)
    t.match(refused, { status: 401, text: why, headers: { 'www-authenticate': 'Bearer realm="hanse"' } })
    t.match(JSON.parse(refused.text), { error: { code: -32600, data: { code: 'rpc/unauthorized', hint } } })
    await t.rejects(connect(headers), /401/)
  }
  t.match(await post(HEIGHT, bearer('a2')), { status: 200 }, 'another key of the organization')
  await server.stop()
})

test('a key that is made opens at once; one that is revoked ends its WebSockets, and no others', async (t) => {
  const { post, connect, keys, server } = await start()
  t.match(await post(HEIGHT, bearer('c1')), { status: 401 })
  keys.add('c1', 'core-firm')
  t.match(await post(HEIGHT, bearer('c1')), { status: 200 })
  const [one, other] = [await connect(bearer('c1')), await connect(bearer('a1'))]
  const { result } = await one.call('sub_subscribe', { topic: 'blocks' })
  const waiting = one.call('tx_waitForReceipt', { hash: `0x${'11'.repeat(32)}`, timeoutMs: 20_000 }).catch((error: Error) => error.message)
  const closed = new Promise<number>((resolve) => one.socket.once('close', (code) => resolve(code)))
  keys.revoke(sha256Of('c1'))
  t.equal(await closed, 1008, 'policy violation')
  t.match(
    one.received.find(({ method }) => method === 'sub_closed'),
    { params: { id: result.id, reason: 'unauthorized', cursor: '1:0' } },
  )
  t.equal(await waiting, 'the socket closed', 'a call that waited is not answered any more')
  t.match(await other.call('chain_getHeight'), { result: 0 })
  t.match(await post(HEIGHT, bearer('c1')), { status: 401 })
  await server.stop()
})

test('a WebSocket whose key expires is ended at its next message, or at the next ping', async (t) => {
  const { connect, node, server } = await start({ limits: { pingIntervalMs: 50 } })
  const [talking, silent] = [await connect(bearer('b2')), await connect(bearer('b2'))]
  t.match(await talking.call('chain_getHeight'), { result: 0 })
  const closed = [talking, silent].map(({ socket }) => new Promise<number>((resolve) => socket.once('close', (code) => resolve(code))))
  node.seal()
  await t.rejects(talking.call('chain_getHeight'), /the socket closed/)
  t.same(await Promise.all(closed), [1008, 1008])
  await server.stop()
})

test('all keys of an organization share one rate; another organization’s is its own, and so is that of a name like an address', async (t) => {
  const limits = { callsPerSecond: 1, callsBurst: 3, loopbackCallsPerSecond: 1_000, loopbackCallsBurst: 1_000 }
  const { post, connect, keys, server } = await start({ limits })
  keys.add('l1', '127.0.0.1')
  const outcomes = async (...sent: readonly string[]): Promise<string> => {
    const told: string[] = []
    for (const key of sent) told.push((await post(HEIGHT, bearer(key))).text.includes('rpc/rate-limited') ? 'no' : 'yes')
    return told.join(' ')
  }
  t.equal(await outcomes('a1', 'a2', 'a1', 'a2', 'a1'), 'yes yes yes no no')
  t.match(await (await connect(bearer('a2'))).call('chain_getHeight'), { error: { code: -32005, data: { code: 'rpc/rate-limited' } } })
  t.equal(await outcomes('b1', 'b1'), 'yes yes')
  t.equal(await outcomes('l1', 'l1', 'l1', 'l1'), 'yes yes yes no', 'no organization has the rate of this machine')
  await server.stop()
})

test('on loopback without keys everybody calls; with some that are not required, a wrong one is refused all the same', async (t) => {
  const none = await startHarness()
  t.match(await none.post(HEIGHT, bearer('whatever')), { status: 200 })
  await none.server.stop()
  const node = new FakeNode()
  const open = await startHarness({ keys: keysOf(node) }, node)
  t.match(await open.post(HEIGHT), { status: 200 })
  t.match(await open.post(HEIGHT, bearer('a1')), { status: 200 })
  t.match(await open.post(HEIGHT, bearer('nope')), { status: 401 })
  await open.server.stop()
})

test('probes and metrics: who may read them', async (t) => {
  const { get, metricsPort, server } = await start()
  for (const path of ['/livez', '/readyz']) t.equal((await get(path)).status, 200, path)
  t.equal((await get('/metrics')).status, 401, 'the RPC listener wants a key')
  t.match(await get('/metrics', bearer('a1')), { status: 200, text: /hanse_height/ })
  t.match(await get('/metrics', {}, metricsPort), { status: 200 }, 'a metrics listener on loopback does not')
  await server.stop()
  const node = new FakeNode()
  const remote = await startHarness({ keys: keysOf(node), tls: TEST_CERTIFICATE, metricsHost: '0.0.0.0' }, node)
  const read = async (path: string, headers: Record<string, string> = {}) => await secure(remote.metricsPort, 'GET', path, headers)
  t.match(await read('/metrics'), { status: 401 }, 'one that others can reach does')
  t.match(await read('/metrics', bearer('b1')), { status: 200, text: /hanse_height/ })
  t.match(await read('/livez'), { status: 200 })
  await remote.server.stop()
})

/** One request over TLS, which trusts the certificate of the tests alone. */
function secure(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, rejectWith) => {
    const options = { port, host: '127.0.0.1', method, path, ca: TEST_CERTIFICATE.cert, headers, agent: false } as const
    const sent = request(options, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    sent.on('error', rejectWith)
    sent.end(body)
  })
}

test('a listener for others: TLS and a key, for HTTP and for WebSocket; nothing in clear', async (t) => {
  const node = new FakeNode()
  const { rpcPort, server } = await startHarness({ keys: keysOf(node), tls: TEST_CERTIFICATE, host: '0.0.0.0' }, node)
  const post = async (headers: Record<string, string>) =>
    await secure(rpcPort, 'POST', '/', { 'content-type': 'application/json', ...headers }, HEIGHT)
  t.match(await post({}), { status: 401 }, 'required here, whatever the ring says')
  t.match(await post(bearer('a1')), { status: 200, text: /"result":0/ })
  const opened = await new Promise<unknown>((resolve) => {
    const socket = new WebSocket(`wss://127.0.0.1:${rpcPort}/ws`, { ca: TEST_CERTIFICATE.cert, headers: bearer('a1') })
    socket.once('message', (data: Buffer) => {
      socket.close()
      resolve(JSON.parse(data.toString()))
    })
    socket.once('open', () => socket.send(HEIGHT))
    socket.once('error', resolve)
  })
  t.match(opened, { result: 0 })
  const refused = await new Promise<unknown>((resolve) => {
    new WebSocket(`wss://127.0.0.1:${rpcPort}/ws`, { ca: TEST_CERTIFICATE.cert }).once('error', resolve)
  })
  t.match(refused, { message: /401/ })
  const untrusted = await new Promise<unknown>((resolve) => {
    request({ port: rpcPort, host: '127.0.0.1', agent: false }).once('error', resolve).end()
  })
  t.match(untrusted, { code: /CERT|SELF_SIGNED/ }, 'a client that does not trust the certificate does not speak')
  t.match(await inClear(rpcPort), /^(HTTP\/1\.1 400|$)/, 'HTTP in clear is not answered')
  await server.stop()
})

/** What the port says to a request without TLS. */
function inClear(port: number): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    const socket: Socket = createConnection(port)
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(said.startsWith('HTTP') ? said : ''))
    socket.write(`POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: ${HEIGHT.length}\r\n\r\n${HEIGHT}`)
  })
}

test('CORS is off: no page of another origin; on, for development, any', async (t) => {
  const page = { origin: 'https://app.example' }
  const off = await startHarness()
  const refused = await off.post(HEIGHT, page)
  t.match(refused, { status: 403, text: /rpc\/cross-origin/ })
  t.notOk('access-control-allow-origin' in refused.headers)
  await t.rejects(off.connect(page), /403/)
  await off.server.stop()
  const on = await startHarness({ cors: true })
  t.match(await on.post(HEIGHT, page), { status: 200, headers: { 'access-control-allow-origin': '*' } })
  t.match(await (await on.connect(page)).call('chain_getHeight'), { result: 0 })
  t.match(
    await on.post(HEIGHT, { ...page, host: 'rebound.example' }),
    { status: 403, text: /rpc\/foreign-host/ },
    'the Host rule holds all the same',
  )
  await on.server.stop()
})
