import type { Hash, Hex } from '@hanse/primitives'
import { asEpoch, asHeight, asValidatorIndex, asView, type Chain, type CommitCertificate, type SignedMessage } from '@hanse/protocol'
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
