import { listRoot, proveAbsence, sortedEntries, subjectKey } from '@hanse/modules'
import type { Hash } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { createClient, fetchComplianceProof, type HanseClient, type Trust, verifyComplianceProof } from '@hanse/sdk'
import fc from 'fast-check'
import { test } from 'tap'
import { CHAIN, operatorKey } from '../../node/test/support/solo-genesis.ts'
import { serve } from '../../node/test/support/solo-node.ts'

const trust: Trust = { genesis: CHAIN.genesis }
const UETR = 'eb6305c9-1f7f-49de-aed0-000000000417'
const ENTRIES: readonly Hash[] = sortedEntries(['A', 'B', 'C'].map((name) => subjectKey({ name, country: 'KP' })))
const both = (party: string) => [operatorKey(party, 'maker'), operatorKey(party, 'checker')] as const

/** Of a genesis that says nothing else. */
const EMERGENCY_NOTICE_HEIGHTS = 10

type File = Readonly<Record<string, Json>>

async function headOf(client: HanseClient): Promise<number> {
  return (await client.payments.query.parameters({})).height
}

async function publish(client: HanseClient, version: number, entries: readonly Hash[]): Promise<void> {
  const height = await headOf(client)
  const head = { version, root: listRoot(entries), count: entries.length, documentHash: `0x${'ab'.repeat(32)}` as const }
  await client.supervision.updateList({ listId: 'sanctions', ...head, effectiveFrom: height + 2 }, { signers: both('regulator') })
  await pass(client)
}

/** A block. */
async function pass(client: HanseClient): Promise<void> {
  const money = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '1', reference: 'a block' } as const
  await client.settlement.transfer(money, { signers: [operatorKey('bank-a', 'maker')] })
}

/** A chain with a list, a rule that reports, and a payment between two of its banks. */
async function start(t: { teardown(handler: () => Promise<void>): void }): Promise<HanseClient> {
  const { url, stop } = await serve()
  t.teardown(stop)
  const client = createClient({ url })
  await publish(client, 1, ENTRIES)
  await client.payments.initiate(
    {
      ...{
        uetr: UETR,
        debtorAgent: 'bank-a',
        creditorAgent: 'bank-b',
        currency: 'CNY',
        instructedAmount: '350000.00',
        chargeBearer: 'DEBT',
      },
      settlementCurrency: 'CNY',
      settlementDate: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
      details: {
        ...{ messageId: 'M', endToEndId: 'E', purpose: 'GDDS' },
        debtor: { name: 'Payer', street: 'Street 1', town: 'Foshan', country: 'CN', account: '1' },
        creditor: { name: 'Payee', town: 'Hanoi', country: 'VN', account: '2' },
      },
    },
    { signers: both('bank-a') },
  )
  return client
}

async function screen(client: HanseClient, version = 1): Promise<void> {
  const { value } = await client.payments.query.complianceProof({ uetr: UETR })
  const absences = value.compliance.subjects.map((key) => proveAbsence(ENTRIES, key as Hash) ?? {})
  for (const agent of ['bank-a', 'bank-b']) {
    const lists = [{ listId: 'sanctions', version, absences }]
    await client.payments.screen({ uetr: UETR, agent, result: 'CLEAR', lists }, { signers: [operatorKey(agent, 'maker')] })
  }
}

async function fetched(client: HanseClient, options = {}): Promise<File> {
  const file = await fetchComplianceProof(client, UETR, options)
  if (!file.ok) throw new Error(`${file.error.code} ${file.error.message}`)
  return JSON.parse(JSON.stringify(file.value)) as File
}

test('from the chain to a file to a verifier that has the genesis alone', async (t) => {
  const client = await start(t)
  const early = await fetchComplianceProof(client, UETR)
  t.match(early, { ok: false, error: { code: 'proof/not-compliant', message: `${UETR} is ACTC` } })
  await screen(client)
  const file = await fetched(client)
  t.match(verifyComplianceProof(file, trust), {
    ok: true,
    value: {
      ...{ uetr: UETR, status: 'ACCP', debtorAgent: 'bank-a', creditorAgent: 'bank-b', rules: [] },
      names: { debtor: 'Payer', creditor: 'Payee' },
      lists: [
        { listId: 'sanctions', agent: 'bank-a', version: 1 },
        { listId: 'sanctions', agent: 'bank-b', version: 1 },
      ],
      block: { header: { genesisHash: CHAIN.genesisHash } },
    },
  })
  t.match(await fetchComplianceProof(client, UETR.replace('417', '418')), { ok: false, error: { code: 'proof/not-compliant' } })
})

test('a file without names says as much of who complied, and nothing of who they are', async (t) => {
  const client = await start(t)
  await screen(client)
  const file = await fetched(client, { withoutNames: true })
  t.notMatch(JSON.stringify(file), /Payer|Payee|Foshan/)
  t.notMatch(JSON.stringify(file), Buffer.from('Payee').toString('hex'))
  const proven = verifyComplianceProof(file, trust)
  t.match(proven, { ok: true, value: { lists: [{}, {}] } })
  t.notOk(proven.ok && 'names' in proven.value)
})

