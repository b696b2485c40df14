import { governance, organizations } from '@hanse/modules'
import { type Address, type Hash, utf8ToBytes } from '@hanse/primitives'
import { callCodec, defineMessage, type Json, taggedHash, uint } from '@hanse/protocol'
import {
  createModuleHarness,
  defineCommand,
  defineQuery,
  type HarnessCall,
  type InstalledModule,
  type ModuleHarness,
  table,
} from '@hanse/state'
import { test } from 'tap'
import { address, both, CAST, DAY_MS, keyOf, leiOf, operatorTerms, organizationsGenesis, START_MS } from '../cast.ts'
import { advanceTo, call, codeOf, chain as governed, PARTY, propose as proposeAction, statusOf, VALIDATORS, vote } from './support.ts'

const HASH = `0x${'ab'.repeat(32)}` as Hash
const NOTICE = 100

const counts = table({ module: 'loyalty', name: 'start', value: defineMessage({ start: [1, uint()] }) })

function loyalty(version: number, packageHash: Hash): InstalledModule {
  return {
    name: 'loyalty',
    version,
    summary: 'points',
    commands: { touch: defineCommand({ summary: 'does nothing', params: defineMessage({}), execute: () => undefined }) },
    queries: {
      start: defineQuery({
        summary: 'what genesis said',
        args: defineMessage({}),
        result: uint(),
        read: (_block, state) => ({ ok: true, value: counts.require(state, 'all').start }),
      }),
    },
    invariants: {},
    uses: [],
    initGenesis: (_block, state, genesis) => {
      const { start } = genesis as { start: number }
      if (start > 100) throw new Error('too many')
      counts.put(state, 'all', { start })
    },
    packageHash,
  }
}

const chain = (installed: readonly InstalledModule[] = [loyalty(1, HASH)], members?: Json): ModuleHarness => governed(installed, members)

const ACTIVATE = { type: 'activateModule', name: 'loyalty', version: 1, hash: HASH, genesis: { start: 7 } } as const

const propose = (harness: ModuleHarness, member = 'bank-a', action: Json = ACTIVATE, days = 1): string =>
  proposeAction(harness, member, action, days)

test('a quorum of members brings a module into force, a notice later, with the state that the proposal carries', (t) => {
  const harness = chain()
  t.equal(propose(harness), 'success')
  t.equal(vote(harness, 'core-firm'), 'success', 'its party has another name')
  t.equal(statusOf(harness), 'open', 'two of four are no quorum')
  t.same(harness.modules.set.scheduled, [])
  t.equal(vote(harness, 'supplier'), 'success')
  const height = harness.height + NOTICE
  t.match(harness.query('governance', 'proposal', { proposalId: '1' }), {
    ok: true,
    value: { status: 'scheduled', scheduledHeight: height },
  })
  t.same(harness.query('governance', 'schedule', {}), {
    ok: true,
    value: { scheduled: [{ proposalId: '1', name: 'loyalty', version: 1, hash: HASH, height }], active: [] },
  })
  t.equal(vote(harness, 'bank-b'), 'governance/not-open')
  advanceTo(harness, height - 2)
  const touch: HarnessCall = { module: 'loyalty', command: 'touch', json: {} }
  t.equal(codeOf(harness, [address('bank-a')], touch), 'tx/unknown-module')
  const activation = harness.block([{ signers: [address('bank-a')], calls: [touch] }])
  t.equal(activation.height, height)
  t.equal(activation.receipts[0]?.outcome, 'success')
  t.match(activation.blockReceipt?.events, [{ module: 'governance', type: 'moduleActivated' }])
  t.equal(statusOf(harness), 'done')
  t.same(harness.query('loyalty', 'start', {}), { ok: true, value: 7 })
  t.match(harness.query('governance', 'schedule', {}), { value: { scheduled: [], active: [{ name: 'loyalty', height }] } })
  t.end()
})

