import {
  asValidatorIndex,
  type CommitCertificate,
  type ConsensusMessage,
  type Epoch,
  type Height,
  type PreparedCertificate,
  type QuorumSignature,
  type SignedMessage,
  type ValidatorIndex,
  type View,
} from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { bodyFrame, frameOf, type Liar } from './liar.ts'

/** Heights above its own that it says to be at: within reach of a vote, and far from it. */
const HEIGHTS_AHEAD = [1, 7, 9, 40, 100_000] as const

/**
 * Says everything twice, and makes certificates of its own signature alone: of what it votes on, in its ViewChange, and of a head far
 * above the others', which its Status claims too.
 */
export function fakeCheckpoint(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message, epoch } = signed
  const ahead = (height: number): Height => (height + liar.prng.pick(HEIGHTS_AHEAD)) as Height
  switch (message.type) {
    case 'prepare':
      return [frameOf(signed), frameOf(signed)]
    case 'commit': {
      const { body, digest } = liar.inventedBody(signed, message.height)
      const forged = {
        ...message,
        ...(liar.prng.chance(1, 2) ? { digest } : {}),
        ...(liar.prng.chance(1, 3) ? { height: ahead(message.height) } : {}),
        headerHash: liar.anyHash(),
      }
      const { view, height, headerHash } = forged
      const certificate = { epoch, view, height, digest: forged.digest, headerHash, signatures: [...liar.quorumOfOne(epoch, forged)] }
      return [frameOf(signed), frameOf(signed), bodyFrame(body), certificateFrame(certificate)]
    }
    case 'viewChange': {
      const height = ((message.head?.height ?? 0) + 1) as Height
      const view = (message.newView - 1) as View
      const { body, digest } = liar.inventedBody(signed, height)
      const vote = { type: 'prepare', view, height, digest } as const
      const signatures = liar.prng.chance(1, 2) ? [...liar.quorumOfOne(epoch, vote)] : liar.quorumOfNames(epoch, vote)
      const head = { view, height: ahead(height), digest, headerHash: liar.anyHash() }
      const faked = { epoch, ...head, signatures: [...liar.quorumOfOne(epoch, { type: 'commit', ...head })] }
      return [
        liar.instead(signed, { ...message, prepared: { epoch, view, height, digest, signatures } }),
        liar.instead(signed, { type: 'viewChange', newView: message.newView, head: faked }),
        bodyFrame(body),
      ]
    }
    case 'status':
      return [liar.instead(signed, { ...message, head: ahead(message.head) })]
    default:
      return undefined
  }
}

/** Votes that the same validators signed on the sister chain, for a height that they have there too, and its own of another epoch. */
export function replayCrossChain(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message, epoch } = signed
  if ((message.type !== 'prepare' && message.type !== 'commit') || liar.prng.chance(1, 2)) return undefined
  const { view, height } = message
  const { body, digest } = liar.inventedBody(signed, height)
  const vote: ConsensusMessage =
    message.type === 'prepare'
      ? { type: 'prepare', view, height, digest }
      : { type: 'commit', view, height, digest, headerHash: message.headerHash }
  const replayed = Array.from({ length: liar.validators }, (_, index) => liar.fromSister(signed, asValidatorIndex(index), vote))
  const nextEpoch = (epoch + 1) as Epoch
  return [frameOf(signed), bodyFrame(body), ...replayed, frameOf(liar.signed(nextEpoch, message)), frameOf({ ...signed, epoch: nextEpoch })]
}

/**
 * Real certificates with their signatures under other names: each under the name of the next, all under one, in no order, of nobody, or
 * one of them twice. `sent` is any frame with a certificate in it.
 */
export function indexMismatch(liar: Liar, _to: ValidatorIndex, sent: SimFrame): readonly SimFrame[] | undefined {
  if (sent.channel !== 'consensus') return undefined
  const { frame } = sent
  if (frame.type === 'certificate') return [certificateFrame(misnamed(liar, frame.certificate))]
  if (frame.type !== 'signed' || !liar.isOwn(frame.signed) || frame.signed.message.type !== 'viewChange') return undefined
  const { head, prepared, newView } = frame.signed.message
  if (head === undefined) return undefined
  const lies: readonly ConsensusMessage[] = [
    { type: 'viewChange', newView, head: misnamed(liar, head), ...(prepared === undefined ? {} : { prepared }) },
    { type: 'viewChange', newView, head, ...(prepared === undefined ? {} : { prepared: misnamed(liar, prepared) }) },
  ]
  return [...lies.map((message) => liar.instead(frame.signed, message)), certificateFrame(misnamed(liar, head))]
}

function misnamed<C extends PreparedCertificate | CommitCertificate>(liar: Liar, certificate: C): C {
  const { signatures } = certificate
  const size = liar.sizeOf(certificate.epoch)
  const named = (name: (signature: QuorumSignature, place: number) => number): readonly QuorumSignature[] =>
    signatures.map((signature, place) => ({ ...signature, signer: asValidatorIndex(name(signature, place)) }))
  const [first] = signatures
  const choices: readonly (readonly QuorumSignature[])[] = [
    named(({ signer }) => (signer + 1) % size).toSorted((left, right) => left.signer - right.signer),
    named((_, place) => (signatures[place + 1] ?? first)?.signer ?? 0),
    named(() => liar.seatIn(certificate.epoch)),
    named(({ signer }) => signer + size),
    signatures.toReversed(),
    signatures.map((signature, place) => (place === signatures.length - 1 && first !== undefined ? first : signature)),
  ]
  return { ...certificate, signatures: liar.prng.pick(choices) }
}

function certificateFrame(certificate: CommitCertificate): SimFrame {
  return { channel: 'consensus', frame: { type: 'certificate', certificate } }
}
