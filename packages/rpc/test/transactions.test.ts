import { bytesToHex, type Hex, hexToBytes } from '@hanse/primitives'
import { decodeTransaction, type Json, receiptCodec, verifyMerkleProof, verifyStateProof } from '@hanse/protocol'
import { test } from 'tap'
import { ALICE, BOB, CHAIN, COUNT_KEY, FakeNode, signedBody, signedTransaction } from './fake-node.ts'
import { startHarness } from './harness.ts'

const CALL = { module: 'notes', command: 'set', params: { key: 'a', value: '1' } }

test('prepare, sign, send, wait: the way of an integrator', async (t) => {
  const { call, node, server } = await startHarness()
  node.autoSeal = true
  const prepared = (
    await call('tx_prepare', {
      sender: ALICE.address,
      calls: [CALL, { ...CALL, params: { key: 'b', value: '2' } }],
      clientRef: 'order-7',
      coSigners: [],
    })
  ).result
  t.same(prepared.preview.calls, [CALL, { ...CALL, params: { key: 'b', value: '2' } }], 'the preview reads as what was asked for')
  t.match(prepared.preview, { chainId: 20_260, genesisHash: CHAIN.genesisHash, sender: ALICE.address, clientRef: 'order-7' })
  const signature = ALICE.sign(hexToBytes(prepared.signBytes))
  const raw = bytesToHex(signedBody(hexToBytes(prepared.body), { ...ALICE, sign: () => signature }))
  const receipt = (await call('tx_sendAndWait', { raw })).result
  t.match(receipt, { txId: prepared.hash, outcome: 'success', height: 1, index: 0, blockHash: node.blocks[1]?.hash })
  t.equal(receipt.events.length, 2)
  t.same((await call('tx_send', { raw })).result, { hash: prepared.hash, known: true }, 'the same bytes again')
  t.same((await call('tx_sendAndWait', { raw })).result, receipt, 'and waiting again gives the same receipt')
  t.same((await call('tx_getReceipt', [prepared.hash])).result, receipt)
  t.same((await call('tx_waitForReceipt', [prepared.hash, 0])).result, receipt)
  const got = (await call('tx_get', [prepared.hash])).result
  t.match(got, { status: 'final', receipt, transaction: { raw, hash: prepared.hash, body: prepared.preview } })
  await server.stop()
})

test('every prepared transaction has a unique of its own', async (t) => {
  const { call, server } = await startHarness()
  const first = (await call('tx_prepare', { sender: ALICE.address, calls: [CALL] })).result
  const second = (await call('tx_prepare', { sender: ALICE.address, calls: [CALL] })).result
  t.not(first.hash, second.hash)
  await server.stop()
})

test('the expiry of a prepared transaction', async (t) => {
  const { call, node, server } = await startHarness()
  const { timeToLiveMsMax, heartbeatMs } = CHAIN.genesis.params
  const now = node.nowMs
  const expiry = async (more: Json): Promise<number> =>
    (await call('tx_prepare', { sender: ALICE.address, calls: [CALL], ...(more as object) })).result.preview.expiresAtMs
  t.equal(await expiry({}), now + timeToLiveMsMax / 2)
  t.equal(await expiry({ expiresInBlocks: 10 }), now + 10 * heartbeatMs)
  t.equal(await expiry({ expiresAtMs: now + timeToLiveMsMax }), now + timeToLiveMsMax)
  for (const [more, code, path] of [
    [{ expiresAtMs: now }, 'pool/expired', 'expiresAtMs'],
    [{ expiresAtMs: now + timeToLiveMsMax + 1 }, 'pool/expiry-too-far', 'expiresAtMs'],
    [{ expiresInBlocks: 1_000_000 }, 'pool/expiry-too-far', 'expiresInBlocks'],
    [{ expiresInBlocks: 1, expiresAtMs: now + 1 }, 'rpc/bad-params', 'expiresInBlocks'],
  ] as const) {
    t.match(await call('tx_prepare', { sender: ALICE.address, calls: [CALL], ...more }), { error: { code: -32602, data: { code, path } } })
  }
  await server.stop()
})