test('a later height than the notice asks for is kept, and the same version comes once', (t) => {
  const harness = chain([loyalty(1, HASH), loyalty(2, HASH)])
  t.equal(propose(harness, 'bank-a', { ...ACTIVATE, atHeight: 150 }), 'success')
  for (const member of ['bank-b', 'supplier']) vote(harness, member)
  advanceTo(harness, 150)
  t.equal(statusOf(harness), 'done')
  t.equal(propose(harness), 'governance/module-in-force')
  t.equal(propose(harness, 'supplier', { ...ACTIVATE, version: 2, genesis: { start: 9 } }), 'success')
  for (const member of ['bank-b', 'bank-a']) t.equal(vote(harness, member, '2'), 'success')
  advanceTo(harness, harness.height + NOTICE)
  t.same(harness.modules.entries.at(-1), { name: 'loyalty', version: 2, hash: HASH })
  t.same(harness.query('loyalty', 'start', {}), { ok: true, value: 9 })
  t.end()
})

test('what fails at its height says so, and what was scheduled by mistake is taken back', (t) => {
  const harness = chain()
  propose(harness, 'bank-a', { ...ACTIVATE, genesis: { start: 101 } })
  for (const member of ['bank-b', 'supplier']) vote(harness, member)
  const mistaken = { ...ACTIVATE, version: 2, hash: `0x${'cd'.repeat(32)}` }
  t.equal(propose(harness, 'bank-a', mistaken), 'success')
  for (const member of ['bank-b', 'supplier']) t.equal(vote(harness, member, '2'), 'success')
  t.equal(harness.modules.missing.length, 1, 'nobody has this package')
  t.equal(propose(harness, 'bank-b', { type: 'cancelActivation', proposalId: '3' }), 'governance/not-scheduled')
  t.equal(propose(harness, 'bank-b', { type: 'cancelActivation', proposalId: '2' }), 'success')
  for (const member of ['bank-a', 'core-firm']) t.equal(vote(harness, member, '3'), 'success')
  t.same([statusOf(harness, '2'), statusOf(harness, '3')], ['cancelled', 'done'])
  t.same(harness.modules.missing, [])
  advanceTo(harness, 200)
  t.match(harness.query('governance', 'proposal', { proposalId: '1' }), { value: { status: 'failed', failure: 'genesis' } })
  t.equal(harness.modules.entries.length, 2)
  t.equal(propose(harness, 'bank-b', { type: 'cancelActivation', proposalId: '1' }), 'governance/not-scheduled')
  t.end()
})

test('no quorum of yes: rejected as soon as none can come about, expired at the deadline', (t) => {
  const harness = chain()
  propose(harness)
  t.equal(vote(harness, 'bank-b', '1', 'no'), 'success')
  t.equal(statusOf(harness), 'open')
  t.equal(vote(harness, 'supplier', '1', 'no'), 'success')
  t.equal(statusOf(harness), 'rejected')
  propose(harness)
  vote(harness, 'bank-b', '2')
  harness.advance(DAY_MS)
  t.equal(vote(harness, 'supplier', '2'), 'governance/not-open', 'the deadline is judged by the vote itself')
  harness.advance(1_000)
  t.equal(statusOf(harness, '2'), 'expired')
  t.same(harness.modules.set, { active: [], scheduled: [] })
  t.match(harness.query('governance', 'proposals', {}), { value: { items: [{ proposalId: '2' }, { proposalId: '1' }] } })
  t.match(harness.query('governance', 'proposals', { status: 'rejected' }), { value: { items: [{ proposalId: '1' }] } })
  t.match(harness.query('governance', 'proposals', { limit: 1 }), { value: { items: [{ proposalId: '2' }], nextCursor: '1' } })
  t.match(harness.query('governance', 'proposals', { limit: 1, cursor: '1' }), { value: { items: [{ proposalId: '1' }] } })
  t.end()
})

