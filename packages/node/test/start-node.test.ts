import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Store, StoreFailure } from '@hanse/ports'
import { openGuardFile } from '@hanse/storage'
import { type Test, test } from 'tap'
import { checkNodeConfig } from '../src/config.ts'
import { startNode } from '../src/node.ts'
import type { NodeOptions, NodeProgress } from '../src/node-options.ts'
import { systemClock } from '../src/system.ts'
import { guardPathOf, initialGuard } from '../src/vote-guard.ts'
import { WatchedStore } from '../src/watched-store.ts'
import { consensusSeed, identitySeed, SILENT, temporaryFolder, testChain, transfer } from './support/test-chain.ts'

const CHAIN = testChain()
const METER = { count: () => undefined, gauge: () => undefined, observe: () => undefined }

async function optionsOf(t: Test, more: { readonly listen?: string } = {}): Promise<NodeOptions> {
  const folder = await temporaryFolder(t)
  const config = checkNodeConfig({
    organization: 'bank-a',
    dataDir: join(folder, 'data'),
    keys: { consensus: join(folder, 'consensus.json') },
    p2p: { listen: [more.listen ?? '127.0.0.1:0'] },
  })
  if (!config.ok) throw new Error(config.error.message)
  const guard = await openGuardFile({ path: guardPathOf(join(folder, 'consensus.json')) })
  await guard.write(initialGuard())
  await guard.close()
  return { chain: CHAIN, config: config.value, identitySeed: identitySeed('bank-a'), consensusSeed: consensusSeed('bank-a') }
}

const fatal: unknown[] = []
const start = (options: NodeOptions, onProgress: (progress: NodeProgress) => void = () => undefined) =>
  startNode(options, { clock: systemClock, logger: SILENT, meter: METER, onFatal: (error) => fatal.push(error), onProgress })

/** Starting again proves that the attempt before left no lock behind. */
async function startsAndStops(options: NodeOptions): Promise<void> {
  const node = await start(options)
  if (!node.ok) throw new Error(node.error.message)
  await node.value.stop()
  await node.value.stop()
}

test('a node alone: it starts at genesis, says that it is alone, and starts again', async (t) => {
  const options = await optionsOf(t)
  const told: NodeProgress[] = []
  const node = await start(options, (progress) => told.push(progress))
  if (!node.ok) return t.fail(node.error.message)
  t.match(told, [{ what: 'opening the data folder' }, { what: 'verifying the state, records', done: Number }, { what: 'reading the log' }])
  const { api } = node.value
  t.match(api.info(), { organization: 'bank-a', role: 'validator', chainId: 77, genesisHash: CHAIN.genesisHash })
  t.match(api.status(), { state: 'stalled', height: 0, peers: 0, reasons: ['0 peers, a quorum needs 2'] })
  t.match(await api.block(0), { header: { height: 0 } })
  const { bytes, id } = transfer(CHAIN)
  t.match(await api.submit(bytes), { ok: true, value: { id, known: false } })
  t.match(await api.submit(bytes), { ok: true, value: { id, known: true } })
  t.match(await api.transaction(id), { status: 'pending' })
  t.match(api.pool(), { size: 1, sizeBytes: bytes.length })
  t.match(api.query('settlement', 'balance', { partyId: 'bank-b', currency: 'CNY' }), { ok: true, value: { height: 0 } })
  t.match(api.query('settlement', 'balance', { partyId: 'bank-b', currency: 'CNY' }, 1), {
    ok: false,
    error: { code: 'state/unknown-height' },
  })
  const waiting = api.waitForReceipt(id, 60_000, new AbortController().signal)
  await node.value.stop()
  t.equal(await waiting, undefined, 'nobody waits for a node that has stopped')
  t.match(await api.submit(transfer(CHAIN).bytes), { ok: false, error: { code: 'node/busy' } })
  await startsAndStops(options)
  t.strictSame(fatal, [])
})