test('a name that does not exist is refused with the one that was meant', async (t) => {
  const { call, server } = await startHarness()
  const prepared = (change: object): Json => ({ sender: ALICE.address, calls: [{ ...CALL, ...change }] })
  const rows: readonly [method: string, params: Json, message: string][] = [
    ['tx_sendAndWiat', {}, 'there is no method tx_sendAndWiat, did you mean tx_sendAndWait?'],
    ['eth_blockNumber', {}, 'there is no method eth_blockNumber'],
    ['tx_prepare', prepared({ module: 'note' }), 'the chain has no module note, did you mean notes?'],
    ['tx_prepare', prepared({ command: 'sett' }), 'module notes has no command sett, did you mean set?'],
    ['tx_list', { module: 'ntoes' }, 'the chain has no module ntoes, did you mean notes?'],
    ['tx_list', { module: 'notes', command: 'ste' }, 'module notes has no command ste, did you mean set?'],
    ['tx_list', { command: 'burn' }, 'no module of the chain has the command burn'],
  ]
  for (const [method, params, message] of rows) t.equal((await call(method, params)).error?.message, message)
  await server.stop()
})

test('what tx_prepare refuses, with the path', async (t) => {
  const { call, server } = await startHarness()
  const rows: readonly [params: Json, code: string, path: string][] = [
    [{ sender: '0x12', calls: [CALL] }, 'rpc/bad-params', 'sender'],
    [{ sender: ALICE.address, calls: [] }, 'rpc/bad-params', 'calls'],
    [{ sender: ALICE.address, calls: [CALL, { ...CALL, module: 'nope' }] }, 'tx/unknown-module', 'calls.1.module'],
    [{ sender: ALICE.address, calls: [{ ...CALL, command: 'nope' }] }, 'tx/unknown-command', 'calls.0.command'],
    [{ sender: ALICE.address, calls: [{ ...CALL, params: { key: 'a' } }] }, 'rpc/bad-params', 'calls.0.params.value'],
    [{ sender: ALICE.address, calls: [{ ...CALL, params: { key: 'a', value: 'b', extra: 1 } }] }, 'rpc/bad-params', 'calls.0.params.extra'],
    [{ sender: ALICE.address, calls: [CALL], coSigners: [ALICE.address] }, 'tx/duplicate-signer', 'coSigners'],
    [{ sender: ALICE.address, calls: [CALL], coSigners: [BOB.address, BOB.address] }, 'tx/duplicate-signer', 'coSigners'],
    [{ sender: ALICE.address, calls: [CALL], clientRef: 'x'.repeat(65) }, 'rpc/bad-params', 'clientRef'],
    [
      { sender: ALICE.address, calls: Array.from({ length: 64 }, () => ({ ...CALL, params: { key: 'k', value: 'v'.repeat(1_024) } })) },
      'pool/too-large',
      'calls',
    ],
  ]
  for (const [params, code, path] of rows)
    t.match(await call('tx_prepare', params), { error: { code: -32602, data: { code, path } } }, `${code} at ${path}`)
  await server.stop()
})

test('tx_simulate takes all three forms and says why in words', async (t) => {
  const { call, node, server } = await startHarness()
  const raw = bytesToHex(signedTransaction([{ key: 'a', value: '1' }]))
  t.match((await call('tx_simulate', { raw })).result, { outcome: 'success', height: 0, events: [{ module: 'notes', type: 'set' }] })
  const { body, hash } = (await call('tx_prepare', { sender: ALICE.address, calls: [CALL] })).result
  t.match((await call('tx_simulate', { body })).result, { outcome: 'success', hash })
  const rejected = (await call('tx_simulate', { sender: ALICE.address, calls: [{ ...CALL, params: { key: 'forbidden', value: '' } }] }))
    .result
  t.match(rejected, {
    outcome: 'rejected',
    code: 'notes/forbidden',
    callIndex: 0,
    events: [],
    rejection: { message: 'this key is forbidden', path: 'key' },
  })
  t.match(await call('tx_simulate', {}), { error: { code: -32602, data: { path: 'raw' } } })
  t.match(await call('tx_simulate', { raw, body }), { error: { code: -32602 } })
  t.match(await call('tx_simulate', { sender: ALICE.address }), { error: { code: -32602, data: { path: 'calls' } } })
  t.match(await call('tx_simulate', { raw: '0x00' }), { error: { code: 1007 } })
  t.equal(node.api.pool().size, 0, 'nothing is kept')
  await server.stop()
})

