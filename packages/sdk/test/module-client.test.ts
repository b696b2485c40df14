import { MODULES } from '@hanse/modules'
import type { Hex } from '@hanse/primitives'
import { type ChainParams, encodeGenesis, type Json, parseGenesis } from '@hanse/protocol'
import {
  buildTransaction,
  type CallDraft,
  type CurrencyCode,
  callDigest,
  createClient,
  type FinalReceipt,
  generateKeyPair,
  type HanseClient,
  HanseError,
  readableBody,
  readSignedTransaction,
  type UnsignedTransaction,
} from '@hanse/sdk'
import { defineModule, type Module } from '@hanse/state'
import { test } from 'tap'
import { CHAIN } from '../../node/test/support/solo-genesis.ts'
import { chainModule, pallets, untyped } from './support/pallets.ts'

const OWN = [pallets, chainModule, untyped] as const

/** The chain of the tests with modules of its own. */
const OWN_CHAIN = (() => {
  const modules = [...CHAIN.genesis.modules, ...OWN.map(({ name, version }) => ({ name, version }))]
  const chain = parseGenesis(encodeGenesis({ ...CHAIN.genesis, modules }))
  if (!chain.ok) throw new Error(chain.error.message)
  return chain.value
})()

interface Request {
  readonly method: string
  readonly params: Readonly<Record<string, Json>>
}

/** A node that has the chain, answers every query with its args, calls every transaction final, and remembers what it was asked. */
function answering(voted: Partial<ChainParams> = {}): { readonly fetch: typeof globalThis.fetch; readonly requests: Request[] } {
  const requests: Request[] = []
  const resultOf = ({ method, params }: Request): object => {
    if (method === 'chain_getGenesis') return { genesis: OWN_CHAIN.genesis, genesisHash: OWN_CHAIN.genesisHash }
    if (method === 'chain_getParams') return { params: { ...OWN_CHAIN.genesis.params, ...voted } }
    if (method === 'state_query') return { value: params['args'] ?? {}, height: 7 }
    const signed = readSignedTransaction(params['raw'] as Hex)
    if (!signed.ok) throw new Error(signed.error.message)
    return { txId: signed.value.hash, index: 0, outcome: 'success', events: [], height: 8, blockHash: OWN_CHAIN.genesisHash, timeMs: 1 }
  }
  const fetch = async (_url: unknown, init?: RequestInit): Promise<Response> => {
    const request = JSON.parse(String(init?.body)) as Request
    requests.push(request)
    return new Response(JSON.stringify({ jsonrpc: '2.0', id: 1, result: resultOf(request) }))
  }
  return { fetch: fetch as typeof globalThis.fetch, requests }
}

const key = generateKeyPair()
const url = 'http://127.0.0.1:1'

test('a command is a transaction of one call, signed by the client’s signers or by those that are given', async (t) => {
  const { fetch, requests } = answering()
  const client = createClient({ url, fetch, signers: [key] })
  const params = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '5', reference: 'x' } as const
  const receipt: FinalReceipt = await client.settlement.transfer(params, { clientRef: 'order-1' })
  t.match(receipt, { outcome: 'success', height: 8 })
  const sent = readSignedTransaction(requests.at(-1)?.params['raw'] as Hex)
  if (!sent.ok) throw new Error(sent.error.message)
  t.match(readableBody(sent.value.body), {
    clientRef: 'order-1',
    sender: key.address,
    calls: [{ module: 'settlement', command: 'transfer', params }],
  })
  const [maker, checker] = [generateKeyPair(), generateKeyPair()]
  await client.settlement.transfer(params, { signers: [maker, checker] })
  const second = readSignedTransaction(requests.at(-1)?.params['raw'] as Hex)
  t.match(second, { ok: true, value: { signers: [maker.address, checker.address] } })
  const unsigned = createClient({ url, fetch })
  await t.rejects(unsigned.settlement.transfer(params), { name: 'HanseError', rejection: { code: 'sdk/no-signer' } })
})

test('drafts of several modules make one transaction', async (t) => {
  const { fetch, requests } = answering()
  const client = createClient({ url, fetch, signers: [key] })
  const drafts: readonly CallDraft[] = [
    client.receivables.accept.draft({ certNo: 'SH-1' }),
    client.settlement.transfer.draft({ from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '5', reference: 'x' }),
  ]
  await client.transact({ calls: drafts })
  const sent = readSignedTransaction(requests.at(-1)?.params['raw'] as Hex)
  t.match(sent.ok && readableBody(sent.value.body).calls, drafts)
})

