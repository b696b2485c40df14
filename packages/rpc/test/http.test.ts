import { connect as connectTcp, type Socket } from 'node:net'
import { test } from 'tap'
import { FakeNode, signedTransaction } from './fake-node.ts'
import { startHarness } from './harness.ts'

const HEIGHT = '{"jsonrpc":"2.0","id":1,"method":"chain_getHeight"}'

/** Sends bytes as they are and gives what comes until the server closes or `enough` came. */
function rawExchange(port: number, send: (socket: Socket) => void, enough: (text: string) => boolean): Promise<string> {
  return new Promise((resolve, rejectWith) => {
    let text = ''
    const socket = connectTcp(port, '127.0.0.1', () => send(socket))
    socket.on('data', (chunk) => {
      text += chunk.toString()
      if (enough(text)) socket.destroy()
    })
    socket.on('close', () => resolve(text))
    socket.on('error', rejectWith)
  })
}

test('what is not JSON-RPC over POST', async (t) => {
  const { post, get, server } = await startHarness()
  const rows: readonly [about: string, answer: Awaited<ReturnType<typeof get>>, status: number, code: string][] = [
    ['another path', await get('/nothing'), 404, 'rpc/not-found'],
    ['GET /', await get('/'), 405, 'rpc/method-not-allowed'],
    ['no content type', await post(HEIGHT, { 'content-type': '' }), 415, 'rpc/wrong-content-type'],
    ['a form', await post(HEIGHT, { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'rpc/wrong-content-type'],
    ['plain text, as a web page may send', await post(HEIGHT, { 'content-type': 'text/plain' }), 415, 'rpc/wrong-content-type'],
    ['more than 5 MB', await post(`[${' '.repeat(5 * 1024 * 1024)}]`), 413, 'rpc/request-too-large'],
    ['a bad URL', await get('/%'), 400, 'rpc/bad-http'],
    ['no WebSocket', await get('/ws'), 426, 'rpc/needs-upgrade'],
  ]
  for (const [about, { status, text }, expected, code] of rows) {
    t.equal(status, expected, about)
    t.match(JSON.parse(text), { jsonrpc: '2.0', id: null, error: { data: { code, hint: String } } }, about)
  }
  t.equal((await get('/ws')).headers.upgrade, 'websocket')
  t.equal((await get('/')).headers.allow, 'POST')
  t.match(await post(HEIGHT, { 'content-type': 'application/json; charset=utf-8' }), { status: 200 })
  t.match(await post(''), { status: 200, text: /-32700/ }, 'an empty body is no JSON')
  await server.stop()
})

test('who sends too much hears so, and not that the pipe is broken', async (t) => {
  const { rpcPort, server } = await startHarness()
  const half = Buffer.alloc(6 * 1024 * 1024, ' ')
  const head = `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${2 * half.length}\r\n\r\n`
  let answered = false
  const answer = await rawExchange(
    rpcPort,
    (socket) => {
      socket.write(head)
      socket.write(half)
      socket.once('data', () => {
        answered = true
      })
      setTimeout(() => {
        t.notOk(answered, 'the client is still sending')
        socket.write(half)
      }, 200)
    },
    (text) => text.includes('rpc/request-too-large'),
  )
  t.match(answer, /^HTTP\/1\.1 413 /)
  await server.stop()
})

test('what is no HTTP, or other HTTP than a URL takes', async (t) => {
  const { rpcPort, server } = await startHarness()
  const rows: readonly [request: string, status: number, code: string | undefined, allow?: string][] = [
    ['nonsense', 400, 'rpc/bad-http'],
    ['GET /livez HTTP/1.1\r\nhost: localhost\r\nbad header\r\n', 400, 'rpc/bad-http'],
    [`GET /livez HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n`, 431, 'rpc/bad-http'],
    ['GET /livez HTTP/1.1\r\nhost: localhost\r\nhost: evil.example\r\n', 400, 'rpc/bad-http'],
    ['PUT / HTTP/1.1\r\nhost: localhost\r\n', 405, 'rpc/method-not-allowed', 'POST'],
    ['OPTIONS / HTTP/1.1\r\nhost: localhost\r\n', 405, 'rpc/method-not-allowed', 'POST'],
    ['POST /livez?x HTTP/1.1\r\nhost: localhost\r\n', 405, 'rpc/method-not-allowed', 'GET, HEAD'],
    ['DELETE /nothing HTTP/1.1\r\nhost: localhost\r\n', 404, 'rpc/not-found'],
    ['HEAD /livez HTTP/1.1\r\nhost: localhost\r\n', 200, undefined],
    ['HEAD /readyz HTTP/1.1\r\nhost: localhost\r\n', 200, undefined],
    ['HEAD /readyz?minPeers=9 HTTP/1.1\r\nhost: localhost\r\n', 503, undefined],
    ['HEAD / HTTP/1.1\r\nhost: localhost\r\n', 405, undefined, 'POST'],
  ]
  for (const [request, status, code, allow] of rows) {
    const about = request.slice(0, 60)
    const answer = await rawExchange(
      rpcPort,
      (socket) => socket.write(`${request}connection: close\r\n\r\n`),
      () => false,
    )
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    t.match(head, `HTTP/1.1 ${status} `, about)
    if (allow !== undefined) t.match(head, `\r\nallow: ${allow}\r\n`, about)
    if (code === undefined) t.equal(body, '', about)
    else t.match(JSON.parse(body), { jsonrpc: '2.0', id: null, error: { data: { code, hint: String } } }, about)
  }
  await server.stop()
})

test('the Host header must name this machine', async (t) => {
  const { post, get, rpcPort, metricsPort, connect, server } = await startHarness({ hostNames: ['node.example'] })
  for (const host of ['127.0.0.1', `127.0.0.1:${rpcPort}`, 'localhost', 'LOCALHOST:80', '[::1]:8545', 'node.example', 'node.example:443']) {
    t.equal((await post(HEIGHT, { host })).status, 200, host)
  }
  for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:8545', '10.0.0.1', '[::2]', 'localhost:99999999']) {
    const { status, text } = await post(HEIGHT, { host })
    t.equal(status, 403, host)
    t.match(JSON.parse(text), { error: { data: { code: 'rpc/foreign-host' } } })
    t.equal((await get('/metrics', { host }, metricsPort)).status, 403, `metrics for ${host}`)
  }
  await t.rejects(connect({ host: 'evil.example' }), /403/)
  t.match(
    await rawExchange(
      rpcPort,
      (socket) => socket.write('GET /livez HTTP/1.0\r\n\r\n'),
      () => false,
    ),
    /403/,
    'no Host header at all',
  )
  await server.stop()
})

test('pages of other origins may call only with CORS', async (t) => {
  const origin = 'https://page.example'
  const closed = await startHarness()
  t.match(await closed.post(HEIGHT, { origin }), { status: 403, text: /rpc\/cross-origin/ })
  t.match(await closed.post(HEIGHT, { origin: 'null' }), { status: 403 })
  await t.rejects(closed.connect({ origin }), /403/)
  t.equal(
    (await closed.post(HEIGHT, { origin: `http://127.0.0.1:${closed.rpcPort}`, host: `127.0.0.1:${closed.rpcPort}` })).status,
    200,
    'its own origin',
  )
  t.notOk('access-control-allow-origin' in (await closed.post(HEIGHT)).headers)
  await closed.server.stop()

  const open = await startHarness({ cors: true })
  t.match(await open.post(HEIGHT, { origin }), { status: 200, headers: { 'access-control-allow-origin': '*' } })
  const client = await open.connect({ origin })
  t.match(await client.call('chain_getHeight'), { result: 0 })
  const preflight = await rawExchange(
    open.rpcPort,
    (socket) => socket.write(`OPTIONS / HTTP/1.1\r\nhost: localhost\r\norigin: ${origin}\r\nconnection: close\r\n\r\n`),
    () => false,
  )
  t.match(preflight, /^HTTP\/1\.1 204/)
  t.match(preflight, /access-control-allow-headers: content-type, authorization/)
  await open.server.stop()
})

test('a client that sends slowly loses its connection', async (t) => {
  const { rpcPort, post, server } = await startHarness({ limits: { headersTimeoutMs: 200, requestTimeoutMs: 400 } })
  const startedMs = performance.now()
  const [headers, body] = await Promise.all([
    rawExchange(
      rpcPort,
      (socket) => socket.write('POST / HTTP/1.1\r\nhost: localhost\r\nx: '),
      () => false,
    ),
    rawExchange(
      rpcPort,
      (socket) => socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"a'),
      () => false,
    ),
  ])
  for (const text of [headers, body]) {
    t.match(text, /^HTTP\/1\.1 408 /)
    t.match(text, /"code":-32005,.*"code":"rpc\/request-timed-out"/)
  }
  t.ok(performance.now() - startedMs < 4_000)
  t.equal((await post(HEIGHT)).status, 200)
  await server.stop()
})

test('more connections than allowed are turned away, and room comes back', async (t) => {
  const { rpcPort, server, connect } = await startHarness({ limits: { connectionsMax: 3 } })
  const clients = await Promise.all([connect(), connect(), connect()])
  await t.rejects(connect())
  clients[0]?.socket.terminate()
  let client: Awaited<ReturnType<typeof connect>> | undefined
  for (let tries = 0; client === undefined && tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    client = await connect().catch(() => undefined)
  }
  t.match(await client?.call('chain_getHeight'), { result: 0 })
  t.ok(rpcPort > 0)
  await server.stop()
})

test('requests that are pipelined are answered in order, not faster than they are read', async (t) => {
  const node = new FakeNode()
  for (let index = 0; index < 20; index++) {
    await node.api.submit(
      signedTransaction(
        Array.from({ length: 40 }, (_, call) => ({ key: `k${call}`, value: 'v'.repeat(1_000) })),
        { unique: index },
      ),
    )
  }
  node.seal()
  let reads = 0
  const { block } = node.api
  Object.assign(node.api, {
    block: (at: number) => {
      reads += 1
      return block(at)
    },
  })
  const { rpcPort, server } = await startHarness({}, node)
  const body = (id: number): string => JSON.stringify({ jsonrpc: '2.0', id, method: 'chain_getBlock', params: { height: 1 } })
  const request = (id: number): string =>
    `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body(id).length}\r\n\r\n${body(id)}`
  const ids: string[] = []
  const socket = connectTcp(rpcPort, '127.0.0.1')
  socket.pause()
  socket.write(Array.from({ length: 12 }, (_, index) => request(index)).join(''))
  await new Promise((resolve) => setTimeout(resolve, 300))
  t.ok(reads <= 4, `${reads} of 12 were made while nobody read`)
  let tail = ''
  await new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      tail += chunk.toString('latin1')
      for (const match of tail.matchAll(/"jsonrpc":"2.0","id":(\d+)/g)) ids.push(match[1] as string)
      tail = tail.slice(-40)
      if (new Set(ids).size === 12) resolve()
    })
    socket.resume()
  })
  t.same(
    [...new Set(ids)],
    Array.from({ length: 12 }, (_, index) => `${index}`),
  )
  socket.destroy()
  await server.stop()
})

