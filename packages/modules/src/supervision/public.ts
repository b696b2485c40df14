export {
  type Evaluation,
  genesisCodec as supervisionGenesisCodec,
  type List as SanctionsList,
  type ListVersion as SanctionsListVersion,
  type RuleVersion,
  type SupervisionGenesis,
} from './codecs.ts'
export { supervision } from './module.ts'
export {
  type AbsenceProof,
  listRoot,
  type ProvenEntry,
  proveAbsence,
  type SubjectIdentifier,
  sortedEntries,
  subjectKey,
  subjectKeys,
  verifyAbsence,
} from './sanctions-list.ts'
