// Made from proto/block.proto, proto/consensus.proto, proto/envelope.proto, proto/evidence.proto, proto/log.proto, proto/membership.proto, proto/modules.proto, proto/p2p.proto, proto/proof.proto, proto/rules.proto, proto/snapshot.proto, proto/store.proto by `npm run generate` (pbjs 2.7.1). Do not edit.
export interface WireType {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

export declare const hanse: {
  readonly v1: {
    readonly Attribute: WireType
    readonly BlockRecord: WireType
    readonly BlockSummary: WireType
    readonly Blocks: WireType
    readonly Call: WireType
    readonly CertifiedBlock: WireType
    readonly CertifiedStateProof: WireType
    readonly ChainParams: WireType
    readonly Commit: WireType
    readonly CommitCertificate: WireType
    readonly ConsensusFrame: WireType
    readonly EpochEnd: WireType
    readonly EpochRecord: WireType
    readonly Event: WireType
    readonly Evidence: WireType
    readonly EvidenceLeaves: WireType
    readonly FetchBlocks: WireType
    readonly FetchBody: WireType
    readonly FetchNewView: WireType
    readonly FetchRecord: WireType
    readonly FetchTransactions: WireType
    readonly FetchViewChange: WireType
    readonly Guard: WireType
    readonly Header: WireType
    readonly Hello: WireType
    readonly LogRecord: WireType
    readonly LoggedNewView: WireType
    readonly LoggedProposal: WireType
    readonly LoggedViewChange: WireType
    readonly LoggedVote: WireType
    readonly LoggedWants: WireType
    readonly ModuleEntry: WireType
    readonly ModuleSet: WireType
    readonly NewView: WireType
    readonly Observer: WireType
    readonly ParamsChange: WireType
    readonly Prepare: WireType
    readonly PreparedCertificate: WireType
    readonly Proposal: WireType
    readonly ProposalBody: WireType
    readonly PublicKey: WireType
    readonly QuorumSignature: WireType
    readonly Receipt: WireType
    readonly RuleChange: WireType
    readonly RuleSet: WireType
    readonly SignedMessage: WireType
    readonly SnapshotChunk: WireType
    readonly SnapshotHeaders: WireType
    readonly SnapshotRecord: WireType
    readonly StateLeaf: WireType
    readonly StateProof: WireType
    readonly Status: WireType
    readonly StatusSlot: WireType
    readonly StoredBlock: WireType
    readonly StoredEpochEnd: WireType
    readonly StoredHead: WireType
    readonly SyncFrame: WireType
    readonly Transaction: WireType
    readonly TransactionBody: WireType
    readonly TransactionProof: WireType
    readonly TransactionSignature: WireType
    readonly Transactions: WireType
    readonly TransactionsFrame: WireType
    readonly ValidatorRecord: WireType
    readonly ValidatorSet: WireType
    readonly ViewChange: WireType
    readonly VotedModule: WireType
  }
}
