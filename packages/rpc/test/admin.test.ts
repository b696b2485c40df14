import { test } from 'tap'
import { ADMIN_LIMITS } from '../src/limits.ts'
import { RpcListenFailure } from '../src/listen-failure.ts'
import { startAdmin, TOKEN } from './fake-admin.ts'
import { startHarness } from './harness.ts'

const LEVEL = '{"jsonrpc":"2.0","id":1,"method":"admin_getLogLevel"}'
const authorization = `Bearer ${TOKEN}`

test('the admin listener listens on this machine, and nowhere else', async (t) => {
  for (const host of ['0.0.0.0', '::', '192.0.2.1', 'node.example', '']) {
    const failed = await startAdmin({ host }).catch((error: unknown) => error)
    t.ok(failed instanceof RpcListenFailure, host)
    t.match(failed, { code: 'rpc/open-listener', hint: /admin\.host/ })
  }
  const { stop } = await startAdmin({ host: 'localhost' })
  await stop()
  await stop()
})

test('nothing without the token: not even the document', async (t) => {
  const { post, get, stop } = await startAdmin()
  for (const headers of [{}, { authorization: 'Bearer nope' }, { authorization: TOKEN }, { authorization: `Bearer ${TOKEN}x` }]) {
    t.match(await post(LEVEL, headers), { status: 401, text: /rpc\/unauthorized.*admin-token/, headers: { 'www-authenticate': /Bearer/ } })
    t.match(await get('/openrpc.json', headers), { status: 401 })
  }
  t.match(await post(LEVEL), { status: 200, text: /"level":"info"/ })
  await stop()
})

test('no browser: a page of any origin is refused, with the token too; no CORS; no simple request', async (t) => {
  const { post, get, adminPort, stop } = await startAdmin()
  const own = `http://127.0.0.1:${adminPort}`
  for (const origin of ['https://evil.example', 'null', own, `http://localhost:${adminPort}`]) {
    const refused = await post(LEVEL, { authorization, origin })
    t.match(refused, { status: 403, text: /rpc\/cross-origin/ }, origin)
    t.notOk(Object.keys(refused.headers).some((name) => name.startsWith('access-control')))
  }
  t.match(await post(LEVEL, { authorization, host: 'evil.example' }), { status: 403, text: /rpc\/foreign-host/ })
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    t.match(await post(LEVEL, { authorization, 'content-type': type }), { status: 415, text: /rpc\/wrong-content-type/ }, type)
  for (const path of ['/ws', '/metrics', '/readyz']) t.match(await get(path), { status: 404 }, path)
  await stop()
})

test('the two listeners do not answer for each other', async (t) => {
  const rpc = await startHarness()
  const admin = await startAdmin()
  for (const method of ['admin_getLogLevel', 'admin_createApiKey']) t.match(await rpc.call(method, {}), { error: { code: -32601 } }, method)
  for (const method of ['chain_getHeight', 'tx_send', 'sub_subscribe'])
    t.match(await admin.call(method), { error: { code: -32601 } }, method)
  await rpc.server.stop()
  await admin.stop()
})

test('log level', async (t) => {
  const { call, admin, stop } = await startAdmin()
  t.match(await call('admin_setLogLevel', { level: 'debug' }), { result: { level: 'debug', before: 'info' } })
  t.equal(admin.level, 'debug')
  t.match(await call('admin_getLogLevel'), { result: { level: 'debug' } })
  t.match(await call('admin_setLogLevel', { level: 'loud' }), { error: { code: -32602, data: { path: 'level' } } })
  await stop()
})

test('peers', async (t) => {
  const { call, admin, stop } = await startAdmin()
  t.match(await call('admin_listPeers'), { result: { items: [{ organization: 'bank-b', connected: true }, {}, {}], nextCursor: null } })
  t.match(await call('admin_disconnectPeer', { peer: 'bank-b', banMs: 60_000 }), { result: { connected: false, bannedUntilMs: Number } })
  t.match(await call('admin_connectPeer', { peer: 'bank-b', addresses: ['10.0.0.2:10545'] }), { result: { organization: 'bank-b' } })
  t.match(await call('admin_disconnectPeer', { peer: '12D3KooWTest1' }), { result: { peerId: '12D3KooWTest1' } })
  t.same(admin.calls, ['disconnect bank-b 60000', 'connect bank-b 10.0.0.2:10545', 'disconnect 12D3KooWTest1 0'])
  for (const method of ['admin_connectPeer', 'admin_disconnectPeer'])
    t.match(await call(method, { peer: 'stranger' }), { error: { code: -32001, data: { code: 'p2p/unknown-peer' } } })
  t.match(await call('admin_connectPeer', { peer: 'bank-b', addresses: ['nowhere'] }), {
    error: { code: -32602, data: { code: 'p2p/address' } },
  })
  for (const params of [
    { peer: 'bank-b', banMs: -1 },
    { peer: 'bank-b', banMs: 1e12 },
  ])
    t.match(await call('admin_disconnectPeer', params), { error: { code: -32602, data: { path: 'banMs' } } })
  await stop()
})

