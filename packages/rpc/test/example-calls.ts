import { bytesToHex } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import type { Example } from '../src/openrpc.ts'
import { sha256Of, startAdmin } from './fake-admin.ts'
import { ALICE, COUNT_KEY, FakeNode, signedTransaction } from './fake-node.ts'
import { type Answer, startHarness } from './harness.ts'

/** The calls whose answers stand in the OpenRPC document, in the order in which they are made. Each changes what the next ones see. */
function exampleCalls(
  node: FakeNode,
): readonly { readonly name: string; readonly method: string; readonly params: Readonly<Record<string, Json>> }[] {
  const final = node.blocks[1]?.transactions[0]?.id ?? ''
  const rejected = node.blocks[2]?.transactions[0]?.id ?? ''
  const call = { module: 'notes', command: 'set', params: { key: 'colour', value: 'green' } }
  const sent = bytesToHex(signedTransaction([{ key: 'shape', value: 'round' }], { unique: 3 }))
  const awaited = bytesToHex(signedTransaction([{ key: 'size', value: 'small' }], { unique: 4 }))
  return [
    { name: 'the document', method: 'rpc.discover', params: {} },
    { name: 'a validator', method: 'node_info', params: {} },
    { name: 'at the head', method: 'node_status', params: {} },
    { name: 'a genesis of four validators', method: 'chain_getGenesis', params: {} },
    { name: 'the head', method: 'chain_getHeight', params: {} },
    { name: 'a block with its transaction', method: 'chain_getBlock', params: { height: 1 } },
    { name: 'the newest, ids only', method: 'chain_getBlock', params: { height: 'latest', detail: 'ids' } },
    { name: 'by hash', method: 'chain_getHeader', params: { height: node.blocks[1]?.hash ?? '' } },
    { name: 'three of four signed', method: 'chain_getCertificate', params: { height: 1 } },
    { name: 'the newest two', method: 'chain_listBlocks', params: { limit: 2 } },
    { name: 'from genesis on', method: 'chain_listBlocks', params: { order: 'ascending', limit: 1 } },
    { name: 'in force', method: 'chain_getParams', params: {} },
    { name: 'one call', method: 'tx_prepare', params: { sender: ALICE.address, calls: [call], expiresInBlocks: 60, clientRef: 'order-1' } },
    { name: 'would succeed', method: 'tx_simulate', params: { raw: sent } },
    {
      name: 'would be rejected',
      method: 'tx_simulate',
      params: { sender: ALICE.address, calls: [{ ...call, params: { key: 'forbidden', value: 'x' } }], expiresAtMs: node.nowMs + 60_000 },
    },
    { name: 'new', method: 'tx_send', params: { raw: sent } },
    { name: 'once more', method: 'tx_send', params: { raw: sent } },
    { name: 'one waits', method: 'pool_status', params: {} },
    { name: 'it', method: 'pool_list', params: { limit: 10 } },
    { name: 'final', method: 'tx_sendAndWait', params: { raw: awaited, timeoutMs: 5_000 } },
    { name: 'final', method: 'tx_get', params: { hash: final } },
    { name: 'unknown', method: 'tx_get', params: { hash: `0x${'00'.repeat(32)}` } },
    { name: 'success', method: 'tx_getReceipt', params: { hash: final } },
    { name: 'rejected by a module', method: 'tx_waitForReceipt', params: { hash: rejected, timeoutMs: 1_000 } },
    { name: 'the newest', method: 'tx_list', params: { limit: 1 } },
    { name: 'what modules rejected', method: 'tx_list', params: { outcome: 'rejected', module: 'notes', order: 'ascending' } },
    { name: 'of a final transaction', method: 'tx_getProof', params: { hash: final } },
    { name: 'without args', method: 'state_query', params: { module: 'notes', query: 'count' } },
    { name: 'at an earlier height', method: 'state_query', params: { module: 'notes', query: 'note', args: { key: 'colour' }, height: 1 } },
    { name: 'of a key that is there', method: 'state_getProof', params: { key: bytesToHex(COUNT_KEY), height: 1 } },
    { name: 'of a key that is absent', method: 'state_getProof', params: { key: '0x6e6f746573006e6f7468696e67', height: 1 } },
    {
      name: 'with an attribute',
      method: 'event_list',
      params: { module: 'notes', type: 'set', attributes: { colour: 'blue' }, from: 'earliest', to: 'latest' },
    },
    {
      name: 'events of a module, from the beginning',
      method: 'sub_subscribe',
      params: { topic: 'events', filter: { module: 'notes' }, from: 1 },
    },
    {
      name: 'view changes and evidence',
      method: 'sub_subscribe',
      params: { topic: 'consensus', filter: { types: ['view-left', 'evidence'] } },
    },
    { name: 'this node, from the start of its process', method: 'sub_subscribe', params: { topic: 'node', from: 'earliest' } },
    { name: 'the end', method: 'sub_unsubscribe', params: { id: '1' } },
    { name: 'between two blocks', method: 'consensus_getState', params: {} },
    { name: 'four', method: 'consensus_getValidators', params: {} },
    { name: 'of two blocks', method: 'consensus_getSignerStats', params: {} },
    { name: 'a validator that prepared twice', method: 'consensus_getEvidence', params: {} },
    { name: 'of a validator that did no wrong', method: 'consensus_getEvidence', params: { validator: 0, limit: 10 } },
    { name: 'the first page', method: 'member_list', params: { limit: 2 } },
    { name: 'banks', method: 'member_list', params: { role: 'bank', height: 'latest' } },
    { name: 'a bank that runs a validator', method: 'member_get', params: { organization: 'bank-a' } },
    { name: 'one is missing', method: 'net_peers', params: {} },
    { name: 'two of three connected', method: 'net_info', params: {} },
  ]
}

