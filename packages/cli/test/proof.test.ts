import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Json, validatorRecordCodec } from '@hanse/protocol'
import { createClient } from '@hanse/sdk'
import { test } from 'tap'
import { CHAIN, GENESIS_BYTES, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { SoloNode, serve } from '../../node/test/support/solo-node.ts'
import { jsonOf, runCli } from './support/run-cli.ts'

test('what a node proves is checked offline, by the genesis or by the validators alone', async (t) => {
  const { url, stop } = await serve()
  t.teardown(stop)
  const client = createClient({ url })
  const params = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '5', reference: 'x' }
  const { txId } = await client.transact({
    signers: [operatorKey('bank-a', 'maker')],
    calls: [{ module: 'settlement', command: 'transfer', params }],
  })
  const root = t.testdir({ 'genesis.json': Buffer.from(GENESIS_BYTES) })
  const proof = (await client.callRaw('tx_getProof', { hash: txId })) as { readonly [name: string]: Json }
  const key = `0x${Buffer.from('settlement\0nothing').toString('hex')}`
  const files: Readonly<Record<string, unknown>> = {
    proof,
    changed: { ...proof, index: 1 },
    certificate: await client.callRaw('chain_getCertificate', { height: 1 }),
    state: await client.callRaw('state_getProof', { key, height: 1 }),
    validators: await client.callRaw('consensus_getValidators'),
    strangers: CHAIN.genesis.validators.toReversed().map((record) => validatorRecordCodec.toJson(record)),
    nothing: [],
  }
  for (const [name, json] of Object.entries(files)) await writeFile(join(root, `${name}.json`), JSON.stringify(json))
  const { chainId } = CHAIN.genesis
  const verify = (name: string, ...trust: readonly string[]): ReturnType<typeof runCli> =>
    runCli(['proof', 'verify', join(root, `${name}.json`), ...trust, '--json'])
  const byGenesis = ['--genesis', join(root, 'genesis.json')]
  const byValidators = (file: string): readonly string[] => {
    return ['--validators', join(root, `${file}.json`), '--chain-id', `${chainId}`, '--genesis-hash', CHAIN.genesisHash]
  }
  const common = { valid: true, height: 1, genesisHash: CHAIN.genesisHash, signers: ['bank-a', 'bank-b', 'core-firm'] }
  const rows: readonly (readonly [Promise<Awaited<ReturnType<typeof runCli>>>, number, object])[] = [
    [verify('proof', ...byGenesis), 0, { ...common, kind: 'transaction', receipt: { txId, outcome: 'success' } }],
    [verify('proof', ...byValidators('validators')), 0, common],
    [verify('certificate', ...byGenesis), 0, { ...common, kind: 'certificate' }],
    [verify('state', ...byGenesis), 0, { ...common, kind: 'state', key, value: null }],
    [verify('changed', ...byGenesis), 1, { error: { code: 'proof/bad-inclusion', path: 'receipt.index' } }],
    [verify('proof', ...byValidators('strangers')), 1, { error: { code: 'proof/bad-header' } }],
    [verify('nothing', ...byGenesis), 2, { error: { code: 'cli/usage' } }],
    [verify('proof'), 2, { error: { code: 'cli/usage', message: /whom to trust/ } }],
  ]
  for (const [run, code, json] of rows) t.match([(await run).code, jsonOf(await run)], [code, json])
})

test('proof get fetches, checks and keeps a proof; a node that lies is found out', async (t) => {
  const node = new SoloNode()
  const { url, stop } = await serve(node)
  t.teardown(stop)
  const client = createClient({ url })
  const params = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '5', reference: 'x' }
  const { txId } = await client.transact({
    signers: [operatorKey('bank-a', 'maker')],
    calls: [{ module: 'settlement', command: 'transfer', params }],
  })
  const out = join(t.testdir(), 'proof.json')
  t.match(jsonOf(await runCli(['proof', 'get', txId, '--out', out, '--json', '--rpc', url])), {
    hash: txId,
    height: 1,
    genesisHash: CHAIN.genesisHash,
  })
  t.match(jsonOf(await runCli(['proof', 'get', txId, '--rpc', url])), { id: txId, receipt: { outcome: 'success' } })
  const block = node.blocks[1]
  if (block?.certificate === undefined) throw new Error('no block')
  const lie = { ...block, receipts: block.receipts.map((receipt) => ({ ...receipt, events: [] })) }
  node.blocks[1] = lie
  const lied = await runCli(['proof', 'get', txId, '--json', '--rpc', url])
  t.match([lied.code, jsonOf(lied)], [1, { error: { code: 'proof/bad-inclusion' } }])
})