test('a screening is void when a younger version is in force, unless the payment was locked before', async (t) => {
  const client = await start(t)
  await screen(client)
  const before = await fetched(client)
  await publish(client, 2, ENTRIES)
  t.match(await fetchComplianceProof(client, UETR), { ok: false, error: { code: 'proof/not-compliant', message: /younger version/ } })
  t.match(verifyComplianceProof(before, trust), { ok: true }, 'of its block it says what it said')
  await screen(client, 2)
  await client.payments.lock({ uetr: UETR }, { signers: [operatorKey('bank-a', 'maker')] })
  await client.payments.settlePvP({ uetr: UETR }, { signers: [operatorKey('bank-a', 'maker')] })
  await publish(client, 3, ENTRIES)
  t.match(verifyComplianceProof(await fetched(client), trust), {
    ok: true,
    value: { status: 'ACSC', lists: [{ version: 2 }, { version: 2 }] },
  })
})

test('the proof carries what rules said, with the versions that judged; a payment that waits has none', async (t) => {
  const { url, stop } = await serve()
  t.teardown(stop)
  const client = createClient({ url })
  await publish(client, 1, ENTRIES)
  const height = await headOf(client)
  const effectiveFrom = height + 1 + EMERGENCY_NOTICE_HEIGHTS
  const predicate = { type: 'amountAbove', currency: 'CNY', amount: '1' } as const
  const terms = {
    version: 1,
    legalBasisHash: `0x${'cd'.repeat(32)}`,
    covers: 'payment',
    predicate,
    emergency: true,
    effectiveFrom,
  } as const
  await client.supervision.publishRule({ ruleId: 'large', action: 'REPORT', ...terms }, { signers: both('regulator') })
  while ((await headOf(client)) < effectiveFrom) await pass(client)
  const settlementDate = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const transfer = { uetr: UETR, debtorAgent: 'bank-a', creditorAgent: 'bank-b', currency: 'CNY', instructedAmount: '1.00' } as const
  await client.payments.initiateInterbank(
    { ...transfer, settlementCurrency: 'CNY', settlementDate, messageId: 'M', endToEndId: 'E', purpose: 'TREA' },
    { signers: both('bank-a') },
  )
  await screen(client)
  const file = await fetched(client)
  t.match(verifyComplianceProof(file, trust), { ok: true, value: { rules: [{ ruleId: 'large', version: 1, result: 'REPORT' }] } })
  const proofs = file['complianceProofs'] as File
  for (const member of ['evaluation', 'ruleVersion large 1']) {
    const { [member]: _left, ...others } = proofs
    t.match(verifyComplianceProof({ ...file, complianceProofs: others }, trust), { ok: false }, `without ${member}`)
  }
  await client.payments.cancel({ uetr: UETR, reason: 'CUST' }, { signers: [operatorKey('bank-a', 'maker')] })
  t.match(await fetchComplianceProof(client, UETR), { ok: false, error: { code: 'proof/not-compliant', message: /is RJCT/ } })
})

/** Every text of a JSON value, by the way to it. */
function leavesOf(json: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof json === 'string') return [path]
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([name, value]) => leavesOf(value, [...path, name]))
}

function changedAt(json: Json, [name = '', ...rest]: readonly string[], change: (text: string) => string): Json {
  const copy = structuredClone(json) as Record<string, Json>
  const inner = copy[name] as Json
  copy[name] = rest.length === 0 ? change(inner as string) : changedAt(inner, rest, change)
  return copy
}

const flipped = (text: string): string => `${text.slice(0, -1)}${text.endsWith('1') ? '2' : '1'}`

test('whatever is changed in a file, it does not hold', async (t) => {
  const client = await start(t)
  await screen(client)
  const file = await fetched(client)
  const leaves = leavesOf(file)
  t.ok(leaves.length > 100)
  fc.assert(
    fc.property(fc.constantFrom(...leaves), (leaf) => {
      const verified = verifyComplianceProof(changedAt(file, leaf, flipped), trust)
      if (verified.ok) throw new Error(`${leaf.join('.')} is not seen`)
    }),
    { numRuns: 150 },
  )
  const proofs = file['complianceProofs'] as File
  for (const member of Object.keys(proofs)) {
    const { [member]: _left, ...others } = proofs
    const without = verifyComplianceProof({ ...file, complianceProofs: others }, trust)
    t.equal(without.ok, member === 'details', `without ${member}`)
    const swapped = { ...proofs, [member]: proofs[member === 'payment' ? 'compliance' : 'payment'] as Json }
    t.match(verifyComplianceProof({ ...file, complianceProofs: swapped }, trust), { ok: false }, `another record for ${member}`)
  }
  await pass(client)
  const later = (await fetched(client))['complianceProofs'] as File
  const mixed = { ...file, complianceProofs: { ...proofs, compliance: later['compliance'] as Json } }
  t.match(verifyComplianceProof(mixed, trust), { ok: false, error: { code: 'proof/not-compliant', message: /another block/ } })
  const others = { validators: [...CHAIN.genesis.validators].reverse(), chainId: CHAIN.genesis.chainId, genesisHash: CHAIN.genesisHash }
  t.match(verifyComplianceProof(file, others), { ok: false, error: { code: 'proof/bad-header' } })
  for (const nothing of [
    undefined,
    [],
    {},
    { uetr: UETR },
    { uetr: UETR, complianceProofs: {} },
    { uetr: 'x', complianceProofs: proofs },
  ]) {
    t.match(verifyComplianceProof(nothing, trust), { ok: false, error: { code: 'encoding/bad-field' } })
  }
})
