import { createKeyPair, verifySignature } from '@hanse/crypto'
import { bytesToHex, type Hash, type Hex } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type CommitCertificate,
  type ConsensusMessage,
  consensusSignBytes,
  type Epoch,
  KEY_ALGORITHM,
  type LogRecord,
  type SignedMessage,
  viewChangeHash,
} from '@hanse/protocol'
import { test } from 'tap'
import { forkIn } from '../src/index.ts'

const KEYS = [1, 2, 3, 4].map((seed) => createKeyPair(new Uint8Array(32).fill(seed)))
const [A, B, C, D] = [0, 1, 2, 3] as const
const epoch = asEpoch(2)
const domain = { genesisHash: `0x${'77'.repeat(32)}` as Hash, chainId: 7 }
const set = {
  validators: KEYS.map(({ publicKey }, index) => ({
    organization: `validator-${index}`,
    consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes: bytesToHex(publicKey) },
    peerId: `peer-${index}`,
    addresses: [],
  })),
}
const height = asHeight(9)
const [a, b] = ['aa', 'bb'].map((digits) => `0x${digits.repeat(32)}` as Hash) as [Hash, Hash]

function said(signer: number, message: ConsensusMessage, of: Epoch = epoch): SignedMessage {
  const signature = bytesToHex(KEYS[signer]?.sign(consensusSignBytes(domain, of, message)) as Uint8Array)
  return { epoch: of, signer: asValidatorIndex(signer), signature, message }
}

function committed(view: number, digest: Hash, signers: readonly number[], of: Epoch = epoch): CommitCertificate {
  const vote = { view: asView(view), height, digest, headerHash: digest }
  const signatures = signers.map((signer) => {
    const { signature } = said(signer, { type: 'commit', ...vote }, of)
    return { signer: asValidatorIndex(signer), signature }
  })
  return { epoch: of, ...vote, signatures }
}

/** The NewView of B, which nobody's head or certificate binds. */
function entered(...signers: readonly number[]): Extract<LogRecord, { type: 'newView' }> {
  const viewChanges = signers.map((signer) => said(signer, { type: 'viewChange', newView: asView(1) }))
  const message = { type: 'newView', newView: asView(1), viewChanges: viewChanges.map(viewChangeHash), base: asHeight(0) } as const
  return { type: 'newView', newView: said(B, message), viewChanges }
}

const logged = (certificate: CommitCertificate): LogRecord => ({ type: 'committed', ...certificate })
const culpritsOf = (...records: readonly LogRecord[]) =>
  forkIn(records, { domain, epoch, set }, verifySignature)?.evidence.map(({ culprit, kind }) => `${'ABCD'[culprit]} ${kind}`)

test('who made a fork is named by what is signed, whoever kept it', async (t) => {
  const sides = [logged(committed(0, a, [A, C, D])), logged(committed(1, b, [B, C, D]))]
  t.same(culpritsOf(...sides), [], 'certificates of two views name nobody')
  t.same(culpritsOf(...sides, entered(B, C, D)), ['C forgotten-commit', 'D forgotten-commit'])
  t.same(culpritsOf(logged(committed(0, a, [A, C, D])), logged(committed(0, b, [B, C, D]))), [
    'C conflicting-commit',
    'D conflicting-commit',
  ])
})

test('what does not verify, or is of another epoch or chain, accuses nobody', async (t) => {
  const one = logged(committed(0, a, [A, C, D]))
  const other = committed(0, b, [B, C, D])
  const [first, ...rest] = other.signatures
  const forged = {
    ...other,
    signatures: [first as (typeof rest)[0], ...rest.map(({ signer }) => ({ signer, signature: `0x${'11'.repeat(64)}` as Hex }))],
  }
  t.equal(culpritsOf(one, logged(forged)), undefined, 'a signature that is nobody’s')
  t.equal(culpritsOf(one, logged({ ...other, signatures: rest })), undefined, 'fewer than a quorum')
  t.equal(culpritsOf(one, logged(committed(0, b, [B, C, D], asEpoch(1)))), undefined, 'an earlier epoch')
  const elsewhere = { ...domain, chainId: 8 }
  t.equal(forkIn([one, logged(other)], { domain: elsewhere, epoch, set }, verifySignature), undefined, 'another chain')

  const sides = [one, logged(committed(1, b, [B, C, D]))]
  const { newView, viewChanges } = entered(B, C, D)
  const put = viewChanges.map((viewChange) => ({ ...viewChange, signer: asValidatorIndex(A) }))
  t.same(culpritsOf(...sides, { type: 'newView', newView, viewChanges: put }), [], 'a ViewChange in the name of another')
})
