import { bytesToHex, hexToBytes } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asView,
  type ConsensusMessage,
  consensusSignBytes,
  messageChecks,
  type ProposalBody,
  proposalDigest,
  type SignedMessage,
  type Status,
} from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { commitCertificate, domain, hashOf, preparedCertificate, signedBy, validatorSet } from './support/consensus-fixtures.ts'
import { holds } from './support/holds.ts'

const set = validatorSet(4)
const q = [0, 1, 2]

function body(fields: object = {}): ProposalBody {
  return { epoch: 0, height: 3, ids: [hashOf(1)], timeMs: 5, proposer: 1, ...fields } as unknown as ProposalBody
}

function status(fields: object = {}): Status {
  return { view: asView(1), wants: asView(1), head: asHeight(4), slots: [], ...fields } as Status
}

const slot = (height: number, voters: readonly number[] = []): object => ({ height, digest: hashOf(1), voters })
const proposal = (fields: object = {}, view = 1): ConsensusMessage => ({ type: 'proposal', view: asView(view), body: body(fields) })
const viewChange = (fields: object = {}): ConsensusMessage => ({ type: 'viewChange', newView: asView(2), ...fields }) as ConsensusMessage
const newView = (fields: object = {}): ConsensusMessage =>
  ({ type: 'newView', newView: 2, viewChanges: [hashOf(1), hashOf(2), hashOf(3)], base: 4, ...fields }) as unknown as ConsensusMessage
const vote = (type: 'prepare' | 'commit', height = 1): ConsensusMessage =>
  ({ type, view: 0, height, digest: hashOf(1), ...(type === 'commit' ? { headerHash: hashOf(2) } : {}) }) as ConsensusMessage

const accepted: readonly (readonly [string, SignedMessage, checks: number])[] = [
  ["a proposal of its view's primary", signedBy(1, proposal()), 1],
  ['a proposal again, in a later view', signedBy(1, proposal({}, 5)), 1],
  ['a proposal again, by the primary of a later view', signedBy(2, proposal({ proposer: 1 }, 6)), 1],
  ['a prepare', signedBy(3, vote('prepare')), 1],
  ['a commit', signedBy(3, vote('commit')), 1],
  ['a view change at genesis', signedBy(3, viewChange()), 1],
  ['a view change with a head', signedBy(3, viewChange({ head: commitCertificate(q, { height: 7 }) })), 4],
  ['a view change with a prepared first height', signedBy(3, viewChange({ prepared: preparedCertificate(q, { view: 1 }) })), 4],
  [
    'a view change with both',
    signedBy(
      3,
      viewChange({ head: commitCertificate([0, 1, 2, 3], { height: 7, view: 5 }), prepared: preparedCertificate(q, { height: 8 }) }),
    ),
    8,
  ],
  ['a new view', signedBy(2, newView()), 1],
  ['a new view that fixes a digest', signedBy(2, newView({ digest: hashOf(9) })), 1],
  ['a status', signedBy(0, { type: 'status', ...status({ wants: 3, slots: [slot(5, [0, 3]), slot(6)] }) }), 1],
]

test('what is well formed lists the signatures it rests on', (t) => {
  for (const [name, signed, count] of accepted) {
    const checks = messageChecks(domain, set, signed)
    if (!checks.ok) {
      t.fail(`${name}: ${checks.error.message}`)
      continue
    }
    t.equal(checks.value.length, count, name)
    const [own] = checks.value
    t.equal(bytesToHex(own?.publicKey as Uint8Array), set.validators[signed.signer]?.consensusKey.bytes, `${name}: the sender's key first`)
    t.same(own?.message, consensusSignBytes(domain, signed.epoch, signed.message), `${name}: over what it says`)
  }
  t.end()
})

