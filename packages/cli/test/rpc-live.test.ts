import { setTimeout as sleep } from 'node:timers/promises'
import { type Devnet, killNodeProcess, type NodeEndpoints, rpcUrl, startNodeProcess, statusOf } from '@hanse/devnet'
import type { Json } from '@hanse/protocol'
import { METRICS } from '@hanse/rpc'
import type { ListedEvent, NodeData } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { clientOf, signedTransfer } from '../../../devnet/test/support/client.ts'
import { allReady, nodeOf, startTestNetwork, until } from '../../../devnet/test/support/test-network.ts'
import { type Schema, valueChecker } from '../../rpc/test/support/openrpc-meta.ts'
import { JsonRpcSocket } from './support/json-rpc.ts'
import { adminCall, type Example, liveFacts, replaced, standIns } from './support/live-examples.ts'

/** What users were promised: names and labels. */
const PROMISED_METRICS: Readonly<Record<string, readonly string[]>> = {
  hanse_height: [],
  hanse_head_age_seconds: [],
  hanse_view: [],
  hanse_view_changes_total: ['reason'],
  hanse_phase_seconds: [],
  hanse_validators: [],
  hanse_validator_last_signed_height: ['validator'],
  hanse_block_execute_seconds: [],
  hanse_pool_size: [],
  hanse_pool_rejected_total: ['code'],
  hanse_tx_final_seconds: [],
  hanse_peers: ['organization'],
  hanse_p2p_bytes_total: ['direction', 'type'],
  hanse_sync_lag_blocks: [],
  hanse_store_bytes: [],
  hanse_rpc_requests_total: ['method', 'code'],
  hanse_rpc_request_seconds: [],
  hanse_evidence_total: [],
  hanse_ready: ['check'],
}

/** A subscription sees a block within this of its finality at that node, in ms. */
const SEEN_WITHIN_MS = 50
const BLOCKS_TIMED = 25

interface MethodObject {
  readonly name: string
  readonly result: { readonly schema: Schema }
  readonly examples: readonly {
    readonly name: string
    readonly params: readonly { readonly name: string; readonly value: Json }[]
  }[]
}

interface LiveDocument {
  readonly 'x-modules': readonly {
    readonly name: string
    readonly events: readonly { readonly type: string; readonly attributes: Schema }[]
  }[]
  readonly methods: readonly MethodObject[]
}

function examplesOf({ methods }: LiveDocument): readonly Example[] {
  return methods.flatMap(({ name: method, examples }) =>
    examples.map(({ name, params }) => ({ method, name, params: Object.fromEntries(params.map((param) => [param.name, param.value])) })),
  )
}

/** What is wrong with an answer, by the document's schema of its method. */
function resultChecker(document: LiveDocument): (method: string, result: Json) => readonly string[] {
  const faults = valueChecker(document)
  const schemas = new Map(document.methods.map(({ name, result }) => [name, result.schema]))
  return (method, result) => {
    const schema = schemas.get(method)
    return schema === undefined ? ['no such method'] : faults(schema, result)
  }
}

function socketOf(node: NodeEndpoints): Promise<JsonRpcSocket> {
  return JsonRpcSocket.open(`ws://127.0.0.1:${node.rpcPort}/ws`)
}

test('the API of running nodes', { timeout: 300_000 }, async (t) => {
  const devnet = await startTestNetwork(t)
  await t.test('every example of every method is answered as its schema says', async (t) => await replay(t, devnet))
  await t.test('every example of the admin listener, too', async (t) => await administer(t, devnet))
  await t.test('API keys that come and go while the node runs', async (t) => await makeKeys(t, devnet))
  await t.test('a subscription sees a block as soon as it is final', async (t) => await time(t, devnet))
  await t.test('a primary that dies: views, who signed, and the peer that is gone', async (t) => await watch(t, devnet))
  await t.test('every promised metric has a value', async (t) => await scrape(t, devnet))
  await t.test('a node that starts anew tells what its journal lost, and knows who signed', async (t) => await restart(t, devnet))
})

