import { verifyCommitCertificate, verifyConsensusMessage } from '@hanse/crypto'
import { createSigner, verifySignatureNative } from '@hanse/crypto-native'
import { consensusKey } from '@hanse/devnet'
import { bytesToHex } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type Commit,
  type ConsensusFrame,
  type ConsensusMessage,
  consensusFrameCodec,
  consensusSignBytes,
  genesisValidatorSet,
  logRecordCodec,
  proposalDigest,
  type SignedMessage,
} from '@hanse/protocol'
import { unwrap, validatorNames } from '../bench-chain.ts'
import { BLOCK_TRANSACTIONS, type Fixture, VALIDATORS } from './fixture.ts'
import { at, type Operation, operation } from './operation.ts'

/** So many, with a vote of each validator: they sign the same, one after the other. */
const HEIGHTS = 16

/** What a validator does of votes, proposals and certificates. */
export function consensusOperations({ chain, body, raws, certificate }: Fixture): readonly Operation[] {
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  const set = genesisValidatorSet(chain.genesis)
  const signers = validatorNames(VALIDATORS).map((name) => createSigner(consensusKey(name).seed))
  const sign = (signer: number, message: ConsensusMessage): SignedMessage => ({
    ...{ epoch: body.epoch, signer: asValidatorIndex(signer), message },
    signature: bytesToHex(at(signers, signer).sign(consensusSignBytes(domain, asEpoch(0), message))),
  })
  const votes = Array.from({ length: HEIGHTS }, (_, height) => commitAt(height, certificate)).flatMap((message) =>
    signers.map((_, signer) => sign(signer, message)),
  )
  const frames: ConsensusFrame[] = votes.map((signed) => ({ type: 'signed', signed }))
  const encoded = frames.map((frame) => consensusFrameCodec.encode(frame))
  const proposal: ConsensusFrame = { type: 'signed', signed: sign(0, { type: 'proposal', view: asView(0), body }) }
  const encodedProposal = consensusFrameCodec.encode(proposal)
  return [
    operation('vote: sign', 'a vote', (index) => {
      const { message } = at(votes, index)
      return at(signers, 0).sign(consensusSignBytes(domain, asEpoch(0), message))
    }),
    operation('vote: verify', 'a vote', (index) => unwrap(verifyConsensusMessage(domain, set, at(votes, index), verifySignatureNative))),
    operation('vote: encode', 'a vote', (index) => consensusFrameCodec.encode(at(frames, index))),
    operation('vote: decode', 'a vote', (index) => consensusFrameCodec.decode(at(encoded, index))),
    operation('proposal: encode', 'an id', () => consensusFrameCodec.encode(proposal), BLOCK_TRANSACTIONS),
    operation('proposal: decode', 'an id', () => consensusFrameCodec.decode(encodedProposal), BLOCK_TRANSACTIONS),
    operation('proposal: digest', 'an id', () => proposalDigest({ ...body }), BLOCK_TRANSACTIONS),
    operation('certificate: verify', 'a certificate', () =>
      unwrap(verifyCommitCertificate(domain, set, certificate, verifySignatureNative)),
    ),
    operation(
      'log: encode a proposal',
      'a transaction',
      () => logRecordCodec.encode({ type: 'proposal', body, transactions: [...raws] }),
      BLOCK_TRANSACTIONS,
    ),
  ]
}

function commitAt(height: number, { digest, headerHash }: Pick<Commit, 'digest' | 'headerHash'>): ConsensusMessage {
  return { type: 'commit', view: asView(0), height: asHeight(1 + height), digest, headerHash }
}