const refused: readonly (readonly [string, SignedMessage, code: string, path: string])[] = [
  ['a stranger', signedBy(4, vote('prepare')), 'unknown-signer', 'signer'],
  ['a proposal of another than the primary', signedBy(2, proposal()), 'bad-message', 'signer'],
  ['a proposal for another epoch', signedBy(1, proposal({ epoch: 1 })), 'bad-message', 'message.body.epoch'],
  ['a proposal by nobody', signedBy(1, proposal({ proposer: 4 })), 'bad-message', 'message.body.proposer'],
  ['a proposal of genesis', signedBy(1, proposal({ height: 0 })), 'bad-message', 'message.body.height'],
  ['a prepare of genesis', signedBy(1, vote('prepare', 0)), 'bad-message', 'message.height'],
  ['a commit of genesis', signedBy(1, vote('commit', 0)), 'bad-message', 'message.height'],
  ['a view change to view 0', signedBy(1, viewChange({ newView: 0 })), 'bad-message', 'message.newView'],
  [
    'a head of another epoch',
    signedBy(1, viewChange({ head: commitCertificate(q, { epoch: 1 }) })),
    'bad-certificate',
    'message.head.epoch',
  ],
  ['a head of too few', signedBy(1, viewChange({ head: commitCertificate([0, 1]) })), 'bad-certificate', 'message.head.signatures'],
  [
    'a head signed twice by one',
    signedBy(1, viewChange({ head: commitCertificate([0, 1, 1]) })),
    'bad-certificate',
    'message.head.signatures.2.signer',
  ],
  [
    'a prepared height that is not the next',
    signedBy(1, viewChange({ prepared: preparedCertificate(q, { height: 2 }) })),
    'bad-certificate',
    'message.prepared.height',
  ],
  [
    'a prepared height at the head',
    signedBy(1, viewChange({ head: commitCertificate(q, { height: 7 }), prepared: preparedCertificate(q, { height: 7 }) })),
    'bad-certificate',
    'message.prepared.height',
  ],
  [
    'a prepared view that is the new one',
    signedBy(1, viewChange({ prepared: preparedCertificate(q, { view: 2 }) })),
    'bad-message',
    'message.prepared.view',
  ],
  [
    'a prepared certificate of another epoch',
    signedBy(1, viewChange({ prepared: preparedCertificate(q, { epoch: 1 }) })),
    'bad-certificate',
    'message.prepared.epoch',
  ],
  [
    'a prepared certificate of too few',
    signedBy(1, viewChange({ prepared: preparedCertificate([3]) })),
    'bad-certificate',
    'message.prepared.signatures',
  ],
  ['a new view of another than the primary', signedBy(1, newView()), 'bad-message', 'signer'],
  ['a new view 0', signedBy(0, newView({ newView: 0 })), 'bad-message', 'message.newView'],
  ['a new view on too few', signedBy(2, newView({ viewChanges: [hashOf(1), hashOf(2)] })), 'bad-message', 'message.viewChanges'],
  [
    'a new view on more than a quorum',
    signedBy(2, newView({ viewChanges: [1, 2, 3, 4].map(hashOf) })),
    'bad-message',
    'message.viewChanges',
  ],
  ['a new view that counts one twice', signedBy(2, newView({ viewChanges: [1, 2, 2].map(hashOf) })), 'bad-message', 'message.viewChanges'],
  ['a new view out of order', signedBy(2, newView({ viewChanges: [2, 1, 3].map(hashOf) })), 'bad-message', 'message.viewChanges'],
  ['a status that wants less', signedBy(0, { type: 'status', ...status({ wants: 0 }) }), 'bad-message', 'message.wants'],
  ['a status with a slot twice', signedBy(0, { type: 'status', ...status({ slots: [slot(5), slot(5)] }) }), 'bad-message', 'message.slots'],
  [
    'a status with slots out of order',
    signedBy(0, { type: 'status', ...status({ slots: [slot(6), slot(5)] }) }),
    'bad-message',
    'message.slots',
  ],
  ['a status at its head', signedBy(0, { type: 'status', ...status({ slots: [slot(4)] }) }), 'bad-message', 'message.slots.0.height'],
  [
    'a status far above its head',
    signedBy(0, { type: 'status', ...status({ slots: [slot(69)] }) }),
    'bad-message',
    'message.slots.0.height',
  ],
  [
    'a status with a voter twice',
    signedBy(0, { type: 'status', ...status({ slots: [slot(5, [1, 1])] }) }),
    'bad-message',
    'message.slots.0.voters',
  ],
  [
    'a status with a stranger',
    signedBy(0, { type: 'status', ...status({ slots: [slot(5, [4])] }) }),
    'bad-message',
    'message.slots.0.voters',
  ],
]

test('what is malformed is refused with its place', (t) => {
  for (const [name, signed, code, path] of refused) {
    t.match(messageChecks(domain, set, signed), { ok: false, error: { code: `consensus/${code}`, path } }, name)
  }
  t.end()
})

