import { createPrng, equalBytes } from '@hanse/primitives'
import { asEpoch, asHeight, asValidatorIndex, asView, type PreparedCertificate, type SignedMessage } from '@hanse/protocol'
import { test } from 'tap'
import { malformed } from '../src/byzantine/raw-bytes.ts'
import { encodeFrame, type SimFrame, WireFrame } from '../src/frame.ts'

const HASH = `0x${'ab'.repeat(32)}` as PreparedCertificate['digest']
const SIGNATURE = `0x${'cd'.repeat(64)}` as const
const signatures = [0, 1, 2].map((index) => ({ signer: asValidatorIndex(index), signature: SIGNATURE }))
const vote = { epoch: asEpoch(0), view: asView(3), height: asHeight(7), digest: HASH, signatures }
const viewChange: SignedMessage = {
  epoch: asEpoch(0),
  signer: asValidatorIndex(1),
  signature: SIGNATURE,
  message: { type: 'viewChange', newView: asView(4), head: { ...vote, height: asHeight(6), headerHash: HASH }, prepared: vote },
}

const FRAMES: readonly SimFrame[] = [
  { channel: 'consensus', frame: { type: 'signed', signed: viewChange } },
  { channel: 'consensus', frame: { type: 'certificate', certificate: { ...vote, headerHash: HASH } } },
  { channel: 'transactions', frame: { type: 'transactions', transactions: [Uint8Array.of(1, 2, 3), new Uint8Array(300)] } },
  { channel: 'sync', frame: { type: 'fetch', from: asHeight(5), limit: 16 } },
]

test('bytes with something wrong in them are refused, or are a message of their own', async (t) => {
  const prng = createPrng(1)
  let refused = 0
  let changed = 0
  for (let round = 0; round < 2_000; round++) {
    const frame = prng.pick(FRAMES)
    const bytes = encodeFrame(frame)
    const raw = malformed(bytes, prng)
    if (!equalBytes(raw, bytes)) changed += 1
    // Throws when bytes decode that their content does not encode to.
    if (!new WireFrame({ channel: frame.channel, raw }).decode().ok) refused += 1
  }
  t.equal(changed, 2_000)
  t.ok(refused > 1_700, `${refused} of 2000 were refused`)
})
