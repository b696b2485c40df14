import { bytesToHex, type Hash, type Hex, ZERO_HASH } from '@hanse/primitives'
import { type Candidate, candidateSignBytes, type Json, KEY_ALGORITHM, readinessSignBytes, type ValidatorRecord } from '@hanse/protocol'
import type { ModuleHarness } from '@hanse/state'
import { test } from 'tap'
import { keyOf } from '../cast.ts'
import { advanceTo, call, chain as governed, handsOf, propose, statusOf, vote } from './support.ts'

const DOMAIN = { genesisHash: ZERO_HASH, chainId: 1 }
const MINUTE_MS = 60_000
const chain = (): ModuleHarness => governed([])

function recordOf(organization: string, keyName = organization): ValidatorRecord {
  const bytes = bytesToHex(keyOf(keyName).publicKey) as Hex
  return {
    organization,
    consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes },
    peerId: `peer-${keyName}`,
    addresses: ['/ip4/10.0.0.9'],
  }
}

function proofOf(candidate: Candidate, signer: string, domain = DOMAIN): Hex {
  return bytesToHex(keyOf(signer).sign(candidateSignBytes(domain, candidate)))
}

function admit(organization: string, partyId?: string, signer = organization, domain = DOMAIN): Json {
  const candidate = { record: recordOf(organization), ...(partyId === undefined ? {} : { partyId }) }
  return { type: 'admitObserver', ...candidate, proof: proofOf(candidate, signer, domain) } as unknown as Json
}

function replace(organization: string, keyName: string, signer = keyName): Json {
  const record = recordOf(organization, keyName)
  return { type: 'replaceKey', record, proof: proofOf({ record }, signer) } as unknown as Json
}

interface Checkpoint {
  readonly height: number
  readonly headerHash: Hash
}

function checkpointsOf(harness: ModuleHarness): readonly Checkpoint[] {
  const found = harness.query('governance', 'observers', {})
  return found.ok ? (found.value as unknown as { checkpoints: Checkpoint[] }).checkpoints : []
}

function addOf(organization: string, { height, headerHash }: Checkpoint, signer = organization): Json {
  const signature = bytesToHex(keyOf(signer).sign(readinessSignBytes(DOMAIN, height, headerHash)))
  return { type: 'addValidator', organization, readiness: { height, headerHash, signature } }
}

/** Everybody else says yes until it is decided. */
function carry(harness: ModuleHarness, action: Json, voters: readonly string[] = ['bank-b', 'supplier']): string {
  const proposed = propose(harness, 'bank-a', action)
  if (proposed !== 'success') return proposed
  const page = harness.query('governance', 'proposals', { limit: 1 })
  const [{ proposalId = '' } = {}] = page.ok ? (page.value as unknown as { items: { proposalId: string }[] }).items : []
  let last = ''
  for (const member of voters) last = vote(harness, member, proposalId)
  return last === 'success' ? `${statusOf(harness, proposalId)}` : last
}

const organizations = (harness: ModuleHarness): string => harness.validators.validators.map(({ organization }) => organization).join(' ')

function addFifth(harness: ModuleHarness): string {
  carry(harness, admit('fifth', 'gaoming'))
  harness.advance(MINUTE_MS)
  return carry(harness, addOf('fifth', checkpointsOf(harness).at(-1) as Checkpoint))
}

test('a newcomer observes, signs that it is at the head, validates, and has a vote', (t) => {
  const harness = chain()
  t.equal(carry(harness, admit('fifth', 'gaoming')), 'done')
  t.match(harness.query('governance', 'observers', {}), {
    value: { items: [{ record: { organization: 'fifth' }, partyId: 'gaoming', sinceHeight: 3 }], checkpoints: [] },
  })
  const block = harness.advance(MINUTE_MS)
  const [checkpoint] = checkpointsOf(harness)
  t.same(checkpoint, { height: block.height - 1, headerHash: block.header.parent, timeMs: block.timeMs })
  t.equal(carry(harness, addOf('fifth', checkpoint as Checkpoint)), 'done')
  t.equal(organizations(harness), 'bank-a bank-b core-firm supplier fifth')
  t.match(harness.query('governance', 'members', {}), { value: { items: { 4: { organization: 'fifth', partyId: 'gaoming' } }, quorum: 4 } })
  t.equal(propose(harness, 'bank-a', { type: 'removeValidator', organization: 'supplier' }), 'success')
  const yes = call('vote', { member: 'fifth', proposalId: '3', choice: 'yes' })
  t.equal(harness.send({ signers: handsOf('gaoming'), calls: [yes] }).outcome, 'success')
  harness.advance(1)
  t.same(checkpointsOf(harness), [], 'nobody observes any more')
  t.end()
})