async function replay(t: Test, devnet: Devnet): Promise<void> {
  const socket = await socketOf(nodeOf(devnet, 'bank-a'))
  const document = (await socket.call('rpc.discover', {})).result as LiveDocument
  const faults = resultChecker(document)
  const examples = examplesOf(document)
  const live = await liveFacts(devnet)
  const stands = standIns(examples, live)
  for (const example of examples) {
    const { result, error } = await socket.call(example.method, replaced(example.params, stands))
    const about = `${example.method}, ${example.name}`
    t.equal(error, undefined, about)
    t.same(faults(example.method, result ?? null), [], about)
  }
  const without = document.methods.filter((method) => method.examples.length === 0).map(({ name }) => name)
  t.same(without, [], 'no method lacks an example')
  await eventsFit(t, socket, document)
  socket.close()
}

/** What the chain has told is as x-modules says. */
async function eventsFit(t: Test, socket: JsonRpcSocket, document: LiveDocument): Promise<void> {
  const faults = valueChecker(document)
  const { items } = (await socket.call('event_list', { from: 'earliest', to: 'latest' })).result as {
    readonly items: readonly ListedEvent[]
  }
  t.ok(items.length > 0)
  for (const { event } of items) {
    const module = document['x-modules'].find(({ name }) => name === event.module)
    const kind = module?.events.find(({ type }) => type === event.type)
    const about = `${event.module} ${event.type}`
    t.ok(kind, `${about} is described`)
    t.same(faults(kind?.attributes ?? {}, Object.fromEntries(event.attributes.map(({ key, value }) => [key, value]))), [], about)
  }
}

async function administer(t: Test, devnet: Devnet): Promise<void> {
  const call = async (method: string, params: object = {}): Promise<Json> => await adminCall(devnet, 'supplier', method, params)
  const document = (await call('rpc.discover')) as unknown as LiveDocument
  const faults = resultChecker(document)
  const address = `127.0.0.1:${nodeOf(devnet, 'core-firm').p2pPort}`
  const stands = new Map<Json, Json>([['127.0.0.1:10547', address]])
  for (const { method, name, params } of examplesOf(document)) {
    if ('expiresAtMs' in params) stands.set(params['expiresAtMs'] as Json, Date.now() + 60_000)
    if (method === 'admin_revokeApiKey') stands.set(params['id'] as Json, stands.get('the last key') ?? '')
    const result = await call(method, replaced(params, stands) as object)
    t.same(faults(method, result), [], `${method}, ${name}`)
    // One job at a time.
    if (method.startsWith('admin_create')) await until('the job is done', 30_000, async () => await isIdle(call))
    if (method === 'admin_createApiKey') stands.set('the last key', (result as { readonly id: string }).id)
  }
  // In the document’s order the peer is disconnected last.
  await call('admin_connectPeer', { peer: 'bank-b' })
  await allReady(devnet, 1)
}

async function isIdle(call: (method: string) => Promise<Json>): Promise<true | undefined> {
  const { job } = (await call('admin_getJob')) as { readonly job: { readonly state: string } | null }
  return job?.state === 'running' ? undefined : true
}