test('a response has at most 25 MB, a batch together', async (t) => {
  const { post, server } = await startHarness({ limits: { responseBytesMax: 3_000 } })
  t.match(JSON.parse((await post('{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}')).text), {
    id: 1,
    error: { code: -32005, data: { code: 'rpc/response-too-large' } },
  })
  const call = (id: number): object => ({ jsonrpc: '2.0', id, method: 'chain_getGenesis' })
  const answers = JSON.parse((await post(JSON.stringify([call(1), call(2), call(3)]))).text)
  t.equal(answers.filter((answer: { result?: object }) => answer.result !== undefined).length, 2, 'what still fits is given')
  t.match(answers.at(-1), { id: 3, error: { code: -32005 } })
  await server.stop()
})

test('who calls too often has to wait', async (t) => {
  const { call, post, node, server } = await startHarness({ limits: { loopbackCallsPerSecond: 1, loopbackCallsBurst: 5 } })
  for (let count = 0; count < 5; count++) t.match(await call('chain_getHeight'), { result: 0 })
  t.match(await call('chain_getHeight'), { id: 1, error: { code: -32005, data: { code: 'rpc/rate-limited' } } })
  node.seal()
  node.seal()
  const batch = JSON.stringify([1, 2, 3].map((id) => ({ jsonrpc: '2.0', id, method: 'chain_getHeight' })))
  t.match(
    JSON.parse((await post(batch)).text),
    [{ result: 2 }, { result: 2 }, { error: { code: -32005 } }],
    'each call of a batch counts; two seconds gave two',
  )
  await server.stop()
})

