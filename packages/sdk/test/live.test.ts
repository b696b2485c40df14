import { partyAddress } from '@hanse/protocol'
import {
  buildTransaction,
  createClient,
  type HanseClient,
  HanseRpcError,
  signTransaction,
  verifyCertificate,
  verifyStateProof,
  verifyTransactionProof,
} from '@hanse/sdk'
import { test } from 'tap'
import { CHAIN, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { type RunningSoloNode, SoloNode, serve } from '../../node/test/support/solo-node.ts'

/** The real RPC over the real modules. */
async function start(t: { teardown(handler: () => Promise<void>): void }): Promise<RunningSoloNode & { readonly client: HanseClient }> {
  const running = await serve()
  t.teardown(running.stop)
  return { ...running, client: createClient({ url: running.url, genesisHash: CHAIN.genesisHash }) }
}

const maker = operatorKey('bank-a', 'maker')
const transfer = (amount: string): { module: string; command: string; params: Record<string, string> } => ({
  module: 'settlement',
  command: 'transfer',
  params: { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount, reference: 'invoice 17' },
})

test('money moves, and everybody can check that it did', async (t) => {
  const { client } = await start(t)
  const receipt = await client.transact({ signers: [maker], calls: [transfer('12345')] })
  t.match(receipt, { outcome: 'success', height: 1, events: [{ module: 'settlement', type: 'transferred' }] })
  const { value, height } = await client.query<{ amount: string }>('settlement', 'balance', { partyId: 'nanhai', currency: 'CNY' })
  t.same([value.amount, height], ['12345', 1])
  const proven = await client.fetchProof(receipt.txId)
  t.match(proven, { ok: true, value: { receipt: { txId: receipt.txId, outcome: 'success' }, block: { header: { height: 1 } } } })
})

test('a proof convinces with the validators alone, and no changed proof does', async (t) => {
  const { client } = await start(t)
  const { txId } = await client.transact({ signers: [maker], calls: [transfer('1'), transfer('2')] })
  const { genesis, genesisHash } = CHAIN
  const proof = JSON.parse(JSON.stringify(await client.call('tx_getProof', { hash: txId }))) as Record<string, unknown>
  t.ok(verifyTransactionProof(proof, { genesis }).ok)
  t.ok(verifyTransactionProof(proof, { validators: genesis.validators, chainId: genesis.chainId, genesisHash }).ok)
  const receipt = proof['receipt'] as object
  const header = proof['header'] as object
  const certificate = proof['certificate'] as { signatures: object[] }
  const rows: readonly (readonly [string, object, object])[] = [
    ['another outcome', { receipt: { ...receipt, outcome: 'rejected' } }, { code: 'proof/bad-inclusion' }],
    ['another time', { header: { ...header, timeMs: 1 } }, { code: 'consensus/bad-certificate' }],
    [
      'fewer signatures',
      { certificate: { ...certificate, signatures: certificate.signatures.slice(1) } },
      { code: 'consensus/bad-certificate' },
    ],
    ['another transaction', { id: `0x${'11'.repeat(32)}` }, { code: 'proof/bad-inclusion' }],
    ['nothing at all', { header: undefined }, { code: 'encoding/bad-field', path: 'header' }],
  ]
  for (const [name, change, error] of rows)
    t.match(verifyTransactionProof({ ...proof, ...change }, { genesis }), { ok: false, error }, name)
  for (const nonsense of [null, 'proof', [], {}, 7]) t.notOk(verifyTransactionProof(nonsense, { genesis }).ok)
  const others = { validators: [...genesis.validators].reverse(), chainId: genesis.chainId, genesisHash }
  t.match(verifyTransactionProof(proof, others), { ok: false, error: { code: 'proof/bad-header' } })
  const elsewhere = { validators: genesis.validators, chainId: genesis.chainId, genesisHash: `0x${'22'.repeat(32)}` as typeof genesisHash }
  t.match(verifyTransactionProof(proof, elsewhere), { ok: false, error: { code: 'proof/bad-header' } })
})

test('a certificate and a state proof hold offline; what the state does not have is proven absent', async (t) => {
  const { client } = await start(t)
  await client.transact({ signers: [maker], calls: [transfer('1')] })
  const { genesis } = CHAIN
  const certified = await client.callRaw('chain_getCertificate', { height: 1 })
  t.match(verifyCertificate(certified, { genesis }), { ok: true, value: { header: { height: 1 } } })
  t.match(verifyCertificate({ ...(certified as object), certificate: undefined }, { genesis }), { ok: false })
  const key = `0x${Buffer.from(`settlement\0nothing here`).toString('hex')}` as const
  const absent = await client.callRaw('state_getProof', { key, height: 1 })
  t.match(verifyStateProof(absent, key, { genesis }), { ok: true, value: { entry: { type: 'absent' } } })
  t.match(verifyStateProof(absent, `${key}00`, { genesis }), { ok: false, error: { code: 'proof/bad-state-proof' } })
  t.match(verifyStateProof(absent, '0x1' as never, { genesis }), { ok: false, error: { path: 'key' } })
  const first = await client.callRaw('state_getProof', { key, height: 0 })
  t.match(verifyStateProof(first, key, { genesis }), { ok: false, error: { code: 'proof/uncertified' } })
  t.ok(partyAddress('bank-a').startsWith('0x'))
})

test('a refusal is final too: an error with the module’s code and the receipt', async (t) => {
  const { client } = await start(t)
  const refused = await client.transact({ signers: [maker], calls: [transfer('99999999999999')] }).catch((error: unknown) => error)
  if (!(refused instanceof HanseRpcError)) throw refused
  t.match(refused, { code: -32003, data: { code: 'settlement/insufficient-funds' }, receipt: { outcome: 'rejected', height: 1 } })
  t.match(refused.rejection.hint, /./)
  const hash = refused.receipt?.txId
  if (hash === undefined) throw new Error('no receipt')
  t.match(await client.call('tx_get', { hash }), { status: 'rejected' })
  t.ok((await client.fetchProof(hash)).ok, 'and it can be proven')
})

test('four eyes: maker and checker sign one transaction', async (t) => {
  const { client } = await start(t)
  const mint = { module: 'settlement', command: 'mint', params: { currency: 'CNY', to: 'shunhe', amount: '5', reference: 'deposit' } }
  await t.rejects(client.transact({ signers: [maker], calls: [mint] }), {
    name: 'HanseRpcError',
    data: { code: 'organizations/four-eyes-required' },
  })
  t.match(await client.transact({ signers: [maker, operatorKey('bank-a', 'checker')], calls: [mint] }), { outcome: 'success' })
})

test('the same bytes twice are executed once', async (t) => {
  const { client, node } = await start(t)
  const unsigned = buildTransaction({ chain: await client.chain(), sender: maker.address, calls: [transfer('7')] })
  const signed = await signTransaction(unsigned, [maker])
  node.isPaused = true
  t.match(await client.send(signed), { hash: signed.hash, known: false })
  t.match(await client.send(signed), { hash: signed.hash, known: true })
  const waiting = client.sendAndWait(signed)
  node.seal()
  const receipt = await waiting
  t.same(await client.waitForReceipt(signed.hash), receipt)
  t.same(await client.sendAndWait(signed), receipt)
  t.equal((await client.query<{ amount: string }>('settlement', 'balance', { partyId: 'nanhai', currency: 'CNY' })).value.amount, '7')
})

test('a subscription outlives its server, without gap and without repetition', async (t) => {
  const node = new SoloNode()
  const first = await serve(node)
  const port = Number(new URL(first.url).port)
  const client = createClient({ url: first.url })
  const heights: number[] = []
  const reading = (async () => {
    for await (const { data } of client.subscribe('blocks', { from: 0 })) {
      heights.push(data.height)
      if (data.height === 6) break
    }
  })()
  node.seal()
  node.seal()
  while (heights.length < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  await first.stop()
  node.seal()
  node.seal()
  const second = await serve(node, port)
  t.teardown(second.stop)
  node.seal()
  node.seal()
  await reading
  t.same(heights, [0, 1, 2, 3, 4, 5, 6])
})

test('a filter narrows what is told', async (t) => {
  const { client } = await start(t)
  await client.transact({ signers: [maker], calls: [transfer('1')] })
  await client.transact({ signers: [maker], calls: [transfer('99999999999999')] }).catch(() => undefined)
  await client.transact({ signers: [maker], calls: [transfer('3')] })
  const amounts: (string | undefined)[] = []
  for await (const { data } of client.subscribe('events', { from: 'earliest', filter: { module: 'settlement', type: 'transferred' } })) {
    amounts.push(data.event.attributes.find(({ key }) => key === 'amount')?.value)
    if (amounts.length === 2) break
  }
  t.same(amounts, ['1', '3'])
  for await (const { data } of client.subscribe('transactions', { from: 0, filter: { outcome: 'rejected' } })) {
    t.match(data, { receipt: { code: 'settlement/insufficient-funds' }, body: { calls: [transfer('99999999999999')] } })
    break
  }
})
