import { MODULES, organizations, settlement, supervision } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import { callCodec, type Json, taggedHash } from '@hanse/protocol'
import { createModuleHarness, type HarnessCall, type ModuleHarness } from '@hanse/state'
import { test } from 'tap'
import { address, both, DAY_MS, keyOf, operatorTerms, organizationsGenesis, SETTLEMENT_GENESIS, START_MS } from '../cast.ts'

type Args = { readonly [key: string]: Json }

function chain(): ModuleHarness {
  return createModuleHarness({
    modules: [organizations, supervision, settlement],
    genesis: { organizations: organizationsGenesis(), settlement: SETTLEMENT_GENESIS },
    timeMs: START_MS,
  })
}

function call(command: string, json: Args, module = 'organizations'): HarnessCall {
  return { module, command, json }
}

function codeOf(harness: ModuleHarness, signers: readonly Address[], one: HarnessCall, clientRef?: string): string {
  const { outcome, code } = harness.send({ signers, calls: [one], ...(clientRef === undefined ? {} : { clientRef }) })
  return outcome === 'success' ? 'success' : (code ?? 'no code')
}

/** What a proposal names: `H(call, encoded call)`. */
function digestOf(module: string, command: string, json: Args): string {
  const found = MODULES.find(({ name }) => name === module)?.commands[command]
  const params = found?.params.parseJson(json)
  if (found === undefined || params?.ok !== true) throw new Error(`no such call: ${module}.${command}`)
  return taggedHash('call', callCodec.encode({ module, command, params: found.params.encode(params.value) }))
}

const MINT: Args = { currency: 'CNY', to: 'bank-a', amount: '100', reference: 'opening' }
const MAKER = address('settlement-bank', 'maker')
const CHECKER = address('settlement-bank', 'checker')

test('propose, then the same call from a second operator', (t) => {
  const harness = chain()
  const proposal = { callDigest: digestOf('settlement', 'mint', MINT), expiresAtMs: START_MS + DAY_MS }
  const mint = call('mint', MINT, 'settlement')
  t.equal(codeOf(harness, [CHECKER], mint), 'organizations/four-eyes-required')
  t.equal(codeOf(harness, [CHECKER], call('propose', proposal)), 'organizations/maker-checker', 'a checker proposes nothing')
  t.equal(codeOf(harness, [MAKER], call('propose', { ...proposal, expiresAtMs: START_MS })), 'organizations/bad-expiry')
  t.equal(codeOf(harness, [MAKER], call('propose', { ...proposal, expiresAtMs: START_MS + 40 * DAY_MS })), 'organizations/bad-expiry')
  t.equal(codeOf(harness, [MAKER], call('propose', proposal)), 'success')
  t.equal(codeOf(harness, [MAKER], call('propose', proposal)), 'organizations/proposal-exists')
  t.match(harness.query('organizations', 'proposal', { partyId: 'settlement-bank', callDigest: proposal.callDigest }), {
    ok: true,
    value: { proposer: MAKER },
  })
  t.equal(codeOf(harness, [MAKER], mint), 'organizations/self-approval', 'the proposer cannot confirm')
  t.equal(codeOf(harness, [address('bank-a', 'checker')], mint), 'organizations/wrong-party', 'nor can another party')
  t.equal(
    codeOf(harness, [CHECKER], call('mint', { ...MINT, amount: '101' }, 'settlement')),
    'organizations/four-eyes-required',
    'only this very call',
  )
  t.equal(codeOf(harness, [CHECKER], mint), 'success')
  t.equal(codeOf(harness, [CHECKER], mint), 'organizations/four-eyes-required', 'a proposal is used up')
  t.end()
})

test('a proposal can be withdrawn, expires, and dies with its proposer’s key', (t) => {
  const harness = chain()
  const mint = call('mint', MINT, 'settlement')
  const proposal = { callDigest: digestOf('settlement', 'mint', MINT), expiresAtMs: START_MS + DAY_MS }
  t.equal(codeOf(harness, [CHECKER], call('withdraw', { callDigest: proposal.callDigest })), 'organizations/no-proposal')
  t.equal(codeOf(harness, [MAKER], call('propose', proposal)), 'success')
  t.equal(codeOf(harness, [CHECKER], call('withdraw', { callDigest: proposal.callDigest })), 'success')
  t.equal(codeOf(harness, [CHECKER], mint), 'organizations/four-eyes-required')

  t.equal(codeOf(harness, [MAKER], call('propose', { ...proposal, expiresAtMs: harness.timeMs + 5_500 })), 'success')
  const late = harness.block([{ signers: [CHECKER], calls: [mint] }], { timeMs: harness.timeMs + 4_600 })
  t.match(late.receipts, [{ code: 'organizations/proposal-expired' }], 'late by less than the sweep’s grain is late')
  harness.advance(2_000)
  t.equal(codeOf(harness, [CHECKER], mint), 'organizations/four-eyes-required', 'swept')

  t.equal(codeOf(harness, [MAKER], call('propose', proposal)), 'success')
  const { algorithm, publicKey } = operatorTerms('spare', ['maker'])
  const rotate = call('rotateOperator', { address: MAKER, algorithm: algorithm as Json, publicKey: publicKey as Json })
  t.equal(codeOf(harness, [MAKER, CHECKER], rotate), 'success')
  t.equal(codeOf(harness, [CHECKER], mint), 'organizations/proposer-inactive')
  t.end()
})

