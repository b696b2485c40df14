import { asHeight, asValidatorIndex, type Epoch, type SignedMessage, type ValidatorIndex, type View } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { bodyFrame, frameOf, type Liar } from './liar.ts'

/** Whatever it signs, it signs for the epoch before and the epoch after, too: where they meet, each counts in its own at most. */
export function reconfigRace(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message, epoch } = signed
  if (message.type === 'status' && !liar.prng.chance(1, 4)) return undefined
  const after = frameOf(liar.signed((epoch + 1) as Epoch, message))
  const before = epoch === 0 ? [] : [frameOf(liar.signed((epoch - 1) as Epoch, message))]
  return liar.prng.chance(1, 2) ? [...before, frameOf(signed), after] : [after, frameOf(signed), ...before]
}

/**
 * Blocks of an epoch that is over for everybody, certified by all who validated in it, as if their keys of then had become known. As votes, as
 * a certificate, and as an answer with the block.
 */
export function longRangeBlocks(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message, epoch } = signed
  if (epoch === 0 || message.type !== 'commit') return undefined
  const retired = (epoch - 1) as Epoch
  if (!liar.isOver(retired)) return undefined
  const height = asHeight(message.height + liar.prng.below(3))
  const { body, digest } = liar.inventedBody({ ...signed, epoch: retired }, height)
  const vote = { type: 'commit', view: liar.prng.below(4) as View, height, digest, headerHash: liar.anyHash() } as const
  // A set had one validator more than genesis, or none: with too many, and with too few, it is no certificate at all.
  const size = liar.validators + liar.prng.below(2)
  const signatures = Array.from({ length: size }, (_, index) => liar.asRetired(retired, asValidatorIndex(index), vote))
  const { type: _type, ...content } = vote
  const certificate = { epoch: retired, ...content, signatures: signatures.map(({ signer, signature }) => ({ signer, signature })) }
  return [
    frameOf(signed),
    bodyFrame(body),
    { channel: 'consensus', frame: { type: 'certificate', certificate } },
    ...signatures.map((one) => frameOf(one)),
    { channel: 'sync', frame: { type: 'blocks', from: height, blocks: [{ body, transactions: [], certificate }] } },
  ]
}
