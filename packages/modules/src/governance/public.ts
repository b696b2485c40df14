export {
  type Action as GovernanceAction,
  type GovernanceGenesis,
  genesisCodec as governanceGenesisCodec,
  type Proposal as GovernanceProposal,
} from './codecs.ts'
export { NOTICE_HEIGHTS_MIN as ACTIVATION_NOTICE_HEIGHTS_MIN } from './limits.ts'
export { governance } from './module.ts'
