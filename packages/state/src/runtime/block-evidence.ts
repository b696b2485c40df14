import { assert, type Hash, hexToBytes } from '@hanse/primitives'
import { EMPTY_MERKLE_ROOT, EVIDENCE_PER_BLOCK_MAX, evidenceLeavesCodec, merkleRoot } from '@hanse/protocol'
import { table } from '../data/table.ts'
import type { BlockContext, StateReader, StateWriter } from '../module.ts'

/** Which evidence a block recorded stands under a name that no module can have. The module that governs may write there. */
export const EVIDENCE_SPACE = '_evidence'
/** By height: `evidenceHash` of each, in order. */
const blocks = table({ module: EVIDENCE_SPACE, name: 'block', value: evidenceLeavesCodec })
/** Protocol version from which on a header commits to it. */
const EVIDENCE_ROOT_VERSION = 2

function hashesOf(state: StateReader, height: number): readonly Hash[] {
  return blocks.get(state, `${height}`)?.hashes ?? []
}

/** Whether the block has room for one more. */
export function hasRoomForEvidence({ height }: BlockContext, state: StateReader): boolean {
  return hashesOf(state, height).length < EVIDENCE_PER_BLOCK_MAX
}

/** For the module that governs: the block's header will commit to it. The caller has seen that there is room. */
export function recordEvidence(context: BlockContext, state: StateWriter, hash: Hash): void {
  assert(hasRoomForEvidence(context, state), 'the block records more evidence than it may')
  blocks.put(state, `${context.height}`, { hashes: [...hashesOf(state, context.height), hash] })
}

/** `header.evidenceRoot`: the leaves are the hashes of the evidence that the block records. */
export function evidenceRootOf({ height, rules }: BlockContext, state: StateReader): Hash {
  if (rules.version < EVIDENCE_ROOT_VERSION) return EMPTY_MERKLE_ROOT
  const hashes = hashesOf(state, height)
  return hashes.length === 0 ? EMPTY_MERKLE_ROOT : merkleRoot(hashes.map(hexToBytes))
}
