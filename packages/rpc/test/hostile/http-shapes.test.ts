import { gzipSync } from 'node:zlib'
import { test } from 'tap'
import { startHarness } from '../harness.ts'
import { converse, HEIGHT, post } from './raw.ts'

const SMUGGLED = 'GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n'
const HEAD = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n'

test('requests whose end two readers would see in two places are refused, and what stands behind them is not read', async (t) => {
  const { rpcPort, server } = await startHarness()
  t.teardown(() => server.stop())
  const rows: readonly (readonly [about: string, request: string])[] = [
    ['a length and chunks', `${HEAD}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['chunks and a length', `${HEAD}transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n`],
    ['two lengths', `${HEAD}content-length: ${HEIGHT.length}\r\ncontent-length: 0\r\n\r\n${HEIGHT}`],
    ['a list of lengths', `${HEAD}content-length: ${HEIGHT.length}, 0\r\n\r\n${HEIGHT}`],
    ['a negative length', `${HEAD}content-length: -1\r\n\r\n`],
    ['a length with a sign', `${HEAD}content-length: +${HEIGHT.length}\r\n\r\n${HEIGHT}`],
    ['a hexadecimal length', `${HEAD}content-length: 0x10\r\n\r\n${HEIGHT}`],
    ['a length beyond 2^64', `${HEAD}content-length: 99999999999999999999\r\n\r\n${HEIGHT}`],
    ['an unknown encoding behind chunks', `${HEAD}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    ['chunks under another name', `${HEAD}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['a space before the colon', `${HEAD}content-length : ${HEIGHT.length}\r\n\r\n${HEIGHT}`],
    ['a folded header', `${HEAD}x: a\r\n b\r\ncontent-length: 0\r\n\r\n`],
    ['a bare line feed', `POST / HTTP/1.1\nhost: localhost\ncontent-length: 0\n\n`],
    ['a bare carriage return in a header', `${HEAD}x: a\rb\r\ncontent-length: 0\r\n\r\n`],
    ['a NUL in a header', `${HEAD}x: a\0b\r\ncontent-length: 0\r\n\r\n`],
    ['a chunk size that is no number', `${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n\r\n`],
    ['a chunk size beyond 2^64', `${HEAD}transfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\n`],
    ['a chunk that is longer than it says', `${HEAD}transfer-encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n`],
    ['no HTTP version', 'POST /\r\nhost: localhost\r\n\r\n'],
    ['another protocol', 'POST / HTTP/9.9\r\nhost: localhost\r\n\r\n'],
    ['HTTP/2 without having agreed on it', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ]
  for (const [about, request] of rows) {
    const { text, closed } = await converse(rpcPort, { onOpen: (socket) => socket.write(request + SMUGGLED), maxMs: 5_000 })
    t.match(text, /^HTTP\/1\.1 (?:400|413|415) /, about)
    t.match(text, /"code":"(?:rpc\/bad-http|rpc\/request-too-large|rpc\/wrong-content-type)"/, about)
    t.notMatch(text, /"live":true/, `${about}: the second request was not read`)
    t.ok(closed, `${about}: the connection ended`)
  }
})

test('a compressed body is not unpacked, and a content type in disguise is none', async (t) => {
  const { post: send, server } = await startHarness()
  t.teardown(() => server.stop())
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20))
  const { status, text } = await send(bomb, { 'content-encoding': 'gzip' })
  t.equal(status, 200)
  t.match(JSON.parse(text), { error: { code: -32700, data: { code: 'json/malformed' } } })
  for (const contentType of [
    'application/jsonx',
    'text/plain; application/json',
    'multipart/form-data; boundary=application/json',
    '*/*',
    ';',
  ])
    t.match(await send(HEIGHT, { 'content-type': contentType }), { status: 415, text: /rpc\/wrong-content-type/ }, contentType)
})

test('headers without end, paths with tricks, verbs of other protocols', async (t) => {
  const { rpcPort, server } = await startHarness()
  t.teardown(() => server.stop())
  const many = Array.from({ length: 3_000 }, (_, index) => `x${index}: 1`).join('\r\n')
  const rows: readonly (readonly [request: string, status: number])[] = [
    [`GET /livez HTTP/1.1\r\nhost: localhost\r\n${many}\r\n`, 431],
    [`GET /livez HTTP/1.1\r\nhost: localhost\r\ncookie: ${'c'.repeat(40_000)}\r\n`, 431],
    [`GET /${'p'.repeat(40_000)} HTTP/1.1\r\nhost: localhost\r\n`, 431],
    ['GET /../../etc/passwd HTTP/1.1\r\nhost: localhost\r\n', 404],
    ['GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nhost: localhost\r\n', 404],
    ['GET //livez HTTP/1.1\r\nhost: localhost\r\n', 404],
    ['GET /livez%00 HTTP/1.1\r\nhost: localhost\r\n', 404],
    ['GET /%ff HTTP/1.1\r\nhost: localhost\r\n', 400],
    ['GET /LIVEZ HTTP/1.1\r\nhost: localhost\r\n', 404],
    ['GET /constructor HTTP/1.1\r\nhost: localhost\r\n', 404],
    ['GET /__proto__ HTTP/1.1\r\nhost: localhost\r\n', 404],
    ['GET http://evil.example/livez HTTP/1.1\r\nhost: evil.example\r\n', 403],
    ['TRACE / HTTP/1.1\r\nhost: localhost\r\n', 405],
    ['CONNECT evil.example:443 HTTP/1.1\r\nhost: localhost\r\n', 0],
    ['PROPFIND / HTTP/1.1\r\nhost: localhost\r\n', 405],
    ['GET /readyz?minPeers=1e9&maxLag[a]=1 HTTP/1.1\r\nhost: localhost\r\n', 400],
    ['GET /readyz?__proto__[x]=1 HTTP/1.1\r\nhost: localhost\r\n', 400],
  ]
  for (const [request, status] of rows) {
    const about = request.slice(0, 50)
    const { text, closed } = await converse(rpcPort, {
      onOpen: (socket) => socket.write(`${request}connection: close\r\n\r\n`),
      maxMs: 5_000,
    })
    t.ok(closed, about)
    if (status > 0) t.match(text, `HTTP/1.1 ${status} `, about)
    t.notMatch(text, /root:/, about)
  }
  const { text } = await converse(rpcPort, { onOpen: (socket) => socket.write(post(HEIGHT, 'connection: close\r\n')) })
  t.match(text, /"result":0/, 'and after all that it answers')
})