test('a query asks what its name says, at the height that is given', async (t) => {
  const { fetch, requests } = answering()
  const client = createClient({ url, fetch })
  const { value, height } = await client.settlement.query.balance({ partyId: 'nanhai', currency: 'CNY' }, { height: 3 })
  const account: string = value.account
  const amount: string = value.amount
  t.same([account, amount, height], [undefined, undefined, 7], 'this node echoes: the types are those of the schema')
  t.same(requests.at(-1)?.params, { module: 'settlement', query: 'balance', args: { partyId: 'nanhai', currency: 'CNY' }, height: 3 })
  await client.settlement.query.currencies()
  t.same(requests.at(-1)?.params, { module: 'settlement', query: 'currencies', args: {} })
  t.equal(typeof client.receivables.issue, 'function', 'a command and a query of one name stand side by side')
  t.equal(typeof client.receivables.query.issue, 'function')
})

test('what a module says of itself goes along', (t) => {
  const client = createClient({ url })
  const summary: 'Payer: moves money to another party; four-eyes from the currency’s threshold' = client.settlement.transfer.summary
  t.match(summary, /^Payer/)
  t.match(client.settlement.transfer.paramsSchema, { required: ['from', 'to', 'currency', 'amount', 'reference'] })
  t.match(client.settlement.query.balance.resultSchema, { properties: { amount: { type: 'string' } } })
  t.match(client.settlement.query.balance.argsSchema, { required: ['partyId', 'currency'] })
  t.end()
})

test('a module of one’s own is as good as the registered ones', async (t) => {
  const { fetch, requests } = answering()
  const client = createClient({ url, fetch, signers: [key], modules: OWN })
  await client.pallets.deliver({ depot: 'north', count: '12' })
  const raw = requests.at(-1)?.params['raw'] as Hex
  const sent = readSignedTransaction(raw)
  if (!sent.ok) throw new Error(sent.error.message)
  const call = { module: 'pallets', command: 'deliver', params: { depot: 'north', count: '12' } }
  t.match(readableBody(sent.value.body, OWN), { calls: [call] })
  t.match(readableBody(sent.value.body), { calls: [{ module: 'pallets', paramsBytes: /^0x/ }] }, 'without the module the params stay bytes')
  t.match(callDigest(OWN_CHAIN, call, OWN), /^0x[0-9a-f]{64}$/)
  const { value } = await client.pallets.query.stock({ depot: 'north' })
  const changes: number = value.changes
  t.equal(changes, undefined)
  t.same(await client.modules.chain.query.stock({ depot: 'south' }), { value: { depot: 'south' }, height: 7 })
  t.equal((await client.chain()).genesisHash, OWN_CHAIN.genesisHash, 'the client’s own members win')
  t.match(await client.transact({ calls: [{ module: 'untyped', command: 'deliver', params: { depot: 'north', count: '1' } }] }), {})
})

test('a module that a vote brought stands in no genesis: the one that is given counts, the last of a name', (t) => {
  const later = defineModule({ ...pallets, version: 4 })
  const calls = [{ module: 'pallets', command: 'deliver', params: { depot: 'north', count: '12' } }]
  const built = (modules: readonly Module[]): object =>
    readableBody(buildTransaction({ chain: CHAIN, sender: key.address, calls, modules }).body, modules)
  t.match(built([...MODULES, pallets]), { calls })
  t.match(built([...MODULES, pallets, later]), { calls })
  const renewed = defineModule({ ...pallets, name: 'settlement', version: 2 })
  const [call] = calls.map((one) => ({ ...one, module: 'settlement' }))
  const body = buildTransaction({ chain: CHAIN, sender: key.address, calls: [call as CallDraft], modules: [...MODULES, renewed] }).body
  t.match(readableBody(body, [renewed]), { calls: [call] }, 'a version of one’s own of a registered module')
  const other = { ...CHAIN, genesis: { ...CHAIN.genesis, modules: [{ name: 'settlement', version: 9 }] } }
  const transfer = { module: 'settlement', command: 'transfer', params: {} }
  t.throws(() => buildTransaction({ chain: other, sender: key.address, calls: [transfer] }), {
    name: 'HanseError',
    rejection: { code: 'tx/unknown-module' },
  })
  t.end()
})