test('who has not shown that it is at the head is refused', (t) => {
  const harness = chain()
  carry(harness, admit('fifth', 'gaoming'))
  harness.advance(MINUTE_MS)
  const first = checkpointsOf(harness)[0] as Checkpoint
  const refused = (action: Json): string => propose(harness, 'bank-a', action)
  t.equal(refused(addOf('nobody', first)), 'governance/unknown-organization')
  t.equal(refused(addOf('fifth', first, 'other-key')), 'governance/not-ready')
  t.equal(refused(addOf('fifth', { ...first, height: first.height + 1 })), 'governance/not-ready')
  t.equal(refused(addOf('fifth', { ...first, headerHash: ZERO_HASH })), 'governance/not-ready')
  for (let minute = 0; minute < 30; minute++) harness.advance(MINUTE_MS)
  t.equal(checkpointsOf(harness).length, 16)
  t.equal(refused(addOf('fifth', first)), 'governance/not-ready')
  t.equal(refused(addOf('fifth', checkpointsOf(harness)[5] as Checkpoint)), 'governance/not-ready', 'more than ten minutes old')
  t.equal(refused(addOf('fifth', checkpointsOf(harness)[6] as Checkpoint)), 'success', 'nine')
  t.end()
})

test('one checkpoint a minute of block time, while somebody observes', (t) => {
  const harness = chain()
  harness.advance(5 * MINUTE_MS)
  t.same(checkpointsOf(harness), [])
  carry(harness, admit('fifth'))
  for (let second = 0; second < 150; second++) harness.advance(1_000)
  t.ok([3, 4].includes(checkpointsOf(harness).length))
  t.equal(carry(harness, { type: 'dropObserver', organization: 'fifth' }), 'done')
  harness.advance(1)
  t.same(checkpointsOf(harness), [])
  t.end()
})

test('a record counts when its key has signed it, for this chain', (t) => {
  const harness = chain()
  t.equal(propose(harness, 'bank-a', admit('fifth', undefined, 'other')), 'governance/bad-proof')
  t.equal(propose(harness, 'bank-a', admit('fifth', undefined, 'fifth', { ...DOMAIN, chainId: 2 })), 'governance/bad-proof')
  const moved = { ...(admit('fifth') as object), partyId: 'gaoming' } as unknown as Json
  t.equal(propose(harness, 'bank-a', moved), 'governance/bad-proof', 'nobody changes who votes for it')
  t.equal(propose(harness, 'bank-a', replace('bank-b', 'new', 'other')), 'governance/bad-proof')
  t.equal(carry(harness, replace('bank-b', 'new')), 'done')
  t.match(harness.validators.validators[1], { organization: 'bank-b', peerId: 'peer-new' })
  t.equal(propose(harness, 'bank-a', replace('bank-b', 'new')), 'governance/unchanged')
  t.equal(propose(harness, 'bank-a', replace('core-firm', 'new')), 'governance/taken')
  t.equal(propose(harness, 'bank-a', admit('bank-b')), 'governance/taken')
  t.end()
})

test('four validators stay, and the votes of who is removed count no longer', (t) => {
  const harness = chain()
  t.equal(propose(harness, 'bank-a', { type: 'removeValidator', organization: 'bank-b' }), 'governance/too-few-validators')
  t.equal(propose(harness, 'bank-a', { type: 'removeValidator', organization: 'nobody' }), 'governance/unknown-organization')
  t.equal(addFifth(harness), 'done')
  const params = { type: 'changeParams', params: { window: 4 } }
  t.equal(propose(harness, 'supplier', params), 'success', 'proposal 3, of who will be removed')
  t.equal(propose(harness, 'bank-a', params), 'success', 'proposal 4')
  for (const member of ['supplier', 'bank-b']) t.equal(vote(harness, member, '4'), 'success')
  t.equal(statusOf(harness, '4'), 'open', 'three of five')
  const removal = { type: 'removeValidator', organization: 'supplier' }
  t.equal(carry(harness, removal, ['bank-b', 'core-firm', 'supplier']), 'done')
  t.equal(organizations(harness), 'bank-a bank-b core-firm fifth')
  t.same([statusOf(harness, '3'), statusOf(harness, '4')], ['cancelled', 'open'])
  t.equal(vote(harness, 'supplier', '4'), 'governance/not-a-member')
  t.match(harness.query('governance', 'observers', {}), { value: { items: [{ record: { organization: 'supplier' }, partyId: 'nanhai' }] } })
  t.equal(vote(harness, 'core-firm', '4'), 'success', 'the third of four that counts')
  t.equal(statusOf(harness, '4'), 'scheduled')
  t.end()
})