test('how many yes accept, and how many no end it, for chains of other sizes', (t) => {
  const parties = CAST.map(({ partyId }) => partyId)
  for (const [size, quorum] of [
    [5, 4],
    [6, 4],
    [7, 5],
    [10, 7],
  ] as const) {
    const validators = parties.slice(0, size)
    const harness = createModuleHarness({
      modules: [organizations, governance],
      validators,
      genesis: { organizations: organizationsGenesis(), governance: { members: [] } },
      timeMs: START_MS,
    })
    const [proposer = '', ...others] = validators
    for (const [proposalId, choice, needed] of [
      ['1', 'yes', quorum - 1],
      ['2', 'no', size - quorum + 1],
    ] as const) {
      t.equal(propose(harness, proposer, { ...ACTIVATE, version: Number(proposalId) }), 'success')
      for (const [index, member] of others.slice(0, needed).entries()) {
        t.equal(statusOf(harness, proposalId), 'open', `${index} of ${needed} ${choice} in ${size}`)
        t.equal(vote(harness, member, proposalId, choice), 'success')
      }
      t.equal(statusOf(harness, proposalId), choice === 'yes' ? 'scheduled' : 'rejected', `${needed} ${choice} of ${size}`)
    }
  }
  t.end()
})

test('who has a vote, and how often', (t) => {
  const harness = chain()
  const action = ACTIVATE
  const deadlineMs = harness.timeMs + DAY_MS
  const rows: readonly (readonly [string, readonly Address[], HarnessCall])[] = [
    ['governance/not-a-member', both('gaoming'), call('propose', { member: 'gaoming', action, deadlineMs })],
    ['governance/not-a-member', both('shunhe'), call('propose', { member: 'shunhe', action, deadlineMs })],
    ['organizations/wrong-party', both('bank-b'), call('propose', { member: 'bank-a', action, deadlineMs })],
    ['organizations/four-eyes-required', [address('bank-a')], call('propose', { member: 'bank-a', action, deadlineMs })],
    ['governance/bad-deadline', both('bank-a'), call('propose', { member: 'bank-a', action, deadlineMs: START_MS })],
    ['governance/bad-deadline', both('bank-a'), call('propose', { member: 'bank-a', action, deadlineMs: START_MS + 91 * DAY_MS })],
    [
      'governance/bad-height',
      both('bank-a'),
      call('propose', { member: 'bank-a', action: { ...action, atHeight: 20_000_000 }, deadlineMs }),
    ],
    ['success', both('bank-a'), call('propose', { member: 'bank-a', action, deadlineMs })],
    ['governance/already-voted', both('bank-a'), call('vote', { member: 'bank-a', proposalId: '1', choice: 'no' })],
    ['governance/unknown-proposal', both('bank-b'), call('vote', { member: 'bank-b', proposalId: '2', choice: 'yes' })],
    ['organizations/four-eyes-required', [address('bank-b')], call('vote', { member: 'bank-b', proposalId: '1', choice: 'yes' })],
    ['governance/not-a-member', both('gaoming'), call('vote', { member: 'gaoming', proposalId: '1', choice: 'yes' })],
  ]
  for (const [code, signers, one] of rows) t.equal(codeOf(harness, signers, one), code)
  for (let open = 1; open < 8; open++) t.equal(propose(harness), 'success')
  t.equal(propose(harness), 'governance/too-many-proposals')
  t.equal(propose(harness, 'bank-b'), 'success', 'another member may')
  t.match(harness.query('governance', 'members', {}), {
    value: { items: [{ organization: 'bank-a', partyId: 'bank-a' }, {}, { partyId: 'shunhe' }, {}], quorum: 3 },
  })
  t.end()
})