/** Makes the calls against a fresh node and gives them with their answers. @throws Error when one fails. */
export async function recordExamples(): Promise<Readonly<Record<string, readonly Example[]>>> {
  const node = new FakeNode()
  const harness = await startHarness({}, node)
  for (const key of ['colour', 'forbidden']) {
    await node.api.submit(signedTransaction([{ key, value: 'blue' }]))
    node.seal()
  }
  const client = await harness.connect()
  const recorded: Record<string, Example[]> = {}
  for (const { name, method, params } of exampleCalls(node)) {
    node.autoSeal = method === 'tx_sendAndWait'
    const { result, error } = await client.call(method, params)
    if (error !== undefined) throw new Error(`${method} (${name}): ${JSON.stringify(error)}`)
    const examples = recorded[method] ?? []
    examples.push({ name, params, result: shortened(method, result) })
    recorded[method] = examples
  }
  await harness.server.stop()
  return recorded
}

/** The same for the admin listener. */
function adminCalls(
  nowMs: number,
): readonly { readonly name: string; readonly method: string; readonly params: Readonly<Record<string, Json>> }[] {
  return [
    { name: 'the document', method: 'rpc.discover', params: {} },
    { name: 'as configured', method: 'admin_getLogLevel', params: {} },
    { name: 'more', method: 'admin_setLogLevel', params: { level: 'debug' } },
    { name: 'back', method: 'admin_setLogLevel', params: { level: 'info' } },
    { name: 'one is missing', method: 'admin_listPeers', params: {} },
    { name: 'for a minute', method: 'admin_disconnectPeer', params: { peer: 'bank-b', banMs: 60_000 } },
    { name: 'again', method: 'admin_connectPeer', params: { peer: 'bank-b' } },
    { name: 'at another address', method: 'admin_connectPeer', params: { peer: 'core-firm', addresses: ['127.0.0.1:10547'] } },
    { name: 'without an end', method: 'admin_createApiKey', params: { organization: 'bank-b', label: 'erp' } },
    { name: 'for an hour', method: 'admin_createApiKey', params: { organization: 'core-firm', expiresAtMs: nowMs + 3_600_000 } },
    { name: 'two', method: 'admin_listApiKeys', params: {} },
    { name: 'at once', method: 'admin_revokeApiKey', params: { id: FIRST_KEY_ID } },
  ]
}

/** Of the first key that the admin of the tests makes. */
const FIRST_KEY_ID = sha256Of(`hanse_${'1'.padStart(43, '0')}`).slice(2, 18)

/** @throws Error when a call fails. */
export async function recordAdminExamples(): Promise<Readonly<Record<string, readonly Example[]>>> {
  const { call, node, stop } = await startAdmin()
  const recorded: Record<string, Example[]> = {}
  for (const { name, method, params } of adminCalls(node.nowMs)) {
    const { result, error } = await call(method, params)
    if (error !== undefined) throw new Error(`${method} (${name}): ${JSON.stringify(error)}`)
    recorded[method] = [...(recorded[method] ?? []), { name, params, result: shortened(method, result) }]
  }
  await stop()
  return recorded
}

/** The document in itself would have no end. */
function shortened(method: string, result: Answer['result']): Json {
  return method === 'rpc.discover' ? { openrpc: result.openrpc, info: result.info } : result
}