test('a name that nothing has says which there are', async (t) => {
  const client = createClient({ url })
  const loose = client as unknown as Record<string, Record<string, Record<string, () => void>>>
  const rows: readonly (readonly [() => unknown, RegExp, RegExp])[] = [
    [
      () => loose['recievables']?.['split'],
      /^the client has no recievables$/,
      /^Did you mean receivables\? It has organizations, supervision, settlement, invoices, receivables, payments/,
    ],
    [
      () => loose['settlement']?.['transfre'],
      /^the module settlement has no transfre$/,
      /^Did you mean transfer\? It has mint, redeem, transfer/,
    ],
    [
      () => loose['settlement']?.['query']?.['balnce'],
      /^query of settlement has no balnce$/,
      /^Did you mean balance\? It has balance, balances, supply/,
    ],
    [() => loose['modules']?.['pallets'], /has no pallets$/, /^It has .*settlement/],
  ]
  for (const [look, message, hint] of rows) {
    t.throws(look, { name: 'HanseError', rejection: { code: 'sdk/unknown-name', message, hint } })
  }
  t.equal(await client, client, 'a client can be awaited')
  t.type(JSON.stringify(client), 'string', 'and printed')
})

test('what does not fit is named by its path before anything is sent', async (t) => {
  const { fetch, requests } = answering()
  const client = createClient({ url, fetch, signers: [key], modules: [pallets] })
  const wrong = client.pallets.deliver({ depot: 'north', count: '-1' })
  await t.rejects(wrong, { name: 'HanseError', rejection: { code: 'encoding/bad-field', path: 'calls.0.params.count' } })
  t.same(
    requests.map(({ method }) => method),
    ['chain_getGenesis', 'chain_getParams'],
  )
  const build = { chain: CHAIN, sender: key.address, calls: [{ module: 'pallets', command: 'deliver', params: {} }] }
  t.throws(() => buildTransaction(build), { name: 'HanseError', rejection: { code: 'tx/unknown-module' } })
})

test('how long a transaction may live is what votes have made of it, asked once a while', async (t) => {
  const { timeToLiveMsMax } = OWN_CHAIN.genesis.params
  const { fetch, requests } = answering({ timeToLiveMsMax: 2 * timeToLiveMsMax })
  const client = createClient({ url, fetch, signers: [key], modules: [pallets] })
  const deliver = { module: 'pallets', command: 'deliver', params: { depot: 'north', count: '1' } }
  const expiresAtMs = Date.now() + timeToLiveMsMax + 60_000
  for (const _ of [1, 2]) t.match(await client.transact({ calls: [deliver], expiresAtMs }), { outcome: 'success' })
  t.equal(requests.filter(({ method }) => method === 'chain_getParams').length, 1)
  const less = createClient({ url, fetch: answering({ timeToLiveMsMax: 30_000 }).fetch, signers: [key], modules: [pallets] })
  const refused = { name: 'HanseError', rejection: { code: 'pool/expiry-too-far', hint: /30000 ms/ } }
  await t.rejects(less.transact({ calls: [deliver], expiresAtMs: Date.now() + 60_000 }), refused)
  const expiries: number[] = []
  const onSigned = ({ body }: UnsignedTransaction): void => void expiries.push(body.expiresAtMs)
  await less.transact({ calls: [deliver], onSigned })
  t.ok((expiries[0] ?? 0) <= Date.now() + 15_000, 'half of what the chain allows')
})

test('an event is read by the name of its type', (t) => {
  const { fetch } = answering()
  const { pallets: own, settlement } = createClient({ url, fetch, modules: [pallets] })
  const { delivered } = own.event
  t.same(delivered.filter, { module: 'pallets', type: 'delivered' })
  t.equal(delivered.summary, 'A depot took pallets in')
  t.match(delivered.attributesSchema, { required: ['depot', 'count', 'lorries', 'isFull'] })
  const texts = { count: '12', depot: 'north', isFull: 'true', lorries: '2' }
  const told = (more: object = {}) => ({
    ...delivered.filter,
    attributes: Object.entries({ ...texts, ...more }).map(([name, value]) => ({ key: name, value })),
  })
  const read: { depot: string; count: string; lorries: number; isFull: boolean; note?: string } | undefined = delivered.read(told())
  t.same(read, { count: '12', depot: 'north', isFull: true, lorries: 2 })
  t.equal(delivered.read({ ...told(), type: 'lost' }), undefined)
  t.equal(settlement.event.transferred.read(told()), undefined)
  for (const [more, path] of [
    [{ lorries: 'many' }, 'lorries'],
    [{ weight: '5' }, 'weight'],
  ] as const) {
    t.throws(() => delivered.read(told(more)), {
      name: 'HanseError',
      rejection: { code: 'sdk/bad-event', path, hint: /version of the module/ },
    })
  }
  const members = settlement.event as unknown as Readonly<Record<string, unknown>>
  t.throws(() => members['transfered'], {
    name: 'HanseError',
    rejection: { code: 'sdk/unknown-name', hint: /It has minted, redeemed, transferred\./ },
  })
  t.end()
})

