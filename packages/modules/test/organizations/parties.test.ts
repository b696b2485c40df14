import { organizations } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'
import { createModuleHarness, type HarnessCall, type ModuleHarness } from '@hanse/state'
import { type Test, test } from 'tap'
import { address, both, CAST, DAY_MS, KYC_UNTIL_MS, keyOf, leiOf, operatorTerms, organizationsGenesis, START_MS } from '../cast.ts'

type Args = { readonly [key: string]: Json }

const REGISTRAR = both('association')
const HASH = `0x${'ab'.repeat(32)}`

function chain(): ModuleHarness {
  return createModuleHarness({ modules: [organizations], genesis: { organizations: organizationsGenesis() }, timeMs: START_MS })
}

function call(command: string, json: Args): HarnessCall {
  return { module: 'organizations', command, json }
}

function codeOf(harness: ModuleHarness, signers: readonly Address[], command: string, json: Args): string {
  const { outcome, code } = harness.send({ signers, calls: [call(command, json)] })
  return outcome === 'success' ? 'success' : (code ?? 'no code')
}

function view(harness: ModuleHarness, query: string, args: Args): Args {
  const answer = harness.query('organizations', query, args)
  return answer.ok ? (answer.value as Args) : { code: answer.error.code }
}

function check(t: Test, harness: ModuleHarness, rows: readonly (readonly [string, readonly Address[], string, Args])[]): void {
  for (const [code, signers, command, json] of rows) t.equal(codeOf(harness, signers, command, json), code, `${command}: ${code}`)
}

const NEW_PARTY: Args = {
  partyId: 'gaoming-2',
  name: 'Gaoming Copper',
  country: 'CN',
  lei: leiOf(77),
  uscc: '91350100M000100Y43',
  bic: 'DEMACNB0',
  cnaps: '102588000001',
  gln: '4006381333931',
  roles: ['supplier'],
}
const NEW_OPERATORS = [operatorTerms('gaoming-2/maker', ['maker']), operatorTerms('gaoming-2/checker', ['checker'])]

test('a party is registered under identifiers that check, each once', (t) => {
  const harness = chain()
  const register = (changes: Args, operators: readonly Json[] = NEW_OPERATORS): Args => ({ party: { ...NEW_PARTY, ...changes }, operators })
  const { lei: _lei, uscc: _uscc, ...nameless } = NEW_PARTY
  check(t, harness, [
    ['organizations/missing-role', both('bank-a'), 'registerParty', register({})],
    ['organizations/four-eyes-required', [address('association')], 'registerParty', register({})],
    ['organizations/bad-lei', REGISTRAR, 'registerParty', register({ lei: '5493001KJTIIGC8Y1R13' })],
    ['organizations/bad-uscc', REGISTRAR, 'registerParty', register({ uscc: '91350100M000100Y44' })],
    ['organizations/bad-bic', REGISTRAR, 'registerParty', register({ bic: 'DEMAXXB0' })],
    ['organizations/bad-cnaps', REGISTRAR, 'registerParty', register({ cnaps: '1025880000' })],
    ['organizations/bad-gln', REGISTRAR, 'registerParty', register({ gln: '4006381333932' })],
    ['organizations/bad-country', REGISTRAR, 'registerParty', register({ country: 'XX' })],
    ['organizations/no-identifier', REGISTRAR, 'registerParty', { party: nameless, operators: NEW_OPERATORS }],
    ['organizations/duplicate-role', REGISTRAR, 'registerParty', register({ roles: ['supplier', 'supplier'] })],
    ['organizations/duplicate-party', REGISTRAR, 'registerParty', register({ partyId: 'nanhai' })],
    ['organizations/duplicate-lei', REGISTRAR, 'registerParty', register({ lei: '300300DEMFSSHAPP0163' })],
    ['organizations/duplicate-uscc', REGISTRAR, 'registerParty', register({ uscc: '91440605MADEM20025' })],
    [
      'organizations/operator-exists',
      REGISTRAR,
      'registerParty',
      register({}, [NEW_OPERATORS[0] as Json, operatorTerms('nanhai/maker', ['checker'])]),
    ],
    ['organizations/operator-exists', REGISTRAR, 'registerParty', register({}, [NEW_OPERATORS[0] as Json, NEW_OPERATORS[0] as Json])],
    [
      'organizations/too-few-operators',
      REGISTRAR,
      'registerParty',
      register({}, [operatorTerms('x', ['maker']), operatorTerms('y', ['maker'])]),
    ],
    [
      'organizations/too-few-operators',
      REGISTRAR,
      'registerParty',
      register({}, [operatorTerms('x', ['maker'], 'Li'), operatorTerms('y', ['checker'], 'Li')]),
    ],
    [
      'organizations/duplicate-role',
      REGISTRAR,
      'registerParty',
      register({}, [operatorTerms('x', ['maker', 'maker']), NEW_OPERATORS[1] as Json]),
    ],
  ])
  const badKey = { ...operatorTerms('x', ['maker']), publicKey: `0x${'00'.repeat(32)}` }
  t.equal(codeOf(harness, REGISTRAR, 'registerParty', register({}, [badKey, NEW_OPERATORS[1] as Json])), 'organizations/bad-public-key')
  t.equal(codeOf(harness, REGISTRAR, 'registerParty', register({})), 'success')
  t.match(view(harness, 'partyByUscc', { uscc: '91350100M000100Y43' }), {
    active: false,
    party: { partyId: 'gaoming-2', kyc: { status: 'NONE' } },
  })
  t.match(view(harness, 'partyByLei', { lei: leiOf(77) }), { party: { partyId: 'gaoming-2' } })
  t.match(view(harness, 'partyByLei', { lei: leiOf(78) }), { code: 'organizations/unknown-party' })
  t.match(view(harness, 'operator', { address: keyOf('gaoming-2/maker').address }), {
    partyId: 'gaoming-2',
    status: 'active',
    roles: ['maker'],
  })
  t.end()
})