test('bytes of a proposal without its action are refused: reading them throws nothing', (t) => {
  const codec = governance.commands['propose']?.params
  for (const bytes of [new Uint8Array(), utf8ToBytes('\n\u0006bank-a')])
    t.match(codec?.decode(bytes), { ok: false, error: { code: 'encoding/bad-field' } })
  t.match(codec?.decode(utf8ToBytes('\n\u0006bank-a\u0018\u0001')), { ok: false })
  t.end()
})

test('one operator proposes the call, another sends it: as with everything that needs four eyes', (t) => {
  const harness = chain()
  propose(harness)
  const voteCall = { member: 'bank-b', proposalId: '1', choice: 'yes' }
  const params = governance.commands['vote']?.params.encode(voteCall as never) as Uint8Array
  const callDigest = taggedHash('call', callCodec.encode({ module: 'governance', command: 'vote', params }))
  const first: HarnessCall = {
    module: 'organizations',
    command: 'propose',
    json: { callDigest, expiresAtMs: harness.timeMs + DAY_MS },
  }
  t.equal(codeOf(harness, [address('bank-b', 'maker')], first), 'success')
  t.equal(codeOf(harness, [address('bank-b', 'checker')], call('vote', voteCall)), 'success')
  t.end()
})

test('one version of a module is scheduled once at a time, whatever its package', (t) => {
  const harness = chain()
  const other = { ...ACTIVATE, hash: `0x${'cd'.repeat(32)}` }
  t.equal(propose(harness, 'bank-a', other), 'success', 'proposal 1')
  t.equal(propose(harness, 'bank-b', ACTIVATE), 'success', 'proposal 2')
  for (const member of ['bank-a', 'core-firm']) t.equal(vote(harness, member, '2'), 'success')
  t.equal(statusOf(harness, '2'), 'scheduled')
  t.equal(vote(harness, 'core-firm', '1'), 'success')
  t.equal(vote(harness, 'supplier', '1'), 'governance/module-scheduled', 'the deciding vote is refused')
  t.equal(propose(harness, 'supplier', other), 'governance/module-scheduled')
  t.equal(propose(harness, 'supplier', { ...other, version: 2 }), 'success', 'proposal 3, a higher version')
  t.equal(propose(harness, 'supplier', { type: 'cancelActivation', proposalId: '2' }), 'success', 'proposal 4')
  for (const member of ['bank-a', 'bank-b']) t.equal(vote(harness, member, '4'), 'success')
  t.equal(vote(harness, 'supplier', '1'), 'success', 'it can be given again once the other is taken back')
  t.equal(statusOf(harness, '1'), 'scheduled')
  t.end()
})

test('an organization that had no party in genesis has no vote, whoever is registered under its name later', (t) => {
  const harness = chain(undefined, { members: [{ organization: 'core-firm', partyId: 'shunhe' }] })
  t.same(harness.query('governance', 'members', {}), {
    ok: true,
    value: {
      items: ['bank-a', 'bank-b', 'core-firm'].map((organization) => ({ organization, partyId: PARTY[organization] ?? organization })),
      quorum: 3,
    },
  })
  const late = ['maker', 'checker'].map((role) => operatorTerms(`supplier/${role}`, [role]))
  const party = { partyId: 'supplier', name: 'Late Supplier', country: 'CN', roles: ['supplier'], lei: leiOf(9) }
  t.equal(
    codeOf(harness, both('association'), { module: 'organizations', command: 'registerParty', json: { party, operators: late } as Json }),
    'success',
  )
  harness.advance(8 * DAY_MS)
  t.equal(propose(harness, 'supplier'), 'governance/no-party')
  t.equal(propose(harness, 'bank-a'), 'success')
  t.equal(vote(harness, 'supplier'), 'governance/no-party')
  for (const member of ['bank-b', 'core-firm']) t.equal(vote(harness, member), 'success')
  t.equal(statusOf(harness), 'scheduled', 'the others decide as before')
  t.end()
})

