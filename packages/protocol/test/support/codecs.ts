import * as protocol from '@hanse/protocol'

/** Every exported codec, by its name, with the message of the .proto files that it encodes. */
export const CODECS: Readonly<Record<string, { readonly codec: protocol.Codec<unknown>; readonly proto: string }>> = Object.fromEntries(
  Object.entries({
    attributeCodec: 'Attribute',
    blockSummaryCodec: 'BlockSummary',
    callCodec: 'Call',
    chainParamsCodec: 'ChainParams',
    certifiedBlockCodec: 'CertifiedBlock',
    certifiedStateProofCodec: 'CertifiedStateProof',
    commitCertificateCodec: 'CommitCertificate',
    commitCodec: 'Commit',
    consensusFrameCodec: 'ConsensusFrame',
    epochEndCodec: 'EpochEnd',
    epochRecordCodec: 'EpochRecord',
    eventCodec: 'Event',
    evidenceCodec: 'Evidence',
    evidenceLeavesCodec: 'EvidenceLeaves',
    guardCodec: 'Guard',
    headerCodec: 'Header',
    logRecordCodec: 'LogRecord',
    moduleEntryCodec: 'ModuleEntry',
    moduleSetCodec: 'ModuleSet',
    newViewCodec: 'NewView',
    observerCodec: 'Observer',
    paramsChangeCodec: 'ParamsChange',
    prepareCodec: 'Prepare',
    preparedCertificateCodec: 'PreparedCertificate',
    proposalBodyCodec: 'ProposalBody',
    proposalCodec: 'Proposal',
    publicKeyCodec: 'PublicKey',
    quorumSignatureCodec: 'QuorumSignature',
    receiptCodec: 'Receipt',
    ruleChangeCodec: 'RuleChange',
    ruleSetCodec: 'RuleSet',
    signedMessageCodec: 'SignedMessage',
    snapshotChunkCodec: 'SnapshotChunk',
    snapshotHeadersCodec: 'SnapshotHeaders',
    stateProofCodec: 'StateProof',
    statusCodec: 'Status',
    storedBlockCodec: 'StoredBlock',
    storedEpochEndCodec: 'StoredEpochEnd',
    storedHeadCodec: 'StoredHead',
    syncFrameCodec: 'SyncFrame',
    transactionBodyCodec: 'TransactionBody',
    transactionEnvelopeCodec: 'Transaction',
    transactionProofCodec: 'TransactionProof',
    transactionSignatureCodec: 'TransactionSignature',
    transactionsFrameCodec: 'TransactionsFrame',
    validatorRecordCodec: 'ValidatorRecord',
    validatorSetCodec: 'ValidatorSet',
    viewChangeCodec: 'ViewChange',
    votedModuleCodec: 'VotedModule',
  }).map(([name, proto]) => [name, { codec: codecNamed(name), proto }]),
)

function isCodec(value: unknown): value is protocol.Codec<unknown> {
  return typeof value === 'object' && value !== null && 'decode' in value && 'jsonSchema' in value
}

function codecNamed(name: string): protocol.Codec<unknown> {
  const value = (protocol as Readonly<Record<string, unknown>>)[name]
  if (!isCodec(value)) throw new Error(`the package exports no codec ${name}`)
  return value
}

/** Names under which the package exports a codec. */
export const EXPORTED_CODEC_NAMES: readonly string[] = Object.entries(protocol)
  .filter(([, value]) => isCodec(value))
  .map(([name]) => name)
