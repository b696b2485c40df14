import { type Hash, hexToBytes } from '@hanse/primitives'
import { type Header, merkleRoot, type ProposalBody, receiptCodec } from '@hanse/protocol'
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

export function makeHeader(
  parent: { readonly header: Header; readonly hash: Hash },
  body: ProposalBody,
  rules: HeaderRules,
  outcome: BlockOutcome,
  stateRoot: Hash,
): Header {
  return {
    version: rules.version,
    genesisHash: parent.header.genesisHash,
    epoch: body.epoch,
    height: body.height,
    parent: parent.hash,
    timeMs: blockTimeMs(parent.header, body),
    proposer: body.proposer,
    txRoot: merkleRoot(outcome.included.map(({ id }) => hexToBytes(id))),
    receiptsRoot: merkleRoot(outcome.receipts.map((receipt) => receiptCodec.encode(receipt))),
    stateRoot,
    validatorSetHash: rules.validatorSetHash,
    nextValidatorSetHash: rules.nextValidatorSetHash,
    paramsHash: rules.paramsHash,
    evidenceRoot: outcome.evidenceRoot,
  }
}