test('two signatures of one transaction are four eyes; two keys of one person are not', (t) => {
  const harness = chain()
  const mint = call('mint', MINT, 'settlement')
  t.equal(codeOf(harness, [MAKER, CHECKER], mint), 'success')
  t.equal(codeOf(harness, [CHECKER, MAKER], mint), 'success', 'in either order')
  t.equal(codeOf(harness, [MAKER, address('bank-a', 'checker')], mint), 'organizations/four-eyes-required', 'of one party')
  const second = operatorTerms('settlement-bank/second', ['checker'], 'settlement-bank/maker')
  t.equal(codeOf(harness, [MAKER, CHECKER], call('addOperator', { operator: second })), 'success')
  const secondKey = keyOf('settlement-bank/second').address
  t.equal(codeOf(harness, [MAKER, secondKey], mint), 'organizations/self-approval')
  const proposal = { callDigest: digestOf('settlement', 'mint', MINT), expiresAtMs: START_MS + DAY_MS }
  t.equal(codeOf(harness, [MAKER], call('propose', proposal)), 'success')
  t.equal(codeOf(harness, [secondKey], mint), 'organizations/self-approval', 'nor by proposal')
  t.equal(codeOf(harness, [MAKER, CHECKER], mint), 'success')
  t.equal(codeOf(harness, [CHECKER], mint), 'organizations/four-eyes-required', 'the open proposal went with it')
  const third = operatorTerms('settlement-bank/third', ['maker'])
  t.equal(codeOf(harness, [MAKER, CHECKER], call('addOperator', { operator: third })), 'success')
  t.equal(codeOf(harness, [MAKER, keyOf('settlement-bank/third').address], mint), 'organizations/maker-checker', 'two makers check nothing')
  t.equal(codeOf(harness, [MAKER], call('propose', proposal)), 'success')
  t.equal(codeOf(harness, [keyOf('settlement-bank/third').address], mint), 'organizations/maker-checker')
  t.end()
})

test('no operator without a person: else two keys of one would be two', (t) => {
  const harness = chain()
  const nameless = (name: string, role: string): Args => {
    const { personRef: _, ...terms } = operatorTerms(name, [role])
    return terms
  }
  const pair = [nameless('spare/maker', 'maker'), nameless('spare/checker', 'checker')]
  const party = { partyId: 'spare', name: 'Spare', country: 'CN', uscc: '91350100M000100Y43', roles: ['supplier'] }
  const rows: readonly (readonly [string, Args])[] = [
    ['addOperator', { operator: pair[0] as Args }],
    ['registerParty', { party, operators: pair }],
    ['recoverOperators', { partyId: 'nanhai', add: pair, evidenceHash: `0x${'11'.repeat(32)}` }],
  ]
  for (const [command, json] of rows) {
    const refused = MODULES.find(({ name }) => name === 'organizations')?.commands[command]?.params.parseJson(json)
    t.match(refused, { ok: false, error: { code: 'encoding/bad-field', path: /personRef$/ } }, command)
  }
  const { roles, algorithm } = operatorTerms('spare/maker', ['maker'])
  const unnamed = { algorithm, roles, publicKey: keyOf('spare/maker').publicKey, personRef: '' }
  const receipt = harness.send({
    signers: both('bank-a'),
    calls: [{ module: 'organizations', command: 'addOperator', params: { operator: unnamed } }],
  })
  t.match(receipt, { outcome: 'rejected', code: 'encoding/bad-field' }, 'nor by bytes that leave it out')
  const { parties } = organizationsGenesis() as { readonly parties: readonly Args[] }
  const genesis = { organizations: { parties: [{ ...(parties[0] as Args), operators: pair }] } }
  t.throws(() => createModuleHarness({ modules: [organizations], genesis }), /parties\.0\.operators\.0\.personRef/, 'nor in a genesis')
  t.end()
})