test('two decisions in one block: the second vote is refused with clear words, and counts when it comes again', (t) => {
  const harness = chain()
  t.equal(propose(harness, 'bank-a', replace('bank-b', 'new-b')), 'success')
  t.equal(propose(harness, 'bank-a', replace('core-firm', 'new-c')), 'success')
  const ids = ['1', '2']
  for (const id of ids) t.equal(vote(harness, 'bank-b', id), 'success')
  const votes = ids.map((proposalId) => ({
    signers: handsOf('core-firm'),
    calls: [call('vote', { member: 'core-firm', proposalId, choice: 'yes' })],
  }))
  t.match(harness.block(votes).receipts, [{ outcome: 'success' }, { outcome: 'rejected', code: 'governance/second-change' }])
  t.same(
    ids.map((id) => statusOf(harness, id)),
    ['done', 'open'],
  )
  t.equal(vote(harness, 'core-firm', '2'), 'success')
  t.equal(statusOf(harness, '2'), 'done')
  t.end()
})

test('whoever is to vote for a new validator is a party, and votes for nobody else', (t) => {
  const harness = chain()
  carry(harness, admit('fifth', 'unheard-of'))
  carry(harness, admit('sixth', 'shunhe'))
  carry(harness, admit('seventh'))
  harness.advance(MINUTE_MS)
  const checkpoint = checkpointsOf(harness).at(-1) as Checkpoint
  for (const organization of ['fifth', 'sixth', 'seventh']) {
    t.equal(propose(harness, 'bank-a', addOf(organization, checkpoint)), 'governance/unknown-party', organization)
  }
  t.end()
})

function scheduledHeightOf(harness: ModuleHarness, proposalId: string): number {
  const found = harness.query('governance', 'proposal', { proposalId })
  return found.ok ? (found.value as { scheduledHeight: number }).scheduledHeight : 0
}

test('parameters and version come at their height, after the notice, and are taken back in time', (t) => {
  const harness = chain()
  const proposed = (action: Json): string => propose(harness, 'bank-a', action)
  t.equal(proposed({ type: 'changeParams', params: {} }), 'governance/bad-params')
  t.equal(proposed({ type: 'changeParams', params: { window: 65 } }), 'governance/bad-params')
  t.equal(proposed({ type: 'changeParams', params: { maxDriftMs: 60_000, timeToLiveMsMax: 30_000 } }), 'governance/bad-params')
  t.equal(proposed({ type: 'changeParams', params: { window: 4 }, atHeight: 20_000_000 }), 'governance/bad-height')
  t.equal(proposed({ type: 'scheduleUpgrade', version: 1 }), 'governance/bad-version')
  t.equal(carry(harness, { type: 'changeParams', params: { window: 4 } }), 'scheduled')
  t.equal(carry(harness, { type: 'scheduleUpgrade', version: 2, atHeight: 300 }), 'scheduled')
  const height = scheduledHeightOf(harness, '1')
  t.match(harness.query('governance', 'rules', {}), {
    value: {
      version: 1,
      params: { window: 8 },
      scheduled: [
        { proposalId: '1', height, params: { window: 4 } },
        { height: 300, version: 2 },
      ],
    },
  })
  advanceTo(harness, height - 1)
  t.equal(statusOf(harness), 'scheduled')
  const boundary = harness.advance(1)
  t.match(boundary.blockReceipt?.events, [{ type: 'rulesChanged' }])
  t.equal(statusOf(harness), 'done')
  t.match(harness.query('governance', 'rules', {}), { value: { params: { window: 4 } } })
  t.equal(carry(harness, { type: 'cancelActivation', proposalId: '2' }), 'done')
  t.equal(statusOf(harness, '2'), 'cancelled')
  t.equal(carry(harness, { type: 'scheduleUpgrade', version: 2 }), 'scheduled')
  harness.advance(1)
  const at = scheduledHeightOf(harness, '4')
  advanceTo(harness, at - 60)
  t.equal(proposed({ type: 'cancelActivation', proposalId: '4' }), 'governance/too-late')
  advanceTo(harness, at - 1)
  t.equal(harness.advance(1).header.version, 2)
  t.end()
})

test('a change that became invalid until its height fails, with an event', (t) => {
  const harness = chain()
  t.equal(carry(harness, { type: 'changeParams', params: { timeToLiveMsMax: 15_000 }, atHeight: 200 }), 'scheduled')
  t.equal(carry(harness, { type: 'changeParams', params: { maxDriftMs: 20_000 }, atHeight: 150 }), 'scheduled')
  advanceTo(harness, 199)
  const boundary = harness.advance(1)
  t.match(boundary.blockReceipt?.events, [{ type: 'rulesFailed' }])
  t.match(harness.query('governance', 'proposal', { proposalId: '1' }), { value: { status: 'failed', failure: 'rules' } })
  t.end()
})