/** Never run: each line that the compiler must refuse says so, and `npm run lint` fails where it takes one. */
export async function refusedByTheCompiler(client: HanseClient): Promise<void> {
  // @ts-expect-error no such module
  client.recievables
  // @ts-expect-error no such command
  client.settlement.transfre
  // @ts-expect-error a query is no command
  client.settlement.balance
  // @ts-expect-error a command is no query
  client.settlement.query.transfer
  // @ts-expect-error an amount is a text
  await client.settlement.transfer({ from: 'a', to: 'b', currency: 'CNY', amount: 5, reference: 'x' })
  // @ts-expect-error no currency of ISO 4217
  await client.settlement.transfer({ from: 'a', to: 'b', currency: 'XXX', amount: '5', reference: 'x' })
  // @ts-expect-error the payee is missing
  await client.settlement.transfer({ from: 'a', currency: 'CNY', amount: '5', reference: 'x' })
  // @ts-expect-error one member too many
  await client.settlement.transfer({ from: 'a', to: 'b', currency: 'CNY', amount: '5', reference: 'x', fee: '1' })
  // @ts-expect-error args are required
  await client.settlement.query.balance()
  // @ts-expect-error a cursor is a text
  await client.receivables.query.certificatesOfHolder({ partyId: 'a', cursor: 5 })
  // @ts-expect-error a reserve’s hash is 0x-hex
  client.settlement.mint.draft({ currency: 'CNY', to: 'a', amount: '5', reference: 'x', reserveHash: 'abc' })
  client.settlement.mint.draft({ currency: 'CNY', to: 'a', amount: '5', reference: 'x', reserveHash: '0xabc' })
  const { value } = await client.receivables.query.certificate({ certNo: 'SH-1' })
  // @ts-expect-error an amount is a text
  const outstanding: bigint = value.certificate.outstanding
  // @ts-expect-error a state of certificates, and no other
  if (value.certificate.status === 'LOST') throw new HanseError({ code: 'a/b', message: `${outstanding}` })
  // @ts-expect-error may be absent
  const parent: string = value.certificate.parentNo
  const balance = await client.settlement.proof.balance({ partyId: 'a', currency: 'CNY' })
  // @ts-expect-error proven to be absent, perhaps
  if (balance.ok) balance.value.value.amount
  // @ts-expect-error no such kind of record
  client.settlement.proof.supply
  // @ts-expect-error a key has all of its parts
  client.settlement.proof.balance.keyOf({ partyId: 'a' })
  // @ts-expect-error no such event
  client.settlement.event.transfered
  const paid = client.settlement.event.transferred.read({ module: 'settlement', type: 'transferred', attributes: [] })
  // @ts-expect-error of another type, perhaps
  paid.amount
  // @ts-expect-error an amount is a text
  const moved: bigint | undefined = paid?.amount
  // @ts-expect-error no such attribute
  if (moved !== undefined) paid?.fee
  // @ts-expect-error pallets are not registered
  client.pallets
  const own = createClient({ url: parent, modules: [pallets] })
  // @ts-expect-error a count is a text
  await own.pallets.deliver({ depot: 'north', count: 12 })
  const blurred = createClient({ url: parent, modules: [untyped] })
  // @ts-expect-error of a module that is annotated `Module` no names are known
  blurred.untyped
  await blurred.settlement.query.currencies()
  const currency: CurrencyCode = 'CNY'
  await client.settlement.transfer({ from: 'a', to: 'b', currency, amount: '5', reference: 'x' })
  // @ts-expect-error no currency of ISO 4217
  await client.settlement.query.balance({ partyId: 'a', currency: 'XXX' satisfies CurrencyCode })
  client.subscribe('blocks', { from: 5 })
  // @ts-expect-error what a node tells of itself stands in no block
  client.subscribe('node', { from: 5 })
  // @ts-expect-error nor does what it tells of the consensus
  client.subscribe('consensus', { from: 5 })
  client.subscribe('node', { from: 'earliest' })
}
