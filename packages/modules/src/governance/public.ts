export { type EvidenceKey, encodeEvidenceReport, isEvidenceKnown } from './api.ts'
export {
  type Action as GovernanceAction,
  type GovernanceGenesis,
  genesisCodec as governanceGenesisCodec,
  type Proposal as GovernanceProposal,
} from './codecs.ts'
export { EVIDENCE_BLOCKS, NOTICE_HEIGHTS_MIN as ACTIVATION_NOTICE_HEIGHTS_MIN } from './limits.ts'
export { governance } from './module.ts'