test("a proposal carries its primary's Prepare", (t) => {
  const message = proposal()
  if (message.type !== 'proposal') return t.fail('a proposal')
  const prepare: ConsensusMessage = {
    type: 'prepare',
    view: message.view,
    height: message.body.height,
    digest: proposalDigest(message.body),
  }
  const domainBytes = (m: ConsensusMessage): string => bytesToHex(consensusSignBytes(domain, message.body.epoch, m))
  t.equal(domainBytes(message), domainBytes(prepare))
  t.end()
})

test('no signature is valid for another message, chain or epoch', (t) => {
  const distinct = fc.property(fc.constantFrom(...accepted), fc.constantFrom(...accepted), ([, left], [, right]) => {
    const bytes = (signed: SignedMessage, where = domain, epoch = signed.epoch): string =>
      bytesToHex(consensusSignBytes(where, epoch, signed.message))
    if (left !== right && JSON.stringify(left.message) !== JSON.stringify(right.message) && bytes(left) === bytes(right)) return false
    return (
      bytes(left) !== bytes(left, { ...domain, chainId: domain.chainId + 1 }) &&
      bytes(left) !== bytes(left, { ...domain, genesisHash: hashOf(0xab) }) &&
      bytes(left) !== bytes(left, domain, (left.epoch + 1) as typeof left.epoch)
    )
  })
  holds(t, 'sign bytes differ', distinct, { numRuns: 400 })
  t.end()
})

test('the first ViewChange of an epoch rests on a certificate of the set before, and on no other block than its last', (t) => {
  const before = validatorSet(5)
  const below = { height: asHeight(7), set: before }
  const of = (message: ConsensusMessage, signer = 3): SignedMessage =>
    ({ ...signedBy(signer, message), epoch: asEpoch(4) }) as SignedMessage
  const end = commitCertificate([0, 1, 2, 4], { epoch: 3, height: 7 })
  const own = commitCertificate(q, { epoch: 4, height: 9 })
  const checks = (message: ConsensusMessage, signer?: number) => messageChecks(domain, set, of(message, signer), below)
  const keyOf = (index: number) => hexToBytes(before.validators[index]?.consensusKey.bytes as `0x${string}`)
  const first = checks(viewChange({ head: end }))
  if (!first.ok) return t.fail(first.error.message)
  t.same(
    first.value.slice(1).map(({ publicKey }) => publicKey),
    [0, 1, 2, 4].map(keyOf),
    'its signers are of that set',
  )
  t.match(checks(viewChange({ head: own })), { ok: true })
  t.match(checks(viewChange({ head: end, prepared: preparedCertificate(q, { epoch: 4, height: 8 }) })), { ok: true })
  const refusedHere: readonly (readonly [string, ConsensusMessage, string])[] = [
    ['no head', viewChange(), 'message.head'],
    ['too few of the set before', viewChange({ head: commitCertificate(q, { epoch: 3, height: 7 }) }), 'message.head.signatures'],
    [
      'another block of the epoch before',
      viewChange({ head: commitCertificate([0, 1, 2, 4], { epoch: 3, height: 8 }) }),
      'message.head.height',
    ],
    ['an epoch before that', viewChange({ head: commitCertificate(q, { epoch: 2, height: 7 }) }), 'message.head.height'],
    ['a height below the epoch', viewChange({ head: commitCertificate(q, { epoch: 4, height: 7 }) }), 'message.head.height'],
    ['a later epoch', viewChange({ head: commitCertificate(q, { epoch: 5, height: 9 }) }), 'message.head.epoch'],
    [
      'prepared in the epoch before',
      viewChange({ head: end, prepared: preparedCertificate(q, { epoch: 3, height: 8 }) }),
      'message.prepared.epoch',
    ],
    ['a vote below the epoch', vote('commit', 7), 'message.height'],
    ['a proposal below the epoch', proposal({ epoch: 4, height: 7 }), 'message.body.height'],
  ]
  for (const [name, message, path] of refusedHere)
    t.match(checks(message, message.type === 'proposal' ? 1 : 3), { ok: false, error: { path } }, name)
  t.match(checks(proposal({ epoch: 4, height: 8 }), 1), { ok: true })
  t.end()
})
