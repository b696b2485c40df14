export {
  clientRefTx,
  getParty,
  isActive,
  type OperatorBinding,
  partyOf,
  requireActiveParty,
  requireFourEyes,
  requireOperator,
} from './api.ts'
export {
  genesisCodec as organizationsGenesisCodec,
  KYC_STATES,
  type KycStatus,
  OPERATOR_ROLES,
  type Operator,
  type OperatorRole,
  type OrganizationsGenesis,
  type Party,
  ROLES,
  type Role,
} from './codecs.ts'
export { isBic, isCnaps, isCountry, isGln, isLei, isUscc } from './identifiers.ts'
export { organizations } from './module.ts'
