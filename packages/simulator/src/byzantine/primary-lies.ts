import type { ConsensusMessage, SignedMessage, ValidatorIndex } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { frameOf, type Liar } from './liar.ts'

/** Half of the others get another body at the same height, each with its own Prepare. */
export function equivocatingPrimary(liar: Liar, to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'proposal' || to % 2 === 0) return undefined
  const { body } = message
  const other = liar.prng.chance(1, 2) ? { ...body, ids: body.ids.slice(1), timeMs: body.timeMs + 1 } : { ...body, timeMs: body.timeMs + 1 }
  return [liar.instead(signed, { ...message, body: other })]
}

/** Nobody, or almost nobody, hears what it proposes. */
export function silentPrimary(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  return signed.message.type === 'proposal' && liar.prng.chance(9, 10) ? [] : undefined
}

/** What it proposes reaches some of the others: just enough of them, or one too few, never all. */
export function selectiveProposals(liar: Liar, to: ValidatorIndex, { message }: SignedMessage): readonly SimFrame[] | undefined {
  if (message.type !== 'proposal') return undefined
  const reached = 1 + (message.body.height % (liar.validators - 2))
  const place = (to - liar.self + liar.validators) % liar.validators
  return place > reached ? [] : undefined
}

/** A NewView that fixes something else, starts from elsewhere, rests on one ViewChange many times, or is of a later view. */
export function forgedNewView(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'newView') return undefined
  const { digest, ...unfixed } = message
  const [first] = message.viewChanges
  const forgeries: readonly ConsensusMessage[] = [
    digest === undefined ? { ...message, digest: liar.anyHash() } : unfixed,
    { ...message, base: (message.base + 1) as typeof message.base },
    { ...message, viewChanges: message.viewChanges.map((hash) => first ?? hash) },
    { ...message, newView: (message.newView + liar.validators) as typeof message.newView },
  ]
  return [liar.instead(signed, liar.prng.pick(forgeries)), ...(liar.prng.chance(1, 2) ? [frameOf(signed)] : [])]
}
