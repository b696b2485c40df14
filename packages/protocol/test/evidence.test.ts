import { bytesToHex, type Hash, type Hex, ZERO_HASH } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type CommitCertificate,
  type ConsensusMessage,
  contradictionOf,
  type EvidenceKind,
  evidenceHash,
  type PreparedCertificate,
  proposalDigest,
  type SignedMessage,
} from '@hanse/protocol'
import { test } from 'tap'

const signature = bytesToHex(new Uint8Array(64)) as Hex
const hashOf = (byte: number): Hash => bytesToHex(new Uint8Array(32).fill(byte)) as Hash

function signed(message: ConsensusMessage, more: Partial<SignedMessage> = {}): SignedMessage {
  return { epoch: asEpoch(1), signer: asValidatorIndex(2), signature, message, ...more }
}

const prepare = (digest: number, view = 3, height = 9) =>
  signed({ type: 'prepare', view: asView(view), height: asHeight(height), digest: hashOf(digest) })
const commit = (digest: number, header = digest, view = 3, height = 9) =>
  signed({ type: 'commit', view: asView(view), height: asHeight(height), digest: hashOf(digest), headerHash: hashOf(header) })

const signatures = [{ signer: asValidatorIndex(0), signature }]
const headOf = (height: number): CommitCertificate => ({
  epoch: asEpoch(1),
  view: asView(0),
  height: asHeight(height),
  digest: hashOf(1),
  headerHash: hashOf(1),
  signatures,
})
const preparedOf = (view: number, height: number): PreparedCertificate => ({
  epoch: asEpoch(1),
  view: asView(view),
  height: asHeight(height),
  digest: hashOf(1),
  signatures,
})

function viewChange(newView: number, head?: number, preparedView?: number): SignedMessage {
  return signed({
    type: 'viewChange',
    newView: asView(newView),
    ...(head === undefined ? {} : { head: headOf(head) }),
    ...(preparedView === undefined ? {} : { prepared: preparedOf(preparedView, (head ?? 0) + 1) }),
  })
}

const body = { epoch: asEpoch(1), height: asHeight(9), ids: [], timeMs: 1, proposer: asValidatorIndex(2) }
const proposal = signed({ type: 'proposal', view: asView(3), body })
const itsPrepare = signed({ type: 'prepare', view: asView(3), height: asHeight(9), digest: proposalDigest(body) })

const ROWS: readonly (readonly [string, SignedMessage, SignedMessage, EvidenceKind | undefined])[] = [
  ['two digests of one slot', prepare(1), prepare(2), 'conflicting-prepare'],
  ['the same twice', prepare(1), prepare(1), undefined],
  ['another view', prepare(1), prepare(2, 4), undefined],
  ['another height', prepare(1), prepare(2, 3, 10), undefined],
  ['another epoch', prepare(1), { ...prepare(2), epoch: asEpoch(2) }, undefined],
  ['another signer', prepare(1), { ...prepare(2), signer: asValidatorIndex(1) }, undefined],
  ['a proposal and its Prepare', proposal, itsPrepare, undefined],
  ['a proposal and another Prepare', proposal, prepare(2), 'conflicting-prepare'],
  ['two proposals', proposal, signed({ type: 'proposal', view: asView(3), body: { ...body, timeMs: 2 } }), 'conflicting-prepare'],
  ['two digests committed', commit(1), commit(2), 'conflicting-commit'],
  ['two headers of one digest', commit(1), commit(1, 2), 'conflicting-commit'],
  ['the same Commit twice', commit(1), commit(1), undefined],
  ['a Prepare and a Commit', prepare(1), commit(2), undefined],
  ['a Commit in a later view', commit(1), commit(2, 2, 4), undefined],
  ['it owns up', commit(1), viewChange(4, 8, 3), undefined],
  ['it owns up with a later view', commit(1), viewChange(5, 8, 4), undefined],
  ['it is final', commit(1), viewChange(4, 9), undefined],
  ['a ViewChange before the Commit', commit(1), viewChange(3, 8), undefined],
  ['nothing is prepared', commit(1), viewChange(4, 8), 'forgotten-commit'],
  ['what was prepared before', commit(1), viewChange(4, 8, 2), 'forgotten-commit'],
  ['an older head', commit(1), viewChange(4, 7, 3), 'forgotten-commit'],
  ['no head', commit(1), viewChange(4), 'forgotten-commit'],
  ['no head, of the first height', commit(1, 1, 3, 1), viewChange(4, undefined, 3), undefined],
  ['another epoch’s ViewChange', commit(1), { ...viewChange(4, 8), epoch: asEpoch(2) }, undefined],
]

test('what two messages prove, whichever comes first', (t) => {
  for (const [name, first, second, kind] of ROWS) {
    t.equal(contradictionOf({ first, second })?.kind, kind, name)
    t.equal(contradictionOf({ first: second, second: first })?.kind, kind, `${name}, the other way round`)
  }
  t.equal(contradictionOf({ first: viewChange(4, 8), second: commit(1) })?.height, 9)
  t.end()
})

test('a leaf is of both messages with their signatures', (t) => {
  const pair = { first: prepare(1), second: prepare(2) }
  t.not(evidenceHash(pair), evidenceHash({ first: pair.second, second: pair.first }))
  t.not(evidenceHash(pair), ZERO_HASH)
  t.end()
})
