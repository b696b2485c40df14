import type { ConsensusMessage, ProposalBody, SignedMessage, ValidatorIndex } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { frameOf, type Liar } from './liar.ts'
import type { ToldFrame } from './told.ts'

/** Just under the timeout of a first view. */
const SLOW_US_MIN = 200_000
const SLOW_US_MAX = 380_000
/** One of so many transactions never comes into a proposal of a censor. */
const CENSORED_OF = 4
/** What a chain lets a proposal's time be off is 2 s: just inside, just outside, and by far. */
const SKEWS_MS = [1_700, -1_700, 1_950, 2_100, -2_100, 3_600_000, -3_600_000] as const

/** Half of the others get another body at the same height, each with its own Prepare. */
export function equivocatePreprepare(liar: Liar, to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'proposal' || to % 2 === 0) return undefined
  const { body } = message
  const other = liar.prng.chance(1, 2) ? { ...body, ids: body.ids.slice(1), timeMs: body.timeMs + 1 } : { ...body, timeMs: body.timeMs + 1 }
  return [liar.instead(signed, { ...message, body: other })]
}

/** Nobody, or almost nobody, hears what it proposes. */
export function silentLeader(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  return signed.message.type === 'proposal' && liar.prng.chance(9, 10) ? [] : undefined
}

/** What it proposes comes late, and mostly just before the others lose patience. */
export function slowLeader(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly ToldFrame[] | undefined {
  if (signed.message.type !== 'proposal') return undefined
  return [{ ...frameOf(signed), delayUs: SLOW_US_MIN + liar.prng.below(SLOW_US_MAX - SLOW_US_MIN) }]
}

/** What it proposes reaches some of the others: just enough of them, or one too few, never all. */
export function withholdPreprepare(liar: Liar, to: ValidatorIndex, { message }: SignedMessage): readonly SimFrame[] | undefined {
  if (message.type !== 'proposal') return undefined
  const reached = 1 + (message.body.height % (liar.validators - 2))
  const place = (to - liar.self + liar.validators) % liar.validators
  return place > reached ? [] : undefined
}

/** Some transactions are in no proposal of its own; everybody gets the same one. */
export function censorTransactions(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  return withBody(liar, signed, (body) => {
    const ids = body.ids.filter((id) => Number.parseInt(id.slice(-2), 16) % CENSORED_OF !== 0)
    return ids.length === body.ids.length ? undefined : { ...body, ids }
  })
}

/** Its proposals are of another time; everybody gets the same one. */
export function skewTimestamp(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  return withBody(liar, signed, (body) => ({ ...body, timeMs: body.timeMs + (SKEWS_MS[body.height % SKEWS_MS.length] ?? 0) }))
}

/** A NewView that fixes something else or nothing, starts from elsewhere, rests on one ViewChange many times, or is of a later view: to all the same. */
export function forgeNewView(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'newView') return undefined
  const { digest, ...unfixed } = message
  const [first] = message.viewChanges
  const forgeries: readonly ConsensusMessage[] = [
    digest === undefined ? { ...message, digest: liar.anyHash() } : unfixed,
    { ...message, base: (message.base + 1) as typeof message.base },
    { ...message, viewChanges: message.viewChanges.map((hash) => first ?? hash) },
    { ...message, viewChanges: message.viewChanges.slice(1) },
    { ...message, newView: (message.newView + liar.validators) as typeof message.newView },
  ]
  const forged = forgeries[Math.floor(message.newView / liar.validators) % forgeries.length] ?? message
  return [liar.instead(signed, forged), ...(liar.prng.chance(1, 2) ? [frameOf(signed)] : [])]
}

function withBody(
  liar: Liar,
  signed: SignedMessage,
  change: (body: ProposalBody) => ProposalBody | undefined,
): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'proposal') return undefined
  const body = change(message.body)
  return body === undefined ? undefined : [liar.instead(signed, { ...message, body })]
}
