import { bytesToHex, type Hash } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { BALANCE_KEY, ExampleNode, MAKER, MORE_THAN_THERE_IS, NO_BALANCE_KEY, TRANSFER } from '../../../devnet/test/support/example-node.ts'
import type { Example } from '../src/openrpc.ts'
import { sha256Of, startAdmin } from './fake-admin.ts'
import { type Answer, serve } from './harness.ts'

/** A method, what stands over the example, and its params. */
type ExampleCall = readonly [method: string, name: string, params: Readonly<Record<string, Json>>]

/**
 * The calls whose answers stand in the OpenRPC document, in the order in which they are made. Each changes what the next ones see. Whoever
 * puts one to a devnet gets an answer of the same kind; hashes and signed transactions alone are of this chain.
 */
function exampleCalls(node: ExampleNode): readonly ExampleCall[] {
  return [...chainCalls(node), ...transactionCalls(node), ...listCalls(), ...stateCalls(), ...networkCalls()]
}

/** Of blocks 1 and 2: a transfer, and one that the module rejected. */
function finalHashes({ solo: { blocks } }: ExampleNode): { readonly block: Hash; readonly final: Hash; readonly rejected: Hash } {
  const [, first, second] = blocks
  const [final, rejected] = [first?.transactions[0], second?.transactions[0]]
  if (first === undefined || final === undefined || rejected === undefined) throw new Error('the chain of the examples has two blocks')
  return { block: first.hash, final: final.id, rejected: rejected.id }
}

function chainCalls(node: ExampleNode): readonly ExampleCall[] {
  return [
    ['rpc.discover', 'the document', {}],
    ['node_info', 'a validator', {}],
    ['node_status', 'at the head', {}],
    ['chain_getGenesis', 'a genesis of four validators', {}],
    ['chain_getHeight', 'the head', {}],
    ['chain_getBlock', 'a block with its transaction', { height: 1 }],
    ['chain_getBlock', 'the newest, ids only', { height: 'latest', detail: 'ids' }],
    ['chain_getHeader', 'by hash', { height: finalHashes(node).block }],
    ['chain_getHeader', 'of a height', { height: 1 }],
    ['chain_getCertificate', 'three of four signed', { height: 1 }],
    ['chain_listBlocks', 'the newest two', { limit: 2 }],
    ['chain_listBlocks', 'from genesis on', { order: 'ascending', limit: 1 }],
    ['chain_listBlocks', 'of two heights', { from: 1, to: 2, order: 'ascending' }],
    ['chain_getParams', 'in force', {}],
  ]
}

function transactionCalls(node: ExampleNode): readonly ExampleCall[] {
  const { final, rejected } = finalHashes(node)
  const call = { module: 'settlement', command: 'transfer', params: TRANSFER }
  const tooMuch = { ...call, params: MORE_THAN_THERE_IS }
  const sent = bytesToHex(node.transfer(TRANSFER, 3))
  const awaited = bytesToHex(node.transfer(TRANSFER, 4))
  return [
    ['tx_prepare', 'one call', { sender: MAKER.address, calls: [call], expiresInBlocks: 60, clientRef: 'order-1' }],
    ['tx_simulate', 'would succeed', { raw: sent }],
    ['tx_simulate', 'would be rejected', { sender: MAKER.address, calls: [tooMuch], expiresInBlocks: 60 }],
    ['tx_send', 'new', { raw: sent }],
    ['tx_send', 'once more', { raw: sent }],
    ['pool_status', 'one waits', {}],
    ['pool_list', 'it', { limit: 10 }],
    ['pool_list', 'of a sender', { sender: MAKER.address }],
    ['tx_sendAndWait', 'final', { raw: awaited, timeoutMs: 5_000 }],
    ['tx_get', 'final', { hash: final }],
    ['tx_get', 'unknown', { hash: `0x${'00'.repeat(32)}` }],
    ['tx_getReceipt', 'success', { hash: final }],
    ['tx_waitForReceipt', 'rejected by a module', { hash: rejected, timeoutMs: 1_000 }],
    ['tx_getProof', 'of a final transaction', { hash: final }],
  ]
}

