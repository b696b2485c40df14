import type { CertifiedBlock, ValidatorIndex } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import { frameOf, type Liar } from './liar.ts'

/** Heights above its head that it claims to be at when it connects, and comes back from afterwards. */
const CLAIMED_AHEAD = 1_000

/**
 * What others ask it for comes changed: bodies with another time, bytes with a bit turned, blocks that do not fit their certificates, other
 * heights than those asked for, fewer or more of them. Its Status says that it is below what it claimed before.
 */
export function badStateSync(liar: Liar, _to: ValidatorIndex, sent: SimFrame): readonly SimFrame[] | undefined {
  const { channel, frame } = sent
  if (channel === 'consensus' && frame.type === 'body') {
    return [{ channel, frame: { ...frame, body: { ...frame.body, timeMs: frame.body.timeMs + 1 } } }]
  }
  if (channel === 'consensus' && frame.type === 'signed' && frame.signed.message.type === 'status') {
    if (!liar.isOwn(frame.signed) || !liar.prng.chance(1, 4)) return undefined
    const { message } = frame.signed
    const claim = (head: number) => liar.instead(frame.signed, { ...message, head: head as typeof message.head })
    return [claim(message.head + CLAIMED_AHEAD), claim(Math.max(0, message.head - 3)), frameOf(frame.signed)]
  }
  if (channel === 'transactions' && frame.type === 'transactions' && liar.prng.chance(1, 4)) {
    return [{ channel, frame: { ...frame, transactions: frame.transactions.map((bytes) => turned(liar, bytes)) } }]
  }
  if (channel === 'sync' && frame.type === 'blocks') return [{ channel, frame: { ...frame, ...garbledAnswer(liar, frame) } }]
  return undefined
}

/** Nothing goes to one of the others, whatever it is; what it said before comes again instead. */
export function eclipse(liar: Liar, to: ValidatorIndex, sent: SimFrame): readonly SimFrame[] | undefined {
  if (to !== (liar.self + 1) % liar.validators) return undefined
  const old = sent.channel === 'consensus' && liar.prng.chance(1, 8) ? liar.somethingHeard() : undefined
  return old === undefined ? [] : [frameOf(old)]
}

interface Answer {
  readonly from: CertifiedBlock['body']['height']
  readonly blocks: readonly CertifiedBlock[]
}

function garbledAnswer(liar: Liar, { from, blocks }: Answer): Answer {
  return liar.prng.pick<Answer>([
    { from, blocks: blocks.map((block) => garbled(liar, block)) },
    { from, blocks: blocks.slice(1) },
    { from, blocks: blocks.toReversed() },
    { from, blocks: blocks.map((block, place) => (place === 0 ? block : garbled(liar, block))) },
    { from: (from + 1) as typeof from, blocks },
    { from, blocks: [] },
  ])
}

function garbled(liar: Liar, block: CertifiedBlock): CertifiedBlock {
  return liar.prng.pick([
    { ...block, body: { ...block.body, timeMs: block.body.timeMs + 1 } },
    { ...block, certificate: { ...block.certificate, headerHash: liar.anyHash() } },
    { ...block, transactions: block.transactions.slice(1) },
    {
      ...block,
      certificate: {
        ...block.certificate,
        signatures: [...liar.quorumOfOne(block.certificate.epoch, { type: 'commit', ...block.certificate })],
      },
    },
    block,
  ])
}

function turned(liar: Liar, bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice()
  const at = liar.prng.below(changed.length)
  changed[at] = (changed[at] ?? 0) ^ (1 << liar.prng.below(8))
  return changed
}
