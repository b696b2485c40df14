import { readFileSync } from 'node:fs'
import { MODULES } from '@hanse/modules'
import { bytesToHex, utf8ToBytes } from '@hanse/primitives'
import { parseField } from '@hanse/protocol'
import { createClient, type HanseClient, type Trust } from '@hanse/sdk'
import { test } from 'tap'
import { CHAIN, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'

const trust: Trust = { genesis: CHAIN.genesis }
const NANHAI = { partyId: 'nanhai', currency: 'CNY' } as const
const TAX = { partyId: 'tax', currency: 'CNY' } as const

type Proof = {
  readonly proof: Readonly<Record<string, unknown>> & { readonly siblings: readonly string[] }
  readonly header: Readonly<Record<string, unknown>>
  readonly certificate: { readonly signatures: readonly { readonly signer: number; readonly signature: string }[] }
}

async function start(t: { teardown(handler: () => Promise<void>): void }): Promise<HanseClient> {
  const { url, stop } = await serve()
  t.teardown(stop)
  const client = createClient({ url, genesisHash: CHAIN.genesisHash, signers: [operatorKey('bank-a', 'maker')] })
  await client.settlement.transfer({ from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '12345', reference: 'x' }, { clientRef: 'r-1' })
  return client
}

test('a record is proven by its name, its absence too', async (t) => {
  const client = await start(t)
  t.match(await client.settlement.proof.balance(NANHAI), { ok: true, value: { value: { amount: '12345' }, height: 1 } })
  t.match(await client.settlement.proof.balance(TAX), { ok: true, value: { value: undefined, height: 1 } })
  t.match(await client.settlement.proof.currency({ currency: 'CNY' }), { ok: true, value: { value: { issuer: 'bank-a' } } })
  const party = await client.organizations.proof.party({ partyId: 'bank-a' })
  t.match(party, { ok: true, value: { value: { name: 'Demo Bank A', kyc: { status: 'ACTIVE' } } } })
  const { address } = operatorKey('bank-a', 'maker')
  t.match(await client.organizations.proof.operator({ address }), { ok: true, value: { value: { partyId: 'bank-a', status: 'active' } } })
  const used = await client.organizations.proof.clientRef({ partyId: 'bank-a', clientRef: 'r-1' })
  t.match(used, { ok: true, value: { value: { height: 1, txId: /^0x/ } } })
  const unused = await client.organizations.proof.clientRef({ partyId: 'bank-a', clientRef: 'r-2' })
  t.match(unused, { ok: true, value: { value: undefined } })
  t.match(await client.receivables.proof.certificate({ certNo: 'SH-1' }), { ok: true, value: { value: undefined } })
  t.match(await client.invoices.proof.status({ invoiceId: 'x' }), { ok: true, value: { value: undefined } })
})

const SAMPLES: Readonly<Record<string, string | number>> = {
  partyId: 'nanhai',
  address: `0x${'ab'.repeat(20)}`,
  callDigest: `0x${'cd'.repeat(32)}`,
  clientRef: 'order 17',
  currency: 'CNY',
  invoiceId: 'invoice 17',
  lineId: 'L-1',
  certNo: 'SH-1.2',
  proposalId: '17',
  uetr: 'eb6305c9-1f7f-49de-aed0-000000000017',
  bank: 'bank-a',
  requestId: 'R-17',
  listId: 'un',
  ruleId: 'large',
  code: 'supervision/blocked',
  version: 2,
  txId: `0x${'ef'.repeat(32)}`,
  callIndex: 1,
  covers: 'claim',
  period: '2026-03',
  flow: 'settlement.issued',
  place: '0',
}

test('the keys of all records are those of docs/protocol.md', async (t) => {
  const text = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^\| [^|]+ \| `([a-z]+ [a-z-]+ [^`]*)` \| `([A-Za-z]+)` \|$/gm)]
  const documented = rows.map(([, row = '']) =>
    row.split(/ (?![^<]*>)/).map((part) => (part.startsWith('<') ? SAMPLES[part.slice(1, -1)] : part)),
  )
  const kinds = MODULES.flatMap(({ records = {} }) => Object.values(records))
  const keys = kinds.map((kind) => {
    const json = Object.fromEntries(Object.keys(kind.key.jsonSchema['properties'] as object).map((name) => [name, SAMPLES[name]]))
    const key = parseField(kind.key, json)
    if (!key.ok) throw new Error(key.error.message)
    return bytesToHex(kind.keyOf(key.value))
  })
  t.same(documented.map((parts) => bytesToHex(utf8ToBytes(parts.join('\0')))).sort(), keys.sort())
  for (const [, key = '', message] of rows) {
    const module = key.split(' ', 1)[0]
    const proto = readFileSync(new URL(`../../modules/src/${module}/${module}.proto`, import.meta.url), 'utf8')
    t.ok(proto.includes(`message ${message} {`), `${module}.proto has ${message}`)
  }
  const { settlement } = createClient({ url: 'http://127.0.0.1:1' })
  t.ok(text.includes(`\`${settlement.proof.balance.keyOf(NANHAI)}\``), 'the example')
})