test('what the pool’s door refuses: 1000 to 1099, with the hash where there is one', async (t) => {
  const { call, node, server } = await startHarness()
  const good = signedTransaction([{ key: 'a', value: '1' }])
  const forged = good.slice()
  forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1
  const otherKey = signedBody(bodyBytesOf(good), BOB)
  const rows: readonly [about: string, raw: Uint8Array, number: number, code: string, path?: string][] = [
    ['nothing', new Uint8Array(), 1007, 'encoding/bad-field'],
    ['garbage', Uint8Array.of(0xff, 0xff), 1007, 'encoding/malformed'],
    ['not canonical', Uint8Array.of(...good, 0x08, 0x01), 1007, 'encoding/not-canonical'],
    ['cut', good.subarray(0, good.length - 3), 1007, 'encoding/malformed'],
    ['too large', new Uint8Array(65_537), 1006, 'tx/too-large'],
    ['bad signature', forged, 1010, 'tx/bad-signature', 'signatures.0.signature'],
    ['another key', otherKey, 1011, 'tx/wrong-key', 'signatures.0.publicKey'],
    ['another chain', signedTransaction([{ key: 'a', value: '1' }], { chainId: 1 }), 1005, 'pool/wrong-chain', 'body.chainId'],
    ['expired', signedTransaction([{ key: 'a', value: '1' }], { expiresAtMs: 1 }), 1002, 'pool/expired', 'body.expiresAtMs'],
  ]
  for (const method of ['tx_send', 'tx_sendAndWait']) {
    for (const [about, raw, number, code, path] of rows) {
      const { error } = await call(method, { raw: bytesToHex(raw) })
      t.match(error, { code: number, data: { code, ...(path === undefined ? {} : { path }) } }, `${about}: ${error?.message}`)
      t.equal(
        error?.data.txHash !== undefined,
        number === 1005 || number === 1002 || number === 1010 || number === 1011,
        'the hash, where the bytes have one',
      )
    }
  }
  for (const [code, number] of [
    ['pool/full', 1000],
    ['pool/sender-quota', 1001],
    ['pool/sequence-taken', 1004],
    ['organizations/unknown-operator', 1016],
    ['tx/some-new-rule', 1099],
  ] as const) {
    node.refuseWith = { code, message: 'no' }
    t.match(await call('tx_send', { raw: bytesToHex(good) }), { error: { code: number, data: { code } } })
  }
  node.refuseWith = { code: 'node/busy', message: 'busy' }
  t.match(await call('tx_send', { raw: bytesToHex(good) }), { error: { code: -32005, data: { code: 'node/busy' } } })
  await server.stop()
})

function bodyBytesOf(raw: Uint8Array): Uint8Array {
  const decoded = decodeTransaction(raw)
  if (!decoded.ok) throw new Error(decoded.error.message)
  return decoded.value.bodyBytes
}

test('a rejection by a module: final, an error for one who sent and waited, a receipt for one who asks', async (t) => {
  const { call, node, server } = await startHarness()
  node.autoSeal = true
  const raw = bytesToHex(
    signedTransaction([
      { key: 'ok', value: '' },
      { key: 'forbidden', value: '' },
    ]),
  )
  const { error } = await call('tx_sendAndWait', { raw })
  t.match(error, {
    code: -32003,
    data: { code: 'notes/forbidden', reason: 'RR04', path: 'calls.1', height: 1, docs: 'docs/errors.md#notes-forbidden' },
  })
  t.equal(error?.data.hint, 'Choose another key.', 'what the rule itself says')
  const hash = error?.data.txHash as string
  t.same((await call('tx_getReceipt', { hash })).result, error?.data.receipt)
  t.match((await call('tx_waitForReceipt', { hash })).result, {
    outcome: 'rejected',
    code: 'notes/forbidden',
    callIndex: 1,
    reason: 'RR04',
  })
  t.match((await call('tx_get', { hash })).result, { status: 'rejected' })
  t.same((await call('tx_send', { raw })).result, { hash, known: true })
  await server.stop()
})

test('a time-out carries the hash and says nothing about the transaction', async (t) => {
  const { call, node, server } = await startHarness()
  const raw = bytesToHex(signedTransaction([{ key: 'a', value: '1' }]))
  const { error } = await call('tx_sendAndWait', { raw, timeoutMs: 30 })
  t.match(error, { code: 4, data: { code: 'tx/wait-timed-out', txHash: /^0x/, status: 'pending' } })
  const hash = error?.data.txHash as Hex
  t.match(await call('tx_getReceipt', { hash }), {
    error: { code: -32001, data: { code: 'tx/not-final', txHash: hash, status: 'pending' } },
  })
  const waiting = call('tx_waitForReceipt', { hash })
  setTimeout(() => node.seal(), 20)
  t.match(await waiting, { result: { txId: hash, outcome: 'success' } })
  t.match(await call('tx_sendAndWait', { raw, timeoutMs: 30_001 }), { error: { code: -32602, data: { path: 'timeoutMs' } } })
  await server.stop()
})

test('one that expires while somebody waits', async (t) => {
  const { call, node, server } = await startHarness()
  const raw = bytesToHex(signedTransaction([{ key: 'a', value: '1' }]))
  const { hash } = (await call('tx_send', { raw })).result
  setTimeout(() => node.expire(hash), 20)
  t.match(await call('tx_waitForReceipt', { hash }), { error: { code: 1002, data: { code: 'pool/expired', txHash: hash } } })
  t.match((await call('tx_get', { hash })).result, { status: 'expired' })
  await server.stop()
})

