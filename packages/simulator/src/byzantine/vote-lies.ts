import type { ConsensusMessage, Height, SignedMessage, ValidatorIndex, View } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { frameOf, type Liar } from './liar.ts'

/** Every vote goes out twice, the second time for something else. */
export function equivocateVote(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
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
export function withholdVotes(liar: Liar, to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  const isVote = message.type === 'prepare' || message.type === 'commit'
  return isVote && to !== (liar.self + 1) % liar.validators ? [] : undefined
}

/** Its ViewChange does not tell what it has prepared. */
export function hidePrepared(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'viewChange' || message.prepared === undefined) return undefined
  const { prepared: _, ...silent } = message
  return [liar.instead(signed, silent)]
}

/** Its ViewChange tells where somebody was some views ago, with the certificate of that time: true, and out of date. */
export function staleViewChangeCertificate(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'viewChange') return undefined
  const older = liar.staleThan(message)
  if (older === undefined) return undefined
  const { head: _head, prepared: _prepared, ...rest } = message
  return [liar.instead(signed, { ...rest, ...older })]
}

/** It executes as it likes: all its Commits are of the right batch, and of another result. Everybody gets the same one. */
export function nondeterministicExecution(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  const { message } = signed
  if (message.type !== 'commit') return undefined
  return [liar.instead(signed, { ...message, headerHash: message.digest })]
}

/** Now and then one thing about a message is a little off: its view or height by one, or its digest an earlier one. */
export function smallScopeMutation(liar: Liar, _to: ValidatorIndex, signed: SignedMessage): readonly SimFrame[] | undefined {
  if (!liar.prng.chance(1, 4)) return undefined
  const off = mutated(liar, signed.message)
  if (off === undefined) return undefined
  return [liar.instead(signed, off), ...(liar.prng.chance(1, 2) ? [frameOf(signed)] : [])]
}

function mutated(liar: Liar, message: ConsensusMessage): ConsensusMessage | undefined {
  const near = <T extends number>(value: T): T => (value === 0 || liar.prng.chance(1, 2) ? value + 1 : value - 1) as T
  const nearHeight = (height: Height): Height => Math.max(1, near(height)) as Height
  switch (message.type) {
    case 'prepare':
    case 'commit': {
      const heard = liar.somethingHeard()?.message
      const earlier = heard !== undefined && 'digest' in heard && heard.digest !== undefined ? heard.digest : message.digest
      return liar.prng.pick([
        { ...message, view: near<View>(message.view) },
        { ...message, height: nearHeight(message.height) },
        { ...message, digest: earlier },
      ])
    }
    case 'proposal':
      return liar.prng.pick([
        { ...message, view: near<View>(message.view) },
        { ...message, body: { ...message.body, height: nearHeight(message.body.height) } },
      ])
    case 'viewChange':
    case 'newView':
      return { ...message, newView: near<View>(message.newView) }
    case 'status':
      return liar.prng.pick([
        { ...message, view: near<View>(message.view) },
        { ...message, wants: near<View>(message.wants) },
        { ...message, head: near<Height>(message.head) },
      ])
  }
}
