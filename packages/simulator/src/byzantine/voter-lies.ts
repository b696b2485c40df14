import type { SignedMessage, ValidatorIndex, View } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { frameOf, type Liar } from './liar.ts'

/** How far ahead a flood goes: a view that no timeout leads to. */
const VIEWS_AHEAD = 10_000

/** Every vote goes out twice, the second time for something else. */
export function equivocatingVoter(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  switch (message.type) {
    case 'prepare':
      return [frameOf(signed), liar.instead(signed, { ...message, digest: liar.anyHash() })]
    case 'commit': {
      const other = liar.prng.chance(1, 2) ? { headerHash: liar.anyHash() } : { digest: liar.anyHash() }
      return [frameOf(signed), liar.instead(signed, { ...message, ...other })]
    }
    default:
      return undefined
  }
}

/** Its votes reach one of the others only. */
export function withheldVotes(liar: Liar, to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  const isVote = message.type === 'prepare' || message.type === 'commit'
  return isVote && to !== (liar.self + 1) % liar.validators ? [] : undefined
}

/** Its ViewChange does not tell what it has prepared. */
export function hiddenPrepared(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'viewChange' || message.prepared === undefined) return undefined
  const { prepared: _, ...silent } = message
  return [liar.instead(signed, silent)]
}

/** Its ViewChange tells where somebody was some views ago, with the certificate of that time: true, and out of date. */
export function stalePrepared(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'viewChange') return undefined
  const older = liar.staleThan(message)
  if (older === undefined) return undefined
  const { head: _head, prepared: _prepared, ...rest } = message
  return [liar.instead(signed, { ...rest, ...older })]
}

/** Proposals, votes and wishes for views and heights that nobody has come to. */
export function futureFlood(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  const ahead = (view: View): View => (view + (liar.prng.chance(1, 2) ? 1 + liar.prng.below(8) : VIEWS_AHEAD)) as View
  switch (message.type) {
    case 'prepare':
    case 'commit': {
      const height = (message.height + liar.prng.below(40)) as typeof message.height
      return [frameOf(signed), liar.instead(signed, { ...message, view: ahead(message.view), height, digest: liar.anyHash() })]
    }
    case 'proposal': {
      // A view that it leads too.
      const view = (message.view + VIEWS_AHEAD - (VIEWS_AHEAD % liar.validators)) as View
      return [frameOf(signed), liar.instead(signed, { ...message, view })]
    }
    case 'status':
      return [frameOf(signed), liar.instead(signed, { ...message, wants: ahead(message.wants) })]
    default:
      return undefined
  }
}