test('keys that do not fit are refused before anything is opened; a key without a place observes', async (t) => {
  const options = await optionsOf(t)
  const wrong = await start({ ...options, identitySeed: identitySeed('bank-b') })
  t.match(wrong, { ok: false, error: { code: 'node/wrong-identity', path: 'keys.identity', hint: String } })
  const stranger = await start({ ...options, consensusSeed: consensusSeed('nobody') })
  if (!stranger.ok) return t.fail(stranger.error.message)
  t.match(stranger.value.api.info(), { role: 'observer' })
  await stranger.value.stop()
  t.match(await start({ ...options, identitySeed: identitySeed('bank-b') }), { ok: false, error: { code: 'node/wrong-identity' } })
  await startsAndStops(options)
})

test('a lost guard is refused, and what was opened is closed', async (t) => {
  const options = await optionsOf(t)
  const path = guardPathOf(options.config.keys.consensus ?? '')
  await rm(path, { recursive: true })
  t.match(await start(options), { ok: false, error: { code: 'consensus/guard-missing', hint: /Restore the guard/ } })
  const guard = await openGuardFile({ path })
  await guard.write(initialGuard())
  await guard.close()
  await startsAndStops(options)
})

test('a taken port ends the start, and what was opened is closed', async (t) => {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const options = await optionsOf(t, { listen: `127.0.0.1:${address.port}` })
  await t.rejects(start(options), { code: 'p2p/listen', message: /EADDRINUSE/ })
  await new Promise((resolve) => {
    server.close(resolve)
  })
  await startsAndStops(options)
})

test('one data folder has one node', async (t) => {
  const options = await optionsOf(t)
  const node = await start(options)
  if (!node.ok) return t.fail(node.error.message)
  await t.rejects(start(options), { name: 'StoreFailure', code: 'storage/locked', hint: String })
  t.match(node.value.api.status(), { height: 0 }, 'the first is not disturbed')
  await node.value.stop()
})

test('the store of another chain is refused before anything else, and so is its log', async (t) => {
  const options = await optionsOf(t)
  await startsAndStops(options)
  const changed = testChain(78)
  const [{ genesisHash: made }, { genesisHash: other }] = [options.chain, changed]
  const message = new RegExp(`${made}.*${other}`)
  t.match(await start({ ...options, chain: changed }), { ok: false, error: { code: 'node/wrong-chain', message, hint: /untouched copy/ } })
  const stranger = { ...options, chain: changed, consensusSeed: new Uint8Array(32).fill(9) }
  t.match(await start(stranger), { ok: false, error: { code: 'node/wrong-chain' } }, 'whatever the keys are')
  await startsAndStops(options)
  await rm(join(options.config.dataDir, 'store'), { recursive: true })
  await t.rejects(start({ ...options, chain: changed }), { name: 'StoreFailure', code: 'storage/format' })
  await rm(join(options.config.dataDir, 'store'), { recursive: true })
  await startsAndStops(options)
})

test('a store that fails is told of, whoever ran into it', async (t) => {
  const failure = new StoreFailure('storage/checksum', 'a record does not pass', 'replace the disk')
  const fail = (): never => {
    throw failure
  }
  const failing: Store = {
    get: fail,
    examine: fail,
    range: () => Promise.reject(failure),
    write: () => Promise.reject(failure),
    sizeBytes: () => Promise.reject(failure),
    compact: () => Promise.reject(failure),
    view: () => failing,
    close: async () => undefined,
  }
  const told: unknown[] = []
  const store = new WatchedStore(failing, (error) => told.push(error))
  t.throws(() => store.get(Uint8Array.of(1)), failure)
  await t.rejects(store.range({ from: Uint8Array.of(1), to: Uint8Array.of(2), limit: 1 }), failure)
  await t.rejects(store.write([], { sync: true }), failure)
  await t.rejects(store.sizeBytes(), failure)
  await t.rejects(store.compact({ from: Uint8Array.of(1), to: Uint8Array.of(2) }), failure)
  const view = store.view()
  t.throws(() => view.get(Uint8Array.of(1)), failure)
  await t.rejects(view.range({ from: Uint8Array.of(1), to: Uint8Array.of(2), limit: 1 }), failure)
  t.strictSame(told, new Array(7).fill(failure))
  await store.close()
})
