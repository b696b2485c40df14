import type { Hash, Hex } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asPeerId,
  asValidatorIndex,
  asView,
  type CertifiedBlock,
  type Chain,
  type CommitCertificate,
  type SignedMessage,
} from '@hanse/protocol'
import { test } from 'tap'
import { Gate } from '../src/gate.ts'

const HASH = `0x${'11'.repeat(32)}` as Hash
const SIGNATURE = `0x${'00'.repeat(64)}` as Hex
const CHAIN = {
  genesisHash: HASH,
  genesis: {
    chainId: 1,
    validators: [0, 1, 2, 3].map((index) => ({
      organization: `org-${index}`,
      consensusKey: { algorithm: 1, bytes: HASH },
      peerId: '',
      addresses: [],
    })),
  },
} as unknown as Chain

const HEAD: CommitCertificate = {
  epoch: asEpoch(0),
  view: asView(0),
  height: asHeight(3),
  digest: HASH,
  headerHash: HASH,
  signatures: [0, 1, 2].map((signer) => ({ signer: asValidatorIndex(signer), signature: SIGNATURE })),
}

function viewChange(more: { readonly signature?: Hex; readonly head?: CommitCertificate; readonly signer?: number } = {}): SignedMessage {
  const { signature = SIGNATURE, head = HEAD, signer = 1 } = more
  return { epoch: asEpoch(0), signer: asValidatorIndex(signer), signature, message: { type: 'viewChange', newView: asView(1), head } }
}

test('a ViewChange that comes again is not verified again, another one is', (t) => {
  let checks = 0
  let verdict = true
  const gate = new Gate(CHAIN, () => {
    checks += 1
    return verdict
  })
  const count = (signed: SignedMessage): readonly [boolean, number] => {
    checks = 0
    return [gate.message(signed).ok, checks]
  }
  t.same(count(viewChange()), [true, 4], 'its own signature and those of its head')
  t.same(count(viewChange()), [true, 0])
  verdict = false
  const forged = `0x${'01'.repeat(64)}` as Hex
  t.same(count(viewChange({ signature: forged })), [false, 1], 'with another signature')
  t.same(count(viewChange({ signer: 2 })), [false, 1], 'of another signer')
  const [first, ...others] = HEAD.signatures
  const head = { ...HEAD, signatures: [{ signer: first!.signer, signature: forged }, ...others] }
  t.same(count(viewChange({ head })), [false, 1], 'with another signature inside')
  t.same(count(viewChange()), [true, 0], 'none of them took its place')
  t.end()
})

function certificateOf(epoch: number, height: number): CommitCertificate {
  return { ...HEAD, epoch: asEpoch(epoch), height: asHeight(height) }
}

/** One of epoch 3, whose predecessor ended with height 20; every signature holds. */
function gateOfThree(): Gate {
  const set = { validators: CHAIN.genesis.validators }
  return new Gate(CHAIN, () => true, { sets: { epoch: asEpoch(3), set, below: { height: asHeight(20), set } } })
}

test('validators decide on the heights of their epoch, and on no other', (t) => {
  const gate = gateOfThree()
  const rows: readonly (readonly [epoch: number, height: number, isGood: boolean])[] = [
    [3, 21, true],
    [3, 20, false],
    [2, 20, true],
    [2, 21, false],
    [1, 5, false],
    [4, 99, false],
  ]
  for (const [epoch, height, isGood] of rows) t.equal(gate.certificate(certificateOf(epoch, height)).ok, isGood, `${epoch} at ${height}`)
  t.end()
})

test('what is of another epoch is passed on as that, unverified', (t) => {
  const from = asPeerId('peer-1')
  const gate = gateOfThree()
  const { message } = viewChange({ head: certificateOf(5, 70) })
  const signed = (epoch: number): Parameters<Gate['consensusInput']>[1] => ({
    type: 'signed',
    signed: { ...viewChange(), epoch: asEpoch(epoch), message },
  })
  const certificate = (epoch: number): Parameters<Gate['consensusInput']>[1] => ({
    type: 'certificate',
    certificate: certificateOf(epoch, 90),
  })
  t.same(gate.consensusInput(from, signed(5)), { ok: true, value: { type: 'other-epoch', from, epoch: 5, height: 70 } })
  t.match(gate.consensusInput(from, signed(1)), { ok: true, value: { type: 'other-epoch', epoch: 1 } })
  t.match(gate.consensusInput(from, signed(3)), { ok: false }, 'one of this epoch is judged')
  t.same(gate.consensusInput(from, certificate(4)), { ok: true, value: { type: 'other-epoch', from, epoch: 4, height: 90 } })
  t.same(gate.consensusInput(from, certificate(2)), { ok: true, value: undefined }, 'of an earlier one it is of no use')
  t.match(gate.consensusInput(from, certificate(3)), { ok: true, value: { type: 'certificate', from } })
  t.end()
})

test('of an answer with blocks those are verified that can be', (t) => {
  const gate = gateOfThree()
  const blocks = (...epochs: readonly number[]): readonly CertifiedBlock[] =>
    epochs.map((epoch, index) => ({ certificate: certificateOf(epoch, index) }) as CertifiedBlock)
  const within = (...epochs: readonly number[]) => {
    const { past, known, more } = gate.within(blocks(...epochs))
    return [past, known.map(({ certificate }) => certificate.epoch), more]
  }
  t.same(within(2, 2, 3, 3), [0, [2, 2, 3, 3], {}])
  t.same(within(1, 1, 2, 3), [2, [2, 3], {}])
  t.same(within(3, 4, 4), [0, [3], { knownEpoch: 3 }])
  t.same(within(5), [0, [], { knownEpoch: 3 }])
  t.same(within(), [0, [], {}])
  t.end()
})