test('a record of the state is proven by its name, its absence too, and a file cannot call it by another', async (t) => {
  const { url, stop } = await serve()
  t.teardown(stop)
  const params = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '5', reference: 'x' }
  const calls = [{ module: 'settlement', command: 'transfer', params }]
  await createClient({ url }).transact({ signers: [operatorKey('bank-a', 'maker')], calls })
  const root = t.testdir({ 'genesis.json': Buffer.from(GENESIS_BYTES) })
  const get = async (party: string, ...more: readonly string[]): Promise<string> => {
    const out = join(root, `${party}.json`)
    const words = ['proof', 'get', 'settlement.balance', `partyId=${party}`, 'currency=CNY', '--out', out, '--rpc', url, ...more]
    const run = await runCli(words)
    t.equal(run.code, 0, run.stderr)
    return out
  }
  const verify = async (file: string): Promise<object> =>
    jsonOf(await runCli(['proof', 'verify', file, '--genesis', join(root, 'genesis.json'), '--json']))
  const present = await get('nanhai')
  t.match(await verify(present), { kind: 'state', height: 1, value: { amount: '5' }, record: { args: { partyId: 'nanhai' } } })
  t.match(await verify(await get('tax', '--height', '1')), { kind: 'state', height: 1, value: null })
  const file = JSON.parse(await readFile(present, 'utf8')) as { record: { args: object } }
  const lie = { ...file, record: { ...file.record, args: { partyId: 'shunhe', currency: 'CNY' } } }
  await writeFile(join(root, 'lie.json'), JSON.stringify(lie))
  t.match(await verify(join(root, 'lie.json')), { error: { code: /^(proof|encoding)\// } })
  const missing = await runCli(['proof', 'get', 'settlement.balance', 'partyId=nanhai', '--rpc', url])
  t.match([missing.code, missing.stderr], [2, /Try: hanse proof get settlement\.balance partyId=… currency=…/])
})

test('a record of a module of one’s own is proven and read with its package, and with no other', async (t) => {
  const { url, stop } = await serve()
  t.teardown(stop)
  const root = t.testdir({ 'genesis.json': Buffer.from(GENESIS_BYTES) })
  const [dir, file] = [join(root, 'loyalty'), join(root, 'account.json')]
  t.equal((await runCli(['module', 'new', 'loyalty', '--dir', dir])).code, 0)
  const get = ['proof', 'get', 'loyalty.account', 'partyId=nanhai', '--rpc', url]
  const without = await runCli(get)
  t.match([without.code, without.stderr], [2, /Try: hanse proof get loyalty\.account partyId=nanhai --module DIR/])
  const other = await runCli([...get, '--module', dir, '--json'])
  t.match([other.code, jsonOf(other)], [1, { error: { code: 'proof/other-module', message: 'the chain has no module loyalty' } }])
  await createClient({ url }).transact({
    signers: [operatorKey('bank-a', 'maker')],
    calls: [
      { module: 'settlement', command: 'transfer', params: { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '5', reference: 'x' } },
    ],
  })
  t.match(await runCli([...get, '--module', dir, '--height', '1', '--out', file]), { code: 0 })
  const verify = ['proof', 'verify', file, '--genesis', join(root, 'genesis.json'), '--json']
  t.match(jsonOf(await runCli([...verify, '--module', dir])), { valid: true, value: null, record: { name: 'loyalty.account' } })
  t.match(jsonOf(await runCli(verify)), { error: { code: 'proof/unknown-record', try: /the package 0x[0-9a-f]{64}: --module DIR/ } })
  const store = join(dir, 'src/store.ts')
  await writeFile(store, `${await readFile(store, 'utf8')}// changed\n`)
  t.match(jsonOf(await runCli([...verify, '--module', dir])), { error: { code: 'proof/other-module', path: 'record.moduleHash' } })
})
