import {
  asHeight,
  asValidatorIndex,
  type CertifiedBlock,
  type Epoch,
  type Height,
  type SignedMessage,
  type SyncFrame,
  type ValidatorIndex,
  type View,
} from '@hanse/protocol'
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
 * a certificate, and as what somebody gets who asks for blocks.
 */
export function longRangeBlocks(liar: Liar, _to: ValidatorIndex, sent: SimFrame): readonly SimFrame[] | undefined {
  if (sent.channel === 'sync' && sent.frame.type === 'blocks') return retiredAnswer(liar, sent.frame)
  if (sent.channel !== 'consensus' || sent.frame.type !== 'signed' || !liar.isOwn(sent.frame.signed)) return undefined
  return retiredVotes(liar, sent.frame.signed)
}

function retiredAnswer(liar: Liar, { from, blocks }: Extract<SyncFrame, { type: 'blocks' }>): readonly SimFrame[] | undefined {
  const epoch = blocks[0]?.certificate.epoch ?? 0
  const retired = (epoch - 1) as Epoch
  if (epoch === 0 || !liar.isOver(retired)) return undefined
  return [{ channel: 'sync', frame: { type: 'blocks', from, blocks: [retiredBlock(liar, retired, from).block] } }]
}

function retiredVotes(liar: Liar, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message, epoch } = signed
  if (epoch === 0 || message.type !== 'commit') return undefined
  const retired = (epoch - 1) as Epoch
  if (!liar.isOver(retired)) return undefined
  const height = asHeight(message.height + liar.prng.below(3))
  const { block, votes } = retiredBlock(liar, retired, height)
  return [
    frameOf(signed),
    bodyFrame(block.body),
    { channel: 'consensus', frame: { type: 'certificate', certificate: block.certificate } },
    ...votes.map((vote) => frameOf(vote)),
    { channel: 'sync', frame: { type: 'blocks', from: height, blocks: [block] } },
  ]
}

function retiredBlock(
  liar: Liar,
  epoch: Epoch,
  height: Height,
): { readonly block: CertifiedBlock; readonly votes: readonly SignedMessage[] } {
  const { body, digest } = liar.inventedBody({ epoch }, height)
  const vote = { type: 'commit', view: liar.prng.below(4) as View, height, digest, headerHash: liar.anyHash() } as const
  const votes = Array.from({ length: liar.sizeOf(epoch) }, (_, index) => liar.asRetired(epoch, asValidatorIndex(index), vote))
  const { type: _type, ...content } = vote
  const signatures = votes.map(({ signer, signature }) => ({ signer, signature }))
  return { block: { body, transactions: [], certificate: { epoch, ...content, signatures } }, votes }
}
