import { type Hash, hexToBytes } from '@hanse/primitives'
import { type Header, headerCodec, merkleRoot, type ProposalBody, receiptCodec, taggedHash } from '@hanse/protocol'
import type { EncodedBlock } from '../ledger.ts'
import type { BlockOutcome } from '../runtime/execute-block.ts'

/** What is in force for a block, and for its children. */
export interface HeaderRules {
  readonly version: number
  /** Of the parameters and the modules with which the block is executed. */
  readonly paramsHash: Hash
  readonly validatorSetHash: Hash
  readonly nextValidatorSetHash: Hash
}

/** Block time in ms: the proposal's, but always after the parent's. */
export function blockTimeMs(parent: Header, body: ProposalBody): number {
  return Math.max(parent.timeMs + 1, body.timeMs)
}

/** What the parent, the proposal and the outcome say of a block's header; `encoded` is what its roots are of. */
export function makeHeader(
  parent: { readonly header: Header; readonly hash: Hash },
  body: ProposalBody,
  rules: HeaderRules,
  outcome: BlockOutcome,
  stateRoot: Hash,
): { readonly header: Header; readonly hash: Hash; readonly encoded: EncodedBlock } {
  const included = outcome.included.map(({ id }) => hexToBytes(id))
  const receipts = outcome.receipts.map((receipt) => receiptCodec.encode(receipt))
  const header: Header = {
    version: rules.version,
    genesisHash: parent.header.genesisHash,
    epoch: body.epoch,
    height: body.height,
    parent: parent.hash,
    timeMs: blockTimeMs(parent.header, body),
    proposer: body.proposer,
    txRoot: merkleRoot(included),
    receiptsRoot: merkleRoot(receipts),
    stateRoot,
    validatorSetHash: rules.validatorSetHash,
    nextValidatorSetHash: rules.nextValidatorSetHash,
    paramsHash: rules.paramsHash,
    evidenceRoot: outcome.evidenceRoot,
  }
  const bytes = headerCodec.encode(header)
  return { header, hash: taggedHash('header', bytes), encoded: { header: bytes, receipts, included } }
}