test('parties are listed by role, page by page', (t) => {
  const harness = chain()
  const first = view(harness, 'parties', { limit: 4 })
  t.match(first, { items: CAST.slice(0, 4).map(({ partyId }) => ({ party: { partyId } })), nextCursor: '4' })
  const rest = view(harness, 'parties', { cursor: '4', limit: 100 })
  t.equal((rest['items'] as readonly Json[]).length, CAST.length - 4)
  t.notOk('nextCursor' in rest, 'the last page says so')
  const suppliers = view(harness, 'parties', { role: 'supplier' })['items'] as readonly { readonly party: { readonly partyId: string } }[]
  t.same(
    suppliers.map(({ party }) => party.partyId),
    ['nanhai', 'sanshui', 'gaoming'],
  )
  t.end()
})

test('KYC moves along its life cycle and runs out by itself', (t) => {
  const harness = chain()
  t.equal(codeOf(harness, REGISTRAR, 'registerParty', { party: NEW_PARTY, operators: NEW_OPERATORS }), 'success')
  const kyc = (status: string, more: Args = {}): Args => ({ partyId: 'gaoming-2', status, ...more })
  const until = { vcHash: HASH, validUntilMs: START_MS + 30 * DAY_MS }
  check(t, harness, [
    ['organizations/kyc-transition', REGISTRAR, 'setKyc', kyc('ACTIVE', until)],
    ['success', [keyOf('gaoming-2/maker').address], 'submitKyc', { vcHash: HASH }],
    ['organizations/kyc-transition', [keyOf('gaoming-2/maker').address], 'submitKyc', { vcHash: HASH }],
    ['organizations/kyc-evidence', REGISTRAR, 'setKyc', kyc('ACTIVE')],
    ['organizations/kyc-evidence', REGISTRAR, 'setKyc', kyc('ACTIVE', { ...until, validUntilMs: START_MS })],
    ['organizations/kyc-evidence', REGISTRAR, 'setKyc', kyc('NONE', { validUntilMs: START_MS + DAY_MS })],
    ['organizations/unknown-party', REGISTRAR, 'setKyc', { ...kyc('ACTIVE', until), partyId: 'nobody' }],
    ['organizations/missing-role', both('bank-a'), 'setKyc', kyc('ACTIVE', until)],
    ['organizations/missing-role', both('regulator'), 'setKyc', kyc('ACTIVE', until)],
    ['success', REGISTRAR, 'setKyc', kyc('ACTIVE', until)],
    ['organizations/kyc-reason', both('regulator'), 'setKyc', kyc('SUSPENDED')],
    ['organizations/four-eyes-required', [address('regulator')], 'setKyc', kyc('SUSPENDED', { reason: 'inquiry' })],
    ['success', both('regulator'), 'setKyc', kyc('SUSPENDED', { reason: 'inquiry' })],
    ['organizations/kyc-transition', REGISTRAR, 'setKyc', kyc('PENDING')],
    ['success', REGISTRAR, 'setKyc', kyc('ACTIVE', until)],
  ])
  t.match(view(harness, 'party', { partyId: 'gaoming-2' }), { active: true })
  harness.advance(30 * DAY_MS)
  t.match(view(harness, 'party', { partyId: 'gaoming-2' }), { active: false, party: { kyc: { status: 'EXPIRED', vcHash: HASH } } })
  const renewed = { vcHash: HASH, validUntilMs: START_MS + 90 * DAY_MS }
  check(t, harness, [
    ['success', REGISTRAR, 'setKyc', kyc('ACTIVE', renewed)],
    ['success', REGISTRAR, 'setKyc', kyc('ACTIVE', { ...renewed, validUntilMs: START_MS + 120 * DAY_MS })],
  ])
  harness.advance(70 * DAY_MS)
  t.match(view(harness, 'party', { partyId: 'gaoming-2' }), { active: true }, 'the earlier end of validity is forgotten')
  check(t, harness, [
    ['organizations/kyc-reason', REGISTRAR, 'setKyc', kyc('REVOKED')],
    ['success', REGISTRAR, 'setKyc', kyc('REVOKED', { reason: 'dissolved' })],
    ['organizations/kyc-transition', REGISTRAR, 'setKyc', kyc('PENDING')],
    ['organizations/party-revoked', [keyOf('gaoming-2/maker').address], 'submitKyc', { vcHash: HASH }],
  ])
  t.end()
})