test('probes: alive, ready and why not', async (t) => {
  const { get, node, metricsPort, server } = await startHarness()
  t.match(await get('/livez'), { status: 200 })
  t.match(await get('/readyz'), { status: 200, text: /"ready":true/ })
  t.equal((await get('/readyz?minPeers=3&maxLag=0')).status, 200)
  t.match(await get('/readyz?minPeers=4'), { status: 503, text: /3 peers, 4 are asked for/ })
  node.statusOverride = { lag: 12 }
  t.match(await get('/readyz?maxLag=10'), { status: 503, text: /12 blocks behind/ })
  t.equal((await get('/readyz?maxLag=12')).status, 200)
  node.statusOverride = { state: 'syncing', reasons: ['behind by 400 blocks'], lag: 400 }
  t.same(JSON.parse((await get('/readyz')).text).reasons, ['the node is syncing', 'behind by 400 blocks'])
  t.equal((await get('/readyz', {}, metricsPort)).status, 503)
  t.match(JSON.parse((await get('/readyz?minPeers=4')).text).checks, { state: false, peers: false, lag: true })
  node.statusOverride = { state: 'stalled', peers: 1, peersNeeded: 2, reasons: ['1 peers, a quorum needs 2'] }
  t.match(JSON.parse((await get('/readyz')).text), {
    checks: { state: false, peers: false, lag: true },
    reasons: ['the node is stalled', '1 peers, a quorum needs 2'],
  })
  t.equal((await get('/livez')).status, 200, 'a node that syncs lives')
  for (const bad of ['minPeers=x', 'maxLag=-1', 'minPeers=1&minPeers=2', 'maxLag=', 'verbose=1'])
    t.equal((await get(`/readyz?${bad}`)).status, 400, bad)
  t.match((await get('/readyz?minPeer=1')).text, /there is no parameter minPeer, did you mean minPeers\?/)
  await server.stop()
})