function listCalls(): readonly ExampleCall[] {
  const received = { module: 'settlement', type: 'transferred', attributes: { to: 'nanhai' } }
  return [
    ['tx_list', 'the newest', { limit: 1 }],
    ['tx_list', 'what a module rejected', { outcome: 'rejected', module: 'settlement', order: 'ascending' }],
    ['tx_list', 'of a party, for lack of money', { party: 'bank-a', code: 'settlement/insufficient-funds', limit: 10 }],
    ['event_list', 'what a firm was paid', { ...received, from: 'earliest', to: 'latest' }],
    ['sub_subscribe', 'what a firm is paid, from the beginning', { topic: 'events', filter: received, from: 1 }],
    [
      'sub_subscribe',
      'transfers, from the next block on',
      { topic: 'transactions', filter: { module: 'settlement', command: 'transfer' } },
    ],
    ['sub_subscribe', 'view changes and evidence', { topic: 'consensus', filter: { types: ['view-left', 'evidence'] } }],
    ['sub_subscribe', 'this node, from the start of its process', { topic: 'node', from: 'earliest' }],
    ['sub_unsubscribe', 'the end', { id: '1' }],
  ]
}

function stateCalls(): readonly ExampleCall[] {
  const balance = { module: 'settlement', query: 'balance', args: { partyId: 'bank-b', currency: 'CNY' } }
  return [
    ['state_query', 'without args', { module: 'settlement', query: 'currencies' }],
    ['state_query', 'a balance', balance],
    ['state_query', 'at an earlier height', { ...balance, height: 1 }],
    ['state_query', 'who may act', { module: 'organizations', query: 'party', args: { partyId: 'nanhai' } }],
    ['state_getProof', 'of a balance', { key: BALANCE_KEY, height: 1 }],
    ['state_getProof', 'that a party has no account', { key: NO_BALANCE_KEY }],
  ]
}

function networkCalls(): readonly ExampleCall[] {
  return [
    ['consensus_getStanding', 'a validator', {}],
    ['consensus_getState', 'between two blocks', {}],
    ['consensus_getValidators', 'four', {}],
    ['consensus_listEpochs', 'from genesis on', {}],
    ['consensus_getSignerStats', 'of the last blocks', {}],
    ['consensus_getEvidence', 'a validator that prepared twice', {}],
    ['consensus_getEvidence', 'of a validator that did no wrong', { validator: 0, limit: 10 }],
    ['consensus_getStatements', 'of an observer', { height: 1 }],
    ['gov_listProposals', 'those that are open', { status: 'open', limit: 10 }],
    ['gov_getProposal', 'one that has been voted on', { proposalId: '1' }],
    ['member_list', 'the first page', { limit: 2 }],
    ['member_list', 'banks', { role: 'bank', height: 'latest' }],
    ['member_get', 'a bank that runs a validator', { organization: 'bank-a' }],
    ['net_peers', 'one is missing', {}],
    ['net_info', 'two of three connected', {}],
  ]
}

/** Makes the calls against a fresh node and gives them with their answers. @throws Error when one fails. */
export async function recordExamples(): Promise<Readonly<Record<string, readonly Example[]>>> {
  const node = new ExampleNode()
  for (const [index, params] of [TRANSFER, MORE_THAN_THERE_IS].entries()) await node.final(node.transfer(params, index + 1))
  await node.final(node.proposal())
  const { connect, server } = await serve({}, node)
  const client = await connect()
  const recorded: Record<string, Example[]> = {}
  for (const [method, name, params] of exampleCalls(node)) {
    node.solo.isPaused = method !== 'tx_sendAndWait'
    const { result, error } = await client.call(method, params)
    if (error !== undefined) throw new Error(`${method} (${name}): ${JSON.stringify(error)}`)
    const examples = recorded[method] ?? []
    examples.push({ name, params, result: shortened(method, result) })
    recorded[method] = examples
  }
  await server.stop()
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
    { name: 'at the head', method: 'admin_createSnapshot', params: {} },
    { name: 'under way', method: 'admin_getJob', params: {} },
    { name: 'done', method: 'admin_getJob', params: {} },
    { name: 'one', method: 'admin_listSnapshots', params: {} },
    { name: 'with the keys', method: 'admin_createBackup', params: { keys: true } },
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