/** Registered and admitted by the association, which has then until `validUntilMs` too. */
function addRegistrar(t: Test, harness: ModuleHarness, validUntilMs: number): void {
  const party = { ...NEW_PARTY, partyId: 'chamber', roles: ['registrar'] }
  const operators = [operatorTerms('chamber/maker', ['maker']), operatorTerms('chamber/checker', ['checker'])]
  const active = { status: 'ACTIVE', vcHash: HASH, validUntilMs }
  check(t, harness, [
    ['success', REGISTRAR, 'registerParty', { party, operators }],
    ['success', [address('chamber')], 'submitKyc', { vcHash: HASH }],
    ['organizations/party-not-active', both('chamber'), 'setKyc', { ...active, partyId: 'chamber' }],
    ['success', REGISTRAR, 'setKyc', { ...active, partyId: 'chamber' }],
    ['success', REGISTRAR, 'setKyc', { ...active, partyId: 'association' }],
  ])
}

test('a registrar whose KYC ran out renews it, and no single operator can take that from it', (t) => {
  const harness = chain()
  harness.advance(KYC_UNTIL_MS - START_MS)
  t.match(view(harness, 'party', { partyId: 'association' }), { party: { kyc: { status: 'EXPIRED' } } })
  const renewal = { partyId: 'association', status: 'ACTIVE', vcHash: HASH, validUntilMs: KYC_UNTIL_MS + 900 * DAY_MS }
  check(t, harness, [
    ['organizations/kyc-transition', [address('association')], 'submitKyc', { vcHash: HASH }],
    ['organizations/kyc-transition', REGISTRAR, 'setKyc', { partyId: 'association', status: 'PENDING' }],
    ['organizations/four-eyes-required', [address('association')], 'setKyc', renewal],
    ['success', REGISTRAR, 'setKyc', renewal],
    ['success', REGISTRAR, 'setKyc', { ...renewal, partyId: 'regulator' }],
  ])
  addRegistrar(t, harness, KYC_UNTIL_MS + 30 * DAY_MS)
  harness.advance(40 * DAY_MS)
  t.match(view(harness, 'party', { partyId: 'chamber' }), { party: { kyc: { status: 'EXPIRED' } } })
  t.equal(codeOf(harness, [address('chamber')], 'submitKyc', { vcHash: HASH }), 'organizations/kyc-transition', 'one of two neither')
  t.end()
})