test('metrics on both listeners, and only probes on the second', async (t) => {
  const { get, call, post, node, metricsPort, server } = await startHarness()
  await call('chain_getHeight')
  await call('nope')
  await post('{')
  node.refuseWith = { code: 'pool/full', message: 'full' }
  await call('tx_send', { raw: '0x00' })
  node.statusOverride = { state: 'stalled', lag: 3 }
  const { text, headers } = await get('/metrics', {}, metricsPort)
  t.match((await get('/', {}, metricsPort)).text, /Calls go to the port of the RPC/)
  t.match(headers['content-type'], /^text\/plain; version=0\.0\.4/)
  for (const line of [
    'hanse_height 0',
    'hanse_sync_lag_blocks 3',
    'hanse_validators 4',
    'hanse_ready{check="all"} 0',
    'hanse_ready{check="state"} 0',
    'hanse_peers{organization="bank-b"} 1',
    'hanse_peers{organization="supplier"} 0',
    'hanse_rpc_requests_total{method="chain_getHeight",code="0"} 1',
    'hanse_rpc_requests_total{method="unknown",code="-32601"} 1',
    'hanse_rpc_requests_total{method="unknown",code="-32700"} 1',
    'hanse_rpc_requests_total{method="tx_send",code="1000"} 1',
    'hanse_pool_rejected_total{code="pool/full"} 1',
    'hanse_head_age_seconds 0.01',
  ]) {
    t.ok(text.includes(`\n${line}\n`), line)
  }
  t.match(text, /process_resident_memory_bytes \d+/)
  t.equal((await get('/metrics')).status, 200)
  t.equal((await get('/openrpc.json', {}, metricsPort)).status, 404)
  await server.stop()
})

test('from arrival to finality is measured', async (t) => {
  const { call, get, node, server } = await startHarness()
  await call('tx_send', { raw: `0x${Buffer.from(signedTransaction([{ key: 'a', value: '1' }])).toString('hex')}` })
  node.seal()
  t.match((await get('/metrics')).text, /hanse_tx_final_seconds_count 1\n/)
  await server.stop()
})

test('clients that go while their answer is made cost nothing', async (t) => {
  const { call, rpcPort, server } = await startHarness({ limits: { unsentBytesMax: 2_000 } })
  const body = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'tx_waitForReceipt',
    params: { hash: `0x${'11'.repeat(32)}`, timeoutMs: 40 },
  })
  for (let count = 0; count < 20; count++) {
    await rawExchange(
      rpcPort,
      (socket) => {
        socket.end(`POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
        setTimeout(() => socket.destroy(), 5)
      },
      () => false,
    )
  }
  await new Promise((resolve) => setTimeout(resolve, 100))
  t.ok((await call('chain_getGenesis')).result, 'the bytes of their answers are not counted for ever')
  await server.stop()
})

test('answers that nobody takes have a common limit', async (t) => {
  const { call, server } = await startHarness({ limits: { unsentBytesMax: 100 } })
  t.match(await call('chain_getGenesis'), { error: { code: -32005, data: { code: 'rpc/too-many-calls' } } })
  t.match(await call('chain_getHeight'), { result: 0 })
  await server.stop()
})

test('stop answers who waits, refuses who comes, and is idempotent', async (t) => {
  const { call, connect, server, rpcPort } = await startHarness()
  const waiting = call('tx_waitForReceipt', { hash: `0x${'11'.repeat(32)}` })
  const client = await connect()
  client.socket.send(`{"jsonrpc":"2.0","id":1,"method":"tx_waitForReceipt","params":["0x${'22'.repeat(32)}"]}`)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const startedMs = performance.now()
  await Promise.all([server.stop(), server.stop()])
  t.ok(performance.now() - startedMs < 1_000)
  t.match(await waiting, { error: { code: -32002, data: { code: 'rpc/stopping', txHash: `0x${'11'.repeat(32)}` } } })
  await t.rejects(
    rawExchange(
      rpcPort,
      () => undefined,
      () => false,
    ),
    /ECONNREFUSED/,
  )
})
