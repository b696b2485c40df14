import { governance, organizations } from '@hanse/modules'
import { bytesToHex, type Hash, type Hex, hexToBytes, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type ConsensusMessage,
  candidateSignBytes,
  consensusSignBytes,
  EMPTY_MERKLE_ROOT,
  evidenceHash,
  type Json,
  KEY_ALGORITHM,
  merkleRoot,
  type SignedMessage,
  signedMessageCodec,
  type ValidatorRecord,
} from '@hanse/protocol'
import { createModuleHarness, type HarnessCall, type ModuleHarness } from '@hanse/state'
import { test } from 'tap'
import { DAY_MS, keyOf, organizationsGenesis, START_MS } from '../cast.ts'
import { call, handsOf, MEMBERS, propose, statusOf, VALIDATORS, vote } from './support.ts'

const DOMAIN = { genesisHash: ZERO_HASH, chainId: 1 }
const nodeKey = (organization: string) => keyOf(`node of ${organization}`)
const hashOf = (byte: number): Hash => bytesToHex(new Uint8Array(32).fill(byte)) as Hash

function chain(protocolVersion = 2): ModuleHarness {
  return createModuleHarness({
    modules: [organizations, governance],
    validators: VALIDATORS,
    consensusKeys: VALIDATORS.map((organization) => bytesToHex(nodeKey(organization).publicKey) as Hex),
    genesis: { organizations: organizationsGenesis(), governance: MEMBERS },
    timeMs: START_MS,
    protocolVersion,
  })
}

function said(organization: string, message: ConsensusMessage, epoch = 0, domain = DOMAIN): SignedMessage {
  const signature = bytesToHex(nodeKey(organization).sign(consensusSignBytes(domain, asEpoch(epoch), message))) as Hex
  return { epoch: asEpoch(epoch), signer: asValidatorIndex(VALIDATORS.indexOf(organization)), signature, message }
}

function prepare(digest: number, view = 0, height = 3): ConsensusMessage {
  return { type: 'prepare', view: asView(view), height: asHeight(height), digest: hashOf(digest) }
}

function commit(digest: number, height = 3): ConsensusMessage {
  return { type: 'commit', view: asView(0), height: asHeight(height), digest: hashOf(digest), headerHash: hashOf(digest) }
}

function report(first: SignedMessage, second: SignedMessage): HarnessCall {
  const hex = (signed: SignedMessage): Hex => bytesToHex(signedMessageCodec.encode(signed)) as Hex
  return call('reportEvidence', { first: hex(first), second: hex(second) })
}

function send(harness: ModuleHarness, reporter: string, first: SignedMessage, second: SignedMessage): string {
  const { outcome, code } = harness.send({ signers: [nodeKey(reporter).address], calls: [report(first, second)] })
  return code ?? outcome
}

const twoPrepares = (organization: string): readonly [SignedMessage, SignedMessage] => [
  said(organization, prepare(1)),
  said(organization, prepare(2)),
]

test('a node puts on the chain what it has seen, and that opens a vote on the removal', (t) => {
  const harness = chain()
  const [first, second] = twoPrepares('supplier')
  const block = harness.block([{ signers: [nodeKey('bank-a').address], calls: [report(first, second)] }])
  t.match(block.receipts, [{ outcome: 'success', events: [{ type: 'removalProposed' }, { type: 'evidenceRecorded', attributes: [] }] }])
  const hash = evidenceHash({ first, second })
  t.equal(block.header.evidenceRoot, merkleRoot([hexToBytes(hash)]), 'the header commits to it')
  t.equal(harness.advance(1).header.evidenceRoot, EMPTY_MERKLE_ROOT)
  t.match(harness.query('governance', 'evidence', {}), {
    value: {
      items: [
        {
          evidenceId: '1',
          kind: 'conflicting-prepare',
          organization: 'supplier',
          epoch: 0,
          height: 3,
          reporter: 'bank-a',
          recordedHeight: 1,
          hash,
          proposalId: '1',
        },
      ],
    },
  })
  t.match(harness.query('governance', 'evidence', { organization: 'bank-b' }), { value: { items: [] } })
  t.match(harness.query('governance', 'proposal', { proposalId: '1' }), {
    value: {
      proposer: 'bank-a',
      action: { type: 'removeValidator', organization: 'supplier' },
      yes: [],
      no: [],
      status: 'open',
      evidenceId: '1',
    },
  })
  for (const member of ['bank-a', 'bank-b']) t.equal(vote(harness, member), 'success', 'the reporter’s people vote as others do')
  t.equal(vote(harness, 'core-firm'), 'governance/too-few-validators', 'four stay, whatever one has done')
  t.equal(statusOf(harness), 'open')
  harness.advance(31 * DAY_MS)
  harness.advance(1_000)
  t.equal(statusOf(harness), 'expired')
  t.end()
})