test('the schedule has room for sixteen: the vote that finds none is refused and can be given again', (t) => {
  const harness = chain()
  for (let index = 1; index <= 17; index++) {
    const action = { ...ACTIVATE, name: `module-${index}` }
    t.equal(propose(harness, VALIDATORS[index % 2], action), 'success')
    t.equal(vote(harness, 'core-firm', `${index}`), 'success')
    t.equal(vote(harness, 'supplier', `${index}`), index <= 16 ? 'success' : 'governance/schedule-full')
  }
  t.equal(statusOf(harness, '17'), 'open')
  t.end()
})

test('a genesis that would give a party two votes, or names a stranger, is refused', (t) => {
  const rows: readonly (readonly [Json, RegExp])[] = [
    [{ members: [{ organization: 'core-firm', partyId: 'bank-a' }] }, /bank-a would vote for two members/],
    [{ members: [{ organization: 'nobody', partyId: 'shunhe' }] }, /nobody is no validator/],
    [{ members: [{ organization: 'core-firm', partyId: 'nobody' }] }, /is no party/],
    [{ members: [1, 2].map(() => ({ organization: 'core-firm', partyId: 'shunhe' })) }, /stands twice/],
    [{ member: [] }, /unknown field/],
  ]
  for (const [members, message] of rows) t.throws(() => chain([], members), message)
  t.end()
})

test('keys that the registrar gave to members have no vote for seven days, also where one of them only proposes the call', (t) => {
  const harness = chain()
  const deadlineMs = harness.timeMs + 20 * DAY_MS
  t.equal(propose(harness, 'bank-a', ACTIVATE, 20), 'success')
  const recovered: readonly [Address, Address] = [address('new'), address('new', 'checker')]
  const add = [operatorTerms('new/maker', ['maker', 'checker']), operatorTerms('new/checker', ['maker', 'checker'])]
  const recovery = { partyId: 'bank-b', add, evidenceHash: HASH }
  const recover: HarnessCall = { module: 'organizations', command: 'recoverOperators', json: recovery }
  t.equal(codeOf(harness, both('association'), recover), 'success')
  const votesFromMs = harness.timeMs + 7 * DAY_MS
  const yes = call('vote', { member: 'bank-b', proposalId: '1', choice: 'yes' })
  const own = call('propose', { member: 'bank-b', action: ACTIVATE, deadlineMs })
  for (const one of [yes, own]) t.equal(codeOf(harness, recovered, one), 'governance/key-too-new')
  const refused = harness.simulate({ signers: recovered, calls: [yes] })
  t.match(refused.rejection, { message: new RegExp(`votes from ${votesFromMs} on`), hint: /older keys/ })

  const spare: HarnessCall = { module: 'organizations', command: 'addOperator', json: { operator: operatorTerms('spare', ['maker']) } }
  t.equal(codeOf(harness, both('shunhe'), spare), 'success')
  const params = governance.commands['vote']?.params.encode({ member: 'core-firm', proposalId: '1', choice: 'yes' } as never) as Uint8Array
  const callDigest = taggedHash('call', callCodec.encode({ module: 'governance', command: 'vote', params }))
  const first: HarnessCall = { module: 'organizations', command: 'propose', json: { callDigest, expiresAtMs: harness.timeMs + DAY_MS } }
  t.equal(codeOf(harness, [keyOf('spare').address], first), 'success')
  const second = call('vote', { member: 'core-firm', proposalId: '1', choice: 'yes' })
  t.equal(codeOf(harness, [address('shunhe', 'checker')], second), 'governance/key-too-new')
  t.equal(vote(harness, 'core-firm'), 'success', 'two keys of genesis need no proposal')

  harness.block([], { timeMs: votesFromMs - 1_001 })
  t.equal(codeOf(harness, recovered, yes), 'governance/key-too-new')
  t.equal(codeOf(harness, recovered, yes), 'success', 'a second later')
  t.equal(statusOf(harness), 'scheduled')
  t.end()
})