test('a node that is behind takes no transactions, and says where it is', async (t) => {
  const { call, node, server } = await startHarness()
  const raw = bytesToHex(signedTransaction([{ key: 'a', value: '1' }]))
  for (const state of ['starting', 'syncing'] as const) {
    node.statusOverride = { state, lag: 77 }
    for (const [method, params] of [
      ['tx_send', { raw }],
      ['tx_sendAndWait', { raw }],
      ['tx_prepare', { sender: ALICE.address, calls: [CALL] }],
    ] as const) {
      t.match(await call(method, params), { error: { code: -32002, data: { code: 'node/syncing' } } }, `${method} while ${state}`)
    }
  }
  node.statusOverride = { state: 'stalled' }
  t.match(await call('tx_send', { raw }), { result: { known: false } }, 'a stalled chain may go on')
  await server.stop()
})

test('proofs hold: of a transaction and its receipt, of a key, of an absent key', async (t) => {
  const node = new FakeNode()
  for (const [index, key] of ['a', 'b', 'c'].entries()) await node.api.submit(signedTransaction([{ key, value: '' }], { unique: index }))
  const block = node.seal({ blockEvent: true })
  const { call, server } = await startHarness({}, node)
  for (const { id } of block.transactions) {
    const proof = (await call('tx_getProof', { hash: id })).result
    const receipt = receiptCodec.parseJson(proof.receipt)
    t.ok(
      receipt.ok &&
        verifyMerkleProof({
          root: proof.header.txRoot,
          leaf: hexToBytes(id),
          index: proof.index,
          size: proof.transactionCount,
          path: proof.transactionPath,
        }),
    )
    t.ok(
      receipt.ok &&
        verifyMerkleProof({
          root: proof.header.receiptsRoot,
          leaf: receiptCodec.encode(receipt.value),
          index: proof.index,
          size: proof.receiptCount,
          path: proof.receiptPath,
        }),
    )
    t.match(proof, { height: 1, certificate: { headerHash: block.hash }, receiptCount: 4, transactionCount: 3 })
  }
  t.match(await call('tx_getProof', { hash: `0x${'00'.repeat(32)}` }), { error: { code: -32001, data: { code: 'tx/not-final' } } })
  for (const [key, value] of [
    [bytesToHex(COUNT_KEY), '0x0003'],
    ['0x6e6f', null],
  ] as const) {
    const answer = (await call('state_getProof', { key })).result
    t.equal(answer.value, value)
    const { siblings, otherLeaf } = answer.proof
    const proof = { key: hexToBytes(key), siblings, ...(value === null ? { otherLeaf } : { value: hexToBytes(value) }) }
    t.match(verifyStateProof(answer.header.stateRoot, hexToBytes(key), proof), {
      ok: true,
      value: { type: value === null ? 'absent' : 'present' },
    })
  }
  t.notOk('certificate' in (await call('state_getProof', { key: '0x00', height: 0 })).result, 'genesis has no certificate')
  await server.stop()
})

test('state_query: values with their height, and what it refuses', async (t) => {
  const node = new FakeNode()
  await node.api.submit(signedTransaction([{ key: 'a', value: '1' }]))
  node.seal()
  node.seal()
  const { call, server } = await startHarness({}, node)
  t.same((await call('state_query', ['notes', 'count'])).result, { value: 1, height: 2 })
  t.same((await call('state_query', ['notes', 'count', {}, 'earliest'])).result, { value: 0, height: 0 })
  t.same((await call('state_query', ['notes', 'count', {}, 1])).result, { value: 1, height: 1 })
  node.oldestBlock = 1
  const rows: readonly [params: readonly Json[], number: number, code: string, path?: string][] = [
    [['nope', 'count'], -32602, 'query/unknown-module', 'module'],
    [['notes', 'nope'], -32602, 'query/unknown-query', 'query'],
    [['notes', 'note', { key: 5 }], -32602, 'rpc/bad-params', 'args.key'],
    [['notes', 'note', { key: 'zzz' }], -32001, 'notes/unknown-note', 'key'],
    [['notes', 'count', {}, 3], -32001, 'state/unknown-height', 'height'],
    [['notes', 'count', {}, 0], 4444, 'state/pruned', 'height'],
  ]
  for (const [params, number, code, path] of rows)
    t.match(await call('state_query', params), { error: { code: number, data: { code, path } } }, code)
  await server.stop()
})
