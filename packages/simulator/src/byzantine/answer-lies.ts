import type { CertifiedBlock } from '@hanse/protocol'
import type { SimFrame } from '../frame.ts'
import type { Liar } from './liar.ts'

/** What others ask it for comes changed: bodies without an id, bytes with a bit turned, blocks that do not fit their certificates. */
export function garbledAnswers(liar: Liar, sent: SimFrame): readonly SimFrame[] | undefined {
  const { channel, frame } = sent
  if (channel === 'consensus' && frame.type === 'body') {
    return [{ channel, frame: { ...frame, body: { ...frame.body, timeMs: frame.body.timeMs + 1 } } }]
  }
  if (channel === 'transactions' && frame.type === 'transactions' && liar.prng.chance(1, 4)) {
    return [{ channel, frame: { ...frame, transactions: frame.transactions.map((bytes) => turned(liar, bytes)) } }]
  }
  if (channel === 'sync' && frame.type === 'blocks') {
    return [{ channel, frame: { ...frame, blocks: frame.blocks.map((block) => garbled(liar, block)) } }]
  }
  return undefined
}

function garbled(liar: Liar, block: CertifiedBlock): CertifiedBlock {
  return liar.prng.pick([
    { ...block, body: { ...block.body, timeMs: block.body.timeMs + 1 } },
    { ...block, certificate: { ...block.certificate, headerHash: liar.anyHash() } },
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