test('one proof of a kind, a key and an epoch; one open vote a culprit', (t) => {
  const harness = chain()
  t.equal(send(harness, 'bank-a', ...twoPrepares('supplier')), 'success')
  t.equal(send(harness, 'bank-b', ...twoPrepares('supplier')), 'governance/evidence-known')
  t.equal(send(harness, 'bank-b', said('supplier', prepare(1, 7)), said('supplier', prepare(2, 7))), 'governance/evidence-known')
  t.equal(send(harness, 'bank-b', said('supplier', commit(1)), said('supplier', commit(2))), 'success', 'another kind')
  t.equal(send(harness, 'core-firm', ...twoPrepares('bank-b')), 'success', 'another culprit')
  const page = harness.query('governance', 'proposals', {})
  t.match(page, { value: { items: [{ action: { organization: 'bank-b' } }, { action: { organization: 'supplier' } }] } })
  t.match(harness.query('governance', 'evidence', { limit: 2 }), {
    value: { items: [{ evidenceId: '3' }, { evidenceId: '2' }], nextCursor: '1' },
  })
  t.end()
})

test('nothing counts but two genuine messages that contradict each other', (t) => {
  const harness = chain()
  const [first, second] = twoPrepares('supplier')
  const viewChange: ConsensusMessage = { type: 'viewChange', newView: asView(4) }
  const rows: readonly (readonly [string, SignedMessage, SignedMessage])[] = [
    ['the same twice', first, first],
    ['another signature', first, { ...second, signature: first.signature }],
    ['another one’s', first, { ...said('bank-b', prepare(2)), signer: first.signer }],
    ['another chain’s', first, said('supplier', prepare(2), 0, { ...DOMAIN, chainId: 2 })],
    ['an epoch that has not begun', said('supplier', prepare(1), 1), said('supplier', prepare(2), 1)],
    ['no such validator', { ...first, signer: asValidatorIndex(9) }, { ...second, signer: asValidatorIndex(9) }],
    ['a ViewChange that forgets nothing', said('supplier', prepare(1)), said('supplier', viewChange)],
  ]
  for (const [name, one, other] of rows) t.equal(send(harness, 'bank-a', one, other), 'governance/no-contradiction', name)
  const broken = call('reportEvidence', { first: '0x0102', second: '0x03' })
  t.equal(harness.send({ signers: [nodeKey('bank-a').address], calls: [broken] }).code, 'governance/no-contradiction')
  t.equal(send(harness, 'bank-a', said('supplier', commit(1)), said('supplier', viewChange)), 'success', 'a forgotten Commit')
  t.end()
})

test('a consensus key sends this one command, alone, and an operator does not', (t) => {
  const harness = chain()
  const pair = twoPrepares('supplier')
  const one = report(...pair)
  const key = nodeKey('bank-a').address
  const deadlineMs = harness.timeMs + DAY_MS
  const proposal = call('propose', { member: 'bank-a', action: { type: 'dropObserver', organization: 'x' } as Json, deadlineMs })
  const codeOf = (transaction: Parameters<ModuleHarness['send']>[0]): string | undefined => harness.send(transaction).code
  t.equal(codeOf({ signers: [key], calls: [proposal] }), 'organizations/unknown-operator')
  t.equal(codeOf({ signers: [key], calls: [one, one] }), 'organizations/unknown-operator')
  t.equal(codeOf({ signers: [key], calls: [one], clientRef: 'mine' }), 'organizations/unknown-operator')
  t.equal(codeOf({ signers: [key, nodeKey('bank-b').address], calls: [one] }), 'organizations/unknown-operator')
  t.equal(codeOf({ signers: [keyOf('stranger').address], calls: [one] }), 'organizations/unknown-operator')
  t.equal(codeOf({ signers: handsOf('bank-a'), calls: [one] }), 'governance/not-a-validator')
  t.equal(codeOf({ signers: [key], calls: [one] }), undefined)
  t.end()
})

test('evidence is of the set of its epoch: a key that was replaced since is still accountable, and signs no report', (t) => {
  const harness = chain()
  const pair = twoPrepares('supplier')
  const record = {
    organization: 'supplier',
    consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(keyOf('next key').publicKey) },
    peerId: 'next-peer',
    addresses: [],
  }
  t.equal(send(harness, 'supplier', ...twoPrepares('bank-b')), 'success', 'its key is one of the set')
  const proof = bytesToHex(keyOf('next key').sign(candidateSignBytes(DOMAIN, { record: record as ValidatorRecord })))
  t.equal(propose(harness, 'bank-a', { type: 'replaceKey', record, proof } as unknown as Json), 'success')
  for (const member of ['bank-b', 'supplier']) t.equal(vote(harness, member, '2'), 'success')
  t.equal(statusOf(harness, '2'), 'done')
  t.equal(send(harness, 'supplier', ...pair), 'organizations/unknown-operator', 'a retired key')
  t.equal(send(harness, 'bank-a', ...pair), 'success')
  t.match(harness.query('governance', 'evidence', {}), {
    value: { items: [{ organization: 'supplier', epoch: 0, consensusKey: bytesToHex(nodeKey('supplier').publicKey) }, {}] },
  })
  t.end()
})

test('in protocol version 1 the header commits to nothing', (t) => {
  const harness = chain(1)
  const [first, second] = twoPrepares('supplier')
  const block = harness.block([{ signers: [nodeKey('bank-a').address], calls: [report(first, second)] }])
  t.match(block.receipts, [{ outcome: 'success' }])
  t.equal(block.header.evidenceRoot, EMPTY_MERKLE_ROOT)
  t.end()
})