test('a name that cannot be a key is refused by its path', (t) => {
  const { settlement } = createClient({ url: 'http://127.0.0.1:1' })
  t.throws(() => settlement.proof.balance.keyOf({ partyId: 'Not An Id', currency: 'CNY' }), {
    name: 'HanseError',
    rejection: { code: 'encoding/bad-field', path: 'partyId' },
  })
  t.match(settlement.proof.balance.summary, /absent/)
  t.match(settlement.proof.balance.keySchema, { required: ['partyId', 'currency'] })
  t.end()
})

test('no changed proof convinces, present or absent', async (t) => {
  const client = await start(t)
  const { balance } = client.settlement.proof
  const fetched = async (key: typeof NANHAI | typeof TAX): Promise<Proof> =>
    (await client.callRaw('state_getProof', { key: balance.keyOf(key) })) as unknown as Proof
  const [present, absent] = [await fetched(NANHAI), await fetched(TAX)]
  t.match(balance.verify(present, NANHAI, trust), { ok: true, value: { value: { amount: '12345' } } })
  t.match(balance.verify(absent, TAX, trust), { ok: true, value: { value: undefined } })
  const withProof = (proof: Proof, change: object): Proof => ({ ...proof, proof: { ...proof.proof, ...change } })
  const flipped = (hash: unknown): string => `${String(hash).slice(0, -1)}${String(hash).endsWith('0') ? '1' : '0'}`
  const { siblings } = present.proof
  const { signatures } = present.certificate
  const forged = signatures.map((one, index) => (index === 0 ? { ...one, signature: flipped(one.signature) } : one))
  const rows: readonly (readonly [string, object, typeof NANHAI | typeof TAX, string])[] = [
    ['more money', withProof(present, { value: '0x0a02ffff' }), NANHAI, 'proof/bad-state-proof'],
    ['no money', withProof(present, { value: undefined }), NANHAI, 'proof/bad-state-proof'],
    ['another sibling', withProof(present, { siblings: siblings.map(flipped) }), NANHAI, 'proof/bad-state-proof'],
    ['a shorter path', withProof(present, { siblings: siblings.slice(0, -1) }), NANHAI, 'proof/bad-state-proof'],
    ['a longer path', withProof(present, { siblings: [...siblings, siblings[0]] }), NANHAI, 'proof/bad-state-proof'],
    ['the money of another', present, TAX, 'proof/bad-state-proof'],
    ['the absence of another', absent, NANHAI, 'proof/bad-state-proof'],
    ['a value where none is', withProof(absent, { value: present.proof['value'] }), TAX, 'proof/bad-state-proof'],
    [
      'another state',
      { ...present, header: { ...present.header, stateRoot: flipped(present.header['stateRoot']) } },
      NANHAI,
      'consensus/bad-certificate',
    ],
    ['another height', { ...present, header: { ...present.header, height: 2 } }, NANHAI, 'consensus/bad-certificate'],
    [
      'too few signatures',
      { ...present, certificate: { ...present.certificate, signatures: signatures.slice(1) } },
      NANHAI,
      'consensus/bad-certificate',
    ],
    ['a forged signature', { ...present, certificate: { ...present.certificate, signatures: forged } }, NANHAI, 'consensus/bad-signature'],
    ['no certificate', { ...present, certificate: undefined }, NANHAI, 'proof/uncertified'],
    [
      'of genesis',
      (await client.callRaw('state_getProof', { key: balance.keyOf(NANHAI), height: 0 })) as object,
      NANHAI,
      'proof/uncertified',
    ],
    ['no proof at all', {}, NANHAI, 'encoding/bad-field'],
  ]
  for (const [name, claim, key, code] of rows) t.match(balance.verify(claim, key, trust), { ok: false, error: { code } }, name)
  const others = { validators: [...CHAIN.genesis.validators].reverse(), chainId: CHAIN.genesis.chainId, genesisHash: CHAIN.genesisHash }
  t.match(balance.verify(present, NANHAI, others), { ok: false, error: { code: 'proof/bad-header' } })
})

test('a node that answers with another height or another key is found out', async (t) => {
  const client = await start(t)
  await client.settlement.transfer({ from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '1', reference: 'x' })
  const at = (change: object): HanseClient => {
    const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
      const request = JSON.parse(String(init?.body)) as { method: string; params: object }
      const params = request.method === 'state_getProof' ? { ...request.params, ...change } : request.params
      return await globalThis.fetch(url as string, { ...init, body: JSON.stringify({ ...request, params }) } as RequestInit)
    }
    return createClient({ url: client.url, fetch: fetch as typeof globalThis.fetch })
  }
  t.match(await client.settlement.proof.balance(NANHAI, { height: 1 }), { ok: true, value: { value: { amount: '12345' }, height: 1 } })
  const stale = await at({ height: 1 }).settlement.proof.balance(NANHAI, { height: 2 })
  t.match(stale, { ok: false, error: { code: 'proof/bad-state-proof', path: 'header.height' } })
  const other = await at({ key: client.settlement.proof.balance.keyOf(TAX) }).settlement.proof.balance(NANHAI)
  t.match(other, { ok: false, error: { code: 'proof/bad-state-proof' } })
})
