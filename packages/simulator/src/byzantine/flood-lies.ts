import {
  asValidatorIndex,
  type CommitCertificate,
  type ConsensusMessage,
  type Height,
  type SignedMessage,
  type ValidatorIndex,
  type View,
} from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { frameOf, type Liar } from './liar.ts'

/** How far ahead a flood goes: a view that no timeout leads to. */
const VIEWS_AHEAD = 10_000
/** Frames that go with every message of a flood. */
const FLOOD_FRAMES = 6
const NO_SIGNATURE = `0x${'00'.repeat(64)}` as const

/** Proposals, votes and wishes for views that nobody has come to. */
export function futureViewFlood(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  const ahead = (view: View): View => (view + (liar.prng.chance(1, 2) ? 1 + liar.prng.below(8) : VIEWS_AHEAD)) as View
  switch (message.type) {
    case 'prepare':
    case 'commit':
      return [frameOf(signed), liar.instead(signed, { ...message, view: ahead(message.view), digest: liar.anyHash() })]
    case 'proposal': {
      // A view that it leads too.
      const view = (message.view + VIEWS_AHEAD - (VIEWS_AHEAD % liar.validators)) as View
      return [frameOf(signed), liar.instead(signed, { ...message, view })]
    }
    case 'viewChange':
      return [frameOf(signed), liar.instead(signed, { ...message, newView: ahead(message.newView) })]
    case 'status':
      return [frameOf(signed), liar.instead(signed, { ...message, wants: ahead(message.wants) })]
    default:
      return undefined
  }
}

/** Votes for heights that are long final, inside the window, at its edge, beyond it and far beyond. */
export function heightFlood(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'prepare' && message.type !== 'commit') return undefined
  const flood = Array.from({ length: FLOOD_FRAMES }, (_, place) => {
    const height = place % 2 === 0 ? 1 + liar.prng.below(message.height) : message.height + liar.prng.below(place === 1 ? 1_000_000 : 40)
    return liar.instead(signed, { ...message, height: height as Height, digest: liar.anyHash() })
  })
  return [frameOf(signed), ...flood]
}

/**
 * Messages whose signatures do not hold, in its own name and in those of others, and its own with content that cannot be: signed as it
 * must be, by a validator who is not the primary, of genesis, on a quorum of ViewChanges that nobody sent.
 */
export function invalidFlood(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  if (!liar.prng.chance(1, 2)) return undefined
  const { message } = signed
  const other = asValidatorIndex(
    (liar.seatIn(signed.epoch) + 1 + liar.prng.below(liar.sizeOf(signed.epoch) - 1)) % liar.sizeOf(signed.epoch),
  )
  const hashes = Array.from({ length: liar.validators - 1 }, () => liar.anyHash()).sort()
  const height = (message.type === 'prepare' || message.type === 'commit' ? message.height : 1) as Height
  const view = (message.type === 'prepare' || message.type === 'commit' ? message.view : 0) as View
  const { body } = liar.inventedBody(signed, height)
  const invalid: readonly ConsensusMessage[] = [
    { type: 'prepare', view, height: 0 as Height, digest: liar.anyHash() },
    { type: 'proposal', view: (view + 1) as View, body },
    { type: 'proposal', view, body: { ...body, proposer: other, ids: [liar.anyHash(), liar.anyHash()] } },
    { type: 'newView', newView: (view + 1) as View, viewChanges: hashes, base: height },
    { type: 'status', view, wants: 0 as View, head: height, slots: [{ height, digest: liar.anyHash(), voters: [other, other] }] },
  ]
  return [
    frameOf(signed),
    frameOf({ ...signed, signature: NO_SIGNATURE }),
    frameOf({ ...signed, signer: other }),
    liar.forged(signed, other, message),
    ...invalid.map((content) => liar.instead(signed, content)),
  ]
}

/**
 * Makes others look as if they had contradicted themselves: two votes in the name of another with signatures that do not hold, and a
 * certificate of votes that they never made. And its own contradictions, over and over: each is reported once.
 */
export function evidenceSpam(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message, epoch } = signed
  if (message.type !== 'prepare' && message.type !== 'commit') return undefined
  const victim = asValidatorIndex((liar.seatIn(epoch) + 1) % liar.sizeOf(epoch))
  const contradiction = (): ConsensusMessage => ({ ...message, digest: liar.anyHash() })
  const { view, height } = message
  const invented = { epoch, view, height, digest: liar.anyHash(), headerHash: liar.anyHash() }
  const signatures = Array.from({ length: liar.sizeOf(epoch) }, (_, index) => ({
    signer: asValidatorIndex(index),
    signature: liar.signed(epoch, { type: 'commit', ...invented }).signature,
  }))
  const certificate: CommitCertificate = { ...invented, signatures }
  return [
    frameOf(signed),
    liar.forged(signed, victim, contradiction()),
    liar.forged(signed, victim, contradiction()),
    liar.instead(signed, contradiction()),
    liar.instead(signed, contradiction()),
    { channel: 'consensus', frame: { type: 'certificate', certificate } },
  ]
}
