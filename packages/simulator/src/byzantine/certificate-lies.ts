import { asValidatorIndex, type ConsensusMessage, type SignedMessage, type ValidatorIndex, type View } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { bodyFrame, frameOf, type Liar } from './liar.ts'

/** Says everything twice, and makes certificates of its own signature alone: for what it votes on, and in its ViewChange. */
export function duplicateSigner(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message, epoch } = signed
  switch (message.type) {
    case 'prepare':
      return [frameOf(signed), frameOf(signed)]
    case 'commit': {
      const { body, digest } = liar.inventedBody(signed, message.height)
      const forged = { ...message, ...(liar.prng.chance(1, 2) ? { digest } : {}), headerHash: liar.anyHash() }
      const { view, height, headerHash } = forged
      const certificate = { epoch, view, height, digest: forged.digest, headerHash, signatures: [...liar.quorumOfOne(epoch, forged)] }
      return [frameOf(signed), frameOf(signed), bodyFrame(body), { channel: 'consensus', frame: { type: 'certificate', certificate } }]
    }
    case 'viewChange': {
      const height = ((message.head?.height ?? 0) + 1) as never
      const view = (message.newView - 1) as View
      const { body, digest } = liar.inventedBody(signed, height)
      const signatures = [...liar.quorumOfOne(epoch, { type: 'prepare', view, height, digest })]
      return [liar.instead(signed, { ...message, prepared: { epoch, view, height, digest, signatures } }), bodyFrame(body)]
    }
    default:
      return undefined
  }
}

/** Votes that the same validators signed on the sister chain, for a height that they have there too. */
export function crossChainReplay(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if ((message.type !== 'prepare' && message.type !== 'commit') || liar.prng.chance(1, 2)) return undefined
  const { view, height } = message
  const { body, digest } = liar.inventedBody(signed, height)
  const vote: ConsensusMessage =
    message.type === 'prepare'
      ? { type: 'prepare', view, height, digest }
      : { type: 'commit', view, height, digest, headerHash: message.headerHash }
  const replayed = Array.from({ length: liar.validators }, (_, index) => liar.fromSister(signed, asValidatorIndex(index), vote))
  return [frameOf(signed), bodyFrame(body), ...replayed]
}