async function makeKeys(t: Test, devnet: Devnet): Promise<void> {
  const node = nodeOf(devnet, 'supplier')
  const made = await adminCall(devnet, 'supplier', 'admin_createApiKey', { organization: 'bank-b' })
  const { key, id } = made as { readonly key: string; readonly id: string }
  const status = async (sent: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${sent}` }
    const body = '{"jsonrpc":"2.0","id":1,"method":"chain_getHeight"}'
    return (await fetch(rpcUrl(node), { method: 'POST', headers, body })).status
  }
  t.equal(await status(key), 200)
  t.equal(await status(`${key}x`), 401)
  await adminCall(devnet, 'supplier', 'admin_revokeApiKey', { id })
  t.equal(await status(key), 401, 'from that moment on')
  const headers = { 'content-type': 'application/json' }
  const open = await fetch(`http://127.0.0.1:${node.adminPort}/`, { method: 'POST', headers, body: '{}' })
  t.equal(open.status, 401, 'the admin listener wants its token')
}

async function time(t: Test, devnet: Devnet): Promise<void> {
  const node = nodeOf(devnet, 'bank-b')
  const socket = await socketOf(node)
  const blocks = (await socket.call('sub_subscribe', { topic: 'blocks' })).result.id
  const consensus = (await socket.call('sub_subscribe', { topic: 'consensus', filter: { types: ['final'] } })).result.id
  const chain = await clientOf(node).chain()
  for (let made = 0; made < BLOCKS_TIMED; made++) await clientOf(node).sendAndWait(await signedTransfer(chain))
  await sleep(SEEN_WITHIN_MS)
  const of = (id: string) => socket.received.filter(({ message }) => message.method === 'sub_notification' && message.params.id === id)
  const finalAtMs = new Map(of(consensus).map(({ message }) => [message.params.data.height, message.params.data.atMs]))
  const delays = of(blocks).flatMap(({ message, atMs }) => {
    const final = finalAtMs.get(message.params.data.height)
    return final === undefined ? [] : [atMs - final]
  })
  delays.sort((left, right) => left - right)
  const [median, worst] = [delays[Math.floor(delays.length / 2)] ?? Number.NaN, delays.at(-1) ?? Number.NaN]
  t.comment(`${delays.length} blocks: median ${median} ms, worst ${worst} ms after they were final at the node`)
  t.ok(delays.length >= BLOCKS_TIMED, `${delays.length} blocks`)
  t.ok(median <= SEEN_WITHIN_MS, `median ${median} ms`)
  socket.close()
}

/** Of whom all nodes say that it is the primary. */
async function primaryOf(devnet: Devnet): Promise<string> {
  const { value } = await until('one view everywhere', 30_000, async () => {
    const statuses = await Promise.all(devnet.nodes.map(statusOf))
    const [first] = statuses
    const isOne = statuses.every((status) => status?.state === 'synced' && status.view === first?.view)
    return isOne ? first?.primary : undefined
  })
  return value
}

async function watch(t: Test, devnet: Devnet): Promise<void> {
  const primary = await primaryOf(devnet)
  const watcher = devnet.nodes.find(({ name }) => name !== primary) as NodeEndpoints
  const socket = await socketOf(watcher)
  const subscribed = async (topic: string, ...types: readonly string[]): Promise<string> =>
    (await socket.call('sub_subscribe', { topic, filter: { types } })).result.id
  const consensus = await subscribed('consensus', 'view-left', 'view-entered')
  const peers = await subscribed('node', 'peer-disconnected', 'peer-connected')
  const told = async (id: string, data: Readonly<Record<string, Json>>): Promise<Readonly<Record<string, Json>>> => {
    const fits = Object.entries(data)
    const received = await socket.until(
      ({ message }) => message.params?.id === id && fits.every(([name, value]) => message.params.data?.[name] === value),
    )
    return received.message.params.data
  }
  await killNodeProcess(devnet, primary)
  await told(peers, { type: 'peer-disconnected', organization: primary })
  const left = await told(consensus, { type: 'view-left' })
  t.match(left['reason'], /^(primary-lost|timeout|joined)$/)
  t.not(left['nextPrimary'], primary)
  t.not((await told(consensus, { type: 'view-entered' }))['primary'], primary)
  const client = clientOf(watcher)
  const chain = await client.chain()
  for (let made = 0; made < 3; made++) await client.sendAndWait(await signedTransfer(chain), { timeoutMs: 30_000 })
  const stats = await client.call('consensus_getSignerStats')
  const of = (organization: string) => stats.items.find((item) => item.organization === organization)
  t.ok((of(primary)?.lastSignedHeight ?? 0) < stats.height, `${primary} has not signed the last block`)
  t.equal(of(watcher.name)?.lastSignedHeight, stats.height, 'the one that is asked has')
  t.ok((of(primary)?.viewsLost ?? 0) >= 1, 'the view that it lost')
  await startNodeProcess(devnet, primary)
  await told(peers, { type: 'peer-connected', organization: primary })
  await allReady(devnet, 1)
  socket.close()
}

async function scrape(t: Test, devnet: Devnet): Promise<void> {
  // One that changed views and has an RPC that was used: where the last two tests asked.
  const scraped = await Promise.all(devnet.nodes.map(async (node) => await samplesAt(t, node)))
  const complete = scraped.filter((samples) => missingFrom(samples, Object.keys(PROMISED_METRICS)).length === 0)
  t.ok(
    complete.length > 0,
    `lacking: ${scraped.map((samples) => missingFrom(samples, Object.keys(METRICS)).join(' ') || 'nothing').join(' | ')}`,
  )
  for (const sample of complete.flat()) {
    t.ok(Number.isFinite(sample.value), sample.name)
    for (const label of PROMISED_METRICS[sample.name] ?? []) t.ok(sample.labels[label], `${sample.name} has the label ${label}`)
  }
}

interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

async function samplesAt(t: Test, node: NodeEndpoints): Promise<readonly Sample[]> {
  const client = clientOf(node)
  await client.callRaw('tx_send', { raw: '0x00' }).catch(() => undefined)
  await client.sendAndWait(await signedTransfer(await client.chain()), { timeoutMs: 30_000 })
  const response = await fetch(`http://127.0.0.1:${node.metricsPort}/metrics`)
  t.match(response.headers.get('content-type'), /^text\/plain; version=0\.0\.4/)
  return samplesOf(await response.text())
}

/** A histogram shows by its sum. */
function missingFrom(samples: readonly Sample[], names: readonly string[]): readonly string[] {
  const measured = new Set(samples.map(({ name }) => name))
  return names.filter((name) => !measured.has(name) && !measured.has(`${name}_sum`))
}

/** Prometheus' text format, but for what a process measures of itself. */
function samplesOf(text: string): readonly Sample[] {
  return text.split('\n').flatMap((line): readonly Sample[] => {
    const [, name, labels = '', value] = /^(hanse_[a-z0-9_]+)(?:\{([^}]*)\})? (\S+)$/.exec(line) ?? []
    if (name === undefined) return []
    const pairs = [...labels.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, key, label]) => [key, label])
    return [{ name, value: Number(value), labels: Object.fromEntries(pairs) }]
  })
}