test('keys: added, rotated and revoked by their party, never given twice, never too few', (t) => {
  const harness = chain()
  const bank = both('bank-a')
  const pay = call('transfer', { from: 'bank-a', to: 'bank-b', currency: 'CNY', amount: '1', reference: 'x' }, 'settlement')
  t.equal(codeOf(harness, [MAKER, CHECKER], call('mint', MINT, 'settlement')), 'success')
  t.equal(codeOf(harness, [keyOf('spare').address], pay), 'organizations/unknown-operator')
  t.equal(
    codeOf(harness, [bank[0]], call('addOperator', { operator: operatorTerms('spare', ['maker']) })),
    'organizations/four-eyes-required',
  )
  t.equal(
    codeOf(harness, bank, call('addOperator', { operator: operatorTerms('nanhai/maker', ['maker']) })),
    'organizations/operator-exists',
  )
  t.equal(codeOf(harness, bank, call('revokeOperator', { address: bank[0] })), 'organizations/too-few-operators')
  t.equal(codeOf(harness, bank, call('revokeOperator', { address: address('nanhai') })), 'organizations/not-own-operator')
  t.equal(codeOf(harness, bank, call('addOperator', { operator: operatorTerms('spare', ['maker']) })), 'success')
  t.equal(codeOf(harness, [keyOf('spare').address], pay), 'success', 'the new key signs')
  t.equal(codeOf(harness, bank, call('revokeOperator', { address: bank[0], reason: 'left the bank' })), 'success')
  t.equal(codeOf(harness, [bank[0]], pay), 'organizations/operator-revoked', 'the revoked one does not')
  t.equal(codeOf(harness, [keyOf('spare').address, bank[0]], pay), 'organizations/operator-revoked', 'not even beside a good one')
  const { algorithm, publicKey } = operatorTerms('bank-a/maker', ['maker'])
  const back = call('rotateOperator', { address: bank[1], algorithm: algorithm as Json, publicKey: publicKey as Json })
  t.equal(codeOf(harness, [keyOf('spare').address, bank[1]], back), 'organizations/operator-exists', 'a revoked key never comes back')
  const foreign = call('rotateOperator', { address: address('nanhai'), algorithm: algorithm as Json, publicKey: publicKey as Json })
  t.equal(codeOf(harness, [keyOf('spare').address, bank[1]], foreign), 'organizations/not-own-operator')
  t.end()
})

test('a suspended party acts no more but mends its keys; the registrar can give lost ones back', (t) => {
  const harness = chain()
  const suspend = { partyId: 'bank-a', status: 'SUSPENDED', reason: 'inquiry' }
  t.equal(codeOf(harness, both('regulator'), call('setKyc', suspend)), 'success')
  const pay = call('transfer', { from: 'bank-a', to: 'bank-b', currency: 'CNY', amount: '1', reference: 'x' }, 'settlement')
  t.equal(codeOf(harness, [address('bank-a')], pay), 'organizations/party-not-active')
  t.equal(codeOf(harness, both('bank-a'), call('addOperator', { operator: operatorTerms('spare', ['maker']) })), 'success')

  const add = [operatorTerms('new/maker', ['maker']), operatorTerms('new/checker', ['checker'])]
  const recovery = { partyId: 'nanhai', add, evidenceHash: `0x${'11'.repeat(32)}` }
  t.equal(codeOf(harness, both('bank-b'), call('recoverOperators', recovery)), 'organizations/missing-role')
  const nobody = call('recoverOperators', { ...recovery, partyId: 'nobody' })
  t.equal(codeOf(harness, both('association'), nobody), 'organizations/unknown-party')
  t.equal(codeOf(harness, both('association'), call('recoverOperators', recovery)), 'success')
  t.equal(codeOf(harness, [address('nanhai')], pay), 'organizations/operator-revoked')
  const mine = harness.query('organizations', 'operators', { partyId: 'nanhai' })
  t.match(mine, { ok: true, value: { items: [{ status: 'active' }, { status: 'active' }] } })
  t.end()
})

test('a party has 64 keys in its life', (t) => {
  const harness = chain()
  const bank = both('bank-a')
  const add = (number: number): HarnessCall => call('addOperator', { operator: operatorTerms(`spare-${number}`, ['maker']) })
  const { receipts } = harness.block([
    { signers: bank, calls: Array.from({ length: 62 }, (_, number) => add(number)) },
    { signers: bank, calls: [add(62)] },
  ])
  t.match(receipts, [{ outcome: 'success' }, { code: 'organizations/too-many-operators' }])
  t.end()
})

