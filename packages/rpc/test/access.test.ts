import { createHash } from 'node:crypto'
import { request } from 'node:https'
import type { Hex } from '@hanse/primitives'
import { test } from 'tap'
import { isLoopbackHost } from '../src/access.ts'
import { fixedKeyRing } from '../src/key-ring.ts'
import { RpcListenFailure } from '../src/listen-failure.ts'
import { openListenerFault } from '../src/options.ts'
import { isLoopbackAddress } from '../src/rate-limit.ts'
import { startHarness } from './harness.ts'
import { TEST_CERTIFICATE } from './support/certificate.ts'

const HEIGHT = '{"jsonrpc":"2.0","id":1,"method":"chain_getHeight"}'
const KEY = 'k-bank-a-1'
const keys = fixedKeyRing([{ organization: 'bank-a', sha256: `0x${createHash('sha256').update(KEY).digest('hex')}` as Hex }])

test('a listener that others can reach needs TLS and keys, and says so', async (t) => {
  for (const open of [{ host: '0.0.0.0' }, { host: '::' }, { host: '192.0.2.1' }, { host: 'node.example' }, { metricsHost: '0.0.0.0' }]) {
    const failed = await startHarness(open).catch((error: unknown) => error)
    t.ok(failed instanceof RpcListenFailure)
    t.match(failed, { code: 'rpc/open-listener', hint: /127\.0\.0\.1/, message: /TLS and access keys/ }, JSON.stringify(open))
  }
  const listener = { host: '0.0.0.0', metricsHost: '127.0.0.1' }
  const certificate = { cert: '', key: '' }
  t.match(openListenerFault({ ...listener, tls: certificate }), { message: /and access keys are not/ })
  t.match(openListenerFault({ ...listener, keys }), { message: /and TLS are not/ })
  t.equal(openListenerFault({ ...listener, tls: certificate, keys }), undefined)
  t.equal(openListenerFault({ ...listener, host: 'localhost' }), undefined)
})

test('a certificate that is none', async (t) => {
  const failed = await startHarness({ tls: { cert: 'x', key: 'y' } }).catch((error: unknown) => error)
  t.match(failed, { code: 'rpc/bad-certificate', hint: String })
})

test('when the second listener cannot start, the first does not stay', async (t) => {
  const { server, metricsPort } = await startHarness()
  const failing = await startHarness({ metricsPort }).catch((error: unknown) => error)
  t.match(failing, { code: 'rpc/port-taken', message: new RegExp(`${metricsPort}`) })
  await server.stop()
})

test('a port that is taken is named', async (t) => {
  const { server, rpcPort } = await startHarness()
  const failed = await startHarness({ port: rpcPort }).catch((error: unknown) => error)
  t.match(failed, { code: 'rpc/port-taken', message: `port ${rpcPort} on 127.0.0.1 is taken` })
  await server.stop()
})

test('with keys configured, one is needed; probes stay open', async (t) => {
  const { post, get, connect, server } = await startHarness({ keys })
  for (const headers of [
    {},
    { authorization: 'Bearer nope' },
    { authorization: KEY },
    { authorization: `Basic ${KEY}` },
    { authorization: `Bearer ${KEY} x` },
  ]) {
    t.match(await post(HEIGHT, headers), { status: 401, text: /rpc\/unauthorized/ })
    await t.rejects(connect(headers), /401/)
  }
  t.match(await get('/openrpc.json'), { status: 401 })
  const authorization = `Bearer ${KEY}`
  t.match(await post(HEIGHT, { authorization }), { status: 200, text: /"result":0/ })
  const client = await connect({ authorization })
  t.match(await client.call('chain_getHeight'), { result: 0 })
  t.equal((await get('/openrpc.json', { authorization })).status, 200)
  t.equal((await get('/livez')).status, 200)
  await server.stop()
})

test('over TLS', async (t) => {
  const tls = TEST_CERTIFICATE
  const { rpcPort, server } = await startHarness({ tls, keys })
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` }
  const text = await new Promise<string>((resolve, rejectWith) => {
    const sent = request(
      { port: rpcPort, host: '127.0.0.1', method: 'POST', path: '/', ca: tls.cert, headers, agent: false },
      (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString()
        })
        response.on('end', () => resolve(body))
      },
    )
    sent.on('error', rejectWith)
    sent.end('{"jsonrpc":"2.0","id":1,"method":"rpc.discover"}')
  })
  t.match(JSON.parse(text), { result: { servers: [{ url: `https://127.0.0.1:${rpcPort}/` }] } })
  await server.stop()
})

test('what counts as this machine', (t) => {
  for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '::1']) t.ok(isLoopbackHost(host), host)
  for (const host of ['0.0.0.0', '::', '', '127.0.0.1.example', '10.0.0.1', 'localhost.example', '128.0.0.1'])
    t.notOk(isLoopbackHost(host), host)
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) t.ok(isLoopbackAddress(address), address)
  for (const address of ['10.0.0.1', '::ffff:10.0.0.1', 'fe80::1', 'unknown', '']) t.notOk(isLoopbackAddress(address), address)
  t.end()
})