async function restart(t: Test, devnet: Devnet): Promise<void> {
  const node = nodeOf(devnet, 'supplier')
  const before = await clientOf(node).call('consensus_getSignerStats')
  const abort = new AbortController()
  const told: NodeData[] = []
  const watching = (async () => {
    for await (const { data } of clientOf(node).subscribe('node', { from: 'earliest', signal: abort.signal })) told.push(data)
  })()
  const runs = (): number => told.filter(({ type }) => type === 'started').length
  await until('the journal of the first run', 10_000, async () => runs() === 1 || undefined)
  await killNodeProcess(devnet, node.name)
  await startNodeProcess(devnet, node.name)
  await allReady(devnet, before.height)
  await until('the journal of the second run', 20_000, async () => runs() === 2 || undefined)
  abort.abort()
  await watching
  const gap = told.findIndex(({ type }) => type === 'gap')
  t.match(told[gap], { reason: 'restarted', lost: null })
  t.match(told[gap + 1], { type: 'started', organization: 'supplier' }, 'and then from its beginning')
  const after = await clientOf(node).call('consensus_getSignerStats')
  t.match(after, { fromHeight: 1 }, 'filled from what is stored')
  t.ok(
    after.items.every(({ signed }) => signed > 0),
    'everybody has signed',
  )
}