test('(party, clientRef) is unique for ever, and only success takes it', (t) => {
  const harness = chain()
  t.equal(codeOf(harness, [MAKER, CHECKER], call('mint', MINT, 'settlement')), 'success')
  const pay = (amount: string): HarnessCall =>
    call('transfer', { from: 'bank-a', to: 'bank-b', currency: 'CNY', amount, reference: 'x' }, 'settlement')
  t.equal(codeOf(harness, [address('bank-a')], pay('1000'), 'PO-7'), 'settlement/insufficient-funds')
  t.match(harness.query('organizations', 'clientRef', { partyId: 'bank-a', clientRef: 'PO-7' }), { ok: true, value: {} })
  const first = harness.send({ signers: [address('bank-a')], calls: [pay('10')], clientRef: 'PO-7' })
  t.equal(first.outcome, 'success', 'corrected, and sent under the same reference')
  t.equal(codeOf(harness, [address('bank-a', 'checker')], pay('10'), 'PO-7'), 'tx/duplicate-client-ref', 'by whichever operator')
  const words = harness.simulate({ signers: [address('bank-a')], calls: [pay('10')], clientRef: 'PO-7' }).rejection
  t.match(words, { message: `bank-a used "PO-7" in ${first.txId} at height ${harness.height - 1}` })
  t.match(harness.query('organizations', 'clientRef', { partyId: 'bank-a', clientRef: 'PO-7' }), {
    ok: true,
    value: { first: { txId: first.txId } },
  })
  t.equal(
    codeOf(
      harness,
      [address('bank-b')],
      call('transfer', { from: 'bank-b', to: 'bank-a', currency: 'CNY', amount: '1', reference: 'x' }, 'settlement'),
      'PO-7',
    ),
    'success',
    'another party has its own',
  )
  const { receipts } = harness.block([
    { signers: [address('bank-a')], calls: [pay('1')], clientRef: 'PO-8' },
    { signers: [address('bank-a')], calls: [pay('2')], clientRef: 'PO-8' },
  ])
  t.match(receipts, [{ outcome: 'success' }, { outcome: 'rejected', code: 'tx/duplicate-client-ref' }], 'within one block too')
  t.end()
})

test('a recovery ends every key, whatever a thief has done with those that it stole', (t) => {
  const stolen = both('nanhai')
  const add = [operatorTerms('new/maker', ['maker']), operatorTerms('new/checker', ['checker'])]
  const recovery = call('recoverOperators', { partyId: 'nanhai', add, evidenceHash: `0x${'11'.repeat(32)}` })
  const { algorithm, publicKey } = operatorTerms('thief', ['maker'])
  const rotate = call('rotateOperator', { address: address('nanhai'), algorithm: algorithm as number, publicKey: publicKey as string })
  const addMany = Array.from({ length: 62 }, (_, number) =>
    call('addOperator', { operator: operatorTerms(`thief-${number}`, ['maker', 'checker']) }),
  )
  for (const calls of [[rotate], addMany]) {
    const harness = chain()
    t.equal(harness.send({ signers: stolen, calls }).outcome, 'success')
    t.equal(codeOf(harness, both('association'), recovery), 'success')
    const keys = harness.query('organizations', 'operators', { partyId: 'nanhai' })
    t.match(keys, { ok: true, value: { items: [{ status: 'active' }, { status: 'active' }] } })
    const again = call('addOperator', { operator: operatorTerms('thief-0', ['maker']) })
    t.equal(codeOf(harness, stolen, again), 'organizations/operator-revoked')
  }
  t.end()
})

test('so many calls of a party may wait, and one whose proposer is gone is in nobody’s way', (t) => {
  const harness = chain()
  const proposal = (number: number): HarnessCall => {
    const callDigest = `0x${number.toString(16).padStart(64, '0')}`
    return call('propose', { callDigest, expiresAtMs: harness.timeMs + 20 * DAY_MS })
  }
  for (let round = 0; round < 4; round++) {
    const calls = Array.from({ length: 64 }, (_, index) => proposal(round * 64 + index))
    t.equal(harness.send({ signers: [address('nanhai')], calls }).outcome, 'success')
  }
  t.equal(codeOf(harness, [address('nanhai')], proposal(256)), 'organizations/too-many-proposals')
  t.equal(codeOf(harness, [address('nanhai')], proposal(0)), 'organizations/proposal-exists')
  t.equal(codeOf(harness, [address('nanhai')], call('withdraw', { callDigest: `0x${'00'.repeat(32)}` })), 'success')
  t.equal(codeOf(harness, [address('nanhai')], proposal(256)), 'success')
  t.equal(codeOf(harness, both('nanhai'), call('addOperator', { operator: operatorTerms('second', ['maker']) })), 'success')
  const second = keyOf('second').address
  t.equal(codeOf(harness, [second, address('nanhai', 'checker')], call('revokeOperator', { address: address('nanhai') })), 'success')
  t.equal(codeOf(harness, [second], proposal(1)), 'success', 'another maker proposes the call again')
  harness.advance(31 * DAY_MS)
  harness.advance(1_000)
  t.equal(codeOf(harness, [second], proposal(2)), 'success', 'what expired makes room')
  t.end()
})