test('the last registrar that can act is not stopped; one of two is, and the other lets it in again', (t) => {
  const harness = chain()
  const until = START_MS + 900 * DAY_MS
  const stop = (partyId: string, status: string): Args => ({ partyId, status, reason: 'audit' })
  check(t, harness, [
    ['organizations/last-registrar', both('regulator'), 'setKyc', stop('association', 'SUSPENDED')],
    ['organizations/last-registrar', REGISTRAR, 'setKyc', stop('association', 'SUSPENDED')],
    ['organizations/last-registrar', REGISTRAR, 'setKyc', stop('association', 'REVOKED')],
  ])
  addRegistrar(t, harness, until)
  const renewal = { partyId: 'association', status: 'ACTIVE', vcHash: HASH, validUntilMs: until }
  check(t, harness, [
    ['success', both('regulator'), 'setKyc', stop('association', 'SUSPENDED')],
    ['organizations/party-not-active', REGISTRAR, 'setKyc', renewal],
    ['organizations/last-registrar', both('regulator'), 'setKyc', stop('chamber', 'SUSPENDED')],
    ['success', both('chamber'), 'setKyc', renewal],
    ['success', both('chamber'), 'setKyc', stop('association', 'REVOKED')],
    ['organizations/last-registrar', both('chamber'), 'setKyc', stop('chamber', 'REVOKED')],
  ])
  harness.advance(900 * DAY_MS)
  t.equal(codeOf(harness, both('chamber'), 'setKyc', stop('chamber', 'REVOKED')), 'organizations/last-registrar', 'nor when it is EXPIRED')
  t.end()
})

test('a genesis without an active registrar, or with a wrong identifier, makes no chain', (t) => {
  const attempt = (members: typeof CAST) => (): void => {
    createModuleHarness({ modules: [organizations], genesis: { organizations: organizationsGenesis(members) }, timeMs: START_MS })
  }
  const [registrar] = CAST as readonly [(typeof CAST)[number]]
  t.throws(attempt(CAST.slice(1)), /registrar/)
  t.throws(attempt([registrar, registrar]), /there is a party association/)
  t.throws(attempt([{ ...registrar, lei: '300300DEMFSSHAPP0164' }]), /parties\.0\.party\.lei/)
  t.throws(() => createModuleHarness({ modules: [organizations], timeMs: KYC_UNTIL_MS }), /registrar/)
  const late = (): void => {
    createModuleHarness({ modules: [organizations], genesis: { organizations: organizationsGenesis() }, timeMs: KYC_UNTIL_MS })
  }
  t.throws(late, /kycValidUntilMs has passed/)
  t.end()
})

test('the registrar says whose a party is and whether it is small; a platform is nothing else', (t) => {
  const harness = chain()
  const json = { partyId: 'nanhai', owners: ['owner-1', 'group-7'], small: true, evidenceHash: HASH }
  t.same(view(harness, 'classification', { partyId: 'nanhai' }), { partyId: 'nanhai' })
  check(t, harness, [
    ['organizations/missing-role', both('nanhai'), 'classifyParty', json],
    ['organizations/four-eyes-required', [address('association')], 'classifyParty', json],
    ['organizations/unknown-party', REGISTRAR, 'classifyParty', { ...json, partyId: 'nobody' }],
    ['organizations/duplicate-owner', REGISTRAR, 'classifyParty', { ...json, owners: ['owner-1', 'owner-1'] }],
    ['success', REGISTRAR, 'classifyParty', json],
  ])
  t.match(view(harness, 'classification', { partyId: 'nanhai' }), { classification: { owners: ['owner-1', 'group-7'], small: true } })
  const register = { party: { ...NEW_PARTY, roles: ['platform', 'bank'] }, operators: NEW_OPERATORS }
  check(t, harness, [['organizations/platform-alone', REGISTRAR, 'registerParty', register]])
  t.end()
})