test('snapshots and backups: one at a time, told how far it is', async (t) => {
  const { call, admin, stop } = await startAdmin()
  t.match(await call('admin_getJob'), { result: { job: null } })
  t.match(await call('admin_createSnapshot'), {
    result: { kind: 'snapshot', state: 'running', step: 'writing chunks', done: 3, total: 25 },
  })
  t.match(await call('admin_createBackup'), { error: { code: -32005, data: { code: 'admin/job-running' } } })
  t.match(await call('admin_getJob'), { result: { job: { state: 'running' } } })
  t.match(await call('admin_getJob'), { result: { job: { state: 'done', height: 1_200, folder: String } } })
  t.match(await call('admin_listSnapshots'), { result: { items: [{ height: 1_200 }], nextCursor: null } })
  t.match(await call('admin_createBackup', { keys: true }), { result: { kind: 'backup' } })
  t.same(admin.calls, ['backup false', 'backup true'], 'keys are asked for')
  t.match(await call('admin_createBackup', { keys: 'yes' }), { error: { code: -32602, data: { path: 'keys' } } })
  await stop()
})

test('API keys: made, listed without the key, revoked', async (t) => {
  const { call, admin, node, stop } = await startAdmin()
  const { result: made } = await call('admin_createApiKey', { organization: 'bank-b', label: 'erp', expiresAtMs: node.nowMs + 1_000 })
  t.match(made, { key: /^hanse_/, id: /^[0-9a-f]{16}$/, organization: 'bank-b', label: 'erp', source: 'admin', state: 'active' })
  const { result: listed } = await call('admin_listApiKeys')
  t.match(listed, { items: [{ id: made.id, state: 'active' }], nextCursor: null })
  t.notOk(JSON.stringify(listed).includes(made.key), 'the key is shown once')
  t.match(await call('admin_revokeApiKey', { id: made.id }), { result: { id: made.id, state: 'revoked', revokedAtMs: Number } })
  t.match(await call('admin_revokeApiKey', { id: 'ffff' }), { error: { code: -32001, data: { code: 'admin/unknown-key' } } })
  admin.isDiskFull = true
  t.match(await call('admin_createApiKey', { organization: 'bank-b' }), {
    error: { code: -32002, data: { code: 'admin/not-saved', hint: /disk/ } },
  })
  const wrong: readonly [params: object, path: string][] = [
    [{}, 'organization'],
    [{ organization: 'Bank B' }, 'organization'],
    [{ organization: '127.0.0.1' }, 'organization'],
    [{ organization: 'bank-b', expiresAtMs: node.nowMs }, 'expiresAtMs'],
    [{ organization: 'bank-b', label: '' }, 'label'],
    [{ organization: 'bank-b', days: 3 }, 'days'],
  ]
  for (const [params, path] of wrong)
    t.match(await call('admin_createApiKey', params), { error: { code: -32602, data: { path } } }, JSON.stringify(params))
  await stop()
})

test('guesses at the token are refused as fast as they come, and do not keep the operator out', async (t) => {
  const { post, call, stop } = await startAdmin()
  const statuses: number[] = []
  // Connections have a limit of their own; each guess comes on a new one.
  const guesser = async (): Promise<void> => {
    while (statuses.length < 300) statuses.push((await post(LEVEL, { authorization: `Bearer guess-${statuses.length}` })).status)
  }
  const guessers = Promise.all(Array.from({ length: ADMIN_LIMITS.connectionsMax / 4 }, guesser))
  t.match(await call('admin_getLogLevel'), { result: { level: 'info' } }, 'while they come')
  await guessers
  t.same([...new Set(statuses)], [401])
  t.match(await call('admin_getLogLevel'), { result: { level: 'info' } }, 'and after them')
  await stop()
})
